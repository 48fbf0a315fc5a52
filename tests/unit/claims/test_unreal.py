"""Aims, disbelief, flight and names of no person count nobody."""

from collections.abc import Callable

import pytest

from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims

Parser = Callable[[str], Sentence]


def read(parse: Parser, text: str) -> list[tuple[str, int, int | None]]:
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    return [(str(v.count.harm), v.count.min, v.count.max) for v in found]


@pytest.mark.parametrize(
    "text",
    [
        "Troops carried out a mission to kill a warlord.",
        "They had orders to capture or kill the commander.",
        "He said he was not going to hurt her.",
        "The gunman said he was going to kill three people.",
        "The army refused to kill three prisoners.",
        "Guards stopped him from killing two women.",
    ],
)
def test_a_deed_aimed_at_or_kept_from_harms_nobody(parse: Parser, text: str) -> None:
    assert read(parse, text) == []


def test_an_operation_to_arrest_one_man_counts_only_those_arrested(parse: Parser) -> None:
    text = "Four soldiers detained six men during an operation to arrest a bomb maker in Velk."

    assert read(parse, text) == [("detained", 6, 6)]


def test_a_strike_to_kill_civilians_has_killed_them(parse: Parser) -> None:
    text = "The latest strike to kill civilians left nine dead."

    assert ("killed", 2, None) in read(parse, text)


@pytest.mark.parametrize(
    "text",
    [
        "Police do not believe that someone is out there randomly shooting people.",
        "The chief said officers do not think anyone is killing women.",
    ],
)
def test_what_nobody_believes_to_happen_harms_nobody(parse: Parser, text: str) -> None:
    assert read(parse, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The suspect demanded money and fled on foot.",
        "The gunman fled the scene before police arrived.",
        "Dov Arlen fled the apartment before police arrived.",
        "Two suspects fled after the robbery.",
    ],
)
def test_a_culprit_in_flight_is_not_displaced(parse: Parser, text: str) -> None:
    assert read(parse, text) == []


def test_people_who_fled_the_fighting_are_displaced(parse: Parser) -> None:
    assert read(parse, "At least 3,000 people fled the fighting in Velk.") == [
        ("displaced", 3000, None)
    ]


def test_a_date_beside_a_victim_is_no_victim(parse: Parser) -> None:
    text = (
        "On the morning of Tuesday, May 20th, 2024, a 32-year-old baker named Dov Arlen was "
        "killed in Velk."
    )

    assert read(parse, text) == [("killed", 1, 1)]


def test_a_message_that_others_were_killed_is_no_victim(parse: Parser) -> None:
    text = "On the page, Orlan Dov left a message that his cousins were killed that day."

    assert read(parse, text) == [("killed", 2, None)]
