"""Kinds of people harmed at one incident → the constraints between their numbers.

Every person harmed has one standing and is one of child, woman, man or none of these; so both
divisions add up to all people of that harm. The killed and the injured are the killed or injured.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.tallies.constraints import Constraint, add_up

STANDINGS = (VictimClass.CIVILIAN, VictimClass.FIGHTER)
KINDS = (VictimClass.CHILD, VictimClass.WOMAN, VictimClass.MAN)
DEAD_OR_MISSING = "dead or missing"
_PLURALS = {
    VictimClass.CIVILIAN: "civilians",
    VictimClass.FIGHTER: "fighters",
    VictimClass.CHILD: "children",
    VictimClass.WOMAN: "women",
    VictimClass.MAN: "men",
}


class People(NamedTuple):
    """Those harmed in one way, of one standing and one kind; `None` is of any."""

    harm: Harm
    standing: VictimClass | None = None
    kind: VictimClass | None = None

    @property
    def name(self) -> str:
        """Who they are in words: "children among the civilians killed"."""
        harm = name_harm(self.harm)
        if self.standing is None:
            return f"{_PLURALS[self.kind]} {harm}" if self.kind else harm
        who = f"{_PLURALS[self.standing]} {harm}"
        return f"{_PLURALS[self.kind]} among the {who}" if self.kind else who


def name_harm(harm: Harm) -> str:
    """A harm in words: "killed or injured"."""
    return harm.value.replace("_", " ")


def name_class(harm: Harm, class_: VictimClass | None) -> str:
    """The name of all people of a harm, or of those of one class."""
    return (
        People(harm, class_, None).name if class_ in STANDINGS else People(harm, None, class_).name
    )


def name_rest(harm: Harm, classes: Sequence[VictimClass]) -> str:
    """The name of those who are in none of some classes that exclude each other."""
    if classes and classes[0] in STANDINGS:
        return f"{name_harm(harm)} of other or untold standing"
    return f"others {name_harm(harm)}"


def divide(people: Collection[People]) -> list[Constraint]:
    """What the numbers of these people, and of the rest of each division, must keep to."""
    found: list[Constraint] = []
    for harm in sorted({one.harm for one in people}):
        told = [one for one in people if one.harm is harm]
        found += _divide_harm(harm, told)
    return found


def _divide_harm(harm: Harm, people: Sequence[People]) -> list[Constraint]:
    rows = [class_ for class_ in STANDINGS if any(one.standing is class_ for one in people)]
    columns = [class_ for class_ in KINDS if any(one.kind is class_ for one in people)]
    whole = People(harm).name
    lines = [
        add_up(
            [*(name_class(harm, one) for one in classes), name_rest(harm, classes)],
            whole,
            exact=True,
        )
        for classes in (rows, columns)
        if classes
    ]
    if any(one.standing and one.kind for one in people):
        lines += _cross(harm, rows, columns)
    return lines


def _cross(
    harm: Harm, rows: Sequence[VictimClass], columns: Sequence[VictimClass]
) -> list[Constraint]:
    """Both divisions at once: every standing by kind, and every kind by standing."""
    ins = [*rows, None]
    across = [*columns, None]
    by_row = (
        add_up(
            [_name_cell(harm, row, one) for one in across], _name_sum(harm, row, rows), exact=True
        )
        for row in ins
    )
    by_column = (
        add_up(
            [_name_cell(harm, one, kind) for one in ins], _name_sum(harm, kind, columns), exact=True
        )
        for kind in across
    )
    return [*by_row, *by_column]


def _name_cell(harm: Harm, row: VictimClass | None, column: VictimClass | None) -> str:
    if row and column:
        return People(harm, row, column).name
    if row:
        return f"others among the {People(harm, row).name}"
    if column:
        return f"{People(harm, None, column).name}, of no told standing"
    return f"{name_harm(harm)} of neither told standing nor kind"


def _name_sum(harm: Harm, class_: VictimClass | None, classes: Sequence[VictimClass]) -> str:
    return name_class(harm, class_) if class_ else name_rest(harm, classes)


def tie_harms(harms: Iterable[Harm], *, before: bool, after: bool) -> list[Constraint]:
    """The killed and the injured as the killed or injured, where these are told.

    People die of wounds later: then they leave the injured. `after`: no figure of the killed is
    older than one of the injured; `before`: none is newer. Only figures of one time add up.
    """
    held = {*harms}
    if Harm.KILLED_OR_INJURED not in held or not held & {Harm.KILLED, Harm.INJURED}:
        return []
    killed, injured, both = (
        People(harm).name for harm in (Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED)
    )
    if before and after:
        return [add_up((killed, injured), both, exact=True)]
    lines = [add_up((part,), both) for part in (killed, injured)]
    if before:
        lines.append(add_up((killed, injured), both))
    if after:
        covering = ((both, 1), (killed, -1), (injured, -1))
        lines.append(Constraint(weights=covering, words=f"{both} <= {killed} + {injured}"))
    return lines
