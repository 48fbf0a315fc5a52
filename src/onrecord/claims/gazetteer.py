"""Names of places → records: exact spellings first, then the same consonants."""

import math
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from onrecord.claims.gazetteer_build import Progress, gazetteer_file
from onrecord.claims.name_keys import TRANSLITERATED, bare_key, name_key, skeleton
from onrecord.claims.own_places import BadRow, OwnPlace, read_places
from onrecord.claims.place_record import Match, PlaceKind, PlaceRecord

_COLUMNS = "p.ref, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.population"
# Below this likeness (per cent of letters) two names with the same consonants are two names.
_LIKENESS = 70.0
# Two consonants meet by chance too often.
_SHORTEST_SKELETON = 3
_KIND_ORDER = (PlaceKind.COUNTRY, PlaceKind.PLACE, PlaceKind.PROVINCE, PlaceKind.DISTRICT)


class Gazetteer:
    """Looks names up in GeoNames and in the user's own gazetteers.

    `faults` are rows of the user's gazetteers that were left out; `own_countries` the names of the
    countries among them, by code.
    """

    def __init__(
        self, path: Path, own: Sequence[OwnPlace] = (), faults: Sequence[BadRow] = ()
    ) -> None:
        self.faults = tuple(faults)
        self._connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._own_names: dict[str, list[PlaceRecord]] = {}
        self._own_skeletons: dict[str, list[PlaceRecord]] = {}
        self.own_countries = _own_countries(own)
        for place in own:
            self._add(place)
        self._read_names = lru_cache(maxsize=20_000)(self._query_names)
        self._read_skeletons = lru_cache(maxsize=20_000)(self._query_skeletons)
        self._look_up = lru_cache(maxsize=20_000)(self._ranked)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def lookup(
        self,
        name: str,
        *,
        country: str | None = None,
        admin1: str | None = None,
        near: tuple[float, float] | None = None,
    ) -> list[PlaceRecord]:
        """The places of that name, best first; empty if there is none.

        `country` (ISO 3166-1 alpha-2) and `admin1` (a name) put their places first; nothing is
        shut out, so that the caller sees the alternatives. Places with only the same consonants
        are looked for if no exact name is in `country`, and only there. `near` (latitude,
        longitude) decides between places of the same standing.
        """
        return list(self._look_up(name, country, admin1, near))

    def _ranked(
        self,
        name: str,
        country: str | None,
        admin1: str | None,
        near: tuple[float, float] | None,
    ) -> tuple[PlaceRecord, ...]:
        key = name_key(name)
        found = list(self._read_names(key)) if key else []
        if country is not None and not any(_is_enough(record, country) for record in found):
            found += self._read_skeletons(key, country)
        wanted = _Wanted(key, country, admin1, near)
        return tuple(sorted(found, key=lambda record: _rank(record, wanted)))

    def _add(self, place: OwnPlace) -> None:
        country = place.record.country or ""
        for key in sorted({name_key(name) for name in place.names} - {""}):
            self._own_names.setdefault(key, []).append(place.record)
            bones = f"{country}:{skeleton(key)}"
            self._own_skeletons.setdefault(bones, []).append(place.record)

    def _query_names(self, key: str) -> tuple[PlaceRecord, ...]:
        query = f"SELECT DISTINCT {_COLUMNS} FROM names n JOIN places p ON p.id = n.place WHERE n.key = ?"  # noqa: S608 - constant columns
        with closing(self._connection.execute(query, (key,))) as rows:
            found = [_record(row) for row in rows]
        return (*self._own_names.get(key, ()), *found)

    def _query_skeletons(self, key: str, country: str) -> tuple[PlaceRecord, ...]:
        bones = skeleton(key)
        if len(bones) < _SHORTEST_SKELETON:
            return ()
        query = (
            f"SELECT {_COLUMNS} FROM skeletons s JOIN places p ON p.id = s.place WHERE s.key = ?"  # noqa: S608 - constant columns
        )
        with closing(self._connection.execute(query, (f"{country}:{bones}",))) as rows:
            found = [_record(row, Match.SKELETON) for row in rows]
        found += self._own_skeletons.get(f"{country}:{bones}", ())
        return tuple(record for record in found if _alike(key, name_key(record.name)))


def open_gazetteer(
    extra: Sequence[Path] = (), *, folder: Path | None = None, progress: Progress | None = None
) -> Gazetteer:
    """The gazetteer over GeoNames and the given files; built on first use (see gazetteer_build).

    Raises:
        UnreadableGazetteer: a given file is of no known shape.
    """
    own: list[OwnPlace] = []
    faults: list[BadRow] = []
    for path in extra:
        places, bad = read_places(path)
        own += places
        faults += bad
    return Gazetteer(gazetteer_file(folder, progress=progress), own, faults)


_STATES = ("Republic of ", "Kingdom of ", "State of ", "Federation of ", "Union of ", "Emirate of ")


def _own_countries(own: Sequence[OwnPlace]) -> dict[str, str]:
    """Countries of the user: by their kind, or by a formal name ("Republic of X") outside provinces."""
    found: dict[str, str] = {}
    for place in own:
        record = place.record
        formal = record.admin1 is None and any(name.startswith(_STATES) for name in place.names)
        if record.country and (record.kind is PlaceKind.COUNTRY or formal):
            found.setdefault(record.country, record.name)
    return found


def _record(row: Sequence[object], match: Match = Match.EXACT) -> PlaceRecord:
    ref, name, kind, country, admin1, lat, lon, population = row
    return PlaceRecord(
        ref=str(ref),
        name=str(name),
        kind=PlaceKind(str(kind)),
        country=None if country is None else str(country),
        admin1=None if admin1 is None else str(admin1),
        lat=lat if isinstance(lat, float) else None,
        lon=lon if isinstance(lon, float) else None,
        population=population if isinstance(population, int) else 0,
        match=match,
    )


def _is_enough(record: PlaceRecord, country: str) -> bool:
    return record.country == country or record.kind is PlaceKind.COUNTRY


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(bare_key(one), bare_key(other)) >= _LIKENESS


@dataclass(frozen=True, slots=True)
class _Wanted:
    key: str
    country: str | None
    admin1: str | None
    near: tuple[float, float] | None


def _rank(record: PlaceRecord, wanted: _Wanted) -> tuple[object, ...]:
    at_home = record.country == wanted.country or record.kind is PlaceKind.COUNTRY
    return (
        wanted.country is not None and not at_home,
        record.match is Match.SKELETON,
        not record.own,
        wanted.admin1 is not None and record.admin1 != wanted.admin1,
        _distance(record, wanted.near),
        _is_byname(record, wanted.key),
        _kind_order(record, wanted.country),
        -record.population,
        record.ref,
    )


def _is_byname(record: PlaceRecord, key: str) -> bool:
    """Whether a place in Latin letters is called otherwise first of all (Maine, for Des Plaines).

    Where names are romanised, one spelling is as good as another.
    """
    return record.country not in TRANSLITERATED and name_key(record.name) != key


def _kind_order(record: PlaceRecord, country: str | None) -> int:
    """Countries before towns of their name; but Georgia is a state to a text about America."""
    if record.ref == "iso3166:GE" and country == "US":
        return len(_KIND_ORDER)
    return _KIND_ORDER.index(record.kind)


def _distance(record: PlaceRecord, near: tuple[float, float] | None) -> float:
    """Degrees, rounded: only to rank places of one standing."""
    if near is None or record.lat is None or record.lon is None:
        return 0.0
    return round(math.hypot(record.lat - near[0], record.lon - near[1]), 1)
