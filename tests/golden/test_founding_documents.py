"""The founding documents, read from bytes to sums, give what DOMAIN.md section 13 says.

Reads ../shared, which is not part of the project; without it these tests skip aloud.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "founding").is_dir(),
    reason=f"no founding documents at {SHARED}: put shared/ there",
)
FORBIDDEN = {93, 295, 89, 22, 2061, 1522}


def onrecord(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("founding") / "founding.case"
    result = onrecord("run", str(folder), str(SHARED / "founding"))
    assert result.returncode == 0, result.stderr
    return folder


def export(case: Path, what: str) -> list[dict[str, Any]]:
    result = onrecord("export", str(case), "--what", what, "--format", "jsonl")
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.split("\n") if line]


@pytest.fixture(scope="module")
def incidents(case: Path) -> dict[str, dict[str, Any]]:
    return {incident["when"]["from"]: incident for incident in export(case, "incidents")}


def shape(value: dict[str, Any] | None) -> tuple[int, int, bool] | None:
    return None if value is None else (value["min"], value["max"], value["open"])


def test_there_are_four_incidents(incidents: dict[str, dict[str, Any]]) -> None:
    assert sorted(incidents) == ["2015-10-15", "2015-11-29", "2015-12-20", "2022-09-08"]


def test_ariha(incidents: dict[str, dict[str, Any]]) -> None:
    ariha = incidents["2015-11-29"]

    assert ariha["place"]["name"] == "Ariha"
    assert shape(ariha["killed"]) == (44, 49, False)
    assert ariha["killed"]["best"] == 49
    assert shape(ariha["by_class"]["killed"]["civilian"]) == (44, 49, False)
    assert ariha["by_class"]["killed"]["civilian"]["presumed"] is True
    assert ariha["injured"] is None
    assert (ariha["grade"], ariha["official_response"]) == ("fair", "denied_generic")
    assert ariha["independent_originators"] == {"certain": 1, "possible": 2}


def test_al_ghanto(incidents: dict[str, dict[str, Any]]) -> None:
    ghanto = incidents["2015-10-15"]
    killed = ghanto["by_class"]["killed"]

    assert shape(ghanto["killed"]) == (46, 46, True)
    assert shape(killed["civilian"]) == (46, 46, True)
    assert (killed["child"]["min"], killed["woman"]["min"]) == (32, 11)
    others = next(proof for proof in ghanto["proofs"] if proof["class"] == "others")
    assert (others["min"], others["max"]) == (3, None)
    assert ghanto["injured"] is None
    assert (ghanto["grade"], ghanto["official_response"]) == ("weak", "denied_generic")


def test_hafsarja(incidents: dict[str, dict[str, Any]]) -> None:
    hafsarja = incidents["2022-09-08"]
    killed = hafsarja["by_class"]["killed"]
    core = {party["name"] for party in hafsarja["parties"] if party["core"]}

    assert hafsarja["place"]["name"] == "Hafsarja"
    assert shape(hafsarja["killed"]) == (7, 7, True)
    assert killed["child"]["min"] == 2
    assert (killed["civilian"]["min"], killed["civilian"]["open"]) == (2, True)
    assert killed["civilian"]["max"] in (None, 2)
    assert killed["civilian"]["presumed"] is False
    assert "Human Rights" not in {
        party for each in hafsarja["parties"] for party in each["named_by"]
    }
    assert shape(hafsarja["injured"]) == (15, 15, False)
    assert core == {"Russian Armed Forces"}
    assert "Government of Syria" in {party["name"] for party in hafsarja["parties"]}
    assert (hafsarja["grade"], hafsarja["official_response"]) == ("fair", "no_comment")
    assert {"air_strike", "ballistic_missile"} <= set(hafsarja["weapons"])


def test_an_attack_without_place_or_number_is_kept_ungraded(
    incidents: dict[str, dict[str, Any]],
) -> None:
    unlocated = incidents["2015-12-20"]

    assert unlocated["killed"] is None
    assert unlocated["injured"] is None
    assert unlocated["grade"] == "ungraded"


def test_the_sums(case: Path) -> None:
    sums = {(s["harm"], s["class"]): s for s in export(case, "sums")}
    floors = {
        ("killed", None): 97,
        ("killed", "civilian"): 92,
        ("killed", "child"): 34,
        ("killed", "woman"): 11,
        ("injured", None): 15,
    }

    assert {key: sums[key]["min"] for key in floors} == floors
    assert all(sums[key]["open"] for key in floors)
    assert len(sums["killed", None]["without"]) == 1
    assert len(sums["injured", None]["without"]) == 3


def test_the_january_tally_leaves_563_for_whoever_is_not_named(case: Path) -> None:
    january = next(t for t in export(case, "tallies") if t["total"] and t["total"]["min"] == 1382)

    assert january["recorder"] == "Syrian Network for Human Rights"
    assert sorted(part["min"] for part in january["parts"]) == [42, 98, 679]
    assert january["residual"]["max"] == 563
    assert january["check"] == "holds"


def test_numbers_that_nobody_may_read_off_do_not_appear(case: Path) -> None:
    shown = onrecord("show", str(case)).stdout
    numbers = {int(n.replace(",", "")) for n in re.findall(r"(?<![\w-])\d[\d,]*(?![\w-])", shown)}
    killed = [i["killed"] for i in export(case, "incidents") if i["killed"]]

    assert not numbers & FORBIDDEN
    assert all(value["max"] not in (100_000, 250_000) for value in killed)


def test_estimates_are_refused_with_the_reason(case: Path) -> None:
    shown = onrecord("show", str(case)).stdout

    assert "refused" in shown
    assert "lists of named victims" in " ".join(shown.split())


def test_the_reader_keeps_its_floors_on_the_hand_made_readings(case: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    onrecord("export", str(case), "--what", "claims", "--format", "jsonl", "--to", str(found))
    gold = sorted(str(path) for path in (SHARED / "gold").glob("*.claims.jsonl"))
    script = str(SHARED / "bench" / "score_claims.py")
    result = subprocess.run(  # noqa: S603
        [sys.executable, script, str(found), *gold], capture_output=True, text=True, check=True
    )
    report = json.loads(result.stdout)

    assert report["claims_found_by_span"]["f1"] >= 0.80
    assert report["claims_of_right_type"]["f1"] >= 0.80
    assert report["victim_counts (harm, min, max)"]["f1"] >= 0.95
    assert report["denial_arguments"]["f1"] >= 0.75
    assert report["incident counts that touch no gold count"] == 0


def test_every_quotation_is_in_its_document(case: Path) -> None:
    texts = {path.stem: path.read_bytes().decode() for path in (SHARED / "founding").glob("*.txt")}

    for claim in export(case, "claims"):
        assert claim["in"] == "text"
        assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]
