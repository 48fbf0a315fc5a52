"""Words of the command line → a case opened for a command, and what it came to in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.pipeline.report import Report, utc_now
from onrecord.settings import Settings, read_settings, write_default_settings
from onrecord.store.case import open_case
from onrecord.store.protocol import Store

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_FAILURES = 20
CASE = click.Path(path_type=Path, file_okay=False)


def case_argument(command: Command) -> Command:
    """The argument CASE: the folder of a case."""
    return click.argument("case", type=CASE)(command)


def by_option(command: Command) -> Command:
    """The option --by."""
    words = "Who enters this, as the ledger will say; better a role than a name."
    return click.option("--by", metavar="NAME", help=words)(command)


def jobs_option(command: Command) -> Command:
    """The option --jobs."""
    words = "Reading processes; without it, as many as help."
    return click.option("--jobs", type=click.IntRange(1, 1024), help=words)(command)


def gazetteer_option(command: Command) -> Command:
    """The option --gazetteer."""
    words = "A table of places to know beside the shipped ones; may be given again."
    kind = click.Path(path_type=Path, exists=True, dir_okay=False)
    return click.option(
        "--gazetteer", "gazetteers", type=kind, multiple=True, metavar="PLACES.csv", help=words
    )(command)


@contextmanager
def open_for_command(
    case: Path, flags: Mapping[str, object], *, create: bool = False
) -> Iterator[tuple[Store, Settings]]:
    """The store of a case and the settings to go by; a new case gets its settings file."""
    settings = read_settings(case, flags=flags)
    with open_case(case, by=settings.by, clock=utc_now, create=create) as store:
        write_default_settings(case)
        yield store, settings


def say(words: str) -> None:
    """Words for the person, on standard error."""
    click.echo(words, err=True)


def say_reports(reports: Sequence[Report], case: Path) -> None:
    """What each step came to, and what is not done with what to do about it."""
    for report in reports:
        say(report.words())
    lost = [failed for report in reports for failed in (*report.failed, *report.again)]
    for failed in lost[:MOST_FAILURES]:
        say(f"  failed: {failed.item}: {failed.reason}: {failed.remedy}")
    if len(lost) > MOST_FAILURES:
        more = len(lost) - MOST_FAILURES
        say(f"  and {more} more: `onrecord export {case} --what failures --format csv`")


def exit_for(reports: Sequence[Report]) -> None:
    """Ends with 1 if anything of this input is not done, even if it failed before."""
    if any(report.lost for report in reports):
        raise click.exceptions.Exit(1)
