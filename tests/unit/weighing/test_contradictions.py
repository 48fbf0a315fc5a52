"""Where voices cannot both be right; growth of a toll is no contradiction."""

from typing import Any

from tests.builders import a_count, a_party, a_place, a_when
from tests.unit.tallies.scenes import civilians, fighters, hit, saying, weigh
from tests.unit.weighing.answering import an_answer

from onrecord.model.claim import Claim, ObjectMention, WeaponMention
from onrecord.model.incident import Contradiction
from onrecord.model.vocabulary import (
    Argument,
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


def test_a_voices_own_rising_toll_is_growth() -> None:
    rising = (saying("One", a_count(5)), saying("One", a_count(9), day="2021-03-08"))

    assert found(*rising, kind="count") == []
    assert found(*rising, kind="earlier_statement") == []


def test_a_figure_that_its_own_voice_lowers_contradicts_an_earlier_statement() -> None:
    held = found(
        saying("One", a_count(9)), saying("One", a_count(5), day="2021-03-08"),
        kind="earlier_statement",
    )  # fmt: skip

    assert [one.words for one in held] == ["One: first 9, then 5"]


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


def test_fighters_of_one_and_civilians_of_another_are_no_contradiction() -> None:
    both = saying("One", civilians(7), fighters(3))

    assert found(both, saying("Two", a_count(10)), kind="count") == []
