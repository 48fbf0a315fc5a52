"""`onrecord extract`: claims of a case, or readings of documents on standard input."""

import sys
from pathlib import Path

import click

from onrecord.cli.opening import (
    by_option,
    exit_for,
    gazetteer_option,
    jobs_option,
    open_for_command,
    say_reports,
)
from onrecord.cli.progress import show_progress
from onrecord.pipeline import extracting, reading, running
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.settings import read_settings
from onrecord.store.chain import write_record


@click.command(epilog="Example: onrecord extract - < documents.jsonl > readings.jsonl")
@click.argument("case", metavar="CASE|-", type=click.Path(path_type=Path, allow_dash=True))
@gazetteer_option
@jobs_option
@by_option
def extract(case: Path, gazetteers: tuple[Path, ...], jobs: int | None, by: str | None) -> None:
    """Read claims out of the documents of a case that were not read yet.

    With - instead of a case: documents as JSON Lines on standard input, one reading a line on
    standard output, in the order given, nothing kept. --jobs 1 answers each line at once.
    """
    flags = {"jobs": jobs, "by": by}
    if str(case) == "-":
        _extract_stream(gazetteers, read_settings(None, flags=flags).jobs)
        return
    with open_for_command(case, flags) as (store, settings):
        running.add_gazetteers(store, gazetteers)
        with show_progress() as progress:
            report = extracting.extract(
                store, rooms=real_rooms(), jobs=settings.jobs, progress=progress
            )
    say_reports([report], case)
    exit_for([report])


def _extract_stream(gazetteers: tuple[Path, ...], jobs: int | None) -> None:
    """A record may hold half a character pair of a broken source: it leaves as its escape."""
    failed = False
    output = sys.stdout.buffer
    lines = reading.read_lines(
        sys.stdin.buffer, rooms=real_rooms(), gazetteers=gazetteers, jobs=jobs
    )
    for record in lines:
        output.write(write_record(record).encode() + b"\n")
        output.flush()
        failed = failed or record["failed"] is not None
    if failed:
        raise click.exceptions.Exit(1)
