"""The user's own gazetteers: CSV, GeoJSON or a GeoNames dump → places and what was wrong."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.claims.place_record import PlaceKind, PlaceRecord
from onrecord.model.failure import OnrecordError

_CSV_NEEDED = frozenset({"name"})
_DUMP_COLUMNS = 19
_KINDS = {"A.ADM1": PlaceKind.PROVINCE, "A.ADM2": PlaceKind.DISTRICT, "A.PCLI": PlaceKind.COUNTRY}


class UnreadableGazetteer(OnrecordError):
    """A gazetteer of which not even the shape can be read."""


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place of a user's gazetteer and all its names."""

    record: PlaceRecord
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out: `where` is `file:line`, `reason` says what is wrong."""

    where: str
    reason: str


def read_places(path: Path) -> tuple[list[OwnPlace], list[BadRow]]:
    """The places of a file and its bad rows.

    CSV with a header (name, alternate_names separated by `|`, lat, lon, admin1, country,
    population; more columns are ignored), GeoJSON (points with the same properties), or a
    GeoNames dump (tab-separated, 19 columns, no header).

    Raises:
        UnreadableGazetteer: the file is missing, not UTF-8, or of none of these shapes.
    """
    try:
        content = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableGazetteer(f"{path.name}: cannot be read as UTF-8 text: {error}") from error
    places: list[OwnPlace] = []
    faults: list[BadRow] = []
    for where, row in _rows(path.name, content):
        try:
            places.append(_place(where, row))
        except ValueError as error:
            faults.append(BadRow(where, str(error)))
    return places, faults


def _rows(name: str, content: str) -> Iterable[tuple[str, Mapping[str, str]]]:
    first = content.lstrip()[:1]
    if first in ("{", "["):
        return _geojson_rows(name, content)
    line = content.split("\n", 1)[0]
    if line.count("\t") == _DUMP_COLUMNS - 1:
        return _dump_rows(name, content)
    return _csv_rows(name, content)


def _csv_rows(name: str, content: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    reader = csv.DictReader(content.splitlines())
    if not set(reader.fieldnames or ()) >= _CSV_NEEDED:
        raise UnreadableGazetteer(f"{name}: no column `name`; write a header (name, lat, lon, …)")
    for row in reader:
        yield f"{name}:{reader.line_num}", {key: value or "" for key, value in row.items() if key}


def _dump_rows(name: str, content: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for number, line in enumerate(content.splitlines(), start=1):
        cells = line.split("\t")
        if len(cells) != _DUMP_COLUMNS:
            yield f"{name}:{number}", {}
            continue
        yield (
            f"{name}:{number}",
            {
                "ref": f"geonames:{cells[0]}",
                "name": cells[1],
                "alternate_names": "|".join([cells[2], *cells[3].split(",")]),
                "lat": cells[4],
                "lon": cells[5],
                "kind": f"{cells[6]}.{cells[7]}",
                "country": cells[8],
                "population": cells[14],
            },
        )


def _geojson_rows(name: str, content: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        record = json.loads(content)
        features = record["features"] if isinstance(record, dict) else record
    except (ValueError, KeyError) as error:
        raise UnreadableGazetteer(f"{name}: not a GeoJSON FeatureCollection: {error}") from error
    for number, feature in enumerate(features):
        yield f"{name}:features[{number}]", _feature_row(feature)


def _feature_row(feature: object) -> Mapping[str, str]:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return {}
    row = {
        key: "|".join(map(str, value)) if isinstance(value, list) else str(value)
        for key, value in feature["properties"].items()
        if value is not None
    }
    geometry = feature.get("geometry") or {}
    if geometry.get("type") == "Point":
        lon, lat = geometry["coordinates"][:2]
        row.update(lat=str(lat), lon=str(lon))
    return row


def _place(where: str, row: Mapping[str, str]) -> OwnPlace:
    name = row.get("name", "").strip()
    if not name:
        raise ValueError("no name")
    lat, lon = _degrees(row, "lat", limit=90), _degrees(row, "lon", limit=180)
    if (lat is None) != (lon is None):
        raise ValueError("only one of lat and lon is given")
    record = PlaceRecord(
        ref=row.get("ref") or where,
        name=name,
        kind=_KINDS.get(row.get("kind", ""), PlaceKind.PLACE),
        country=row.get("country", "").strip().upper() or None,
        admin1=row.get("admin1", "").strip() or None,
        lat=lat,
        lon=lon,
        population=_population(row),
        own=True,
    )
    others = (other.strip() for other in row.get("alternate_names", "").split("|"))
    return OwnPlace(record, tuple(dict.fromkeys((name, *(other for other in others if other)))))


def _degrees(row: Mapping[str, str], key: str, *, limit: int) -> float | None:
    text = row.get(key, "").strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError as error:
        raise ValueError(f"{key}: not a number: {text!r}") from error
    if not -limit <= value <= limit:
        raise ValueError(f"{key}: not between -{limit} and {limit}: {text!r}")
    return value


def _population(row: Mapping[str, str]) -> int:
    text = row.get("population", "").strip().replace(",", "")
    if not text:
        return 0
    try:
        return int(float(text))
    except ValueError as error:
        raise ValueError(f"population: not a number: {text!r}") from error
