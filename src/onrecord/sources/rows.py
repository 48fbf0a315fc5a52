"""A table (CSV, TSV, GeoJSON, spreadsheet, Parquet) → one captured item for each row."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from onrecord.model.failure import Failed, Unreadable
from onrecord.model.identity import Sha256, hash_bytes
from onrecord.model.record import to_json
from onrecord.model.source import Captured
from onrecord.model.table import FIELDS, MAPPINGS, ROW, TableOrder
from onrecord.sources.tabular import Row, list_rows

_LARGEST_BYTES = 1_000_000_000


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
        rows = list(list_rows(content, path.suffix.lower(), order))
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
