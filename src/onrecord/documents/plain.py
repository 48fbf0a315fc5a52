"""Plain text and Markdown → draft: the characters of the file, one for one."""

from onrecord.documents.decoding import decode_bytes, find_broken
from onrecord.documents.draft import Draft
from onrecord.model.source import Captured


def read_plain(captured: Captured) -> Draft:
    """The file decoded, character for character; no newline or space is changed.

    Raises:
        Unreadable: it is empty or no text.
    """
    decoded = decode_bytes(captured.content)
    return Draft(
        text=decoded.text,
        reader="plain/1",
        defects=find_broken(decoded.text),
        how_known={"encoding": f"{decoded.encoding}: {decoded.how}"},
    )
