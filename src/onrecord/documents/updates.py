"""Updates of one file: which paragraphs belong to which stamped entry, and in what order."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.documents.cutting import Cutting
from onrecord.documents.piece import BODY, BOILERPLATE, UPDATE, Piece
from onrecord.documents.stamps import Stamp, find_label, read_stamp

_DAY = 1440
_WRAPPED_MINUTES = 360
_FEWEST_TIME_LINES = 2
_LABELS = ("update_label", "original_label", "time_label")


@dataclass(slots=True)
class Entry:
    """One entry of a file: its pieces, and what its label says."""

    pieces: list[Piece] = field(default_factory=list)
    label: Piece | None = None
    stamp: Stamp = field(default_factory=Stamp)
    minutes: int | None = None

    @property
    def original(self) -> bool:
        """Whether it is the first entry of the file, by its label or for lack of one."""
        return self.label is None or self.label.rule == "original_label"


def take_update_label(cutting: Cutting) -> None:
    """Take `UPDATE 1900 GMT:` and its like off the front."""
    found = find_label(cutting.words)
    if found is None:
        return
    cutting.take_front(found.characters, found.rule)
    cutting.label = found.words
    if cutting.start >= cutting.end:
        cutting.settled = True


def order_updates(text: str, pieces: list[Piece]) -> list[tuple[int, Piece]]:
    """Each piece with its place in reading order: original first, then updates by their stamp."""
    pieces = _forget_lone_times(pieces)
    if not any(piece.rule in _LABELS for piece in pieces):
        return list(enumerate(pieces))
    entries = _part_entries(text, pieces)
    newest_first = _newest_first(entries)
    entries = _part_last(entries, newest_first=newest_first)
    told = [entry for entry in entries if not entry.original]
    told = told[::-1] if newest_first else told
    _set_minutes(told)
    first = [entry for entry in entries if entry.original]
    ordered = [piece for entry in first + _sort_by_stamp(told) for piece in _mark(entry)]
    return sorted(enumerate(ordered), key=lambda placed: placed[1].start)


def _forget_lone_times(pieces: list[Piece]) -> list[Piece]:
    """Lines of a bare time are labels only where there are several."""
    times = [piece for piece in pieces if piece.rule == "time_label"]
    if len(times) >= _FEWEST_TIME_LINES:
        return pieces
    return [replace(p, rule="posted") if p.rule == "time_label" else p for p in pieces]


def _part_entries(text: str, pieces: Iterable[Piece]) -> list[Entry]:
    """The pieces before any label, then one entry for each label."""
    entries = [Entry()]
    for piece in pieces:
        if piece.rule in _LABELS:
            words = text[piece.start : piece.end]
            entries.append(Entry(label=piece, stamp=read_stamp(words)))
        entries[-1].pieces.append(piece)
    return entries


def _newest_first(entries: list[Entry]) -> bool:
    """Whether the file stands on its head: the newest entry at the top."""
    labels = entries[1:]
    originals = [number for number, entry in enumerate(labels) if entry.original]
    if originals:
        return originals[0] > 0
    steps = [_step(one.stamp, other.stamp) for one, other in pairwise(labels)]
    falling, rising = sum(step < 0 for step in steps), sum(step > 0 for step in steps)
    if falling != rising:
        return falling > rising
    return not any(piece.kind is BODY for piece in entries[0].pieces)


def _step(one: Stamp, other: Stamp) -> int:
    if one.day is not None and other.day is not None and one.day != other.day:
        return other.day - one.day
    if one.minutes is None or other.minutes is None:
        return 0
    return other.minutes - one.minutes


def _part_last(entries: list[Entry], *, newest_first: bool) -> list[Entry]:
    """An update inside its first paragraph, with no label after it, ends with that paragraph."""
    last = entries[-1]
    inline = len(last.pieces) > 1 and last.pieces[1].inline
    if last.original or not newest_first or not inline:
        return entries
    end = next((n for n, piece in enumerate(last.pieces) if n and not piece.inline), None)
    if end is None:
        return entries
    return [*entries[:-1], replace(last, pieces=last.pieces[:end]), Entry(pieces=last.pieces[end:])]


def _set_minutes(entries: Iterable[Entry]) -> None:
    """Minutes since the first midnight for entries in the order of their time."""
    day, before = 0, None
    first_day: int | None = None
    for entry in entries:
        stamp = entry.stamp
        if stamp.day is not None:
            first_day = stamp.day - day if first_day is None else first_day
            day = (stamp.day - first_day) % 366
        elif _is_next_day(stamp, before):
            day += 1
        if stamp.minutes is not None or stamp.day is not None:
            entry.minutes = day * _DAY + (stamp.minutes or 0)
        before = stamp


def _is_next_day(stamp: Stamp, before: Stamp | None) -> bool:
    if before is None:
        return False
    if stamp.weekday is not None and before.weekday is not None:
        return stamp.weekday != before.weekday
    if stamp.minutes is None or before.minutes is None:
        return False
    return before.minutes - stamp.minutes > _WRAPPED_MINUTES


def _sort_by_stamp(entries: list[Entry]) -> list[Entry]:
    """Entries by stamp; one without a stamp stays after the one before it."""
    keyed: list[tuple[int, Entry]] = []
    latest = -1
    for entry in entries:
        latest = entry.minutes if entry.minutes is not None else latest
        keyed.append((latest, entry))
    return [entry for _, entry in sorted(keyed, key=lambda pair: pair[0])]


def _mark(entry: Entry) -> list[Piece]:
    if entry.original:
        return entry.pieces
    return [
        replace(piece, kind=UPDATE, stamp=entry.minutes, rule=piece.rule or "update_label")
        if piece.kind is BODY
        else replace(piece, stamp=entry.minutes)
        if piece.kind is not BOILERPLATE
        else piece
        for piece in entry.pieces
    ]
