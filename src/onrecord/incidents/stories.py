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

Pair = tuple[DocumentId, DocumentId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a document is compared by: capitalised words, pairs of them, words of places, people."""

    names: frozenset[str]
    full_names: frozenset[str]
    places: frozenset[str]
    cast: Cast
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
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

    def add(self, names: frozenset[str]) -> float:
        """The bits of the rare ones, added."""
        return sum(map(self.parts.__getitem__, names & self.rare)) / _PARTS

    def measure(self, names: Iterable[str]) -> float:
        """The length of the vector of the names, in bits."""
        return math.sqrt(self.square(names)) or 1.0

    def square(self, names: Iterable[str]) -> float:
        """The squares of the bits of all names, added."""
        return sum(self.parts[name] ** 2 for name in names) / _PARTS**2


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
        self._stories = {
            id: read_story(document, places.get(id, frozenset()))
            for id, document in documents.items()
        }
        told = self._stories.values()
        self._names = _Rarity((story.names for story in told), method.rare_names)
        self._full = _Rarity((story.full_names for story in told), method.rare_names)
        self.size = self._names.size
        self._lengths = {id: self._names.measure(each.names) for id, each in self._stories.items()}
        self._told = {id: self._names.add(each.names) for id, each in self._stories.items()}
        self._said = {id: self._full.add(each.full_names) for id, each in self._stories.items()}
        pairs = _sample(self._list_distinct()) if self.trust else ()
        self.usual_bits = _high([self._count_bits(*pair) for pair in pairs])

    @property
    def trust(self) -> float:
        """How far rarity can be told in a case of this size, 0 to 1."""
        few, many = self._method.few_documents, self._method.many_documents
        return min(1.0, max(0.0, math.log2(max(self.size, 1) / few) / math.log2(many / few)))

    def compare(self, one: DocumentId, other: DocumentId) -> Likeness:
        """How alike two documents are."""
        here, there = self._stories[one], self._stories[other]
        shared = [name for name in here.names & there.names if name in self._names.rare]
        shared.sort(key=lambda name: (-self._names.parts[name], name))
        places = here.places | there.places
        enough = min(self._count_rare(story.names - places) for story in (here, there))
        people = compare_casts(here, there)
        beyond = self._count_bits(one, other) - self.usual_bits
        return replace(
            people,
            bits=round(self.trust * beyond, 2),
            shared=tuple(shared[:_SHOWN]),
            nothing_shared=enough >= _FEW_NAMES and places.issuperset(shared),
            days_between=self.count_days(one, other),
        )

    def count_days(self, one: DocumentId, other: DocumentId) -> int | None:
        """Days from one publication to the other, `None` if either has no date."""
        first, last = self._stories[one].published, self._stories[other].published
        return abs((first - last).days) if first and last else None

    def list_pairs(self) -> Iterator[Pair]:
        """Pairs of documents that share two rare names or more, in order, each once.

        The rarest names come first, up to a fixed number of pairs, so that time and memory end.
        """
        holders: dict[str, list[int]] = defaultdict(list)
        ids = sorted(self._stories)
        for number, id in enumerate(ids):
            story = self._stories[id]
            for name in story.names & self._names.rare:
                holders[name].append(number)
            for name in story.full_names & self._full.rare:
                holders[name].append(number)
        ranked = sorted(holders, key=lambda name: (len(holders[name]), name))
        pairs = pair_holders((holders[name] for name in ranked), most=_MOST_PAIRS)
        yield from ((ids[one], ids[other]) for one, other in pairs)

    def _list_distinct(self) -> list[DocumentId]:
        """One document for each text, in an order that only the texts set."""
        first: dict[frozenset[str], DocumentId] = {}
        for id in sorted(self._stories):
            first.setdefault(self._stories[id].names, id)
        named = {name_by_content("story", *sorted(names)): id for names, id in first.items()}
        return [named[name] for name in sorted(named)]

    def _count_bits(self, one: DocumentId, other: DocumentId) -> float:
        """What the names that two documents share are worth, by the weights of the method."""
        method, here, there = self._method, self._stories[one], self._stories[other]
        shared = here.names & there.names
        if not shared:
            return 0.0
        full = self._full.add(here.full_names & there.full_names)
        places = here.places | there.places
        named, told = self._names.add(shared & places), self._names.add(shared - places)
        shorter = min(
            self._told[id] - self._names.add(story.names & places)
            for id, story in ((one, here), (other, there))
        )
        said = min(self._said[one], self._said[other])
        share = max(told / max(_LEAST_BITS, shorter), full / max(_LEAST_BITS, said))
        cosine = self._names.square(shared) / (self._lengths[one] * self._lengths[other])
        return (
            method.story_cosine * cosine
            + method.story_share * share
            + method.story_full_name * min(full, method.story_most)
            + method.story_place * min(named, method.story_most / 2)
            + method.story_name * min(told, method.story_most)
        )

    def _count_rare(self, names: frozenset[str]) -> int:
        return len(names & self._names.rare)


def read_story(document: Document, places: frozenset[str] = frozenset()) -> Story:
    """What a document is compared by; `places` are the words of the places its claims name."""
    text = tell(document)
    runs = [run.group().casefold().split() for run in list_name_runs(text)]
    return Story(
        names=list_names(document),
        full_names=frozenset(" ".join(pair) for words in runs for pair in pairwise(words)),
        places=places,
        cast=read_cast(text),
        published=document.published.from_ if document.published is not None else None,
    )


def tell(document: Document) -> str:
    """A document's title and running text, without links to others and what stands on every page."""
    kept = [s for s in document.segments if s.in_ == "text" and s.kind not in _NOT_TOLD]
    running = [document.words_of(segment) for segment in kept] or [document.text]
    return "\n".join([document.title or "", *running])


def list_names(document: Document) -> frozenset[str]:
    """The capitalised words of a document's title and running text, folded."""
    return frozenset(name.casefold() for name in _NAME.findall(tell(document)))


def compare_casts(one: Story, other: Story) -> Likeness:
    """What two stories say of people: a likeness in which no names are weighed."""
    here, there = one.cast, other.cast
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
