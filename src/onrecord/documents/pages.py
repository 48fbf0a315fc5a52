"""A PDF → pictures of its pages, and where in the text each page begins."""

import atexit
import base64
import json
from typing import Final

from onrecord.documents.worker import ParserWorker

# By so many characters a page is known whose text was kept in another form.
_HEAD: Final = 60
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
    pages: list[str] = json.loads(_DRAWER.parse("application/pdf#pages", pdf)["pages"] or "[]")
    starts: list[int] = []
    start = end = 0
    for page in pages:
        words = page.strip()
        for part in filter(None, (words, words[:_HEAD])):
            found = text.find(part, end)
            if found >= 0:
                start, end = found, found + len(part)
                break
        starts.append(start)
    return tuple(starts)
