"""Two places as named → how far they are from being one, in spelling and on the ground."""

import math
import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from onrecord.model.claim import PlaceMention
from onrecord.model.distance import measure_km

PART = 0.3
_ALIKE = 85.0
_UNLOCATED = 3.8
_ELSEWHERE = 2.0
_POINTED = "coordinates:"
# Upper ends in kilometres, with the cost of lying that far from a named place.
_STEPS_KM = ((3.0, 0.2), (8.0, 1.0), (20.0, 2.0), (40.0, 3.0), (80.0, 3.9))
# From coordinates: half of the squares that armed forces publish lie within 50 m of the place that
# a recorder found on its own, three of four within 100 m.
_POINT_STEPS_KM = (
    (0.15, -0.8), (0.5, -0.5), (1.0, -0.1), (3.0, 0.4), (8.0, 1.0), (20.0, 2.0), (40.0, 3.0),
)  # fmt: skip
_PLAIN = re.compile(r"[^a-z0-9 ]+")
_KINDS = frozenset(
    {"city", "town", "village", "district", "neighborhood", "neighbourhood", "near", "area", "camp",
     "of", "the", "in", "al", "el", "west", "east", "north", "south", "western", "eastern",
     "northern", "southern", "vicinity", "street", "region", "countryside"}
)  # fmt: skip


def is_point(place: PlaceMention) -> bool:
    """Whether a place is given by coordinates, not by a name."""
    return (place.gazetteer or "").startswith(_POINTED)


def cost_of_places(one: PlaceMention, other: PlaceMention) -> float:
    """How far two places are from being one: 0 for one name, more by distance, else infinite."""
    km = measure_km(one.lat, one.lon, other.lat, other.lon)
    if is_point(one) or is_point(other):
        return _step(km, _POINT_STEPS_KM)
    likeness = _compare_names(one, other)
    if likeness is not None:
        return likeness if km is None or km <= _STEPS_KM[-1][0] else _ELSEWHERE
    return _UNLOCATED if km is None else _step(km, _STEPS_KM)


def bones_of(text: str) -> frozenset[str]:
    """The words of a text reduced to what spellings of a name agree on, words for kinds left out."""
    return frozenset(_bones(word) for word in _plain_words(text))


def _step(km: float | None, steps: tuple[tuple[float, float], ...]) -> float:
    if km is None:
        return math.inf
    return next((cost for most, cost in steps if km <= most), math.inf)


def _compare_names(one: PlaceMention, other: PlaceMention) -> float | None:
    """The cost of two names being one: 0 if they are, more if one holds the other, else `None`."""
    return _compare_spellings((one.name, one.text), (other.name, other.text))


@lru_cache(maxsize=65536)
def _compare_spellings(one: tuple[str, str | None], other: tuple[str, str | None]) -> float | None:
    found = [
        cost
        for mine in _all_names(*one)
        for theirs in _all_names(*other)
        if (cost := _compare_words(mine, theirs)) is not None
    ]
    return min(found, default=None)


def _compare_words(one: frozenset[str], other: frozenset[str]) -> float | None:
    mine, theirs = ({_bones(word) for word in words} for words in (one, other))
    if one == other or mine == theirs:
        return 0.0
    if mine <= theirs or theirs <= mine:
        return PART
    alike = fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(other)))
    return PART if alike >= _ALIKE else None


def _all_names(name: str, text: str | None) -> list[frozenset[str]]:
    kept = [_plain_words(spelling) for spelling in sorted({name, text or name})]
    return [words for words in kept if words]


@lru_cache(maxsize=65536)
def _bones(word: str) -> str:
    """A word without vowels and doubles, as transliterations differ in these: "sousa", "susah"."""
    plain = (
        word.replace("q", "k")
        .replace("dh", "d")
        .replace("th", "t")
        .replace("kh", "k")
        .replace("gh", "g")
    )
    bones = re.sub(r"(?<!^)[aeiouwy]+|h$", "", plain)
    return re.sub(r"(.)\1+", r"\1", bones)


@lru_cache(maxsize=65536)
def _plain_words(name: str) -> frozenset[str]:
    words = _PLAIN.sub(" ", anyascii(name).casefold().replace("'", "").replace("-", " ")).split()
    return frozenset(word for word in words if word not in _KINDS and len(word) > 1)
