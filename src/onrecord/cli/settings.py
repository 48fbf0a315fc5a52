"""`onrecord settings`: each setting and where it came from."""

from pathlib import Path

import click

from onrecord.cli.opening import CASE
from onrecord.settings import read_settings


@click.command(epilog="Example: ONRECORD_JOBS=4 onrecord settings mycase")
@click.argument("case", type=CASE, required=False)
def settings(case: Path | None) -> None:
    """Print each setting and where it came from: flag, environment, onrecord.toml, default."""
    read = read_settings(case)
    for key, origin in read.origins.items():
        value = getattr(read, key)
        click.echo(f"{key} = {'as many as help' if value is None else value}  ({origin})")
