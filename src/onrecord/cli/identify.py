"""What a reader types → the one identifier meant, or the nearest ones."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

import click

NEAREST = 5


def identify(typed: str, ids: Iterable[str], *, noun: str) -> str:
    """The identifier that is, or alone begins with, what was typed; `i-` and such may be left out.

    Raises:
        click.UsageError: none or several are meant; the message lists them or the nearest.
    """
    known = sorted(set(ids))
    if typed in known:
        return typed
    meant = [id for id in known if id.startswith(typed) or id.partition("-")[2].startswith(typed)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise click.UsageError(f"several {_plural(noun)} begin with {typed}: {_list(meant)}")
    if not known:
        raise click.UsageError(f"this case holds no {_plural(noun)}")
    near = get_close_matches(typed, known, n=NEAREST, cutoff=0.3) or known[:NEAREST]
    raise click.UsageError(f"no {noun} {typed}; the nearest are {_list(near)}")


def _plural(noun: str) -> str:
    return f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"


def _list(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - NEAREST} more" if len(ids) > NEAREST else ""
    return ", ".join(ids[:NEAREST]) + more
