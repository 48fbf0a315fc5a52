"""Files and folders → captured items, one at a time, in an order that depends on names alone."""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.model.failure import Failed
from onrecord.model.identity import hash_bytes
from onrecord.model.source import Captured, Told
from onrecord.sources.failing import fail, fail_reading
from onrecord.sources.lines import find_lines
from onrecord.sources.mails import find_attachments, named_otherwise
from onrecord.sources.opening import read_bytes
from onrecord.sources.sniffing import LINE, MAIL, Unusable, promised_type, sniff_type
from onrecord.sources.table import TABLE, Table, read_table

_SIDECARS = {TABLE, "thumbs.db", "desktop.ini"}
_CASE_MARK = "case.db"

FolderKey = tuple[int, int]


@dataclass(slots=True)
class _Walk:
    """One walk below a given folder: which folders were entered, and the tables on the way."""

    entered: set[FolderKey] = field(default_factory=set)
    tables: list[tuple[str, Table]] = field(default_factory=list)

    def told(self, shown: str) -> Told | None:
        """What the nearest `documents.csv` above says about a file."""
        for prefix, table in reversed(self.tables):
            if shown.removeprefix(prefix) in table.told:
                return table.told[shown.removeprefix(prefix)]
        return None


def find_material(paths: Sequence[Path]) -> Iterator[Captured | Failed]:
    """Everything readable at the paths, and a failure for each thing that is not.

    Holds one item at a time. Folders are walked in order of names; links to folders are followed
    unless they lead back. Hidden files, sidecars (`documents.csv`) and case folders are passed by.
    """
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield _fail_given(path, error)
            continue
        if stat.S_ISDIR(mode):
            yield from _find_in_folder(path, "", walk=_Walk(), above=())
        else:
            table = read_table(path.parent, shown=TABLE)
            yield from _find_in_file(path, shown=_shown(path.name), told=table.told.get(path.name))


def _fail_given(path: Path, error: OSError) -> Failed:
    if isinstance(error, FileNotFoundError):
        return fail(str(path), "dangling_link" if path.is_symlink() else "missing")
    return fail_reading(str(path), error)


def _find_in_folder(
    folder: Path, prefix: str, *, walk: _Walk, above: tuple[FolderKey, ...]
) -> Iterator[Captured | Failed]:
    here = prefix.rstrip("/") or _shown(folder.name) or str(folder)
    try:
        status = folder.stat()
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        yield fail_reading(here, error)
        return
    key = (status.st_dev, status.st_ino)
    if key in above:
        yield fail(here, "folder_loop")
        return
    if _CASE_MARK in names or (folder.is_symlink() and key in walk.entered):
        return
    walk.entered.add(key)
    table = read_table(folder, shown=f"{prefix}{TABLE}")
    yield from table.failed
    walk.tables.append((prefix, table))
    for name in names:
        if not _passed_by(name):
            shown = prefix + _shown(name)
            yield from _find_in_entry(folder / name, shown, walk=walk, above=(*above, key))
    walk.tables.pop()


def _shown(name: str) -> str:
    """A file name as text; bytes that are not UTF-8 are spelled out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _passed_by(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _SIDECARS


def _find_in_entry(
    path: Path, shown: str, *, walk: _Walk, above: tuple[FolderKey, ...]
) -> Iterator[Captured | Failed]:
    if path.is_dir():
        yield from _find_in_folder(path, f"{shown}/", walk=walk, above=above)
    else:
        yield from _find_in_file(path, shown=shown, told=walk.told(shown))


def _find_in_file(path: Path, *, shown: str, told: Told | None) -> Iterator[Captured | Failed]:
    if promised_type(path.name) == LINE:
        yield from find_lines(path, shown=shown, told=told)
        return
    content = read_bytes(path, shown=shown)
    if isinstance(content, Failed):
        yield content
        return
    captured = _capture(content, shown=shown, told=told)
    yield captured
    if isinstance(captured, Captured) and captured.media_type == MAIL:
        yield from find_attachments(captured)


def _capture(content: bytes, *, shown: str, told: Told | None) -> Captured | Failed:
    sha256 = hash_bytes(content)
    try:
        media_type = sniff_type(content, name=shown)
    except Unusable as unusable:
        return fail(shown, unusable.kind, sha256=sha256)
    return Captured(
        name=shown,
        hint=Path(shown).stem,
        content=content,
        sha256=sha256,
        media_type=media_type,
        told=told,
        named_as=named_otherwise(shown, media_type),
    )
