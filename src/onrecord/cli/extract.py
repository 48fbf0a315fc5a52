"""`onrecord extract`: claims of a case, or readings of documents on standard input."""

import sys
from pathlib import Path

import click

from onrecord.cli.identify import identify
from onrecord.cli.opening import (
    by_option,
    exit_for,
    gazetteer_option,
    jobs_option,
    open_for_command,
    say,
    say_reports,
)
from onrecord.cli.progress import show_progress
from onrecord.cli.render import make_console
from onrecord.cli.render_reasons import show_reasons
from onrecord.pipeline import extracting, reading, running
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.views import open_view
from onrecord.settings import read_settings
from onrecord.store.chain import write_record


@click.command(epilog="Example: onrecord extract - < documents.jsonl > readings.jsonl")
@click.argument("case", metavar="CASE|-", type=click.Path(path_type=Path, allow_dash=True))
@gazetteer_option
@jobs_option
@by_option
@click.option(
    "--explain",
    is_flag=True,
    help="Say of each claim why it was made: its rules and the words that decided.",
)
@click.option(
    "--document", "only", metavar="ID", help="With --explain: only this document of the case."
)
def extract(  # noqa: PLR0913 - one parameter an option
    case: Path,
    gazetteers: tuple[Path, ...],
    jobs: int | None,
    by: str | None,
    explain: bool,  # noqa: FBT001 - click passes flags by name
    only: str | None,
) -> None:
    """Read claims out of the documents of a case that were not read yet.

    With - instead of a case: documents as JSON Lines on standard input, one reading a line on
    standard output, in the order given, nothing kept. --jobs 1 answers each line at once.

    With --explain, standard output tells of each claim, kept or just read, which rule made each
    part of it and which words decided; for people, not for programs.
    """
    if only is not None and not explain:
        raise click.UsageError("--document goes with --explain.")
    flags = {"jobs": jobs, "by": by}
    if str(case) == "-":
        show = _explain_stream if explain else _extract_stream
        show(gazetteers, read_settings(None, flags=flags).jobs)
        return
    with open_for_command(case, flags) as (store, settings):
        running.add_gazetteers(store, gazetteers)
        with show_progress() as progress:
            report = extracting.extract(
                store, rooms=real_rooms(), jobs=settings.jobs, progress=progress
            )
    say_reports([report], case)
    if explain:
        _explain_case(case, only)
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


def _explain_stream(gazetteers: tuple[Path, ...], jobs: int | None) -> None:
    rooms, console, failed = real_rooms(), make_console(), False
    lines = reading.explain_lines(sys.stdin.buffer, rooms=rooms, gazetteers=gazetteers, jobs=jobs)
    for found in lines:
        if found.failed is not None:
            failed = True
            say(f"failed: {found.document}: {found.failed}")
        for claim in found.claims:
            show_reasons(console, claim, rooms.explain_claim(claim))
    if failed:
        raise click.exceptions.Exit(1)


def _explain_case(case: Path, only: str | None) -> None:
    rooms, console = real_rooms(), make_console()
    with open_view(case) as view:
        claims = view.claims()
        if only is not None:
            known = sorted({claim.document for claim in claims})
            only = identify(only, known, noun="document with claims")
        for claim in claims:
            if only is None or claim.document == only:
                show_reasons(console, claim, rooms.explain_claim(claim))
