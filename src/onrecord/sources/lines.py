"""A file of documents (JSON Lines) → one captured item for each line."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.model.failure import Failed
from onrecord.model.identity import hash_bytes
from onrecord.model.source import Captured, Told
from onrecord.sources.failing import LARGEST_BYTES, fail, fail_reading
from onrecord.sources.opening import open_file
from onrecord.sources.sniffing import LINE, is_binary

_PART = 65_536


def find_lines(path: Path, *, shown: str, told: Told | None) -> Iterator[Captured | Failed]:
    """Each line of the file in turn; a file of lines may be of any size, a line may not."""
    opened = open_file(path, shown=shown, limit=None)
    if isinstance(opened, Failed):
        yield opened
        return
    with os.fdopen(opened, "rb") as file:
        start = file.peek(_PART)[:_PART]
        if not start or is_binary(start):
            yield fail(shown, "binary" if start else "empty")
            return
        number = 0
        try:
            while line := file.readline(LARGEST_BYTES):
                number += 1
                if line.strip() and line != b"\xef\xbb\xbf\n":
                    yield capture_line(line, shown=f"{shown}:{number}", told=told)
        except OSError as error:
            yield fail_reading(shown, error)


def capture_line(line: bytes, *, shown: str, told: Told | None = None) -> Captured | Failed:
    """One document as a line of JSON; a failure says what is wrong with it."""
    content = line.strip(b"\r\n").removeprefix(b"\xef\xbb\xbf")
    sha256 = hash_bytes(content)
    found = _identifier(content)
    if isinstance(found, Failed):
        return Failed(
            item=shown, kind=found.kind, reason=found.reason, remedy=found.remedy, sha256=sha256
        )
    return Captured(
        name=shown, hint=found, content=content, sha256=sha256, media_type=LINE, told=told
    )


def _identifier(content: bytes) -> str | Failed:
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        return _bad(f"it is not JSON ({type(error).__name__})")
    if not isinstance(record, dict):
        return _bad("it is not an object")
    for key in ("id", "text"):
        if not isinstance(record.get(key), str):
            return _bad(f"`{key}` is missing or not text")
    return str(record["id"]) or _bad("`id` is empty")


def _bad(wrong: str) -> Failed:
    return Failed(
        item="",
        kind="bad_line",
        reason=f"the line is no document: {wrong}",
        remedy='write each document on one line as {"id": "…", "text": "…"}',
    )
