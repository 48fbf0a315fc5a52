"""Our incidents beside a recorder's tally of the same cell: findings to report, never fixes."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model.claim import Said
from onrecord.model.identity import IncidentId
from onrecord.model.incident import Incident
from onrecord.model.tally import Bounds, Sum, TallyPart
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.tallies.sums import Selection, select_incidents, sum_cell


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
    """Dated incidents under their place, province and country, by first day."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        self._held: dict[str, list[tuple[date, IncidentId, Incident]]] = defaultdict(list)
        for one in incidents:
            if one.when is not None and one.place is not None:
                for name in {one.place.name, one.place.admin1, one.place.country}:
                    if name is not None:
                        self._held[name].append((one.when.from_, one.id, one))
        for held in self._held.values():
            held.sort(key=lambda entry: entry[:2])

    def list_begun(self, place: str, period: Said) -> list[Incident]:
        """The incidents at a place that began within a period."""
        held = self._held.get(place, [])
        first = bisect_left(held, period.from_, key=lambda entry: entry[0])
        last = bisect_right(held, period.to, key=lambda entry: entry[0])
        return [one for _, _, one in held[first:last]]


def cross_check(
    cell: Cell, total: Bounds | None, parts: Sequence[TallyPart], shelf: Shelf
) -> list[str]:
    """Where our minimum lies above a tally, or our maximum below it.

    Only cells whose period and place are both known can be compared.
    """
    if cell.period is None or cell.place is None:
        return []
    lines = _compare(cell, total, None, shelf)
    for part in parts:
        bounds = Bounds(min=part.min, max=part.max)
        lines += _compare(cell, bounds, part.party, shelf)
    return lines


def _compare(cell: Cell, bounds: Bounds | None, party: str | None, shelf: Shelf) -> list[str]:
    ours = None if bounds is None else _sum_cell(cell, party, shelf)
    if bounds is None or ours is None:
        return []
    whose = f" by {party}" if party else ""
    lines = []
    if bounds.max is not None and ours.min > bounds.max:
        lines.append(f"our incidents have at least {ours.min}{whose}, the tally {bounds.max}")
    if not ours.open and ours.max is not None and ours.max < bounds.min:
        lines.append(f"our incidents have at most {ours.max}{whose}, the tally {bounds.min}")
    return lines


def _sum_cell(cell: Cell, party: str | None, shelf: Shelf) -> Sum | None:
    """Our sum for the cell; only incidents laid to that party alone count for a part."""
    if cell.period is None or cell.place is None:
        return None
    held = select_incidents(
        shelf.list_begun(cell.place, cell.period),
        Selection(first=cell.period.from_, last=cell.period.to, place=cell.place, only_party=party),
    )
    class_ = None if cell.class_ is VictimClass.UNKNOWN else cell.class_
    return sum_cell(cell.harm, class_, held)
