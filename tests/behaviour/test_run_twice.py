"""Promise: running again adds only what is new, and two runs from scratch give equal bytes."""

from pathlib import Path

import pytest
from tests.behaviour.demo_case import Ran, run_onrecord
from tests.behaviour.invented import EXPORTS, invented_note, write_invented


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_invented(tmp_path / "notes", 8)


def run(case: Path, *paths: Path) -> Ran:
    return run_onrecord("run", str(case), *map(str, paths))


def exported(case: Path) -> dict[str, str]:
    return {
        f"{what}.{format}": run_onrecord(
            "export", str(case), "--what", what, "--format", format
        ).out
        for what in EXPORTS
        for format in ("jsonl", "csv")
    }


def head(ran: Ran) -> str:
    return next(line for line in ran.err.splitlines() if line.startswith("ledger head: "))


def test_a_run_says_what_it_did_and_what_comes_next(tmp_path: Path, notes: Path) -> None:
    ran = run(tmp_path / "case", notes)

    assert ran.code == 0
    assert "ingest: 8 items = 8 kept + 0 known before + 0 failed" in ran.err
    assert "ledger head: " in ran.err
    assert "onrecord verify" in ran.err
    assert "8 documents" in ran.out


def test_a_second_run_adds_nothing(tmp_path: Path, notes: Path) -> None:
    first = run(tmp_path / "case", notes)
    second = run(tmp_path / "case", notes)

    assert second.code == 0
    assert "ingest: already up to date (8 items)" in second.err
    assert second.err.count("already up to date") == 4
    assert head(first) == head(second)
    assert first.out == second.out


def test_a_second_run_loads_no_parser(tmp_path: Path, notes: Path) -> None:
    import subprocess
    import sys

    from tests.behaviour.invented import plain_environment

    run(tmp_path / "case", notes)
    asks = (
        "import sys; from onrecord.__main__ import run_command;"
        f"run_command(['run', {str(tmp_path / 'case')!r}, {str(notes)!r}]);"
        "print([n for n in ('spacy', 'thinc', 'trafilatura', 'docx') if n in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", asks], capture_output=True, check=True, env=plain_environment()
    )

    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_a_gazetteer_stays_with_the_case(tmp_path: Path, notes: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text(
        "name,alternate_names,lat,lon,admin1,country,population\nTarvel,,1.5,2.5,Ostren,XX,900\n"
    )
    case = str(tmp_path / "case")
    run_onrecord("run", case, str(notes), "--gazetteer", str(places))
    incidents = run_onrecord("export", case, "--what", "incidents", "--format", "jsonl").out
    places.unlink()
    again = run(tmp_path / "case", notes)

    assert '"name":"Tarvel"' in incidents.replace(" ", "")
    assert again.err.count("already up to date") == 4


def test_new_files_are_added_to_what_is_there(tmp_path: Path, notes: Path) -> None:
    run(tmp_path / "case", notes)
    (notes / "late.txt").write_text(invented_note(99), encoding="utf-8")

    ran = run(tmp_path / "case", notes)

    assert "ingest: 9 items = 1 kept + 8 known before + 0 failed" in ran.err
    assert "extract: 9 documents = 1 kept + 8 known before + 0 failed" in ran.err


def test_two_runs_from_scratch_export_the_same_bytes(tmp_path: Path, notes: Path) -> None:
    run(tmp_path / "one", notes)
    run(tmp_path / "two", notes)

    assert exported(tmp_path / "one") == exported(tmp_path / "two")


def test_step_by_step_is_the_same_as_all_at_once(tmp_path: Path, notes: Path) -> None:
    run(tmp_path / "one", notes)
    two = str(tmp_path / "two")
    for arguments in (("ingest", two, str(notes)), ("extract", two), ("link", two), ("tally", two)):
        assert run_onrecord(*arguments).code == 0

    assert exported(tmp_path / "one") == exported(tmp_path / "two")


def test_one_process_or_two_keep_the_same(tmp_path: Path, notes: Path) -> None:
    run_onrecord("run", str(tmp_path / "one"), str(notes), "--jobs", "1")
    run_onrecord("run", str(tmp_path / "two"), str(notes), "--jobs", "2")

    assert exported(tmp_path / "one") == exported(tmp_path / "two")


def test_a_case_can_be_copied_and_opened_elsewhere(tmp_path: Path, notes: Path) -> None:
    import shutil

    ran = run(tmp_path / "case", notes)
    shutil.copytree(tmp_path / "case", tmp_path / "elsewhere" / "copy")
    copied = run(tmp_path / "elsewhere" / "copy", notes)

    assert head(copied) == head(ran)
    assert exported(tmp_path / "elsewhere" / "copy") == exported(tmp_path / "case")
