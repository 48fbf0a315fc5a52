"""Our incidents beside a recorder's tally of the same cell: findings to report, never fixes.

What is surely in the cell is at least our minimum; what may be in it is at most our maximum. Only
where these miss the tally is there a finding.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.model.claim import Said
from onrecord.model.identity import IncidentId
from onrecord.model.incident import Incident
from onrecord.model.tally import Beside, Bounds, Selection, Sum, TallyPart
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.tallies.selecting import may_be_elsewhere, select_incidents, select_possible
from onrecord.tallies.sums import sum_cell

# Incidents whose interval is longer are looked at for every period.
_LONG = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a tally is over: harm, class, period and place; `None` where it does not say.

    `place` is a name, or the code of a whole country.
    """

    harm: Harm
    class_: VictimClass
    period: Said | None
    place: str | None


class Shelf:
    """Incidents under their place, province and country, by first day.

    What may lie anywhere (not located, or only coarsely) stands under no name.
    """

    def __init__(self, incidents: Iterable[Incident]) -> None:
        self._dated: dict[str | None, list[tuple[date, IncidentId, Incident]]] = defaultdict(list)
        self._loose: dict[str | None, list[Incident]] = defaultdict(list)
        for one in incidents:
            for name in _list_names(one):
                if one.when is None or one.when.to - one.when.from_ > _LONG:
                    self._loose[name].append(one)
                else:
                    self._dated[name].append((one.when.from_, one.id, one))
        for held in self._dated.values():
            held.sort(key=lambda entry: entry[:2])

    def list_meeting(self, place: str, period: Said) -> Iterator[Incident]:
        """The incidents that may lie at a place in a period, and few others."""
        for name in (place, None):
            held = self._dated.get(name, [])
            first = bisect_left(held, period.from_ - _LONG, key=lambda entry: entry[0])
            last = bisect_right(held, period.to, key=lambda entry: entry[0])
            yield from (one for _, _, one in held[first:last])
            yield from self._loose.get(name, ())


def _list_names(incident: Incident) -> set[str | None]:
    place = incident.place
    if place is None:
        return {None}
    names: set[str | None] = {place.name, place.admin1, place.country}
    return names if may_be_elsewhere(place) else names - {None}


def set_beside(
    cell: Cell, total: Bounds | None, parts: Sequence[TallyPart], shelf: Shelf
) -> tuple[Beside, ...]:
    """Our figures of the cell beside the total, and beside each part for its party.

    Nothing stands beside a tally whose period or place is unknown, or in whose cell none of our
    incidents surely lies.
    """
    if cell.period is None or cell.place is None:
        return ()
    met = list(shelf.list_meeting(cell.place, cell.period))
    rows = [_set_beside(cell, None, met)] if total is not None else []
    rows += [_set_beside(cell, part.party, met) for part in parts]
    return tuple(row for row in rows if row is not None)


def find_misses(
    total: Bounds | None, parts: Sequence[TallyPart], beside: Sequence[Beside]
) -> list[str]:
    """Where our minimum lies above a tally, or our maximum below it."""
    stated: dict[str | None, Bounds] = {
        part.party: Bounds(min=part.min, max=part.max) for part in parts
    }
    if total is not None:
        stated[None] = total
    return [line for ours in beside for line in _compare(stated[ours.party], ours)]


def _compare(theirs: Bounds, ours: Beside) -> Iterator[str]:
    whose = f" by {ours.party}" if ours.party else ""
    presumed = ", some of them presumed" if ours.presumed else ""
    if theirs.max is not None and ours.min > theirs.max:
        yield f"our incidents have at least {ours.min}{whose}{presumed}, the tally {theirs.max}"
    if ours.max is not None and ours.max < theirs.min:
        yield f"our incidents have at most {ours.max}{whose}, the tally {theirs.min}"


def _set_beside(cell: Cell, party: str | None, met: Sequence[Incident]) -> Beside | None:
    """Our figures for a cell; for a party, `min` is of incidents laid to it alone."""
    period = cell.period
    if period is None:
        return None
    within = Selection(first=period.from_, last=period.to, place=cell.place)
    sure = select_incidents(met, replace(within, only_party=party))
    possible = select_possible(met, replace(within, party=party))
    class_ = None if cell.class_ is VictimClass.UNKNOWN else cell.class_
    least, most = (sum_cell(cell.harm, class_, held) for held in (sure, possible))
    if not sure or most is None:
        return None
    known = {one.id for one in sure}
    return Beside(
        party=party,
        min=least.min if least else 0,
        max=_find_ceiling(most),
        incidents=tuple(one.id for one in sure),
        perhaps=tuple(one.id for one in possible if one.id not in known),
        without=most.without,
        presumed=least is not None and least.presumed,
    )


def _find_ceiling(most: Sum) -> int | None:
    return None if most.open else most.max
