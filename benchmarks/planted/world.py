"""An invented country: its provinces, districts, towns, and those who speak and print there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from benchmarks.planted.habits import Habits
from benchmarks.planted.names import invent_name, invent_papers, respell

from onrecord.model.vocabulary import SpeakerKind

COUNTRY = "XV"
PARTIES = ("Varnian Armed Forces", "Kestrian Armed Forces", "Toralese Armed Forces", "Ostren Front")
MINISTRIES = (
    "Varnian Ministry of Defense",
    "Kestrian Ministry of Defense",
    "Toralese Ministry of Defense",
    "Ostren Front",
)
_PROVINCES, _DISTRICTS = 8, 5
_CELL_DEGREES = 0.3
_LOCAL = (
    ("Civil Rescue", SpeakerKind.RESPONDER),
    ("General Hospital", SpeakerKind.MEDICAL),
    ("Monitor", SpeakerKind.RECORDER),
    ("Local Council", SpeakerKind.LOCAL_AUTHORITY),
    ("Relief Committee", SpeakerKind.ORGANISATION),
)
_NATIONAL = (
    "Varnian Network for Documentation",
    "Lake Office for Human Rights",
    "Council for Civilian Protection",
)
_PAPERS, _AGENCIES = 60, 4
_SKEW = 0.75


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """A town or village; `gazetteer` is its number there, `None` if no gazetteer has it."""

    name: str
    spellings: tuple[str, ...]
    district: str
    province: str
    lat: float
    lon: float
    gazetteer: str | None


@dataclass(frozen=True, slots=True)
class Organ:
    """A voice that speaks of attacks, or a paper or agency that prints them."""

    name: str
    kind: SpeakerKind


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """The country; `weights` say how often each town is hit, summed up along the list.

    `neighbours` gives the town that lies nearest to each, by name.
    """

    habits: Habits
    towns: Sequence[Town]
    weights: Sequence[float]
    papers: tuple[Organ, ...]
    agencies: tuple[Organ, ...]
    national: tuple[Organ, ...]
    local: dict[str, tuple[Organ, ...]]
    neighbours: dict[str, Town]


def make_world(claims: int, habits: Habits, rng: Random) -> World:
    """A country of a size that fits so many claims."""
    towns = _make_towns(20 + claims * habits.towns_for_thousand // 1000, habits, rng)
    districts = dict.fromkeys(town.district for town in towns)
    return World(
        habits=habits,
        towns=towns,
        weights=list(accumulate(1 / (rank + 2) ** _SKEW for rank in range(len(towns)))),
        papers=tuple(Organ(name, SpeakerKind.PUBLISHER) for name in invent_papers(rng, _PAPERS)),
        agencies=tuple(
            Organ(f"{invent_name(rng)} News Agency", SpeakerKind.AGENCY) for _ in range(_AGENCIES)
        ),
        national=tuple(Organ(name, SpeakerKind.RECORDER) for name in _NATIONAL),
        local={
            district: tuple(Organ(f"{district} {kind}", sort) for kind, sort in _LOCAL)
            for district in districts
        },
        neighbours=_find_neighbours(towns),
    )


def _make_towns(many: int, habits: Habits, rng: Random) -> list[Town]:
    """Towns of different names, spread over districts of about thirty kilometres."""
    names: dict[str, None] = {}
    while len(names) < many + _PROVINCES * (_DISTRICTS + 1):
        names[invent_name(rng, 2 + (rng.random() < 0.35))] = None
    taken = iter(names)
    areas = []
    for north in range(_PROVINCES):
        province = next(taken)
        areas += [(province, next(taken), north, east) for east in range(_DISTRICTS)]
    return [_make_town(name, areas[rng.randrange(len(areas))], habits, rng) for name in taken]


def _make_town(name: str, area: tuple[str, str, int, int], habits: Habits, rng: Random) -> Town:
    province, district, north, east = area
    listed = rng.random() >= habits.unlisted
    return Town(
        name=name,
        spellings=(respell(name, rng), respell(name, rng)),
        district=district,
        province=province,
        lat=round(30 + (north + rng.random()) * _CELL_DEGREES, 4),
        lon=round(50 + (east + rng.random()) * _CELL_DEGREES, 4),
        gazetteer=f"planted:{name}" if listed else None,
    )


def _find_neighbours(towns: Sequence[Town]) -> dict[str, Town]:
    by_district: dict[str, list[Town]] = {}
    for town in towns:
        by_district.setdefault(town.district, []).append(town)
    found = {}
    for group in by_district.values():
        for town in group:
            others = [other for other in group if other is not town] or [town]
            found[town.name] = min(others, key=lambda other: _gap(town, other))
    return found


def _gap(one: Town, other: Town) -> float:
    return (one.lat - other.lat) ** 2 + (one.lon - other.lon) ** 2
