"""Tallies: a recorder's total for one period, class and perpetrators; and sums over incidents."""

from dataclasses import dataclass

from onrecord.model.claim import Said
from onrecord.model.identity import ClaimId, IncidentId, TallyId
from onrecord.model.vocabulary import Harm, VictimClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """At least `min`, at most `max`, both inclusive; `max=None` is no ceiling."""

    min: int
    max: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyPart:
    """What a tally gives to one party. `classes` holds subsets stated within the part."""

    party: str
    min: int
    max: int | None
    claims: tuple[ClaimId, ...]
    classes: dict[VictimClass, Bounds]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """An aggregate by one recorder, with its partition check.

    `residual` is what the known parts leave of the total; it bounds each unnamed part.
    `inequalities` are comparisons with a figure missing, in words.
    `kind` is `period` (a tally), `multi_incident` (a total over several attacks) or `campaign`.
    """

    id: TallyId
    kind: str
    recorder: str | None
    period: Said | None
    place: str | None
    harm: Harm
    class_: VictimClass
    total: Bounds | None
    parts: tuple[TallyPart, ...]
    residual: Bounds | None
    inequalities: tuple[str, ...]
    check: str
    claims: tuple[ClaimId, ...]
    incidents: tuple[IncidentId, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum over incidents for one harm and class (`None`: all people).

    `without` counts incidents of the sum without a figure; the sum is then open.
    """

    harm: Harm
    class_: VictimClass | None
    min: int
    max: int | None
    open: bool
    incidents: tuple[IncidentId, ...]
    without: tuple[IncidentId, ...]
    presumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A figure that is shown beside the sums and never added: why, and the claims it rests on."""

    kind: str
    words: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySum:
    """Two sums for one party: where only it is named, and wherever it is named."""

    party: str
    only: tuple[Sum, ...]
    named: tuple[Sum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why no estimate is given: each condition that fails, in words."""

    reasons: tuple[str, ...]
