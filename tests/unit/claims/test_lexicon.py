"""Phrase lists and their scan."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.claims.lexicon import (
    Folded,
    PhraseMatcher,
    parse_lexicon,
    pluralise,
    with_plurals,
)


def spans(matcher: PhraseMatcher[Any], text: str) -> list[tuple[str, Any]]:
    return [(text[hit.start : hit.end], hit.payload) for hit in matcher.find(text)]


def test_a_tilde_finds_the_joined_the_hyphenated_and_the_spaced_form():
    matcher = PhraseMatcher({"air~strike": 1})

    text = "air strike, air-strike, airstrike, Air\u00a0Strike, air \n  strike; airstriker"
    assert [found for found, _ in spans(matcher, text)] == [
        "air strike",
        "air-strike",
        "airstrike",
        "Air\u00a0Strike",
        "air \n  strike",
    ]


def test_a_capital_in_a_phrase_demands_a_capital_in_the_text():
    matcher = PhraseMatcher({"Grad": 1})

    assert spans(matcher, "Grad, GRAD and a grad student") == [("Grad", 1), ("GRAD", 1)]


def test_the_reading_with_more_capitals_wins():
    matcher = PhraseMatcher({"march": "verb", "March": "month"})

    assert spans(matcher, "a march in March") == [("march", "verb"), ("March", "month")]


def test_the_longest_phrase_wins_and_a_broken_longer_one_does_not_hide_it():
    matcher = PhraseMatcher({"gas": 1, "gas attack": 2})

    assert spans(matcher, "a gas attack by gas attackers") == [("gas attack", 2), ("gas", 1)]


def test_phrases_stand_at_word_boundaries_of_any_script():
    matcher = PhraseMatcher({"bus": 1, "бус": 2})

    assert spans(matcher, "bus, busy, ébus, бус, автобус") == [("bus", 1), ("бус", 2)]


def test_offsets_hold_after_letters_whose_small_form_is_longer():
    matcher = PhraseMatcher({"drone": 1})
    text = "İİİ  in İzmir \u2003 a Drone"

    assert spans(matcher, text) == [("Drone", 1)]


def test_apostrophes_of_every_shape_are_one():
    matcher = PhraseMatcher({"doctors' union": 1})

    assert spans(matcher, "the Doctors\u2019 union") == [("Doctors\u2019 union", 1)]


@given(st.text(alphabet="ab İ\n\u00a0-Xé", max_size=40))
def test_folding_keeps_every_letter_at_its_place(text):
    folded = Folded(text)

    for at, letter in enumerate(folded.text):
        original = text[folded.place_of(at)]
        assert letter == " " or original.lower()[0] == letter or original == "İ"


def test_plurals_follow_the_regular_rules():
    assert pluralise("factory") == "factories"
    assert pluralise("church") == "churches"
    assert pluralise("quay") == "quays"
    assert with_plurals(["shell"]) == ("shell", "shells")


def test_a_fault_in_a_lexicon_names_the_entry():
    lexicon = parse_lexicon('[[weapon]]\nkind = 3\nphrases = ["a", 1]\nloud = "yes"', "en_test")
    entry = lexicon["weapon"][0]

    for read in (
        lambda: entry.text("kind"),
        lambda: entry.texts("phrases"),
        lambda: entry.says("loud"),
        lambda: entry.whole("loud"),
    ):
        with pytest.raises(TypeError, match=r"en_test\.weapon\[0\]\."):
            read()
    assert entry.maybe("absent") is None
    assert entry.texts("absent") == ()


def test_a_lexicon_holds_arrays_of_tables_only():
    with pytest.raises(ValueError, match=r"en_test\.kind: not an array of tables"):
        parse_lexicon('kind = "x"', "en_test")


def test_no_phrases_find_nothing():
    matcher: PhraseMatcher[int] = PhraseMatcher({})

    assert matcher.find("anything") == []
    assert not matcher.holds_any("anything")
