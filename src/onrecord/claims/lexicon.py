"""Lexicons: phrase lists kept as TOML, and the scan that finds their phrases in a text.

In a phrase a space matches any run of white space or one hyphen, and `~` matches those or
nothing: "air~strike" finds "air strike", "air-strike", "airstrike", broken over lines or not.
A capital in a phrase demands a capital in the text ("Grad" finds "Grad" and "GRAD", never
"grad"); a small letter finds both.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

T = TypeVar("T")

_HYPHENS = "-\u2010\u2011\u2012\u2013"
_BLANKS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    chr(code) for code in range(0x2000, 0x200B)
)
# One character for one, so that folding never moves an offset.
_FOLD = str.maketrans(
    {
        **dict.fromkeys(_HYPHENS, " "),
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys("\u2018\u2019\u02bc\u02bb\u0060\u00b4", "'"),
        "\u0130": "i",  # the only letter whose small form is two characters long
    }
)
_RUN = re.compile("  +")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found at `[start, end)`, in code points of the text that was scanned."""

    start: int
    end: int
    payload: T


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a lexicon; the getters check types and name the entry when they refuse."""

    where: str
    values: Mapping[str, object]

    def text(self, key: str, default: str | None = None) -> str:
        """The text under that key."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise TypeError(f"{self.where}.{key}: not a text: {value!r}")
        return value

    def maybe(self, key: str) -> str | None:
        """The text under that key, `None` if the key is absent."""
        return self.text(key) if key in self.values else None

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under that key, empty if the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise TypeError(f"{self.where}.{key}: not a list of texts: {value!r}")
        return tuple(value)

    def says(self, key: str, *, default: bool = False) -> bool:
        """The truth value under that key."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise TypeError(f"{self.where}.{key}: not true or false: {value!r}")
        return value

    def whole(self, key: str) -> int:
        """The whole number under that key."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{self.where}.{key}: not a whole number: {value!r}")
        return value

    def tables(self, key: str) -> tuple["Entry", ...]:
        """The tables nested under that key, empty if the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise TypeError(f"{self.where}.{key}: not an array of tables")
        return tuple(Entry(f"{self.where}.{key}[{at}]", item) for at, item in enumerate(value))


Lexicon = Mapping[str, tuple[Entry, ...]]


@cache
def load_lexicon(name: str) -> Lexicon:
    """The lexicon `lexicons/<name>.toml`: its arrays of tables, by name.

    Raises:
        ValueError: the file holds anything but arrays of tables.
    """
    content = files("onrecord.claims").joinpath("lexicons", f"{name}.toml").read_text("utf-8")
    return parse_lexicon(content, name)


def parse_lexicon(content: str, name: str) -> Lexicon:
    """The arrays of tables of a TOML text; `name` stands in the messages."""
    tables: dict[str, tuple[Entry, ...]] = {}
    for key, value in tomllib.loads(content).items():
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise ValueError(f"{name}.{key}: not an array of tables")
        tables[key] = tuple(Entry(f"{name}.{key}[{at}]", item) for at, item in enumerate(value))
    return tables


def pluralise(phrase: str) -> str:
    """The regular English plural of a phrase's last word."""
    if phrase.endswith("y") and phrase[-2:-1] not in set("aeiou"):
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("s", "x", "z", "ch", "sh")) else "s")


def with_plurals(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases and their regular plurals."""
    return tuple(form for phrase in phrases for form in (phrase, pluralise(phrase)))


class Folded:
    """A text made comparable: small letters, one space for each run of blanks or a hyphen."""

    def __init__(self, text: str) -> None:
        self.original = text
        self.text = text.translate(_FOLD).lower()
        self._starts: list[int] = []
        self._shifts: list[int] = []
        if "  " in self.text:
            self._collapse()

    def _collapse(self) -> None:
        dropped = 0
        for run in _RUN.finditer(self.text):
            dropped += len(run[0]) - 1
            self._starts.append(run.end() - dropped)
            self._shifts.append(dropped)
        self.text = _RUN.sub(" ", self.text)

    def place_of(self, at: int) -> int:
        """The offset in the original of the character at `at`."""
        if not self._starts:
            return at
        index = bisect_right(self._starts, at)
        return at + self._shifts[index - 1] if index else at


@lru_cache(maxsize=16)
def _fold(text: str) -> Folded:
    """A text made comparable; kept for a while, since many matchers read one text in turn."""
    return Folded(text)


class PhraseMatcher(Generic[T]):
    """Finds the phrases of a mapping at word boundaries; the leftmost, then longest match wins."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._patterns: list[tuple[tuple[int, ...], T]] = []
        self._by_key: dict[str, list[int]] = {}
        for phrase, payload in phrases.items():
            for form in spell_out(phrase):
                self._add(form, payload)
        self._keys = list(self._by_key)
        self._automaton = AhoCorasick(self._keys) if self._keys else None

    def _add(self, form: str, payload: T) -> None:
        capitals = tuple(at for at, letter in enumerate(form) if letter.isupper())
        self._by_key.setdefault(Folded(form).text, []).append(len(self._patterns))
        self._patterns.append((capitals, payload))

    def find(self, text: str) -> list[Hit[T]]:
        """Every hit, in order, none overlapping another."""
        hits: list[Hit[T]] = []
        last = 0
        for hit in sorted(self.find_all(text), key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= last:
                hits.append(hit)
                last = hit.end
        return hits

    def find_all(self, text: str) -> list[Hit[T]]:
        """Every hit, overlapping ones too, in no particular order."""
        if self._automaton is None:
            return []
        folded = _fold(text)
        found = self._automaton.find_matches_as_indexes(folded.text, overlapping=True)
        return [
            hit
            for index, start, end in found
            if _stands_alone(folded.text, start, end)
            and (hit := self._hit_at(folded, index, start, end)) is not None
        ]

    def holds_any(self, text: str) -> bool:
        """Whether the text holds at least one phrase."""
        return bool(self.find_all(text))

    def _hit_at(self, folded: Folded, index: int, start: int, end: int) -> Hit[T] | None:
        numbers = self._by_key[self._keys[index]]
        if len(numbers) == 1 and not self._patterns[numbers[0]][0]:
            payload = self._patterns[numbers[0]][1]
            return Hit(folded.place_of(start), folded.place_of(end - 1) + 1, payload)
        best: tuple[int, T] | None = None
        for number in numbers:
            capitals, payload = self._patterns[number]
            fits = all(folded.original[folded.place_of(start + at)].isupper() for at in capitals)
            if fits and (best is None or len(capitals) > best[0]):
                best = (len(capitals), payload)
        if best is None:
            return None
        return Hit(folded.place_of(start), folded.place_of(end - 1) + 1, best[1])


def spell_out(phrase: str) -> tuple[str, ...]:
    """The phrase with each `~` read as a space and as nothing."""
    parts = phrase.split("~")
    joints = product((" ", ""), repeat=len(parts) - 1)
    return tuple(
        parts[0] + "".join(joint + part for joint, part in zip(joint_set, parts[1:], strict=True))
        for joint_set in joints
    )


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = not (before.isalnum() and text[start].isalnum())
    return opens and not (after.isalnum() and text[end - 1].isalnum())
