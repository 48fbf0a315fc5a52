"""Modifiers around a number → the interval that they leave. DOMAIN.md, section 4."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from onrecord.model.vocabulary import Basis

# Bases that keep the number as said; the others state none.
_STATING = frozenset({Basis.EXACT, Basis.AT_LEAST, Basis.ABOUT, Basis.NEARLY})


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least `min`, at most `max` (`None` is open); `stated` is the number as said."""

    min: int
    max: int | None
    basis: Basis
    stated: int | None


def bound_value(value: Fraction | int, basis: Basis) -> Bounds:
    """The bounds of one number under one basis; a fraction of a unit is rounded outwards."""
    low, high = floor(value), ceil(value)
    stated = round(value) if basis in _STATING else None
    match basis:
        case Basis.AT_LEAST:
            return Bounds(high, None, basis, stated)
        case Basis.MORE_THAN:
            return Bounds(low + 1, None, basis, None)
        case Basis.AT_MOST:
            return Bounds(0, low, basis, None)
        case Basis.FEWER_THAN:
            return Bounds(0, max(high - 1, 0), basis, None)
        case Basis.NEARLY:
            top = max(high - 1, 0)
            return Bounds(min(ceil(value * Fraction(9, 10)), top), top, basis, stated)
        case Basis.ABOUT:
            return _around(value)
        case _:
            return Bounds(low, high, basis, stated)


def _around(value: Fraction | int) -> Bounds:
    slack = Fraction(value) / 10 if value >= 20 else 2 if value >= 10 else 1
    low, high = max(ceil(value - slack), 0), floor(value + slack)
    return Bounds(low, high, Basis.ABOUT, round(value))


def bound_again(bounds: Bounds, basis: Basis) -> Bounds:
    """The bounds under one more modifier outside: "at least about 20", "up to 10 or 15"."""
    if bounds.basis is Basis.EXACT and bounds.max is not None:
        return bound_value(bounds.min, basis)
    if bounds.basis is Basis.VAGUE:
        low = 0 if basis in (Basis.AT_MOST, Basis.FEWER_THAN) else bounds.min
        return Bounds(low, None, Basis.VAGUE, None)
    stated = bounds.stated if basis in _STATING else None
    match basis:
        case Basis.AT_LEAST | Basis.MORE_THAN:
            return Bounds(bounds.min, None, basis, stated)
        case Basis.AT_MOST | Basis.FEWER_THAN:
            return Bounds(0, bounds.max, basis, None)
        case _:
            return bounds
