"""A place and a distance → which incidents are near it, in SQL."""

import sqlite3
from math import asin, cos, radians, sin, sqrt
from typing import Final

_EARTH_KM: Final = 6371.0
_KM_PER_DEGREE: Final = 111.0

Near = tuple[float, float, float]
"""Latitude and longitude in degrees, and the distance in kilometres."""


def measure_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points in kilometres on a sphere, by the haversine formula."""
    north, east = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    part = sin(north) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(part)))


def teach_distance(connection: sqlite3.Connection) -> None:
    """Lets SQL of this connection use `km_between(lat, lon, lat, lon)`."""
    connection.create_function("km_between", 4, measure_km, deterministic=True)


def write_near(near: Near | None) -> tuple[list[str], list[object]]:
    """The conditions for incidents within a distance, coarse ones by latitude first."""
    if near is None:
        return [], []
    lat, lon, km = near
    high = km / _KM_PER_DEGREE + 0.01
    tests = ["lat between ? and ?", "km_between(lat, lon, ?, ?) <= ?"]
    return tests, [lat - high, lat + high, lat, lon, km]
