"""Incidents → their sums by place, month, party, weapon or object.

By place and month every incident stands in one slice, so that the lower ends of the slices add up
to those of the whole. By party, weapon and object one incident may stand in several.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model.incident import Incident
from onrecord.model.tally import EVERYTHING, Selection, SliceBy, SumSlice
from onrecord.tallies.selecting import list_left_out, select_incidents
from onrecord.tallies.sums import sum_incidents

UNKNOWN = "unknown"
_NOT_ONE = "not within one month"


def slice_sums(
    incidents: Iterable[Incident], by: SliceBy | None = None, selection: Selection = EVERYTHING
) -> tuple[SumSlice, ...]:
    """The sums of each slice of the selected incidents; one slice of all, if `by` is `None`.

    What is unknown is a slice of its own, and comes last. Each slice says which incidents may
    belong to the selection and are left out.
    """
    every = tuple(incidents)
    held = select_incidents(every, selection)
    left_out = list_left_out(every, selection)
    return tuple(replace(one, left_out=left_out) for one in _slice(held, by))


def _slice(incidents: Sequence[Incident], by: SliceBy | None) -> tuple[SumSlice, ...]:
    if by is None:
        return (_make_slice(None, "all", incidents),)
    if by is SliceBy.PARTY:
        return _slice_by_party(incidents)
    if by is SliceBy.CLASS:
        return _slice_by_class(incidents)
    groups: dict[str, list[Incident]] = {}
    for incident in incidents:
        for key in _KEYS[by](incident) or (UNKNOWN,):
            groups.setdefault(key, []).append(incident)
    return tuple(_make_slice(by, key, groups[key]) for key in sorted(groups, key=_rank))


def _slice_by_party(incidents: Sequence[Incident]) -> tuple[SumSlice, ...]:
    """Two slices for each party: where only it is named, and wherever it is named."""
    named: dict[str, list[Incident]] = {}
    only: dict[str, list[Incident]] = {}
    for incident in incidents:
        parties = {party.name for party in incident.support.parties}
        for party in parties or {UNKNOWN}:
            named.setdefault(party, []).append(incident)
            if len(parties) <= 1:
                only.setdefault(party, []).append(incident)
    slices = []
    for party in sorted(named, key=_rank):
        slices.append(_make_slice(SliceBy.PARTY, party, only.get(party, ()), scope="only"))
        slices.append(_make_slice(SliceBy.PARTY, party, named[party], scope="any"))
    return tuple(slices)


def _slice_by_class(incidents: Sequence[Incident]) -> tuple[SumSlice, ...]:
    """The sums of one class each; all people come first, and classes are parts of them."""
    sums = sum_incidents(incidents)
    ids = tuple(sorted(one.id for one in incidents))
    classes = dict.fromkeys(one.class_ for one in sums)
    return tuple(
        SumSlice(
            by=SliceBy.CLASS,
            key=class_.value if class_ else "all",
            incidents=ids,
            sums=tuple(one for one in sums if one.class_ is class_),
        )
        for class_ in classes
    )


def _make_slice(
    by: SliceBy | None, key: str, incidents: Sequence[Incident], *, scope: str = ""
) -> SumSlice:
    return SumSlice(
        by=by,
        key=key,
        scope=scope,
        incidents=tuple(sorted(one.id for one in incidents)),
        sums=sum_incidents(incidents),
    )


def _rank(key: str) -> tuple[bool, bool, str]:
    return (key == UNKNOWN, key == _NOT_ONE, key)


def _find_country(incident: Incident) -> tuple[str, ...]:
    place = incident.place
    return (place.country,) if place and place.country else ()


def _find_province(incident: Incident) -> tuple[str, ...]:
    place = incident.place
    if place is None or not (place.admin1 or place.country):
        return ()
    return (", ".join(part for part in (place.admin1, place.country) if part),)


def _find_month(incident: Incident) -> tuple[str, ...]:
    when = incident.when
    if when is None:
        return ()
    months = [_name_month(day) for day in (when.from_, when.to)]
    return (months[0] if months[0] == months[1] else _NOT_ONE,)


def _name_month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


_KEYS: Mapping[SliceBy, Callable[[Incident], tuple[str, ...]]] = {
    SliceBy.COUNTRY: _find_country,
    SliceBy.PLACE: _find_province,
    SliceBy.MONTH: _find_month,
    SliceBy.WEAPON: lambda incident: tuple(one.value for one in incident.weapons),
    SliceBy.OBJECT: lambda incident: tuple(one.value for one in incident.objects),
}
