r"""Regular expressions → the words without which none of them can match, found in one pass.

A pattern such as `\bwar crimes?\b` needs "war crime"; one that needs words of several lists
(`(strike|raid)s?\b.{0,40}\bkilled`) needs one of each. The words are read out of the patterns, so
whoever adds a pattern need not think of them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

# Python's own reading of a pattern: its tree of operations.
_parser: Any = re._parser  # type: ignore[attr-defined]
_MOST_WORDS = 256
_MOST_LETTERS = 16
_SHORTEST = 2
_MOST_IN_SET = 8

Words = frozenset[str]
_EMPTY: Words = frozenset({""})


@dataclass(frozen=True, slots=True)
class _Need:
    """What matches: exactly one of `exact`, or anything that holds a word of each of `needed`."""

    exact: Words | None = None
    needed: tuple[Words, ...] = field(default=())

    @property
    def best(self) -> Words | None:
        """The words of which one is needed, the longest choice there is; `None` if none is."""
        choices = [*self.needed, *([self.exact] if self.exact is not None else [])]
        fit = [words for words in choices if _shortest(words) >= _SHORTEST]
        return max(fit, key=lambda words: (_shortest(words), -len(words)), default=None)


def needed_words(pattern: str) -> tuple[Words, ...]:
    """The lists of words of which each match of a pattern holds one each; empty if none is sure."""
    found = _of_sequence(_parser.parse(pattern))
    lists = [*found.needed, *([found.exact] if found.exact is not None else [])]
    return tuple(words for words in lists if _shortest(words) >= _SHORTEST)


class Screen:
    """Tells which of some patterns can match a text, in one pass over it."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._always: set[int] = set()
        self._uses: dict[str, list[tuple[int, int]]] = {}
        self._full: dict[int, int] = {}
        for place, pattern in enumerate(patterns):
            self._add(place, needed_words(pattern))
        self._words = sorted(self._uses)
        self._automaton = AhoCorasick(self._words) if self._words else None
        self.possible = lru_cache(maxsize=64)(self._possible)

    def _add(self, place: int, lists: Sequence[Words]) -> None:
        if not lists:
            self._always.add(place)
            return
        self._full[place] = (1 << len(lists)) - 1
        for number, words in enumerate(lists):
            for word in words:
                self._uses.setdefault(word, []).append((place, 1 << number))

    def _possible(self, text: str) -> frozenset[int]:
        """The places of the patterns that can match a text in lower case."""
        if self._automaton is None:
            return frozenset(self._always)
        held: dict[int, int] = {}
        for word in {
            hit for hit, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)
        }:
            for place, bit in self._uses[self._words[word]]:
                held[place] = held.get(place, 0) | bit
        return frozenset(
            self._always | {place for place, bits in held.items() if bits == self._full[place]}
        )


# ---- what a pattern needs ----


def _of_sequence(operations: Iterable[tuple[Any, Any]]) -> _Need:
    """What parts, one behind the other, need together: words grow until a part is open."""
    needed: list[Words] = []
    run, whole = _EMPTY, True
    for name, rest in operations:
        part = _of_operation(str(name), rest)
        needed += part.needed
        longer = _joined(run, part.exact)
        if longer is None:
            needed.append(run)
            whole = False
        run = longer or part.exact or _EMPTY
    return _Need(run, tuple(needed)) if whole else _Need(None, (*needed, run))


def _joined(words: Words, following: Words | None) -> Words | None:
    """Every word with every following one; `None` if they are open, too many or too long."""
    if following is None or len(words) * len(following) > _MOST_WORDS:
        return None
    if any(len(word) >= _MOST_LETTERS for word in words):
        return None
    return frozenset(word + end for word in words for end in following)


def _of_operation(name: str, rest: Any) -> _Need:  # noqa: ANN401 - whatever Python's reader gives
    read = _READERS.get(name)
    return read(rest) if read is not None else _Need(None)


def _of_set(members: Sequence[tuple[Any, Any]]) -> _Need:
    letters = [chr(code) for kind, code in members if str(kind) == "LITERAL"]
    return (
        _Need(frozenset(letters)) if len(letters) == len(members) <= _MOST_IN_SET else _Need(None)
    )


def _of_branch(rest: tuple[Any, Sequence[Any]]) -> _Need:
    ways = [_of_sequence(way) for way in rest[1]]
    exact = [way.exact for way in ways if way.exact is not None and not way.needed]
    if len(exact) == len(ways) and len(union := frozenset[str]().union(*exact)) <= _MOST_WORDS:
        return _Need(union)
    best = [way.best for way in ways]
    if any(words is None for words in best):
        return _Need(None)
    return _Need(None, (frozenset[str]().union(*(words for words in best if words)),))


def _of_repeat(rest: tuple[int, int, Any]) -> _Need:
    least, most, inner = rest
    found = _of_sequence(inner)
    if least == 0:
        optional = most == 1 and found.exact is not None and not found.needed
        return _Need((found.exact or _EMPTY) | _EMPTY) if optional else _Need(None)
    if least == most == 1:
        return found
    return _Need(None, (*found.needed, found.exact or _EMPTY))


_READERS: dict[str, Any] = {
    "LITERAL": lambda code: _Need(frozenset({chr(code)})),
    "IN": _of_set,
    "BRANCH": _of_branch,
    "SUBPATTERN": lambda rest: _of_sequence(rest[-1]),
    "MAX_REPEAT": _of_repeat,
    "MIN_REPEAT": _of_repeat,
    "AT": lambda _: _Need(_EMPTY),
    "ASSERT": lambda _: _Need(_EMPTY),
    "ASSERT_NOT": lambda _: _Need(_EMPTY),
}


def _shortest(words: Words) -> int:
    return min(map(len, words), default=0)
