"""The nouns: what every room takes and gives. Standard library only."""
