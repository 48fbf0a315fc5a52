"""Steps from one shape of people.db to the next."""
