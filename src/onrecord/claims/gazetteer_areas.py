"""Tables of divisions and countries → areas of the gazetteer, with the spellings of their seats."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from onrecord.claims.countries import load_countries
from onrecord.claims.lexicon import Entry, load_lexicon
from onrecord.claims.name_keys import TRANSLITERATED, core_of, name_key, plain_name, skeleton

TABLES = ("geonames_admin1.csv", "geonames_admin2.csv")

AreaRow = tuple[str, str, str, str | None, str | None, str | None, float | None, float | None, int]
ProvinceKey = tuple[str, str]


@dataclass(frozen=True)
class Province:
    """A first division: the name we give it, and all its names; `renamed` if the name is ours."""

    name: str
    spelled: tuple[str, ...]
    lat: float | None
    lon: float | None
    renamed: bool

    @cached_property
    def bones(self) -> frozenset[str]:
        """The skeletons of its names."""
        return frozenset(skeleton(core_of(name)) for name in self.spelled)


@dataclass(frozen=True, slots=True)
class Area:
    """A row of the gazetteer and its spellings; `seat` is the number of the town called like it."""

    row: AreaRow
    spelled: tuple[str, ...]
    seat: int | None = None

    @property
    def country(self) -> str | None:
        """The country of the row."""
        return self.row[3]


@dataclass(frozen=True, slots=True)
class Seat:
    """A town that areas may be called by."""

    number: int
    population: int
    spelled: tuple[str, ...]
    lat: float
    lon: float


class Seats:
    """The largest town of each name in each province: areas called like it share its spellings."""

    def __init__(self) -> None:
        self._seats: dict[tuple[str, str, str], Seat] = {}

    def note(self, number: int, city: Mapping[str, Any], spelled: list[str]) -> None:
        """Take a town in."""
        country = city["countrycode"]
        if country not in TRANSLITERATED:
            return
        key = (country, city["admin1code"], skeleton(city["name"]))
        known = self._seats.get(key)
        if known is None or city["population"] > known.population:
            self._seats[key] = Seat(
                number, city["population"], tuple(spelled), city["latitude"], city["longitude"]
            )

    def find(self, key: ProvinceKey, bones: frozenset[str]) -> Seat | None:
        """The largest town of one of these skeletons in a province."""
        found = [seat for bone in sorted(bones) if (seat := self._seats.get((*key, bone)))]
        return max(found, key=lambda seat: (seat.population, -seat.number), default=None)


def read_provinces() -> dict[ProvinceKey, Province]:
    """All first divisions by country and GeoNames code."""
    ours = {
        (entry.text("country"), entry.text("code")): entry
        for entry in load_lexicon("en_places")["province"]
    }
    return {
        key: _province(row, ours.get(key))
        for row in _read_table(TABLES[0])
        for key in [(row["country"], row["code"])]
    }


def names_of_seats(provinces: Mapping[ProvinceKey, Province]) -> dict[tuple[str, str, str], str]:
    """The names that we give to towns called like a province that we name otherwise."""
    return {
        (*key, bone): province.name
        for key, province in provinces.items()
        if province.renamed
        for bone in province.bones
    }


def province_areas(provinces: Mapping[ProvinceKey, Province], seats: Seats) -> Iterator[Area]:
    """A row for each province; it shares the spellings of its seat."""
    for (country, code), province in provinces.items():
        seat = seats.find((country, code), province.bones)
        ref, name = f"geonames-admin:{country}.{code}", province.name
        row = (ref, name, "province", country, code, name, province.lat, province.lon, 0)
        yield Area(row, (*province.spelled, *(seat.spelled if seat else ())))


def district_areas(provinces: Mapping[ProvinceKey, Province], seats: Seats) -> Iterator[Area]:
    """A row for each second division; its spellings are its seat's too."""
    for row in _read_table(TABLES[1]):
        country, code = row["country"], row["admin1"]
        province = provinces.get((country, code))
        name = plain_name(row["name"], country)
        seat = seats.find((country, code), frozenset({skeleton(core_of(name))}))
        ref = f"geonames-admin:{country}.{code}.{name_key(name).replace(' ', '-')}"
        lat = _number(row["lat"]) if row["lat"] or seat is None else seat.lat
        lon = _number(row["lon"]) if row["lon"] or seat is None else seat.lon
        admin1 = province.name if province else None
        area = (ref, core_of(name), "district", country, code, admin1, lat, lon, 0)
        yield Area(area, (row["name"], core_of(row["name"])), seat.number if seat else None)


def country_areas() -> Iterator[Area]:
    """A row for each country."""
    for country in load_countries().values():
        ref = f"iso3166:{country.code}"
        row = (ref, country.name, "country", country.code, None, None, None, None, 0)
        yield Area(row, country.names)


def _province(row: Mapping[str, str], entry: Entry | None) -> Province:
    listed = [row["name"], row["other_name"]]
    if entry is not None:
        listed += [entry.text("name"), *entry.texts("aliases")]
    return Province(
        name=entry.text("name") if entry else plain_name(row["name"], row["country"]),
        spelled=tuple(
            form for name in listed if name for form in dict.fromkeys((name, core_of(name)))
        ),
        lat=_number(row["lat"]),
        lon=_number(row["lon"]),
        renamed=entry is not None,
    )


def _read_table(name: str) -> list[dict[str, str]]:
    content = files("onrecord.claims").joinpath("lexicons", name).read_text("utf-8")
    return list(csv.DictReader(content.splitlines()))


def _number(text: str) -> float | None:
    return float(text) if text else None
