"""Verbs that kill only with a word beside them, and people killed with those told first."""

from collections.abc import Callable

import pytest

from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims

Parser = Callable[[str], Sentence]


def read(parse: Parser, text: str) -> list[tuple[str, str]]:
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    return sorted((text[v.count.start : v.count.end], str(v.count.harm)) for v in found)


@pytest.mark.parametrize(
    "text",
    [
        "Two labourers were crushed to death in Velk.",
        "Two labourers were mown down outside the shop.",
        "Gunmen gunned down two labourers in Velk.",
        "Two labourers were blown apart by a mine.",
        "Two labourers were burnt alive in their tent.",
        "Two labourers starved to death during the siege.",
        "Two labourers were laid to rest on Friday.",
        "Two labourers drowned in the canal.",
    ],
)
def test_a_verb_with_its_particle_tells_a_death(parse: Parser, text: str) -> None:
    assert [(words.lower(), harm) for words, harm in read(parse, text)] == [
        ("two labourers", "killed")
    ]


@pytest.mark.parametrize(
    "text",
    ["Two labourers were sentenced to death.", "Two labourers broke down outside the shop."],
)
def test_other_words_beside_a_verb_tell_none(parse: Parser, text: str) -> None:
    assert read(parse, text) == []


def test_people_killed_with_somebody_are_counted(parse: Parser) -> None:
    text = "Orrin Venn was killed along with his wife and three nurses."

    assert read(parse, text) == [
        ("Orrin Venn", "killed"),
        ("three nurses", "killed"),
        ("wife", "killed"),
    ]


def test_who_was_hurt_beside_the_dead_is_not_counted_with_them(parse: Parser) -> None:
    text = "Two nurses were killed in the raid with ten others injured."

    assert ("ten others", "killed") not in read(parse, text)


def test_the_ages_of_two_are_no_people(parse: Parser) -> None:
    text = "Two brothers, 8 and 10 years old, were blown apart by a mine."

    assert read(parse, text) == [("Two brothers", "killed")]
