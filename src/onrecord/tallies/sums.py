"""Incidents → sums: mins with mins, maxes with maxes; silence is never zero.

Only incidents are added, each once. Subsets, aggregates, tallies, stocks and best values are not.
"""

from collections.abc import Iterable, Sequence

from onrecord.model.identity import IncidentId
from onrecord.model.incident import Incident, Range
from onrecord.model.tally import Sum
from onrecord.model.vocabulary import Harm, VictimClass


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
