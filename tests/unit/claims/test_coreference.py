"""Each single person of a document is known by one name, however often and in whatever words told."""

from dataclasses import replace

import pytest
from tests.builders import a_claim, a_count

from onrecord.claims.coreference import name_persons
from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.vocabulary import Age, Status


def telling(quote: str, *people: str) -> Claim:
    """A claim that counts each of these words as one killed, in their order."""
    counts = []
    for words in people:
        start = quote.index(words)
        counts.append(a_count(1, text=words, start=start, end=start + len(words)))
    return replace(a_claim(counts=tuple(counts)), quote=quote, start=0, end=len(quote))


def number_of_persons(claim: Claim) -> int:
    return len({count.person for named in name_persons([claim]) for count in named.counts})


@pytest.mark.parametrize(
    ("quote", "people"),
    [
        ("a clerk of the Osk Radio Mara Dorn was killed", ("a clerk", "Mara Dorn")),
        ("a clerk named Mara Dorn was killed", ("a clerk", "Mara Dorn")),
        ("Mara Dorn (Umm Orrin) was killed", ("Mara Dorn", "Umm Orrin")),
        ("Mara Dorn, known as Lia Venn, was killed", ("Mara Dorn", "Lia Venn")),
        ("Mara Dorn, a clerk and wife of a baker, was killed", ("Mara Dorn", "wife")),
        ("my father, the baker Orrin Venn, was killed", ("father", "Orrin Venn")),
        ("my cousin is a martyr", ("cousin", "a martyr")),
    ],
)
def test_two_ways_to_name_a_person_side_by_side_are_one_person(
    quote: str, people: tuple[str, ...]
) -> None:
    assert number_of_persons(telling(quote, *people)) == 1


@pytest.mark.parametrize(
    ("quote", "people"),
    [
        ("Orrin Venn, his wife Mara and a guard died", ("Orrin Venn", "his wife Mara", "a guard")),
        ("Orrin Joss Venn and Mara Joss Venn died", ("Orrin Joss Venn", "Mara Joss Venn")),
        ("a man and a woman were killed", ("a man", "a woman")),
        ("Mara Dorn, six-year-old Tess and Odo died", ("Mara Dorn", "six-year-old Tess", "Odo")),
    ],
)
def test_kin_and_those_who_share_a_family_name_are_several(
    quote: str, people: tuple[str, ...]
) -> None:
    assert number_of_persons(telling(quote, *people)) == len(people)


@pytest.mark.parametrize(
    ("quotes", "persons"),
    [
        ((("A man shot his 14-month-old daughter", "his 14-month-old daughter"),
          ("The toddler died", "The toddler")), 1),
        ((("Boy shoots his sister, leaves her bleeding", "his sister", "her"),), 1),
        ((("his son and the boy died", "his son", "the boy"),), 2),
        ((("A man killed on Sunday was identified late on Monday as Dov Arlen", "A man", "Dov Arlen"),),
         1),
        ((("The victim, a girl of six, died", "The victim", "a girl of six"),), 1),
        ((("A 1-year-old boy died", "A 1-year-old boy"),
          ("The 20-month-old boy died", "The 20-month-old boy")), 1),
        ((("The baby died", "The baby"), ("The driver died", "The driver")), 2),
    ],
)  # fmt: skip
def test_a_word_for_the_very_young_and_a_pronoun_tell_of_the_child_told_before(
    quotes: tuple[tuple[str, ...], ...], persons: int
) -> None:
    named = name_persons([telling(*quote) for quote in quotes])
    assert len({count.person for claim in named for count in claim.counts}) == persons


def test_a_child_is_not_the_leader_killed_before() -> None:
    leader = a_count(1, text="a leader", status=Status.DIRECT_PARTICIPANT)
    child = a_count(1, text="one local child", age=Age.CHILD)
    first = replace(a_claim(counts=(leader,)), quote="a leader was killed")
    second = replace(
        a_claim(counts=(child,)), quote="one local child was killed", id=ClaimId("c-2")
    )
    named = name_persons([first, second])

    assert len({count.person for claim in named for count in claim.counts}) == 2


def test_who_takes_their_own_life_is_none_of_those_killed_before() -> None:
    quote = "Orlan killed Dorn and her mother, Ila Venn, before taking his own life"

    assert number_of_persons(telling(quote, "Dorn", "her mother, Ila Venn", "his own life")) == 3


def test_an_age_and_a_place_before_a_boy_are_no_name() -> None:
    first = telling("a 3-year-old Tarvel boy died", "a 3-year-old Tarvel")
    again = telling("Odo Dorn died at noon", "Odo Dorn")
    people = {count.person for one in name_persons([first, again]) for count in one.counts}

    assert len(people) == 1
