"""What contradicts what in an incident, and what merely grew → the terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.cli.numbering import Numbers, cite
from onrecord.cli.render import clean, print_below, print_section
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Contradiction, Incident
from onrecord.publications.growth import list_growth
from onrecord.publications.records import flags_of
from onrecord.publications.wording import say_flag

_SHOWN_ELSEWHERE = "constraint_conflict"


def print_differences(console: Console, incident: Incident, numbers: Numbers) -> None:
    """Prints contradictions with the claims of each side, tolls that grew, and what to look at."""
    _print_contradictions(console, incident, numbers)
    growth = list_growth(incident.support.voices)
    if growth:
        print_section(console, "What merely grew? (no contradiction)")
        for words, claims in growth:
            print_below(console, Text(f"{clean(words)}  {cite(claims, numbers)}"))
    flags = [flag for flag in flags_of(incident) if not flag.startswith(_SHOWN_ELSEWHERE)]
    if flags:
        print_section(console, "What should a person look at?")
        for flag in flags:
            print_below(console, Text.assemble(("⚑ ", "magenta"), say_flag(flag)))


def _print_contradictions(console: Console, incident: Incident, numbers: Numbers) -> None:
    contradictions, clashes = incident.support.contradictions, incident.counting.clashes
    if not contradictions and not clashes:
        return
    print_section(console, "What contradicts what?")
    for item in contradictions:
        note = " (only a headline, which may have lost its “at least”)" * _is_explained(item)
        _print_one(console, f"{clean(item.words)}{note}", _say_sides(item.sides, numbers))
    for clash in clashes:
        _print_one(console, clean(clash.words), _say_sides(clash.sides, numbers))


def _print_one(console: Console, words: str, sides: str) -> None:
    print_below(console, Text.assemble(("≠ ", "magenta"), words, "  ", (sides, "dim")))


def _is_explained(item: Contradiction) -> bool:
    return item.status == "explained"


def _say_sides(sides: Iterable[Sequence[ClaimId]], numbers: Numbers) -> str:
    """The claims of each side, the sides told apart."""
    return " against ".join(cite(side, numbers) for side in sides)
