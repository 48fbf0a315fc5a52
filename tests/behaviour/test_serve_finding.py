"""Promise: incidents are found by place, distance, day of knowledge and kept searches, as data too."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Visitor, serve_case

TABLE = """name,lat,lon,country
Upper Tarvel,33.50,36.30,SY
Lower Tarvel,33.52,36.31,SY
Far Merrin,36.20,37.10,SY
"""
REPORTS = {
    "a.txt": "Two people were killed when a shell hit a house in Upper Tarvel on 4 March 2021, the Quarrel Monitor said.\n",
    "b.txt": "Three people were killed when a shell hit a school in Lower Tarvel on 9 May 2021, the Quarrel Monitor said.\n",
    "c.txt": "Five people were killed when a shell hit a market in Far Merrin on 2 June 2021, the Quarrel Monitor said.\n",
}  # fmt: skip
DAYS = "file,publisher,published\na.txt,Orlan Daily,2021-03-05\nb.txt,Orlan Daily,2021-05-10\nc.txt,Orlan Daily,2021-06-03\n"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    root = tmp_path_factory.mktemp("finding")
    folder = root / "in"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    (folder / "documents.csv").write_text(DAYS)
    (root / "places.csv").write_text(TABLE)
    places = ("--gazetteer", str(root / "places.csv"))
    run_onrecord("run", str(root / "case"), str(folder), *places, "--jobs", "1")
    with serve_case(root / "case") as visitor:
        visitor.enter()
        yield visitor


def list_killed(visitor: Visitor, query: str) -> list[int]:
    return sorted(
        line["killed_min"] for line in json.loads(visitor.get(f"incidents?{query}&form=json").text)
    )


@pytest.mark.parametrize(
    ("query", "killed"),
    [
        ("near=33.50%2C36.30&km=1", [2]),
        ("near=33.50%2C36.30&km=10", [2, 3]),
        ("near=upper+tarvel&km=10", [2, 3]),
        ("near=33.50+36.30&km=1000", [2, 3, 5]),
        ("near=nowhere", []),
        ("near=far+merrin", [5]),
    ],
)
def test_incidents_are_found_by_their_distance(
    shown: Visitor, query: str, killed: list[int]
) -> None:
    assert list_killed(shown, query) == killed


def test_a_list_shows_what_was_known_on_a_day(shown: Visitor) -> None:
    assert list_killed(shown, "on=2021-05-31") == [2, 3]
    assert list_killed(shown, "on=2021-03-04") == []
    page = shown.get("incidents?on=2021-05-31")
    assert "As known on 31 May 2021" in page.text
    there = re.findall(r'href="(/c/[^"]+/i/[^"]+\?on=2021-05-31)"', page.text)[0]
    past = shown.get(there)
    assert "As known on 31 May 2021" in past.text
    assert "Save the decision" not in past.text


def test_sums_show_what_was_known_on_a_day_and_are_one_click_from_their_data(
    shown: Visitor,
) -> None:
    def total(query: str) -> int:
        rows = json.loads(shown.get(f"t?form=json&{query}").text)
        return next(
            int(row["min"]) for row in rows if (row["harm"], row["class"]) == ("killed", None)
        )

    assert total("") == 10
    assert total("on=2021-05-31") == 5
    rows = list(csv.DictReader(io.StringIO(shown.get("t?by=month&form=csv").text)))
    assert {row["key"] for row in rows} == {"", "2021-03", "2021-05", "2021-06"}


def test_points_of_the_map_and_months_lead_to_the_list_behind_them(shown: Visitor) -> None:
    page = shown.get("incidents").text
    maps = re.findall(r'<a href="([^"]+near=[^"]+)"', page)
    months = re.findall(r'<a href="([^"]+from=2021-05-01[^"]+)"', page)

    assert len(maps) == 3
    assert "1 match" in shown.get(maps[0].replace("&amp;", "&")).text
    found = shown.get(months[0].replace("&amp;", "&")).text
    assert "1 match" in found
    assert (
        len(re.findall(r'<a href="[^"]+near=[^"]+from=|<a href="[^"]+from=[^"]+near=', found)) == 1
    )


def test_a_search_is_kept_under_a_name_and_forgotten(shown: Visitor) -> None:
    page = shown.get("incidents?near=far+merrin&km=5").text
    subject = re.findall(r'name="subject" value="(\?[^"]+)"', page)[0].replace("&amp;", "&")
    back = f"/c/{shown.case}/search"
    fields = {"kind": "search", "subject": subject, "words": "Merrin road", "back": back}

    kept = shown.post("remark", fields).text

    assert "Merrin road" in kept
    there = re.findall(r'href="([^"]+)" data-row><bdi>Merrin road', kept)[0].replace("&amp;", "&")
    assert "1 match" in shown.get(there).text
    about = re.findall(r'name="about" value="(r-[0-9a-f]+)"', kept)[0]
    shown.post("remark", {"kind": "withdrawal", "about": about, "back": back})
    assert "Merrin road" not in shown.get("search").text


def test_documents_and_the_claims_of_an_incident_are_one_click_from_their_data(
    shown: Visitor,
) -> None:
    listed = list(csv.DictReader(io.StringIO(shown.get("d?form=csv").text)))
    line = json.loads(shown.get("incidents?form=json").text)[0]
    claims = list(csv.DictReader(io.StringIO(shown.get(f"i/{line['id']}?form=csv").text)))

    assert len(listed) == 3
    assert any(row["harm"] == "killed" and row["min"] == str(line["killed_min"]) for row in claims)


@pytest.mark.parametrize("query", ["near=%27%3B--&km=-1", "near=99,999&km=99999999", "on=2021-13-45", "near=1e9,2"])  # fmt: skip
def test_odd_places_and_days_are_answered_calmly(shown: Visitor, query: str) -> None:
    assert shown.get(f"incidents?{query}").status == 200
