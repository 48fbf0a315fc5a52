"""Places given by coordinates: degrees, and squares of the military grid."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.claims.coordinates import find_coordinates
from onrecord.claims.grid import locate_square


def seen(text: str) -> list[tuple[str | None, float | None, float | None]]:
    found = find_coordinates(text, country=None)
    return [
        (one.text, one.lat and round(one.lat, 3), one.lon and round(one.lon, 3)) for one in found
    ]


def square_of(lat: float, lon: float) -> tuple[int, str, str]:
    """The grid square of 1 m that holds a point, by the series of Krueger (1912)."""
    zone = int((lon + 180) // 6) + 1
    n = (1 / 298.257223563) / (2 - 1 / 298.257223563)
    length = 6378137.0 / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    alphas = (
        n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16,
        13 * n**2 / 48 - 3 * n**3 / 5,
        61 * n**3 / 240,
    )
    phi, lam = math.radians(lat), math.radians(lon - (zone * 6 - 183))
    k = 2 * math.sqrt(n) / (1 + n)
    t = math.sinh(math.atanh(math.sin(phi)) - k * math.atanh(k * math.sin(phi)))
    xi, eta = math.atan2(t, math.cos(lam)), math.atanh(math.sin(lam) / math.hypot(1, t))
    waves = [(a, 2 * (j + 1)) for j, a in enumerate(alphas)]
    east = eta + sum(a * math.cos(j * xi) * math.sinh(j * eta) for a, j in waves)
    north = xi + sum(a * math.sin(j * xi) * math.cosh(j * eta) for a, j in waves)
    x = int(500_000 + 0.9996 * length * east)
    y = int(0.9996 * length * north + (10_000_000 if lat < 0 else 0))
    band = "CDEFGHJKLMNPQRSTUVWX"[min(19, int((lat + 80) // 8))]
    column = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")[(zone - 1) % 3][x // 100_000 - 1]
    row = "ABCDEFGHJKLMNPQRSTUV"[(y // 100_000 + (5 if zone % 2 == 0 else 0)) % 20]
    return zone, band + column + row, f"{x % 100_000:05}{y % 100_000:05}"


@given(st.floats(-79.9, 83.9), st.floats(-179.9, 179.9))
def test_the_square_that_holds_a_point_lies_at_that_point(lat, lon):
    found = locate_square(*square_of(lat, lon))

    assert found is not None
    assert math.hypot(found[0] - lat, (found[1] - lon) * math.cos(math.radians(lat))) < 0.00005


@pytest.mark.parametrize(
    ("zone", "letters", "digits", "expected"),
    [
        (18, "SUJ", "2338306479", (38.8895, -77.0353)),
        (31, "UDQ", "4825111932", (48.8584, 2.2945)),
    ],
)
def test_known_towers_stand_where_they_stand(zone, letters, digits, expected):
    assert locate_square(zone, letters, digits) == pytest.approx(expected, abs=0.002)


@pytest.mark.parametrize(
    ("zone", "letters", "digits"), [(0, "SUJ", "1234"), (61, "SUJ", "1234"), (18, "SZZ", "1234"),
                                    (18, "SUJ", "123"), (18, "SAJ", "1234")],
)  # fmt: skip
def test_what_is_no_square_of_the_grid_lies_nowhere(zone, letters, digits):
    assert locate_square(zone, letters, digits) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/AB7 37SDA880265", [("37SDA880265", 36.384, 38.867)]),
        ("at 37S BA 86128 01283.", [("37S BA 86128 01283", 36.133, 36.623)]),
        ("(35.95283, 39.00788)", [("35.95283, 39.00788", 35.953, 39.008)]),
        ("at 33\u00b030'N, 36\u00b018'E", [("33\u00b030'N, 36\u00b018'E", 33.5, 36.3)]),
        ("33\u00b0 30\u2032 36\u2033 S 70\u00b0 40\u2032 12\u2033 W", [
            ("33\u00b0 30\u2032 36\u2033 S 70\u00b0 40\u2032 12\u2033 W", -33.51, -70.67)]),
        ("36.1230 S 37.1230 W", [("36.1230 S 37.1230 W", -36.123, -37.123)]),
    ],
)  # fmt: skip
def test_coordinates_are_read_in_each_of_their_forms(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12.500 or 3.25 percent",
        "10 NBC 2019",
        "paid 12,500.250 and 30",
        "95.12345, 12.34567",
        "the 3rd of 4 SDA",
        "37SDA88026",
        "version 1.234.567, 3.456.789",
    ],
)
def test_other_numbers_are_no_coordinates(text):
    assert seen(text) == []
