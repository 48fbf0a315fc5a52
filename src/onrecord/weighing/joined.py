"""Counts joined by "and" → their sum beside them: "three teachers and two nurses" are five."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.claim import Count
from onrecord.model.vocabulary import Age, Basis, Sex, Status

_EXACT = frozenset({Basis.EXACT, Basis.RANGE, Basis.ABOUT})


def add_joined(counts: Sequence[Count]) -> list[Count]:
    """The counts of one claim; those joined under one verb become parts of their sum.

    The reader marks a count `joined` if it stands beside an earlier one of the same harm under
    the same verb (DOMAIN.md section 4: "X and Y" are disjoint). A joined count that is already
    divided keeps its parts. Counts of one claim only: words of two claims may name the same people.
    """
    made: list[Count] = []
    for place, count in enumerate(counts):
        group = _group_of(counts, place)
        made.append(count if group is None else replace(count, series="part"))
        if group is not None and group[-1] == place:
            made.append(_sum([counts[one] for one in group]))
    return made


def _group_of(counts: Sequence[Count], place: int) -> list[int] | None:
    """The places of the counts joined with this one, itself among them; `None` if it stands alone."""
    harm = counts[place].harm
    tops = [
        number
        for number, count in enumerate(counts)
        if count.harm is harm and count.subset_of is None and count.series in (None, "joined")
    ]
    if place not in tops:
        return None
    groups: list[list[int]] = []
    for number in tops:
        if counts[number].series == "joined" and groups:
            groups[-1].append(number)
        else:
            groups.append([number])
    found = next(group for group in groups if place in group)
    return found if len(found) > 1 else None


def _sum(counts: Sequence[Count]) -> Count:
    tops = [count.max for count in counts]
    stated = [count.stated for count in counts]
    exact = all(count.basis in _EXACT for count in counts)
    return replace(
        counts[0],
        min=sum(count.min for count in counts),
        max=None if None in tops else sum(top for top in tops if top is not None),
        stated=None if None in stated else sum(one for one in stated if one is not None),
        basis=counts[0].basis if exact else Basis.AT_LEAST,
        sex=Sex.UNKNOWN,
        age=Age.UNKNOWN,
        status=_shared([count.status for count in counts]),
        series=None,
    )


def _shared(statuses: Sequence[Status]) -> Status:
    return statuses[0] if len(set(statuses)) == 1 else Status.UNKNOWN
