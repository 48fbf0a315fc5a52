"""Single persons are counted once, with the class that kinship and age give them."""

from collections.abc import Callable

import pytest

from onrecord.claims.ages import read_age
from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims
from onrecord.model.claim import Count
from onrecord.model.vocabulary import Age, Sex

Parser = Callable[[str], Sentence]


def read(parse: Parser, text: str) -> list[Count]:
    quantities = find_quantities(text, articles=True)
    return [v.count for v in find_victims(parse(text), quantities, load_harm())]


def words(text: str, counts: list[Count]) -> list[str]:
    return [text[count.start : count.end] for count in counts]


def test_a_kinship_and_the_name_behind_it_are_one_person(parse: Parser) -> None:
    text = "Orrin Venn (36), his wife Mara Venn (35) and their daughter Ila Venn (7) were killed."
    counts = read(parse, text)
    women = [c for c in counts if c.sex is Sex.WOMAN and c.age is not Age.CHILD]
    children = [c for c in counts if c.age is Age.CHILD]

    assert words(text, women) == ["his wife Mara Venn (35)"]
    assert words(text, children) == ["their daughter Ila Venn (7)"]


def test_a_child_of_an_age_without_a_name_is_counted(parse: Parser) -> None:
    text = "Mara Dorn was killed alongside her three-week-old son and her aunt Ila Dorn, 56."
    counts = read(parse, text)

    assert words(text, [c for c in counts if c.age is Age.CHILD]) == ["her three-week-old son"]
    assert words(text, [c for c in counts if c.sex is Sex.WOMAN]) == ["her aunt Ila Dorn, 56"]


def test_persons_named_behind_their_number_are_parts_of_it(parse: Parser) -> None:
    text = (
        "Three civilians, Orrin Venn (36), his wife Mara Venn (35) and their son Tel Venn (11), "
        "were killed in Tarvel."
    )
    counts = read(parse, text)
    tops = [c for c in counts if c.subset_of is None and c.series in (None, "joined")]

    assert words(text, tops) == ["Three civilians"]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Venn was killed, her 9-year-old daughter Ila was injured.",
        "Orrin Venn was killed and survived by his daughter Ila Venn (7).",
        "The news of the killing was shared by his 12-year-old nephew Tel Venn.",
    ],
)
def test_a_person_of_whom_another_thing_is_said_is_no_dead_child(parse: Parser, text: str) -> None:
    counts = read(parse, text)

    assert not [c for c in counts if c.age is Age.CHILD and str(c.harm) == "killed"]


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("7-year-old", Age.CHILD),
        ("(17)", Age.CHILD),
        (", aged 18", Age.ADULT),
        ("18 months old", Age.CHILD),
        ("three weeks old", Age.CHILD),
        ("six or seven year old", Age.CHILD),
        ("nineteen years old", Age.ADULT),
        ("thirty-five years old", Age.UNKNOWN),
        ("old", Age.UNKNOWN),
    ],
)
def test_years_below_eighteen_and_months_make_a_child(said: str, age: Age) -> None:
    assert read_age(said) is age
