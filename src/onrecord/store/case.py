"""Folder → store: opens, creates and locks the case folder."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from onrecord.store import tables
from onrecord.store.chain import BEGINNING
from onrecord.store.errors import CaseBusy, CaseDamaged, NoCase, naming_errors
from onrecord.store.originals import Originals
from onrecord.store.sql import SqlStore
from onrecord.store.sqlite import guard_ledger, open_engine

DATABASE: Final = "case.db"
SETTINGS: Final = "onrecord.toml"
_LOCK: Final = ".lock"
_LOOK_S: Final = 0.05


@contextmanager
def open_case(
    case: Path,
    *,
    by: str,
    clock: Callable[[], str],
    create: bool = False,
    patience_s: float = 0.0,
) -> Iterator[SqlStore]:
    """The store of a case for writing; one process at a time, for which it waits `patience_s`.

    Raises:
        NoCase: no case stands there, and none is to be made or can be.
        CaseBusy: another process is writing to it.
        CaseDamaged: it cannot be opened, or a newer version made it.
    """
    _check_folder(case, create=create)
    with naming_errors(str(case)):
        case.mkdir(parents=True, exist_ok=True)
        with _locked(case, patience_s):
            connection = open_engine(case / DATABASE, writing=True).connect()
            store = _store(case, connection, by=by, clock=clock)
            try:
                _prepare(case, connection, store)
                yield store
            finally:
                store.close()


@contextmanager
def open_case_for_reading(case: Path) -> Iterator[SqlStore]:
    """The store of a case as it stands at this moment; nothing can be added.

    Raises:
        NoCase: no case stands there.
        CaseDamaged: it cannot be opened, or a newer version made it.
    """
    _check_folder(case, create=False)
    with naming_errors(str(case)):
        connection = open_engine(case / DATABASE, writing=False).connect()
        store = _store(case, connection, by="", clock=str)
        try:
            with connection.begin():
                _check_schema(case, connection)
                _check_begun(case, connection)
                yield store
        finally:
            store.close()


def _store(case: Path, connection: Connection, *, by: str, clock: Callable[[], str]) -> SqlStore:
    return SqlStore(
        connection, Originals(case / "originals"), name=case.resolve().name, by=by, clock=clock
    )


def _check_folder(case: Path, *, create: bool) -> None:
    if (case / DATABASE).is_file():
        return
    if not create:
        raise NoCase(f"{case}: no case stands there: make one with `onrecord run {case} FOLDER`")
    if case.exists() and not case.is_dir():
        raise NoCase(f"{case}: is a file, not a case: name a folder that may be made")
    strangers = {path.name for path in case.iterdir()} - _OURS if case.exists() else set()
    if strangers:
        raise NoCase(f"{case}: holds other things and is no case: name a folder that may be made")


_OURS = {SETTINGS, _LOCK, "originals", "workbench", f"{DATABASE}-wal", f"{DATABASE}-shm"}


@contextmanager
def _locked(case: Path, patience_s: float) -> Iterator[None]:
    descriptor = os.open(case / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    until = time.monotonic() + patience_s
    while not _lock(descriptor):
        if time.monotonic() >= until:
            os.close(descriptor)
            raise CaseBusy(
                f"{case}: another onrecord is writing to it: wait until it ends, then try again"
            )
        time.sleep(_LOOK_S)
    try:
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _prepare(case: Path, connection: Connection, store: SqlStore) -> None:
    with connection.begin():
        if not inspect(connection).has_table(tables.schema.name):
            tables.metadata.create_all(connection)
            guard_ledger(connection)
            connection.execute(insert(tables.schema).values(version=tables.SCHEMA_VERSION))
        _check_schema(case, connection)
        _add_views(connection)
    if store.head() == BEGINNING:
        with store.transaction():
            store.enter("case", {"schema": tables.SCHEMA_VERSION})
    originals = Originals(case / "originals")
    originals.folder.mkdir(exist_ok=True)
    originals.sweep()


def _add_views(connection: Connection) -> None:
    """Adds the tables that an earlier version did not keep: remarks, and views made anew anyway."""
    kept = [table for view in tables.VIEWS.values() for table in view.values()]
    tables.metadata.create_all(connection, tables=[tables.remarks, *kept])


_CUT_OFF = "{case}: making it was cut off before anything was kept: run again"
_KEPT = (tables.ledger, tables.originals, tables.documents, tables.failures, tables.decisions)


def _check_begun(case: Path, connection: Connection) -> None:
    """Refuses a case without a single row: it was cut off while it was made, not emptied."""
    rows = (connection.execute(select(table).limit(1)).first() for table in _KEPT)
    if all(row is None for row in rows):
        raise NoCase(_CUT_OFF.format(case=case))


def _check_schema(case: Path, connection: Connection) -> None:
    try:
        if not inspect(connection).get_table_names():
            raise NoCase(_CUT_OFF.format(case=case))
        versions = connection.execute(select(tables.schema.c.version)).scalars().all()
    except DBAPIError as error:
        raise CaseDamaged(f"{case}: {DATABASE} is no case of onrecord: {error.orig}") from error
    if versions != [tables.SCHEMA_VERSION]:
        raise CaseDamaged(
            f"{case}: has schema {versions}, this onrecord reads {tables.SCHEMA_VERSION}: "
            "open it with the version that made it, or install a newer onrecord"
        )
