"""Weapons in English words."""

from typing import Any

import pytest

from onrecord.claims.weapons import WeaponContext, find_weapons, read_weapon_context


def seen(text: str, **more: Any) -> list[tuple[str | None, str, str]]:
    return [(m.text, m.weapon.value, m.delivery.value) for m in find_weapons(text, **more)]


@pytest.mark.parametrize(
    ("words", "weapon", "delivery"),
    [
        ("air-strikes", "air_strike", "air"),
        ("barrel bombs", "barrel_bomb", "air"),
        ("unguided bombs", "unguided_air_bomb", "air"),
        ("laser-guided bomb", "guided_munition", "air"),
        ("submunitions", "cluster_munition", "unspecified"),
        ("white phosphorus", "incendiary", "unspecified"),
        ("chlorine", "chemical", "unspecified"),
        ("ballistic missile", "ballistic_missile", "ground"),
        ("cruise missiles", "cruise_missile", "unspecified"),
        ("multiple-launch rocket system", "rocket", "ground"),
        ("artillery shelling", "artillery_shell", "ground"),
        ("mortar rounds", "mortar", "ground"),
        ("quadcopter", "drone", "air"),
        ("sniper fire", "small_arms", "ground"),
        ("opened fire", "small_arms", "ground"),
        ("stabbed", "other", "ground"),
        ("roadside bomb", "ied", "emplaced"),
        ("landmine", "mine", "emplaced"),
        ("unexploded ordnance", "uxo", "emplaced"),
    ],
)
def test_each_kind_is_found_in_plain_words(words, weapon, delivery):
    text = f"Residents spoke of {words} in Tarvel."

    assert seen(text) == [(words, weapon, delivery)]


def test_a_make_in_brackets_after_its_kind_is_one_mention():
    text = "hit by a surface-to-surface missile (9M79 Tochka) at dawn"
    (mention,) = find_weapons(text)

    assert mention.text == "surface-to-surface missile (9M79 Tochka)"
    assert (mention.weapon, mention.model) == ("ballistic_missile", "9M79 Tochka")
    assert text[mention.start : mention.end] == mention.text


def test_a_make_in_brackets_before_its_kind_is_one_mention():
    (mention,) = find_weapons("(9N24) cluster bombs fell")

    assert (mention.text, mention.model) == ("(9N24) cluster bombs", "9N24 submunition")


def test_a_make_beside_its_kind_is_one_mention():
    assert seen("Grad\nrockets and a Hellfire missile") == [
        ("Grad\nrockets", "rocket", "ground"),
        ("Hellfire missile", "guided_munition", "air"),
    ]


def test_carrier_and_payload_are_two_mentions():
    assert [m.weapon for m in find_weapons("a ballistic missile carrying cluster bombs")] == [
        "ballistic_missile",
        "cluster_munition",
    ]


def test_a_make_that_is_also_a_name_needs_its_kind():
    assert seen("Iskander Orlo, 40, spoke of an Iskander missile") == [
        ("Iskander missile", "ballistic_missile", "ground")
    ]


def test_strikes_are_air_strikes_only_where_the_text_is_about_the_air():
    assert seen("strikes on Tarvel") == [("strikes", "unknown", "unspecified")]
    assert seen("strikes on Tarvel", context=WeaponContext(air=True)) == [
        ("strikes", "air_strike", "air")
    ]


def test_bombing_is_an_air_strike_unless_the_text_is_about_planted_bombs():
    assert seen("the bombing of Tarvel") == [("bombing", "air_strike", "air")]
    assert seen("the bombing of Tarvel, where a suicide bomber struck")[0][1] == "ied"
    assert read_weapon_context("a suicide bomber") == WeaponContext(emplaced=True)


@pytest.mark.parametrize(
    "text",
    [
        "a nuclear strike",
        "a hunger strike by prisoners",
        "they strike a deal",
        "a shot of the camera",
        "drone footage",
        "the bomb shelter",
        "a gun control bill",
        "grad school",
    ],
)
def test_words_that_only_look_like_weapons_are_left_out(text):
    assert find_weapons(text) == []


def test_an_offset_moves_the_mention():
    (mention,) = find_weapons("a drone", offset=100)

    assert (mention.start, mention.end) == (102, 107)
