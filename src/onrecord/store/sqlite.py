"""SQLite → an engine whose commits survive a crash and whose ledger only grows."""

import os
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

# Another connection for each reader: what earlier ones read is found in the system's memory.
_MAPPED: Final = 1 << 31
_BUSY_MS: Final = 30_000
_GUARDS = tuple(
    f"CREATE TRIGGER IF NOT EXISTS ledger_no_{verb.lower()} BEFORE {verb} ON ledger "
    "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
    for verb in ("UPDATE", "DELETE")
)


def open_engine(path: Path, *, writing: bool) -> Engine:
    """An engine on a case's database: write-ahead log, every commit flushed to disk."""
    return _make_engine(path.absolute(), writing=writing)


@lru_cache(maxsize=16)
def _make_engine(path: Path, *, writing: bool) -> Engine:
    """Kept, because an engine knows the statements that it wrote before; it keeps no connection."""
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(path, writing=writing), poolclass=NullPool
    )
    event.listen(engine, "begin", _begin_writing if writing else _begin_reading)
    return engine


def guard_ledger(connection: Connection) -> None:
    """Makes the database itself refuse to change or delete ledger entries."""
    for statement in _GUARDS:
        connection.execute(text(statement))


def _connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(_address(path, writing=writing), uri=True, isolation_level=None)
    pragmas: dict[str, Any] = {"foreign_keys": "ON", "busy_timeout": _BUSY_MS}
    if writing:
        pragmas |= {"journal_mode": "WAL", "synchronous": "FULL"}
    else:
        pragmas |= {"query_only": "ON", "mmap_size": _MAPPED}
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name}={value}")
    return connection


def _address(path: Path, *, writing: bool) -> str:
    """A reader opens for writing too, so that it can clear the log away; it is held to reading.

    A case on a read-only medium is opened as it lies there.
    """
    address = path.resolve().as_uri()
    if writing or os.access(path.parent, os.W_OK):
        return address if writing else f"{address}?mode=rw"
    log = path.with_name(path.name + "-wal")
    return f"{address}?mode=ro" if log.exists() else f"{address}?immutable=1"


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
