"""`onrecord import`: other people's incident tables, row by row as claims of their recorders."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from onrecord.cli.opening import (
    by_option,
    exit_for,
    jobs_option,
    open_for_command,
    say,
    say_reports,
)
from onrecord.cli.progress import show_progress
from onrecord.cli.render import clean, make_console
from onrecord.model.failure import Failed, Unreadable
from onrecord.model.table import MAPPINGS, TableOrder
from onrecord.pipeline import extracting, ingesting, linking, tallying
from onrecord.pipeline.ingesting import read_safely
from onrecord.pipeline.real_rooms import real_rooms

_SHOWN = 5
_TABLE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("import", epilog="Example: onrecord import mycase strikes.csv --recorder Airwars")
@click.argument("case", type=click.Path(path_type=Path, file_okay=False))
@click.argument("table", type=_TABLE)
@click.option(
    "--as",
    "mapping",
    default="recorder",
    show_default=True,
    metavar=f"[{'|'.join(MAPPINGS)}|MAPPING.toml]",
    help="Which column means what.",
)
@click.option("--recorder", metavar="NAME", help="Whose table it is; else a column, else its file.")
@click.option(
    "--accused", metavar="NAME", multiple=True, help="Whom every row accuses; may be given again."
)
@click.option("--sheet", metavar="NAME", help="Which sheet of a spreadsheet; else its first table.")
@click.option(
    "--preview", is_flag=True, help="Show how the first rows would be read; keep nothing."
)
@jobs_option
@by_option
def import_table(  # noqa: PLR0913 - one parameter an option
    case: Path,
    table: Path,
    mapping: str,
    recorder: str | None,
    accused: tuple[str, ...],
    sheet: str | None,
    preview: bool,  # noqa: FBT001 - click passes flags by name
    jobs: int | None,
    by: str | None,
) -> None:
    """Take the rows of TABLE into CASE as claims of its recorder.

    TABLE is CSV, TSV, GeoJSON, a spreadsheet (XLSX, XLS, ODS) or Parquet.

    Every row keeps its code, its cells as they were, and stands beside the documents of the case:
    it is linked, weighed and answered like any report. Rows of one table are different attacks.
    """
    try:
        columns = real_rooms().read_mapping(mapping)
    except Unreadable as error:
        raise click.UsageError(f"{error.reason}: {error.remedy}") from error
    order = replace(columns, recorder=recorder, accused=accused, sheet=sheet)
    if preview:
        _show_preview(table, order)
        return
    rooms = real_rooms()
    flags = {"jobs": jobs, "by": by}
    with (
        open_for_command(case, flags, create=True) as (store, settings),
        show_progress() as progress,
    ):
        reports = (
            ingesting.ingest_table(store, table, order, rooms=rooms, progress=progress),
            extracting.extract(store, rooms=rooms, jobs=settings.jobs, progress=progress),
            linking.link(store, rooms=rooms, progress=progress),
            tallying.tally(store, rooms=rooms, progress=progress),
        )
    say_reports(reports, case)
    exit_for(reports)


def _show_preview(table: Path, order: TableOrder) -> None:
    """The first rows as they would be read, and each row among them that could not be."""
    rooms, console = real_rooms(), make_console()
    shown = Table(box=None, pad_edge=False)
    for heading in ("row", "code", "read as"):
        shown.add_column(heading, overflow="fold")
    for item in islice(rooms.find_rows(table, order, shown=table.name), _SHOWN):
        document = item if isinstance(item, Failed) else read_safely(item, rooms.read_document)
        if isinstance(document, Failed):
            say(f"  failed: {document.item}: {document.reason}: {document.remedy}")
        elif document.row is not None:
            cells = "\n".join(
                f"{cell.field}: {clean(document.text[cell.start : cell.end])}"
                for cell in document.row.cells
            )
            shown.add_row(str(document.row.number), clean(document.row.code), Text(cells))
    console.print(shown)
