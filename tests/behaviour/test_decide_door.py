"""Promise: a person's decision is entered with its reason, wins, and is never lost."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.invented import write_invented


@pytest.fixture
def case(tmp_path: Path) -> Path:
    notes = write_invented(tmp_path / "notes", 4)
    assert run_onrecord("run", str(tmp_path / "case"), str(notes)).code == 0
    return tmp_path / "case"


def ids(case: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(case / "case.db")) as database:
        return [row[0] for row in database.execute(f"SELECT id FROM {table} ORDER BY id")]  # noqa: S608


def test_a_decision_is_kept_and_the_case_still_verifies(case: Path) -> None:
    claim = ids(case, "claims")[0]
    decided = run_onrecord(
        "decide", str(case), "reject", claim, "--reason", "an exercise", "--by", "second reader"
    )

    assert decided.code == 0
    with closing(sqlite3.connect(case / "case.db")) as database:
        kept = json.loads(database.execute("SELECT record FROM decisions").fetchone()[0])
    assert kept["id"] == decided.out.strip()
    assert (kept["subjects"], kept["reason"], kept["by"]) == (
        [claim],
        "an exercise",
        "second reader",
    )
    assert run_onrecord("verify", str(case)).code == 0


def test_after_a_decision_link_and_tally_work_again(case: Path) -> None:
    one, other = ids(case, "incidents")[:2]
    assert run_onrecord("decide", str(case), "same", one, other, "--reason", "one raid").code == 0

    stale = run_onrecord("tally", str(case))
    assert stale.code == 3
    assert "run `onrecord link`" in stale.err
    assert run_onrecord("link", str(case)).code == 0
    assert run_onrecord("tally", str(case)).code == 0
    assert "already up to date" in run_onrecord("tally", str(case)).err
    assert run_onrecord("verify", str(case)).code == 0


def test_an_identifier_that_is_not_there_is_refused(case: Path) -> None:
    refused = run_onrecord("decide", str(case), "reject", "c-nowhere", "--reason", "x")

    assert refused.code == 2
    assert "no claim or incident c-nowhere" in refused.err


def test_the_beginning_of_an_identifier_will_do(case: Path) -> None:
    claim = ids(case, "claims")[0]

    assert run_onrecord("decide", str(case), "note", claim[:8], "--reason", "seen").code == 0
    with closing(sqlite3.connect(case / "case.db")) as database:
        assert claim in database.execute("SELECT record FROM decisions").fetchone()[0]


def test_a_decision_needs_a_reason(case: Path) -> None:
    assert run_onrecord("decide", str(case), "reject", ids(case, "claims")[0]).code == 2


def test_a_decision_on_too_few_is_wrong_use(case: Path) -> None:
    one = ids(case, "incidents")[0]
    refused = run_onrecord("decide", str(case), "same", one, "--reason", "x")

    assert refused.code == 2
    assert "takes 2 different identifiers" in refused.err


def test_after_a_decision_show_names_the_command_that_counts_with_it(case: Path) -> None:
    one, other = ids(case, "incidents")[:2]
    run_onrecord("decide", str(case), "same", one, other, "--reason", "one raid")

    assert f"`onrecord run {case}`" in run_onrecord("show", str(case)).err
    assert run_onrecord("run", str(case)).code == 0
    assert run_onrecord("show", str(case)).err == ""
    assert one not in ids(case, "incidents") or other not in ids(case, "incidents")


def test_a_run_that_names_neither_a_case_nor_files_is_wrong_use(tmp_path: Path) -> None:
    ran = run_onrecord("run", str(tmp_path / "new.case"))

    assert ran.code == 2
    assert "name the files or folders" in ran.err
    assert not (tmp_path / "new.case").exists()
