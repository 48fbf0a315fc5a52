"""Remarks: what people say to each other about a case; no remark changes a claim or a figure."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.identity import RemarkId
from onrecord.model.vocabulary import ClaimType, Harm


class RemarkKind(StrEnum):
    """What a remark says."""

    COMMENT = "comment"
    ASSIGNMENT = "assignment"
    """Its subjects are to be looked at by those of `to`."""
    DONE = "done"
    """The assignment `about` is done."""
    GRAPHIC = "graphic"
    """Its subject, a document, describes or shows what can hurt those who read it."""
    NAMING = "naming"
    """The party or person `words` may be named at its subject, an incident."""
    AGREEMENT = "agreement"
    """A second person agrees to the naming `about`."""
    REFUSAL = "refusal"
    """A second person does not agree to the naming `about`."""
    ROUND = "round"
    """Those of `to` are to code its subjects, documents, without seeing each other."""
    CODING = "coding"
    """What one of them read in the document that is its subject, in the round `about`."""
    SETTLEMENT = "settlement"
    """What holds for one passage of a document after two coded it, in the round `about`."""
    SEARCH = "search"
    """A search to be found again: its subject is the query, its words the name."""
    WITHDRAWAL = "withdrawal"
    """The remark `about` no longer stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a coder reads in the words `[start, end)` of a document's text.

    `type` is what the main claim there is about, `None` for no claim; `harm`, `min` and `max` are
    its first count of people: `harm` is `None` where nobody is counted, `max` where it is open.
    """

    start: int
    end: int
    type: ClaimType | None = None
    harm: Harm | None = None
    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark by one person.

    `subjects` are identifiers of incidents, claims or documents (two incidents: the question
    whether they are one). `to` names people, `about` an earlier remark. `at` is UTC, ISO 8601 to
    the second.
    """

    id: RemarkId
    kind: RemarkKind
    subjects: tuple[str, ...]
    by: str
    at: str
    words: str = ""
    to: tuple[str, ...] = ()
    about: RemarkId | None = None
    codes: tuple[Code, ...] = ()
