"""Those whom a sentence names as the dead are counted, though no verb kills each of them."""

from collections.abc import Callable

import pytest

from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims
from onrecord.model.vocabulary import Age, Harm

Parser = Callable[[str], Sentence]


def killed(parse: Parser, text: str) -> list[str]:
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    return [text[v.count.start : v.count.end] for v in found if v.count.harm is Harm.KILLED]


@pytest.mark.parametrize(
    "text",
    [
        "The dead were identified as Orrin Venn (36), his wife Mara Venn and their son Tel Venn (7).",
        "The names of those killed: Orrin Venn (36), his wife Mara Venn and their son Tel Venn (7).",
        "The deceased include Orrin Venn (36), his wife Mara Venn and their son Tel Venn (7).",
        "Orrin Venn (36), his wife Mara Venn and their son Tel Venn (7) were named as having been "
        "killed.",
    ],
)
def test_a_list_of_the_dead_is_counted_person_by_person(parse: Parser, text: str) -> None:
    found = killed(parse, text)

    assert found == ["Orrin Venn (36)", "his wife Mara Venn", "their son Tel Venn (7)"]


def test_bare_names_of_a_list_are_counted_with_the_others(parse: Parser) -> None:
    text = "The dead were named as Orrin Venn, Mara Dorn and Tel Arlen (17)."

    assert killed(parse, text) == ["Orrin Venn", "Mara Dorn", "Tel Arlen (17)"]


def test_a_list_goes_on_in_a_sentence_without_a_verb(parse: Parser) -> None:
    before = next(t for t in parse("Relatives named six of the dead.").tokens if t.text == "dead")
    text = "The grandfather Orrin Venn (66), their sons Tel Venn (7) and Odo Venn (4)."
    found = find_victims(
        parse(text), find_quantities(text, articles=True), load_harm(), before=before
    )

    assert len(found) == 3
    assert not find_victims(parse(text), find_quantities(text, articles=True), load_harm())


@pytest.mark.parametrize(
    "text",
    [
        "The victims were identified as Orrin Venn (36) and Tel Venn (7), both injured by glass.",
        "The attack in which ten people were killed was claimed by Dov Arlen, 40.",
        "A post about the victims was shared by his niece Ila Dorn, 15.",
        "No victims were named, said Mara Dorn, 40.",
    ],
)
def test_who_is_named_otherwise_is_not_counted_dead(parse: Parser, text: str) -> None:
    assert not [words for words in killed(parse, text) if words[-1] == ")" or words[:1].isupper()]


def test_the_list_ends_where_others_are_told_to_be_hurt(parse: Parser) -> None:
    text = (
        "Orrin Venn was killed along with his daughters Ila Venn (9) and Ossa Venn (5), while "
        "his son Tel Venn (7) was injured."
    )
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    children = [v.count for v in found if v.count.age is Age.CHILD and v.count.harm is Harm.KILLED]

    assert [text[c.start : c.end] for c in children] == [
        "Ila Venn (9)",
        "Ossa Venn (5)",
    ]
