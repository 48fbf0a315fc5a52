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
@click.option(
    "--public", metavar="https://…",
    help="Where a TLS proxy on this machine shows it to a team that signs in.",
)  # fmt: skip
@click.option("--api", is_flag=True, help="Print a token of the API as well, for programs.")
@by_option
def serve(case: Path, port: int, public: str | None, *, api: bool, by: str | None) -> None:
    """Open the workbench over CASE in your browser, until you press Ctrl-C.

    CASE is made if it is not there. It listens on this machine alone. The address that is printed holds a key and opens the case to
    you; keep it to yourself. Decisions you enter stand in the ledger under the name of --by.
    A case that has people (`onrecord people`) asks them to sign in instead.
    """
    from onrecord.web.serving import serve as serve_case

    if public is not None and not public.startswith("https://"):
        raise click.UsageError("--public: give the whole address, beginning with https://")
    with open_for_command(case, {"by": by}, create=True) as (_, settings):
        pass
    try:
        tell = _tell_with_token if api else _tell
        serve_case(case, by=settings.by, port=port, tell=tell, public=public)
    except OSError as error:
        raise click.ClickException(
            f"port {port} cannot be used: {error.strerror}: name another with --port"
        ) from error


def _tell(address: str) -> None:
    click.echo(address)
    held = "; it holds your key" if "/open/" in address else " and sign in"
    say(f"Open this address in your browser{held}. Ctrl-C ends the workbench.")


def _tell_with_token(address: str) -> None:
    from onrecord.web.serving import find_api_token

    _tell(address)
    token = find_api_token()
    say(
        f"Token of the API: {token}"
        if token
        else "Each person makes tokens of the API under Account."
    )
