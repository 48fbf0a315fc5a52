"""A document → the sentences that coders code: the same ones for everybody, page furniture left out."""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.model.document import Document
from onrecord.model.vocabulary import SegmentKind

MOST: Final = 800
_PARAGRAPH: Final = re.compile(r"\S[^\n]*")
_END: Final = re.compile(r"[.!?؟][\"'”’»)\]]{0,3}\s+(?=[^\W\d_a-zа-я]|[\"“«(\d])")
_SHORT: Final = re.compile(r"(?:^|\W)(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Capt|Sgt|No)\.$")
_LEAST: Final = 3


def split_passages(document: Document) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence in the text, in code points; at most `MOST`."""
    left_out = [
        (one.start, one.end)
        for one in document.segments
        if one.in_ == "text" and one.kind in (SegmentKind.BOILERPLATE, SegmentKind.RELATED_LINK)
    ]
    found = [
        (start, end)
        for start, end in _split(document.text)
        if end - start >= _LEAST
        and not any(first <= start and end <= last for first, last in left_out)
    ]
    return tuple(found[:MOST])


def _split(text: str) -> Iterator[tuple[int, int]]:
    for line in _PARAGRAPH.finditer(text):
        words, begin = line[0], 0
        for end in _END.finditer(words):
            if _SHORT.search(words, max(begin, end.start() - 6), end.start() + 1):
                continue
            yield (
                line.start() + begin,
                line.start() + begin + len(words[begin : end.end()].rstrip()),
            )
            begin = end.end()
        yield line.start() + begin, line.start() + len(words.rstrip())
