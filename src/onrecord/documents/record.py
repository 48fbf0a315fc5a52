"""A line of documents (JSON) → draft: its text, and what the line says about it."""

import json
from typing import Any

from onrecord.documents.decoding import find_broken
from onrecord.documents.draft import Draft
from onrecord.model.failure import Unreadable
from onrecord.model.source import Captured

_KEYS = {"title": "title", "publisher": "publisher", "url": "url", "lang": "lang", "owner": "owner"}


def read_record(captured: Captured) -> Draft:
    """The `text` of the line as it is; keys that we do not know are ignored.

    Raises:
        Unreadable: the line is not an object with `text`, or holds half of a character.
    """
    record = _parse(captured.content)
    text = record.get("text")
    if not isinstance(text, str):
        raise _refusal("`text` is missing or not text")
    given = {key: value for key in _KEYS if (value := _words(record, key)) is not None}
    published = _words(record, "published_date")
    how_known = dict.fromkeys(given, "user")
    return Draft(
        text=text,
        reader="record/1",
        published=published,
        published_how="user" if published else None,
        defects=find_broken(text),
        how_known=how_known,
        **given,
    )


def _parse(content: bytes) -> dict[str, Any]:
    try:
        record = json.loads(content)
        json.dumps(record, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise _refusal(f"it is not JSON in UTF-8 ({type(error).__name__})") from error
    if not isinstance(record, dict):
        raise _refusal("it is not an object")
    return record


def _words(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _refusal(wrong: str) -> Unreadable:
    return Unreadable(
        "bad_line",
        f"the line is no document: {wrong}",
        'write each document on one line as {"id": "…", "text": "…"}',
    )
