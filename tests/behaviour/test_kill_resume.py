"""Promise: a run that is killed at any moment and run again ends as one that never was.

Eight moments in the normal suite; ONRECORD_KILLS=50 asks for more.
"""

import os
import random
import time
from pathlib import Path

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.invented import EXPORTS, start_onrecord, write_invented

KILLS = int(os.environ.get("ONRECORD_KILLS", "8"))
NOTES = 40


@pytest.fixture(autouse=True)
def _without_own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_KILLS", raising=False)


def exported(case: Path) -> dict[str, str]:
    """All exports of a case, as text."""
    return {
        what: run_onrecord("export", str(case), "--what", what, "--format", "jsonl").out
        for what in EXPORTS
    }


def kill_at(case: Path, notes: Path, moment_s: float) -> bool:
    """Runs and kills after that time; whether it was still running then."""
    running = start_onrecord("run", case, notes, "--jobs", "1")
    time.sleep(moment_s)
    was_running = running.poll() is None
    running.kill()
    running.wait()
    return was_running


def test_killed_at_any_moment_and_run_again_ends_the_same(tmp_path: Path) -> None:
    notes = write_invented(tmp_path / "notes", NOTES)
    began = time.monotonic()
    assert start_onrecord("run", tmp_path / "whole", notes, "--jobs", "1").wait() == 0
    whole_s = time.monotonic() - began
    expected = exported(tmp_path / "whole")
    assert expected["incidents"].count("\n") > 1
    moments = random.Random(1947)  # noqa: S311 - the same moments every time
    hits = 0
    for number in range(KILLS):
        case = tmp_path / f"case-{number}"
        hits += kill_at(case, notes, moments.uniform(0.05, 1.0) * whole_s)
        if (case / "case.db").exists():
            after_kill = run_onrecord("verify", str(case))
            assert after_kill.code in (0, 3), after_kill.out
        assert run_onrecord("run", str(case), str(notes)).code == 0
        verified = run_onrecord("verify", str(case))
        assert (verified.code, verified.err) == (0, "")
        assert exported(case) == expected
    assert hits >= KILLS // 2
