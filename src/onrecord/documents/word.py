"""Word (.docx) → draft: paragraphs and tables in order."""

from onrecord.documents.decoding import find_broken
from onrecord.documents.draft import Draft
from onrecord.documents.worker import SHARED
from onrecord.model.source import Captured

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_word(captured: Captured) -> Draft:
    """Paragraphs parted by blank lines, rows of tables on lines of their own.

    Raises:
        Unreadable: it is locked, damaged, a zip bomb, or the parser failed or took too long.
    """
    parsed = SHARED.parse(DOCX, captured.content)
    text = parsed["text"] or ""
    return Draft(
        text=text, reader="word/1", not_after=parsed.get("not_after"), defects=find_broken(text)
    )
