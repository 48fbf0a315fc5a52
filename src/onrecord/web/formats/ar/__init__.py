"""Numbers in Arabic."""
