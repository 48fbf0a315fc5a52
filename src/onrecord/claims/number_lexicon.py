"""The number lexicon and the folded text that both grammars read."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.model.vocabulary import Basis

# White space of one line, or one line break with blanks around it: never a blank line.
GAP = r"(?:[^\S\n]{1,8}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8})"

# One character for one: offsets never move.
_ALIKE = (
    ("-", "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"),
    ("'", "\u2018\u2019\u02bc\u02b9\u00b4\uff07"),
    (
        " ",
        "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad",
    ),
)


def fold(text: str) -> str:
    """The text in small letters with plain hyphens and apostrophes, one character for one."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    if text.isascii():
        return folded
    for plain, variants in _ALIKE:
        for variant in variants:
            folded = folded.replace(variant, plain)
    return folded


@cache
def read_toml(name: str) -> Mapping[str, Any]:
    """The tables of `lexicons/<name>.toml`."""
    content = files("onrecord.claims").joinpath("lexicons", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(content)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its folded form, character for character."""

    text: str
    folded: str


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words or phrases, longest first; a space matches a gap."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    spelled = (word.replace(".", r"\.").replace("$", r"\$").replace(" ", GAP) for word in ordered)
    return "(?:" + "|".join(spelled) + ")"


def table(name: str) -> Mapping[str, Any]:
    """One table of the English number lexicon."""
    found: Mapping[str, Any] = read_toml("en_numbers")[name]
    return found


def words_of(name: str, key: str) -> frozenset[str]:
    """One list of words of the English number lexicon."""
    return frozenset(table(name)[key])


def bases_of(name: str) -> Mapping[str, Basis]:
    """Each phrase of a table that is grouped by basis, with its basis."""
    return {phrase: Basis(basis) for basis, phrases in table(name).items() for phrase in phrases}
