"""A case is a folder: opened, made, locked, and left as it was found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import InvalidRequestError
from tests.unit.store.stores import ticking

from onrecord.store.case import open_case, open_case_for_reading
from onrecord.store.errors import CaseBusy, CaseDamaged, NoCase
from onrecord.store.sql import SqlStore


def make(case: Path) -> None:
    with open_case(case, by="tester", clock=ticking(), create=True):
        pass


def add_gazetteer(store: SqlStore) -> None:
    with store.transaction():
        store.add_gazetteer("places.csv", b"name\n")


def test_a_case_is_made_only_when_asked_to(tmp_path: Path) -> None:
    with (
        pytest.raises(NoCase, match="onrecord run"),
        open_case(tmp_path / "case", by="t", clock=str),
    ):
        pass
    assert not (tmp_path / "case").exists()

    make(tmp_path / "case")
    with open_case(tmp_path / "case", by="t", clock=str) as store:
        assert [entry.kind for entry in store.ledger()] == ["case"]


def test_nothing_but_the_case_stands_in_its_folder(tmp_path: Path) -> None:
    make(tmp_path / "case")
    with open_case_for_reading(tmp_path / "case") as store:
        store.head()

    names = {path.name for path in (tmp_path / "case").iterdir()}
    assert names == {"case.db", "originals", ".lock"}


def test_a_folder_with_other_things_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")

    with pytest.raises(NoCase, match="holds other things"):
        make(tmp_path)


def test_a_file_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")

    with pytest.raises(NoCase, match="is a file"):
        make(tmp_path / "file")


def test_only_one_process_writes(tmp_path: Path) -> None:
    case = tmp_path / "case"
    with open_case(case, by="t", clock=ticking(), create=True), pytest.raises(CaseBusy):
        make(case)
    make(case)


def test_a_case_can_be_read_while_another_writes(tmp_path: Path) -> None:
    case = tmp_path / "case"
    with open_case(case, by="t", clock=ticking(), create=True) as store:
        with open_case_for_reading(case) as reading:
            before = reading.head()
            add_gazetteer(store)
            assert reading.head() == before
        with open_case_for_reading(case) as reading:
            assert reading.head() == store.head() != before


def test_a_reader_adds_nothing(tmp_path: Path) -> None:
    make(tmp_path / "case")
    with open_case_for_reading(tmp_path / "case") as store:
        head = store.head()
        with pytest.raises(InvalidRequestError):
            add_gazetteer(store)

    with open_case_for_reading(tmp_path / "case") as store:
        assert store.head() == head


def test_a_case_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    make(tmp_path / "case")
    with closing(sqlite3.connect(tmp_path / "case" / "case.db", isolation_level=None)) as database:
        database.execute("UPDATE schema SET version = 99")

    with pytest.raises(CaseDamaged, match="newer onrecord"):
        make(tmp_path / "case")


def test_what_a_crash_left_half_written_is_swept_away(tmp_path: Path) -> None:
    make(tmp_path / "case")
    left = tmp_path / "case" / "originals" / "ab" / ".partial-abc"
    left.parent.mkdir()
    left.write_bytes(b"half")

    make(tmp_path / "case")

    assert not left.exists()
