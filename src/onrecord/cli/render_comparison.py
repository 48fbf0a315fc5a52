"""Why two incidents are one or two → the terminal, in plain words."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord.cli.render import clean, print_below, print_section
from onrecord.model.comparison import Comparison
from onrecord.model.incident import Incident


def show_comparison(console: Console, pair: tuple[Incident, Incident], found: Comparison) -> None:
    """Prints both incidents, what settled whether they are one, and every ground with its weight."""
    for incident in pair:
        console.print(Text.assemble((incident.id, "bold"), f"  {clean(incident.title)}"))
    print_section(console, "Why are they two incidents?")
    _print_lines(console, found.decided_by)
    against = [reason for reason in found.because if _speaks_against(reason)]
    print_section(console, "What speaks for one attack")
    _print_lines(console, (reason for reason in found.because if reason not in against))
    print_section(console, "What speaks against it")
    _print_lines(console, against)
    note = (
        f"Together {found.bits:+.1f} bits; {found.needed:.1f} are needed in a case of this size. "
        "Each bit makes it twice as likely that both tell of one attack."
    )
    print_below(console, Text(note, style="dim"))


def _speaks_against(reason: str) -> bool:
    """Whether the weight in brackets at the end is below nought."""
    return reason.rsplit("(", 1)[-1].startswith("-")


def _print_lines(console: Console, lines: Iterable[str]) -> None:
    known = list(lines)
    for line in known:
        print_below(console, Text(clean(line)))
    if not known:
        print_below(console, Text("nothing", style="dim"))
