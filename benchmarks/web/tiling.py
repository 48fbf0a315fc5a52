"""A small planted case that was linked and counted → a case as large as wanted, tile by tile.

Each tile is the same small war some weeks later: identifiers and days are other ones, the sentences
are the same. Linking a million claims is measured elsewhere (`benchmarks/scale.py`); this gives the
workbench the rows that it would have after that, in minutes. The ledger of such a case does not
verify, and its incidents are not what linking the whole would give: it serves to measure pages only.
"""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from benchmarks.planted.keeping import put_into_case
from benchmarks.planted.planting import plant_parts

_BASE_CLAIMS = 10_000
_STEP = timedelta(days=11)
_NAME = re.compile(r"\b((?:[a-z]|planted)-)([0-9a-f]{3})([0-9a-f]{7,13})\b")
_DAY = re.compile(r"\b(\d{4}-\d\d-\d\d)\b")
# Linking asks no more than a few hundred questions in all, however large the case.
_VIEWS = ("clusters", "incidents", "utterances")
_MOST_TILES = 4095


def make_large_case(case: Path, *, claims: int, incidents: int, seed: int = 1) -> dict[str, int]:
    """Makes a case with at least so many claims and incidents, and says how many of what.

    Raises:
        ValueError: more than 4,095 tiles would be needed.
    """
    put_into_case(plant_parts(_BASE_CLAIMS, seed=seed), case)
    for command in ("link", "tally"):
        subprocess.run([sys.executable, "-m", "onrecord", command, str(case)], check=True)
    with sqlite3.connect(case / "case.db") as connection:
        has = _count(connection)
        tiles = max(-(-claims // has["claims"]), -(-incidents // has["incidents"]))
        if tiles > _MOST_TILES:
            raise ValueError(f"{tiles} tiles")
        _multiply(connection, tiles)
        connection.commit()
        connection.execute("analyze")
        return _count(connection)


def _count(connection: sqlite3.Connection) -> dict[str, int]:
    return {
        table: connection.execute(f"select count(*) from {table}").fetchone()[0]  # noqa: S608
        for table in ("claims", "incidents", "documents")
    }


def _multiply(connection: sqlite3.Connection, tiles: int) -> None:
    connection.executescript("pragma synchronous = off; pragma foreign_keys = off;")
    views = {
        name: connection.execute(f"select id, record from {name} order by ordinal").fetchall()  # noqa: S608
        for name in _VIEWS
    }
    documents = connection.execute(
        "select id, original, text, record, seq from documents"
    ).fetchall()
    readings = connection.execute("select * from readings").fetchall()
    claims = connection.execute("select id, document, ordinal, record from claims").fetchall()
    seq, at = connection.execute("select max(seq), max(at) from ledger").fetchone()
    for tile in range(1, tiles):
        move = _mover(tile)
        _put(connection, "documents", _move_documents(documents, move))
        _put(connection, "readings", ((move(row[0]), *row[1:]) for row in readings))
        _put(connection, "claims", ((move(a), move(b), c, move(d)) for a, b, c, d in claims))
        for name, rows in views.items():
            first = tile * len(rows)
            numbered = enumerate(rows, start=first)
            _put(
                connection, name, ((n, move(id), move(record), "") for n, (id, record) in numbered)
            )
        _put(connection, "ledger", _enter(seq + tile * len(readings), at, readings, move))
    last = connection.execute("select max(seq) from ledger").fetchone()[0]
    counted = (
        last + 1,
        at,
        "planted",
        "view",
        '{"view":"tallying"}',
        "",
        sha256(b"last").hexdigest(),
    )
    _put(connection, "ledger", iter([counted]))
    _add_sums(connection, tiles)


def _mover(tile: int) -> Callable[[str], str]:
    """Gives every identifier and day of a record those of a tile."""

    @cache
    def shift(day: str) -> str:
        try:
            return (date.fromisoformat(day) + tile * _STEP).isoformat()
        except (ValueError, OverflowError):
            return day

    def rename(found: re.Match[str]) -> str:
        return f"{found[1]}{int(found[2], 16) ^ tile:03x}{found[3]}"

    return lambda text: _DAY.sub(lambda found: shift(found[1]), _NAME.sub(rename, text))


def _move_documents(
    rows: list[tuple[str, ...]], move: Callable[[str], str]
) -> Iterator[tuple[str, ...]]:
    for id, original, text, record, seq in rows:
        moved = move(record)
        yield move(id), original, text, moved, sha256(moved.encode()).hexdigest(), seq


def _enter(
    start: int, at: str, readings: list[tuple[str, ...]], move: Callable[[str], str]
) -> Iterator[tuple[object, ...]]:
    for number, row in enumerate(readings, start=start + 1):
        payload = json.dumps({"document": move(row[0])})
        yield (
            number,
            at,
            "planted",
            "reading",
            payload,
            "",
            sha256(f"{number}".encode()).hexdigest(),
        )


def _add_sums(connection: sqlite3.Connection, tiles: int) -> None:
    """The sums of all tiles; bounds of disjoint incidents add up."""
    for id, record in connection.execute("select id, record from sums").fetchall():
        values = json.loads(record)
        for key in ("min", "max"):
            values[key] = None if values[key] is None else values[key] * tiles
        for key in ("incidents", "without"):
            moved = [values[key], *(_move_all(values[key], tile) for tile in range(1, tiles))]
            values[key] = [id for part in moved for id in part]
        connection.execute("update sums set record = ? where id = ?", (json.dumps(values), id))


def _move_all(ids: list[str], tile: int) -> list[str]:
    move = _mover(tile)
    return [move(id) for id in ids]


def _put(connection: sqlite3.Connection, table: str, rows: Iterator[tuple[object, ...]]) -> None:
    """Inserts rows that are as wide as the first."""
    first = next(rows, None)
    if first is None:
        return
    marks = ", ".join("?" * len(first))
    connection.executemany(f"insert into {table} values ({marks})", chain([first], rows))  # noqa: S608
