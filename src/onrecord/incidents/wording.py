"""Text → words that can be compared: normalised, stemmed roughly, with cues of a second attack."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import TypeVar

Item = TypeVar("Item")
Shingle = str
Wording = frozenset[Shingle]
_FEW = 4
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ings", "ing", "ies", "edly", "ed", "es", "ly", "s")
_STOP = frozenset(
    _WORD.findall(
        """a about after again all also am an and any are as at be because been before being but by can
    could did do does during each even for from had has have he her here hers him his how i if in
    into is it its just later may me might more most must my near no nor not of off on once one only
    or other our out over own said same say says she should so some such than that the their them
    then there these they this those through to today told too two under until up upon us very was
    we were what when where which while who whom whose why will with within without would yesterday
    you your"""
    )
)
_NAME = re.compile(r"(?<![^\W_])[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+)+")

_ATTACK = (
    r"(?:attack|air ?strike|strike|raid|bombing|bombardment|shelling|shooting|blast|explosion"
    r"|missile|rocket|drone|incident|wave)s?\b"
)
_SEPARATE = re.compile(
    rf"\b(?:separate|another|different)\s+(?:\w+\s+){{0,2}}?{_ATTACK}", re.IGNORECASE
)
_SECOND = re.compile(
    rf"\b(?:second|third|fourth|later|subsequent|further)\s+(?:\w+\s+){{0,2}}?{_ATTACK}",
    re.IGNORECASE,
)
_AFTERMATH = re.compile(
    r"\b(?:mourners?|funeral|burials?|first responders?|rescuers|rescue (?:workers?|teams?)"
    r"|hours (?:after|later)|(?:a|the) day after the (?:attack|strike|bombing|shelling|raid))\b",
    re.IGNORECASE,
)
_PARTS = (
    ("morning", r"morning|dawn|daybreak|sunrise|\d{1,2}(?:[:.]\d\d)?\s*a\.?m\b"),
    ("afternoon", r"noon|midday|afternoon"),
    ("evening", r"evening|dusk|sunset"),
    ("night", r"overnight|midnight|night"),
)
_PART = re.compile(
    r"(?<!by )(?<!until )(?<!since )(?<!as of )\b(?:(?:the|this|that|early|late|next)\s)?(?:"
    + "|".join(rf"(?P<{name}>{words})" for name, words in _PARTS)
    + r")\b",
    re.IGNORECASE,
)
_HOURS = {name: hour for hour, (name, _) in enumerate(_PARTS)}
_OPPOSITE = 2


def list_words(text: str) -> list[str]:
    """The words of a text without case, quotes or white space; digits are words."""
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=65536)
def stem_word(word: str) -> str:
    """A word without its commonest English endings; other languages pass as they are."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word


def stem_words(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that carry content; figures are left out."""
    return frozenset(
        intern(stem_word(word))
        for word in words
        if len(word) > 2 and word not in _STOP and not word.isdigit()
    )


def pair_words(words: list[str]) -> Wording:
    """The two-word shingles of a list of words; each is kept once however often it is written."""
    return frozenset(intern(f"{one} {other}") for one, other in pairwise(words))


def list_full_names(text: str) -> frozenset[str]:
    """Runs of two or more capitalised words, folded: names of people, bodies and places."""
    return frozenset(name.casefold() for name in _NAME.findall(text))


def share_of_smaller(one: frozenset[Item], other: frozenset[Item]) -> float:
    """How much of the smaller set stands in the larger one, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def list_shared_wordings(
    ones: frozenset[Wording], others: frozenset[Wording], *, fewest: int, share: float
) -> Iterator[tuple[Wording, Wording]]:
    """The pairs of wordings, one of each side, that have such a share of the shorter in common.

    Wordings of fewer than `fewest` shingles are left out. Only pairs that share a shingle are looked
    at, so that two attacks with a thousand reports each can be compared.
    """
    few, many = sorted((ones, others), key=len)
    if len(few) <= _FEW:
        yield from _try_all(few, many, fewest=fewest, share=share)
        return
    listed, holders = _index_wordings(many, fewest)
    for mine in few:
        if len(mine) < fewest:
            continue
        hits = Counter(place for shingle in mine for place in holders.get(shingle, ()))
        for place, shared in hits.items():
            if shared / min(len(mine), len(listed[place])) >= share:
                yield mine, listed[place]


def _try_all(
    ones: Iterable[Wording], others: Iterable[Wording], *, fewest: int, share: float
) -> Iterator[tuple[Wording, Wording]]:
    long = [theirs for theirs in others if len(theirs) >= fewest]
    for mine in ones if long else ():
        many = len(mine)
        if many < fewest:
            continue
        for theirs in long:
            if len(mine & theirs) / min(many, len(theirs)) >= share:
                yield mine, theirs


@lru_cache(maxsize=256)
def _index_wordings(
    wordings: frozenset[Wording], fewest: int
) -> tuple[list[Wording], dict[Shingle, list[int]]]:
    listed = [wording for wording in wordings if len(wording) >= fewest]
    holders: dict[Shingle, list[int]] = defaultdict(list)
    for place, wording in enumerate(listed):
        for shingle in wording:
            holders[shingle].append(place)
    return listed, dict(holders)


def tells_of_separate(text: str) -> bool:
    """Whether the words say that this is another attack than the one before."""
    return _SEPARATE.search(text) is not None


def tells_of_aftermath(text: str) -> bool:
    """Whether the words tell of what came after an attack: mourners, rescuers, hours later."""
    return _AFTERMATH.search(text) is not None


def tells_of_second(text: str) -> bool:
    """Whether the words say that this is a second or later attack, at the same spot or not."""
    return _SECOND.search(text) is not None


def read_day_parts(text: str) -> frozenset[int]:
    """Parts of the day named as the time of an attack, 0 morning to 3 night."""
    return frozenset(
        _HOURS[match.lastgroup] for match in _PART.finditer(text) if match.lastgroup is not None
    )


def are_parts_opposed(one: Iterable[int], other: Iterable[int]) -> bool:
    """Whether every part of the day of one lies opposite every one of the other.

    Neighbouring parts (night and dawn) may be one attack told twice; unknown is never opposed.
    """
    pairs = [(mine, theirs) for mine in one for theirs in other]
    return bool(pairs) and all((mine - theirs) % 4 == _OPPOSITE for mine, theirs in pairs)
