"""Sums over incidents, told apart by place, month, party, weapon, object or class → the terminal."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.render import clean, print_below, print_section
from onrecord.model.tally import SliceBy, Sum, SumSlice
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.publications.source import Publishable
from onrecord.publications.wording import (
    CAVEAT,
    PRESUMED_NOTE,
    UNKNOWN,
    say_code,
    say_sum,
)

Column = tuple[str, Harm, VictimClass | None]
_COLUMNS: tuple[Column, ...] = (
    ("killed", Harm.KILLED, None),
    ("civilians", Harm.KILLED, VictimClass.CIVILIAN),
    ("children", Harm.KILLED, VictimClass.CHILD),
    ("women", Harm.KILLED, VictimClass.WOMAN),
    ("injured", Harm.INJURED, None),
)
_ONCE = frozenset({None, SliceBy.PLACE, SliceBy.COUNTRY, SliceBy.MONTH})
_SCOPES = {"only": "only it is named", "any": "wherever it is named", "": ""}
_OVERLAP = (
    "One incident may stand in several of these lines: they are not to be added to each other."
)


def show_sums(console: Console, case: Publishable) -> None:
    """Prints the sums of the selected incidents, with what gives no figure and what is left out."""
    slices = case.slices()
    by = slices[0].by if slices else None
    title = f"Sums by {by.value}" if by else "Sums over these incidents"
    console.print(Text(title, style="bold"))
    print_known_on(console, case)
    console.print(_draw_classes(slices) if by is SliceBy.CLASS else _draw_slices(slices))
    if by not in _ONCE:
        print_below(console, Text(_OVERLAP, style="dim"))
    _print_left_out(console, slices)
    _print_beside(console, case)
    if any(sum.presumed for slice in slices for sum in slice.sums):
        console.print(Text(PRESUMED_NOTE, style="dim"))
    console.print(Text(CAVEAT, style="dim"))


def print_known_on(console: Console, case: Publishable) -> None:
    """Prints the day of the past at which the case is looked at, if it is one."""
    day = case.known_on()
    if day is None:
        return
    undated = len(case.undated())
    words = f"As known on {day.isoformat()}: {len(case.documents())} documents published by then"
    words += f"; {undated} without a date are left out" if undated else ""
    console.print(Text(words, style="italic"))


def _draw_slices(slices: Sequence[SumSlice]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), show_edge=False)
    table.add_column("")
    for name in ("incidents", *(name for name, _, _ in _COLUMNS)):
        table.add_column(name, justify="right")
    for slice in slices:
        cells = [_say_cell(slice, harm, victims) for _, harm, victims in _COLUMNS]
        table.add_row(_say_key(slice), str(len(slice.incidents)), *cells)
    return table


def _draw_classes(slices: Sequence[SumSlice]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), show_edge=False)
    table.add_column("")
    harms = [harm for harm in Harm if any(sum.harm is harm for one in slices for sum in one.sums)]
    for harm in harms:
        table.add_column(say_code(harm), justify="right")
    for slice in slices:
        found = {sum.harm: sum for sum in slice.sums}
        table.add_row(say_code(slice.key), *(_say_sum(found.get(harm)) for harm in harms))
    return table


def _say_key(slice: SumSlice) -> Text:
    scope = _SCOPES[slice.scope]
    key = say_code(slice.key) if slice.by in (SliceBy.WEAPON, SliceBy.OBJECT) else slice.key
    return Text.assemble(clean(key), (f"  {scope}" if scope else "", "dim"))


def _say_cell(slice: SumSlice, harm: Harm, victims: VictimClass | None) -> Text:
    found = [one for one in slice.sums if (one.harm, one.class_) == (harm, victims)]
    return _say_sum(found[0] if found else None)


def _say_sum(sum: Sum | None) -> Text:
    """A sum; below it how many of its incidents give no figure."""
    if sum is None:
        return Text(UNKNOWN, style="dim italic")
    without = f"\n{len(sum.without)} without" if sum.without else ""
    return Text.assemble((say_sum(sum), "bold"), (without, "dim"))


def _print_left_out(console: Console, slices: Sequence[SumSlice]) -> None:
    if not slices or not slices[0].left_out:
        return
    print_section(console, "Left out, though they may belong here")
    for one in slices[0].left_out:
        ids = " ".join(one.incidents[:_MOST])
        more = f" and {len(one.incidents) - _MOST} more" if len(one.incidents) > _MOST else ""
        words = f"· {one.reason}: {len(one.incidents)}  "
        print_below(console, Text.assemble(words, (ids + more, "dim")))


_MOST = 6


def _print_beside(console: Console, case: Publishable) -> None:
    """What is never added to these sums, and how much of it there is."""
    asides, tallies = case.asides(), case.tallies()
    if not asides and not tallies:
        return
    print_section(console, "Never added here")
    kinds: dict[str, int] = {}
    for aside in asides:
        kinds[say_code(aside.kind)] = kinds.get(say_code(aside.kind), 0) + 1
    for tally in tallies:
        kinds[f"tally: {say_code(tally.kind)}"] = kinds.get(f"tally: {say_code(tally.kind)}", 0) + 1
    words = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    print_below(console, Text(words, style="dim"))
