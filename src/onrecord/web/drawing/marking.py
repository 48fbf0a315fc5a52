"""A document and its claims → paragraphs whose words carry the claims in lanes, never covered."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.model.claim import Claim
from onrecord.model.document import Document, Segment
from onrecord.model.vocabulary import ClaimType, Polarity, SegmentKind

_PARAGRAPH: Final = re.compile(r"\S(?:.|\n(?![ \t\u00a0]*\n))*")
_LANES: Final = 3
_LONGEST: Final = 20_000

_Find = Callable[[Claim], list[tuple[int | None, int | None]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of words with the classes that mark it; `opens` are the claims that begin here."""

    text: str
    classes: str
    opens: tuple["Note", ...] = ()
    count: bool = False
    hedge: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A claim's number, and the mark of its stance: `a` says, `d` denies, `q` doubts, `n` silent."""

    number: int
    stance: str
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: its marked pieces, its notes, and what was left out of it and why."""

    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    left_out: str = ""


def mark_text(document: Document, claims: Sequence[Claim]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, each with the claims that begin in it; long ones are cut."""
    told = [claim for claim in claims if claim.in_ == "text"]
    ordered = sorted(told, key=lambda claim: (claim.start, -claim.end, claim.id))
    notes = [
        Note(number=number, stance=_judge(claim), claim=claim)
        for number, claim in enumerate(ordered, start=1)
    ]
    paragraphs = []
    waiting = list(reversed(notes))
    carried: list[Note] = []
    for number, (start, end) in enumerate(_split(document.text), start=1):
        begun: list[Note] = []
        while waiting and waiting[-1].claim.start < end:
            begun.append(waiting.pop())
        carried = [note for note in (*carried, *begun) if note.claim.end > start]
        paragraphs.append(
            Paragraph(
                number=number,
                pieces=_cut(document.text, start, end, carried),
                notes=tuple(begun),
                left_out=_say_left_out(document.segments, start, end),
            )
        )
    return tuple(paragraphs)


def _split(text: str) -> Iterable[tuple[int, int]]:
    for found in _PARAGRAPH.finditer(text):
        for start in range(found.start(), found.end(), _LONGEST):
            yield start, min(found.end(), start + _LONGEST)


def _judge(claim: Claim) -> str:
    if claim.type is ClaimType.NO_COMMENT:
        return "n"
    if claim.polarity is Polarity.DENIES:
        return "d"
    return "a" if claim.polarity is Polarity.ASSERTS and not claim.hedge.spans else "q"


def _cut(text: str, start: int, end: int, notes: Sequence[Note]) -> tuple[Piece, ...]:
    lanes = _give_lanes(notes)
    counts = _list_spans(notes, lambda claim: [(one.start, one.end) for one in claim.counts])
    hedges = _list_spans(notes, lambda claim: [(one.start, one.end) for one in claim.hedge.spans])
    edges = {start, end}
    for first, last in (
        *((note.claim.start, note.claim.end) for note in notes), *counts, *hedges,
    ):  # fmt: skip
        edges |= {min(max(first, start), end), min(max(last, start), end)}
    bounds = sorted(edges)
    pieces = []
    for first, last in pairwise(bounds):
        held = [
            (note, lane)
            for note, lane in lanes
            if note.claim.start <= first and last <= note.claim.end
        ]
        classes = [f"l{lane}{note.stance}" for note, lane in held if lane <= _LANES]
        pieces.append(
            Piece(
                text=text[first:last],
                classes=" ".join(["s", *classes]) if classes else "",
                opens=tuple(note for note in notes if note.claim.start == first),
                count=_is_within(first, last, counts),
                hedge=_is_within(first, last, hedges),
            )
        )
    return tuple(pieces)


def _give_lanes(notes: Sequence[Note]) -> list[tuple[Note, int]]:
    """Each claim the first lane that is free where it begins."""
    taken: dict[int, int] = {}
    given = []
    for note in notes:
        lane = next(
            (one for one in range(1, _LANES + 1) if taken.get(one, 0) <= note.claim.start),
            _LANES + 1,
        )
        taken[lane] = max(taken.get(lane, 0), note.claim.end)
        given.append((note, lane))
    return given


def _list_spans(notes: Sequence[Note], find: _Find) -> list[tuple[int, int]]:
    return [
        (first, last)
        for note in notes
        for first, last in find(note.claim)
        if first is not None and last is not None
    ]


def _is_within(first: int, last: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= first and last <= end for start, end in spans)


def _say_left_out(segments: Sequence[Segment], start: int, end: int) -> str:
    for one in segments:
        within = one.in_ == "text" and one.start <= start and end <= one.end
        if within and one.kind is SegmentKind.BOILERPLATE:
            return (one.label or one.rule or "page furniture").replace("_", " ")
    return ""
