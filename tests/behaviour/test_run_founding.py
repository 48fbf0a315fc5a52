"""Promise: the founding documents give the table and the sums of the domain guide, and no more."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.demo_case import run_onrecord

FOUNDING = Path(__file__).parents[2].parent / "shared" / "founding"
NEVER = {93, 295, 89, 2061, 1522, 100_000, 250_000}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not FOUNDING.is_dir():
        pytest.skip(f"the founding documents are not at {FOUNDING}")
    case = tmp_path_factory.mktemp("founding") / "case"
    assert run_onrecord("run", str(case), str(FOUNDING)).code == 0
    return case


def exported(case: Path, what: str) -> list[dict[str, Any]]:
    out = run_onrecord("export", str(case), "--what", what, "--format", "jsonl").out
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture(scope="module")
def incidents(case: Path) -> dict[str | None, dict[str, Any]]:
    return {one["when"] and one["when"]["from"]: one for one in exported(case, "incidents")}


def bounds(range: dict[str, Any] | None) -> tuple[int, int | None, bool] | None:
    return None if range is None else (range["min"], range["max"], range["open"])


def test_there_are_four_incidents(incidents: dict[str, Any]) -> None:
    assert set(incidents) == {"2015-11-29", "2015-10-15", "2022-09-08", "2015-12-20"}


def test_the_market_has_two_originators_and_a_contradiction(incidents: dict[str, Any]) -> None:
    market = incidents["2015-11-29"]

    assert bounds(market["killed"]) == (44, 49, False)
    assert market["killed"]["best"] == 49
    assert bounds(market["by_class"]["killed"]["civilian"]) == (44, 49, False)
    assert market["by_class"]["killed"]["civilian"]["presumed"] is True
    assert market["injured"] is None
    assert (market["grade"], market["official_response"]) == ("fair", "denied_generic")


def test_the_village_has_one_originator(incidents: dict[str, Any]) -> None:
    village = incidents["2015-10-15"]
    killed = village["by_class"]["killed"]

    assert bounds(village["killed"]) == (46, 46, True)
    assert [killed[name]["min"] for name in ("civilian", "child", "woman")] == [46, 32, 11]
    assert (village["grade"], village["official_response"]) == ("weak", "denied_generic")


def test_the_latest_attack_keeps_both_weapons_and_both_parties(incidents: dict[str, Any]) -> None:
    latest = incidents["2022-09-08"]
    parties = {party["name"]: party["core"] for party in latest["parties"]}

    assert bounds(latest["killed"]) == (7, 7, True)
    assert latest["by_class"]["killed"]["child"]["min"] == 2
    assert latest["injured"]["min"] == 15
    assert parties["Russian Armed Forces"] is True
    assert len(parties) == 2
    assert len(latest["weapons"]) >= 2
    assert (latest["grade"], latest["official_response"]) == ("fair", "no_comment")


def test_the_attack_nobody_located_stays_without_a_number(incidents: dict[str, Any]) -> None:
    unlocated = incidents["2015-12-20"]

    assert (unlocated["killed"], unlocated["injured"]) == (None, None)
    assert unlocated["grade"] == "ungraded"


def test_the_month_leaves_the_government_at_most_563(case: Path) -> None:
    month = next(one for one in exported(case, "tallies") if one["total"]["min"] == 1382)

    assert sorted(part["min"] for part in month["parts"]) == [42, 98, 679]
    assert month["residual"] == {"min": 563, "max": 563}


def test_no_figure_of_another_kind_is_counted(incidents: dict[str, Any]) -> None:
    numbers = {
        number
        for one in incidents.values()
        for ranges in (one["killed"], one["injured"], *one["by_class"]["killed"].values())
        if ranges is not None
        for number in (ranges["min"], ranges["max"])
    }

    assert not numbers & NEVER


def test_every_quote_stands_in_its_document(case: Path) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FOUNDING.glob("*.txt")}
    claims = exported(case, "claims")

    assert claims
    for claim in claims:
        if claim["in"] == "text":
            assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]


def test_the_case_verifies(case: Path) -> None:
    assert run_onrecord("verify", str(case)).code == 0
