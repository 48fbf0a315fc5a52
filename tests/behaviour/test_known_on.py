"""Promise: as known on a day, a case is what it would be had it been made on that day."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.behaviour.demo_case import demo_folder, in_folder, run_onrecord
from tests.behaviour.invented import write_invented

from onrecord.store.searching import IncidentQuery
from onrecord.web.desk import Desk

DAY = "2021-03-08"
WHATS = ("claims", "incidents", "tallies", "sums", "answers", "asides")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A case of ten notes of ten days, and one of the notes of the first days alone."""
    folder = tmp_path_factory.mktemp("known")
    notes = write_invented(folder / "notes", 10)
    rows = (notes / "documents.csv").read_text("utf-8").splitlines()
    early = folder / "early"
    early.mkdir()
    kept = [row for row in rows[1:] if row.rpartition(",")[2] <= DAY]
    (early / "documents.csv").write_text("\n".join([rows[0], *kept]) + "\n", encoding="utf-8")
    for row in kept:
        name = row.partition(",")[0]
        (early / name).write_bytes((notes / name).read_bytes())
    made = folder / "all.case", folder / "early.case"
    for case, source in zip(made, (notes, early), strict=True):
        assert run_onrecord("run", str(case), str(source)).code == 0
    return made


def export(case: Path, what: str, *more: str) -> str:
    ran = run_onrecord("export", str(case), "--what", what, *more)
    assert ran.code == 0, ran.err
    return ran.out


@pytest.mark.parametrize("what", WHATS)
def test_a_case_as_known_on_a_day_is_the_case_made_on_that_day(
    cases: tuple[Path, Path], what: str
) -> None:
    whole, early = cases

    assert export(whole, what, "--as-known-on", DAY) == export(early, what)
    assert export(whole, what) != export(early, what) or what in {"tallies", "asides", "answers"}


def test_looking_at_the_past_touches_nothing(cases: tuple[Path, Path]) -> None:
    whole, _ = cases
    before = {path: path.read_bytes() for path in whole.rglob("*") if path.is_file()}
    run_onrecord("show", str(whole), "--as-known-on", DAY)

    assert {path: path.read_bytes() for path in whole.rglob("*") if path.is_file()} == before


def test_an_incident_of_today_is_found_by_its_identifier_or_was_not_known(
    cases: tuple[Path, Path],
) -> None:
    whole, _ = cases
    incidents = [json.loads(line) for line in export(whole, "incidents").splitlines()]
    first = min(incidents, key=lambda one: one["when"]["from"])
    last = max(incidents, key=lambda one: one["when"]["from"])
    told = [
        run_onrecord("show", str(whole), "incident", one["id"], "--as-known-on", DAY).out
        for one in (first, last)
    ]

    assert first["title"] in told[0]
    assert "nothing was known of it then" in told[1]
    assert f"As known on {DAY}" in told[0]


def show_sums(*options: str) -> str:
    with in_folder(demo_folder()):
        ran = run_onrecord("show", "demo.case", "tally", *options)
    assert ran.code == 0, ran.err
    return ran.out


@pytest.mark.parametrize("by", ["place", "country", "month"])
def test_sums_by_place_and_month_add_up_to_the_whole(by: str) -> None:
    def least(*more: str) -> int:
        with in_folder(demo_folder()):
            ran = run_onrecord("export", "demo.case", "--what", "sums", *more)
        rows = [json.loads(line) for line in ran.out.splitlines()]
        return sum(one["min"] for one in rows if (one["harm"], one["class"]) == ("killed", None))

    assert least("--by", by) == least() > 0


def test_sums_by_party_warn_that_one_incident_stands_in_several_lines() -> None:
    assert "not to be added to each other" in show_sums("--by", "party")
    assert "not to be added" not in show_sums("--by", "month")


def test_a_selection_tells_what_it_leaves_out() -> None:
    told = show_sums("--place", "Ostren")

    assert "Left out, though they may belong here" in told


def test_options_of_sums_go_with_tally_alone() -> None:
    with in_folder(demo_folder()):
        shown = run_onrecord("show", "demo.case", "incident", "--by", "place")
        exported = run_onrecord("export", "demo.case", "--what", "claims", "--by", "place")

    assert (shown.code, exported.code) == (2, 2)


def test_a_past_day_holds_up_nobody_and_its_files_go_when_others_are_asked_for(
    tmp_path: Path,
) -> None:
    case = Path(shutil.copytree(demo_folder() / "demo.case", tmp_path / "demo.case"))
    desk = Desk(case=case, name="demo.case", by="tester")
    with desk.catalogue() as today:
        incidents = today.add_up(IncidentQuery()).incidents
    for day in range(1, 6):
        with desk.catalogue(date(2023, 6, day)) as past, desk.catalogue() as today:
            assert past.add_up(IncidentQuery()).incidents <= incidents
            assert today.add_up(IncidentQuery()).incidents == incidents
        (case / "workbench" / f"known-2023-06-{day:02}.db-wal").touch()

    left = {path.name[:19] for path in (case / "workbench").glob("known-*")}
    assert len(left) == 3

    with desk._recalling, desk.catalogue() as today:
        assert today.count_documents()
