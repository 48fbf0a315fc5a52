"""Incidents: harm at one place and moment; first as linked claims, then weighed and counted."""

from dataclasses import dataclass, field
from datetime import date

from onrecord.model.claim import Claim
from onrecord.model.comparison import Candidate, LearnedWeight, Related
from onrecord.model.identity import ClaimId, DocumentId, IncidentId, UtteranceId
from onrecord.model.vocabulary import (
    Age,
    AttributionStatus,
    Basis,
    DatePrecision,
    EvidenceClass,
    Grade,
    Harm,
    ObjectKind,
    OfficialResponse,
    Sex,
    Status,
    StrikeStatus,
    VictimClass,
    Weapon,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """When an incident happened: [from, to], both inclusive."""

    from_: date
    to: date
    precision: DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an incident happened, by its finest named place; precision as in `PlaceMention`."""

    name: str
    country: str | None
    admin1: str | None
    precision: int
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why two claims were brought together (or kept as a question).

    `bits` is the sum of log2 likelihood ratios; `because` gives the reasons in plain words.
    """

    one: ClaimId
    other: ClaimId
    bits: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One occasion on which an originator spoke; its claims are paraphrases or translations."""

    id: UtteranceId
    originator: str | None
    claims: tuple[ClaimId, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A paragraph that stands in two documents: the later one adds no voice."""

    earlier: DocumentId
    later: DocumentId
    start: int
    end: int
    containment: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims about one attack, before weighing. `flags` hold what linking was unsure of."""

    id: IncidentId
    claims: tuple[Claim, ...]
    documents: tuple[DocumentId, ...]
    main_of: tuple[DocumentId, ...] = ()
    when: Happened | None = None
    place: Place | None = None
    flags: tuple[str, ...] = ()
    aliases: tuple[IncidentId, ...] = ()
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """What linking found over all claims. `asides` are claims that belong to no incident."""

    clusters: tuple[Cluster, ...]
    asides: tuple[Claim, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    copies: tuple[Copy, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    weights: tuple[LearnedWeight, ...] = ()
    relations: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of one voice: its bounds, whom it counts, and whether it still stands.

    For "another n died" the bounds hold the voice's earlier value too. `part` is a figure stated
    as part of another one of its claim, whose people are of the standing `among`; `headline` has lost its "at least". `said` is the first
    day on which the voice is known to have given it. `item`: its class was counted before. `live` is false once a later figure of the
    same voice replaces it, or a reviewer retires it. `person` holds the words of a name or a
    kinship where one person is counted by it, so that nobody is counted twice; empty for "him". `individual` is that person's name
    within the document ("document#n"), for all that is told of the person.
    """

    claim: ClaimId
    harm: Harm
    status: Status
    sex: Sex
    age: Age
    min: int
    max: int | None
    stated: int | None
    basis: Basis
    part: bool = False
    among: Status = Status.UNKNOWN
    item: bool = False
    headline: bool = False
    said: date | None = None
    live: bool = True
    person: str | None = None
    individual: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One originator's say on one incident, relays and copies stripped.

    `certain` is false for a figure in a publisher's own voice with no source;
    `counts_as_source` is false where such a voice is not older than the first one.
    `credible` is false for the accused and its allies. `claims` are in order of saying, and
    `live` are those whose figures no later figure of the same voice replaces.
    `evidence` is the strongest sort of evidence that this voice brings. `owner` is who owns the
    outlets that say it on their own word, where that makes them one voice.
    """

    originator: str | None
    certain: bool
    counts_as_source: bool
    credible: bool
    claims: tuple[ClaimId, ...]
    live: tuple[ClaimId, ...]
    relayed_by: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    evidence: EvidenceClass | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Independent:
    """Independent originators: certain (named) and possible (with unresolved ones that count)."""

    certain: int
    possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """One number that is told of an incident, and who stands behind it, by originator.

    `max=None` is open. `voices` are all that give this number and have not replaced it;
    `independent` counts those among them that are sources of their own.
    """

    harm: Harm
    status: Status
    sex: Sex
    age: Age
    min: int
    max: int | None
    voices: tuple[str | None, ...]
    independent: Independent
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFinding:
    """A party named at an incident; `core` if every originator who names any names it."""

    name: str
    status: AttributionStatus
    named_by: tuple[str, ...]
    core: bool
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concession:
    """How many people an answer accepts as harmed: [min, max] inclusive, `max=None` open.

    A conceded zero says that nobody was harmed; no concession at all says nothing.
    """

    harm: Harm
    min: int
    max: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer of the accused in relation to an incident: `responds_to` or `bears_on`.

    `party` is the listed party that answers, `None` where only the reader's link tells. An answer
    that responds has its `allegations`: the claims of this incident that it meets; what it accepts
    of them is `conceded`.
    """

    claim: ClaimId
    document: DocumentId
    originator: str | None
    relation: str
    arguments: tuple[str, ...]
    scope: str
    allegations: tuple[ClaimId, ...] = ()
    party: str | None = None
    conceded: tuple[Concession, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One answer set beside one incident: its arguments and their families for display."""

    incident: IncidentId
    reply: Reply
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """The allegations of one incident to which nothing responds specifically."""

    incident: IncidentId
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialMatrix:
    """Answers beside incidents, what nobody answered, and threats (which answer nothing)."""

    cells: tuple[MatrixCell, ...]
    unanswered: tuple[Unanswered, ...]
    threats: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Originators who cannot all be right: field, the claims of each side, and in words.

    `status` is `explained` where only headlines differ, which have lost their "at least".
    """

    kind: str
    claims: tuple[ClaimId, ...]
    words: str
    status: str = "open"
    sides: tuple[tuple[ClaimId, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """How an incident is supported: who is independent, who answers, what contradicts."""

    voices: tuple[Voice, ...]
    independent: Independent
    parties: tuple[PartyFinding, ...]
    grade: Grade
    strike_status: StrikeStatus | None
    attribution_status: AttributionStatus
    official_response: OfficialResponse
    evidence_class: EvidenceClass
    corroboration: str
    replies: tuple[Reply, ...] = ()
    unanswered: tuple[ClaimId, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    flags: tuple[str, ...] = ()
    backings: tuple[Backing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What was reported of one harm and class: bounds on reports, not a confidence interval.

    `max` is the largest number anybody stated, `open` that a floor states it; `max=None` means
    that nobody gave a number beyond vague words. `best` lies within, with its reason, or is `None`.
    `presumed`: claims without status count as civilian by presumption; `strict_min` is the lower
    end without it. `claims` are those the bounds rest on; `min_claims` state the least and
    `max_claims` the largest number. `capped`: every account sets a ceiling, so that all of them
    together rule out more than `max`.
    """

    min: int
    max: int | None
    open: bool
    best: int | None = None
    best_reason: str | None = None
    presumed: bool = False
    strict_min: int | None = None
    status: str | None = None
    claims: tuple[ClaimId, ...] = ()
    because: tuple[str, ...] = ()
    min_claims: tuple[ClaimId, ...] = ()
    max_claims: tuple[ClaimId, ...] = ()
    capped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Bounds that follow from what is stated, where nobody states them or only wider ones.

    `what` says of whom ("civilians killed"); `class_` is `None` for all people, and for those
    that are in none of the classes `apart_from`. `max=None` is no ceiling. `because` derives each
    end, line by line, from stated figures; `claims` are all that it rests on.
    """

    what: str
    harm: Harm
    class_: VictimClass | None = None
    apart_from: tuple[VictimClass, ...] = ()
    min: int
    max: int | None
    because: tuple[str, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Figures that no number of people can fit, with the claims on both sides.

    `where` is the one voice that says all of it, `None` where several do. `rule` is the constraint
    that they break, `words` say how.
    """

    harm: Harm
    where: str | None
    rule: str
    words: str
    sides: tuple[tuple[ClaimId, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """The ranges of one incident. A harm or class nobody mentioned has no entry: it is unknown.

    `proofs` stand beside the ranges, which stay as stated; `clashes` clip nothing.
    """

    by_harm: dict[Harm, Range] = field(default_factory=dict)
    by_class: dict[Harm, dict[VictimClass, Range]] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One attack, linked, weighed and counted; provisional until a person approves it."""

    id: IncidentId
    title: str
    documents: tuple[DocumentId, ...]
    main_of: tuple[DocumentId, ...]
    claims: tuple[ClaimId, ...]
    when: Happened | None
    place: Place | None
    weapons: tuple[Weapon, ...]
    objects: tuple[ObjectKind, ...]
    flags: tuple[str, ...]
    aliases: tuple[IncidentId, ...]
    joins: tuple[Join, ...]
    support: Support
    counting: Counting
    method: str
