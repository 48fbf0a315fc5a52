"""Promise: exports of a folder are equal bytes in one process or two, in whatever order it is read."""

from pathlib import Path

from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.invented import EXPORTS, write_invented


def exports_of(case: Path, *paths: Path, jobs: int) -> dict[str, str]:
    ran = run_onrecord("run", str(case), *map(str, paths), "--jobs", str(jobs))
    assert ran.code == 0, ran.err
    return {
        f"{what}.{format}": run_onrecord(
            "export", str(case), "--what", what, "--format", format
        ).out
        for what in EXPORTS
        for format in ("jsonl", "csv")
    }


def test_exports_are_the_same_bytes_in_one_process_or_two(tmp_path: Path) -> None:
    notes = write_invented(tmp_path / "notes", 6)

    one = exports_of(tmp_path / "one", notes, jobs=1)
    assert exports_of(tmp_path / "two", notes, jobs=2) == one


def test_exports_are_the_same_bytes_in_any_order_of_files(tmp_path: Path) -> None:
    files = sorted(write_invented(tmp_path / "notes", 6).glob("*.txt"))

    straight = exports_of(tmp_path / "straight", *files, jobs=1)
    assert exports_of(tmp_path / "mixed", *files[1::2], *reversed(files[::2]), jobs=1) == straight
