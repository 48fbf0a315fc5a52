"""Promise: after one byte is changed anywhere, `onrecord verify` exits 1 and names the item."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.invented import write_invented


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    notes = write_invented(folder / "notes", 6)
    case = folder / "case"
    assert run_onrecord("run", str(case), str(notes)).code == 0
    claim = first(case, "SELECT id FROM claims")
    decided = run_onrecord("decide", str(case), "note", claim, "--reason", "seen", "--by", "desk")
    assert decided.code == 0
    return case


@pytest.fixture
def case(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "case"))


def first(case: Path, query: str) -> str:
    with closing(sqlite3.connect(case / "case.db")) as database:
        return str(database.execute(query).fetchone()[0])


def change(case: Path, *statements: str) -> None:
    with closing(sqlite3.connect(case / "case.db", isolation_level=None)) as database:
        database.create_function("flip", 1, flip)
        database.execute("DROP TRIGGER ledger_no_update")
        database.execute("DROP TRIGGER ledger_no_delete")
        for statement in statements:
            database.execute(statement)


def flip(value: bytes | str) -> bytes | str:
    """One bit of the value changed."""
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    return value[:-2] + chr(ord(value[-2]) ^ 1) + value[-1]


def flip_original(case: Path) -> str:
    path = min(path for path in (case / "originals").rglob("*") if path.is_file())
    content = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    return f"original {path.name}"


def flip_cell(table: str, column: str, key: str, noun: str) -> Callable[[Path], str]:
    def tamper(case: Path) -> str:
        name = first(case, f"SELECT {key} FROM {table} ORDER BY {key}")  # noqa: S608
        change(case, f"UPDATE {table} SET {column} = flip({column}) WHERE {key} = '{name}'")  # noqa: S608
        return f"{noun} {name}"

    return tamper


TAMPERINGS: dict[str, Callable[[Path], str]] = {
    "an original": flip_original,
    "a stored text": flip_cell("texts", "text", "sha256", "text"),
    "a document": flip_cell("documents", "record", "id", "document"),
    "a claim": flip_cell("claims", "record", "id", "claim"),
    "a decision": flip_cell("decisions", "record", "id", "decision"),
    "an incident": flip_cell("incidents", "record", "id", "incident"),
    "what a ledger entry says": flip_cell("ledger", "payload", "seq", "ledger entry"),
    "the hash of a ledger entry": flip_cell("ledger", "hash", "seq", "ledger entry"),
    "the time of a ledger entry": flip_cell("ledger", "at", "seq", "ledger entry"),
    "the author of a ledger entry": flip_cell("ledger", "by", "seq", "ledger entry"),
}


def test_a_case_as_it_was_entered_verifies(case: Path) -> None:
    verified = run_onrecord("verify", str(case))

    assert verified.code == 0
    assert verified.out.startswith("verified: 6 originals, 6 texts, 6 documents")
    assert verified.out.rstrip().endswith(first(case, "SELECT hash FROM ledger ORDER BY seq DESC"))


@pytest.mark.parametrize("what", sorted(TAMPERINGS))
def test_one_byte_changed_is_found_and_named(case: Path, what: str) -> None:
    item = TAMPERINGS[what](case)

    verified = run_onrecord("verify", str(case))

    assert verified.code == 1
    assert any(line.startswith(f"{item}: ") for line in verified.out.splitlines())


def test_a_cut_tail_is_found_with_the_head_that_was_noted(case: Path) -> None:
    head = first(case, "SELECT hash FROM ledger ORDER BY seq DESC")
    change(
        case,
        "DELETE FROM decisions WHERE seq = (SELECT max(seq) FROM ledger)",
        "DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)",
    )

    assert run_onrecord("verify", str(case)).code == 0
    cut = run_onrecord("verify", str(case), "--head", head)
    assert cut.code == 1
    assert cut.out.startswith("ledger: the given head")


def test_a_head_noted_earlier_is_continued(case: Path) -> None:
    early = first(case, "SELECT hash FROM ledger WHERE seq = 3")

    assert run_onrecord("verify", str(case), "--head", early).code == 0


def test_what_is_no_case_cannot_be_verified(tmp_path: Path) -> None:
    missing = run_onrecord("verify", str(tmp_path / "nowhere"))

    assert missing.code == 3
    assert "no case stands there" in missing.err
