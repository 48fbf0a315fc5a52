"""Our incidents beside a recorder's tally of the same cell: findings to report, never fixes."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.claim import Said
from onrecord.model.incident import Incident
from onrecord.model.tally import Bounds, Sum, TallyPart
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.tallies.sums import Selection, select_incidents, sum_incidents


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a tally is over: harm, class, period and place; `None` where it does not say.

    `place` is a name, or the code of a whole country.
    """

    harm: Harm
    class_: VictimClass
    period: Said | None
    place: str | None


def cross_check(
    cell: Cell, total: Bounds | None, parts: Sequence[TallyPart], incidents: Sequence[Incident]
) -> list[str]:
    """Where our minimum lies above a tally, or our maximum below it.

    Only cells whose period and place are both known can be compared.
    """
    if cell.period is None or cell.place is None:
        return []
    lines = _compare(cell, total, None, incidents)
    for part in parts:
        bounds = Bounds(min=part.min, max=part.max)
        lines += _compare(cell, bounds, part.party, incidents)
    return lines


def _compare(
    cell: Cell, bounds: Bounds | None, party: str | None, incidents: Sequence[Incident]
) -> list[str]:
    ours = _sum_cell(cell, party, incidents)
    if bounds is None or ours is None:
        return []
    whose = f" by {party}" if party else ""
    lines = []
    if bounds.max is not None and ours.min > bounds.max:
        lines.append(f"our incidents have at least {ours.min}{whose}, the tally {bounds.max}")
    if not ours.open and ours.max is not None and ours.max < bounds.min:
        lines.append(f"our incidents have at most {ours.max}{whose}, the tally {bounds.min}")
    return lines


def _sum_cell(cell: Cell, party: str | None, incidents: Sequence[Incident]) -> Sum | None:
    """Our sum for the cell; only incidents laid to that party alone count for a part."""
    if cell.period is None:
        return None
    held = select_incidents(
        incidents,
        Selection(first=cell.period.from_, last=cell.period.to, place=cell.place, only_party=party),
    )
    class_ = None if cell.class_ is VictimClass.UNKNOWN else cell.class_
    sums = [one for one in sum_incidents(held) if (one.harm, one.class_) == (cell.harm, class_)]
    return sums[0] if sums else None
