"""Rows of other people's tables: what each cell is, and where it stands in the text of its row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.model.identity import Sha256

ROW: Final = "application/x-onrecord-row+json"
"""The media type of one row of a table, as captured: canonical JSON of its cells."""

MAPPINGS: Final = ("recorder", "ucdp", "acled", "hxl")
"""The mappings that are shipped."""

FIELDS: Final = frozenset(
    {"code", "date", "date_end", "published", "place", "place_other", "admin1", "country",
     "latitude", "longitude", "killed", "killed_min", "killed_max", "injured", "injured_min",
     "injured_max", "civilians_killed", "party", "party_other", "weapon", "recorder", "url", "notes"}
)  # fmt: skip
"""What a column can mean; a column that means none of these is kept and not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that means `field`, at `text[start:end]` of its row's document."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """Where a document comes from that is one row of a table.

    `table` is the SHA-256 of the table's bytes, `number` the row's place in it from 1 (without the
    heading), `code` the identifier its recorder gives it. `accused` are the parties that the whole
    table is about.
    """

    table: Sha256
    number: int
    code: str
    recorder: str
    accused: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOrder:
    """How a table is to be read: the columns of each field, and what holds for every row."""

    columns: Mapping[str, tuple[str, ...]]
    tagged: bool = False
    """Whether the row below the heading holds tags (HXL), which name the columns instead."""
    recorder: str | None = None
    accused: tuple[str, ...] = ()
    sheet: str | None = None
    """Which sheet of a spreadsheet; `None`: the first that holds a table."""
