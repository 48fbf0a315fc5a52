"""Documents → how alike the stories are that they tell: the rare names and the people they share.

Two articles about one shooting name the same victim, street and officer, though one gives no day and
the other another town. Names are weighed by rarity in the case (inverse document frequency, K. Spärck
Jones, Journal of Documentation 28, 1972). What is usual between two documents of the case is measured
on random pairs, as u-probabilities are (I. P. Fellegi and A. B. Sunter, JASA 64, 1969): the releases
of one office are alike in any case, and only likeness beyond that counts.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from onrecord.incidents.holders import pair_holders
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.people import Cast, list_name_runs, read_cast
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId, name_by_content
from onrecord.model.vocabulary import SegmentKind

_NAME = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_A-Z][^\W\d_]+(?![^\W_])")
_LETTERS = re.compile(r"[^\W\d_]+")
_NOT_TOLD = frozenset({SegmentKind.BOILERPLATE, SegmentKind.RELATED_LINK})
_SHOWN = 3
_STEPS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89)
_SAMPLED = 20_000
_MOST_PAIRS = 3_000_000
# A text with fewer rare names than this says little by sharing none.
_FEW_NAMES = 5
_LEAST_BITS = 20.0
_PARTS = 256
_NOTHING: frozenset[str] = frozenset()

Pair = tuple[DocumentId, DocumentId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a document is compared by: capitalised words, pairs of them, words of places, people."""

    names: frozenset[str]
    full_names: frozenset[str]
    places: frozenset[str]
    cast: Cast
    published: date | None


class Likeness(NamedTuple):
    """How alike two stories are.

    `bits` is what the shared names are worth; `shared` are the rarest of them; `nothing_shared`:
    both have rare names, and none is in both. `same_person`: one of one name and age; `same_age` and
    `other_ages` tell of ages alone; `strangers`: each names people with ages and mentions nobody of
    the other's. `days_between` counts from one publication to the other, `None` if either has none.
    """

    bits: float
    shared: tuple[str, ...]
    nothing_shared: bool
    same_person: str | None
    same_age: bool
    other_ages: bool
    strangers: bool
    days_between: int | None


NOBODY = Likeness(
    0.0,
    (),
    nothing_shared=False,
    same_person=None,
    same_age=False,
    other_ages=False,
    strangers=False,
    days_between=None,
)


class _Rarity:
    """How rarely each name stands in a text of the case; a copy of a text changes nothing.

    Bits are kept as whole parts of a bit, so that sums are the same in any order.
    """

    def __init__(self, sets: Iterable[frozenset[str]], most: int) -> None:
        distinct = set(sets)
        self.size = len(distinct)
        often = Counter(name for names in distinct for name in names)
        self.parts = {
            name: round(_PARTS * math.log2(max(self.size, 2) / many))
            for name, many in often.items()
        }
        self.rare = frozenset(name for name, many in often.items() if many <= most)
        self._squares = {name: parts**2 for name, parts in self.parts.items()}

    def add(self, rare: Iterable[str]) -> float:
        """The bits of rare names, added."""
        return sum(map(self.parts.__getitem__, rare)) / _PARTS

    def square(self, names: Iterable[str]) -> float:
        """The squares of the bits of all names, added."""
        return sum(map(self._squares.__getitem__, names)) / _PARTS**2


class _Told:
    """One story with what every comparison asks of it worked out.

    Its full names are in `full` only. `told` and `said` are the bits of its rare names and full names, `length` is that of the vector
    of all its names.
    """

    __slots__ = ("full", "length", "rare", "said", "story", "told")

    def __init__(self, story: Story, names: _Rarity, full_names: _Rarity) -> None:
        self.story = replace(story, full_names=_NOTHING)
        self.rare = story.names & names.rare
        self.full = story.full_names & full_names.rare
        self.told = names.add(self.rare)
        self.said = full_names.add(self.full)
        self.length = math.sqrt(names.square(story.names)) or 1.0


class Stories:
    """The stories of a case. `usual_bits` are what one in a hundred pairs of documents exceeds."""

    def __init__(
        self,
        documents: Mapping[DocumentId, Document],
        claims: Iterable[Claim] = (),
        *,
        method: LinkMethod,
    ) -> None:
        self._method = method
        places = _list_place_words(claims)
        stories = {
            id: read_story(document, places.get(id, frozenset()))
            for id, document in documents.items()
        }
        self._names = _Rarity((story.names for story in stories.values()), method.rare_names)
        self._full = _Rarity((story.full_names for story in stories.values()), method.rare_names)
        self.size = self._names.size
        self._stories = {id: _Told(story, self._names, self._full) for id, story in stories.items()}
        self.trust = _trust(self.size, method)
        pairs = _sample(self._list_distinct()) if self.trust else ()
        told = self._stories
        self.usual_bits = _high([self._count_bits(told[one], told[other]) for one, other in pairs])

    def compare(self, one: DocumentId, other: DocumentId) -> Likeness:
        """How alike two documents are."""
        here, there = self._stories[one], self._stories[other]
        shared = sorted(here.rare & there.rare)
        shared.sort(key=self._names.parts.__getitem__, reverse=True)
        places = here.story.places | there.story.places
        beyond = self._count_bits(here, there) - self.usual_bits
        return compare_casts(here.story, there.story)._replace(
            bits=round(self.trust * beyond, 2),
            shared=tuple(shared[:_SHOWN]),
            nothing_shared=places.issuperset(shared)
            and min(len(each.rare - places) for each in (here, there)) >= _FEW_NAMES,
            days_between=self.count_days(one, other),
        )

    def count_days(self, one: DocumentId, other: DocumentId) -> int | None:
        """Days from one publication to the other, `None` if either has no date."""
        first, last = (self._stories[id].story.published for id in (one, other))
        return abs((first - last).days) if first and last else None

    def list_pairs(self) -> Iterator[Pair]:
        """Pairs of documents that share two rare names or more, in order, each once.

        The rarest names come first, up to a fixed number of pairs, so that time and memory end.
        """
        holders: dict[str, list[int]] = defaultdict(list)
        ids = sorted(self._stories)
        for number, id in enumerate(ids):
            told = self._stories[id]
            for name in (*told.rare, *told.full):
                holders[name].append(number)
        ranked = sorted(holders, key=lambda name: (len(holders[name]), name))
        pairs = pair_holders((holders[name] for name in ranked), most=_MOST_PAIRS)
        yield from ((ids[one], ids[other]) for one, other in pairs)

    def _list_distinct(self) -> list[DocumentId]:
        """One document for each text, in an order that only the texts set."""
        first: dict[frozenset[str], DocumentId] = {}
        for id in sorted(self._stories):
            first.setdefault(self._stories[id].story.names, id)
        named = {name_by_content("story", *sorted(names)): id for names, id in first.items()}
        return [named[name] for name in sorted(named)]

    def _count_bits(self, here: _Told, there: _Told) -> float:
        """What the names that two documents share are worth, by the weights of the method."""
        every = here.story.names & there.story.names
        if not every:
            return 0.0
        method, add = self._method, self._names.add
        shared, places = here.rare & there.rare, here.story.places | there.story.places
        full = self._full.add(here.full & there.full)
        named = add(shared & places)
        told = add(shared) - named
        shorter = min(here.told - add(here.rare & places), there.told - add(there.rare & places))
        said = min(here.said, there.said)
        share = max(told / max(_LEAST_BITS, shorter), full / max(_LEAST_BITS, said))
        cosine = self._names.square(every) / (here.length * there.length)
        return (
            method.story_cosine * cosine
            + method.story_share * share
            + method.story_full_name * min(full, method.story_most)
            + method.story_place * min(named, method.story_most / 2)
            + method.story_name * min(told, method.story_most)
        )


def _trust(size: int, method: LinkMethod) -> float:
    """How far rarity can be told in a case of this size, 0 to 1."""
    few, many = method.few_documents, method.many_documents
    return min(1.0, max(0.0, math.log2(max(size, 1) / few) / math.log2(many / few)))


def read_story(document: Document, places: frozenset[str] = frozenset()) -> Story:
    """What a document is compared by; `places` are the words of the places its claims name."""
    text = tell(document)
    runs = list(list_name_runs(text))
    split = [run.group().casefold().split() for run in runs]
    return Story(
        names=_list_names(text),
        full_names=frozenset(intern(" ".join(pair)) for words in split for pair in pairwise(words)),
        places=places,
        cast=read_cast(text, runs),
        published=document.published.from_ if document.published is not None else None,
    )


def tell(document: Document) -> str:
    """A document's title and running text, without links to others and what stands on every page."""
    kept = [s for s in document.segments if s.in_ == "text" and s.kind not in _NOT_TOLD]
    running = [document.words_of(segment) for segment in kept] or [document.text]
    return "\n".join([document.title or "", *running])


def list_names(document: Document) -> frozenset[str]:
    """The capitalised words of a document's title and running text, folded."""
    return _list_names(tell(document))


def _list_names(text: str) -> frozenset[str]:
    return frozenset(intern(name.casefold()) for name in _NAME.findall(text))


def compare_casts(one: Story, other: Story) -> Likeness:
    """What two stories say of people: a likeness in which no names are weighed."""
    here, there = one.cast, other.cast
    if not here.ages or not there.ages:
        return NOBODY
    same = sorted(name for name, age in here.aged.items() if there.aged.get(name) == age)
    return Likeness(
        bits=0.0,
        shared=(),
        nothing_shared=False,
        same_person=same[0].title() if same else None,
        same_age=bool(here.ages & there.ages),
        other_ages=bool(here.ages and there.ages) and not here.ages & there.ages,
        strangers=bool(here.aged and there.aged)
        and not here.words & other.names
        and not there.words & one.names,
        days_between=None,
    )


def _list_place_words(claims: Iterable[Claim]) -> dict[DocumentId, frozenset[str]]:
    words: dict[DocumentId, set[str]] = defaultdict(set)
    for claim in claims:
        for place in claim.places:
            for name in (place.name, place.text, place.admin1, place.country):
                words[claim.document].update(_LETTERS.findall((name or "").casefold()))
    return {id: frozenset(each) for id, each in words.items()}


def _sample(ids: Sequence[DocumentId]) -> Iterator[Pair]:
    """Pairs spread over all documents."""
    steps = [step for step in _STEPS if step < len(ids)]
    most = _SAMPLED // max(len(steps), 1)
    for step in steps:
        for place, one in enumerate(ids[:most]):
            yield one, ids[(place + step) % len(ids)]


def _high(values: Sequence[float]) -> float:
    """What one value in a hundred exceeds."""
    ranked = sorted(values, reverse=True)
    return ranked[len(ranked) // 100] if ranked else 0.0
