"""Captured items with sensible values, and a short way to see what a text becomes."""

from onrecord.documents import read_document
from onrecord.model.document import Document
from onrecord.model.identity import hash_bytes
from onrecord.model.source import Captured, Told
from onrecord.model.vocabulary import SegmentKind


def a_capture(
    content: bytes | str,
    media_type: str = "text/plain",
    *,
    told: Told | None = None,
    named_as: str | None = None,
) -> Captured:
    raw = content.encode() if isinstance(content, str) else content
    return Captured(
        name="note.txt",
        hint="note",
        content=raw,
        sha256=hash_bytes(raw),
        media_type=media_type,
        told=told,
        named_as=named_as,
    )


def read_text(text: str, **told: str) -> Document:
    return read_document(a_capture(text, told=Told(**told) if told else None))


def words_of_kind(document: Document, kind: SegmentKind) -> list[str]:
    return [document.words_of(part) for part in document.segments if part.kind is kind]


def parts(text: str, **told: str) -> list[tuple[str, str]]:
    """Each segment of a text as its kind and its words."""
    document = read_text(text, **told)
    return [(part.kind.value, document.words_of(part)) for part in document.segments]


REPORT = (
    "Seven people were killed on Thursday when a rocket hit a house in Tarvel, rescuers said.\n\n"
    "The Varnian army did not comment on the attack, which also left fifteen people injured."
)
