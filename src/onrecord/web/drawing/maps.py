"""Places of incidents → a map: outlines and points, no finer than the place of each is known.

Equirectangular, true at the middle latitude of the map. Outlines: Natural Earth, public domain.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import cos, log10, radians
from typing import Final

from onrecord.store.searching import Spot

MOST_SPOTS: Final = 1000
_WIDTH_PX: Final = 420
_TALLEST_PX: Final = 420
_LEAST_DEGREES: Final = 1.5
_NAMED: Final = 6
_FINE: Final = 2
_KM_PER_DEGREE: Final = 111.2
_APART_PX: Final = 16
# An island across the date line would be drawn as a line around the earth.
_ROUND: Final = 350
_FLAT: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One place (`at`: its latitude and longitude in words), `fine` where it is a named place or near one; `r` grows with people killed."""

    x: float
    y: float
    r: float
    fine: bool
    name: str
    tx: float = 0.0
    ty: float = 0.0
    anchor: str = "start"
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything in pixels of the drawing."""

    width: int
    height: int
    lands: tuple[str, ...]
    points: tuple[Point, ...]
    named: tuple[Point, ...]
    incidents: int
    left_out: int
    more: bool
    rule_x: float
    rule_y: float
    rule_ty: float
    rule_px: float
    rule_km: int


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    north: float
    east: float
    south: float
    px: float
    squeeze: float

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        return (
            round((lon - self.west) * self.squeeze * self.px, 1),
            round((self.north - lat) * self.px, 1),
        )


def draw_map(spots: Sequence[Spot], *, incidents: int) -> Map | None:
    """The map of located incidents out of `incidents`; `None` where no place is located."""
    if not spots:
        return None
    frame = _choose_frame([spot.lon for spot in spots], [spot.lat for spot in spots])
    points = tuple(_draw_point(spot, frame.place(spot.lon, spot.lat)) for spot in spots)
    height = round((frame.north - frame.south) * frame.px)
    km, px = _choose_rule(frame)
    return Map(
        width=_WIDTH_PX,
        height=height,
        lands=tuple(_draw_lands(frame)),
        points=tuple(sorted(points, key=lambda point: (point.fine, -point.r))),
        named=_name_some(points),
        incidents=sum(spot.incidents for spot in spots),
        left_out=incidents - sum(spot.incidents for spot in spots),
        more=len(spots) >= MOST_SPOTS,
        rule_x=_WIDTH_PX - px - 12,
        rule_y=height - 10,
        rule_ty=height - 16,
        rule_px=px,
        rule_km=km,
    )


def _choose_frame(lons: Sequence[float], lats: Sequence[float]) -> _Frame:
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    squeeze = max(0.2, cos(radians(middle[1])))
    high = max(_LEAST_DEGREES, (max(lats) - min(lats)) * 1.3)
    wide = max(_LEAST_DEGREES / squeeze, (max(lons) - min(lons)) * 1.3)
    px = min(_WIDTH_PX / (wide * squeeze), _TALLEST_PX / high)
    wide = _WIDTH_PX / px / squeeze
    high = min(max(high, wide * squeeze * 0.6), _TALLEST_PX / px)
    west, north = middle[0] - wide / 2, middle[1] + high / 2
    return _Frame(west, north, west + wide, north - high, px, squeeze)


def _draw_point(spot: Spot, at: tuple[float, float]) -> Point:
    killed = spot.killed_min or 0
    fine = (spot.precision or 9) <= _FINE
    size = min(14.0, 3.5 + 2.2 * log10(1 + killed)) if fine else 13.0
    return Point(
        x=at[0],
        y=at[1],
        r=round(size, 1),
        fine=fine,
        name=spot.place or "",
        at=f"{spot.lat:.5f}, {spot.lon:.5f}",
    )


def _name_some(points: Sequence[Point]) -> tuple[Point, ...]:
    """Names beside the first few points, none on top of another."""
    named: list[Point] = []
    for point in points:
        known = any(point.name == other.name for other in named)
        near = any(
            abs(point.y - other.y) < _APART_PX and abs(point.x - other.x) < 8 * _APART_PX
            for other in named
        )
        if not point.name or known or near:
            continue
        left = point.x > _WIDTH_PX * 0.65
        shift = -(point.r + 4) if left else point.r + 4
        named.append(
            Point(
                x=point.x, y=point.y, r=point.r, fine=point.fine, name=point.name,
                tx=round(point.x + shift, 1), ty=round(point.y + 5, 1),
                anchor="end" if left else "start",
            )
        )  # fmt: skip
        if len(named) == _NAMED:
            break
    return tuple(named)


def _choose_rule(frame: _Frame) -> tuple[int, float]:
    """A round length in kilometres about a fifth as wide as the map."""
    most = (frame.east - frame.west) * frame.squeeze * _KM_PER_DEGREE / 4
    power = 10 ** int(log10(max(most, 1)))
    km = max(step * power for step in (1, 2, 5) if step * power <= max(most, 1))
    return km, round(km / _KM_PER_DEGREE * frame.px, 1)


def _draw_lands(frame: _Frame) -> list[str]:
    drawn = []
    for west, south, east, north, ring in _outlines():
        if west > frame.east or east < frame.west or south > frame.north or north < frame.south:
            continue
        points = _thin([frame.place(lon, lat) for lon, lat in ring])
        drawn.append(" ".join(f"{x:g},{y:g}" for x, y in points))
    return drawn


def _thin(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points at least a pixel apart, and none far outside the drawing."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        held = (min(max(x, -60.0), _WIDTH_PX + 60.0), min(max(y, -60.0), _TALLEST_PX + 60.0))
        if not kept or abs(held[0] - kept[-1][0]) + abs(held[1] - kept[-1][1]) >= 1:
            kept.append(held)
    return kept


_Ring = tuple[float, float, float, float, tuple[tuple[float, float], ...]]


@cache
def _outlines() -> tuple[_Ring, ...]:
    """Every outline in degrees, with its west, south, east and north end."""
    source = files("onrecord.web.drawing").joinpath("outlines.json")
    rings: list[_Ring] = []
    for flat in json.loads(source.read_text(encoding="utf-8")):
        ring = tuple(
            (lon / 100, lat / 100)
            for lon, lat in zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True)
        )
        lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
        if max(lons) - min(lons) > _ROUND and max(lats) - min(lats) < _FLAT:
            continue
        rings.append((min(lons), min(lats), max(lons), max(lats), ring))
    return tuple(rings)
