"""Law: propagated bounds are the tightest, as trying every assignment shows."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.tallies.constraints import Constraint, Known, propagate

TOP = 5
QUICK = settings(max_examples=80, deadline=None)


@st.composite
def known(draw: st.DrawFn) -> Known:
    least = draw(st.integers(0, TOP))
    return Known(min=least, max=draw(st.integers(least, TOP)))


@st.composite
def trees(draw: st.DrawFn) -> tuple[dict[str, Known], list[Constraint]]:
    """A whole with two partitions, one part of which has parts of its own."""
    names = ("all", "civilian", "fighter", "woman", "child")
    stated = {name: draw(known()) for name in names}
    found = [
        Constraint(parts=("civilian", "fighter"), whole="all", exact=draw(st.booleans())),
        Constraint(parts=draw(st.sampled_from([("woman", "child"), ("child",)])), whole="civilian"),
    ]
    return stated, found


def holds(constraint: Constraint, values: dict[str, int]) -> bool:
    parts = sum(values[part] for part in constraint.parts)
    whole = values[constraint.whole]
    return parts == whole if constraint.exact else parts <= whole


def solve_by_force(stated: dict[str, Known], constraints: list[Constraint]) -> list[dict[str, int]]:
    names = sorted(stated)
    boxes = [range(stated[name].min, (stated[name].max or 0) + 1) for name in names]
    found = (dict(zip(names, values, strict=True)) for values in product(*boxes))
    return [values for values in found if all(holds(one, values) for one in constraints)]


@QUICK
@given(trees())
def test_bounds_are_the_tightest_there_are(
    case: tuple[dict[str, Known], list[Constraint]],
) -> None:
    stated, constraints = case
    solution = propagate(stated, constraints)
    allowed = solve_by_force(stated, constraints)

    if not allowed:
        assert solution.conflicts
        assert dict(solution.bounds) == stated
        return
    assert not solution.conflicts
    for name in stated:
        values = [one[name] for one in allowed]
        bound = solution.bounds[name]
        assert (bound.min, bound.max) == (min(values), max(values))


@QUICK
@given(trees())
def test_what_was_stated_is_never_widened(case: tuple[dict[str, Known], list[Constraint]]) -> None:
    stated, constraints = case
    for name, bound in propagate(stated, constraints).bounds.items():
        assert bound.min >= stated[name].min
        assert (bound.max or 0) <= (stated[name].max or 0)
