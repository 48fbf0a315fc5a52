"""A table (CSV, TSV or GeoJSON) → one captured item for each row."""

import csv
import io
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.model.failure import Failed, Unreadable
from onrecord.model.identity import Sha256, hash_bytes
from onrecord.model.record import to_json
from onrecord.model.source import Captured
from onrecord.model.table import FIELDS, MAPPINGS, ROW, TableOrder

_LARGEST_BYTES = 1_000_000_000
_DELIMITERS = ",;\t|"

Row = list[tuple[str, str]]


def read_mapping(name: str) -> TableOrder:
    """The shipped mapping of that name, else the one in the file of that path.

    Raises:
        Unreadable: there is no such mapping, or it names a field that does not exist.
    """
    try:
        content = _mapping_text(name)
        raw = tomllib.loads(content)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _no_mapping(name, str(error)) from error
    columns = raw.get("columns")
    if not isinstance(columns, dict):
        raise _no_mapping(name, "it has no table [columns]")
    unknown = sorted(set(columns) - FIELDS)
    if unknown:
        known = ", ".join(sorted(FIELDS))
        raise _no_mapping(name, f"it knows no field {', '.join(unknown)}; fields are {known}")
    named = {
        field: tuple([names] if isinstance(names, str) else names)
        for field, names in columns.items()
    }
    return TableOrder(columns=named, tagged=bool(raw.get("tagged", False)))


def find_rows(path: Path, order: TableOrder, *, shown: str) -> Iterator[Captured | Failed]:
    """Each row of the table in turn; a row that cannot be used is a failure that says why."""
    try:
        content = _read(path)
        rows = _list_rows(content, path.suffix.lower(), order)
    except Unreadable as error:
        yield Failed(item=shown, kind=error.kind, reason=error.reason, remedy=error.remedy)
        return
    table = hash_bytes(content)
    meant = _find_columns([name for name, _ in rows[0]], order) if rows else {}
    if rows and not meant:
        wanted = ", ".join(sorted({name for names in order.columns.values() for name in names}))
        yield Failed(
            item=shown,
            kind="no_columns",
            reason="no column of the table is known to this mapping",
            remedy=f"name a mapping with --as, or rename columns; known are {wanted}",
        )
        return
    for number, row in enumerate(rows, start=1):
        yield _capture(row, meant, order, (table, number, shown))


def _mapping_text(name: str) -> str:
    if name in MAPPINGS:
        source = files("onrecord.sources").joinpath("mappings", f"{name}.toml")
        return source.read_text(encoding="utf-8")
    return Path(name).read_text(encoding="utf-8")


def _no_mapping(name: str, wrong: str) -> Unreadable:
    shipped = ", ".join(MAPPINGS)
    return Unreadable(
        "bad_mapping", f"the mapping {name} cannot be used: {wrong}", f"shipped are {shipped}"
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise Unreadable("too_large", "the table is larger than 1 GB", "divide it")
        return path.read_bytes()
    except OSError as error:
        reason = f"it cannot be opened: {error.strerror}"
        raise Unreadable("unreadable", reason, "check the path") from error


def _list_rows(content: bytes, suffix: str, order: TableOrder) -> list[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if suffix in (".xlsx", ".xls", ".ods", ".parquet"):
            remedy = "save the sheet as CSV in UTF-8 and import that"
            raise Unreadable("unsupported", f"{suffix} tables are not read", remedy) from error
        raise Unreadable("bad_encoding", "it is not UTF-8", "save it as UTF-8") from error
    if suffix in (".geojson", ".json"):
        return list(_list_features(text))
    return list(_list_lines(text, order))


def _list_lines(text: str, order: TableOrder) -> Iterator[Row]:
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=lambda mark: (first.count(mark), mark == ","))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        heading = next(reader, [])
        tags = next(reader, []) if order.tagged else []
        names = [tag.strip() or name.strip() for tag, name in zip(tags, heading, strict=False)]
        names = names or [name.strip() for name in heading]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield list(zip(names, (cell.strip() for cell in cells), strict=False))
    except csv.Error as error:
        raise Unreadable("bad_table", f"it is no table: {error}", "save it as CSV again") from error


def _list_features(text: str) -> Iterator[Row]:
    try:
        features = json.loads(text)["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        remedy = 'a GeoJSON table is {"type": "FeatureCollection", "features": […]}'
        raise Unreadable("bad_table", "it is no collection of features", remedy) from error
    for feature in features if isinstance(features, list) else []:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        row = [(str(key), _say(value)) for key, value in (properties or {}).items()]
        yield [*row, *_point(feature.get("geometry") if isinstance(feature, dict) else None)]


def _point(geometry: Any) -> Row:  # noqa: ANN401 - JSON
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return []
    where = geometry.get("coordinates")
    if not isinstance(where, list) or len(where) < 2:
        return []
    return [("longitude", _say(where[0])), ("latitude", _say(where[1]))]


def _say(value: object) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _find_columns(names: Sequence[str], order: TableOrder) -> dict[str, str]:
    """Which field each column means: the first of a field's names that is there."""
    folded = {name.casefold(): name for name in reversed(names)}
    meant: dict[str, str] = {}
    for field, wanted in order.columns.items():
        there = [folded[name.casefold()] for name in wanted if name.casefold() in folded]
        for name in there if field == "party_other" else there[:1]:
            meant.setdefault(name, field)
    return meant


def _capture(
    row: Row, meant: Mapping[str, str], order: TableOrder, where: tuple[Sha256, int, str]
) -> Captured | Failed:
    table, number, shown = where
    values = {meant[name]: value for name, value in reversed(row) if name in meant and value}
    recorder = order.recorder or values.get("recorder") or Path(shown).stem
    code = values.get("code") or str(number)
    content = to_json(
        {
            "table": table,
            "number": number,
            "code": code,
            "recorder": recorder,
            "accused": list(order.accused),
            "cells": [[name, meant.get(name), value] for name, value in row if value],
        }
    ).encode()
    name = f"{shown}:{number}"
    if not values.keys() & {"date", "place", "latitude"}:
        return Failed(
            item=name,
            kind="bad_row",
            reason="the row gives no date and no place",
            remedy="correct the row, or name the columns in a mapping",
            sha256=hash_bytes(content),
        )
    return Captured(
        name=name,
        hint=f"{recorder}/{code}",
        content=content,
        sha256=hash_bytes(content),
        media_type=ROW,
    )
