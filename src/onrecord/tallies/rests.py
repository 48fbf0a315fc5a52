"""Ranges of the killed and of the killed or injured → the injured, where only those are told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model.incident import Range
from onrecord.model.vocabulary import Harm
from onrecord.tallies.readings import Reading

REST = "injured_are_the_rest"


def rest_injured(
    by_harm: Mapping[Harm, Range], readings: Sequence[Reading]
) -> tuple[Range | None, bool]:
    """The injured, and whether they are the rest of "six people were shot, two of them dead".

    Known parts are at most the whole, so that the rest of the whole bounds the other part. Where
    somebody counts all the injured, that count stays.
    """
    told = by_harm.get(Harm.INJURED)
    whole, dead = by_harm.get(Harm.KILLED_OR_INJURED), by_harm.get(Harm.KILLED)
    if (
        whole is None
        or dead is None
        or (told is not None and not all(reading.weak for reading in readings))
    ):
        return told, False
    shot, died = _number(whole), _number(dead)
    rest = shot - died
    if rest < 0 or (told is not None and told.min > rest):
        return told, False
    base = told or whole
    made = replace(
        base, min=rest, max=rest, open=whole.open, best=rest, best_reason=whole.best_reason,
        presumed=False, claims=tuple(sorted({*whole.claims, *dead.claims})),
        because=(f"the rest of {shot} killed or injured, {died} of them killed",),
    )  # fmt: skip
    return made, True


def _number(range_: Range) -> int:
    return range_.best if range_.best is not None else range_.min
