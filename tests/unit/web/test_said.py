"""Sentences of the other rooms are said in the language of the reader, or left as they are."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

SENTENCES = (
    "same place: Tarvel (+3.2)",
    "same target: home, school",
    "dates meet from 2021-03-04 to 2021-03-06",
    "at least 46: Ostren Monitor, an unknown publisher",
    "children among the civilians killed: at most 3",
    "injured: at least 4: children injured at least 1 (police) plus men injured at least 3",
    "killed: 2 (police) or 4 (Ostren Monitor, 3 more)",
    "Ostren Ministry on the killed: first 12, then at least 3",
    "the same wording",
)
FREE = ("Tarvel (the old town) burns", "x" * 5000, "(((((", "", "killed: (", "%(name)s")
_ASK = """
import json, sys
from pathlib import Path
from types import SimpleNamespace
from onrecord.web.configuration import configure
configure(SimpleNamespace(case=Path("none"), name="none"), token="x")
from django.utils import translation
from onrecord.web.said import say_reading, say_title, translate
from onrecord.web.wording import say_day, say_limits
given = json.load(sys.stdin)
with translation.override(given["lang"]):
    json.dump({
        "said": [translate(one) for one in given["sentences"]],
        "titles": [say_title("Tarvel · market · 2021-03-04"), say_title("place unknown · date unknown")],
        "cells": [say_reading(one) for one in ("46 or more", "3–7", "4 March 2021", "air strike", "Tarvel")],
        "limits": [say_limits(3, 7, False), say_limits(1200, None, True), say_day("2021-03-04")],
    }, sys.stdout)
"""


@cache
def ask(lang: str) -> dict[str, list[str | None]]:
    """What the web says in a language, in a process of its own: settings are made once in each."""
    given = json.dumps({"lang": lang, "sentences": [*SENTENCES, *FREE]})
    source = str(Path(__file__).parents[3] / "src")
    ran = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", _ASK],
        input=given,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": source},
    )
    told: dict[str, list[str | None]] = json.loads(ran.stdout)
    return told


def plain(words: str | None) -> str:
    """Words without the marks of direction."""
    return "".join(letter for letter in words or "" if letter not in "\u2066\u2068\u2069")


@pytest.mark.parametrize("lang", ["ar", "ru"])
def test_a_sentence_keeps_its_names_and_numbers_and_none_of_its_english(lang: str) -> None:
    said = [plain(words) for words in ask(lang)["said"][: len(SENTENCES)]]
    assert all(said)
    assert "Tarvel (+3.2)" in said[0]
    assert "Ostren Monitor" in said[3]
    assert "46" in said[3]
    for words in said:
        kept = words.replace("Tarvel", "").replace("Ostren", "")
        kept = kept.replace("Monitor", "").replace("Ministry", "").replace("police", "")
        assert not any("a" <= letter <= "z" for letter in kept), words


def test_in_english_a_sentence_stays_as_it_is() -> None:
    said = ask("en")["said"]
    assert said[0] == SENTENCES[0]
    assert said[4] == SENTENCES[4]
    assert said[6] == SENTENCES[6]


@pytest.mark.parametrize("lang", ["en", "ar", "ru"])
def test_what_is_no_sentence_of_ours_is_left_alone(lang: str) -> None:
    assert ask(lang)["said"][len(SENTENCES) :] == [None] * len(FREE)


def test_titles_and_cells_are_said_part_by_part() -> None:
    told = ask("ru")
    assert told["titles"] == ["Tarvel · рынок · 2021-03-04", "место неизвестно · дата неизвестна"]
    assert told["cells"] == ["46 или больше", "3–7", "4 марта 2021", "авиаудар", "Tarvel"]


def test_a_range_does_not_turn_around_on_a_page_from_right_to_left() -> None:
    assert ask("ar")["limits"] == ["\u20663–7\u2069", "1,200 أو أكثر", "4 مارس 2021"]
    assert ask("ru")["limits"] == ["3–7", "1\u202f200 или больше", "4 марта 2021"]
    assert ask("en")["limits"] == ["3–7", "1,200 or more", "4 March 2021"]
