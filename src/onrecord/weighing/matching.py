"""Subjects of answers → the one incident that each is about, if one fits clearly best."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.claim import PlaceMention, When
from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Cluster
from onrecord.model.vocabulary import Harm, ObjectKind, Weapon
from onrecord.weighing.likeness import PART, bones_of, cost_of_places
from onrecord.weighing.subjects import Subject, list_targets

_NEAR, _DISTRICT = 2, 3
_MOST_DAYS = 3
_LONGEST_DAYS = 7
_DAY_COST = 1.7
_MOST_COST = 4.0
_CLEARLY = 0.25
_NO_PLACE = 3.8
_RARITY = 0.08
_MISSING = 0.03
_LINES_UNSEEN = 16
_MOST_OF_NAME = 0.5
_PARTS = re.compile(r"[:,;()/]+")
# Beside coordinates a name counts for less: towns are large, and namesakes many.
_NAME_BESIDE_POINT = 0.8
_SAME_FIGURE = 0.3
_ABOVE_FIGURE = 0.3
_TAKEN = 0.3
_SAME_TARGET, _OTHER_TARGET, _SAME_WEAPON = 0.6, 0.3, 0.15
# An attack dated to several days holds the answer's day by chance; one that many report is likelier
# to be answered: both for each doubling.
_VAGUE_DAY, _REPORTED = 0.3, 0.06
# A place that only says where the finer one lies.
_AROUND = 0.5

Costs = dict[IncidentId, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One answer with its subject, and which incidents it can be about.

    `is_told` says whether others than the speaker's side tell of an incident, `may_mean` whether they
    accuse it. An answer that fits an attack best of which its side is not accused means none.
    """

    answer: ClaimId
    subject: Subject
    is_told: Callable[[IncidentId], bool]
    may_mean: Callable[[IncidentId], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Traits:
    """An incident as answers name it: for how many days it may be, in how many documents, and what."""

    days: int
    documents: int
    told: Mapping[Harm, tuple[int, int]]
    targets: Counter[ObjectKind]
    weapons: frozenset[Weapon]


class Matcher:
    """The incidents of a case by day, to find the one that a subject means."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._by_day: dict[date, list[Cluster]] = defaultdict(list)
        self._places: dict[IncidentId, tuple[PlaceMention, ...]] = {}
        self._traits: dict[IncidentId, _Traits] = {}
        for cluster in sorted(clusters, key=lambda cluster: cluster.id):
            when = cluster.when
            if when is None or (when.to - when.from_).days > _LONGEST_DAYS:
                continue
            self._places[cluster.id] = _list_places(cluster)
            self._traits[cluster.id] = _read_traits(cluster, (when.to - when.from_).days + 1)
            for number in range((when.to - when.from_).days + 1):
                self._by_day[when.from_ + timedelta(days=number)].append(cluster)
        self._bones = {id: _list_bones(places) for id, places in self._places.items()}
        self._lines = 0
        self._in_lines: Counter[str] = Counter()
        self._often = Counter(
            word for bones in self._bones.values() for word in set().union(*bones, set())
        )

    def match(self, questions: Sequence[Question]) -> dict[ClaimId, IncidentId | None]:
        """The incident that each answer means; `None` where none or several fit.

        Where several fit, those that another answer clearly means are less likely: the answers
        of one side go through the allegations one by one.
        """
        self._lines = len(questions)
        self._in_lines = Counter(word for one in questions for word in one.subject.words)
        costs = {question.answer: self._cost(question) for question in questions}
        found = {answer: _choose(each) for answer, each in costs.items()}
        taken = {id for id in found.values() if id is not None}
        for answer, each in costs.items():
            if found[answer] is None:
                found[answer] = _choose({id: c + _TAKEN * (id in taken) for id, c in each.items()})
        return {
            question.answer: id if id is not None and question.may_mean(id) else None
            for question in questions
            for id in [found[question.answer]]
        }

    def _cost(self, question: Question) -> Costs:
        subject, costs = question.subject, Costs()
        for gap, cluster in self._near(subject.when):
            if question.is_told(cluster.id):
                traits = self._traits[cluster.id]
                cost = _DAY_COST * gap + self._cost_of_place(subject, cluster.id)
                cost += _cost_of_figures(subject, traits) + _cost_of_target(subject, traits)
                cost += _VAGUE_DAY * math.log2(traits.days)
                cost -= _REPORTED * math.log2(traits.documents)
                costs[cluster.id] = min(cost, costs.get(cluster.id, cost))
        return {id: cost for id, cost in costs.items() if cost <= _MOST_COST}

    def _near(self, when: When) -> Iterable[tuple[int, Cluster]]:
        first = when.from_ - timedelta(days=_MOST_DAYS)
        for number in range((when.to - when.from_).days + 2 * _MOST_DAYS + 1):
            day = first + timedelta(days=number)
            gap = max((when.from_ - day).days, (day - when.to).days, 0)
            yield from ((gap, cluster) for cluster in self._by_day.get(day, ()))

    def _cost_of_place(self, subject: Subject, id: IncidentId) -> float:
        places = self._places[id]
        named = min(
            (self._cost_of_words(subject, bones) for bones in self._bones[id]), default=math.inf
        )
        if not subject.places and not subject.points:
            return min(named, _NO_PLACE)
        finest = min((place.precision for place in subject.places), default=0)
        costs = (
            cost_of_places(one, other) + _AROUND * (one.precision > max(finest, _NEAR))
            for one in subject.places
            for other in places
        )
        named = min(named, min(costs, default=math.inf))
        if not subject.points:
            return named
        costs = (cost_of_places(one, other) for one in subject.points for other in places)
        return min(named + _NAME_BESIDE_POINT, min(costs, default=math.inf))

    def _cost_of_words(self, subject: Subject, words: frozenset[str]) -> float:
        """The cost of a name whose words stand in the line: less, the rarer they are."""
        shared = self._rarity(words & subject.words)
        if not shared or shared < self._rarity(words) * _MOST_OF_NAME:
            return math.inf
        return PART - _RARITY * shared + _MISSING * (self._rarity(words) - shared)

    def _rarity(self, words: Iterable[str]) -> float:
        """How seldom words stand in the names of places, and in the lines of answers, in bits.

        A country that every line names tells nothing, however few names hold it.
        """
        many, lines = len(self._places), self._lines + _LINES_UNSEEN
        return math.fsum(
            min(
                math.log2(many / self._often[word]),
                math.log2(lines / max(1, self._in_lines[word])),
            )
            for word in words
        )


def _cost_of_figures(subject: Subject, traits: _Traits) -> float:
    """Less where a number that the answer gives lies in what is alleged, more where it is above."""
    cost = 0.0
    for harm, number in subject.figures:
        low, high = traits.told.get(harm, (None, None))
        if low is not None and high is not None and number:
            cost -= _SAME_FIGURE if low <= number <= high else 0.0
            cost += _ABOVE_FIGURE if number > high else 0.0
    return cost


def _cost_of_target(subject: Subject, traits: _Traits) -> float:
    """Less, the more of those who name a target or weapon name the answer's; more where none does."""
    cost = -_SAME_WEAPON if subject.weapons & traits.weapons else 0.0
    if not subject.targets or not traits.targets:
        return cost
    shared = sum(traits.targets[target] for target in subject.targets) / traits.targets.total()
    return cost - _SAME_TARGET * shared if shared else cost + _OTHER_TARGET


def _read_traits(cluster: Cluster, days: int) -> _Traits:
    claims = [claim for claim in cluster.claims if claim.answer is None]
    return _Traits(
        days=days,
        documents=max(1, len(cluster.documents)),
        told=_list_figures(cluster),
        targets=Counter(target for claim in claims for target in list_targets([claim])),
        weapons=frozenset(used.weapon for claim in claims for used in claim.weapons),
    )


def _list_places(cluster: Cluster) -> tuple[PlaceMention, ...]:
    """The places that an incident names finely enough, each once however many claims name it."""
    found: dict[tuple[object, ...], PlaceMention] = {}
    for claim in cluster.claims:
        for one in claim.places:
            if one.precision <= _DISTRICT:
                key = (one.name, one.text, one.gazetteer, one.precision, one.lat, one.lon)
                found.setdefault(key, one)
    return tuple(found.values())


def _list_bones(places: Iterable[PlaceMention]) -> list[frozenset[str]]:
    """The names of places, each part of a longer one ("Orlo: Upper Street, near the mill") alone."""
    parts = (
        part for place in places if place.precision < _DISTRICT for part in _PARTS.split(place.name)
    )
    return [bones for part in parts if (bones := bones_of(part))]


def _list_figures(cluster: Cluster) -> dict[Harm, tuple[int, int]]:
    """The least and the most people that the claims of an incident give for each harm."""
    told: dict[Harm, tuple[int, int]] = {}
    for claim in cluster.claims:
        for count in claim.counts if claim.answer is None else ():
            if count.harm is not None and count.subset_of is None:
                top = count.max if count.max is not None else count.min
                low, high = told.get(count.harm, (count.min, top))
                told[count.harm] = (min(low, count.min), max(high, top))
    return told


def _choose(costs: Costs) -> IncidentId | None:
    ranked = sorted((cost, id) for id, cost in costs.items() if cost <= _MOST_COST)
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEARLY):
        return None
    return ranked[0][1]
