"""Documents → copies: paragraphs that stand in two documents, with or without a credit line."""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from onrecord.incidents.wording import list_words
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Copy
from onrecord.model.vocabulary import SegmentKind

AT_LEAST_WORDS = 20
AT_LEAST_SHARE = 0.6
_LOOSE_SHINGLES = 0.3
_FEWEST_WORDS = 5
_SKETCH = 32
_HALF = np.uint64(1 << 63)
_LAGS = 8
_SHARED = 3
_COMMON = 64
_RUNNING = frozenset({SegmentKind.BODY, SegmentKind.UPDATE, SegmentKind.CAPTION})
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\s*$")

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Passage:
    """A paragraph of a document, `text[start:end]`, with hashes of its normalised words."""

    document: DocumentId
    start: int
    end: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Match:
    """A passage of a later document that stands in an earlier one.

    `containment` is the share of the shorter passage's two-word shingles that stand in the other,
    or of its words that do so in the same order, whichever is larger.
    """

    earlier: Passage
    later: Passage
    containment: float


def find_copies(matches: Sequence[Match]) -> tuple[Copy, ...]:
    """The copied paragraphs, each against the earliest document that has it, in fixed order."""
    copies = (
        Copy(
            earlier=match.earlier.document,
            later=match.later.document,
            start=match.later.start,
            end=match.later.end,
            containment=round(match.containment, 3),
        )
        for match in matches
    )
    return tuple(sorted(copies, key=lambda copy: (copy.later, copy.start, copy.end, copy.earlier)))


def match_passages(documents: Mapping[DocumentId, Document]) -> tuple[Match, ...]:
    """Every passage of 20 words or more that stands in an earlier document, with its source.

    Earlier is by publication (unknown last), ties by identifier. Texts shorter than that match
    only if they are word for word the same. Candidates come from bottom-k sketches of two-word
    shingles (Broder 1997) widened by every second shingle, so that a brief inside a feature is
    found; each is then checked exactly.
    """
    passages = [passage for document in sort_by_age(documents) for passage in _cut(document)]
    first_of = _find_first_of_same(passages)
    long = [
        index
        for index, first in enumerate(first_of)
        if first == index and len(passages[index].words) >= AT_LEAST_WORDS
    ]
    sources = _find_sources([passages[index] for index in long])
    source_of = {long[later]: (long[earlier], share) for later, (earlier, share) in sources.items()}
    return tuple(_list_matches(passages, first_of, source_of))


def sort_by_age(documents: Mapping[DocumentId, Document]) -> list[Document]:
    """Documents by publication, earliest first; undated ones last, ties by identifier."""

    def age(document: Document) -> tuple[date, date, str]:
        dating = document.published
        if dating is None:
            return date.max, date.max, document.id
        return dating.from_, dating.to, document.id

    return sorted(documents.values(), key=age)


def _list_matches(
    passages: list[Passage], first_of: list[int], source_of: dict[int, tuple[int, float]]
) -> Iterator[Match]:
    for index, first in enumerate(first_of):
        source, share = source_of.get(first, (first, 1.0))
        if passages[source].document == passages[index].document:
            source, share = first, 1.0
        if passages[source].document != passages[index].document:
            yield Match(earlier=passages[source], later=passages[index], containment=share)


def _find_first_of_same(passages: list[Passage]) -> list[int]:
    seen: dict[tuple[int, ...], int] = {}
    return [seen.setdefault(passage.words, index) for index, passage in enumerate(passages)]


def _find_sources(passages: list[Passage]) -> dict[int, tuple[int, float]]:
    """For each copied passage the earliest one that has it; indices are in order of age."""
    shingles: dict[int, frozenset[tuple[int, int]]] = {}

    def shingles_of(index: int) -> frozenset[tuple[int, int]]:
        if index not in shingles:
            words = passages[index].words
            shingles[index] = frozenset(pairwise(words))
        return shingles[index]

    sources: dict[int, tuple[int, float]] = {}
    for earlier, later in _pair_by_sketch(passages):
        if later in sources or passages[earlier].document == passages[later].document:
            continue
        one, other = shingles_of(earlier), shingles_of(later)
        share = len(one & other) / min(len(one), len(other))
        if share < AT_LEAST_SHARE and share >= _LOOSE_SHINGLES:
            share = max(share, _share_in_order(passages[earlier].words, passages[later].words))
        if share >= AT_LEAST_SHARE:
            sources[later] = (earlier, share)
    return sources


def _share_in_order(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    return LCSseq.similarity(one, other) / min(len(one), len(other))


def _pair_by_sketch(passages: list[Passage]) -> list[tuple[int, int]]:
    """Pairs of passages that share sketch entries, by age of the earlier one."""
    if not passages:
        return []
    owners, hashes = _sketch(passages)
    order = np.lexsort((owners, hashes))
    owners, hashes = owners[order], hashes[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    sizes = np.diff(np.append(starts, len(hashes)))
    wanted = (sizes > 1) & (sizes <= max(_COMMON, len(passages) // 50))
    kept = np.repeat(wanted, sizes)
    first = np.repeat(starts, sizes)[kept] - np.repeat(_skipped(wanted, sizes), sizes)[kept]
    codes = _pair_codes(owners[kept], first, len(passages))
    values, counts = np.unique(codes, return_counts=True)
    chosen = values[counts >= _SHARED]
    return [divmod(int(code), len(passages)) for code in chosen]


def _skipped(wanted: npt.NDArray[np.bool_], sizes: Ints) -> Ints:
    """How many entries before each run fall away with the runs that are not wanted."""
    dropped = np.where(wanted, 0, sizes)
    return np.asarray(np.cumsum(dropped) - dropped, dtype=np.int64)


def _pair_codes(owners: Ints, first: Ints, many: int) -> Ints:
    """Each entry with those up to eight places before it in its run, and with the run's first."""
    position = np.arange(len(owners))
    near = [
        (position[position - lag >= first] - lag, position[position - lag >= first])
        for lag in range(1, _LAGS + 1)
    ]
    far = position[position - first > _LAGS]
    pairs = [*near, (first[far], far)]
    return np.concatenate([owners[one] * many + owners[other] for one, other in pairs])


def _sketch(passages: list[Passage]) -> tuple[Ints, Hashes]:
    """Owner and hash of every sketch entry: the 32 lowest of each passage, and the lower half."""
    lengths = np.array([len(passage.words) for passage in passages])
    words = np.fromiter((word for passage in passages for word in passage.words), dtype=np.uint64)
    owner = np.repeat(np.arange(len(passages)), lengths)
    inside = owner[1:] == owner[:-1]
    hashes = _mix(words[:-1] * np.uint64(0x9E3779B97F4A7C15) + words[1:])[inside]
    owner = owner[1:][inside]
    order = np.lexsort((hashes, owner))
    owner, hashes = owner[order], hashes[order]
    new = np.concatenate(([True], (owner[1:] != owner[:-1]) | (hashes[1:] != hashes[:-1])))
    owner, hashes = owner[new], hashes[new]
    rank = np.arange(len(owner)) - np.searchsorted(owner, owner)
    kept = (rank < _SKETCH) | (hashes < _HALF)
    return owner[kept], hashes[kept]


def _mix(values: Hashes) -> Hashes:
    """The finaliser of SplitMix64: neighbouring inputs spread over the whole range."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@lru_cache(maxsize=1 << 20)
def _hash_word(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _cut(document: Document) -> Iterator[Passage]:
    """The passages of a document: its paragraphs, short ones put together with the next."""
    blocks = [
        block for start, end in _list_runs(document) for block in _cut_run(document, start, end)
    ]
    joined: list[tuple[int, int, list[int]]] = []
    for start, end in blocks:
        words = [_hash_word(word) for word in list_words(document.text[start:end])]
        if joined and len(joined[-1][2]) < AT_LEAST_WORDS:
            start, words = joined[-1][0], joined.pop()[2] + words
        joined.append((start, end, words))
    if len(joined) > 1 and len(joined[-1][2]) < AT_LEAST_WORDS:
        _, end, words = joined.pop()
        start, _, before = joined.pop()
        joined.append((start, end, before + words))
    for start, end, words in joined:
        if len(words) >= _FEWEST_WORDS:
            yield Passage(document=document.id, start=start, end=end, words=tuple(words))


def _list_runs(document: Document) -> list[tuple[int, int]]:
    """The stretches of running text: links, boilerplate and titles left out."""
    segments = [segment for segment in document.segments if segment.in_ == "text"]
    if not segments:
        return [(0, len(document.text))]
    return sorted((segment.start, segment.end) for segment in segments if segment.kind in _RUNNING)


def _cut_run(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines, and lines that end a sentence; hard wraps hold together."""
    opened: int | None = None
    position = start
    for line in document.text[start:end].splitlines(keepends=True):
        position += len(line)
        if line.strip():
            opened = position - len(line) if opened is None else opened
        if opened is not None and (not line.strip() or _SENTENCE_END.search(line)):
            yield opened, position
            opened = None
    if opened is not None:
        yield opened, end
