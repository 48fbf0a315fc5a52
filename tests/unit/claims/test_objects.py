"""What was hit, in English words."""

from typing import Any

import pytest

from onrecord.claims.objects import find_anchors, find_objects


def seen(text: str, **more: Any) -> list[tuple[str | None, str]]:
    return [(m.text, m.object.value) for m in find_objects(text, **more)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("an apartment building", "home"),
        ("several houses", "home"),
        ("residential areas", "residential_area"),
        ("a busy market", "market"),
        ("the old souk", "market"),
        ("a mosque", "mosque"),
        ("two churches", "church"),
        ("a field hospital", "hospital"),
        ("a clinic", "medical_facility"),
        ("an ambulance", "ambulance"),
        ("a kindergarten", "school"),
        ("a refugee camp", "camp"),
        ("a water pumping station", "water"),
        ("the power grid", "power"),
        ("a bread line", "bakery"),
        ("farmland", "farm"),
        ("the highway", "road"),
        ("a bridge", "bridge"),
        ("a stone quarry", "quarry"),
        ("two factories", "factory"),
        ("the railway station", "infrastructure"),
        ("army barracks", "military_position"),
        ("rebel positions", "armed_opposition"),
    ],
)
def test_each_kind_is_found_in_plain_words(words, kind):
    assert [found for _, found in seen(f"The attack hit {words}.")] == [kind]


def test_status_is_set_only_by_words_that_say_it():
    civilian, military, market = find_objects("civilian sites, terrorist targets and a market")

    assert (civilian.status, civilian.object) == ("claimed_civilian", "unknown")
    assert (military.status, military.object) == ("claimed_military", "military_position")
    assert market.status == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "the White House said",
        "the House of Commons",
        "hospital officials said",
        "stock market prices",
        "the School of Medicine",
        "a road map for talks",
        "they went home",
    ],
)
def test_names_and_figures_of_speech_are_left_out(text):
    assert find_objects(text) == find_anchors(text) == []


def test_landmarks_and_destinations_are_kept_apart():
    text = "The strike near the Orlo Tarvel mosque hit a house; the wounded were taken to hospital."

    assert seen(text) == [("house", "home")]
    assert [m.text for m in find_anchors(text)] == ["mosque", "hospital"]


def test_damage_to_a_building_is_harm():
    assert seen("damage to a mosque") == [("mosque", "mosque")]


def test_an_offset_moves_the_mention():
    (mention,) = find_objects("a mosque", offset=10)

    assert (mention.start, mention.end) == (12, 18)
