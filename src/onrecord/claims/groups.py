"""A document → the armed groups and coalitions in it that no list has, with what it calls them."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.claims.harm_words import read_toml
from onrecord.claims.lexicon import load_lexicon
from onrecord.claims.states import any_of, is_listed

_OPENING = frozenset({"of", "the", "for", "and", "in", "on", "at", "by", "from", "with", "against"})
# In a name of two words they tell of a front or a region: "Western Front".
_DIRECTIONS = frozenset({"Northern", "Southern", "Eastern", "Western", "North", "South", "East", "West", "Popular"})  # fmt: skip
_SMALL = frozenset({"of", "the", "for", "and", "in"})
_ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?(?P<short>[A-Z][A-Za-z0-9-]{1,9})[\"”]?\s*\)")
# The last word of the name of a league of states.
JOINING = ("Coalition", "Alliance")
# "Grey Wolf fighters": two capitals or more, and people who only fight.
_FIGHTING = re.compile(
    r"(?<![.!?:\n] )\b(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,2}) (?:fighters?|militants?|gunm[ae]n|insurgents?"
    r"|guerrillas?|militiam[ae]n|operatives?|bomb-makers?|cells?|units|hideouts?|firing (?:point|position)s?)\b"
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th) $")
_UNFINISHED = frozenset({"Liberation", "Resistance", "National", "People's", "People’s", "Joint", "United", "Popular", "Democratic"})  # fmt: skip


def find_groups(text: str) -> dict[str, str]:
    """The names, short names and acronyms that stand for unlisted groups, each with the full name.

    "Hill Liberation Front (HLF)" may be "the Front", "HLF" or "Front fighters" elsewhere; a short
    name that two groups of the document share stands for neither.
    """
    names = list(dict.fromkeys(_names(text)))
    meant: dict[str, set[str]] = {}
    for name in names:
        for alias in (name, *_short_names(name, text)):
            meant.setdefault(alias, set()).add(name)
    return {alias: next(iter(full)) for alias, full in meant.items() if len(full) == 1}


def _names(text: str) -> Iterator[str]:
    pattern, made_of, stop = _load()
    for match in pattern.finditer(text):
        if _ORDINAL.search(text, max(0, match.start() - 8), match.start()):
            continue
        words = match["name"].split()
        while len(words) > 1 and words[0].lower() in _OPENING:
            words = words[1:]
        if len(words) > 1 and _is_group(words, stop):
            yield " ".join(words)
    for match in (*made_of.finditer(text), *_FIGHTING.finditer(text)):
        words = match["name"].split()
        if _is_group(words, stop):
            yield " ".join(words)


def _is_group(words: list[str], stop: frozenset[str]) -> bool:
    name = " ".join(words)
    barred = set(words) & stop
    if barred - _DIRECTIONS or (barred and len(words) < 3):
        return False
    return not is_listed(name) and name not in _civil_names()


@cache
def _civil_names() -> frozenset[str]:
    """Known organisations that nobody fights for."""
    civil = [
        entry for entry in load_lexicon("speakers")["speaker"] if not entry.maybe("speaks_for")
    ]
    return frozenset(
        name for entry in civil for name in (entry.text("name"), *entry.texts("aliases"))
    )


def _short_names(name: str, text: str) -> Iterator[str]:
    words = name.split()
    last = words[-1]
    yield from _acronyms(name, words, text)
    if set(words) & _SMALL and words[0].endswith("s"):
        yield f"the {words[0]}"
    if last in JOINING:
        yield last.lower()
        return
    if not last.startswith(_endings()):
        return
    if not set(words) & _SMALL:
        yield f"the {last}"
        yield from (f"{last} {who}" for who in ("fighters", "militants", "commanders", "positions"))
        first = words[:-1]
        if len(first) > 1 and first[-1] not in _UNFINISHED:
            yield " ".join(first)


def _acronyms(name: str, words: list[str], text: str) -> Iterator[str]:
    at = text.find(name)
    given = _ACRONYM.match(text, at + len(name)) if at >= 0 else None
    if given is not None:
        yield given["short"]
    letters = "".join(word[0] for word in words if word not in _SMALL)
    if len(letters) > 2 and re.search(rf"\b{letters}\b", text):
        yield letters


@cache
def _endings() -> tuple[str, ...]:
    """The words by which the last word of a name says that it is a group's."""
    raw = read_toml("en_unlisted.toml")
    return tuple({words.split()[-1] for words in raw["groups"]})


@cache
def _load() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    raw = read_toml("en_unlisted.toml")
    pattern = re.compile(
        rf"\b(?!The\b)(?P<name>(?:[A-Z][\w'’-]+[^\S\n]+){{1,4}}?(?:{any_of(raw['groups'])})"
        rf"(?:[^\S\n]+(?:{any_of(raw['groups'])}))?)\b"
    )
    made_of = re.compile(
        rf"\b(?P<name>(?:{any_of(raw['bands'])})\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w'’-]+"
        r"(?:\s+[A-Z][\w'’-]+)?)"
    )
    return pattern, made_of, frozenset(raw["stop"])
