"""Promise: every row of somebody's table becomes a claim of its recorder, or is named as failed."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.behaviour.demo_case import run_onrecord

TABLE = """code,date,place,latitude,longitude,killed_min,killed_max,injured_min,injured_max,note
V-17,2021-03-04,Tarvel,36.1,37.2,2,4,,,first
V-18,2021-03-04,Tarvel,36.1,37.2,,,0,0,second
V-19,2021-03-09,Ostrel,,,1,1,3,5,
V-20,,,,,9,9,,,nowhere and never
"""
STATEMENT = (
    "March 4, 2021, near Tarvel, via the Varnian Harm Monitor. Our files were searched "
    "and no strikes were conducted in the area on that date.\n\n"
    "March 9, 2021, in Ostrel, via the Varnian Harm Monitor. The allegation is not credible."
)


def imported(folder: Path, table: str = TABLE, *options: str, name: str = "strikes.csv") -> Path:
    (folder / name).write_text(table, encoding="utf-8")
    case = folder / "case"
    run_onrecord("import", str(case), str(folder / name), *options, "--jobs", "1")
    return case


def records(case: Path, what: str) -> list[dict[str, Any]]:
    ran = run_onrecord("export", str(case), "--what", what, "--format", "jsonl")
    return [json.loads(line) for line in ran.out.split("\n") if line]


def test_a_row_is_one_claim_of_its_recorder_with_its_cells_as_its_words(tmp_path: Path) -> None:
    case = imported(tmp_path, TABLE, "--recorder", "Varnian Harm Monitor", "--accused", "Russia")

    claim = next(c for c in records(case, "claims") if c["document"].endswith("/V-17"))

    assert claim["speakers"] == ["Varnian Harm Monitor"]
    assert claim["type"] == "casualty_count"
    assert claim["unit"] == "incident"
    assert [(c["harm"], c["min"], c["max"], c["text"]) for c in claim["counts"]] == [
        ("killed", 2, 4, "2")
    ]
    assert claim["when"]["from"] == "2021-03-04"
    assert claim["when"]["text"] == "2021-03-04"
    assert (claim["places"][0]["name"], claim["places"][0]["lat"]) == ("Tarvel", 36.1)
    assert claim["parties"][0]["name"] == "Russian Armed Forces"
    assert claim["quote"][claim["counts"][0]["start"]] == "2"


def test_an_empty_cell_is_unknown_and_a_zero_is_a_zero(tmp_path: Path) -> None:
    case = imported(tmp_path)

    claim = next(c for c in records(case, "claims") if c["document"].endswith("/V-18"))

    assert [(c["harm"], c["min"], c["max"]) for c in claim["counts"]] == [("injured", 0, 0)]


def test_rows_of_one_table_are_different_attacks(tmp_path: Path) -> None:
    case = imported(tmp_path)

    assert len(records(case, "incidents")) == 3


def test_a_row_without_day_and_place_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "strikes.csv").write_text(TABLE, encoding="utf-8")

    ran = run_onrecord("import", str(tmp_path / "case"), str(tmp_path / "strikes.csv"))

    assert ran.code == 1
    assert "strikes.csv:4" in ran.err
    assert "no date and no place" in ran.err
    assert len(records(tmp_path / "case", "documents")) == 3


def test_the_same_table_again_adds_nothing_and_the_case_verifies(tmp_path: Path) -> None:
    case = imported(tmp_path)
    before = records(case, "incidents")

    again = run_onrecord("import", str(case), str(tmp_path / "strikes.csv"))

    assert "3 known before" in again.err
    assert records(case, "incidents") == before
    assert run_onrecord("verify", str(case)).code == 0


def test_an_answer_that_names_day_and_place_answers_that_row_alone(tmp_path: Path) -> None:
    case = imported(
        tmp_path, TABLE.replace("V-18,2021-03-04", "V-18,2021-05-04"), "--accused", "Russia"
    )
    line = {
        "id": "s1",
        "text": STATEMENT,
        "published_date": "2021-06-01",
        "publisher": "Russian Ministry of Defense",
    }
    (tmp_path / "said.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (tmp_path / "places.csv").write_text(
        "name,alternate_names,lat,lon,admin1,country,population\n"
        "Tarvel,,36.1,37.2,,SY,900\nOstrel,,36.6,37.9,,SY,900\n"
    )
    places = ("--gazetteer", str(tmp_path / "places.csv"))
    run_onrecord("run", str(case), str(tmp_path / "said.jsonl"), *places, "--jobs", "1")

    met = [a for a in records(case, "answers") if a["relation"] == "responds_to"]

    assert {code for answer in met for code in answer["codes"]} == {"V-17", "V-19"}
    assert all(len(answer["codes"]) == 1 for answer in met)


def test_geojson_gives_the_place_of_its_points(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [37.2, 36.1]},
        "properties": {"id": 5, "date": "2021-03-04", "location": "Tarvel", "deaths": 3},
    }
    table = json.dumps({"type": "FeatureCollection", "features": [feature]})
    case = imported(tmp_path, table, name="points.geojson")

    (claim,) = records(case, "claims")

    assert (claim["places"][0]["lat"], claim["places"][0]["lon"]) == (36.1, 37.2)
    assert [(c["min"], c["max"]) for c in claim["counts"]] == [(3, 3)]


def test_hxl_tags_name_the_columns(tmp_path: Path) -> None:
    table = "When,Where,Dead\n#date,#loc+name,#affected+killed\n2021-03-04,Tarvel,6\n"
    case = imported(tmp_path, table, "--as", "hxl")

    (claim,) = records(case, "claims")

    assert claim["counts"][0]["min"] == 6
    assert claim["places"][0]["name"] == "Tarvel"


@pytest.mark.parametrize(
    ("mapping", "table", "bounds", "parties"),
    [
        (
            "ucdp",
            "id,date_start,date_end,where_coordinates,country,latitude,longitude,side_a,side_b,"
            "best,low,high,deaths_civilians\n9,2021-03-04,2021-03-05,Tarvel,Syria,36,37,"
            "Government of Syria,Tarvel Front,5,4,8,2\n",
            (4, 8),
            2,
        ),
        (
            "acled",
            "event_id_cnty,event_date,location,country,latitude,longitude,fatalities,actor1\n"
            "SYR1,04 March 2021,Tarvel,Syria,36,37,5,Tarvel Front\n",
            (5, 5),
            1,
        ),
    ],
)
def test_event_data_sets_have_mappings_of_their_own(
    tmp_path: Path, mapping: str, table: str, bounds: tuple[int, int], parties: int
) -> None:
    case = imported(tmp_path, table, "--as", mapping)

    (claim,) = records(case, "claims")

    assert (claim["counts"][0]["min"], claim["counts"][0]["max"]) == bounds
    assert claim["when"]["from"] == "2021-03-04"
    assert {party["role"] for party in claim["parties"]} == {"other"}
    assert len(claim["parties"]) == parties
    assert claim["places"][0]["country"] == "SY"


def test_a_mapping_of_ones_own_names_the_columns(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[columns]\ndate = "jour"\nplace = ["lieu"]\n')
    case = imported(tmp_path, "jour;lieu\n2021-03-04;Tarvel\n", "--as", str(tmp_path / "mine.toml"))

    (claim,) = records(case, "claims")

    assert claim["type"] == "attack"
    assert claim["places"][0]["name"] == "Tarvel"


@pytest.mark.parametrize("content", ["[columns]\nwho = 'a'\n", "columns = 1\n", "[[["])
def test_a_mapping_that_cannot_be_used_is_refused_with_what_to_do(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "bad.toml").write_text(content)
    (tmp_path / "t.csv").write_text("date\n2021-03-04\n")

    ran = run_onrecord(
        "import", str(tmp_path / "c"), str(tmp_path / "t.csv"), "--as", str(tmp_path / "bad.toml")
    )

    assert ran.code == 2
    assert "cannot be used" in ran.err
    assert "recorder" in ran.err


def test_a_table_of_unknown_columns_or_kind_is_named_as_failed(tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("a,b\n1,2\n")
    (tmp_path / "sheet.xlsx").write_bytes(b"PK\x03\x04\xff\xfe\x00")

    odd = run_onrecord("import", str(tmp_path / "c1"), str(tmp_path / "odd.csv"))
    sheet = run_onrecord("import", str(tmp_path / "c2"), str(tmp_path / "sheet.xlsx"))

    assert odd.code == sheet.code == 1
    assert "no column of the table is known" in odd.err
    assert "save it as XLSX or CSV" in sheet.err


def test_a_spreadsheet_gives_the_same_claims_as_its_csv(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in csv.reader(TABLE.splitlines()):
        book.worksheets[0].append([int(cell) if cell.isdigit() else cell for cell in line])
    book.save(tmp_path / "strikes.xlsx")
    (tmp_path / "one").mkdir()
    plain = imported(tmp_path / "one")

    run_onrecord("import", str(tmp_path / "case"), str(tmp_path / "strikes.xlsx"), "--jobs", "1")

    def told(case: Path) -> list[list[Any]]:
        keys = ("quote", "counts", "when", "parties", "speakers")
        return sorted([claim[key] for key in keys] for claim in records(case, "claims"))

    assert told(tmp_path / "case") == told(plain)


def test_a_preview_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "strikes.csv").write_text(TABLE, encoding="utf-8")

    ran = run_onrecord("import", str(tmp_path / "case"), str(tmp_path / "strikes.csv"), "--preview")

    assert ran.code == 0
    assert "V-17" in ran.out
    assert "killed_max: 4" in ran.out
    assert not (tmp_path / "case").exists()
