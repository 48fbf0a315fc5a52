"""Promise: for any two incidents it can be said why they are one or two, ground by ground."""

from tests.builders import a_document, a_place, a_when
from tests.unit.incidents.test_linking_decisions import DIFFERENT, SAME, decide
from tests.unit.incidents.test_linking_rules import PARTIES, claim

from onrecord.incidents import Comparer
from onrecord.model.claim import Claim
from onrecord.model.comparison import Comparison
from onrecord.model.decision import Decision


def compare(one: Claim, other: Claim, *decisions: Decision) -> Comparison:
    documents = {each.document: a_document(id=each.document) for each in (one, other)}
    comparer = Comparer((one, other), documents, parties=PARTIES, decisions=decisions)
    return comparer.compare([one.id], [other.id])


def test_two_accounts_that_agree_are_said_to_be_one_attack() -> None:
    found = compare(claim("c1"), claim("c2"))

    assert found.bits >= found.needed
    assert found.decided_by == ("place, date and support agree: one attack",)


def test_another_town_is_named_as_what_keeps_apart() -> None:
    found = compare(claim("c1"), claim("c2", places=(a_place("Dorvo"),)))

    assert "the places exclude each other" in found.decided_by
    assert any("different places" in reason for reason in found.because)


def test_days_between_are_counted() -> None:
    found = compare(claim("c1"), claim("c2", when=a_when("2021-03-09")))

    assert "the dates lie 5 day(s) apart" in found.decided_by


def test_what_a_person_decided_comes_first() -> None:
    apart = compare(claim("c1"), claim("c2"), decide(DIFFERENT, "c1", "c2"))
    joined = compare(claim("c1"), claim("c2", places=(a_place("Dorvo"),)), decide(SAME, "c1", "c2"))

    assert apart.decided_by[0] == "a person decided that they are two"
    assert joined.decided_by[0] == "a person decided that they are one"


def test_the_comparison_is_the_same_both_ways() -> None:
    one, other = claim("c1"), claim("c2", parties=())

    assert compare(one, other) == compare(other, one)


def test_claims_that_tell_of_no_attack_say_nothing() -> None:
    one, other = claim("c1"), claim("c2")
    documents = {each.document: a_document(id=each.document) for each in (one, other)}

    found = Comparer((one, other), documents, parties=PARTIES).compare([one.id], [])

    assert found.because == ("one of them tells of no attack",)
