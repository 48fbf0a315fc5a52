"""Wounds told without a verb of harm, deaths of one's own hand, and deeds done to others."""

import pytest

from onrecord.claims.analyzer import EnglishAnalyzer
from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.victims import find_victims
from onrecord.model.vocabulary import Harm

_ANALYZER = EnglishAnalyzer()


def _read(text: str) -> list[tuple[Harm | None, int]]:
    sentences = next(iter(_ANALYZER.parse([(text, 0)])))
    quantities = find_quantities(text, articles=True)
    return [
        (found.count.harm, found.count.min)
        for sentence in sentences
        for found in find_victims(sentence, quantities, load_harm())
    ]


@pytest.mark.parametrize(
    ("text", "harm", "many"),
    [
        ("A 23-year-old was brought to a clinic with a gunshot wound to the arm.", Harm.INJURED, 1),
        ("Deputies found three people suffering from gunshot wounds.", Harm.INJURED, 3),
        ("A man was struck by gunfire in the leg.", Harm.INJURED, 1),
        ("The victim is in critical condition.", Harm.INJURED, 1),
        ("Two others were rushed to Ostby Hospital.", Harm.INJURED, 2),
        ("The fatal shooting of a 41-year-old baker shook the town.", Harm.KILLED, 1),
        ("A woman was shot and later died at a hospital.", Harm.KILLED, 1),
        ("The 2-year-old who was shot at play has died.", Harm.KILLED, 1),
        ("The gunman killed himself.", Harm.KILLED, 1),
        ("A 20-year-old nurse suffered a fatal gunshot wound.", Harm.KILLED, 1),
        ("Four killed villagers were taken to Ostby Hospital.", Harm.KILLED, 4),
    ],
)
def test_harm_is_read_from_the_words_around_a_person(text: str, harm: Harm, many: int) -> None:
    assert _read(text) == [(harm, many)]


@pytest.mark.parametrize(
    "text",
    [
        "Two people shot at them.",
        "She was taken to hospital as a precaution.",
        "The boys were indicted for the attempted murders of five teenagers.",
        "The man wanted to hurt himself.",
        "No one else was injured.",
        "Six shots were fired.",
    ],
)
def test_nobody_is_counted_where_nobody_is_said_to_be_harmed(text: str) -> None:
    assert not [one for one in _read(text) if one[0] in (Harm.KILLED, Harm.INJURED)]


def test_who_shot_and_killed_another_is_no_victim() -> None:
    assert _read("He shot and killed Lusk.") == [(Harm.KILLED, 1)]
    assert _read("A man shot and wounded two officers.") == [(Harm.INJURED, 2)]


def test_one_of_those_shot_fatally_leaves_the_others_alive() -> None:
    read = _read("Four men were shot, one fatally, as they left a tea house.")
    assert read == [(Harm.INJURED, 4), (Harm.KILLED, 1)]
