"""Ranges, sums and tallies → figures: words that never travel without the claims under them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Incident, Range
from onrecord.model.tally import Aside, Bounds, Sum
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.publications.wording import UNKNOWN, say_bounds, say_range, say_sum


@dataclass(frozen=True, slots=True)
class Figure:
    """What is printed for a number, and the claims it rests on; none only where it is unknown."""

    words: str
    claims: tuple[ClaimId, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anybody gave a number."""
        return self.words != UNKNOWN


def figure_of(
    incident: Incident, harm: Harm = Harm.KILLED, victims: VictimClass | None = None
) -> Figure:
    """The figure of one harm (and class) of an incident."""
    found = range_of(incident, harm, victims)
    return Figure(say_range(found), () if found is None else found.claims)


def range_of(incident: Incident, harm: Harm, victims: VictimClass | None) -> Range | None:
    """The range of one harm (and class), `None` where nobody mentioned it."""
    if victims is None:
        return incident.counting.by_harm.get(harm)
    return incident.counting.by_class.get(harm, {}).get(victims)


def sum_figure(sum: Sum, incidents: Mapping[IncidentId, Incident]) -> Figure:
    """A sum with the claims of every incident that gives it a number."""
    ranges = (
        range_of(incidents[id], sum.harm, sum.class_) for id in sum.incidents if id in incidents
    )
    return Figure(say_sum(sum), _once(claim for range in ranges if range for claim in range.claims))


def bounds_figure(bounds: Bounds | None, claims: Iterable[ClaimId]) -> Figure:
    """Bounds of a tally or of a part, with the claims that state them."""
    return Figure(say_bounds(bounds), _once(claims) if bounds else ())


def aside_figure(aside: Aside) -> Figure:
    """A figure beside the sums, in the words it was listed with."""
    return Figure(aside.words, aside.claims)


def _once(claims: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
    return tuple(dict.fromkeys(claims))
