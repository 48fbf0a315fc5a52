"""`documents.csv` → what the user says about the documents of a folder."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.failure import Failed
from onrecord.model.source import Told

TABLE = "documents.csv"
_FIELDS = {
    "publisher": "publisher",
    "published": "published",
    "published_date": "published",
    "title": "title",
    "url": "url",
    "lang": "lang",
    "owner": "owner",
}
_COLUMNS = "file, publisher, published (or published_date), title, url, lang, owner"
_LARGEST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one folder's `documents.csv` by file, and what is wrong with the others."""

    told: dict[str, Told]
    failed: tuple[Failed, ...]


def read_table(folder: Path, *, shown: str) -> Table:
    """The folder's table; an empty one where there is none. `shown` names it in failures."""
    path = folder / TABLE
    if not path.is_file():
        return Table(told={}, failed=())
    try:
        lines = _text_lines(path)
    except UnicodeDecodeError:
        return Table(told={}, failed=(_bad_table(shown, "it is not UTF-8"),))
    except (OSError, ValueError) as error:
        return Table(told={}, failed=(_bad_table(shown, str(error)),))
    told: dict[str, Told] = {}
    failed = list(_read_rows(lines, told=told, shown=shown))
    missing = [name for name in told if not _is_below(folder, name)]
    failed += [_no_such_file(shown, name) for name in missing]
    return Table(told=told, failed=tuple(failed))


def _text_lines(path: Path) -> list[str]:
    if path.stat().st_size > _LARGEST_BYTES:
        raise ValueError("it is larger than 50 MB")
    return path.read_bytes().decode("utf-8-sig").splitlines(keepends=True)


def _read_rows(lines: list[str], *, told: dict[str, Told], shown: str) -> Iterator[Failed]:
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter=_delimiter(lines))
    columns: list[str] | None = None
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _bad_row(shown, reader.line_num, str(error))
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = [cell.strip().lower() for cell in cells]
            yield from _check_columns(columns, shown)
            if "file" not in columns:
                return
        else:
            yield from _add_row(told, columns, cells, item=f"{shown}:{reader.line_num}")


def _delimiter(lines: Iterable[str]) -> str:
    first = next((line for line in lines if line.strip()), "")
    return next((mark for mark in ",;\t" if mark in first), ",")


def _check_columns(columns: list[str], shown: str) -> Iterator[Failed]:
    if "file" not in columns:
        yield _bad_table(shown, "it has no column `file`")
        return
    for name in columns:
        if name != "file" and name not in _FIELDS:
            yield Failed(
                item=shown,
                kind="unknown_column",
                reason=f"we do not know the column {name!r}; its cells are left aside",
                remedy=f"use the columns {_COLUMNS}, or remove it",
            )


def _add_row(
    told: dict[str, Told], columns: list[str], cells: list[str], *, item: str
) -> Iterator[Failed]:
    if len(cells) != len(columns):
        wrong = f"it has {len(cells)} cells where the first row has {len(columns)}"
        yield _bad_row_at(item, wrong)
        return
    row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
    name = row["file"].replace("\\", "/").removeprefix("./")
    if not name:
        yield _bad_row_at(item, "it names no file")
    elif name in told:
        yield _bad_row_at(item, f"an earlier row already speaks of {name}")
    else:
        told[name] = _told(row)


def _told(row: dict[str, str]) -> Told:
    given: dict[str, str] = {}
    for column, field in _FIELDS.items():
        if row.get(column):
            given.setdefault(field, row[column])
    return Told(**given)


def _is_below(folder: Path, name: str) -> bool:
    if name.startswith("/") or ".." in name.split("/") or "\x00" in name:
        return False
    try:
        return (folder / name).exists() or (folder / name).is_symlink()
    except OSError:
        return False


def _bad_table(shown: str, wrong: str) -> Failed:
    return Failed(
        item=shown,
        kind="bad_table",
        reason=f"the table cannot be used: {wrong}",
        remedy=f"save it as UTF-8 CSV with the columns {_COLUMNS}",
    )


def _bad_row(shown: str, line: int, wrong: str) -> Failed:
    return _bad_row_at(f"{shown}:{line}", wrong)


def _bad_row_at(item: str, wrong: str) -> Failed:
    return Failed(
        item=item,
        kind="bad_row",
        reason=f"the row is left aside: {wrong}",
        remedy="correct the row and run again",
    )


def _no_such_file(shown: str, name: str) -> Failed:
    return Failed(
        item=f"{shown}: {name}",
        kind="no_such_file",
        reason=f"a row speaks of {name!r}, which is not in the folder",
        remedy="correct the name in the column `file`, or add the file",
    )
