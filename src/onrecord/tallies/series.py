"""Tallies of one recorder over periods that do not overlap → their sum, made by us.

Only tallies with one definition are added: one recorder, harm, class and place. Those of different
recorders stand side by side, and periods that overlap tell of the same people twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.model.claim import Said
from onrecord.model.identity import TallyId, name_by_content
from onrecord.model.tally import Bounds, Tally, TallyPart
from onrecord.tallies.aggregates import PERIOD
from onrecord.tallies.comparisons import Compared
from onrecord.tallies.dividing import divide_total

SERIES = "series"


def add_periods(tallies: Iterable[Tally]) -> Iterator[Tally]:
    """One sum for each recorder that has totals over several periods, none of which overlap."""
    groups: dict[tuple[str, ...], list[Tally]] = {}
    for tally in tallies:
        if tally.kind == PERIOD and tally.recorder and tally.period and tally.total:
            key = (tally.recorder, tally.place or "", tally.harm.value, tally.class_.value)
            groups.setdefault(key, []).append(tally)
    for name in sorted(groups):
        held = sorted(groups[name], key=lambda one: (_period(one).from_, one.id))
        if len(held) > 1 and not _overlap(held):
            yield _add(held)


def _period(tally: Tally) -> Said:
    if tally.period is None:
        raise ValueError("only tallies of a known period are added")
    return tally.period


def _overlap(tallies: Sequence[Tally]) -> bool:
    return any(_period(one).to >= _period(other).from_ for one, other in pairwise(tallies))


def _add(tallies: Sequence[Tally]) -> Tally:
    first = tallies[0]
    totals = [tally.total for tally in tallies if tally.total is not None]
    total = _sum(totals)
    parts = tuple(_add_parts(tallies))
    claims = tuple(sorted({id for tally in tallies for id in tally.claims}))
    division = divide_total(total, claims, parts, Compared(comparisons=(), unfigured=()))
    period = Said(from_=_period(first).from_, to=_period(tallies[-1]).to)
    names = ", ".join(tally.id for tally in tallies)
    made = (SERIES, first.recorder, period, first.place, first.harm, first.class_, names)
    return Tally(
        id=TallyId(name_by_content("t", *made)),
        kind=SERIES,
        recorder=first.recorder,
        period=period,
        place=first.place,
        harm=first.harm,
        class_=first.class_,
        total=total,
        parts=parts,
        residual=division.left,
        inequalities=(),
        check="conflict" if division.broken else "holds",
        claims=claims,
        findings=(
            f"added by onrecord: {len(tallies)} periods that do not overlap ({names})",
            *division.broken,
        ),
    )


def _add_parts(tallies: Sequence[Tally]) -> Iterator[TallyPart]:
    """The parts of each party; open where one of the periods gives it no figure."""
    parties = sorted({part.party for tally in tallies for part in tally.parts})
    for party in parties:
        held = [part for tally in tallies for part in tally.parts if part.party == party]
        sum_ = _sum([Bounds(min=part.min, max=part.max) for part in held])
        yield TallyPart(
            party=party,
            min=sum_.min,
            max=sum_.max if len(held) == len(tallies) else None,
            claims=tuple(sorted({id for part in held for id in part.claims})),
            classes={},
        )


def _sum(bounds: Sequence[Bounds]) -> Bounds:
    tops = [one.max for one in bounds]
    top = None if None in tops else sum(one for one in tops if one is not None)
    return Bounds(min=sum(one.min for one in bounds), max=top)
