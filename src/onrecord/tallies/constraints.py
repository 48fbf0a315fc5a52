"""Bounds and constraints → the tightest bounds, each with the claims that it rests on.

Constraints say that disjoint parts add up to no more than a whole, or to exactly that whole.
Bounds are propagated to a fixpoint; for constraints that form a tree (every part in one whole)
that is the tightest answer. On conflict nothing is clipped: the stated bounds come back.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.identity import ClaimId

# Constraints over classes nest a few levels deep; more rounds mean that they chase each other.
_ROUNDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """At least `min`, at most `max` (`None`: no ceiling), and the claims behind both."""

    min: int = 0
    max: int | None = None
    claims: frozenset[ClaimId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """Disjoint `parts` add up to no more than `whole`; to just that if `exact`."""

    parts: tuple[str, ...]
    whole: str
    exact: bool = False

    @property
    def words(self) -> str:
        """The constraint as a formula."""
        return f"{' + '.join(self.parts)} {'=' if self.exact else '<='} {self.whole}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A constraint that the stated bounds break, and the claims that cannot all be right."""

    constraint: Constraint
    claims: frozenset[ClaimId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The bounds after propagation; with a conflict, the bounds as stated."""

    bounds: Mapping[str, Known]
    conflicts: tuple[Conflict, ...] = ()


def propagate(stated: Mapping[str, Known], constraints: Sequence[Constraint]) -> Solution:
    """The tightest bounds that the constraints allow; unnamed variables are unknown."""
    names = {name for one in constraints for name in (*one.parts, one.whole)}
    bounds = {name: stated.get(name, Known()) for name in sorted({*stated, *names})}
    stated_all = dict(bounds)
    for _ in range(_ROUNDS):
        before = dict(bounds)
        for constraint in constraints:
            _tighten(bounds, constraint)
            broken = _find_broken(bounds, constraint)
            if broken is not None:
                return Solution(bounds=stated_all, conflicts=(broken,))
        if bounds == before:
            return Solution(bounds=bounds)
    claims = frozenset[ClaimId]().union(*(one.claims for one in bounds.values()))
    endless = tuple(Conflict(constraint=one, claims=claims) for one in constraints[:1])
    return Solution(bounds=stated_all, conflicts=endless)


def _tighten(bounds: dict[str, Known], constraint: Constraint) -> None:
    whole, parts = constraint.whole, constraint.parts
    _raise(bounds, whole, sum(bounds[part].min for part in parts), parts)
    for part in parts:
        others = [other for other in parts if other != part]
        top = bounds[whole].max
        if top is not None:
            rest = top - sum(bounds[other].min for other in others)
            _lower(bounds, part, rest, (whole, *others))
    if constraint.exact:
        _tighten_exact(bounds, whole, parts)


def _tighten_exact(bounds: dict[str, Known], whole: str, parts: tuple[str, ...]) -> None:
    top = _add_up(bounds, parts)
    if top is not None:
        _lower(bounds, whole, top, parts)
    for part in parts:
        others = [other for other in parts if other != part]
        rest = _add_up(bounds, others)
        if rest is not None:
            _raise(bounds, part, bounds[whole].min - rest, (whole, *others))


def _add_up(bounds: Mapping[str, Known], names: Collection[str]) -> int | None:
    total = 0
    for name in names:
        top = bounds[name].max
        if top is None:
            return None
        total += top
    return total


def _raise(bounds: dict[str, Known], name: str, least: int, sources: Collection[str]) -> None:
    known = bounds[name]
    if least > known.min:
        claims = known.claims | _claims(bounds, sources)
        bounds[name] = Known(min=least, max=known.max, claims=claims)


def _lower(bounds: dict[str, Known], name: str, most: int, sources: Collection[str]) -> None:
    known = bounds[name]
    if known.max is None or most < known.max:
        claims = known.claims | _claims(bounds, sources)
        bounds[name] = Known(min=known.min, max=most, claims=claims)


def _claims(bounds: Mapping[str, Known], names: Collection[str]) -> frozenset[ClaimId]:
    return frozenset[ClaimId]().union(*(bounds[name].claims for name in names))


def _find_broken(bounds: Mapping[str, Known], constraint: Constraint) -> Conflict | None:
    for name in (*constraint.parts, constraint.whole):
        known = bounds[name]
        if known.max is not None and known.min > known.max:
            claims = _claims(bounds, (*constraint.parts, constraint.whole))
            return Conflict(constraint=constraint, claims=claims)
    return None
