"""A disk without room: named, nothing kept by halves, and the next run ends as if it had room."""

import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.unit.pipeline.cases import opened, run_case, write_notes

from onrecord.store.errors import DiskFull
from onrecord.store.protocol import Store


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    filler = "Words and more words about an invented place. " * 65
    return write_notes(
        tmp_path / "notes",
        {f"n{n:03}.txt": f"{n} killed in Tarvel. {filler}{n}" for n in range(160)},
    )


def facts(case: Path) -> list[str]:
    with opened(case) as store:
        return [*_claims(store), *store.rows("incidents"), *store.rows("sums")]


def _claims(store: Store) -> Iterator[str]:
    for claim in store.claims():
        yield claim.id


def run_out_of_room(case: Path, notes: Path, make_room: Callable[[], None]) -> None:
    """Runs until the disk is full, checks what is there, makes room and runs again."""
    with pytest.raises(DiskFull, match="make room and run the same command again"):
        run_case(case, notes)
    make_room()
    with opened(case) as store:
        assert store.verify() == []
        assert 0 < len(list(store.documents())) < 160
    run_case(case, notes)
    with opened(case) as store:
        assert store.verify() == []


@contextmanager
def at_most_bytes(limit: int) -> Iterator[None]:
    """No file of this process can grow beyond the limit."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_limit_on_the_size_of_files_is_a_full_disk(tmp_path: Path, notes: Path) -> None:
    case = tmp_path / "case"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with at_most_bytes(800_000):
        run_out_of_room(case, notes, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before))

    run_case(tmp_path / "undisturbed", notes)
    assert facts(case) == facts(tmp_path / "undisturbed")


def test_a_small_disk_is_a_full_disk(tmp_path: Path, notes: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not mount(disk, "size=1500k"):
        pytest.skip("may not mount a small disk here")
    try:
        run_out_of_room(disk / "case", notes, lambda: _grow(disk))
        run_case(tmp_path / "undisturbed", notes)
        assert facts(disk / "case") == facts(tmp_path / "undisturbed")
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)  # noqa: S603, S607


def mount(disk: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    try:
        return subprocess.run(command, capture_output=True).returncode == 0  # noqa: S603
    except FileNotFoundError:
        return False


def _grow(disk: Path) -> None:
    command = ["mount", "-o", "remount,size=100m", str(disk)]
    subprocess.run(command, check=True)  # noqa: S603
