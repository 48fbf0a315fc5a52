"""Bounds are as tight as the constraints allow, each with its claims; conflicts clip nothing."""

from onrecord.model.identity import ClaimId
from onrecord.tallies.constraints import Constraint, Known, propagate

ONE, OTHER = ClaimId("c-1"), ClaimId("c-2")


def a_bound(least: int, most: int | None, claim: ClaimId = ONE) -> Known:
    return Known(min=least, max=most, claims=frozenset({claim}))


def test_a_whole_is_no_less_than_its_parts() -> None:
    solution = propagate(
        {"child": a_bound(32, 32), "woman": a_bound(11, 11), "all": a_bound(0, None, OTHER)},
        [Constraint(parts=("child", "woman"), whole="all")],
    )

    assert (solution.bounds["all"].min, solution.bounds["all"].max) == (43, None)
    assert solution.bounds["all"].claims == {ONE, OTHER}


def test_a_part_is_no_more_than_the_whole_leaves() -> None:
    solution = propagate(
        {"civilian": a_bound(2, None), "fighter": a_bound(3, 3), "all": a_bound(9, 9, OTHER)},
        [Constraint(parts=("civilian", "fighter"), whole="all")],
    )

    assert (solution.bounds["civilian"].min, solution.bounds["civilian"].max) == (2, 6)
    assert OTHER in solution.bounds["civilian"].claims


def test_exact_parts_leave_a_rest() -> None:
    solution = propagate(
        {"total": a_bound(1382, 1382), "one": a_bound(679, 679), "two": a_bound(140, 140)},
        [Constraint(parts=("one", "two", "rest"), whole="total", exact=True)],
    )

    assert (solution.bounds["rest"].min, solution.bounds["rest"].max) == (563, 563)


def test_an_open_total_leaves_an_open_rest() -> None:
    solution = propagate(
        {"total": a_bound(200, None), "one": a_bound(44, 49)},
        [Constraint(parts=("one", "rest"), whole="total", exact=True)],
    )

    assert (solution.bounds["rest"].min, solution.bounds["rest"].max) == (151, None)


def test_a_conflict_is_named_with_its_claims_and_the_stated_bounds_come_back() -> None:
    stated = {"child": a_bound(8, 8), "all": a_bound(5, 5, OTHER)}
    solution = propagate(stated, [Constraint(parts=("child",), whole="all")])

    assert dict(solution.bounds) == stated
    assert [one.constraint.words for one in solution.conflicts] == ["child <= all"]
    assert solution.conflicts[0].claims == {ONE, OTHER}


def test_constraints_that_chase_each_other_end_as_a_conflict() -> None:
    circle = [
        Constraint(parts=("one", "step"), whole="other"),
        Constraint(parts=("other",), whole="one"),
    ]
    solution = propagate({"step": a_bound(1, 1)}, circle)

    assert solution.conflicts
    assert solution.bounds["one"] == Known()
