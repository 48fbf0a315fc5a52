"""Weapons used and objects hit, among those that a clause only names."""

import pytest

from onrecord.claims.means import objects_of, weapons_of
from onrecord.claims.objects import find_objects
from onrecord.claims.weapons import find_weapons
from onrecord.model.vocabulary import ClaimType


def _weapons(type: ClaimType, text: str) -> list[str]:
    return [one.weapon.value for one in weapons_of(type, find_weapons(text))]


def _objects(type: ClaimType, text: str) -> list[str]:
    return [one.object.value for one in objects_of(type, find_objects(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("helicopters dropped barrel bombs on Tarvel", ["barrel_bomb"]),
        ("a jet fired at a lorry", ["air_strike"]),
        ("their tractor drove over a mine", ["mine"]),
        ("a car packed with explosives blew up", ["ied"]),
        ("a helicopter raid killed a shepherd", ["air_strike"]),
        ("workers of a coal mine were hurt", []),
    ],
)
def test_an_attack_has_the_weapons_that_were_used(text: str, expected: list[str]) -> None:
    text_about_air = f"{text}. The air force did not comment."

    assert _weapons(ClaimType.ATTACK, text_about_air) == expected


def test_a_denial_keeps_only_weapons_of_a_kind() -> None:
    assert _weapons(ClaimType.DENIAL, "no aircraft flew and no cluster bombs were used") == [
        "cluster_munition"
    ]


def test_words_about_words_name_no_weapon_and_no_object() -> None:
    assert _weapons(ClaimType.OPINION, "an airstrike is no answer") == []
    assert _objects(ClaimType.CONTEXT, "the town has a market") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a strike hit a farmhouse", ["farm"]),
        ("shells fell on the Old Saddlers quarter", ["residential_area"]),
        ("rockets hit the bus depot", ["infrastructure"]),
        ("gunmen fired from a quarry", []),
        ("a bus was hit", []),
        ("two are in a stable condition", []),
        ("sales fell in the third quarter", []),
    ],
)
def test_an_attack_has_the_objects_that_were_hit(text: str, expected: list[str]) -> None:
    assert _objects(ClaimType.ATTACK, text) == expected
