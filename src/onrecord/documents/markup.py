"""HTML → draft: the main text of a page and what its metadata says."""

from onrecord.documents.decoding import find_broken
from onrecord.documents.draft import Draft
from onrecord.documents.worker import SHARED
from onrecord.model.source import Captured

_KEPT = ("title", "publisher", "url", "lang")


def read_html(captured: Captured) -> Draft:
    """The main text without navigation; title, site name, date and address from metadata.

    Raises:
        Unreadable: there is no text, or the parser failed or took too long.
    """
    parsed = SHARED.parse("text/html", captured.content)
    text = parsed["text"] or ""
    given = {key: value for key in _KEPT if (value := parsed.get(key))}
    return Draft(
        text=text,
        reader="html/1",
        published=parsed.get("published"),
        published_how="metadata of the page" if parsed.get("published") else None,
        defects=find_broken(text),
        how_known=dict.fromkeys(given, "metadata") | {"encoding": parsed["encoding"] or ""},
        **given,
    )
