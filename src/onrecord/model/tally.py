"""Tallies: a recorder's total for one period, class and perpetrators; and sums over incidents."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
class Beside:
    """Our incidents in the cell of a tally: of its total, or (`party`) of one of its parts.

    `min` is over the incidents that are surely in the cell, `max` over these and the ones that
    may be (`perhaps`); `None` where any of them is open or `without` a figure.
    """

    party: str | None
    min: int
    max: int | None
    incidents: tuple[IncidentId, ...]
    perhaps: tuple[IncidentId, ...] = ()
    without: tuple[IncidentId, ...] = ()
    presumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """An aggregate by one recorder, with its partition check.

    `residual` is what the known parts leave of the total; it bounds each unnamed part.
    `unstated` are parties named without a figure, with the bounds that follow for them.
    `beside` is what our incidents of the same cell come to: never added, only compared.
    `inequalities` are comparisons with a figure missing, in words.
    `kind` is `period` (a tally), `multi_incident` (a total over several attacks), `campaign`, or
    `series` (tallies of one recorder over periods that do not overlap, added by us).
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
    unstated: tuple[TallyPart, ...] = ()
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum over incidents for one harm and class (`None`: all people).

    `without` are the incidents of the sum without a figure; the sum is then open.
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


class SliceBy(StrEnum):
    """By what sums over incidents are told apart."""

    PLACE = "place"
    COUNTRY = "country"
    MONTH = "month"
    PARTY = "party"
    WEAPON = "weapon"
    OBJECT = "object"
    CLASS = "class"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which incidents a sum is over; `None` leaves a test out.

    An incident lies in a period if its whole interval does. `place` is the name, the province or
    the country code. `only_party`: no other is named; `party`: it is among those named.
    """

    first: date | None = None
    last: date | None = None
    place: str | None = None
    party: str | None = None
    only_party: str | None = None


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Incidents that may belong to a sum and are not in it, with the reason."""

    reason: str
    incidents: tuple[IncidentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SumSlice:
    """The sums over some incidents of a case: one place, month, party, weapon, object or class.

    `by` is `None` for all of them together. `scope` is `only` (no other party is named) or `any`
    for a party, else empty. `left_out` may belong to the incidents that were selected.
    """

    by: SliceBy | None
    key: str
    scope: str = ""
    incidents: tuple[IncidentId, ...]
    sums: tuple[Sum, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why no estimate is given: each condition that fails, in words."""

    reasons: tuple[str, ...]
