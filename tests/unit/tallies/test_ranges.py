"""The range of an incident: lowest end, largest number stated, open floors, best with its why."""

from typing import Any

import pytest
from tests.builders import a_count
from tests.unit.tallies.scenes import (
    accused,
    civilians,
    count,
    decide,
    ends,
    fighters,
    killed,
    killed_of,
    saying,
    unsourced,
)

from onrecord.model.claim import Count
from onrecord.model.decision import DecisionKind
from onrecord.model.vocabulary import Age, Basis, Harm, Mode, Sex, Status, VictimClass


def vague(least: int) -> Count:
    return a_count(least, None, basis=Basis.VAGUE, stated=None)


def children(number: int, **more: Any) -> Count:
    return a_count(number, age=Age.CHILD, **more)


def women(number: int, **more: Any) -> Count:
    return a_count(number, sex=Sex.WOMAN, age=Age.ADULT, **more)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([a_count(7)], (7, 7, False)),
        ([a_count(46, None)], (46, 46, True)),
        ([a_count(44), a_count(49)], (44, 49, False)),
        ([a_count(44), a_count(49, None)], (44, 49, True)),
        ([a_count(46, None), a_count(49)], (46, 49, False)),
        ([a_count(49, None), a_count(49)], (49, 49, True)),
        ([a_count(5, 9)], (5, 9, False)),
        ([a_count(1, 9, basis=Basis.AT_MOST, stated=None), a_count(6)], (1, 9, False)),
        ([vague(12)], (12, None, True)),
        ([vague(12), a_count(8)], (8, 12, True)),
        ([a_count(0, 0, basis=Basis.NONE_SAID), a_count(3)], (0, 3, False)),
    ],
)
def test_the_range_spans_what_the_originators_say(
    counts: list[Count], expected: tuple[int, int | None, bool]
) -> None:
    claims = [saying(f"Monitor {n}", one) for n, one in enumerate(counts)]

    assert ends(killed(claims)) == expected


def test_what_nobody_mentions_is_unknown_and_not_zero() -> None:
    counting = count([saying("Monitor", a_count(7))])

    assert Harm.INJURED not in counting.by_harm
    assert VictimClass.CHILD not in counting.by_class[Harm.KILLED]


def test_harms_are_kept_apart() -> None:
    counting = count([saying("Monitor", a_count(7), a_count(15, harm=Harm.INJURED))])

    assert ends(counting.by_harm[Harm.KILLED]) == (7, 7, False)
    assert ends(counting.by_harm[Harm.INJURED]) == (15, 15, False)


def test_a_headline_lowers_and_raises_but_closes_nothing() -> None:
    body = saying("Monitor", a_count(49))
    low, high = (
        unsourced("Tarvel Post", a_count(number), mode=Mode.RELATED_HEADLINE) for number in (44, 52)
    )

    assert ends(killed([body, low])) == (44, 49, False)
    assert ends(killed([body, high])) == (49, 52, True)
    assert ends(killed([low])) == (44, 44, True)


def test_the_most_recent_number_is_best() -> None:
    claims = [saying("One", a_count(5)), saying("Two", a_count(9), day="2021-03-08")]

    assert (killed(claims).best, killed(claims).best_reason) == (9, "most_recent")


def test_a_majority_of_one_day_is_best_and_else_the_lowest() -> None:
    two = [saying("One", a_count(5)), saying("Two", a_count(9))]
    three = [*two, saying("Three", a_count(9))]

    assert (killed(two).best, killed(two).best_reason) == (5, "lowest")
    assert (killed(three).best, killed(three).best_reason) == (9, "majority")


def test_an_itemised_count_is_best_though_it_is_older() -> None:
    itemised = saying("One", a_count(5), women(2, subset_of=0), children(3, subset_of=0))
    later = saying("Two", a_count(9), day="2021-03-08")

    assert (killed([itemised, later]).best, killed([itemised, later]).best_reason) == (
        5,
        "investigated",
    )


@pytest.mark.parametrize(
    "alone",
    [a_count(5, 9), vague(12), a_count(0, 9, basis=Basis.AT_MOST, stated=None)],
)
def test_a_range_a_ceiling_or_a_vague_word_gives_no_best(alone: Count) -> None:
    assert killed([saying("Monitor", alone)]).best is None


def test_nearly_n_gives_no_best_outside_its_own_interval() -> None:
    nearly = a_count(45, 49, basis=Basis.NEARLY, stated=50)

    assert ends(killed([saying("Monitor", nearly)])) == (45, 49, False)
    assert killed([saying("Monitor", nearly)]).best is None


def test_a_floor_gives_its_number_as_best() -> None:
    assert killed([saying("Monitor", a_count(46, None))]).best == 46


def test_the_number_of_the_accused_is_best_only_where_there_is_no_other() -> None:
    claims = [saying("Monitor", a_count(9)), accused(a_count(4), day="2021-03-09")]

    assert ends(killed(claims)) == (4, 9, False)
    assert killed(claims).best == 9
    assert killed([accused(a_count(4))]).best == 4


def test_civilians_and_fighters_are_two_classes_of_one_whole() -> None:
    claims = [saying("Monitor", civilians(7), fighters(3))]

    assert ends(killed(claims)) == (10, 10, False)
    assert ends(killed_of(claims, VictimClass.CIVILIAN)) == (7, 7, False)
    assert ends(killed_of(claims, VictimClass.FIGHTER)) == (3, 3, False)


def test_protected_people_and_soldiers_belong_to_their_classes() -> None:
    medic = a_count(1, status=Status.OTHER_PROTECTED)
    soldier = a_count(2, status=Status.ARMED_FORCES_MEMBER)
    claims = [saying("Monitor", medic, soldier)]

    assert killed_of(claims, VictimClass.CIVILIAN).min == 1
    assert killed_of(claims, VictimClass.FIGHTER).min == 2


def test_women_and_children_alone_are_counted_and_do_not_lower_a_toll() -> None:
    listed = saying("One", women(3), children(2))
    whole = saying("Two", a_count(7))

    assert ends(killed([listed])) == (5, 5, False)
    assert ends(killed([listed, whole])) == (7, 7, False)


def test_women_and_children_above_a_toll_raise_its_floor() -> None:
    claims = [saying("One", women(6), children(3)), saying("Two", a_count(7))]

    assert ends(killed(claims)) == (7, 9, True)


def test_one_child_among_the_dead_is_a_number_and_closed() -> None:
    one = children(1, subset_of=0, text="one child")
    counting = count([saying("One", a_count(5), one)])
    child = counting.by_class[Harm.KILLED][VictimClass.CHILD]

    assert (child.min, child.max, child.open) == (1, 1, False)


def test_two_figures_of_civilians_from_one_voice_keep_the_largest_number_stated() -> None:
    claims = [saying("One", civilians(1)), saying("One", civilians(2, max=None))]
    killed = count(claims).by_harm[Harm.KILLED]

    assert (killed.min, killed.max, killed.open) == (1, 2, True)


def test_girls_and_boys_add_up_to_children() -> None:
    girls = children(2, sex=Sex.WOMAN, subset_of=0)
    boys = children(3, sex=Sex.MAN, subset_of=0)
    claims = [saying("Monitor", a_count(9), girls, boys)]

    assert ends(killed_of(claims, VictimClass.CHILD)) == (5, 5, False)
    assert VictimClass.WOMAN not in count(claims).by_class[Harm.KILLED]


def test_subsets_are_never_added_to_their_whole() -> None:
    claims = [saying("Monitor", civilians(46, max=None), children(32, subset_of=0))]

    assert ends(killed(claims)) == (46, 46, True)


def test_people_of_unstated_status_are_what_the_stated_parts_leave() -> None:
    claims = [saying("Monitor", a_count(12), civilians(7, subset_of=0))]

    assert ends(killed_of(claims, VictimClass.UNKNOWN)) == (5, 5, False)


def test_people_of_unstated_status_alone_are_all_unknown() -> None:
    assert ends(killed_of([saying("Monitor", a_count(12))], VictimClass.UNKNOWN)) == (12, 12, False)


def test_a_part_larger_than_its_whole_is_flagged_and_nothing_is_clipped() -> None:
    counting = count([saying("Monitor", a_count(5), children(8, subset_of=0))])

    assert ends(counting.by_harm[Harm.KILLED]) == (5, 5, False)
    assert ends(counting.by_class[Harm.KILLED][VictimClass.CHILD]) == (8, 8, False)
    assert counting.flags == (
        "constraint_conflict: killed: children killed + others killed = killed (Monitor)",
        "constraint_conflict: killed: children killed + others killed = killed (several voices)",
    )
    assert {clash.words for clash in counting.clashes} == {
        "children killed: at least 8 (Monitor); but killed: at most 5 (Monitor)"
    }


def test_what_follows_from_the_constraints_is_said_beside_the_stated_bounds() -> None:
    some = a_count(2, None, basis=Basis.VAGUE, stated=None, status=Status.CIVILIAN)
    claims = [saying("Monitor", a_count(9)), saying("Monitor", some)]

    assert ends(killed_of(claims, VictimClass.CIVILIAN)) == (2, None, True)
    proofs = [one for one in count(claims).proofs if one.class_ is VictimClass.CIVILIAN]
    assert [(one.min, one.max, one.because) for one in proofs] == [
        (2, 9, ("civilians killed: at most 9: killed at most 9 (Monitor)",))
    ]
    assert proofs[0].claims == tuple(sorted(claim.id for claim in claims))


def test_a_retired_figure_leaves_the_range() -> None:
    early, late = saying("One", a_count(90)), saying("Two", a_count(9), day="2021-03-08")
    retire = [decide(DecisionKind.RETIRE_FIGURE, early.id)]

    assert ends(killed([early, late])) == (9, 90, False)
    assert ends(killed([early, late], decisions=retire)) == (9, 9, False)


def test_every_range_names_the_claims_it_rests_on() -> None:
    one, other = saying("One", a_count(5)), saying("Two", a_count(9))

    assert killed([one, other]).claims == tuple(sorted((one.id, other.id)))
    assert killed([one, other]).because == ("at least 5: One", "largest number stated 9: Two")


def test_killed_or_injured_is_a_harm_of_its_own() -> None:
    casualties = a_count(20, harm=Harm.KILLED_OR_INJURED)
    counting = count([saying("Monitor", casualties)])

    assert set(counting.by_harm) == {Harm.KILLED_OR_INJURED}


def test_a_publishers_own_ceiling_gives_no_least_where_a_source_says_more() -> None:
    own = unsourced("Tarvel Post", a_count(1, 9, basis=Basis.AT_MOST, stated=None))

    assert ends(killed([own, saying("Ostren Monitor", a_count(6))])) == (6, 9, False)
    assert ends(killed([own])) == (1, 9, False)
