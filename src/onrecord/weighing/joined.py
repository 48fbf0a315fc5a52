"""Counts joined by "and" → their sums beside them: "three teachers and two nurses" are five.

Those of one class are added too: "two boys and a girl" are three children.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model.claim import Count
from onrecord.model.vocabulary import Age, Basis, Sex, Status, VictimClass

_GROWN = {Sex.WOMAN: VictimClass.WOMAN, Sex.MAN: VictimClass.MAN}
_EXACT = frozenset({Basis.EXACT, Basis.RANGE, Basis.ABOUT})


def add_joined(counts: Sequence[Count]) -> list[Count]:
    """The counts of one claim; those joined under one verb become parts of their sum.

    The reader marks a count `joined` if it stands beside an earlier one of the same harm under
    the same verb (DOMAIN.md section 4: "X and Y" are disjoint). A joined count that is already
    divided keeps its parts; those of one class become items of that class's sum. Counts of one claim only: words of two claims may name the same people.
    """
    made: list[Count] = []
    for place, count in enumerate(counts):
        group = _group_of(counts, place)
        if group is None:
            made.append(count)
            continue
        joined = [counts[one] for one in group]
        alike = _of_class(joined, _class_of(count))
        made.append(replace(count, series="item" if len(alike) > 1 else "part"))
        if group[-1] == place:
            made += [_sum(joined), *_sum_classes(joined)]
    return made


def _sum_classes(counts: Sequence[Count]) -> Iterator[Count]:
    """The sum of each class that several of the joined counts are of."""
    for class_ in sorted({_class_of(count) for count in counts} - {None}, key=str):
        alike = _of_class(counts, class_)
        if len(alike) > 1:
            sexes, ages = {one.sex for one in alike}, {one.age for one in alike}
            yield replace(
                _sum(alike),
                sex=next(iter(sexes)) if len(sexes) == 1 else Sex.UNKNOWN,
                age=next(iter(ages)) if len(ages) == 1 else Age.UNKNOWN,
                series="part",
            )


def _class_of(count: Count) -> VictimClass | None:
    if count.age is Age.CHILD:
        return VictimClass.CHILD
    return _GROWN.get(count.sex)


def _of_class(counts: Sequence[Count], class_: VictimClass | None) -> list[Count]:
    return [] if class_ is None else [one for one in counts if _class_of(one) is class_]


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
