"""One claim → the terminal: why it says what it says, and the words that decided."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.render import clean, print_below
from onrecord.model.claim import Claim
from onrecord.model.explanation import Reason
from onrecord.publications.wording import say_code


def show_reasons(console: Console, claim: Claim, reasons: Sequence[Reason]) -> None:
    """Prints a claim's words and, for each thing it says, the rule and the deciding words."""
    where = f"{clean(claim.document)}, {claim.in_} {claim.start}–{claim.end}"
    console.print(Text(f"{say_code(claim.type)} {claim.id}", style="bold"))
    console.print(Text(where, style="dim"))
    print_below(console, Text(f"“{clean(claim.quote)}”"))
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bright_black", no_wrap=True)
    table.add_column(overflow="fold")
    for reason in reasons:
        table.add_row(reason.about, _say(reason))
    print_below(console, table)
    console.print()


def _say(reason: Reason) -> Text:
    text = Text(clean(reason.says))
    text.append(f"  {clean(reason.because)}", style="dim")
    for words in reason.words:
        place = f" at {words.start}" if words.start is not None else ""
        text.append(f"  “{clean(words.text)}”", style="yellow4")
        text.append(place, style="dim")
    return text
