"""One tally → the terminal: the recorder's total, its parts, and what they leave."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.render import clean, print_below, print_section, say_figure, shorten
from onrecord.cli.render_voices import say_claim
from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.tally import Tally
from onrecord.publications.summary import TallyLine, make_tally_line
from onrecord.publications.wording import CAVEAT, CLASS_NAMES, say_bounds, say_code


def show_tally(console: Console, tally: Tally, claims: Mapping[ClaimId, Claim]) -> None:
    """Prints one tally with its check; `claims` holds every claim of the case."""
    line = make_tally_line(tally)
    console.print(Text(clean(line.title), style="bold"))
    console.print(Text(f"{tally.id} · {say_code(tally.kind)}", style="dim"))
    print_section(console, "The sum as the recorder states it")
    print_below(console, _draw_sum(tally, line))
    _print_check(console, line)
    _print_classes(console, tally)
    _print_beside(console, line)
    print_section(console, "The words it rests on")
    short = shorten(claims)
    stated = [*tally.claims, *(id for part in tally.parts for id in part.claims)]
    for id in dict.fromkeys(stated):
        if id in claims:
            print_below(console, say_claim(claims[id], short))
    if tally.incidents:
        print_section(console, "Incidents that it holds")
        for incident in tally.incidents:
            print_below(console, Text(incident))
    console.print()
    console.print(Text(CAVEAT, style="dim"))


def _draw_sum(tally: Tally, line: TallyLine) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    for party, figure in line.parts:
        table.add_row(say_figure(figure), clean(party))
    if line.parts:
        rest = line.residual
        table.add_row(
            say_figure(rest), Text("not stated: bounds each party without a figure", style="italic")
        )
        table.add_row(Text("─" * max(5, len(line.total.words)), style="dim"), "")
    table.add_row(Text(line.total.words, style="bold"), Text(f"in all, {say_code(tally.harm)}"))
    return table


def _print_check(console: Console, line: TallyLine) -> None:
    print_section(console, "Check")
    holds = "the known parts do not exceed the total"
    print_below(console, Text(holds if line.check == "holds" else f"≠ {say_code(line.check)}"))
    for words in (*line.inequalities, *line.findings):
        print_below(console, Text(f"· {clean(words)}"))


def _print_beside(console: Console, line: TallyLine) -> None:
    """Our own figures of the same cell: to be compared, never added or averaged."""
    if not line.beside:
        return
    print_section(console, "Beside it, our incidents of the same period, place and class")
    for party, words in line.beside:
        print_below(console, Text(f"{clean(party)}: {words}" if party else words))


def _print_classes(console: Console, tally: Tally) -> None:
    lines = [
        f"{clean(part.party)}: {say_bounds(bounds)} {CLASS_NAMES[victims]}"
        for part in tally.parts
        for victims, bounds in part.classes.items()
    ]
    if lines:
        print_section(console, "Within the parts")
        for words in lines:
            print_below(console, Text(words))
