"""What fighters told as killed or caught had done before is no part of the attack told."""

import pytest
from tests.builders import a_claim, a_count

from onrecord.claims.past_attacks import is_past_deed, names_other_attack, set_apart
from onrecord.model.claim import Claim, Count, ProducedBy
from onrecord.model.vocabulary import Harm, Status, Unit


def told(*counts: Count, rule: str = "victims/licensed") -> Claim:
    return a_claim(counts=counts, produced_by=ProducedBy(method="m", version="1", rule=rule))


def units(*claims: Claim) -> list[Unit]:
    return [claim.unit for claim in set_apart(claims)]


FIGHTERS = a_count(2, status=Status.DIRECT_PARTICIPANT)
BEFORE = told(a_count(4), rule="victims/licensed+other+background")


@pytest.mark.parametrize(
    "words",
    [
        "The leader had also planned a recent ambush that killed two soldiers",
        "He is suspected of leading an earlier attack on a checkpoint",
        "Both were linked to another roadside bombing",
        "Prior to his arrest, the bomb maker struck a patrol in Nadra",
        "Before their deaths, the men shelled two villages",
    ],
)
def test_words_bring_up_another_attack_than_that_told(words: str) -> None:
    assert is_past_deed(words)
    assert names_other_attack(words)


@pytest.mark.parametrize(
    "words",
    [
        "A man was charged in connection with the shooting",
        "Two men are wanted for the killing of a teacher in the blast",
    ],
)
def test_a_definite_attack_may_be_the_one_told(words: str) -> None:
    assert is_past_deed(words)
    assert not names_other_attack(words)


def test_an_earlier_attack_of_fighters_now_killed_feeds_no_count_of_this_one() -> None:
    assert units(told(FIGHTERS), BEFORE) == [Unit.INCIDENT, Unit.NONE]


def test_an_earlier_attack_of_somebody_now_caught_feeds_no_count_of_this_one() -> None:
    caught = a_count(1, harm=Harm.DETAINED, status=Status.DIRECT_PARTICIPANT)

    assert units(told(caught), BEFORE) == [Unit.INCIDENT, Unit.NONE]


def test_an_attack_that_somebody_is_linked_to_may_be_the_news_itself() -> None:
    assert units(BEFORE) == [Unit.INCIDENT]
    assert units(told(a_count(2)), BEFORE) == [Unit.INCIDENT, Unit.INCIDENT]
