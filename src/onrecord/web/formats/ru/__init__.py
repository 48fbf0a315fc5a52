"""Numbers in Russian."""
