"""Promise: a run that is killed at any moment and run again ends as one that never was.

Eight moments of a long run over small rooms, and three of a short one through the door.
ONRECORD_KILLS=50 asks for that many moments, through the door, of a longer run.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.invented import (
    EXPORTS,
    PROJECT,
    plain_environment,
    start_onrecord,
    write_invented,
)
from tests.unit.pipeline.cases import opened, run_case, write_notes

ASKED = int(os.environ.get("ONRECORD_KILLS", "0"))


@pytest.fixture(autouse=True)
def _without_own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_KILLS", raising=False)


def moments(count: int, whole_s: float) -> Iterator[float]:
    """The same shares of a run every time."""
    chosen = random.Random(1947)  # noqa: S311 - not for secrets
    for _ in range(count):
        yield chosen.uniform(0.05, 1.0) * whole_s


def kill_after(start: Callable[[], subprocess.Popen[bytes]], moment_s: float) -> bool:
    """Starts, waits and kills; whether it was still running then."""
    running = start()
    time.sleep(moment_s)
    was_running = running.poll() is None
    running.kill()
    running.wait()
    return was_running


def duration_of(start: Callable[[], subprocess.Popen[bytes]]) -> float:
    began = time.monotonic()
    assert start().wait() == 0
    return time.monotonic() - began


def test_killed_and_run_again_a_case_exports_the_same(tmp_path: Path) -> None:
    notes = write_invented(tmp_path / "notes", 60 if ASKED else 12)

    def start(case: Path) -> subprocess.Popen[bytes]:
        return start_onrecord("run", case, notes, "--jobs", "1")

    whole_s = duration_of(lambda: start(tmp_path / "whole"))
    expected = exported(tmp_path / "whole")
    assert expected["incidents"].count("\n") > 1
    hits = 0
    for number, moment_s in enumerate(moments(ASKED or 3, whole_s)):
        case = tmp_path / f"case-{number}"
        hits += kill_after(lambda case=case: start(case), moment_s)  # type: ignore[misc]
        if (case / "case.db").exists():
            verified = run_onrecord("verify", str(case))
            assert verified.code == 0 or "cut off before anything was kept" in verified.err
        assert run_onrecord("run", str(case), str(notes)).code == 0
        assert run_onrecord("verify", str(case)).code == 0
        assert exported(case) == expected
    assert hits >= (ASKED or 3) // 2


def exported(case: Path) -> dict[str, str]:
    """All exports of a case, as text."""
    return {
        what: run_onrecord("export", str(case), "--what", what, "--format", "jsonl").out
        for what in EXPORTS
    }


def test_killed_and_run_again_a_store_holds_the_same(tmp_path: Path) -> None:
    notes = write_notes(
        tmp_path / "notes", {f"n{n:03}.txt": f"{n} killed in Tarvel." for n in range(150)}
    )

    def start(case: Path) -> subprocess.Popen[bytes]:
        call = f"run_case(Path({str(case)!r}), Path({str(notes)!r}), jobs=0)"
        code = f"from pathlib import Path; from tests.unit.pipeline.cases import run_case; {call}"
        return subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", code], env=plain_environment(), cwd=PROJECT
        )

    whole_s = duration_of(lambda: start(tmp_path / "whole"))
    expected = held(tmp_path / "whole")
    hits = 0
    for number, moment_s in enumerate(moments(8, whole_s)):
        case = tmp_path / f"case-{number}"
        hits += kill_after(lambda case=case: start(case), moment_s)  # type: ignore[misc]
        run_case(case, notes, jobs=0)
        assert held(case) == expected
    assert hits >= 4


def held(case: Path) -> list[str]:
    """What a store holds, which must verify."""
    with opened(case) as store:
        assert store.verify() == []
        return [
            *(f"{claim.id} {claim.quote}" for claim in store.claims()),
            *(arrival.path for arrival in store.custody()),
            *store.rows("incidents"),
            *store.rows("sums"),
        ]
