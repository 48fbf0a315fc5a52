"""Promise: people named with their ages tell stories apart, and dates are never taken for ages."""

import pytest
from tests.builders import a_document

from onrecord.incidents.people import read_cast
from onrecord.incidents.stories import compare_casts, read_story
from onrecord.model.document import Document


@pytest.mark.parametrize(
    ("text", "aged"),
    [
        ("Orrin Tasko, 34, died at the mill.", {"orrin tasko": 34}),
        ("The 9-year-old schoolgirl Mila Dorvan was hurt.", {"mila dorvan": 9}),
        ("Relatives named Yusef al-Karan (61) and others.", {"yusef al-karan": 61}),
        ("Officials met on Market Day May 24, in the hall.", {}),
        ("Sergeant Marl Dovik said 12 were hurt.", {}),
    ],
)
def test_a_name_with_an_age_is_one_of_the_people_of_a_story(
    text: str, aged: dict[str, int]
) -> None:
    assert read_cast(text).aged == aged


def a_story(text: str) -> Document:
    return a_document(text=text)


def test_the_same_name_and_age_is_the_same_person() -> None:
    one = read_story(a_story("Orrin Tasko, 34, died."))
    other = read_story(a_story("Killed was 34-year-old Orrin Tasko."))

    found = compare_casts(one, other)

    assert found.same_person == "Orrin Tasko"
    assert not found.strangers


def test_stories_that_mention_none_of_each_others_people_are_of_strangers() -> None:
    one = read_story(a_story("Orrin Tasko, 34, died."))
    other = read_story(a_story("Mila Dorvan, 9, died."))

    found = compare_casts(one, other)

    assert found.strangers
    assert found.other_ages


def test_a_mention_without_age_is_enough_not_to_be_strangers() -> None:
    one = read_story(a_story("Orrin Tasko, 34, died."))
    other = read_story(a_story("Mila Dorvan, 9, died, and so did Tasko."))

    assert not compare_casts(one, other).strangers


def test_who_is_whom_does_not_depend_on_the_order() -> None:
    one = read_story(a_story("Orrin Tasko, 34, died with Mila Dorvan, 9."))
    other = read_story(a_story("Mila Dorvan, 9, died."))

    assert compare_casts(one, other) == compare_casts(other, one)
