"""What stands before a paragraph's words: a clock, and who speaks."""

import pytest

from onrecord.claims.headlines import find_tail
from onrecord.claims.labels import find_label
from onrecord.claims.speech_words import load_speech


@pytest.mark.parametrize(
    ("text", "who", "rest"),
    [
        ("[15:47] Mayor's office: two wounded.", "Mayor's office", "two wounded."),
        ("— 09:40: The bridge was hit.", "", "The bridge was hit."),
        ("UPDATE 2 (13:20 GMT): Police: three dead.", "Police", "three dead."),
        (
            "Posted 18:02 | Valley radio: “We fired at nobody.”",
            "Valley radio",
            "“We fired at nobody.”",
        ),
        ("Anna Merro: We reject this.", "Anna Merro", "We reject this."),
        ("> @ValleyAid wrote: Nine dead at the ford.", "@ValleyAid", "Nine dead at the ford."),
        ("RT @OstrenTimes: Nine dead at the ford.", "@OstrenTimes", "Nine dead at the ford."),
        (
            "Rebel spokesman Ivo Tarn to the Times: “Not us.”",
            "Rebel spokesman Ivo Tarn",
            "“Not us.”",
        ),
    ],
)
def test_a_label_is_taken_off_and_its_speaker_kept(text: str, who: str, rest: str) -> None:
    label = find_label(text, load_speech())

    assert label is not None
    assert (label.who, text[label.rest :]) == (who, rest)


@pytest.mark.parametrize(
    "text",
    [
        "FACT: nobody fired that day.",
        "It was the second blast in a week: a herder had died on Friday.",
        "Finding: the harm did not occur.",
        "The witnesses disagree, she went on: some heard a jet.",
        "Vellin, 9 October 2031 (source: news media). Two died.",
        "Two people died.",
    ],
)
def test_no_label_is_made_of_a_sentence_or_a_heading(text: str) -> None:
    assert find_label(text, load_speech()) is None


def test_a_question_opens_a_dialogue() -> None:
    label = find_label("Question: What happened at the ford?", load_speech())

    assert label is not None
    assert label.asks


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Two killed in Vellin: monitor", "monitor"),
        ("Police: two killed in Vellin", "Police"),
        ("Valley general: no evidence raid hit wedding", "Valley general"),
        ("Rights group: 31 dead in raid on Vellin", "Rights group"),
        ("Shells hit clinic: 6 dead – health directorate", "health directorate"),
        ("Two killed in Vellin, ministry says", "ministry"),
    ],
)
def test_a_headline_s_speaker_stands_at_either_end(headline: str, who: str) -> None:
    tail = find_tail(headline, load_speech())

    assert tail is not None
    assert tail.who == who
