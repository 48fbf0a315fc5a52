"""Records → text: JSON Lines, CSV that no spreadsheet runs, and JSON with its envelope."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model.record import to_json
from onrecord.publications.exports.columns import CUSTODY_COLUMNS, Column
from onrecord.publications.exports.envelope import describe_export
from onrecord.publications.exports.kinds import EXPORTS, list_records
from onrecord.publications.records import Record
from onrecord.publications.source import Publishable

FORMATS = ("jsonl", "csv", "json")
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def write_export(
    case: Publishable, what: str, *, format: str, version: str, with_custody: bool = False
) -> Iterator[str]:
    """The lines of one export, each with its line end; equal cases give equal bytes."""
    records = list_records(EXPORTS[what], case, with_custody=with_custody)
    if format == "jsonl":
        yield from (to_json(record) + "\n" for record in records)
    elif format == "csv":
        custody = CUSTODY_COLUMNS if with_custody and EXPORTS[what].entered else ()
        yield from write_csv((*EXPORTS[what].columns, *custody), records)
    else:
        about = describe_export(case, what, format=format, version=version)
        yield json.dumps({**about, "records": records}, ensure_ascii=False, indent=1) + "\n"


def write_csv(columns: Sequence[Column], records: Iterable[Record]) -> Iterator[str]:
    """A header and a line for each record; empty is unknown, several values stand with `; `."""
    yield _csv_line([column.name for column in columns])
    for record in records:
        yield _csv_line([cell_of(_find(record, column.path)) for column in columns])


def cell_of(value: object) -> str:
    """A value as a cell; words that a spreadsheet would run as a formula get an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return _guard("; ".join(_plain(item) for item in value))
    return _guard(_plain(value))


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value)
    return str(value)


def _guard(words: str) -> str:
    return f"'{words}" if words.startswith(_RUNS) else words


def _find(value: object, path: str) -> object:
    for step in path.split("."):
        value = _step_down(value, step)
    return value


def _step_down(value: object, step: str) -> object:
    if isinstance(value, list):
        return [_step_down(item, step) for item in value]
    return value.get(step) if isinstance(value, dict) else None


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
