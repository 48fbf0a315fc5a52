"""Two points on the earth → how far apart they are."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.0
"""The mean radius of the earth."""


def measure_km(
    lat: float | None, lon: float | None, other_lat: float | None, other_lon: float | None
) -> float | None:
    """The great-circle distance in kilometres of two points in degrees, on a sphere (haversine).

    `None` if a coordinate is missing.
    """
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return None
    south, north = radians(lat), radians(other_lat)
    half = sin((north - south) / 2) ** 2
    half += cos(south) * cos(north) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
