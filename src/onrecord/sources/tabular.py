"""The bytes of a table (CSV, GeoJSON, spreadsheet, Parquet) → its rows, each cell with its name."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from onrecord.model.failure import Unreadable
from onrecord.model.table import TableOrder
from onrecord.sources.columnar import PARQUET, list_columnar
from onrecord.sources.sheets import SPREADSHEETS, list_sheet

_DELIMITERS: Final = ",;\t|"

Row = list[tuple[str, str]]


def list_rows(content: bytes, suffix: str, order: TableOrder) -> Iterator[Row]:
    """The rows of a table in its order, each as pairs of a column's name and a cell's text.

    What it is is told by its bytes; `suffix` only tells GeoJSON from other text. Rows without any
    text are left out.

    Raises:
        Unreadable: it is no table, or none of these kinds.
    """
    if content.startswith(SPREADSHEETS):
        return _name_cells(list_sheet(content, order.sheet), order)
    if content.startswith(PARQUET):
        return _name_cells(list_columnar(content), order)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        remedy = "save it as CSV in UTF-8, XLSX, GeoJSON or Parquet"
        raise Unreadable("bad_encoding", "it is not UTF-8", remedy) from error
    read = _READERS.get(suffix, _list_lines)
    return read(text, order)


def _list_lines(text: str, order: TableOrder) -> Iterator[Row]:
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=lambda mark: (first.count(mark), mark == ","))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from _name_cells(reader, order)
    except csv.Error as error:
        raise Unreadable("bad_table", f"it is no table: {error}", "save it as CSV again") from error


def _name_cells(lines: Iterable[Sequence[str]], order: TableOrder) -> Iterator[Row]:
    """Each line below the heading, its cells under the names of the heading (or its HXL tags)."""
    rows = iter(lines)
    heading = next(rows, [])
    tags = next(rows, []) if order.tagged else []
    names = [tag.strip() or name.strip() for tag, name in zip(tags, heading, strict=False)]
    names = names or [name.strip() for name in heading]
    for cells in rows:
        if any(cell.strip() for cell in cells):
            yield list(zip(names, (cell.strip() for cell in cells), strict=False))


def _list_features(text: str, order: TableOrder) -> Iterator[Row]:
    try:
        features = json.loads(text)["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        remedy = 'a GeoJSON table is {"type": "FeatureCollection", "features": […]}'
        raise Unreadable("bad_table", "it is no collection of features", remedy) from error
    for feature in features if isinstance(features, list) else []:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        row = [(str(key), _say(value)) for key, value in (properties or {}).items()]
        yield [*row, *_point(feature.get("geometry") if isinstance(feature, dict) else None)]


def _point(geometry: Any) -> Row:  # noqa: ANN401 - JSON
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return []
    where = geometry.get("coordinates")
    if not isinstance(where, list) or len(where) < 2:
        return []
    return [("longitude", _say(where[0])), ("latitude", _say(where[1]))]


def _say(value: object) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_READERS: Final[dict[str, Callable[[str, TableOrder], Iterator[Row]]]] = {
    ".geojson": _list_features,
    ".json": _list_features,
}
