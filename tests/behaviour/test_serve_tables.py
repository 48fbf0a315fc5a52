"""Promise: a table of incidents is looked at, given its meaning column by column, and taken in."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Page, Visitor, serve_case

KNOWN = "code,date,place,killed_min,killed_max,party\nA-1,2021-03-04,Tarvel,2,3,army of Vostria\n"
OWN = """Nummer;Tag;Ort;Tote
x1;2021-03-04;Tarvel;4
x2;not a day;Merrin;5
x3;;;6
x4;2021-03-06;Merrin;7
"""


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    with serve_case(tmp_path / "case") as served:
        served.enter()
        yield served


def send_file(visitor: Visitor, name: str, content: bytes) -> Page:
    return visitor.upload("tables", "table", [(name, content)])


def list_killed(visitor: Visitor) -> list[tuple[int, int]]:
    lines = json.loads(visitor.get("incidents?form=json").text)
    return sorted((line["killed_min"], line["killed_max"]) for line in lines)


def test_a_table_is_previewed_before_anything_is_kept(visitor: Visitor) -> None:
    page = send_file(visitor, "strikes.csv", KNOWN.encode())

    assert page.status == 200
    assert "A-1" in page.text
    assert re.search(r'<option value="killed_min" selected>', page.text)
    assert json.loads(visitor.get("incidents?form=json").text) == []
    assert "strikes.csv" in visitor.get("tables").text


def test_the_rows_of_a_known_table_are_taken_in(visitor: Visitor, tmp_path: Path) -> None:
    page = send_file(visitor, "strikes.csv", KNOWN.encode())

    visitor.post(page.address.split(visitor.base)[1], {"as": "recorder", "recorder": "Quarrel"})
    visitor.wait_until_read()

    assert list_killed(visitor) == [(2, 3)]
    assert run_onrecord("verify", str(tmp_path / "case")).code == 0
    assert "strikes.csv" not in visitor.get("tables").text


def test_columns_of_any_name_are_given_their_meaning_and_a_row_that_says_too_little_is_named(
    visitor: Visitor,
) -> None:
    page = send_file(visitor, "eigene.csv", OWN.encode())
    there = page.address.split(visitor.base)[1]
    meant = {"as": "own", "col-0": "code", "col-1": "date", "col-2": "place", "col-3": "killed"}
    query = "&".join(f"{key}={value}" for key, value in meant.items())

    assert "no column of the table is known" in page.text
    assert "x1" in visitor.get(f"{there}?{query}").text
    visitor.post(there, {**meant, "recorder": "Quarrel Monitor"})
    told = visitor.wait_until_read()

    assert "1 failed" in told
    assert "<bdi>eigene.csv:3</bdi>: the row gives no date and no place" in told
    assert list_killed(visitor) == [(4, 4), (5, 5), (7, 7)]


def test_a_spreadsheet_is_read_as_well(visitor: Visitor) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in KNOWN.strip().split("\n"):
        sheet.append(line.split(","))
    written = io.BytesIO()
    book.save(written)

    assert "A-1" in send_file(visitor, "strikes.xlsx", written.getvalue()).text


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"PK\x03\x04broken", b"just words\n"])
def test_what_is_no_table_is_said_to_be_none_and_can_be_left(
    visitor: Visitor, content: bytes
) -> None:
    page = send_file(visitor, "../../evil<b>.csv", content)

    assert page.status in (200, 400)
    assert "evil<b>" not in page.text
    there = page.address.split(visitor.base)[1]
    visitor.post(there, {"do": "drop"})
    assert visitor.get(there).status == 404


def test_a_token_from_elsewhere_leads_nowhere(visitor: Visitor) -> None:
    assert visitor.get("tables/..%2F..%2Fcase.db").status == 404
    assert visitor.get("tables/12345678").status == 404
    assert visitor.post("tables", {}).status == 400


def test_a_table_is_taken_in_once_however_often_its_form_is_sent(visitor: Visitor) -> None:
    page = send_file(visitor, "strikes.csv", KNOWN.encode())
    there = page.address.split(visitor.base)[1]

    visitor.post(there, {"as": "recorder"})

    assert visitor.post(there, {"as": "recorder"}).status == 404
    visitor.wait_until_read()
    assert list_killed(visitor) == [(2, 3)]


def test_following_a_link_drops_no_table(visitor: Visitor) -> None:
    page = send_file(visitor, "strikes.csv", KNOWN.encode())
    there = page.address.split(visitor.base)[1]

    assert visitor.get(f"{there}?do=drop").status == 200
    assert visitor.get(there).status == 200


def test_more_files_than_are_read_at_once_are_refused_and_none_is_dropped(
    visitor: Visitor,
) -> None:
    files = [(f"note-{number}.txt", b"Two people were killed.") for number in range(201)]

    page = visitor.upload("add", "files", files)

    assert page.status == 400
    assert "At most 200 files at once" in page.text
    assert "note-1" not in visitor.get("d").text
