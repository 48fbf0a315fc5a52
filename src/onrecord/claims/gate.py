"""Paragraph → whether it can hold a claim, so that only such paragraphs are parsed."""

import re
import string
from collections.abc import Iterable, Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from onrecord.claims.harm_words import load_harm, read_toml
from onrecord.claims.lexicon import load_lexicon, spell_out, with_plurals
from onrecord.claims.patterns import load_books
from onrecord.model.vocabulary import Harm

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

    Opens for one word of harm, attack, answer, law, agreement, weapon or party, for two words of
    different weaker groups (method, object, speaker), and for what a pattern of the reader's own
    takes as a claim. Capitals are not looked at.
    """

    def __init__(self, lang: str = "en") -> None:
        self._alone, self._paired, self._groups = _load_automata(lang)
        books = load_books(lang)
        self._books = (books.topics, books.fate, books.attributing)
        self._counting = books.counting

    def paragraph_can_hold_a_claim(self, text: str) -> bool:
        """Whether a paragraph is worth parsing."""
        words = _fold(text)
        if self._alone.find_matches_as_indexes(words):
            return True
        found = self._paired.find_matches_as_indexes(words, overlapping=True)
        if len({self._groups[index] for index, _, _ in found}) > 1:
            return True
        return any(book.holds_any(text) for book in self._books) or self._counts(text)

    def _counts(self, text: str) -> bool:
        figured = any(letter.isdigit() for letter in text)
        return figured and any(self._counting.has(name, text) for name in ("harm", "ordinal"))


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
    alone += _harms(lang)
    return AhoCorasick(sorted(_patterns(alone))), AhoCorasick(list(pairs)), list(pairs.values())


def _harms(lang: str) -> Iterator[str]:
    """The words by which the reader counts people harmed, in the forms that tell of a deed done.

    Who is held by courts and police stands in every local paper: those words are listed by hand.
    """
    harm = load_harm(lang)
    for words in (words for kind, words in harm.harms.items() if kind is not Harm.DETAINED):
        for verb in (*words.transitive, *words.intransitive):
            yield from _forms(verb)
        yield from (*words.adjectives, *words.tolls, *words.phrases)
        yield from with_plurals((*words.nouns, *words.counted))
    for verb in harm.shooting:
        yield from _forms(verb)
    yield from with_plurals((*harm.deeds, *harm.wounding.hospitals))
    yield from (f"{state} condition" for state in harm.wounding.conditions)


def _forms(verb: str) -> tuple[str, ...]:
    """A verb with its regular forms, and some that nobody writes."""
    stem = verb.removesuffix("e")
    soft = verb[:-1] + "i" if verb.endswith("y") else verb
    return (verb, f"{verb}s", f"{soft}es", f"{stem}ed", f"{soft}ed", f"{verb}{verb[-1]}ed")


def _patterns(phrases: Iterable[str]) -> set[str]:
    return {_fold(form) for phrase in phrases for form in spell_out(phrase)}
