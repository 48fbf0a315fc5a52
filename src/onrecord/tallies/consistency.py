"""Ranges and voices against the constraints: parts fit in wholes, or a flag says that they don't.

Two partitions hold at every incident: civilians and fighters are disjoint parts of all people;
so are children, women and men.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model.incident import Range, Voice
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.tallies.constraints import Constraint, Known, Solution, propagate
from onrecord.tallies.readings import Reading, counts_without_status, read_voice

ALL = "all"
BY_STATUS = (VictimClass.CIVILIAN, VictimClass.FIGHTER)
BY_SEX_AND_AGE = (VictimClass.CHILD, VictimClass.WOMAN, VictimClass.MAN)


def check_ranges(
    harm: Harm, total: Range, classes: Mapping[VictimClass, Range]
) -> tuple[Range, list[str]]:
    """The whole range with what the constraints tell of it, and a flag for each conflict.

    The bounds stay those that were stated; what follows from them is said in `because`.
    """
    known = {ALL: _know(total), **{class_.value: _know(one) for class_, one in classes.items()}}
    solution = propagate(known, _constrain(classes))
    if solution.conflicts:
        return total, _flag(harm, solution, "incident")
    lines = _explain(classes, known, solution)
    return replace(total, because=(*total.because, *lines)), []


def check_voice(voice: Voice, harm: Harm) -> list[str]:
    """A flag for each constraint that one voice's own live figures break."""
    readings: dict[VictimClass | None, list[Reading]] = {
        class_: read_voice(voice, harm, class_) for class_ in (None, *BY_STATUS, *BY_SEX_AND_AGE)
    }
    known = {
        class_.value if class_ else ALL: _hull(found) for class_, found in readings.items() if found
    }
    classes = [class_ for class_ in (*BY_STATUS, *BY_SEX_AND_AGE) if readings[class_]]
    solution = propagate(known, _constrain(classes))
    return _flag(harm, solution, voice.originator or "an unknown publisher")


def derive_unknown(
    total: Range,
    classes: Mapping[VictimClass, Range],
    voices: Sequence[Voice],
    harm: Harm,
) -> Range | None:
    """People of unstated status: what civilians and fighters leave of the whole.

    `None` where every voice gives the status of all it counts, or status is presumed.
    """
    parts = [classes[class_] for class_ in BY_STATUS if class_ in classes]
    if any(part.presumed for part in parts) or not _leaves_status_open(voices, harm):
        return None
    tops = [None if part.open else part.max for part in parts]
    known = sum(part.min for part in parts)
    rest = None if None in tops else total.min - sum(top for top in tops if top is not None)
    least = max(0, rest) if rest is not None else 0
    most = None if total.max is None else max(0, total.max - known)
    if most is not None and (most < least or most == 0):
        return None
    claims = tuple(sorted({claim for one in (total, *parts) for claim in one.claims}))
    because = ("what stated civilians and fighters leave of the whole",) if parts else ()
    return Range(min=least, max=most, open=total.open, claims=claims, because=because)


def _leaves_status_open(voices: Sequence[Voice], harm: Harm) -> bool:
    """Whether a voice counts people without saying of all of them what they were."""
    return any(_leaves_open(voice, harm) for voice in voices)


def _leaves_open(voice: Voice, harm: Harm) -> bool:
    if not counts_without_status(voice, harm):
        return False
    stated = [read_voice(voice, harm, class_) for class_ in BY_STATUS]
    known = sum(min(one.min for one in found) for found in stated if found)
    return any(one.top > known for one in read_voice(voice, harm, None))


def _constrain(classes: Mapping[VictimClass, Range] | Sequence[VictimClass]) -> list[Constraint]:
    found = []
    for partition in (BY_STATUS, BY_SEX_AND_AGE):
        parts = tuple(class_.value for class_ in partition if class_ in classes)
        if parts:
            found.append(Constraint(parts=parts, whole=ALL))
    return found


def _know(range_: Range) -> Known:
    return Known(
        min=range_.min,
        max=None if range_.open else range_.max,
        claims=frozenset(range_.claims),
    )


def _hull(readings: Sequence[Reading]) -> Known:
    closed = all(reading.closed and not reading.weak for reading in readings)
    return Known(
        min=min(reading.min for reading in readings),
        max=max(reading.top for reading in readings) if closed else None,
        claims=frozenset(claim for reading in readings for claim in reading.claims),
    )


def _flag(harm: Harm, solution: Solution, where: str) -> list[str]:
    return [
        f"constraint_conflict: {harm.value}: {one.constraint.words} ({where})"
        for one in solution.conflicts
    ]


def _explain(
    classes: Mapping[VictimClass, Range], known: Mapping[str, Known], solution: Solution
) -> list[str]:
    lines = []
    for name in sorted(known):
        before, after = known[name], solution.bounds[name]
        if after.min > before.min:
            lines.append(f"{name}: at least {after.min} follows")
        if after.max is not None and (before.max is None or after.max < before.max):
            lines.append(f"{name}: at most {after.max} follows")
    demographic = [class_.value for class_ in BY_SEX_AND_AGE if class_ in classes]
    tops = [known[name].max for name in demographic]
    if demographic and None not in tops:
        others = known[ALL].min - sum(top for top in tops if top is not None)
        if others > 0:
            lines.append(f"at least {others} others than {', '.join(demographic)}")
    return lines
