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
            "The raid hit a farmhouse, killing between four and five civilians from one family, "
            "including at least two children, and wounding 21 others.",
            "between four and five civilians",
            [2],
        ),
        (
            "Twenty members of the Orlan family were reported killed, including seven children, "
            "by a strike on their home.",
            "Twenty members",
            [7],
        ),
        (
            "On Monday, 4 March 2021, nine civilians, including one woman and six children, were "
            "killed, and a number of people were injured in Tarvel.",
            "nine civilians",
            [1, 6],
        ),
        (
            "Early on Monday, between 12 and 14 civilians, including at least five women and four "
            "children, were killed in Tarvel.",
            "between 12 and 14 civilians",
            [5, 4],
        ),
        (
            "At least 25 identified civilians from two families, including a professor, at least "
            "seven women and ten children, were killed in Tarvel.",
            "At least 25 identified civilians",
            [1, 7, 10],
        ),
        (
            "On November 6 four civilians – including one woman, and two children – were killed.",
            "four civilians",
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
        "The victims of the attack included three children, five women, and three men.",
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
