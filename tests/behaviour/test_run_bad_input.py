"""Promise: what cannot be read is named with what to do, nothing is lost, the exit code is 1."""

from pathlib import Path

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.invented import write_invented

BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
    "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "wrong.docx": b"PK\x03\x04 no archive at all",
}


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = write_invented(tmp_path / "notes", 3)
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    return folder


def test_bad_files_are_named_and_the_rest_is_done(tmp_path: Path, notes: Path) -> None:
    ran = run_onrecord("run", str(tmp_path / "case"), str(notes))

    assert ran.code == 1
    assert "ingest: 8 items = 3 kept + 0 known before + 5 failed" in ran.err
    for name in BAD:
        line = next(line for line in ran.err.splitlines() if f"failed: {name}: " in line)
        assert line.count(": ") >= 3
    assert "extract: 3 documents = 3 kept" in ran.err
    assert run_onrecord("verify", str(tmp_path / "case")).code == 0


def test_known_failures_still_make_the_exit_code_1(tmp_path: Path, notes: Path) -> None:
    run_onrecord("run", str(tmp_path / "case"), str(notes))
    again = run_onrecord("run", str(tmp_path / "case"), str(notes))

    assert again.code == 1
    assert "0 kept + 3 known before + 5 failed (5 known from before)" in again.err


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = run_onrecord("run", str(tmp_path / "case"), str(tmp_path / "nowhere"))

    assert ran.code == 1
    assert "nowhere" in ran.err


def test_a_folder_that_holds_other_things_is_not_made_a_case(tmp_path: Path, notes: Path) -> None:
    ran = run_onrecord("run", str(notes), str(notes))

    assert ran.code == 3
    assert "no case" in ran.err
    assert not (notes / "case.db").exists()


def test_wrong_use_is_2(tmp_path: Path) -> None:
    assert run_onrecord("run").code == 2
    assert run_onrecord("no-such-command").code == 2
    assert run_onrecord("run", str(tmp_path / "case"), "x", "--jobs", "many").code == 2


def test_a_case_in_use_is_named(tmp_path: Path, notes: Path) -> None:
    from onrecord.store.case import open_case

    with open_case(tmp_path / "case", by="other", clock=str, create=True):
        ran = run_onrecord("run", str(tmp_path / "case"), str(notes))

    assert ran.code == 3
    assert "another onrecord is writing to it" in ran.err
