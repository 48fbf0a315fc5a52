"""Documents: one text as received, its parts, and what is known about where it came from."""

from dataclasses import dataclass, field
from datetime import date

from onrecord.model.identity import DocumentId, Sha256
from onrecord.model.table import TableRow
from onrecord.model.vocabulary import DatePrecision, SegmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch `text[start:end]` of a document (of its title where `in_` is `title`).

    `stamp` orders updates of one file: minutes since the document's first midnight, `None` if
    unstamped. `order` is the place in reading order: by stamp for updates, else by position.
    `label` is what was taken off into metadata (a credit, `UPDATE 1900 GMT`).
    `dated` is the stamp's own date where it has one (a related link's "Nov 30").
    `rule` names what made it caption, update, related link or boilerplate; `None` for the rest.
    """

    kind: SegmentKind
    start: int
    end: int
    in_: str = "text"
    order: int = 0
    stamp: int | None = None
    dated: str | None = None
    label: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a document was published: [from, to], both inclusive, and the evidence for it."""

    from_: date
    to: date
    precision: DatePrecision
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """A flaw of the text as received: lost embed, missing figure, dropped letter, hard wrap."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as received. Offsets are code points of `text`; `text` never changes once kept.

    `title` is set only when it was given apart from the text; then it is a segment of its own.
    `published` is `None` when nothing in or about the document dates it.
    `original` is the SHA-256 of the bytes it was read from. `how_known` maps a field
    (`publisher`, `lang`, …) to where its value comes from (`user`, `metadata`, `text`). `row` is
    set where the document is one row of somebody's table. `owner` is who owns the publisher, as the
    user says.
    """

    id: DocumentId
    text: str
    original: Sha256
    media_type: str = "text/plain"
    reader: str = "plain/1"
    title: str | None = None
    lang: str | None = None
    publisher: str | None = None
    published: Dating | None = None
    url: str | None = None
    segments: tuple[Segment, ...] = ()
    defects: tuple[Defect, ...] = ()
    how_known: dict[str, str] = field(default_factory=dict)
    row: TableRow | None = None
    owner: str | None = None

    def words_of(self, segment: Segment) -> str:
        """The words of one segment, exactly."""
        source = self.title if segment.in_ == "title" else self.text
        return (source or "")[segment.start : segment.end]
