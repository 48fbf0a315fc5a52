"""The door of the command line: runs a command and turns what went wrong into words."""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Final

# One thread, set before numpy is first imported: our products are small, and on a busy machine a
# second thread waits for the first (30 times the time for a matrix product was measured).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import click

from onrecord.cli.main import root
from onrecord.model.failure import OnrecordError

_WRONG_USE: Final = 2
_COULD_NOT: Final = 3
_ENOUGH: Final = 0


def main() -> None:
    """Runs the command of this process and ends with its exit code."""
    sys.exit(run_command(sys.argv[1:]))


def run_command(arguments: Sequence[str]) -> int:
    """The exit code: 0 done, 1 some items failed, 2 wrong use, 3 could not run."""
    try:
        code = root.main(list(arguments), prog_name="onrecord", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return _WRONG_USE
    except click.Abort:
        click.echo("stopped; what was entered is kept: run again to go on", err=True)
        return _COULD_NOT
    except SystemExit:  # click, when who reads our output has seen enough
        return _end_quietly()
    except OnrecordError as error:
        if isinstance(error.__cause__, BrokenPipeError):
            return _end_quietly()
        return _give_up(str(error), arguments)
    except Exception as error:  # noqa: BLE001 - the door: no traceback for people by default
        words = f"a fault of onrecord ({type(error).__name__}); what was entered is kept: please"
        return _give_up(f"{words} report it, with what --debug prints", arguments)
    return code if isinstance(code, int) else 0


def _end_quietly() -> int:
    """Who read our output (`head`, a pager) has seen enough; nothing is left to flush into it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _ENOUGH


def _give_up(words: str, arguments: Sequence[str]) -> int:
    if "--debug" in arguments:
        traceback.print_exc()
    click.echo(f"onrecord: {words}", err=True)
    return _COULD_NOT


if __name__ == "__main__":
    main()
