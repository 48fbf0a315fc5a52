"""`onrecord serve`: the workbench over one case, on this machine."""

from pathlib import Path

import click

from onrecord.cli.opening import by_option, case_argument, open_for_command, say


@click.command(epilog="Example: onrecord serve mycase")
@case_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8642, show_default=True,
    help="Where to listen on 127.0.0.1; 0 takes any free port.",
)  # fmt: skip
@by_option
def serve(case: Path, port: int, by: str | None) -> None:
    """Open the workbench over CASE in your browser, until you press Ctrl-C.

    CASE is made if it is not there. It listens on this machine alone. The address that is printed holds a key and opens the case to
    you; keep it to yourself. Decisions you enter stand in the ledger under the name of --by.
    """
    from onrecord.web.serving import serve as serve_case

    with open_for_command(case, {"by": by}, create=True) as (_, settings):
        pass
    try:
        serve_case(case, by=settings.by, port=port, tell=_tell)
    except OSError as error:
        raise click.ClickException(
            f"port {port} cannot be used: {error.strerror}: name another with --port"
        ) from error


def _tell(address: str) -> None:
    click.echo(address)
    say("Open this address in your browser; it holds your key. Ctrl-C ends the workbench.")
