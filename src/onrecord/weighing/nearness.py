"""Answers and incidents → keys: an answer can only relate to an incident that shares one with it.

A case of a hundred thousand claims has thousands of answers and of incidents. The keys bring too
many together, never too few; `answers.py` says which of them relate.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date

from onrecord.model.claim import Answer, Claim, Said
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Cluster
from onrecord.model.vocabulary import Scope
from onrecord.weighing.hearing import SPECIFIC
from onrecord.weighing.topics import Topic, list_names

# A week to either side, and the season after an attack, in whole months.
_WEEK_MONTHS, _SEASON_MONTHS = 1, 4


class Blocks:
    """Places of answers in their list, by key."""

    def __init__(self, keys: Iterable[Iterable[Hashable]]) -> None:
        self._places: dict[Hashable, list[int]] = defaultdict(list)
        for place, held in enumerate(keys):
            for key in set(held):
                self._places[key].append(place)

    def list_near(self, keys: Iterable[Hashable]) -> list[int]:
        """The places of all answers that share a key, in order."""
        return sorted({place for key in set(keys) for place in self._places.get(key, ())})


def list_answer_keys(
    claim: Claim, answer: Answer, accusers: Iterable[str], said: Said | None
) -> Iterator[Hashable]:
    """Where an answer that names no day and place of its own can meet an incident."""
    yield "document", claim.document
    for id in (*answer.responds_to, *answer.bears_on):
        yield "claim", id
    if answer.scope in SPECIFIC:
        if claim.when is not None:
            for name in list_names(claim):
                yield from _monthly("place", name, claim.when.from_, claim.when.to)
        return
    if answer.scope is not Scope.BLANKET and said is not None:
        for voice in accusers:
            yield from _monthly("voice", voice, said.from_, said.to)
    if answer.scope is not Scope.REPORT and claim.said is not None:
        yield from _monthly("season", "", claim.said.from_, claim.said.to)


def list_incident_keys(
    cluster: Cluster,
    topic: Topic,
    voices: Mapping[ClaimId, frozenset[str]],
    said: Mapping[ClaimId, Said],
) -> Iterator[Hashable]:
    """Where an incident can be met by an answer."""
    for document in cluster.documents:
        yield "document", document
    for claim in cluster.claims:
        yield "claim", claim.id
        uttered = said.get(claim.id)
        if uttered is not None:
            for voice in voices[claim.id]:
                yield from _monthly("voice", voice, uttered.from_, uttered.to, _WEEK_MONTHS)
    when = cluster.when
    if when is not None:
        for name in topic.names:
            yield from _monthly("place", name, when.from_, when.to, _WEEK_MONTHS)
        first, last = _month(when.from_), _month(when.to) + _SEASON_MONTHS
        yield from (("season", "", month) for month in range(first, last + 1))


def _monthly(kind: str, name: str, first: date, last: date, around: int = 0) -> Iterator[Hashable]:
    """A key for each month of a time, and for so many around it."""
    for month in range(_month(first) - around, _month(last) + around + 1):
        yield kind, name, month


def _month(day: date) -> int:
    return day.year * 12 + day.month
