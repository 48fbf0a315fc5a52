"""Claims: one statement by one chain of speakers about one thing, tied to its words."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.vocabulary import (
    Age,
    Argument,
    Basis,
    Certainty,
    ClaimType,
    Counted,
    DatePrecision,
    Delivery,
    Harm,
    HedgeKind,
    Mode,
    ObjectKind,
    ObjectStatus,
    PartyRole,
    Polarity,
    Scope,
    SegmentKind,
    Sex,
    SpeakerKind,
    Status,
    Unit,
    Weapon,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A verbatim slice; `start` is `None` when the words stand elsewhere in the document."""

    text: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number inside a claim: at least `min`, at most `max`, both inclusive.

    `max=None` means the source set no ceiling. `harm` is set for people harmed; otherwise `of`
    says what is counted. `subset_of` is an index into the claim's counts.
    `stated` is the number as said (n for "at least n"), `None` for vague words, ranges, "up to n",
    "fewer than n" and "more than n". `series` is `total` for a toll that rises to n and `more`
    for n beyond the same originator's last value; else `None`. `licensed_by` is the word that says
    what happened to the people ("killed" for "nine civilians were killed").
    `person` names the one person counted within its document, for all that is told of that person.
    """

    harm: Harm | None
    of: Counted | None = None
    min: int
    max: int | None
    basis: Basis
    sex: Sex = Sex.UNKNOWN
    age: Age = Age.UNKNOWN
    status: Status = Status.UNKNOWN
    text: str
    start: int | None
    end: int | None
    subset_of: int | None = None
    stated: int | None = None
    series: str | None = None
    licensed_by: Words | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """How the statement is weakened, and the words that do it."""

    kind: HedgeKind = HedgeKind.NONE
    spans: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place as written, and as the gazetteer names it.

    `precision`: 1 named place, 2 near or part of it, 3 district, 4 province, 5 vague area,
    6 country, 7 sea or air. Coordinates come only from a gazetteer. `from_` names the claim it is
    carried over from.
    """

    text: str | None
    start: int | None
    end: int | None
    name: str
    country: str | None
    admin1: str | None
    precision: int
    gazetteer: str | None = None
    lat: float | None = None
    lon: float | None = None
    alternatives: tuple[str, ...] = ()
    from_: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When it happened: [from, to], both inclusive; `how` it was found.

    `text`, `start`, `end` are the words; `carried` names the claim it is carried over from.
    """

    from_: date
    to: date
    precision: DatePrecision
    how: str
    text: str | None = None
    start: int | None = None
    end: int | None = None
    carried: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention:
    """A party as written and by its listed name, with the part it is given."""

    text: str | None
    start: int | None
    end: int | None
    name: str
    role: PartyRole
    certainty: Certainty = Certainty.STATED
    from_: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponMention:
    """A weapon as written, its kind, how it was delivered and its model."""

    text: str | None
    start: int | None
    end: int | None
    weapon: Weapon
    delivery: Delivery
    model: str | None = None
    from_: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectMention:
    """An object as written, its kind, and what the speaker says it was."""

    text: str | None
    start: int | None
    end: int | None
    object: ObjectKind
    status: ObjectStatus = ObjectStatus.UNKNOWN
    from_: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an answer of the accused argues, how much it covers, and which claims it meets."""

    arguments: tuple[Argument, ...]
    scope: Scope
    responds_to: tuple[ClaimId, ...] = ()
    bears_on: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When a statement was made: [from, to], both inclusive."""

    from_: date
    to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProducedBy:
    """Which method and rule made a claim; `words` are those that decided."""

    method: str
    version: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement: who says (publisher first, originator last) what, in which words.

    `quote` is `text[start:end]` of the document (of its title where `in_` is `title`).
    `originator_kind` and `speaks_for` describe the originator: `speaks_for` is the listed party
    whose mouth it is, `None` if it is nobody's. `said` is when the statement was made as far as
    known. `utterance` joins claims of one stretch of speech.
    """

    id: ClaimId
    document: DocumentId
    segment: SegmentKind
    in_: str = "text"
    type: ClaimType
    also: tuple[ClaimType, ...] = ()
    quote: str
    start: int
    end: int
    speakers: tuple[str | None, ...]
    co_speakers: tuple[tuple[str | None, ...], ...] = ()
    attribution: tuple[Words, ...] = ()
    mode: Mode
    polarity: Polarity = Polarity.ASSERTS
    hedge: Hedge = Hedge()
    unit: Unit = Unit.NONE
    counts: tuple[Count, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    when: When | None = None
    parties: tuple[PartyMention, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    objects: tuple[ObjectMention, ...] = ()
    answer: Answer | None = None
    confidence: float
    produced_by: ProducedBy
    originator_kind: SpeakerKind = SpeakerKind.PUBLISHER
    speaks_for: str | None = None
    said: Said | None = None
    lang: str | None = None

    @property
    def originator(self) -> str | None:
        """The one who first says it; `None` if unknown."""
        return self.speakers[-1] if self.speakers else None

    @property
    def resolved(self) -> bool:
        """Whether a named originator stands behind it, not the publisher's own unsourced voice."""
        return len(self.speakers) > 1 and self.originator is not None
