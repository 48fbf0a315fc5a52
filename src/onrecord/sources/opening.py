"""Path → bytes: one file read whole and safely, or a named failure."""

import os
import stat
from pathlib import Path

from onrecord.model.failure import Failed
from onrecord.sources.failing import LARGEST_BYTES, fail, fail_reading

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, *, shown: str) -> bytes | Failed:
    """The bytes of a regular file; never waits on a pipe, never reads more than the limit."""
    opened = open_file(path, shown=shown)
    if isinstance(opened, Failed):
        return opened
    try:
        with os.fdopen(opened, "rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        return fail_reading(shown, error)
    if len(content) > LARGEST_BYTES:
        return fail(shown, "too_large")
    return content


def open_file(path: Path, *, shown: str, limit: int | None = LARGEST_BYTES) -> int | Failed:
    """A file descriptor of a regular file within the limit (bytes; `None` for no limit)."""
    try:
        opened = os.open(path, _FLAGS)
    except OSError as error:
        return _fail_opening(path, shown, error)
    status = os.fstat(opened)
    if not stat.S_ISREG(status.st_mode):
        os.close(opened)
        return fail(shown, "not_a_file")
    if limit is not None and status.st_size > limit:
        os.close(opened)
        return fail(shown, "too_large")
    return opened


def _fail_opening(path: Path, shown: str, error: OSError) -> Failed:
    if isinstance(error, FileNotFoundError):
        return fail(shown, "dangling_link" if path.is_symlink() else "vanished")
    if not isinstance(error, PermissionError) and _is_special(path):
        return fail(shown, "not_a_file")
    return fail_reading(shown, error)


def _is_special(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
