"""Who may be presumed a civilian, and what the word of the accused alone does to it."""

from dataclasses import replace

import pytest
from tests.builders import a_count
from tests.unit.tallies.scenes import (
    accused,
    civilians,
    count,
    ends,
    fighters,
    hit,
    killed_of,
    saying,
    weigh,
)

from onrecord.model.claim import Answer
from onrecord.model.vocabulary import (
    Argument,
    Basis,
    ClaimType,
    Harm,
    ObjectKind,
    ObjectStatus,
    Scope,
    Status,
    VictimClass,
)

CIVILIAN = VictimClass.CIVILIAN


def test_people_killed_at_a_market_are_presumed_civilians() -> None:
    range_ = killed_of([saying("Monitor", a_count(7), objects=hit())], CIVILIAN)

    assert ends(range_) == (7, 7, False)
    assert range_.presumed


@pytest.mark.parametrize(
    "kind", [ObjectKind.MILITARY_POSITION, ObjectKind.ROAD, ObjectKind.UNKNOWN]
)
def test_nobody_is_presumed_a_civilian_elsewhere(kind: ObjectKind) -> None:
    counting = count([saying("Monitor", a_count(7), objects=hit(kind))])

    assert CIVILIAN not in counting.by_class[Harm.KILLED]


def test_an_object_that_a_source_calls_military_presumes_nothing() -> None:
    called = tuple(replace(one, status=ObjectStatus.CLAIMED_MILITARY) for one in hit())

    assert (
        CIVILIAN not in count([saying("Monitor", a_count(7), objects=called)]).by_class[Harm.KILLED]
    )


def test_a_source_that_mentions_fighters_ends_the_presumption() -> None:
    claims = [
        saying("One", a_count(7), objects=hit()),
        saying("Two", a_count(9), fighters(2, subset_of=0)),
    ]

    assert CIVILIAN not in count(claims).by_class[Harm.KILLED]


def test_some_of_the_killed_were_civilians_gives_two_and_presumes_none() -> None:
    some = a_count(2, None, basis=Basis.VAGUE, stated=None, status=Status.CIVILIAN)
    claims = [
        saying("One", a_count(7, None), objects=hit()),
        saying("One", some),
        saying("Two", a_count(7, None)),
    ]

    assert ends(killed_of(claims, CIVILIAN)) == (2, None, True)
    assert not killed_of(claims, CIVILIAN).presumed


def test_a_stated_and_a_presumed_figure_make_one_presumed_range() -> None:
    claims = [saying("One", civilians(49)), saying("Two", a_count(44), objects=hit())]

    assert ends(killed_of(claims, CIVILIAN)) == (44, 49, False)
    assert killed_of(claims, CIVILIAN).presumed


def test_a_later_toll_above_the_stated_civilians_is_presumed_too() -> None:
    claims = [
        saying("One", civilians(9), objects=hit()),
        saying("One", a_count(12), day="2021-03-08"),
    ]

    assert ends(killed_of(claims, CIVILIAN)) == (9, 12, False)


def test_the_word_of_the_accused_alone_contests_and_stores_a_strict_zero() -> None:
    claims = [saying("One", a_count(7), objects=hit()), accused(fighters(7))]
    range_ = killed_of(claims, CIVILIAN)

    assert (range_.min, range_.max) == (7, 7)
    assert (range_.status, range_.strict_min, range_.presumed) == ("contested", 0, True)


def test_a_lawful_target_at_this_attack_contests_the_status() -> None:
    answer = accused(
        type=ClaimType.JUSTIFICATION,
        also=(),
        answer=Answer(arguments=(Argument.LAWFUL_TARGET,), scope=Scope.INCIDENT),
    )
    claim = saying("One", a_count(7), objects=hit())

    assert killed_of([claim], CIVILIAN, asides=[answer]).status == "contested"
    assert weigh([claim], asides=[answer]).replies[0].relation == "responds_to"


def test_no_civilian_died_by_the_accused_contests_and_lowers_nothing() -> None:
    nobody = civilians(0, max=0, basis=Basis.NONE_SAID)
    range_ = killed_of([saying("One", a_count(7), objects=hit()), accused(nobody)], CIVILIAN)

    assert (range_.min, range_.strict_min, range_.status) == (7, 0, "contested")


def test_injured_people_are_presumed_by_the_same_rule() -> None:
    counting = count([saying("One", a_count(15, harm=Harm.INJURED), objects=hit())])

    assert counting.by_class[Harm.INJURED][CIVILIAN].presumed


def test_other_harms_have_no_classes() -> None:
    counting = count([saying("One", a_count(15, harm=Harm.MISSING), objects=hit())])

    assert counting.by_class == {}
