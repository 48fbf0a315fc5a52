"""One recorder's total, parts and comparisons → the bounds that they prove for what is left open.

The named parts and the parties without a figure never exceed the total; the classes of a part
never exceed that part; a comparison bounds a party without a figure by one that has one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model.identity import ClaimId
from onrecord.model.tally import Bounds, TallyPart
from onrecord.model.vocabulary import VictimClass
from onrecord.tallies.comparisons import Compared
from onrecord.tallies.constraints import Constraint, Known, Solution, add_up, exceed, solve
from onrecord.tallies.people import KINDS, STANDINGS

TOTAL, LEFT, REST = "the total", "what the named parts leave", "what no party is named for"
_EXCEED = "the named parts exceed the total"
_CONTRADICT = "a comparison contradicts the figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """What a tally proves: `left` to all without a figure, `unstated` to each party named so.

    `broken` says what cannot all hold; what is broken proves nothing.
    """

    left: Bounds | None
    unstated: tuple[TallyPart, ...]
    broken: tuple[str, ...]


def divide_total(
    total: Bounds | None,
    claims: Iterable[ClaimId],
    parts: Sequence[TallyPart],
    compared: Compared,
) -> Division:
    """The tightest bounds on what a recorder leaves open; `claims` are those of the total."""
    unfigured = compared.unfigured
    known = {part.party: _know(part.min, part.max, part.claims) for part in parts}
    if total is not None:
        known[TOTAL] = _know(total.min, total.max, claims)
    whole = _relate_total([part.party for part in parts], unfigured) if total is not None else []
    told = [exceed(one.more, one.less, frozenset({one.claim})) for one in compared.comparisons]
    solution = solve(known, [*whole, *told])
    broken = list(_list_broken_parts(parts))
    if solution.conflicts:
        solution = solve(known, whole)
        broken.insert(0, _EXCEED if solution.conflicts else _CONTRADICT)
    fits = total is not None and not solution.conflicts
    return Division(
        left=_bound(solution, LEFT) if fits else None,
        unstated=tuple(_list_unstated(solution, unfigured)),
        broken=tuple(broken),
    )


def _know(least: int, most: int | None, claims: Iterable[ClaimId]) -> Known:
    held = frozenset(claims)
    return Known(min=least, max=most, below=held, above=held)


def _relate_total(figured: Sequence[str], unfigured: Sequence[str]) -> list[Constraint]:
    return [
        add_up((*figured, LEFT), TOTAL, exact=True),
        add_up((*unfigured, REST), LEFT, exact=True),
    ]


def _list_broken_parts(parts: Iterable[TallyPart]) -> Iterator[str]:
    """Each part whose own classes do not fit into it; classes of one division are disjoint."""
    for part in parts:
        known = {class_.value: _know(one.min, one.max, ()) for class_, one in part.classes.items()}
        known[part.party] = _know(part.min, part.max, ())
        constraints = [
            add_up([class_.value for class_ in held], part.party)
            for held in _list_divisions(part.classes)
        ]
        if solve(known, constraints, asked=()).conflicts:
            yield f"{part.party}: a subset is larger than its part"


def _list_divisions(classes: Iterable[VictimClass]) -> list[list[VictimClass]]:
    held = set(classes)
    divisions = [[class_ for class_ in kinds if class_ in held] for kinds in (STANDINGS, KINDS)]
    return [division for division in divisions if division]


def _list_unstated(solution: Solution, unfigured: Iterable[str]) -> Iterator[TallyPart]:
    for party in unfigured:
        bounds = _bound(solution, party)
        if bounds == Bounds(min=0, max=None):
            continue
        ends = (solution.lows.get(party), solution.highs.get(party))
        claims = {id for end in ends if end is not None for id in end.grounds}
        yield TallyPart(
            party=party, min=bounds.min, max=bounds.max, claims=tuple(sorted(claims)), classes={}
        )


def _bound(solution: Solution, name: str) -> Bounds:
    least, most = solution.bounds(name)
    return Bounds(min=least, max=most)
