"""Files and a pasted text → a folder that holds them, each under a name of its own."""

import csv
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from django.core.files.uploadedfile import UploadedFile

from onrecord.model.identity import hash_text

MOST_FILES: Final = 200
"""So many files are taken in at once."""

_UNSAFE: Final = re.compile(r"[^\w.\- ]+")
_TABLE: Final = "documents.csv"


def keep_files(files: "Iterable[UploadedFile]") -> Path:
    """A new folder that holds the files, under names that stay inside it and differ."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    for number, file in enumerate(files):
        name = _UNSAFE.sub("_", Path(file.name or "").name).lstrip(".") or f"file-{number}"
        with _find_free(folder / name).open("xb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    return folder


def _find_free(path: Path) -> Path:
    """The path, with a number in its name where another file has it already."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


def keep_text(folder: Path, text: str, told: Mapping[str, str]) -> Path:
    """The folder, with a text in it and what is told about it as the table that folders have.

    Where a table was brought in with the files, the text gets a folder of its own inside.
    """
    name = f"pasted-{hash_text(text)[:12]}.txt"
    beside = folder / _TABLE
    place = folder / name.removesuffix(".txt") if beside.exists() else folder
    place.mkdir(exist_ok=True)
    (place / name).write_text(text, encoding="utf-8")
    given = {field: value for field, value in told.items() if value}
    if given:
        with (place / _TABLE).open("w", encoding="utf-8", newline="") as table:
            csv.writer(table).writerows([["file", *given], [name, *given.values()]])
    return folder
