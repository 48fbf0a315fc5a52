"""Where material comes from: files and folders → captured bytes, and what the user says of them."""

from onrecord.sources.finding import find_material

__all__ = ["find_material"]
