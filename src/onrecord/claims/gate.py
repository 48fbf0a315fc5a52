"""Paragraph → whether it can hold a claim, so that only such paragraphs are parsed."""

import re
import string
from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick

from onrecord.claims.harm_words import read_toml
from onrecord.claims.lexicon import load_lexicon, spell_out, with_plurals

# Everything between words becomes a blank, so that a word is a pattern between two blanks and
# needs no look at its neighbours: four times as fast as testing boundaries.
_BETWEEN = str.maketrans(
    dict.fromkeys(
        string.punctuation + "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00ab\u00bb", " "
    )
)
# Families of words by which an answer argues, and that say little else.
_ARGUING = frozenset(
    {"false", "hollow", "bias", "staged", "stale", "dubious", "inflated", "evidence", "unreal", "accident",
     "unhurt", "empty", "mute", "remote", "wordoftruth", "dark", "exact", "paper", "examine", "regret"}
)  # fmt: skip


class Gate:
    """Opens for every paragraph that may hold a claim; made to lose none, not to be exact.

    Opens for one word of harm, attack, answer, law, agreement, weapon or party, or for two words
    of different weaker groups (method, object, speaker). Capitals are not looked at.
    """

    def __init__(self, lang: str = "en") -> None:
        self._alone, self._paired, self._groups = _load_automata(lang)

    def paragraph_can_hold_a_claim(self, text: str) -> bool:
        """Whether a paragraph is worth parsing."""
        words = _fold(text)
        if self._alone.find_matches_as_indexes(words):
            return True
        found = self._paired.find_matches_as_indexes(words, overlapping=True)
        return len({self._groups[index] for index, _, _ in found}) > 1


def _fold(text: str) -> str:
    return f" {' '.join(text.translate(_BETWEEN).lower().split())} "


@cache
def _load_automata(lang: str) -> tuple[AhoCorasick, AhoCorasick, list[str]]:
    lexicon = load_lexicon(f"{lang}_gate")
    pairs = {
        pattern: entry.text("group")
        for entry in lexicon["pair"]
        for pattern in _patterns(entry.texts("phrases"))
    }
    pairs |= {
        pattern: "answer"
        for family, words in read_toml(f"{lang}_senses.toml")["families"].items()
        if family in _ARGUING
        for pattern in _patterns(re.sub(r"/\w", "", word).strip() for word in words.split(","))
        if pattern not in pairs
    }
    alone = [phrase for entry in lexicon["gate"] for phrase in entry.texts("phrases")]
    weapons = load_lexicon(f"{lang}_weapons")
    for entry in (*weapons["weapon"], *weapons["model"]):
        alone += with_plurals(entry.texts("phrases"))
    for entry in load_lexicon("parties")["group"]:
        alone += [entry.text("name"), *entry.texts("aliases")]
    return AhoCorasick(sorted(_patterns(alone))), AhoCorasick(list(pairs)), list(pairs.values())


def _patterns(phrases: Iterable[str]) -> set[str]:
    return {_fold(form) for phrase in phrases for form in spell_out(phrase)}
