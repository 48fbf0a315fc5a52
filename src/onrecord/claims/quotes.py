"""Quotation marks → the stretches of text that they enclose."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_MARK = re.compile(r"[\"“”„«»]|(?<!\w)[‘']{2}|[’']{2}(?!\w)")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks: [start, end) without the marks. `open` if no mark closes them."""

    start: int
    end: int
    open: bool = False


def find_quotes(text: str, offset: int = 0) -> list[Quoted]:
    """The quoted stretches of one paragraph, in order; an unclosed one runs to its end."""
    found: list[Quoted] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if opened is None:
            if mark not in _CLOSING:
                opened = match.end()
        elif mark not in _OPENING:
            found.append(Quoted(offset + opened, offset + match.start()))
            opened = None
    if opened is not None and text[opened:].strip():
        found.append(Quoted(offset + opened, offset + len(text), open=True))
    return found


def quoted_at(quotes: list[Quoted], start: int, end: int) -> Quoted | None:
    """The quoted stretch that holds most of [start, end), if more than half of it is quoted."""
    first = bisect_right(quotes, start, key=lambda q: q.end)
    last = bisect_left(quotes, end, key=lambda q: q.start)
    near = quotes[first:last]
    best = max(near, key=lambda q: min(q.end, end) - max(q.start, start), default=None)
    if best is None or (min(best.end, end) - max(best.start, start)) * 2 <= end - start:
        return None
    return best
