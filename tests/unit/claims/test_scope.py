"""What an answer covers where its own words do not say so: the attack, or the report on it."""

from dataclasses import replace
from typing import Any

import pytest
from tests.builders import a_claim, a_place, a_when

from onrecord.claims.answering import link_answers
from onrecord.model.claim import Answer, Claim
from onrecord.model.party import PartyBook
from onrecord.model.vocabulary import Argument, ClaimType, Scope, Unit


def scope_of(words: str, *beside: Claim, argument: Argument, **more: Any) -> Scope:
    given: dict[str, Any] = {"places": (), "when": None, "unit": Unit.NONE, **more}
    answer = Answer(arguments=(argument,), scope=Scope.REPORT)
    claim = a_claim(id="a", type=ClaimType.DENIAL, quote=words, answer=answer, **given)
    found = link_answers([*beside, claim], PartyBook(()))[-1].answer
    assert found is not None
    return found.scope


ATTACK = a_claim(id="attack", unit=Unit.INCIDENT)
PERIOD = a_claim(id="period", unit=Unit.AGGREGATE_PERIOD)


def test_in_a_text_on_one_attack_an_answer_is_about_it() -> None:
    argument = Argument.RESPONSIBILITY_DENIED

    assert scope_of("it was not us", ATTACK, argument=argument) is Scope.INCIDENT
    assert scope_of("it was not us", ATTACK, PERIOD, argument=argument) is Scope.REPORT


def test_an_answer_that_names_the_place_or_the_day_is_about_the_attack() -> None:
    words, argument = "nobody shelled Tarvel", Argument.EVENT_DENIED
    named = {"places": (replace(a_place("Tarvel"), start=15, end=21),)}
    dated = {"when": replace(a_when("2021-03-04"), start=15, end=21)}

    assert scope_of(words, PERIOD, argument=argument) is Scope.REPORT
    assert scope_of(words, PERIOD, argument=argument, **named) is Scope.INCIDENT
    assert scope_of(words, PERIOD, argument=argument, **dated) is Scope.INCIDENT


@pytest.mark.parametrize(
    "argument", [Argument.STALE, Argument.SOURCE_NONEXISTENT, Argument.REMOTE_METHOD]
)
def test_what_is_held_against_the_source_is_about_its_report(argument: Argument) -> None:
    assert scope_of("they sit far away", ATTACK, argument=argument) is Scope.REPORT


def test_the_words_of_an_answer_go_before() -> None:
    words, argument = "the report is empty", Argument.NO_EVIDENCE

    assert scope_of(words, ATTACK, argument=argument) is Scope.REPORT
