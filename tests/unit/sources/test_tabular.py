"""Tables of every kind give the same rows: text under the names of their columns."""

import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest

from onrecord.model.failure import Unreadable
from onrecord.model.table import TableOrder
from onrecord.sources.tabular import Row, list_rows

HEADING = ("code", "date", "place", "killed")
ROWS: Sequence[Sequence[object]] = (
    ("V-17", date(2021, 3, 4), "Tarvel", 2),
    ("V-18", date(2021, 3, 9), "تارفيل", None),
)
EXPECTED: list[Row] = [
    [("code", "V-17"), ("date", "2021-03-04"), ("place", "Tarvel"), ("killed", "2")],
    [("code", "V-18"), ("date", "2021-03-09"), ("place", "تارفيل"), ("killed", "")],
]


def a_workbook(sheets: dict[str, Sequence[Sequence[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def a_parquet_file(folder: Path, select: str) -> bytes:
    path = folder / "t.parquet"
    with duckdb.connect() as made:
        made.execute(f"copy ({select}) to '{path}' (format parquet)")
    return path.read_bytes()


def read(content: bytes, suffix: str = "", **order: object) -> list[Row]:
    return list(list_rows(content, suffix, TableOrder(columns={}, **order)))  # type: ignore[arg-type]


def test_a_spreadsheet_gives_its_first_table_below_any_title() -> None:
    lines = [("Incidents of March",), (), HEADING, *ROWS]
    content = a_workbook({"About": [("made for a test",)], "Strikes": lines})

    assert read(content) == EXPECTED


def test_a_named_sheet_is_read_and_one_that_is_not_there_is_named() -> None:
    content = a_workbook({"One": [HEADING, ROWS[0]], "Two": [HEADING, ROWS[1]]})

    assert read(content, sheet="Two") == EXPECTED[1:]
    with pytest.raises(Unreadable) as raised:
        read(content, sheet="Three")
    assert "One, Two" in raised.value.remedy


def test_tags_of_a_spreadsheet_name_its_columns() -> None:
    content = a_workbook({"hxl": [("When", "Where"), ("#date", "#loc"), (date(2021, 3, 4), "T")]})

    assert read(content, tagged=True) == [[("#date", "2021-03-04"), ("#loc", "T")]]


def test_days_and_times_numbers_and_truths_of_a_spreadsheet_are_text() -> None:
    moment = datetime(2021, 3, 4, 5, 30, tzinfo=UTC).replace(tzinfo=None)
    content = a_workbook({"s": [("a", "b", "c", "d"), (moment, 2.0, 2.5, True)]})

    assert [cell for _, cell in read(content)[0]] == ["2021-03-04T05:30:00", "2", "2.5", "true"]


def test_parquet_gives_the_rows_in_their_order(tmp_path: Path) -> None:
    select = (
        "select * from (values ('V-17', date '2021-03-04', 'Tarvel', 2),"
        " ('V-18', date '2021-03-09', 'تارفيل', null)) t(code, date, place, killed)"
    )

    assert read(a_parquet_file(tmp_path, select)) == EXPECTED


def test_parquet_with_many_rows_keeps_their_order(tmp_path: Path) -> None:
    content = a_parquet_file(tmp_path, "select i as code, [i, 1] as list from range(25000) t(i)")
    rows = read(content)

    assert [row[0][1] for row in rows] == [str(number) for number in range(25000)]
    assert rows[7][1] == ("list", "[7, 1]")


def test_csv_gives_the_same_rows() -> None:
    content = "code;date;place;killed\nV-17;2021-03-04;Tarvel;2\n\nV-18;2021-03-09;تارفيل;\n"

    assert read(content.encode("utf-8-sig"), ".csv") == EXPECTED


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04broken",
        b"PAR1broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken",
        b"\xff\xfe\x00",
    ],
    ids=["archive", "parquet", "xls", "no text"],
)
def test_damaged_tables_say_what_to_do(content: bytes) -> None:
    with pytest.raises(Unreadable) as raised:
        read(content)

    assert "save" in raised.value.remedy


def test_cut_and_changed_spreadsheets_raise_nothing_but_unreadable() -> None:
    whole = a_workbook({"s": [HEADING, *ROWS]})
    for at in range(0, len(whole), 97):
        for damaged in (whole[:at], whole[:at] + b"\x00\xff" + whole[at + 2 :]):
            with suppress(Unreadable):
                read(damaged)


def test_an_archive_that_unpacks_without_measure_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("onrecord.sources.sheets._LARGEST_UNPACKED_BYTES", 1000)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 5000)

    with pytest.raises(Unreadable, match="1 GB"):
        read(kept.getvalue())
