"""Incidents → sums: mins with mins, maxes with maxes; silence is never zero.

Only incidents are added, each once. Subsets, aggregates, tallies, stocks and best values are not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model.identity import IncidentId
from onrecord.model.incident import Incident, Range
from onrecord.model.tally import PartySum, Sum
from onrecord.model.vocabulary import Harm, VictimClass


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

    def holds(self, incident: Incident) -> bool:
        """Whether an incident belongs to the selection."""
        named = {party.name for party in incident.support.parties}
        return (
            self._in_period(incident)
            and self._in_place(incident)
            and (self.party is None or self.party in named)
            and (self.only_party is None or named == {self.only_party})
        )

    def _in_period(self, incident: Incident) -> bool:
        if self.first is None and self.last is None:
            return True
        when = incident.when
        if when is None:
            return False
        after = self.first is None or self.first <= when.from_
        return after and (self.last is None or when.to <= self.last)

    def _in_place(self, incident: Incident) -> bool:
        place = incident.place
        if self.place is None:
            return True
        return place is not None and self.place in {place.name, place.admin1, place.country}


def select_incidents(incidents: Iterable[Incident], selection: Selection) -> tuple[Incident, ...]:
    """The incidents of a selection, each once, by identifier."""
    held = {one.id: one for one in incidents if selection.holds(one)}
    return tuple(held[id] for id in sorted(held))


def sum_incidents(incidents: Sequence[Incident]) -> tuple[Sum, ...]:
    """One sum for each harm and class for which at least one incident has a figure.

    A sum is open if any of its ranges is, or if any incident has no figure: those are listed in
    `without`. A range without a number ("some were killed") adds its lower end to both ends.
    """
    once = tuple({one.id: one for one in sorted(incidents, key=lambda one: one.id)}.values())
    keys: list[tuple[Harm, VictimClass | None]] = []
    for harm in Harm:
        keys += [(harm, None), *((harm, class_) for class_ in VictimClass)]
    sums = (sum_cell(harm, class_, once) for harm, class_ in keys)
    return tuple(one for one in sums if one is not None)


def sum_by_party(incidents: Sequence[Incident]) -> tuple[PartySum, ...]:
    """For each named party two sums: where only it is named, and wherever it is named."""
    parties = {party.name for one in incidents for party in one.support.parties}
    return tuple(
        PartySum(
            party=party,
            only=sum_incidents(select_incidents(incidents, Selection(only_party=party))),
            named=sum_incidents(select_incidents(incidents, Selection(party=party))),
        )
        for party in sorted(parties)
    )


def find_range(incident: Incident, harm: Harm, class_: VictimClass | None) -> Range | None:
    """The range of one incident for a harm and class (`None`: all people), if it has one."""
    if class_ is None:
        return incident.counting.by_harm.get(harm)
    return incident.counting.by_class.get(harm, {}).get(class_)


def sum_cell(harm: Harm, class_: VictimClass | None, incidents: Iterable[Incident]) -> Sum | None:
    """The sum of one harm and class, over incidents of which each is there once, by identifier.

    `None` where no incident has a figure for it.
    """
    ranges: list[Range] = []
    counted: list[IncidentId] = []
    without: list[IncidentId] = []
    for incident in incidents:
        found = find_range(incident, harm, class_)
        if found is None:
            without.append(incident.id)
        else:
            ranges.append(found)
            counted.append(incident.id)
    if not ranges:
        return None
    return Sum(
        harm=harm,
        class_=class_,
        min=sum(one.min for one in ranges),
        max=sum(one.min if one.max is None else one.max for one in ranges),
        open=bool(without) or any(one.open for one in ranges),
        incidents=tuple(counted),
        without=tuple(without),
        presumed=any(one.presumed for one in ranges),
    )
