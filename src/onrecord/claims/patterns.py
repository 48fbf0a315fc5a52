"""Lexicons of regular expressions → what a clause says: its topics, hedges and arguments."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.claims.analyzer import PLAIN
from onrecord.claims.harm_words import read_toml
from onrecord.claims.screens import Screen


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that matched: its table's name and the words, in offsets of the text searched."""

    name: str
    start: int
    end: int


class PatternBook:
    """Named tables of regular expressions, in a fixed order; searched over plain words.

    Text is made plain first: straight quotes, one kind of space, lower case; one character stays
    one character, so that offsets hold.
    """

    def __init__(
        self,
        tables: Mapping[str, Sequence[str]],
        order: Sequence[str] = (),
        words: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        names = [*order, *(name for name in tables if name not in order)]
        listed = [
            (name, spell_out(pattern, words or {}))
            for name in names
            for pattern in tables.get(name, ())
        ]
        self._screen = Screen([pattern for _, pattern in listed])
        self._tables: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
        for place, (name, pattern) in enumerate(listed):
            self._tables.setdefault(name, []).append((place, re.compile(pattern)))

    def first(self, text: str) -> Found | None:
        """The first table, in order, of which a pattern matches."""
        return next(iter(self.search(text)), None)

    def search(self, text: str) -> list[Found]:
        """All tables that match, in order, each with its first match."""
        return [
            Found(name, match.start(), match.end())
            for name in self._tables
            if (match := self._match(name, text)) is not None
        ]

    def has(self, name: str, text: str) -> bool:
        """Whether a pattern of that table matches."""
        return self._match(name, text) is not None

    def holds_any(self, text: str) -> bool:
        """Whether any pattern of any table matches."""
        return any(self._match(name, text) is not None for name in self._tables)

    def _match(self, name: str, text: str) -> re.Match[str] | None:
        """The match of the first pattern of a table that has one."""
        words = make_plain(text)
        possible = self._screen.possible(words)
        tried = (p for place, p in self._tables.get(name, ()) if place in possible)
        return next((match for p in tried if (match := p.search(words)) is not None), None)


_WORDS = re.compile(r"<([a-z]+)>")


def spell_out(pattern: str, words: Mapping[str, Sequence[str]]) -> str:
    """The pattern with each `<name>` replaced by any of the words of that name."""
    return _WORDS.sub(lambda match: f"(?:{'|'.join(words[match[1]])})", pattern)


@lru_cache(maxsize=256)
def make_plain(text: str) -> str:
    """The text in lower case with straight quotes and plain spaces, character for character."""
    plain = text.translate(PLAIN)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)


@dataclass(frozen=True, slots=True)
class ClauseBooks:
    """All pattern books of a language, and the verbs and nouns of attacks."""

    topics: PatternBook
    comparison: PatternBook
    aggregate: PatternBook
    opinion: PatternBook
    context: PatternBook
    counting: PatternBook
    fate: PatternBook
    attributing: PatternBook
    hedges: PatternBook
    arguments: PatternBook
    scopes: PatternBook
    told: PatternBook
    doubt: PatternBook
    attack_verbs: frozenset[str]
    attack_nouns: frozenset[str]
    damage_verbs: frozenset[str]
    use_verbs: frozenset[str]
    speech_targets: frozenset[str]
    stance: Mapping[str, frozenset[str]]


@cache
def load_books(lang: str = "en") -> ClauseBooks:
    """The pattern books of a language, compiled once."""
    types, stance = read_toml(f"{lang}_types.toml"), read_toml(f"{lang}_stance.toml")
    answers = read_toml(f"{lang}_arguments.toml")
    attacking, words = types["attacking"], types["words"]
    topics = {
        name: [_spelled(one, words) for one in found] for name, found in types["patterns"].items()
    }
    return ClauseBooks(
        topics=PatternBook(topics, types["order"]),
        comparison=PatternBook(
            {
                "comparison": types["comparison"]["patterns"],
                "single": types["comparison"]["single"],
            }
        ),
        aggregate=PatternBook(types["aggregate"]),
        opinion=PatternBook({"opinion": types["opinion"]["patterns"]}),
        context=PatternBook({"context": types["context"]["patterns"]}),
        counting=PatternBook(types["counting"]),
        fate=PatternBook(types["fate"]),
        attributing=PatternBook(types["attributing"]),
        hedges=PatternBook(stance["hedges"], stance["order"]),
        arguments=PatternBook(answers["codes"], words=answers["words"]),
        scopes=PatternBook(answers["scope"]),
        told=PatternBook(answers["told"], words=answers["words"]),
        doubt=PatternBook(answers["doubt"], words=answers["words"]),
        attack_verbs=frozenset(attacking["verbs"]),
        attack_nouns=frozenset(attacking["nouns"]),
        damage_verbs=frozenset(attacking["damage"]),
        use_verbs=frozenset(attacking["using"]),
        speech_targets=frozenset(attacking["speech_targets"]),
        stance={name: frozenset(codes) for name, codes in answers["stance"].items()},
    )


_NAMED = re.compile(r"<([a-z]+)>")


def _spelled(pattern: str, words: Mapping[str, str]) -> str:
    """A pattern with the words that stand for `<name>`, which may hold names themselves."""
    return _NAMED.sub(lambda match: words[match[1]], pattern)
