"""Bounds are as tight as the constraints allow, each with its claims; conflicts clip nothing."""

from onrecord.model.identity import ClaimId
from onrecord.tallies.constraints import Constraint, Known, add_up, exceed, solve

ONE, OTHER = ClaimId("c-1"), ClaimId("c-2")


def a_bound(least: int, most: int | None, claim: ClaimId = ONE) -> Known:
    held = frozenset({claim})
    return Known(min=least, max=most, below=held, above=held)


def test_a_whole_is_no_less_than_its_parts() -> None:
    solution = solve(
        {"child": a_bound(32, 32), "woman": a_bound(11, 11), "all": a_bound(0, None, OTHER)},
        [add_up(("child", "woman"), "all")],
    )

    assert solution.bounds("all") == (43, None)
    assert solution.lows["all"].grounds == {ONE}


def test_a_part_is_no_more_than_the_whole_leaves() -> None:
    solution = solve(
        {"civilian": a_bound(2, None), "fighter": a_bound(3, 3), "all": a_bound(9, 9, OTHER)},
        [add_up(("civilian", "fighter"), "all")],
    )

    assert solution.bounds("civilian") == (2, 6)
    assert solution.highs["civilian"].grounds == {ONE, OTHER}
    assert solution.lows["civilian"].grounds == {ONE}


def test_exact_parts_leave_a_rest() -> None:
    solution = solve(
        {"total": a_bound(1382, 1382), "one": a_bound(679, 679), "two": a_bound(140, 140)},
        [add_up(("one", "two", "rest"), "total", exact=True)],
    )

    assert solution.bounds("rest") == (563, 563)


def test_an_open_total_leaves_an_open_rest() -> None:
    solution = solve(
        {"total": a_bound(200, None), "one": a_bound(44, 49)},
        [add_up(("one", "rest"), "total", exact=True)],
    )

    assert solution.bounds("rest") == (151, None)


def test_what_is_more_than_another_figure_is_at_least_one_above_it() -> None:
    solution = solve(
        {"front": a_bound(60, 60), "total": a_bound(100, 100)},
        [exceed("army", "front", frozenset({OTHER})), add_up(("front", "army"), "total")],
    )

    assert solution.conflicts
    assert solve({"front": a_bound(30, 30)}, [exceed("army", "front")]).bounds("army") == (31, None)


def test_a_conflict_has_its_claims_on_both_sides_and_the_stated_bounds_come_back() -> None:
    stated = {"child": a_bound(8, 8), "all": a_bound(5, 5, OTHER)}
    solution = solve(stated, [add_up(("child",), "all")])

    assert {name: solution.bounds(name) for name in stated} == {"child": (8, 8), "all": (5, 5)}
    conflict = solution.conflicts[0]
    assert conflict.rule.words == "child <= all"
    assert [end.grounds for end in conflict.floors] == [{ONE}]
    assert [end.grounds for end in conflict.roofs] == [{OTHER}]


def test_constraints_that_chase_each_other_end_as_a_conflict() -> None:
    circle = [exceed("one", "other"), exceed("other", "one")]
    solution = solve({}, circle)

    assert solution.conflicts
    assert solution.bounds("one") == (0, None)


def test_whole_numbers_close_what_halves_would_leave_open() -> None:
    """Twice the pairs are the people: five people are no whole number of pairs."""
    pairs = Constraint(weights=(("pairs", 2), ("people", -1)), least=0, most=0, words="2 pairs")
    solution = solve({"people": a_bound(5, 8)}, [pairs])

    assert solution.bounds("people") == (6, 8)
    assert solution.bounds("pairs") == (3, 4)


def test_a_circle_of_constraints_is_closed_by_trying_out() -> None:
    """Six civilians and seven children of ten people: three are both, by both divisions."""
    rows = [add_up((f"{row} child", f"{row} other"), row, exact=True) for row in ("civil", "rest")]
    columns = [
        add_up((f"civil {column}", f"rest {column}"), column, exact=True)
        for column in ("child", "other")
    ]
    wholes = [
        add_up(("civil", "rest"), "all", exact=True),
        add_up(("child", "other"), "all", exact=True),
    ]
    stated = {"all": a_bound(10, 10), "civil": a_bound(6, 6), "child": a_bound(7, 7)}
    solution = solve(stated, [*rows, *columns, *wholes])

    assert solution.bounds("civil child") == (3, 6)
    assert solution.bounds("rest other") == (0, 3)


def test_a_question_too_large_to_try_out_moves_no_end() -> None:
    """No whole numbers doubled add up to 101; bounds that cannot be tried stay as wide as they are."""
    names = [f"part {number}" for number in range(12)]
    odd = Constraint(
        weights=tuple((name, 2) for name in names), least=101, most=101, words="twice all"
    )
    solution = solve({name: a_bound(0, 50) for name in names}, [odd])

    assert not solution.conflicts
    assert solution.bounds("part 0") == (0, 50)
