"""Documents → claims: who says what happened, each with its span."""

from collections.abc import Sequence
from pathlib import Path

from onrecord.claims.explaining import explain_claim
from onrecord.claims.gazetteer import open_gazetteer
from onrecord.claims.party_book import load_party_book
from onrecord.claims.reader import METHOD, VERSION, Reader
from onrecord.claims.rows import name_party

__all__ = [
    "METHOD",
    "VERSION",
    "Reader",
    "explain_claim",
    "load_party_book",
    "make_reader",
    "name_party",
]


def make_reader(gazetteers: Sequence[Path] = ()) -> Reader:
    """A reader over the shipped gazetteer and the user's own ones."""
    return Reader(open_gazetteer(gazetteers), load_party_book())
