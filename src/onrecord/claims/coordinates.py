"""Text → places given by coordinates: degrees, or squares of the military grid."""

import re
from collections.abc import Iterator

from onrecord.claims.grid import locate_square
from onrecord.model.claim import PlaceMention

_NEAR = 2
# Two digits each way name a square of 1 km. With blanks inside, fewer than three each way may be
# anything: a station's call sign and a year look the same.
_SQUARE = re.compile(
    r"(?<![A-Za-z0-9])(?P<zone>[1-9]|[1-5]\d|60)"
    r"(?:(?P<letters>[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V])(?P<digits>\d{4,10})"
    r"|\s?(?P<apart>[C-HJ-NP-X]\s?[A-HJ-NP-Z][A-HJ-NP-V])\s?(?P<east>\d{3,5})\s?(?P<north>\d{3,5}))"
    r"(?![A-Za-z0-9])"
)
_DECIMAL = re.compile(
    r"(?<![\w.,-])(?P<lat>[-+]?\d{1,2}\.\d{3,})(?:\s?°)?(?:\s?(?P<ns>[NS])\b)?\s?[,;/]?\s?"
    r"(?P<lon>[-+]?\d{1,3}\.\d{3,})(?:\s?°)?(?:\s?(?P<ew>[EW])\b)?(?!\w|\.\d)"
)
_MINUTES = re.compile(
    r"(?<![\w.])(?P<d1>\d{1,2})\s?[°º]\s?(?P<m1>\d{1,2})\s?['′’]\s?(?:(?P<s1>\d{1,2}(?:\.\d+)?)\s?(?:[\"″”]|''))?"
    r"\s?(?P<ns>[NS])[,;/]?\s{0,2}"
    r"(?P<d2>\d{1,3})\s?[°º]\s?(?P<m2>\d{1,2})\s?['′’]\s?(?:(?P<s2>\d{1,2}(?:\.\d+)?)\s?(?:[\"″”]|''))?\s?(?P<ew>[EW])\b"
)
_SOUTH_WEST = frozenset("SW")


def find_coordinates(text: str, *, country: str | None, offset: int = 0) -> list[PlaceMention]:
    """The places that a text gives by coordinates, in order; `offset` is added to the offsets.

    Two bare numbers are coordinates only with three decimals each. The name is as written; a
    square is located by its middle. `country` is the document's, ISO 3166-1 alpha-2.
    """
    found = [*_squares(text), *_degrees(text), *_minutes(text)]
    return [
        PlaceMention(
            text=match[0], start=match.start() + offset, end=match.end() + offset, name=match[0],
            country=country, admin1=None, precision=_NEAR, gazetteer=f"coordinates:{key}",
            lat=point[0], lon=point[1],
        )
        for match, point, key in sorted(found, key=lambda one: one[0].start())
    ]  # fmt: skip


_Located = tuple[re.Match[str], tuple[float, float], str]


def _squares(text: str) -> Iterator[_Located]:
    for match in _SQUARE.finditer(text):
        letters = (match["letters"] or match["apart"]).replace(" ", "")
        digits = match["digits"] or match["east"] + match["north"]
        point = locate_square(int(match["zone"]), letters, digits)
        if point is not None:
            yield match, point, f"{match['zone']}{letters}{digits}"


def _degrees(text: str) -> Iterator[_Located]:
    for match in _DECIMAL.finditer(text):
        lat = _signed(float(match["lat"]), match["ns"])
        lon = _signed(float(match["lon"]), match["ew"])
        yield from _checked(match, lat, lon)


def _minutes(text: str) -> Iterator[_Located]:
    for match in _MINUTES.finditer(text):
        lat, lon = (
            int(match[f"d{n}"]) + int(match[f"m{n}"]) / 60 + float(match[f"s{n}"] or 0) / 3600
            for n in (1, 2)
        )
        yield from _checked(match, _signed(lat, match["ns"]), _signed(lon, match["ew"]))


def _signed(degrees: float, letter: str | None) -> float:
    return -abs(degrees) if letter in _SOUTH_WEST else degrees


def _checked(match: re.Match[str], lat: float, lon: float) -> Iterator[_Located]:
    if abs(lat) <= 90 and abs(lon) <= 180:
        point = (round(lat, 6), round(lon, 6))
        yield match, point, f"{point[0]},{point[1]}"
