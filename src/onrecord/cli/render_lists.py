"""All incidents, documents, claims or tallies of a case → one line each in the terminal."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.render import clean, quote, say_figure, shorten
from onrecord.cli.render_summary import say_tally
from onrecord.publications.source import Publishable
from onrecord.publications.summary import TallyLine, summarise_case
from onrecord.publications.wording import UNKNOWN, say_code, say_interval


def list_incidents(console: Console, case: Publishable) -> None:
    """Prints identifier, day, title, killed and grade of each incident."""
    rows = summarise_case(case).rows
    short = shorten(row.incident for row in rows)
    _print_rows(
        console,
        (
            (
                Text(short[row.incident], style="dim"),
                Text(row.date),
                Text(clean(row.title)),
                say_figure(row.killed),
                Text(row.grade),
            )
            for row in rows
        ),
    )


def list_documents(console: Console, case: Publishable) -> None:
    """Prints identifier, publisher, date and number of claims of each document."""
    claims = Counter(claim.document for claim in case.claims())
    _print_rows(
        console,
        (
            (
                Text(clean(document.id)),
                Text(clean(document.publisher) or UNKNOWN),
                Text(
                    say_interval(document.published.from_, document.published.to)
                    if document.published
                    else UNKNOWN
                ),
                Text(f"{claims[document.id]} claims"),
            )
            for document in case.documents()
        ),
    )


def list_claims(console: Console, case: Publishable) -> None:
    """Prints identifier, type, originator and words of each claim."""
    claims = case.claims()
    short = shorten(claim.id for claim in claims)
    _print_rows(
        console,
        (
            (
                Text(short[claim.id], style="dim"),
                Text(say_code(claim.type)),
                Text(clean(claim.originator) or UNKNOWN),
                quote(claim.quote),
            )
            for claim in claims
        ),
    )


def list_tallies(console: Console, case: Publishable) -> None:
    """Prints identifier, title and check of each tally, and beside it what our incidents come to."""
    lines = summarise_case(case).tallies
    short = shorten(line.tally for line in lines)
    _print_rows(console, ((_name(line, short), _describe(line)) for line in lines))


def _name(line: TallyLine, short: Mapping[str, str]) -> Text:
    return Text(short[line.tally], style="dim")


def _describe(line: TallyLine) -> Text:
    """The tally on two lines, then ours, then the findings."""
    told = [Text(clean(line.title)), say_tally(line)]
    for party, words in line.beside:
        whose = f" ({clean(party)})" if party else ""
        told.append(Text(f"our incidents{whose}: {words}", style="dim"))
    told += [Text(f"⚑ {clean(finding)}", style="dim") for finding in line.findings]
    return Text("\n").join(told)


def _print_rows(console: Console, rows: Iterable[tuple[Text, ...]]) -> None:
    table = Table.grid(padding=(0, 2))
    for row in rows:
        table.add_row(*row)
    console.print(table if table.row_count else Text("none", style="dim"))
