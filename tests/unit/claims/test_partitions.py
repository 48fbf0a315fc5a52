"""A list that adds up to the people told before it repeats them; others stand beside them."""

from collections.abc import Callable

import pytest

from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims

Parser = Callable[[str], Sentence]


def read(parse: Parser, text: str) -> list[tuple[int, int | None]]:
    """Each count's least number, and which count it is part of."""
    quantities = find_quantities(text, articles=True)
    counts = [v.count for v in find_victims(parse(text), quantities, load_harm())]
    return [(count.min, count.subset_of) for count in counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six members of the Orlan family, four girls and two women, were killed.",
            [(6, None), (4, 0), (2, 0)],
        ),
        (
            "Five people were killed on Monday, three men and two women.",
            [(5, None), (3, 0), (2, 0)],
        ),
        (
            "Five people, three soldiers and two officers, died in the ambush at Orm.",
            [(5, None), (3, 0), (2, 0)],
        ),
        (
            "Shelling killed seven residents – four women, two men and a boy – in Tarn.",
            [(7, None), (4, 0), (2, 0), (1, 0)],
        ),
        (
            "At least seven labourers lost their lives in the blast (five men, two women).",
            [(7, None), (5, 0), (2, 0)],
        ),
        (
            "Four people were shot, two men and two women, on Mill Lane.",
            [(4, None), (2, 0), (2, 0)],
        ),
    ],
)
def test_a_list_that_adds_up_to_those_before_it_repeats_them(
    parse: Parser, text: str, expected: list[tuple[int, int | None]]
) -> None:
    assert read(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three civilians, two soldiers and a guard were killed near Orm.",
            [(3, None), (2, None), (1, None)],
        ),
        (
            "Five women, three children and two men were killed when the roof fell in.",
            [(5, None), (3, None), (2, None)],
        ),
        (
            "Two men, a woman and a boy were hurt in Orm.",
            [(2, None), (1, None), (1, None)],
        ),
    ],
)
def test_people_of_other_kinds_stand_beside_those_before_them(
    parse: Parser, text: str, expected: list[tuple[int, int | None]]
) -> None:
    assert read(parse, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed, three of them women, police said on Monday.",
        "Nine rebels were killed, three of them commanders, an army spokesman said.",
    ],
)
def test_some_of_them_are_part_of_those_before_whatever_follows(parse: Parser, text: str) -> None:
    assert read(parse, text)[1:] == [(3, 0)]


def test_a_share_of_them_is_no_number_of_people(parse: Parser) -> None:
    text = "Mines have killed 1,482 people in Tarvel, a third of them children."

    assert read(parse, text) == [(1482, None)]
