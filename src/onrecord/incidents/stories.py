"""Documents → how alike the stories are that they tell: the rare names they share.

Two articles about one shooting name the same victim, street and officer, though one gives no day and
the other another town. Names are weighed by rarity in the case (inverse document frequency, K. Spärck
Jones, Journal of Documentation 28, 1972) and compared by the cosine of their vectors. What is usual
between two documents of the case is measured, as releases of one office are alike in any case.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from onrecord.incidents.method import LinkMethod
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId, name_by_content
from onrecord.model.vocabulary import SegmentKind

_NAME = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_A-Z][^\W\d_]+(?![^\W_])")
_NOT_TOLD = frozenset({SegmentKind.BOILERPLATE, SegmentKind.RELATED_LINK})
_SHOWN = 3
_STEPS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89)
_SAMPLED = 20_000
_MOST_PAIRS = 3_000_000

Pair = tuple[DocumentId, DocumentId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two stories are: cosine 0 to 1, and the rarest names that they share.

    `shared_bits` adds, over the rare names shared, log2 of how rarely each stands in a text of the
    case; `days_between` counts from one publication to the other, `None` if either has no date.
    """

    cosine: float
    shared_bits: float
    days_between: int | None
    shared: tuple[str, ...]


class Stories:
    """The stories of a case; a copy of a text changes nothing about how rare a name is.

    `usual_cosine` and `usual_bits` are what one in a hundred pairs of documents exceeds.
    """

    def __init__(self, documents: Mapping[DocumentId, Document], *, method: LinkMethod) -> None:
        self._method = method
        self._published = {id: _published(document) for id, document in documents.items()}
        self._names = {id: list_names(document) for id, document in documents.items()}
        distinct = set(self._names.values())
        self.size = len(distinct)
        self._often = Counter(name for names in distinct for name in names)
        self._lengths = {id: self._length(names) for id, names in self._names.items()}
        alike = [self.compare(*pair) for pair in _sample(documents)]
        self.usual_cosine = _high(each.cosine for each in alike)
        self.usual_bits = _high(each.shared_bits for each in alike)

    def compare(self, one: DocumentId, other: DocumentId) -> Likeness:
        """How alike two documents are."""
        shared = self._names[one] & self._names[other]
        product = self._lengths[one] * self._lengths[other]
        cosine = math.fsum(self._weight(n) ** 2 for n in shared) / product if product else 0.0
        rarest = sorted(shared, key=lambda name: (-self._weight(name), name))
        first, last = self._published[one], self._published[other]
        return Likeness(
            cosine=cosine,
            shared_bits=math.fsum(self._weight(name) for name in shared if self._is_rare(name)),
            days_between=abs((first - last).days) if first and last else None,
            shared=tuple(rarest[:_SHOWN]),
        )

    def list_pairs(self) -> Iterator[Pair]:
        """Pairs of documents that share two rare names or more, in order, each once.

        The rarest names come first, up to a fixed number of pairs, so that time and memory end.
        """
        holders: dict[str, list[DocumentId]] = defaultdict(list)
        for id in sorted(self._names):
            for name in self._names[id]:
                if self._is_rare(name):
                    holders[name].append(id)
        shared: Counter[Pair] = Counter()
        looked_at = 0
        for _, ids in sorted(holders.items(), key=lambda item: (len(item[1]), item[0])):
            looked_at += len(ids) * (len(ids) - 1) // 2
            if looked_at > _MOST_PAIRS:
                break
            shared.update(combinations(ids, 2))
        yield from sorted(pair for pair, many in shared.items() if many > 1)

    def _is_rare(self, name: str) -> bool:
        return self._often[name] <= self._method.rare_names

    def _length(self, names: Iterable[str]) -> float:
        return math.sqrt(math.fsum(self._weight(name) ** 2 for name in names))

    def _weight(self, name: str) -> float:
        return math.log2(max(self.size, 2) / max(self._often[name], 1))


def list_names(document: Document) -> frozenset[str]:
    """The capitalised words of a document's title and running text, folded."""
    words = [document.title or ""]
    kept = [s for s in document.segments if s.in_ == "text" and s.kind not in _NOT_TOLD]
    words += [document.words_of(segment) for segment in kept] or [document.text]
    return frozenset(name.casefold() for text in words for name in _NAME.findall(text))


def _published(document: Document) -> date | None:
    return document.published.from_ if document.published is not None else None


def _sample(documents: Iterable[DocumentId]) -> Iterator[Pair]:
    """Pairs spread over all documents, the same whatever their order."""
    ids = sorted(documents, key=lambda each: name_by_content("story", each))
    steps = [step for step in _STEPS if step < len(ids)]
    most = _SAMPLED // max(len(steps), 1)
    for step in steps:
        for place, one in enumerate(ids[:most]):
            yield one, ids[(place + step) % len(ids)]


def _high(values: Iterable[float]) -> float:
    """What one value in a hundred exceeds."""
    ranked: Sequence[float] = sorted(values, reverse=True)
    return ranked[len(ranked) // 100] if ranked else 0.0
