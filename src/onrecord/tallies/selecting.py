"""Incidents → those that belong to a selection, those that may, and why the rest is left out."""

from collections.abc import Callable, Iterable, Iterator

from onrecord.model.incident import Incident, Place
from onrecord.model.tally import LeftOut, Selection

# From this precision on a place is as coarse as a vague area, and may hold any place of a country.
_COARSE = 5


def is_held(incident: Incident, selection: Selection) -> bool:
    """Whether an incident surely belongs to a selection."""
    return next(_list_doubts(selection, incident), None) is None


def may_be_held(incident: Incident, selection: Selection) -> bool:
    """Whether an incident belongs to a selection, or may: what is unknown rules nothing out."""
    return not any(outside for _, outside in _list_doubts(selection, incident))


def may_be_elsewhere(place: Place) -> bool:
    """Whether a place is known so coarsely that it may lie in places that it does not name."""
    return place.precision >= _COARSE or None in (place.admin1, place.country)


def select_incidents(incidents: Iterable[Incident], selection: Selection) -> tuple[Incident, ...]:
    """The incidents that surely belong to a selection, each once, by identifier."""
    return _pick(incidents, lambda one: is_held(one, selection))


def select_possible(incidents: Iterable[Incident], selection: Selection) -> tuple[Incident, ...]:
    """The incidents that belong to a selection or may, each once, by identifier."""
    return _pick(incidents, lambda one: may_be_held(one, selection))


def list_left_out(incidents: Iterable[Incident], selection: Selection) -> tuple[LeftOut, ...]:
    """The incidents that may belong to a selection and are left out of it, by reason."""
    found: dict[str, list[Incident]] = {}
    for incident in select_possible(incidents, selection):
        doubt = next(_list_doubts(selection, incident), None)
        if doubt is not None:
            found.setdefault(doubt[0], []).append(incident)
    return tuple(
        LeftOut(reason=reason, incidents=tuple(one.id for one in found[reason]))
        for reason in sorted(found)
    )


def _pick(
    incidents: Iterable[Incident], belongs: Callable[[Incident], bool]
) -> tuple[Incident, ...]:
    held = {one.id: one for one in incidents if belongs(one)}
    return tuple(held[id] for id in sorted(held))


def _list_doubts(selection: Selection, incident: Incident) -> Iterator[tuple[str, bool]]:
    """Each reason against an incident, and whether it rules the incident out."""
    for test in (_doubt_period, _doubt_place, _doubt_parties):
        yield from test(selection, incident)


def _doubt_period(selection: Selection, incident: Incident) -> Iterator[tuple[str, bool]]:
    first, last, when = selection.first, selection.last, incident.when
    if first is None and last is None:
        return
    if when is None:
        yield "date unknown", False
        return
    before = first is not None and when.from_ < first
    after = last is not None and when.to > last
    if before or after:
        outside = (first is not None and when.to < first) or (
            last is not None and when.from_ > last
        )
        yield "may lie outside the period", outside


def _doubt_place(selection: Selection, incident: Incident) -> Iterator[tuple[str, bool]]:
    place = incident.place
    if selection.place is None:
        return
    if place is None:
        yield "place unknown", False
    elif selection.place not in {place.name, place.admin1, place.country}:
        yield "place known only coarsely", not may_be_elsewhere(place)


def _doubt_parties(selection: Selection, incident: Incident) -> Iterator[tuple[str, bool]]:
    wanted = selection.only_party or selection.party
    named = {party.name for party in incident.support.parties}
    if wanted is None:
        return
    if not named:
        yield "no party named", False
    elif wanted not in named:
        yield "another party named", True
    elif selection.only_party is not None and named != {wanted}:
        yield "other parties named too", False
