"""The root command: names of commands → their modules, loaded when called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from onrecord import __version__

COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("onrecord.cli.demo:demo", "Build and show the example case that is shipped."),
    "run": ("onrecord.cli.steps:run", "Do everything: ingest, extract, link, tally; show."),
    "ingest": ("onrecord.cli.steps:ingest", "Take files into a case and read their text."),
    "import": ("onrecord.cli.tables:import_table", "Take other people's incident tables in."),
    "extract": ("onrecord.cli.extract:extract", "Read claims out of the documents of a case."),
    "link": ("onrecord.cli.steps:link", "Bring claims about one attack together and weigh them."),
    "tally": ("onrecord.cli.steps:tally", "Count victims with bounds, check tallies, sum."),
    "show": ("onrecord.cli.show:show", "Look at incidents, documents, claims and tallies."),
    "explain": ("onrecord.cli.explain:explain", "Tell why a claim or an incident is as it is."),
    "decide": ("onrecord.cli.decide:decide", "Enter a person's decision and its reason."),
    "export": ("onrecord.cli.export:export", "Write records as JSON Lines, CSV and more."),
    "verify": ("onrecord.cli.verify:verify", "Prove that nothing kept has been changed."),
    "serve": ("onrecord.cli.serve:serve", "Open the workbench in your browser."),
    "people": ("onrecord.cli.people:people", "Say who may sign in to the workbench of a case."),
    "settings": ("onrecord.cli.settings:settings", "Print each setting and where it came from."),
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, `None` if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands from the table above, importing none of them."""
        rows = [(name, summary) for name, (_, summary) in COMMANDS.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


CONTEXT: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


@click.group(
    cls=LazyGroup, context_settings=CONTEXT, epilog="Example: onrecord run mycase reports/"
)
@click.version_option(__version__, prog_name="onrecord")
@click.option("--debug", is_flag=True, help="Show the traceback when something breaks.")
def root(*, debug: bool) -> None:
    """From reports about harm to civilians to counts that can be defended.

    Start with `onrecord demo`, then `onrecord run CASE FOLDER` on documents of your own.
    """
