"""An answer with a day and a place → the one incident that it is about, if one fits best.

Statements of the accused go over many attacks, each named by its day and place in a line of its own
("July 23, 2016, in Manbij"); what follows that line answers for it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from onrecord.model.claim import Claim, PlaceMention, When
from onrecord.model.identity import IncidentId
from onrecord.model.incident import Cluster
from onrecord.model.vocabulary import Mode, Unit

_DISTRICT = 3
_MOST_DAYS = 3
_LONGEST_DAYS = 7
_DAY_COST = 1.5
_MOST_COST = 4.0
_CLEARLY = 0.25
_ALIKE = 85.0
_STEPS_KM = ((3.0, 0.5), (8.0, 1.0), (20.0, 2.0), (40.0, 3.0), (80.0, 3.9))
_NO_PLACE = _UNLOCATED = 3.8
_ELSEWHERE = 2.0
_PART = 0.3
_RARITY = 0.06
_EARTH_KM = 12742.0
_PLAIN = re.compile(r"[^a-z0-9 ]+")
_KINDS = frozenset(
    {"city", "town", "village", "district", "neighborhood", "neighbourhood", "near", "area", "camp",
     "of", "the", "in", "al", "el", "west", "east", "north", "south", "western", "eastern",
     "northern", "southern", "vicinity", "street", "region", "countryside"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an answer is about: its day or days, and its places down from the district.

    `words` are all words of the line that names them, reduced to what spellings agree on.
    """

    when: When
    places: tuple[PlaceMention, ...]
    killed: frozenset[int]
    words: frozenset[str]


def find_subject(claim: Claim, before: Sequence[Claim]) -> Subject | None:
    """The day and place of an answer: its own, else those its speaker named last before it.

    `before` are the claims of its document in reading order, up to it.
    """
    for one in (claim, *reversed(before)):
        if one.originator != claim.originator or one.mode is Mode.RELATED_HEADLINE:
            continue
        subject = _read_subject(one, claim)
        if subject is not None:
            return subject
        if one is not claim and one.unit is Unit.INCIDENT and one.answer is None:
            return None
    return None


def _read_subject(one: Claim, claim: Claim) -> Subject | None:
    when = one.when
    places = tuple(place for place in one.places if place.precision <= _DISTRICT)
    if when is None or (when.to - when.from_).days > _LONGEST_DAYS:
        return None
    if one is claim and not places:
        return None
    killed = {c.stated if c.stated is not None else c.min for c in claim.counts if c.harm}
    words = frozenset(_bones(word) for word in _plain_words(one.quote))
    return Subject(when=when, places=places, killed=frozenset(killed), words=words)


class Matcher:
    """The incidents of a case by day, to find the one that a subject means."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._by_day: dict[date, list[Cluster]] = defaultdict(list)
        self._places: dict[IncidentId, tuple[PlaceMention, ...]] = {}
        for cluster in sorted(clusters, key=lambda cluster: cluster.id):
            when = cluster.when
            if when is None or (when.to - when.from_).days > _LONGEST_DAYS:
                continue
            found = {place: None for claim in cluster.claims for place in claim.places}
            self._places[cluster.id] = tuple(p for p in found if p.precision <= _DISTRICT)
            for number in range((when.to - when.from_).days + 1):
                self._by_day[when.from_ + timedelta(days=number)].append(cluster)
        self._often = Counter(
            word
            for places in self._places.values()
            for word in {word for place in places for word in _bones_of(place)}
        )

    def find(self, subject: Subject, among: Mapping[IncidentId, bool]) -> IncidentId | None:
        """The incident that fits clearly best, of those `among` which are marked true."""
        costs: dict[IncidentId, float] = {}
        for gap, cluster in self._near(subject.when):
            if among.get(cluster.id, False):
                cost = _DAY_COST * gap + self._cost_of_place(subject, cluster.id)
                cost -= _agreement(subject, cluster)
                costs[cluster.id] = min(cost, costs.get(cluster.id, cost))
        ranked = sorted((cost, id) for id, cost in costs.items() if cost <= _MOST_COST)
        if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEARLY):
            return None
        return ranked[0][1]

    def _near(self, when: When) -> Iterable[tuple[int, Cluster]]:
        first = when.from_ - timedelta(days=_MOST_DAYS)
        for number in range((when.to - when.from_).days + 2 * _MOST_DAYS + 1):
            day = first + timedelta(days=number)
            gap = max((when.from_ - day).days, (day - when.to).days, 0)
            yield from ((gap, cluster) for cluster in self._by_day.get(day, ()))

    def _cost_of_place(self, subject: Subject, id: IncidentId) -> float:
        places = self._places[id]
        named = min((self._cost_of_words(subject, place) for place in places), default=math.inf)
        if not subject.places:
            return min(named, _NO_PLACE)
        costs = (_cost(one, other) for one in subject.places for other in places)
        return min(named, min(costs, default=math.inf))

    def _cost_of_words(self, subject: Subject, place: PlaceMention) -> float:
        """The cost of a place all whose words stand in the line: less, the rarer they are."""
        words = _bones_of(place)
        if not words or not words <= subject.words:
            return math.inf
        rarity = math.fsum(math.log2(len(self._places) / self._often[word]) for word in words)
        return _PART - _RARITY * rarity


def _cost(one: PlaceMention, other: PlaceMention) -> float:
    """How far two places are from being one: 0 for one name, more by distance, else infinite."""
    km = _measure_km(one, other)
    likeness = _compare_names(one, other)
    if likeness is not None:
        return likeness if km is None or km <= _STEPS_KM[-1][0] else _ELSEWHERE
    if km is None:
        return _UNLOCATED
    return next((cost for most, cost in _STEPS_KM if km <= most), math.inf)


def _compare_names(one: PlaceMention, other: PlaceMention) -> float | None:
    """The cost of two names being one: 0 if they are, more if one holds the other, else `None`."""
    found = [
        cost
        for mine in _all_names(one)
        for theirs in _all_names(other)
        if (cost := _compare_words(mine, theirs)) is not None
    ]
    return min(found, default=None)


def _compare_words(one: frozenset[str], other: frozenset[str]) -> float | None:
    mine, theirs = ({_bones(word) for word in words} for words in (one, other))
    if one == other or mine == theirs:
        return 0.0
    if mine <= theirs or theirs <= mine:
        return _PART
    alike = fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(other)))
    return _PART if alike >= _ALIKE else None


def _bones_of(place: PlaceMention) -> frozenset[str]:
    return frozenset(_bones(word) for word in _plain_words(place.name))


def _all_names(place: PlaceMention) -> list[frozenset[str]]:
    names = {place.name, place.text or place.name}
    kept = [_plain_words(name) for name in sorted(names)]
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


def _plain_words(name: str) -> frozenset[str]:
    words = _PLAIN.sub(" ", anyascii(name).casefold().replace("'", "").replace("-", " ")).split()
    return frozenset(word for word in words if word not in _KINDS and len(word) > 1)


def _measure_km(one: PlaceMention, other: PlaceMention) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    south, north = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((north - south) / 2) ** 2
    half += math.cos(south) * math.cos(north) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _agreement(subject: Subject, cluster: Cluster) -> float:
    """A figure that both give tells two attacks of one day and place apart."""
    told = {
        number
        for claim in cluster.claims
        for count in claim.counts
        if count.harm is not None
        for number in (count.min, count.max)
    }
    return _CLEARLY if subject.killed & told else 0.0
