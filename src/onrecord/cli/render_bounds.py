"""How many people, by harm and class → the terminal, each bound with where it comes from."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

from onrecord.cli.numbering import Numbers, cite
from onrecord.cli.render import clean, print_below, print_section
from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident, Range
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.publications.bounds import find_grounds
from onrecord.publications.wording import (
    CLASS_NAMES,
    PRESUMED_NOTE,
    say_best,
    say_code,
    say_range,
)

Claims = Mapping[ClaimId, Claim]
Line = tuple[str, Harm, VictimClass | None, Range | None]
_ALWAYS = (VictimClass.CIVILIAN, VictimClass.CHILD, VictimClass.WOMAN)


def print_bounds(console: Console, incident: Incident, claims: Claims, numbers: Numbers) -> None:
    """Prints each range with the words that its bounds rest on."""
    print_section(console, "How many people?")
    presumed = False
    for name, harm, victims, found in _list_lines(incident):
        presumed = presumed or bool(found and found.presumed)
        indent = 2 if victims is None else 4
        if found is None:
            words = f"{name}: unknown, for nobody gave a number"
            print_below(console, Text(words, style="dim italic"), indent=indent)
            continue
        print_below(console, Text.assemble(f"{name}: ", (say_range(found), "bold")), indent=indent)
        for reason in _list_reasons(found):
            print_below(console, Text(clean(reason), style="dim"), indent=indent + 2)
        grounds = _say_grounds(found, claims, harm, victims, numbers)
        print_below(console, Text(grounds, style="dim"), indent=indent + 2)
    if presumed:
        print_below(console, Text(PRESUMED_NOTE, style="dim"))


def _list_lines(incident: Incident) -> list[Line]:
    counting = incident.counting
    lines: list[Line] = []
    for harm in Harm:
        classes = counting.by_class.get(harm, {})
        if harm in counting.by_harm or classes or harm in (Harm.KILLED, Harm.INJURED):
            lines.append((say_code(harm), harm, None, counting.by_harm.get(harm)))
        lines += [
            (f"of them {CLASS_NAMES[victims]}", harm, victims, classes.get(victims))
            for victims in VictimClass
            if victims in classes or (harm in counting.by_harm and victims in _shown(harm))
        ]
    return lines


def _shown(harm: Harm) -> tuple[VictimClass, ...]:
    """The classes that are shown though nobody counts them: of the killed, they are asked for."""
    return _ALWAYS if harm is Harm.KILLED else ()


def _list_reasons(found: Range) -> Iterable[str]:
    yield from _join_bounds(found)
    if found.best is not None and found.best_reason and found.min != found.max:
        yield f"best {found.best}: {say_best(found.best_reason)}"
    if found.strict_min is not None and found.strict_min != found.min:
        yield f"without presuming anybody a civilian: at least {found.strict_min}"
    if found.status:
        yield f"the standing of the victims is {say_code(found.status)}"


def _join_bounds(found: Range) -> Iterable[str]:
    """Where both bounds come from; one line where one number has one origin."""
    origins = [reason.partition(": ") for reason in found.because]
    if found.min == found.max and len({origin for *_, origin in origins}) == 1 and origins[0][2]:
        return [f"stated by: {origins[0][2]}"]
    return found.because


def _say_grounds(
    found: Range, claims: Claims, harm: Harm, victims: VictimClass | None, numbers: Numbers
) -> str:
    """The words of the numbers and the claims that say them: `“17” [3], “six civilians” [7]`."""
    said: dict[tuple[str, ...], list[ClaimId]] = {}
    for ground in find_grounds(found, claims, harm=harm, victims=victims):
        said.setdefault(ground.words, []).append(ground.claim)
    told = [
        f"{' and '.join(f'“{clean(one)}”' for one in words) or 'no number'} {cite(ids, numbers)}"
        for words, ids in said.items()
    ]
    return f"words: {', '.join(told)}" if told else ""
