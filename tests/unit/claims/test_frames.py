"""Who is said to say which words."""

from collections.abc import Callable

import pytest

from onrecord.claims.frames import find_frames
from onrecord.claims.quotes import find_quotes
from onrecord.claims.speech_words import load_speech
from onrecord.claims.syntax import Sentence

Parser = Callable[[str], Sentence]


def frames_of(parse: Parser, text: str) -> list[tuple[list[str], str, str]]:
    found = find_frames(parse(text), load_speech(), find_quotes(text))
    return [([head.text for head in f.speakers], text[slice(*f.content)], f.stance) for f in found]


def test_a_verb_at_the_end_attributes_what_stands_before(parse: Parser) -> None:
    text = "Five people were killed in Tarvel on Monday, a monitor and the Rescue Corps said."
    ((speakers, content, stance),) = frames_of(parse, text)

    assert speakers == ["monitor", "Corps"]
    assert content == "Five people were killed in Tarvel on Monday"
    assert stance == "says"


def test_a_verb_in_front_attributes_its_clause(parse: Parser) -> None:
    text = "The monitor said that 15 people were injured in the strike."
    ((speakers, content, _),) = frames_of(parse, text)

    assert speakers == ["monitor"]
    assert content == "15 people were injured in the strike"


def test_according_to_attributes_the_rest_of_the_sentence(parse: Parser) -> None:
    text = "Nine people died in the raid, according to the Ostren Monitor."
    ((speakers, content, _),) = frames_of(parse, text)

    assert speakers == ["Monitor"]
    assert content == "Nine people died in the raid"


def test_a_denial_and_the_allegation_inside_it_are_two_frames(parse: Parser) -> None:
    text = (
        "The ministry rejected allegations by the Ostren Monitor that its planes bombed the market."
    )
    found = frames_of(parse, text)

    assert [stance for _, _, stance in found] == ["denies", "alleges"]
    assert found[1][0] == ["Monitor"]
    assert found[1][1] == "its planes bombed the market"


@pytest.mark.parametrize(
    "text",
    [
        "The evidence indicates that the army used cluster bombs.",
        "We believe the road is open.",
        "The attack showed how weak the truce was.",
    ],
)
def test_evidence_deeds_and_the_first_person_are_no_speakers(parse: Parser, text: str) -> None:
    assert frames_of(parse, text) == []
