"""The table of countries: code, English names, adjectives, capitals."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Country:
    """A country: `formal` is its name in running text ("the United States"), `names` all names.

    `code` is ISO 3166-1 alpha-2. The first adjective is the one in names of its forces. A country
    that no list has goes by the words of its document; its government is "<Adjective> Government".
    """

    code: str
    formal: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    listed: bool = True

    @property
    def name(self) -> str:
        """The name without an article."""
        return self.formal.removeprefix("the ")

    @property
    def forces(self) -> str:
        """The listed name of its armed forces."""
        return f"{self.adjectives[0]} Armed Forces"

    @property
    def government(self) -> str:
        """The listed name of its government."""
        if not self.listed:
            return f"{self.adjectives[0]} Government"
        return f"Government of {self.formal}"

    @property
    def defence_ministry(self) -> str:
        """The listed name of its ministry of defence."""
        return f"{self.adjectives[0]} Ministry of Defense"


@cache
def load_countries() -> dict[str, Country]:
    """All countries by code."""
    content = files("onrecord.claims").joinpath("lexicons", "en_countries.csv").read_text("utf-8")
    return {row["country"]: _country(row) for row in csv.DictReader(content.splitlines())}


@cache
def _capitals() -> frozenset[str]:
    return frozenset(name for country in load_countries().values() for name in country.capitals)


def is_capital(name: str) -> bool:
    """Whether a name is a capital's, and so may stand for a government."""
    return name in _capitals()


def _country(row: dict[str, str]) -> Country:
    formal = row["name"]
    more = tuple(name for name in row["names"].split("|") if name)
    return Country(
        code=row["country"],
        formal=formal,
        names=tuple(dict.fromkeys((formal.removeprefix("the "), *more))),
        adjectives=tuple(row["adjectives"].split("|")),
        capitals=tuple(name for name in row["capitals"].split("|") if name),
    )
