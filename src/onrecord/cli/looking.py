"""Words of the command line → how a case is looked at: on which day, which incidents, by what."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypedDict, TypeVar

import click

from onrecord.model.tally import EVERYTHING, Selection, SliceBy
from onrecord.pipeline.views import Looking

Command = TypeVar("Command", bound=Callable[..., Any])
_DAY = click.DateTime(["%Y-%m-%d"])


def past_option(command: Command) -> Command:
    """The option --as-known-on."""
    words = "Count only what was said and published by this day; the case is not touched."
    return click.option("--as-known-on", "known_on", type=_DAY, metavar="YYYY-MM-DD", help=words)(
        command
    )


def sum_options(command: Command) -> Command:
    """The options that choose and divide the incidents of a sum."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--by", type=click.Choice([one.value for one in SliceBy]), help="Tell sums apart by this."
    ),
    click.option("--since", "first", type=_DAY, metavar="YYYY-MM-DD", help="Sum from this day on."),
    click.option("--until", "last", type=_DAY, metavar="YYYY-MM-DD", help="Sum up to this day."),
    click.option(
        "--place", metavar="NAME", help="Sum over a place, a province or a country (its code)."
    ),
    click.option("--party", metavar="NAME", help="Sum where this party is named."),
    click.option("--only-party", metavar="NAME", help="Sum where only this party is named."),
)


class LookingOptions(TypedDict):
    """What click gives for these options."""

    known_on: datetime | None
    by: str | None
    first: datetime | None
    last: datetime | None
    place: str | None
    party: str | None
    only_party: str | None


def read_looking(options: LookingOptions) -> Looking:
    """How these options ask to look at a case."""
    return Looking(
        until=_read_day(options["known_on"]),
        by=SliceBy(options["by"]) if options["by"] else None,
        selection=Selection(
            first=_read_day(options["first"]),
            last=_read_day(options["last"]),
            place=options["place"],
            party=options["party"],
            only_party=options["only_party"],
        ),
    )


def asks_for_sums(looking: Looking) -> bool:
    """Whether anything chooses or divides the incidents of a sum."""
    return looking.by is not None or looking.selection != EVERYTHING


def _read_day(given: datetime | None) -> date | None:
    return given.date() if given else None
