"""Bounds and constraints → the tightest bounds, each with how it follows and from which claims.

A constraint bounds a weighted sum of quantities: parts add up to no more than a whole, one figure
is more than another. Bounds are propagated to a fixpoint (bounds consistency; Apt, "Principles of
Constraint Programming", 2003, ch. 6); where constraints form a circle, trying out closes what is
left (`searching`). On conflict nothing is clipped: the stated bounds come back, with both sides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.model.identity import ClaimId
from onrecord.tallies.searching import Broken, Relation, Spans, sharpen, squeeze

_NOBODY: frozenset[ClaimId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """At least `min`, at most `max` (`None`: no ceiling), and the claims behind each of the two."""

    min: int = 0
    max: int | None = None
    below: frozenset[ClaimId] = _NOBODY
    above: frozenset[ClaimId] = _NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """The sum of weight times quantity lies within `least` and `most` (`None`: no such end).

    `words` say it as a formula; `claims` are those that state the relation itself.
    """

    weights: tuple[tuple[str, int], ...]
    least: int | None = None
    most: int | None = 0
    words: str
    claims: frozenset[ClaimId] = _NOBODY

    @property
    def relation(self) -> Relation:
        """The constraint in numbers alone."""
        return Relation(weights=self.weights, least=self.least, most=self.most)


def add_up(parts: Sequence[str], whole: str, *, exact: bool = False) -> Constraint:
    """Disjoint `parts` add up to no more than `whole`; to just that if `exact`."""
    return Constraint(
        weights=(*((part, 1) for part in parts), (whole, -1)),
        least=0 if exact else None,
        words=f"{' + '.join(parts)} {'=' if exact else '<='} {whole}",
    )


def exceed(more: str, less: str, claims: frozenset[ClaimId] = _NOBODY) -> Constraint:
    """`more` is more than `less`, as somebody says."""
    weights = ((less, 1), (more, -1))
    return Constraint(weights=weights, most=-1, words=f"{less} < {more}", claims=claims)


@dataclass(frozen=True, kw_only=True)
class End:
    """One end of a quantity's bounds: as stated, or as it follows by a constraint from `sources`.

    `claims` are those that state the end, or the relation by which it follows.
    """

    name: str
    upper: bool
    value: int
    claims: frozenset[ClaimId] = _NOBODY
    rule: Constraint | None = None
    sources: tuple["End", ...] = ()

    @cached_property
    def grounds(self) -> frozenset[ClaimId]:
        """All claims that this end rests on."""
        return self.claims.union(*(source.grounds for source in self.sources))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A constraint that cannot hold: its `floors` together are more than its `roofs` allow."""

    rule: Constraint
    floors: tuple[End, ...]
    roofs: tuple[End, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The ends of every quantity as far as they are known; with a conflict, those stated."""

    lows: Mapping[str, End]
    highs: Mapping[str, End]
    conflicts: tuple[Conflict, ...] = ()

    def bounds(self, name: str) -> tuple[int, int | None]:
        """The least and the most (`None`: no ceiling) of one quantity."""
        low, high = self.lows.get(name), self.highs.get(name)
        return (low.value if low else 0), (high.value if high else None)


def solve(
    stated: Mapping[str, Known],
    constraints: Sequence[Constraint],
    *,
    asked: Iterable[str] | None = None,
) -> Solution:
    """The tightest bounds that stated bounds and constraints allow, in whole numbers.

    Quantities that nobody states are unknown, and never below nought. `asked` are the quantities
    whose bounds must be the tightest (all, if not given); the others may be wider.
    """
    names = sorted({*stated, *(name for one in constraints for name, _ in one.weights)})
    lows, highs = _state(stated, names)
    before = Solution(lows=dict(lows), highs=dict(highs))
    spans = Spans(
        lows={name: lows[name].value for name in names},
        highs={name: highs[name].value if name in highs else None for name in names},
    )
    ledger = _Ledger(constraints, lows, highs)
    broken = squeeze(spans, [one.relation for one in constraints], note=ledger.note)
    if broken is None and spans.settled:
        wanted = sorted(names if asked is None else {*asked} & {*names})
        broken = sharpen(spans, [one.relation for one in constraints], wanted, note=ledger.note)
    if broken is None:
        return Solution(lows=lows, highs=highs)
    return Solution(lows=before.lows, highs=before.highs, conflicts=(ledger.oppose(broken),))


class _Ledger:
    """Keeps for each end how it was found, while the numbers are being narrowed."""

    def __init__(
        self, constraints: Sequence[Constraint], lows: dict[str, End], highs: dict[str, End]
    ) -> None:
        self.constraints = constraints
        self.lows, self.highs = lows, highs
        self.stated = tuple(end for end in (*lows.values(), *highs.values()) if end.claims)
        self.last: End | None = None

    def note(self, name: str, value: int, *, upper: bool, by: int | None) -> None:
        """Takes down a new end of a quantity, found by one constraint or (`None`) by all."""
        rule = self._together() if by is None else self.constraints[by]
        sources = self.stated if by is None else self._find_sources(rule, name, upper=upper)
        self.last = End(
            name=name, upper=upper, value=value, claims=rule.claims, rule=rule, sources=sources
        )
        (self.highs if upper else self.lows)[name] = self.last

    def oppose(self, broken: Broken) -> Conflict:
        """The conflict where two ends have crossed, or where no whole numbers fit."""
        name, by = broken
        ends, rule = self.stated, self._together()
        if by is not None and self.last is not None:
            rule = self.constraints[by]
            facing = (self.lows if self.last.upper else self.highs)[name]
            ends = (*self.last.sources, facing)
        told = [end for end in ends if end.grounds]
        return Conflict(
            rule=rule,
            floors=tuple(end for end in told if not end.upper),
            roofs=tuple(end for end in told if end.upper),
        )

    def _together(self) -> Constraint:
        """All constraints as one, where only trying out shows what they allow."""
        return Constraint(
            weights=(),
            words=" and ".join(one.words for one in self.constraints),
            claims=_NOBODY.union(*(one.claims for one in self.constraints)),
        )

    def _find_sources(self, rule: Constraint, name: str, *, upper: bool) -> tuple[End, ...]:
        """The ends of the other quantities that leave so much to this one."""
        weights = dict(rule.weights)
        pressing = (weights[name] > 0) is upper
        found = (
            (self.highs if (weight < 0) is pressing else self.lows).get(other)
            for other, weight in rule.weights
            if other != name
        )
        return tuple(end for end in found if end is not None)


def _state(
    stated: Mapping[str, Known], names: Iterable[str]
) -> tuple[dict[str, End], dict[str, End]]:
    lows, highs = {}, {}
    for name in names:
        known = stated.get(name, Known())
        lows[name] = End(name=name, upper=False, value=known.min, claims=known.below)
        if known.max is not None:
            highs[name] = End(name=name, upper=True, value=known.max, claims=known.above)
    return lows, highs
