"""The desk: what is brought in is never lost, and nobody waits for it without being told."""

import time
from pathlib import Path

import pytest

from onrecord.model.remark import RemarkKind
from onrecord.pipeline.remarking import Draft
from onrecord.pipeline.report import utc_now
from onrecord.store.case import open_case
from onrecord.store.errors import CaseBusy
from onrecord.web import desk as desks
from onrecord.web.desk import Desk

REPORT = "A shell hit a house in Tarvel on 4 March 2021, killing two people, residents said.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    case = tmp_path / "case"
    with open_case(case, by="ana", clock=utc_now, create=True):
        pass
    return Desk(case=case, name="case", by="ana")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    brought = tmp_path / "brought"
    brought.mkdir()
    (brought / "note.txt").write_text(REPORT)
    return brought


def wait(desk: Desk) -> None:
    until = time.monotonic() + 60
    while desk.work.busy:
        assert time.monotonic() < until
        time.sleep(0.02)


def test_what_is_brought_in_waits_until_another_program_has_written(
    desk: Desk, folder: Path
) -> None:
    with open_case(desk.case, by="ben", clock=utc_now):
        desk.bring(folder)
        time.sleep(0.3)
        assert desk.work.busy
        assert folder.is_dir()
    wait(desk)

    assert desk.work.problem == ""
    with desk.view() as view:
        assert [one.id for one in view.documents()] == ["note"]
    until = time.monotonic() + 10
    while folder.exists():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_what_is_brought_in_is_kept_where_the_case_stays_in_use(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "_PATIENCE_OF_READING_S", 0.1)
    with open_case(desk.case, by="ben", clock=utc_now):
        desk.bring(folder)
        wait(desk)

    assert str(folder) in desk.work.problem
    assert (folder / "note.txt").read_text() == REPORT


def test_a_fault_that_nobody_expected_is_told(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_arguments: object, **_named: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(desks, "run", break_down)
    desk.bring(folder)
    wait(desk)

    assert "something broke" in desk.work.problem


def test_of_two_readings_the_second_begins_when_the_first_has_told_its_end(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "second.txt").write_text("Four people were killed in Merrin on 6 March 2021.\n")

    desk.bring(folder)
    desk.bring(other)
    for _ in range(600):
        with desk.view() as view:
            if len(view.documents()) == 2:
                break
        time.sleep(0.05)
    wait(desk)

    assert desk.work.reports[0].step == "ingest"
    assert desk.work.reports[0].kept == 1


def test_whoever_enters_something_while_a_case_is_in_use_is_told_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "_PATIENCE_S", 0.1)
    draft = Draft(kind=RemarkKind.SEARCH, subjects=("x",), words="x")
    with desk._writing, pytest.raises(CaseBusy):
        desk.remark(draft)
    with open_case(desk.case, by="ben", clock=utc_now), pytest.raises(CaseBusy):
        desk.remark(draft)

    assert desk.remark(draft).by == "ana"
