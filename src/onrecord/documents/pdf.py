"""PDF → draft: the text layer, page by page."""

import re

from onrecord.documents.decoding import find_broken
from onrecord.documents.draft import Draft
from onrecord.documents.worker import SHARED
from onrecord.model.document import Defect
from onrecord.model.source import Captured

_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read_pdf(captured: Captured) -> Draft:
    """The text of all pages; the day of making is kept as a weak bound only.

    A file that was cut off and still gave text has the defect `truncated` at the end of the text.

    Raises:
        Unreadable: it is locked, cut off, without text, or the parser failed or took too long.
    """
    parsed = SHARED.parse("application/pdf", captured.content)
    text = parsed["text"] or ""
    flaws = [Defect(kind=kind, start=len(text), end=len(text)) for kind in [parsed["flaw"]] if kind]
    made = _MADE.match(parsed.get("not_after") or "")
    return Draft(
        text=text,
        reader="pdf/1",
        not_after="-".join(made.groups()) if made else None,
        defects=(*find_broken(text), *flaws),
    )
