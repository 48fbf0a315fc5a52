"""The bytes of a spreadsheet (XLSX, XLS, ODS) → the lines of one of its sheets, as text."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from onrecord.model.failure import Unreadable
from onrecord.sources.cells import say_cell

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

SPREADSHEETS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""What spreadsheets begin with: the archives of XLSX and ODS, the older XLS."""

_LARGEST_UNPACKED_BYTES: Final = 1_000_000_000
_SAVE: Final = "open it in a spreadsheet program and save it as XLSX or CSV"


def list_sheet(content: bytes, sheet: str | None = None) -> Iterator[list[str]]:
    """The lines of the sheet of that name, else of the first with two columns, from its heading on.

    Titles above the heading (lines with text in a single cell) are left out. A formula gives the
    value that was saved with it.

    Raises:
        Unreadable: it is no spreadsheet, is locked or too large, or has no such sheet.
    """
    _check_unpacked(content)
    lines = iter(_choose(_open(content), sheet))
    for cells in lines:
        if sum(bool(cell.strip()) for cell in cells) > 1:
            yield cells
            break
    yield from lines


def _check_unpacked(content: bytes) -> None:
    """Refuse an archive that grows beyond all measure when it is unpacked."""
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("bad_table", "it is no spreadsheet, or a damaged one", _SAVE) from error
    if size > _LARGEST_UNPACKED_BYTES:
        raise Unreadable("too_large", "the sheet is larger than 1 GB when unpacked", "divide it")


def _open(content: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise Unreadable("locked", "it is locked with a password", "save it without one") from error
    except (CalamineError, OSError) as error:
        raise Unreadable("bad_table", "it is no spreadsheet, or a damaged one", _SAVE) from error


def _choose(workbook: "CalamineWorkbook", sheet: str | None) -> Sequence[list[str]]:
    names = workbook.sheet_names
    if sheet is not None and sheet not in names:
        there = ", ".join(names)
        raise Unreadable("no_such_sheet", f"it has no sheet {sheet!r}", f"its sheets are {there}")
    for name in names if sheet is None else [sheet]:
        lines = _read_sheet(workbook, name)
        if any(sum(bool(cell.strip()) for cell in cells) > 1 for cells in lines):
            return lines
    return []


def _read_sheet(workbook: "CalamineWorkbook", name: str) -> list[list[str]]:
    from python_calamine import CalamineError

    try:
        lines = workbook.get_sheet_by_name(name).to_python()
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable("bad_table", f"its sheet {name!r} cannot be read", _SAVE) from error
    return [[say_cell(cell) for cell in line] for line in lines]
