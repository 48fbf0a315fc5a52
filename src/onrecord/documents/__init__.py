"""Bytes → documents: canonical text, segments with spans, language, date; one reader a format."""

from onrecord.documents.draft import Draft, FormatReader
from onrecord.documents.reading import READERS, read_document

__all__ = ["READERS", "Draft", "FormatReader", "read_document"]
