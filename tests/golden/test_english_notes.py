"""The reader keeps its floors on our own notes, by genre, open and kept aside."""

import json
from collections import Counter
from pathlib import Path

import pytest
from benchmarks import golden


@pytest.fixture(scope="module")
def scored() -> golden.Scored:
    return golden.score_notes(golden.load_notes())


def test_no_score_sinks_below_its_floor(scored: golden.Scored) -> None:
    assert golden.sunk(scored, golden.load_floors()) == []


def test_the_floors_belong_to_the_notes_as_they_are() -> None:
    assert golden.load_floors()["digests"] == golden.digest_notes(), (
        "the notes changed: run python benchmarks/golden.py --update-floors"
    )


def test_every_genre_and_part_has_floors(scored: golden.Scored) -> None:
    floors = golden.load_floors()["floors"]

    assert {(genre, part) for genre in floors for part in floors[genre]} == set(scored.tallies)


def test_misses_name_no_note_kept_aside(scored: golden.Scored) -> None:
    aside = {note["id"] for note in golden.load_notes(part="aside")}
    named = {line.split(":")[0].strip() for lines in scored.misses.values() for line in lines}

    assert named
    assert not named & aside


def test_a_lowered_floor_is_refused(
    scored: golden.Scored, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[floors.agency.open]\nclaims = 1.1\n", encoding="utf-8")
    monkeypatch.setattr(golden, "FLOORS", path)

    assert golden.update_floors(scored, lower=False) == 1
    assert json.dumps(golden.load_floors()) == '{"floors": {"agency": {"open": {"claims": 1.1}}}}'


def test_finding_more_claims_is_no_fault_while_as_many_are_right() -> None:
    few = Counter(claims=10, claims_found=10, claims_gold=20, unit=9)
    more = Counter(claims=16, claims_found=20, claims_gold=20, unit=10)

    floors = {"floors": {"all": {"open": golden.of_floors(few)}}}
    scored = golden.Scored({("all", "open"): more})

    assert golden.measures(more)["unit"] < golden.measures(few)["unit"]
    assert [fault for fault in golden.sunk(scored, floors) if "unit" in fault] == []
