"""Counts joined by "and" add up, and those of one class among them too."""

from tests.builders import a_count

from onrecord.model.claim import Count
from onrecord.model.vocabulary import Age, Sex
from onrecord.weighing.joined import add_joined


def told(*counts: Count) -> list[tuple[int, Sex, Age, str | None]]:
    return [(one.min, one.sex, one.age, one.series) for one in add_joined(counts)]


def test_children_of_both_sexes_are_added_as_children() -> None:
    boys = a_count(2, sex=Sex.MAN, age=Age.CHILD)
    girl = a_count(1, sex=Sex.WOMAN, age=Age.CHILD, series="joined")

    assert told(boys, girl) == [
        (2, Sex.MAN, Age.CHILD, "item"),
        (1, Sex.WOMAN, Age.CHILD, "item"),
        (3, Sex.UNKNOWN, Age.UNKNOWN, None),
        (3, Sex.UNKNOWN, Age.CHILD, "part"),
    ]


def test_people_of_two_classes_are_parts_of_their_sum_alone() -> None:
    women = a_count(3, sex=Sex.WOMAN, age=Age.ADULT)
    girls = a_count(2, sex=Sex.WOMAN, age=Age.CHILD, series="joined")

    assert told(women, girls) == [
        (3, Sex.WOMAN, Age.ADULT, "part"),
        (2, Sex.WOMAN, Age.CHILD, "part"),
        (5, Sex.UNKNOWN, Age.UNKNOWN, None),
    ]
