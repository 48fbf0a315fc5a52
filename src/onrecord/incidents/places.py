"""Place mentions → whether two of them can be one place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from onrecord.incidents.method import LinkMethod
from onrecord.model.claim import PlaceMention
from onrecord.model.distance import measure_km

NAMED = 3
"""The coarsest precision that names a place: a district."""
PROVINCE, VAGUE_AREA, COUNTRY = 4, 5, 6
_ALIKE = 75.0
_ALMOST_EQUAL = 92.0
_TWINS_KM = 25.0

_DIRECTION = re.compile(
    r"\b(?:(?:north|south|east|west)\w*\s+(?:of|part|countryside|outskirts|suburbs)"
    r"|outskirts|countryside|outside|rural|(?:km|kilomet\w+|miles?)\s+from)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:.*\b(?:of|from|near|outside|around)\s+)?(?:the\s+)?"
    r"(?:(?:village|town|city|district|governorate|province|camp)\s+of\s+)?",
    re.IGNORECASE,
)
_KIND = re.compile(r"\b(?:city|town|village|district|governorate|province|region|county)\b")
_ARTICLE = re.compile(r"\b(?:al|el|ul|as|ash|ar|at|an|ad|az)[- ](?=[a-z])")


class Relation(StrEnum):
    """How two places stand to each other."""

    SAME = "same"
    NEAR = "near"
    WITHIN = "within"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"
    APART = "apart"


RANK = {relation: rank for rank, relation in enumerate(Relation)}
COMPATIBLE = frozenset({Relation.SAME, Relation.NEAR, Relation.WITHIN})


class Level(StrEnum):
    """How finely a place is named: by name, as an area, or no finer than a country."""

    NAMED = "named"
    AREA = "area"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place made ready for comparison. `skeleton` is its name without vowels and articles.

    `holders` are the skeletons of coarser named places which the same claim gives beside it.
    `level` says whether it is named finer than an area; `vague` marks a direction from a named place ("west of the city").
    """

    name: str
    skeleton: str
    gazetteer: str | None
    alternatives: frozenset[str]
    country: str | None
    province: str | None
    precision: int
    lat: float | None
    lon: float | None
    vague: bool
    holders: frozenset[str]
    level: Level


@lru_cache(maxsize=65536)
def plain_name(name: str) -> str:
    """A place name in plain letters, without direction, kind of place or article."""
    letters = anyascii(name).casefold()
    lead = _LEAD.match(letters)
    core = letters[lead.end() :] if lead else letters
    core = _ARTICLE.sub("", _KIND.sub(" ", core))
    kept = re.sub(r"[^a-z0-9]+", "", core)
    return kept or re.sub(r"[^a-z0-9]+", "", letters)


@lru_cache(maxsize=65536)
def skeleton_of(name: str) -> str:
    """A name reduced to what spellings agree on: consonants, doubles single, no final h."""
    plain = plain_name(name).replace("ph", "f").replace("q", "k").replace("ck", "k")
    bones = re.sub(r"[aeiouyw]+", "", re.sub(r"h$", "", plain))
    return re.sub(r"(.)\1+", r"\1", bones) or plain


def read_spots(places: Sequence[PlaceMention]) -> tuple[Spot, ...]:
    """The finest places of one claim; coarser ones stand as their holders and province."""
    if not places:
        return ()
    finest = min(place.precision for place in places)
    coarser = [place for place in places if finest < place.precision <= NAMED]
    holders = frozenset(skeleton_of(place.name) for place in coarser)
    return tuple(
        sorted(
            {_make_spot(place, holders) for place in places if place.precision == finest},
            key=lambda spot: (spot.name, spot.gazetteer or "", str(spot)),
        )
    )


def _make_spot(place: PlaceMention, holders: frozenset[str]) -> Spot:
    named = place.admin1 or (place.name if place.precision == PROVINCE else None)
    province = skeleton_of(named) if named else None
    words = f"{place.text or ''} / {place.name}"
    vague = 1 < place.precision <= NAMED and _DIRECTION.search(words) is not None
    return Spot(
        name=place.name,
        skeleton=skeleton_of(place.name),
        gazetteer=place.gazetteer,
        alternatives=frozenset(place.alternatives),
        country=place.country,
        province=province,
        precision=place.precision,
        lat=place.lat,
        lon=place.lon,
        vague=vague,
        holders=holders,
        level=_find_level(place.precision, province, vague=vague),
    )


def _find_level(precision: int, province: str | None, *, vague: bool) -> Level:
    if precision > VAGUE_AREA:
        return Level.NOWHERE
    if vague or precision >= PROVINCE:
        return Level.AREA if province else Level.NOWHERE
    return Level.NAMED


def relate_places(one: Spot, other: Spot, *, method: LinkMethod) -> Relation:
    """How two places stand to each other, by gazetteer, name, holder, province and distance."""
    if one.country and other.country and one.country != other.country:
        return Relation.APART
    if Level.NOWHERE in (one.level, other.level):
        return Relation.UNKNOWN
    if one.level is Level.NAMED and other.level is Level.NAMED:
        return _relate_named(one, other, method)
    return _relate_areas(one, other, method)


def are_one_name(one: Spot, other: Spot) -> bool:
    """Whether two spellings can be one name."""
    if one.skeleton == other.skeleton and one.name == other.name:
        return True
    alike = fuzz.ratio(plain_name(one.name), plain_name(other.name))
    return alike >= (_ALIKE if one.skeleton == other.skeleton else _ALMOST_EQUAL)


def _measure_km(one: Spot, other: Spot) -> float | None:
    return measure_km(one.lat, one.lon, other.lat, other.lon)


def _relate_named(one: Spot, other: Spot, method: LinkMethod) -> Relation:
    if one.gazetteer and one.gazetteer == other.gazetteer:
        return Relation.SAME
    distance = _measure_km(one, other)
    if are_one_name(one, other):
        return Relation.APART if _are_twins(one, other, distance) else Relation.SAME
    if one.skeleton in other.holders or other.skeleton in one.holders:
        return Relation.WITHIN
    coarser = max(one.precision, other.precision)
    if distance is None:
        district = coarser == NAMED and one.province and one.province == other.province
        return Relation.POSSIBLE if district else Relation.APART
    if distance > method.reach_km[one.precision] + method.reach_km[other.precision]:
        return Relation.APART
    return Relation.NEAR if coarser > 1 else Relation.POSSIBLE


def _are_twins(one: Spot, other: Spot, distance: float | None) -> bool:
    """Two places of one name: far apart, or in different provinces if no distance is known."""
    if one.gazetteer in other.alternatives or other.gazetteer in one.alternatives:
        return False
    if distance is not None:
        return distance > _TWINS_KM
    return bool(one.province and other.province and one.province != other.province)


def _relate_areas(one: Spot, other: Spot, method: LinkMethod) -> Relation:
    vague = [spot for spot in (one, other) if spot.vague]
    distance = _measure_km(one, other) if vague else None
    both_finer = max(one.precision, other.precision) < PROVINCE
    if both_finer and distance is not None:
        return Relation.WITHIN if distance <= method.vague_km else Relation.APART
    if one.province != other.province:
        return Relation.APART if one.province and other.province else Relation.UNKNOWN
    if one.level is other.level and one.precision == other.precision and are_one_name(one, other):
        return Relation.SAME
    return Relation.WITHIN


def relate_spots(
    ours: Sequence[Spot], theirs: Sequence[Spot], *, method: LinkMethod
) -> tuple[Relation, Spot | None, Spot | None]:
    """The closest relation between any two places of two accounts, and the places that give it.

    Give the finest level of each side only; no place at all is unknown.
    """
    if len(ours) == len(theirs) == 1:
        return relate_places(ours[0], theirs[0], method=method), ours[0], theirs[0]
    found = [
        (relate_places(one, other, method=method), one, other) for one in ours for other in theirs
    ]
    if not found:
        return Relation.UNKNOWN, None, None
    return min(found, key=lambda item: (RANK[item[0]], item[1].name, item[2].name))


def keep_finest(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The named places if there are any, else the areas, else whatever there is."""
    for level in (Level.NAMED, Level.AREA):
        chosen = tuple(spot for spot in spots if spot.level is level)
        if chosen:
            return chosen
    return spots
