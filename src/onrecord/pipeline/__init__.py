"""Rooms and store, in order: the only place where what is computed meets what is kept."""
