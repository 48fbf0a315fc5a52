"""Sources: bytes as they reached us, and what the user says about them."""

from dataclasses import dataclass

from onrecord.model.identity import DocumentId, Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the user says about a document (a row of `documents.csv`); wins over inference.

    `owner` is who owns its publisher: a company, or a party by its listed name.
    """

    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    lang: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """One item as received.

    `name` is the path below the folder that was given (or `file.jsonl:12` for line 12 of a file of
    documents); `hint` is the identifier the document would like to have (file stem, or the `id` of
    the line). `media_type` is what the bytes are, not what the file name says; `named_as` is the
    type the name promised where that is another one.
    """

    name: str
    hint: str
    content: bytes
    sha256: Sha256
    media_type: str
    told: Told | None = None
    named_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """One way in which bytes reached the case: under which path, when entered and by whom.

    `at` is UTC, ISO 8601. `path` is `Captured.name`; `told` is what the user said there.
    """

    path: str
    original: Sha256
    document: DocumentId
    told: Told | None
    at: str
    by: str
