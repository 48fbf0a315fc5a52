"""Promise: a large case is counted anew beside its pages, and comes to what counting at once does."""

import shutil
import time
from pathlib import Path

import pytest
from tests.behaviour.demo_case import demo_folder, run_onrecord

from onrecord.model.decision import DecisionKind
from onrecord.pipeline.deciding import decide
from onrecord.pipeline.linking import link
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.reckoning import awaits_counting, reckon
from onrecord.pipeline.tallying import tally
from onrecord.store.case import open_case, open_case_for_reading
from onrecord.web import desk as desks
from onrecord.web.desk import Desk

NOW = "2024-01-01T00:00:00Z"
TABLES = ("clusters", "utterances", "copies", "candidates", "relations", "weights", "incidents")


def clock() -> str:
    return NOW


def copy_demo(folder: Path) -> Path:
    return Path(shutil.copytree(demo_folder() / "demo.case", folder / "demo.case"))


def list_rows(case: Path) -> dict[str, list[str]]:
    with open_case_for_reading(case) as store:
        return {name: store.rows(name) for name in TABLES}


def find_incident(case: Path) -> str:
    with open_case_for_reading(case) as store:
        return store.rows("clusters")[0].partition('"id":"')[2].partition('"')[0]


def test_counting_beside_comes_to_what_counting_at_once_does(tmp_path: Path) -> None:
    one, other = copy_demo(tmp_path / "one"), copy_demo(tmp_path / "other")
    incident = find_incident(one)
    for case in (one, other):
        with open_case(case, by="a coder", clock=clock) as store:
            decide(store, DecisionKind.DISCOUNT, [incident], reason="no such attack", by="a coder")
    rooms = real_rooms()

    assert reckon(one, by="a coder", rooms=rooms, clock=clock)
    with open_case(other, by="a coder", clock=clock) as store:
        link(store, rooms=rooms)
        tally(store, rooms=rooms)

    assert list_rows(one) == list_rows(other)
    assert not reckon(one, by="a coder", rooms=rooms, clock=clock)
    assert run_onrecord("verify", str(one)).code == 0


def test_a_decision_on_a_large_case_is_kept_at_once_and_counted_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "_FEW_DOCUMENTS", 0)
    case = copy_demo(tmp_path)
    desk = Desk(case=case, name="demo.case", by="a coder")

    decision = desk.decide(DecisionKind.DISCOUNT, [find_incident(case)], reason="no such attack")
    with desk.view() as view:
        assert decision in view.decisions()
    wait_for(desk)

    with desk.view() as view:
        assert not awaits_counting(view.store)
    assert desk.reckoner.problem == ""


def test_what_was_decided_before_the_workbench_ended_is_counted_when_it_begins(
    tmp_path: Path,
) -> None:
    case = copy_demo(tmp_path)
    with open_case(case, by="a coder", clock=clock) as store:
        incident = find_incident(case)
        decide(store, DecisionKind.DISCOUNT, [incident], reason="no such attack", by="a coder")
    desk = Desk(case=case, name="demo.case", by="a coder")

    desk.catch_up()
    wait_for(desk)

    with desk.view() as view:
        assert not awaits_counting(view.store)


def wait_for(desk: Desk) -> None:
    """Returns once nothing is being counted; fails where the counting does not end."""
    until = time.monotonic() + 120
    while desk.reckoner.busy:
        assert time.monotonic() < until, "the counting does not end"
        time.sleep(0.05)
