"""A place and a distance → which incidents are near it, in SQL."""

import sqlite3
from typing import Final

from onrecord.model.distance import measure_km

_KM_PER_DEGREE: Final = 111.0

Near = tuple[float, float, float]
"""Latitude and longitude in degrees, and the distance in kilometres."""


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
