"""Values → the terminal: one console, safe words, short identifiers."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.publications.figures import Figure

PIPED_WIDTH = 100
UNKNOWN_STYLE = "dim italic"
VOICE_STYLE = {
    "asserts": "blue",
    "denies": "orange3",
    "doubts": "yellow4",
    "none": "bright_black",
}


def make_console() -> Console:
    """A console on standard output: colours only on a terminal, 100 columns wide when piped."""
    piped = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(highlight=False, markup=False, emoji=False, width=PIPED_WIDTH if piped else None)


def clean(words: str | None) -> str:
    """Words of a document made safe for a terminal: no control codes, right-to-left isolated.

    An isolate keeps a stretch of Arabic or Hebrew from turning round what stands beside it.
    """
    visible = blank_controls(words or "").replace("\u200b", "")
    return f"\u2068{visible}\u2069" if is_right_to_left(visible) else visible


def blank_controls(words: str) -> str:
    """The same words at the same offsets, control codes and overrides of direction taken out."""
    return "".join(_seen(character) for character in words)


def is_right_to_left(words: str) -> bool:
    """Whether any letter is written from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in words)


def say_figure(figure: Figure) -> Text:
    """A figure; an unknown one is set apart from numbers."""
    return Text(figure.words, style="" if figure.known else UNKNOWN_STYLE)


def shorten(ids: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each identifier that is its own, at least six characters."""
    ordered = sorted(set(ids))
    shared = [
        max(_shared(ordered, place - 1), _shared(ordered, place)) for place in range(len(ordered))
    ]
    return {id: id[: max(6, length + 1)] for id, length in zip(ordered, shared, strict=True)}


def print_section(console: Console, title: str) -> None:
    """A heading with an empty line before it."""
    console.print()
    console.print(Text(title, style="bold"))


def print_below(console: Console, words: RenderableType, *, indent: int = 2) -> None:
    """A paragraph set in from the left."""
    console.print(Padding(words, (0, 0, 0, indent), expand=False))


def print_pairs(console: Console, pairs: Mapping[str, RenderableType | None]) -> None:
    """Names and values in two columns; a value that is `None` is left out."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bright_black", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in pairs.items():
        if value is not None:
            table.add_row(name, value)
    print_below(console, table)


def quote(words: str, style: str = "") -> Text:
    """Somebody's exact words, in quotation marks."""
    return Text.assemble("“", (clean(words), style), "”")


def _shared(ordered: Sequence[str], place: int) -> int:
    if place < 0 or place + 1 >= len(ordered):
        return 0
    pairs = list(zip(ordered[place], ordered[place + 1], strict=False))
    return next((at for at, (one, other) in enumerate(pairs) if one != other), len(pairs))


def _seen(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if unicodedata.category(character) in ("Cc", "Cs"):
        return "\ufffd"
    turns = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return "\u200b" if turns else character
