"""One person under two names is one; who is freed, an animal, an age or a hospital is none."""

import pytest
from tests.unit.claims.counted import Found, Parser, read

from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.victims import find_victims


@pytest.mark.parametrize(
    "text",
    [
        "Omar Darwish (Abu Salim) was killed when a shell hit his home.",
        "A strike killed Omar Darwish (Abu Salim), a baker.",
        "Omar Darwish, alias Abu Salim, was killed in Harn.",
        "William 'Bo' Hardy died after the raid.",
        "A civilian (Omar Darwish) was killed.",
        "The commander Omar Darwish was killed in a raid.",
        "The baker, Omar Darwish, was killed.",
        "The husband of Dalia and father of Masa died in the raid.",
        "Idris Karim, a leading member of the club and son to Hamid Karim, was killed.",
    ],
)
def test_a_person_under_two_names_is_counted_once(parse: Parser, text: str) -> None:
    assert read(parse, text) == [("killed", 1, 1)]


def test_a_nickname_and_the_name_behind_it_are_one_stretch(parse: Parser) -> None:
    text = "William 'Bo' Hardy died after the raid."
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    assert [text[v.count.start : v.count.end] for v in found] == ["Bo' Hardy"]


def test_names_in_brackets_behind_a_group_are_its_members(parse: Parser) -> None:
    text = "Three men (Omar Darwish, Idris Orlan and Tel Venn) were killed."
    assert read(parse, text) == [("killed", 3, 3), *[("killed", 1, 1)] * 3]


@pytest.mark.parametrize(
    "text",
    [
        "Whenever a civilian is killed, somebody must answer for it.",
        "Every time a soldier is killed the council meets.",
        "Police shot one of the dogs.",
        "The blast wounded one of the horses.",
    ],
)
def test_a_rule_and_an_animal_count_nobody(parse: Parser, text: str) -> None:
    assert read(parse, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The last time a guard was killed was in May.", [("killed", 1, 1)]),
        ("Emma died before dawn on Sunday at Children's Hospital.", [("killed", 1, 1)]),
        ("Man killed in shooting - WQRB Channel 9", [("killed", 1, 1)]),
        ("Man found dead - Fox 11 Harlow", []),
        ("Ines Verano, 51 (wife of Paulo Darin, killed in flat 304)", [("killed", 1, 1)]),
        (
            "In Port Harlow, 12 (including five children) were killed.",
            [("killed", 12, 12), ("killed", 5, 5)],
        ),
        (
            "The raid ended with three rebels killed and five captives released.",
            [("killed", 3, 3)],
        ),
        (
            "The raid ended with three soldiers killed and five wounded.",
            [("killed", 3, 3), ("injured", 5, 5)],
        ),
        (
            "A girl charged with fatally shooting her big brother stood before a judge.",
            [("killed", 1, 1)],
        ),
        (
            "The blast killed her dead brother's friend and wounded her.",
            [("killed", 1, 1), ("injured", 1, 1)],
        ),
        ("The son of a nurse was killed in the raid.", [("killed", 1, 1)]),
        ("A total of six people were shot.", [("injured", 6, 6)]),
        ("A group of civilians were killed.", [("killed", 2, None)]),
    ],
)
def test_only_those_harmed_are_counted(parse: Parser, text: str, expected: Found) -> None:
    assert read(parse, text) == expected
