"""A row of a table → document: one line for each cell, and where each known cell stands."""

import json
from datetime import date

from onrecord.model.document import Dating, Document, Segment
from onrecord.model.failure import Unreadable
from onrecord.model.identity import DocumentId, Sha256
from onrecord.model.source import Captured
from onrecord.model.table import Cell, TableRow
from onrecord.model.vocabulary import DatePrecision, SegmentKind


def read_row(captured: Captured) -> Document:
    """The document of one row, published by its recorder.

    Raises:
        Unreadable: the bytes are no captured row.
    """
    try:
        record = json.loads(captured.content)
        cells = [(str(name), field, str(value)) for name, field, value in record["cells"]]
        row = TableRow(
            table=Sha256(str(record["table"])),
            number=int(record["number"]),
            code=str(record["code"]),
            recorder=str(record["recorder"]),
            accused=tuple(map(str, record["accused"])),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable("bad_row", "the bytes are no row", "import the table again") from error
    text, found = _write(cells)
    made = {field: text[cell.start : cell.end] for cell in found for field in [cell.field]}
    published = _read_day(made.get("published"))
    return Document(
        id=DocumentId(captured.hint),
        text=text,
        original=captured.sha256,
        media_type=captured.media_type,
        reader="row/1",
        publisher=row.recorder,
        published=published,
        url=made.get("url"),
        segments=(Segment(kind=SegmentKind.BODY, start=0, end=len(text)),),
        how_known={"publisher": "user"} | ({"published": "table"} if published else {}),
        row=TableRow(
            table=row.table,
            number=row.number,
            code=row.code,
            recorder=row.recorder,
            accused=row.accused,
            cells=tuple(found),
        ),
    )


def _write(cells: list[tuple[str, str | None, str]]) -> tuple[str, list[Cell]]:
    text, found = "", []
    for name, field, value in cells:
        start = len(text) + len(name) + 2
        if field is not None:
            found.append(Cell(field=field, start=start, end=start + len(value)))
        text += f"{name}: {value}\n"
    return text, found


def _read_day(words: str | None) -> Dating | None:
    try:
        day = date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
    return Dating(from_=day, to=day, precision=DatePrecision.DAY, how="the table's own column")
