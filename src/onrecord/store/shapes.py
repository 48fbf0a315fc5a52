"""Nouns ↔ rows: documents without their text, arrivals, failures."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from onrecord.model.document import Document
from onrecord.model.identity import Sha256, hash_text
from onrecord.model.record import from_record, to_record
from onrecord.model.source import Told
from onrecord.store.chain import write_noun, write_record
from onrecord.store.protocol import Row

Noun = TypeVar("Noun")


def encode_text(text: str) -> bytes:
    """A text as kept: UTF-8, lone surrogates as they are."""
    return text.encode("utf-8", "surrogatepass")


def decode_text(kept: bytes) -> str:
    """The text that was kept."""
    return kept.decode("utf-8", "surrogatepass")


def write_document(document: Document) -> str:
    """A document's record: all but its text, which it names by hash."""
    record = to_record(replace(document, text=""))
    record["text"] = hash_text(document.text)
    return write_record(record)


def read_document_row(record: str, text: bytes) -> Document:
    """The document of a record and its text."""
    return replace(read_noun(Document, record), text=decode_text(text))


def read_noun(kind: type[Noun], record: str) -> Noun:
    """The noun of a kept record.

    Raises:
        ValueError: the record is not one of that noun.
    """
    return from_record(kind, json.loads(record))


def write_told(told: Told | None) -> str | None:
    """What the user said, as kept; `None` if nothing."""
    return None if told is None else write_noun(told)


def read_told(kept: str | None) -> Told | None:
    """What the user said."""
    return None if kept is None else read_noun(Told, kept)


def write_arrival(fields: Mapping[str, str | None]) -> str:
    """An entry of the custody log, as hashed."""
    return write_record(fields)


def hash_record(record: str) -> Sha256:
    """The hash of a kept record."""
    return hash_text(record)


def hash_row(ordinal: int, row: Row) -> Sha256:
    """The hash of a row of a view: of its place, its identifier and its record."""
    return hash_text(write_record([ordinal, row.id, row.record]))
