"""Military grid references (MGRS) → latitude and longitude.

Armed forces say where they struck in squares of the Universal Transverse Mercator grid. Letters and
zones: NGA.STND.0037 (2014); the way back from the projection: Snyder, Map Projections: A Working
Manual (USGS Professional Paper 1395, 1987), equations 8-17 to 8-25, on the WGS 84 ellipsoid.
"""

import math

_RADIUS_M = 6378137.0
_FLATTENING = 1 / 298.257223563
_SCALE = 0.9996
_E2 = _FLATTENING * (2 - _FLATTENING)
_EP2 = _E2 / (1 - _E2)
_E1 = (1 - math.sqrt(1 - _E2)) / (1 + math.sqrt(1 - _E2))
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_SQUARE_M = 100_000
_FALSE_EAST_M = 500_000
_FALSE_NORTH_M = 10_000_000
_CYCLE_M = 2_000_000
_CYCLES = 5
_ZONES = 60
_SLACK = 0.5
_LAST_BAND = 84.0


def locate_square(zone: int, letters: str, digits: str) -> tuple[float, float] | None:
    """The middle of a grid square in degrees, `None` if there is no such square.

    `letters` are the band and the two of the square ("SFU"); `digits` as many east as north.
    """
    if not 1 <= zone <= _ZONES or len(digits) % 2:
        return None
    band, column, row = letters[0], letters[1], letters[2]
    east, north = _COLUMNS[(zone - 1) % 3].find(column), _ROWS.find(row)
    if min(east, north, _BANDS.find(band)) < 0:
        return None
    half = len(digits) // 2
    side = 10.0 ** (5 - half)
    x = (east + 1) * _SQUARE_M + int(digits[:half] or 0) * side + side / 2
    y = (north - 5 * (zone % 2 == 0)) % len(_ROWS) * _SQUARE_M
    return _in_band(zone, band, x, y + int(digits[half:] or 0) * side + side / 2)


def _in_band(zone: int, band: str, x: float, y: float) -> tuple[float, float] | None:
    """The rows of squares begin anew every 2,000 km: the band says which of them is meant."""
    south = -80.0 + 8 * _BANDS.index(band)
    north = _LAST_BAND if band == _BANDS[-1] else south + 8
    for cycle in range(_CYCLES):
        northing = y + cycle * _CYCLE_M
        lat, lon = _unproject(x - _FALSE_EAST_M, northing - _FALSE_NORTH_M * (south < 0))
        if south - _SLACK <= lat <= north + _SLACK:
            return round(lat, 6), round(lon + zone * 6 - 183, 6)
    return None


def _unproject(x: float, y: float) -> tuple[float, float]:
    """Latitude, and longitude from the zone's middle, in degrees, of a point in metres."""
    mu = y / _SCALE / (_RADIUS_M * (1 - _E2 / 4 - 3 * _E2**2 / 64 - 5 * _E2**3 / 256))
    foot = mu + (3 * _E1 / 2 - 27 * _E1**3 / 32) * math.sin(2 * mu)
    foot += (21 * _E1**2 / 16 - 55 * _E1**4 / 32) * math.sin(4 * mu)
    foot += 151 * _E1**3 / 96 * math.sin(6 * mu)
    bend = 1 - _E2 * math.sin(foot) ** 2
    across, along = _RADIUS_M / math.sqrt(bend), _RADIUS_M * (1 - _E2) / bend**1.5
    c, t, d = _EP2 * math.cos(foot) ** 2, math.tan(foot) ** 2, x / (across * _SCALE)
    fall = d**2 / 2 - (5 + 3 * t + 10 * c - 4 * c**2 - 9 * _EP2) * d**4 / 24
    lat = foot - across * math.tan(foot) / along * fall
    lon = (d - (1 + 2 * t + c) * d**3 / 6) / math.cos(foot)
    return math.degrees(lat), math.degrees(lon)
