"""People told behind "including" are parts; a verb without a subject speaks of those before it."""

from collections.abc import Callable

import pytest

from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims
from onrecord.model.vocabulary import Age, Sex

Parser = Callable[[str], Sentence]


def read(parse: Parser, text: str) -> list[tuple[str, int, str | None]]:
    """Each count's harm, least number, and the words of the whole that it is part of."""
    quantities = find_quantities(text, articles=True)
    counts = [v.count for v in find_victims(parse(text), quantities, load_harm())]
    wholes = [None if c.subset_of is None else counts[c.subset_of] for c in counts]
    return [
        (str(count.harm), count.min, text[whole.start : whole.end] if whole else None)
        for count, whole in zip(counts, wholes, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "The shell fell on a mill and killed between four and five civilians, including at least "
            "two children, and wounded 21 others.",
            "between four and five civilians",
            [2],
        ),
        (
            "Twenty members of the Orlan clan are said to have been killed, including seven children, "
            "as bombs fell on their farm.",
            "Twenty members",
            [7],
        ),
        (
            "On Monday, 4 March 2021, nine villagers, including one woman and six children, died "
            "in Tarvel, and others came away hurt.",
            "nine villagers",
            [1, 6],
        ),
        (
            "Early on Monday, between 12 and 14 villagers, including at least six women and four "
            "boys, were killed in Tarvel.",
            "between 12 and 14 villagers",
            [6, 4],
        ),
        (
            "At least 25 identified civilians from two families, including a teacher, at least "
            "eight women and nine boys, were killed near Tarvel.",
            "At least 25 identified civilians",
            [1, 8, 9],
        ),
        (
            "On November 6 four shepherds – including one woman, and two boys – were killed.",
            "four shepherds",
            [1, 2],
        ),
    ],
)
def test_people_behind_including_are_parts_of_those_before_it(
    parse: Parser, text: str, whole: str, parts: list[int]
) -> None:
    found = read(parse, text)

    assert [number for _, number, of in found if of == whole] == parts
    assert whole in {of for _, _, of in found}


def test_a_verb_with_its_own_subject_lends_itself_to_nobody(parse: Parser) -> None:
    text = "Nine civilians drove to Tarvel on Monday, and two soldiers were killed."

    assert [number for _, number, _ in read(parse, text)] == [2]


def test_objects_behind_including_are_no_people(parse: Parser) -> None:
    text = "The raid killed nine civilians and hit ten houses, including a school and two clinics."

    assert read(parse, text) == [("killed", 9, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The dead of that raid included three infants, five women, and four men.",
        "Among the victims of the strike were at least three children and five women.",
        "Among those killed were three children and five women.",
    ],
)
def test_the_victims_of_an_attack_are_its_dead(parse: Parser, text: str) -> None:
    counts = [
        v.count
        for v in find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    ]

    assert [c.min for c in counts if c.age is Age.CHILD] == [3]
    assert [c.min for c in counts if c.sex is Sex.WOMAN] == [5]
    assert {c.series for c in counts} == {"part"}


@pytest.mark.parametrize(
    "text",
    [
        "Ila Dorn was one of five people killed in the raid.",
        "She was one of five porters who were killed in the raid.",
    ],
)
def test_one_of_five_is_part_of_the_five(parse: Parser, text: str) -> None:
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())

    assert [(v.count.min, v.count.series) for v in found] == [(5, None), (1, "part")]
