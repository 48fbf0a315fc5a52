"""A PDF → pictures of its pages, and where in the text each page begins."""

import atexit
import base64
import json
from typing import Final

from onrecord.documents.worker import ParserWorker

_DRAWER: Final = ParserWorker(limit_s=10)
atexit.register(_DRAWER.close)


def draw_page(pdf: bytes, number: int) -> bytes:
    """A page of a PDF, from 1, as a PNG at most 1,000 pixels wide and 2,000 tall.

    Raises:
        Unreadable: there is no such page, or the parser failed or took too long.
    """
    parsed = _DRAWER.parse("application/pdf#page", b"%d\n" % number + pdf)
    return base64.b64decode(parsed["png"] or "")


def find_page_starts(pdf: bytes, text: str) -> tuple[int, ...]:
    """Where each page of a PDF begins in its text, in code points.

    A page without words begins where the one before it does.

    Raises:
        Unreadable: the parser failed or took too long.
    """
    heads: list[str] = json.loads(_DRAWER.parse("application/pdf#heads", pdf)["heads"] or "[]")
    starts: list[int] = []
    at = 0
    for head in heads:
        found = text.find(head, at) if head else -1
        at = found if found >= 0 else at
        starts.append(at)
    return tuple(starts)
