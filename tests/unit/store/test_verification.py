"""Whatever is changed behind the store's back is found, and named."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.unit.pipeline.cases import NOTES, opened, run_case, write_notes

from onrecord.model.decision import DecisionKind
from onrecord.model.identity import Sha256
from onrecord.pipeline.deciding import decide
from onrecord.store.case import open_case_for_reading
from onrecord.store.errors import CaseDamaged

FACTS = (
    "ledger",
    "originals",
    "texts",
    "documents",
    "custody",
    "readings",
    "claims",
    "failures",
    "decisions",
    "gazetteers",
    "views",
    "clusters",
    "incidents",
    "sums",
    "refusals",
)
NUMBERED = {"ledger", "custody", "failures", "clusters", "incidents", "sums", "refusals"}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that holds every kind of fact."""
    folder = tmp_path_factory.mktemp("whole")
    notes = write_notes(folder / "notes", {**NOTES, "bad.txt": "\0", "x.txt": "BREAK THE READER"})
    case = folder / "case"
    with opened(case) as store, store.transaction():
        store.add_gazetteer("villages.csv", b"name\nVarn\n")
    run_case(case, notes)
    with opened(case) as store:
        decide(store, DecisionKind.NOTE, [next(store.claims()).id], reason="seen", by="reviewer")
    return case


@pytest.fixture
def case(whole: Path, tmp_path: Path) -> Path:
    """A copy to tamper with."""
    return Path(shutil.copytree(whole, tmp_path / "case"))


@pytest.fixture
def database(case: Path) -> Iterator[sqlite3.Connection]:
    """The database of the case as a tamperer opens it."""
    with closing(sqlite3.connect(case / "case.db", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER ledger_no_update")
        connection.execute("DROP TRIGGER ledger_no_delete")
        connection.execute("PRAGMA synchronous=OFF")
        yield connection


def faults(case: Path, head: str | None = None) -> list[str]:
    with open_case_for_reading(case) as store:
        return [fault.item for fault in store.verify(Sha256(head) if head else None)]


def flip(value: Any) -> Any:
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, int):
        return value + 1000
    middle = len(value) // 2
    return value[:middle] + chr(ord(value[middle]) ^ 1) + value[middle + 1 :]


def test_a_whole_case_has_no_faults(case: Path) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("table", FACTS)
def test_one_byte_changed_in_any_cell_is_found(
    case: Path, database: sqlite3.Connection, table: str
) -> None:
    rows = database.execute(f"SELECT rowid, * FROM {table}").fetchall()  # noqa: S608
    columns = [column[1] for column in database.execute(f"PRAGMA table_info({table})")]
    number = columns[0] if table in NUMBERED else None
    assert rows
    missed = []
    for rowid, *values in rows:
        for column, value in zip(columns, values, strict=True):
            if value is None:
                continue
            change = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"  # noqa: S608
            database.execute(change, (flip(value), rowid))
            if not faults(case):
                missed.append((rowid, column, value))
            database.execute(change, (value, flip(value) if column == number else rowid))

    assert faults(case) == []
    assert missed == []


@pytest.mark.parametrize("table", FACTS)
def test_a_row_taken_away_is_found(case: Path, database: sqlite3.Connection, table: str) -> None:
    database.execute(f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})")  # noqa: S608

    assert faults(case)


@pytest.mark.parametrize(
    ("cell", "item"),
    [
        ("claims.id.record", "claim {}"),
        ("decisions.id.record", "decision {}"),
        ("documents.id.record", "document {}"),
        ("texts.sha256.text", "text {}"),
        ("incidents.id.record", "incident {}"),
        ("ledger.seq.payload", "ledger entry {}"),
        ("ledger.seq.hash", "ledger entry {}"),
        ("ledger.seq.at", "ledger entry {}"),
        ("ledger.seq.by", "ledger entry {}"),
    ],
)
def test_the_changed_item_is_named(
    case: Path, database: sqlite3.Connection, cell: str, item: str
) -> None:
    table, key, column = cell.split(".")
    name, value = database.execute(f"SELECT {key}, {column} FROM {table} LIMIT 1").fetchone()  # noqa: S608
    database.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (flip(value), name))  # noqa: S608

    assert item.format(name) in faults(case)


def test_a_claim_that_was_slipped_in_is_named(case: Path, database: sqlite3.Connection) -> None:
    database.execute(
        "INSERT INTO claims SELECT 'c-false', document, 99, record FROM claims LIMIT 1"
    )

    assert "claim c-false" in faults(case)


def test_a_claim_whose_hashes_were_made_to_fit_is_still_no_quote(
    case: Path, database: sqlite3.Connection
) -> None:
    database.execute("UPDATE claims SET record = replace(record, '3 killed', '9 killed')")

    with open_case_for_reading(case) as store:
        problems = [fault.problem for fault in store.verify()]
    assert any("its quote is not what stands in document" in problem for problem in problems)


def test_a_changed_or_missing_original_is_named(case: Path) -> None:
    path = next(path for path in (case / "originals").rglob("*") if path.is_file())
    content = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(flip(content))
    changed = faults(case)
    path.write_bytes(content[:-1])
    cut = faults(case)
    path.unlink()
    missing = faults(case)

    assert set(changed) == set(cut) == set(missing) == {f"original {path.name}"}


def test_a_tail_cut_with_all_it_accounts_for_is_found_only_with_the_head(
    case: Path, database: sqlite3.Connection
) -> None:
    last, head = database.execute("SELECT seq, hash FROM ledger ORDER BY seq DESC").fetchone()
    database.execute("DELETE FROM decisions WHERE seq = ?", (last,))
    database.execute("DELETE FROM ledger WHERE seq = ?", (last,))

    assert faults(case) == []
    assert faults(case, head) == ["ledger"]


def test_the_database_itself_refuses_to_change_the_ledger(case: Path) -> None:
    with closing(sqlite3.connect(case / "case.db")) as connection:
        for statement in ("UPDATE ledger SET at = 'x'", "DELETE FROM ledger"):
            with pytest.raises(sqlite3.IntegrityError, match="only grows"):
                connection.execute(statement)


def test_a_database_that_is_none_is_named(case: Path) -> None:
    (case / "case.db").write_bytes(b"no database at all, only words" * 100)

    with pytest.raises(CaseDamaged):
        faults(case)
