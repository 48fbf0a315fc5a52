"""Text → paragraphs: lines and blank lines, with hard-wrapped lines brought together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

BLANK = (
    "".join(mark for mark in map(chr, range(0x3001)) if mark.isspace())
    + "\ufeff\u200b\u200e\u200f\u2060"
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’')\]»]*$")
_CUT = re.compile(r"[.!?][\"”’')\]]*\s")
_INNER_GAP = re.compile(
    r"(?<=[.!?\"”)])[ \xa0]{3,}(?=[A-Z\"“(])|[ \xa0]{3,}(?=[A-Z]{4,}[^.\n]{0,40}\()"
)
_LIST_MARK = re.compile(r"(?:[-*•·►▶+>#|]|\d{1,3}[.)]) ?")
_WIDEST, _NARROWEST = 130, 40
_LONGEST_CHARACTERS = 8_000
_LONGEST_JOINED = 16_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph `text[start:end]` without outer space, with the blank lines before it.

    `wraps` are the offsets of line breaks inside it that only the width of the page put there.
    """

    start: int
    end: int
    gap: int = 0
    indented: bool = False
    wraps: tuple[int, ...] = ()


def find_blocks(text: str) -> list[Block]:
    """The paragraphs of a text in order; together they hold everything that is not blank."""
    lines = list(_find_lines(text))
    width = _wrap_width(text, lines)
    joined: list[Block] = []
    for line in lines:
        if joined and _runs_on(text, joined[-1], line, width=width):
            joined[-1] = replace(
                joined[-1], end=line.end, wraps=(*joined[-1].wraps, joined[-1].end)
            )
        else:
            joined.append(line)
    return [part for block in joined for part in _cut_long(text, block)]


def _find_lines(text: str) -> Iterator[Block]:
    at, gap = 0, 0
    for line in text.splitlines(keepends=True):
        body = line.strip(BLANK)
        if body:
            start = at + len(line) - len(line.lstrip(BLANK))
            yield from _cut_gaps(
                text, Block(start=start, end=start + len(body), gap=gap, indented=start > at)
            )
            gap = 0
        else:
            gap += 1
        at += len(line)


def _cut_gaps(text: str, line: Block) -> Iterator[Block]:
    """Parts of a line that lost its paragraph breaks to wide spaces."""
    if "   " not in text[line.start : line.end] and "\xa0\xa0" not in text[line.start : line.end]:
        yield line
        return
    start, gap = line.start, line.gap
    for match in _INNER_GAP.finditer(text, line.start, line.end):
        if match.start() > start:
            yield replace(line, start=start, end=match.start(), gap=gap)
            start, gap = match.end(), 1
    yield replace(line, start=start, gap=gap)


def _wrap_width(text: str, lines: list[Block]) -> int | None:
    """The width at which the whole text was wrapped; `None` when it was not."""
    lengths = sorted(line.end - line.start for line in lines[:5_000])
    if len(lengths) < 3:
        return None
    width = lengths[min(len(lengths) - 1, int(0.98 * len(lengths)))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [(one, other) for one, other in pairwise(lines[:5_000]) if not other.gap]
    full = [one for one, other in pairs if _is_full(text, one, other, width=width)]
    torn = [one for one in full if not _ends_sentence(text, one)]
    return width if len(full) >= max(2, len(pairs) // 2) and 2 * len(torn) >= len(full) else None


def _is_full(text: str, line: Block, following: Block, *, width: int) -> bool:
    """Whether the next word would not have fitted on the line."""
    last = text.rfind("\n", line.start, line.end) + 1 or line.start
    word = text[following.start : following.start + 40].split(maxsplit=1)[0]
    return line.end - max(last, line.start) + 1 + len(word) > width


def _runs_on(text: str, block: Block, line: Block, *, width: int | None) -> bool:
    if line.gap or text[block.end : line.start].strip(BLANK) or _LIST_MARK.match(text, line.start):
        return False
    if block.end - block.start > _LONGEST_JOINED or "\n" not in text[block.end : line.start]:
        return False
    if width is not None and _is_full(text, block, line, width=width):
        return not (line.indented and not block.indented and _ends_sentence(text, block))
    torn = not _ends_sentence(text, block) and text[line.start].islower()
    return torn and block.end - block.start >= _NARROWEST


def _ends_sentence(text: str, block: Block) -> bool:
    return _SENTENCE_END.search(text, max(block.start, block.end - 6), block.end) is not None


def _cut_long(text: str, block: Block) -> Iterator[Block]:
    """Parts of a paragraph too long to read at once, cut after sentences where there are any."""
    start = block.start
    while block.end - start > _LONGEST_CHARACTERS:
        limit = start + _LONGEST_CHARACTERS
        ends = [match.end() for match in _CUT.finditer(text, start + 1, limit)]
        space = max(text.rfind(" ", start + 1, limit), text.rfind("\n", start + 1, limit))
        end = ends[-1] if ends else space if space > 0 else limit
        stripped = text[start:end].rstrip(BLANK)
        if stripped:
            yield replace(block, start=start, end=start + len(stripped), wraps=())
        start = end
        while text[start] in BLANK:
            start += 1
    yield replace(block, start=start, wraps=tuple(at for at in block.wraps if at > start))
