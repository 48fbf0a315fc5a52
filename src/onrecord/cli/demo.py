"""`onrecord demo`: the example case, built from the notes shipped with the package."""

from importlib.resources import as_file, files
from pathlib import Path

import click

from onrecord.cli.opening import CASE, say
from onrecord.cli.steps import run


@click.command(epilog="Example: onrecord demo && onrecord show demo.case incident")
@click.option(
    "--case", type=CASE, default=Path("demo.case"), show_default=True, help="Where to build it."
)
@click.pass_context
def demo(context: click.Context, case: Path) -> None:
    """Build the example case from shipped notes and show it; needs no network.

    Five notes sum up public articles; the others are an exercise in an invented country. If the
    case is there already, only what is new is added.
    """
    with as_file(files("onrecord") / "demo_notes") as shipped:
        context.invoke(
            run,
            case=case,
            paths=(shipped / "notes",),
            gazetteers=(shipped / "PLACES.csv",),
            jobs=1,
            by="onrecord demo",
        )
    say(_NEXT)


_NEXT = """
Now with reports of your own (text, HTML, PDF, Word, mail; nothing leaves this machine):
  onrecord run mycase.case FOLDER
A table FOLDER/documents.csv (file,publisher,published) tells what you know about each file."""
