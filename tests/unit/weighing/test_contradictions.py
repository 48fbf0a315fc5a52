"""Where voices cannot both be right; growth of a toll is no contradiction."""

from dataclasses import replace
from typing import Any

import pytest
from tests.builders import a_count, a_party, a_place, a_when
from tests.unit.tallies.scenes import accused, civilians, fighters, hit, said, saying, weigh
from tests.unit.weighing.answering import an_answer

from onrecord.model.claim import Claim, ObjectMention, WeaponMention
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Contradiction
from onrecord.model.vocabulary import (
    Argument,
    Basis,
    Delivery,
    Mode,
    ObjectKind,
    Weapon,
)


def found(*claims: Claim, kind: str, asides: tuple[Claim, ...] = ()) -> list[Contradiction]:
    return [one for one in weigh(claims, asides=asides).contradictions if one.kind == kind]


def armed(name: str, *weapons: Weapon) -> Claim:
    mentions = tuple(
        WeaponMention(text=None, start=None, end=None, weapon=one, delivery=Delivery.UNSPECIFIED)
        for one in weapons
    )
    return saying(name, a_count(7), weapons=mentions)


def test_two_unequal_exact_figures_are_a_contradiction() -> None:
    one, other = saying("One", a_count(5)), saying("Two", a_count(9), day="2021-03-08")
    held = found(one, other, kind="count")

    assert [each.claims for each in held] == [tuple(sorted((one.id, other.id)))]
    assert held[0].words == "killed: 5 (One) or 9 (Two)"
    assert held[0].status == "open"


def test_an_early_floor_under_a_later_figure_is_growth() -> None:
    floor, later = saying("One", a_count(5, None)), saying("Two", a_count(9), day="2021-03-08")

    assert found(floor, later, kind="count") == []


def test_intervals_that_meet_are_no_contradiction_and_those_that_miss_are() -> None:
    about = saying("One", a_count(45, 55, basis=Basis.ABOUT, stated=50))
    span = saying("One", a_count(40, 45))

    assert found(about, saying("Two", a_count(49)), kind="count") == []
    held = found(span, saying("Two", a_count(49)), kind="count")
    assert [one.words for one in held] == ["killed: 40 to 45 (One) or 49 (Two)"]


def test_a_floor_above_anothers_exact_figure_is_a_contradiction() -> None:
    held = found(saying("One", a_count(44)), saying("Two", a_count(46, None)), kind="count")

    assert [one.words for one in held] == ["killed: 44 (One) or at least 46 (Two)"]


def test_none_killed_against_a_toll_is_a_contradiction() -> None:
    none = accused(a_count(0, basis=Basis.NONE_SAID))
    held = found(saying("One", a_count(4)), none, kind="count")

    assert [one.words for one in held] == ["killed: 0 (Major Dren) or 4 (One)"]


def test_a_vague_word_contradicts_no_number() -> None:
    dozens = a_count(12, None, basis=Basis.VAGUE, stated=None)

    assert found(saying("One", dozens), saying("Two", a_count(4)), kind="count") == []


def test_several_figures_are_one_contradiction_with_a_side_for_each() -> None:
    claims = [saying(name, a_count(n)) for name, n in (("One", 5), ("Two", 9), ("Three", 9))]
    last = saying("Four", a_count(7))
    held = found(*claims, last, kind="count")

    assert [one.words for one in held] == ["killed: 5 (One), 7 (Four) or 9 (Three, Two)"]
    assert [len(side) for side in held[0].sides] == [1, 1, 2]
    assert set(held[0].claims) == {claim.id for claim in (*claims, last)}


def test_a_voices_own_rising_toll_is_growth() -> None:
    rising = (saying("One", a_count(5)), saying("One", a_count(9), day="2021-03-08"))

    assert found(*rising, kind="count") == []
    assert found(*rising, kind="earlier_statement") == []


def test_a_figure_that_its_own_voice_lowers_contradicts_an_earlier_statement() -> None:
    held = found(
        saying("One", a_count(9)), saying("One", a_count(5), day="2021-03-08"),
        kind="earlier_statement",
    )  # fmt: skip

    assert [one.words for one in held] == ["One on the killed: first 9, then 5"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"when": a_when("2021-03-04")}, {"when": a_when("2021-03-06")}, "day"),
        (
            {"places": (a_place(lat=35.0, lon=36.0),)},
            {"places": (a_place("Merrow", lat=35.0, lon=37.0),)},
            "place",
        ),
        ({"parties": (a_party(),)}, {"parties": (a_party("Tarvel Front"),)}, "party"),
        ({"objects": hit()}, {"objects": hit(ObjectKind.MILITARY_POSITION)}, "target"),
    ],
)
def test_what_a_voice_said_before_of_any_field_is_held_against_it(
    before: dict[str, Any], after: dict[str, Any], words: str
) -> None:
    first, then = saying("One", **before), saying("One", day="2021-03-08", **after)
    held = found(first, then, kind="earlier_statement")

    assert [one.words.partition(":")[0] for one in held] == [f"One on the {words}"]
    assert held[0].sides == ((first.id,), (then.id,))
    assert found(first, replace(then, said=first.said), kind="earlier_statement") == []


def test_a_weapon_told_otherwise_later_is_held_against_the_voice() -> None:
    first = armed("One", Weapon.AIR_STRIKE)
    then = replace(armed("One", Weapon.MORTAR), said=said("2021-03-08"))

    held = found(first, then, kind="earlier_statement")

    assert [one.words for one in held] == ["One on the weapon: first air strike, then mortar"]


def test_a_party_named_later_beside_the_first_is_no_change_of_mind() -> None:
    both = (a_party(), a_party("Tarvel Front"))
    claims = (saying("One"), saying("One", day="2021-03-08", parties=both))

    assert found(*claims, kind="earlier_statement") == []


def test_one_person_named_later_does_not_lower_a_toll() -> None:
    claims = (saying("One", a_count(4)), saying("One", a_count(1), day="2021-03-08"))

    assert found(*claims, kind="earlier_statement") == []


def test_an_admission_after_a_denial_is_held_against_the_accused() -> None:
    claim = saying("One", a_count(7))
    denial = an_answer(Argument.RESPONSIBILITY_DENIED, links=(claim,))
    admission = replace(
        an_answer(Argument.ACKNOWLEDGEMENT, links=(claim,)),
        id=ClaimId("admission"),
        said=said("2021-06-01"),
    )
    held = found(claim, kind="earlier_statement", asides=(denial, admission))

    assert [one.sides for one in held] == [((denial.id,), (admission.id,))]
    assert "first responsibility denied, then acknowledgement" in held[0].words


def test_a_headlines_figure_explains_the_difference() -> None:
    headline = saying("One", a_count(44), mode=Mode.HEADLINE)

    assert found(headline, saying("Two", a_count(49)), kind="count")[0].status == "explained"


def test_days_that_exclude_each_other_are_a_contradiction() -> None:
    later = saying("Two", a_count(7), when=a_when("2021-03-06"))

    assert len(found(saying("One", a_count(7)), later, kind="date")) == 1
    assert found(saying("One", a_count(7)), saying("Two", a_count(7)), kind="date") == []


def test_places_far_apart_are_a_contradiction_and_a_flag() -> None:
    near: dict[str, Any] = {"lat": 35.0, "lon": 36.0}
    far: dict[str, Any] = {"lat": 35.0, "lon": 37.0}
    claims = (
        saying("One", a_count(7), places=(a_place(**near),)),
        saying("Two", a_count(7), places=(a_place("Merrow", **far),)),
    )

    assert len(found(*claims, kind="place")) == 1
    assert "place_differs" in weigh(claims).flags


def test_places_close_together_or_not_far_known_are_none() -> None:
    near: dict[str, Any] = {"lat": 35.0, "lon": 36.0}
    next_to: dict[str, Any] = {"lat": 35.01, "lon": 36.0}
    claims = (
        saying("One", a_count(7), places=(a_place(**near),)),
        saying("Two", a_count(7), places=(a_place("Merrow", **next_to),)),
        saying("Three", a_count(7), places=(a_place("Vale", 2),)),
    )

    assert found(*claims, kind="place") == []


def test_an_air_strike_and_a_missile_from_the_ground_are_a_contradiction_and_a_flag() -> None:
    claims = (
        armed("One", Weapon.AIR_STRIKE),
        armed("Two", Weapon.BALLISTIC_MISSILE, Weapon.CLUSTER_MUNITION),
    )
    support = weigh(claims)

    assert [one.kind for one in support.contradictions] == ["weapon"]
    assert len(weigh([*claims, armed("Three", Weapon.AIR_STRIKE)]).contradictions) == 1
    assert support.flags == ("weapon_differs",)
    assert support.strike_status == "likely"


def test_a_payload_alone_contradicts_no_carrier() -> None:
    claims = (armed("One", Weapon.AIR_STRIKE), armed("Two", Weapon.CLUSTER_MUNITION))

    assert found(*claims, kind="weapon") == []


def test_voices_that_name_different_parties_are_a_contradiction() -> None:
    other = saying("Two", a_count(7), parties=(a_party(), a_party("Tarvel Front")))

    same = (saying("One", a_count(7)), saying("Three", a_count(7)))

    assert [one.words for one in found(*same, other, kind="party")] == [
        "Tarvel Front and Varnian Armed Forces (Two) or Varnian Armed Forces (One, Three)"
    ]


def test_a_market_for_one_and_a_military_position_for_another_is_a_contradiction() -> None:
    base = ObjectMention(text=None, start=None, end=None, object=ObjectKind.MILITARY_POSITION)
    one, other = saying("One", objects=hit()), saying("Two", objects=(base,))

    assert len(found(one, other, kind="target_status")) == 1
    assert found(one, saying("Two", objects=hit()), kind="target_status") == []


def test_a_lawful_target_answered_for_a_market_is_a_contradiction() -> None:
    claim = saying("One", a_count(7), objects=hit())
    answer = an_answer(Argument.LAWFUL_TARGET, links=(claim,))

    held = found(claim, kind="target_status", asides=(answer,))

    assert [one.claims for one in held] == [tuple(sorted((claim.id, answer.id)))]


def test_stated_civilians_are_not_held_against_anothers_toll_of_all_people() -> None:
    parts = saying("One", a_count(10), civilians(7, subset_of=0))

    assert found(parts, saying("Two", a_count(10)), kind="count") == []
    assert len(found(parts, saying("Two", civilians(6)), kind="count")) == 2


def test_civilians_alone_are_a_voices_toll_where_it_gives_no_other() -> None:
    held = found(saying("One", civilians(49)), saying("Two", a_count(44)), kind="count")

    assert [one.words for one in held] == ["killed: 44 (Two) or 49 (One)"]


def test_civilians_alone_are_no_toll_of_all_where_anybody_tells_of_fighters() -> None:
    both = saying("One", a_count(13), civilians(4, subset_of=0), fighters(9, subset_of=0))

    assert found(both, saying("Two", civilians(3, max=5)), kind="count") == []


def test_fighters_of_one_and_civilians_of_another_are_no_contradiction() -> None:
    both = saying("One", civilians(7), fighters(3))

    assert found(both, saying("Two", a_count(10)), kind="count") == []
