"""A case's summary → the terminal: the table, the sums, and what is not added."""

from collections.abc import Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.render import clean, print_below, print_section, say_figure, shorten
from onrecord.model.identity import ClaimId
from onrecord.publications.figures import Figure
from onrecord.publications.source import Publishable
from onrecord.publications.summary import Row, SumLine, Summary, TallyLine, summarise_case
from onrecord.publications.wording import NOWHERE, PRESUMED_NOTE, UNKNOWN, say_code

WIDE = 112
MOST_LINES = 12
_HOW_TO_ANSWER = "Answer: onrecord decide {name} same ID ID --reason WHY (or: different, unsure)"


def show_summary(console: Console, case: Publishable, *, name: str) -> None:
    """Prints what a case comes to; `name` is how the reader calls the case."""
    summary = summarise_case(case)
    console.print(
        Text.assemble(
            (clean(name), "bold"),
            f": {summary.documents} documents, {summary.claims} claims, "
            f"{len(summary.rows)} incidents",
        )
    )
    if summary.rows:
        console.print()
        console.print(_draw_incidents(console, summary))
        hidden = len(summary.rows) - len(summary.gravest)
        _print_rest(console, hidden, f"incidents: onrecord show {name} incident", newline=True)
    _print_sums(console, summary.sums)
    _print_tallies(console, summary, name)
    _print_asides(console, summary, shorten(claim.id for claim in case.claims()), name)
    _print_refusal(console, summary)
    _print_waiting(console, summary, name)
    _print_failures(console, summary, name)
    _print_foot(console, summary, name)


def say_tally(line: TallyLine) -> Text:
    """A tally as the sum it is: total = parts + what is not stated."""
    words = Text()
    words.append_text(say_figure(line.total))
    for place, (party, figure) in enumerate(line.parts):
        words.append(" = " if place == 0 else " + ")
        words.append(f"{figure.words} {clean(party)}")
    if line.residual.known and line.parts:
        words.append(f" + {line.residual.words} not stated", style="italic")
    if line.parts:
        words.append(f"   ({'the parts fit' if line.check == 'holds' else say_code(line.check)})")
    return words


def _draw_incidents(console: Console, summary: Summary) -> Table:
    short = shorten(row.incident for row in summary.rows)
    wide = console.width >= WIDE
    heads = _WIDE_HEADS if wide else _NARROW_HEADS
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), expand=False, show_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head == "of whom")
    for row in (row for row in summary.rows if row.incident in summary.gravest):
        table.add_row(*(_wide_cells if wide else _narrow_cells)(row, short))
        if not wide:
            table.add_section()
    return table


_WIDE_HEADS = (
    "Incident", "Date", "Killed", "Civilians", "Children", "Women", "Injured", "Grade", "Answer",
)  # fmt: skip
_NARROW_HEADS = ("Incident", "Killed", "of whom", "Injured", "Grade, answer")


def _wide_cells(row: Row, short: Mapping[str, str]) -> tuple[Text, ...]:
    figures = (row.killed, row.civilians, row.children, row.women, row.injured)
    return (
        Text.assemble(_name(row), "\n", (_where(row, short), "dim")),
        Text(row.date.replace("/", "\n")),
        *(_stack(figure) for figure in figures),
        Text(row.grade),
        Text(row.response),
    )


def _narrow_cells(row: Row, short: Mapping[str, str]) -> tuple[Text, ...]:
    whom = Text("\n").join(
        Text.assemble(f"{name:<10}", say_figure(_without_best(figure)))
        for name, figure in (
            ("civilians", row.civilians),
            ("children", row.children),
            ("women", row.women),
        )
    )
    below = f"\n{row.date}\n{_where(row, short)}"
    return (
        Text.assemble(_name(row), (below, "dim")),
        _stack(row.killed),
        whom,
        say_figure(row.injured),
        Text(f"{row.grade}\n{row.response}"),
    )


def _stack(figure: Figure) -> Text:
    return say_figure(Figure(figure.words.replace(" (best", "\n(best"), figure.claims))


def _without_best(figure: Figure) -> Figure:
    return Figure(figure.words.partition(" (best")[0], figure.claims)


def _name(row: Row) -> str:
    """The title without the day that stands beside it."""
    day = "date unknown" if row.date == UNKNOWN else row.date.replace("/", " to ")
    return clean(row.title.removesuffix(f" · {day}"))


def _where(row: Row, short: Mapping[str, str]) -> str:
    """What the title leaves out of the place, and the identifier."""
    name, _, rest = row.place.partition(", ")
    around = rest if row.title.startswith((name, "place unknown")) else row.place
    return "  ".join(part for part in (clean(around), short[row.incident]) if part)


def _print_sums(console: Console, sums: tuple[SumLine, ...]) -> None:
    if not sums:
        return
    print_section(console, "Sums over these incidents")
    table = Table.grid(padding=(0, 2))
    for line in sums:
        table.add_row(line.what, Text(line.figure.words, style="bold"), _say_without(line))
    print_below(console, table)


def _say_without(line: SumLine) -> Text:
    if not line.without:
        return Text(f"all {line.incidents} incidents give a figure", style="dim")
    return Text(f"without a figure: {line.without} of {line.incidents} incidents", style="dim")


def _print_tallies(console: Console, summary: Summary, name: str) -> None:
    tallies = summary.tallies
    if not tallies:
        return
    print_section(console, "Tallies of recorders (never added to incidents)")
    short = shorten(line.tally for line in tallies)
    for line in (line for line in tallies if line.tally in summary.largest):
        print_below(
            console, Text.assemble(clean(line.title), "  ", (f"{short[line.tally]}", "dim"))
        )
        print_below(console, say_tally(line), indent=4)
        for words in (*line.inequalities, *line.findings):
            print_below(console, Text(clean(words), style="dim"), indent=4)
    hidden = len(tallies) - len(summary.largest)
    _print_rest(console, hidden, f"tallies: onrecord show {name} tally")


def _print_asides(console: Console, summary: Summary, short: Mapping[str, str], name: str) -> None:
    if not summary.asides:
        return
    print_section(console, "Kept beside the sums, never added")
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="bright_black")
    table.add_column(overflow="fold")
    for line in summary.asides:
        told = [
            Text.assemble(clean(figure.words), " ", (_say_ids(figure.claims, short), "dim"))
            for figure in line.figures[:MOST_LINES]
        ]
        table.add_row(line.kind, Text(" · ").join(told))
    print_below(console, table)
    hidden = sum(max(0, len(line.figures) - MOST_LINES) for line in summary.asides)
    _print_rest(console, hidden, f"figures: onrecord export {name} --what asides --format csv")


def _say_ids(claims: tuple[ClaimId, ...], short: Mapping[str, str]) -> str:
    told = [short.get(claim, claim) for claim in claims[:1]]
    return " ".join(told + ([f"and {len(claims) - 1} more"] if len(claims) > 1 else []))


def _print_refusal(console: Console, summary: Summary) -> None:
    if not summary.refusal or not summary.documents:
        return
    print_section(console, "Estimates: refused")
    for reason in summary.refusal:
        print_below(console, Text(f"· {clean(reason)}"))


def _print_waiting(console: Console, summary: Summary, name: str) -> None:
    if not summary.waiting:
        return
    print_section(console, "Waiting for a decision")
    short = shorten(row.incident for row in summary.rows)
    for item in summary.waiting[:MOST_LINES]:
        ids = " ".join(short[incident] for incident in item.incidents)
        print_below(console, Text.assemble("· ", clean(item.question), "  ", (ids, "dim")))
        if item.because:
            print_below(console, Text(clean("; ".join(item.because)), style="dim"), indent=4)
    hidden = len(summary.waiting) - MOST_LINES
    _print_rest(console, hidden, f"questions: onrecord export {name} --what linking --format csv")
    print_below(console, Text(_HOW_TO_ANSWER.format(name=name), style="dim"))


def _print_failures(console: Console, summary: Summary, name: str) -> None:
    if not summary.failures:
        return
    print_section(console, f"Could not be read: {len(summary.failures)}")
    for failed in summary.failures[:MOST_LINES]:
        print_below(console, Text(f"· {clean(failed.item)}: {clean(failed.reason)}"))
        print_below(console, Text(clean(failed.remedy), style="dim"), indent=4)
    hidden = len(summary.failures) - MOST_LINES
    _print_rest(console, hidden, f"failures: onrecord export {name} --what failures --format csv")


def _print_rest(console: Console, hidden: int, words: str, *, newline: bool = False) -> None:
    """How many more there are, and the command that lists them."""
    if hidden > 0:
        before = "\n" if newline else ""
        print_below(console, Text(f"{before}and {hidden} more {words}", style="italic"))


def _print_foot(console: Console, summary: Summary, name: str) -> None:
    console.print()
    if any(row.civilians.words.find("*") >= 0 for row in summary.rows):
        console.print(Text(PRESUMED_NOTE, style="dim"))
    console.print(Text(summary.caveat, style="dim"))
    lost = sum(row.place == NOWHERE for row in summary.rows)
    if lost:
        words = (
            f"Without a place: {lost} of {len(summary.rows)} incidents. If the reports name it, "
        )
        words += "tell where it is with --gazetteer PLACES.csv (name,lat,lon,country)."
        console.print(Text(words, style="dim"))
    if summary.rows:
        short = shorten(row.incident for row in summary.rows)
        first = next(short[row.incident] for row in summary.rows if row.incident in summary.gravest)
        console.print(Text(f"Next: onrecord show {name} incident {first}", style="dim"))
