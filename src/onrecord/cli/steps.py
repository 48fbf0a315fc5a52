"""`onrecord run`, `ingest`, `link`, `tally`: the steps of the pipeline."""

from pathlib import Path

import click

from onrecord.cli.opening import (
    by_option,
    case_argument,
    exit_for,
    gazetteer_option,
    jobs_option,
    open_for_command,
    say,
    say_reports,
)
from onrecord.cli.progress import show_progress
from onrecord.pipeline import ingesting, linking, running, tallying
from onrecord.pipeline.real_rooms import real_rooms

_PATHS = click.Path(path_type=Path)


@click.command(epilog="Example: onrecord run mycase reports/ --gazetteer villages.csv")
@case_argument
@click.argument("paths", type=_PATHS, nargs=-1)
@gazetteer_option
@jobs_option
@by_option
def run(
    case: Path, paths: tuple[Path, ...], gazetteers: tuple[Path, ...], jobs: int | None, by: str
) -> None:
    """Do everything with the files and folders at PATHS, and show what the case comes to.

    CASE is a folder; it is made if it is not there. Running again adds only what is new; without
    PATHS nothing is added, and the figures are brought up to date with your decisions. The last
    line names the head of the ledger: note it elsewhere, and `verify --head` can prove that nothing
    was cut off since.
    """
    if not paths and not case.exists():
        raise click.UsageError(f"{case} is not there: name the files or folders to make it from")
    flags = {"jobs": jobs, "by": by}
    with open_for_command(case, flags, create=bool(paths)) as (store, settings):
        order = running.Order(paths=paths, gazetteers=gazetteers, jobs=settings.jobs)
        with show_progress() as progress:
            reports = running.run(store, order, rooms=real_rooms(), progress=progress)
        head = store.head()
    say_reports(reports, case)
    _show_case(case)
    say(f"ledger head: {head}")
    say(f"keep it elsewhere: `onrecord verify {case} --head HASH` then finds what was cut off, too")
    exit_for(reports)


@click.command(epilog="Example: onrecord ingest mycase reports/")
@case_argument
@click.argument("paths", type=_PATHS, nargs=-1, required=True)
@gazetteer_option
@by_option
def ingest(
    case: Path, paths: tuple[Path, ...], gazetteers: tuple[Path, ...], by: str | None
) -> None:
    """Take files and folders into a case: keep the originals, read their text."""
    with open_for_command(case, {"by": by}, create=True) as (store, _):
        running.add_gazetteers(store, gazetteers)
        with show_progress() as progress:
            report = ingesting.ingest(store, paths, rooms=real_rooms(), progress=progress)
    say_reports([report], case)
    exit_for([report])


@click.command(epilog="Example: onrecord link mycase")
@case_argument
@by_option
def link(case: Path, by: str | None) -> None:
    """Bring claims about one attack together; decisions by people win."""
    with open_for_command(case, {"by": by}) as (store, _), show_progress() as progress:
        report = linking.link(store, rooms=real_rooms(), progress=progress)
    say_reports([report], case)


@click.command(epilog="Example: onrecord tally mycase")
@case_argument
@by_option
def tally(case: Path, by: str | None) -> None:
    """Weigh and count the linked incidents, check tallies, and add what may be added.

    `onrecord show CASE tally --by place` then shows the sums.
    """
    with open_for_command(case, {"by": by}) as (store, _), show_progress() as progress:
        report = tallying.tally(store, rooms=real_rooms(), progress=progress)
    say_reports([report], case)


def _show_case(case: Path) -> None:
    from onrecord.cli.render import make_console
    from onrecord.cli.render_summary import show_summary
    from onrecord.pipeline.views import open_view

    with open_view(case) as view:
        show_summary(make_console(), view, name=str(case))
