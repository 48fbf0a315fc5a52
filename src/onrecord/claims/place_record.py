"""A place of a gazetteer, and how it was found."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What kind of place it is, finest first."""

    PLACE = "place"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"


class Match(StrEnum):
    """How the name asked for meets the name on record."""

    EXACT = "exact"
    SKELETON = "skeleton"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    """A place: `ref` says which gazetteer has it and under which identifier.

    `country` is ISO 3166-1 alpha-2, `admin1` the name of its first administrative division.
    `own` marks places of the user's own gazetteers.
    """

    ref: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    match: Match = Match.EXACT
    own: bool = False
