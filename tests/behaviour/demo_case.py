"""The demonstration case, built once a process, and commands run inside this process."""

import atexit
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from onrecord.__main__ import run_command

SHIPPED = Path(str(files("onrecord"))) / "demo_notes"


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


def run_onrecord(*arguments: str, given: str = "") -> Ran:
    """Runs a command as if piped, with `given` on standard input."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in "ab"]
    stdin = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
    before = sys.stdout, sys.stderr, sys.stdin
    sys.stdout, sys.stderr, sys.stdin = *streams, stdin
    try:
        code = run_command(arguments)
    finally:
        sys.stdout, sys.stderr, sys.stdin = before
    out, err = (stream.buffer.getvalue().decode() for stream in streams)
    return Ran(code, out, err)


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """The working directory, for a while."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@cache
def demo_folder() -> Path:
    """A folder that holds `demo.case`, and the shipped notes as `reports` and `villages.csv`."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(SHIPPED / "notes", folder / "reports")
    shutil.copy(SHIPPED / "PLACES.csv", folder / "villages.csv")
    with in_folder(folder):
        ran = run_onrecord("demo")
    assert ran.code == 0, ran.err
    return folder
