"""The gate before the parser."""

import pytest

from onrecord.claims.gate import Gate


@pytest.fixture(scope="module")
def gate():
    return Gate()


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed in Tarvel.",
        "The TOLL rose to nine",
        "A barrel\nbomb fell on the market.",
        "The ministry denied the allegations.",
        "It may amount to war\u00a0crimes.",
        "A cease-fire was agreed.",
        "Air-strikes were heard.",
        "The M23 took the hill.",
        "The report is based on interviews with residents.",
        "\u201cKilled\u201d, the headline said",
        "Boy accidentally shoots himself in Old Venn",
        "Two men and a woman were driven to the Brask clinic.",
        "No one was in custody.",
        "She was listed in fair condition.",
        "The teacher was later identified as Mara Selk, 53.",
    ],
)
def test_it_opens_for_words_of_harm_attack_answer_law_and_method(gate, text):
    assert gate.paragraph_can_hold_a_claim(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Click here to subscribe to our newsletter.",
        "Rain is expected over the weekend.",
        "The skilled baker opened a shop.",
        "Follow us for more.",
    ],
)
def test_it_stays_shut_for_everything_else(gate, text):
    assert not gate.paragraph_can_hold_a_claim(text)


def test_it_looks_at_whole_words(gate):
    assert not gate.paragraph_can_hold_a_claim("Skilled deadlines and undiedfish")
