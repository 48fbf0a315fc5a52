"""The bytes of a Parquet file → its heading and its lines, as text."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.model.failure import Unreadable
from onrecord.sources.cells import say_cell

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PARQUET: Final = b"PAR1"
"""What a Parquet file begins with."""

_BATCH: Final = 10_000
# One thread keeps the rows in the order of the file; nothing is fetched from anywhere.
_CLOSED: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def list_columnar(content: bytes) -> Iterator[list[str]]:
    """The names of the columns, then each row; nested values as JSON.

    Raises:
        Unreadable: it is no Parquet file, or a damaged one.
    """
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect(config=_CLOSED) as reading:
        path = Path(folder) / "table.parquet"
        path.write_bytes(content)
        try:
            yield from _fetch(reading, path)
        except duckdb.Error as error:
            remedy = "write the file again, or save the table as CSV"
            raise Unreadable("bad_table", "it is a damaged Parquet file", remedy) from error


def _fetch(reading: "DuckDBPyConnection", path: Path) -> Iterator[list[str]]:
    rows = reading.execute("select * from read_parquet(?)", [str(path)])
    yield [column[0] for column in rows.description or []]
    while batch := rows.fetchmany(_BATCH):
        for row in batch:
            yield [say_cell(value) for value in row]
