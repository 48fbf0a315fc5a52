"""Accounts → pairs worth weighing: those that share a day and a name, province or stretch of map."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from onrecord.incidents.places import Level, Spot
from onrecord.incidents.traits import Traits

_CELL_DEGREES = 0.4
ANYWHERE = "anywhere"


def list_days(traits: Traits) -> list[date]:
    """The days of an account and the one after, so that reports a day apart meet."""
    if traits.days is None:
        return []
    first, last = traits.days
    return [first + timedelta(days=n) for n in range((last - first).days + 2)]


def pair_named(traits: Sequence[Traits]) -> list[tuple[int, int]]:
    """Pairs of dated accounts with a named place: same day or the next, same name or near."""
    blocks: dict[Hashable, list[int]] = {}
    for index, each in enumerate(traits):
        for key in {key for day in list_days(each) for key in _name_keys(each, day)}:
            blocks.setdefault(key, []).append(index)
    pairs = set(_pairs_within(blocks.values()))
    pairs |= _pair_by_map(traits)
    return sorted(pairs)


def pair_loose(traits: Sequence[Traits]) -> list[tuple[int, int]]:
    """Pairs of accounts without a named place or a day: same day and province, or same name."""
    blocks: dict[Hashable, list[int]] = {}
    for index, each in enumerate(traits):
        for key in list_loose_keys(each):
            blocks.setdefault(key, []).append(index)
    return sorted(set(_pairs_within(blocks.values())))


def list_loose_keys(traits: Traits) -> set[Hashable]:
    """Where to look for what a loose account may belong to.

    A named place without a day: under its name. An area: under its days and province. No place:
    under its days.
    """
    spots = traits.spots
    if traits.level is Level.NAMED:
        return {name for spot in spots for name in _all_names(spot)}
    if traits.level is Level.AREA:
        return {(day, spot.province) for day in list_days(traits) for spot in spots}
    return {(day, ANYWHERE) for day in list_days(traits)}


def list_found_keys(traits: Traits) -> set[Hashable]:
    """Under which keys a group can be found by loose accounts of every kind."""
    spots = traits.spots
    names: set[Hashable] = {name for spot in spots for name in _all_names(spot)}
    for day in list_days(traits):
        names.add((day, ANYWHERE))
        names.update((day, spot.province) for spot in spots)
    return names


def _all_names(spot: Spot) -> Iterator[str]:
    if spot.gazetteer:
        yield f"id {spot.gazetteer}"
    if spot.level is not Level.NOWHERE:
        yield f"name {spot.skeleton}"
    for holder in sorted(spot.holders):
        yield f"name {holder}"


def _name_keys(traits: Traits, day: date) -> Iterator[Hashable]:
    for spot in traits.spots:
        for name in _all_names(spot):
            yield day, name


def _pairs_within(blocks: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        yield from combinations(block, 2)


def _pair_by_map(traits: Sequence[Traits]) -> set[tuple[int, int]]:
    """Pairs where one place is only "near" a name, so that names cannot bring them together."""
    cells: dict[Hashable, list[int]] = {}
    for index, each in enumerate(traits):
        for day in list_days(each):
            for spot in each.spots:
                if spot.lat is not None and spot.lon is not None:
                    cells.setdefault((day, *_cell(spot.lat, spot.lon)), []).append(index)
    pairs: set[tuple[int, int]] = set()
    for index, each in enumerate(traits):
        for key in _neighbour_cells(each):
            pairs.update(
                (min(index, other), max(index, other))
                for other in cells.get(key, ())
                if other != index
            )
    return pairs


def _neighbour_cells(traits: Traits) -> Iterator[Hashable]:
    for spot in traits.spots:
        if spot.precision > 1 and spot.lat is not None and spot.lon is not None:
            row, column = _cell(spot.lat, spot.lon)
            for day in list_days(traits):
                for up in (-1, 0, 1):
                    for right in (-1, 0, 1):
                        yield day, row + up, column + right


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // _CELL_DEGREES), int(lon // _CELL_DEGREES)
