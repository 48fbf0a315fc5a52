"""The words without which a pattern cannot match."""

import json
import re
from pathlib import Path

import pytest

from onrecord.claims.harm_words import read_toml
from onrecord.claims.patterns import make_plain
from onrecord.claims.screens import Screen, needed_words

NOTES = Path(__file__).parents[2] / "golden" / "english"


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bwar crimes?\b", [{"war crime", "war crimes"}]),
        (r"\b(strike|raid)s?\b.{0,40}\bkilled\b", [{"strike", "strikes", "raid", "raids"}, {"killed"}]),
        (r"\bdisplac(ed|ing)\b", [{"displaced", "displacing"}]),
        (r"\bbesieg\w*\b", [{"besieg"}]),
        (r"\b(fled|flee\w+)\b", [{"fle"}]),
        (r"\borgani[sz]ation\b", [{"organisation", "organization"}]),
        (r"\bno (evidence )?of\b", [{"no of", "no evidence of"}]),
        (r"\d+ (percent|per cent)", [{" percent", " per cent"}]),
        (r"(?<!in )\bmay\b", [{"may"}]),
        (r"\?\s*$", []),
        (r"\w+", []),
        (r"(a|\w)", []),
        (r"(killed)?", []),
    ],
)  # fmt: skip
def test_the_words_are_read_out_of_the_pattern(pattern, needed):
    assert [set(words) for words in needed_words(pattern)] == needed


def _patterns() -> list[str]:
    def below(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for inner in value.values() for text in below(inner)]
        if isinstance(value, list):
            return [text for inner in value for text in below(inner)]
        return [value] if isinstance(value, str) and "\\" in value else []

    files = ("en_types.toml", "en_arguments.toml", "en_stance.toml")
    return [pattern for name in files for pattern in below(read_toml(name))]


def _texts() -> list[str]:
    return [
        make_plain(sentence)
        for path in sorted(NOTES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if line
        for sentence in re.split(r"(?<=[.!?])\s", json.loads(line)["text"])
    ]


def test_a_screen_keeps_every_pattern_that_matches():
    patterns = _patterns()
    screen = Screen(patterns)
    compiled = [re.compile(pattern) for pattern in patterns]

    for text in _texts():
        matching = {place for place, pattern in enumerate(compiled) if pattern.search(text)}
        assert matching <= screen.possible(text)


def test_a_screen_shuts_out_most_patterns():
    patterns = _patterns()

    possible = Screen(patterns).possible("rain is expected over the weekend in tarvel.")

    assert len(possible) * 10 < len(patterns)
