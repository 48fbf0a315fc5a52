"""The catalogue of a case → pages of lists, search results and facets, a few milliseconds each."""

import json
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final, TypeVar

from onrecord.store.asking import IncidentQuery as IncidentQuery
from onrecord.store.asking import ask_for_documents, ask_for_incidents, write_where
from onrecord.store.connecting import open_connection
from onrecord.store.forms import write_match

Answer = TypeVar("Answer")
PAGE: Final = 50
"""Rows on one page of a list."""

_MOST_FOUND: Final = 500
# Ranking reads every claim found: a few milliseconds for so many.
_MOST_RANKED: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLine:
    """One incident as a list shows it; a figure that nobody gave is `None`."""

    id: str
    title: str
    first: str | None
    last: str | None
    precision: str | None
    place: str | None
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    place_precision: int | None
    grade: str
    strike: str | None
    attribution: str
    response: str
    killed_min: int | None
    killed_max: int | None
    killed_open: int | None
    killed_best: int | None
    injured_min: int | None
    injured_max: int | None
    injured_open: int | None
    civilian_min: int | None
    civilian_max: int | None
    civilian_open: int | None
    civilian_presumed: int | None
    parties: tuple[str, ...]
    core: tuple[str, ...]
    documents: int
    certain: int
    possible: int
    contradictions: int
    unanswered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How many incidents a query finds, and the sum of their bounds of people killed.

    `max` is `None` where nobody gave a number; `open` where a bound is open or a figure is missing.
    """

    incidents: int
    killed_with: int
    killed_min: int
    killed_max: int | None
    killed_open: bool
    civilian_with: int
    civilian_min: int
    civilian_max: int | None
    civilian_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document as a list shows it."""

    id: str
    title: str
    publisher: str | None
    lang: str | None
    first: str | None
    last: str | None
    claims: int
    incidents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month of a query: its incidents and the sum of their bounds of people killed."""

    month: str
    incidents: int
    killed_with: int
    killed_min: int
    killed_max: int
    killed_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place on the map: its incidents, and the sum of their lower bounds of people killed."""

    place: str | None
    admin1: str | None
    country: str | None
    lat: float
    lon: float
    precision: int | None
    incidents: int
    killed_min: int | None


class Catalogue:
    """Reads one catalogue; every method is one or a few indexed queries."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._connection.row_factory = sqlite3.Row

    def about(self) -> dict[str, str]:
        """Its version and the head of the ledger that it holds."""
        return {row["key"]: row["value"] for row in self._fetch("select * from about")}

    def list_incidents(self, query: IncidentQuery, *, page: int = 1) -> list[IncidentLine]:
        """One page of the incidents that a query finds; pages count from 1."""
        asked, values = ask_for_incidents(query)
        rows = self._fetch(f"{asked} limit ? offset ?", [*values, *_find_limits(page)])
        return [_read_line(row) for row in rows]

    def iterate_incidents(self, query: IncidentQuery) -> Iterator[IncidentLine]:
        """All incidents that a query finds, one after the other."""
        return map(_read_line, self._connection.execute(*ask_for_incidents(query)))

    def add_up(self, query: IncidentQuery) -> Totals:
        """How many incidents a query finds and what their bounds add up to."""
        where, values = write_where(query)
        row = self._fetch(f"select {_TOTALS} from incidents{where}", values)[0]  # noqa: S608
        return Totals(
            incidents=row["incidents"],
            killed_with=row["killed_with"],
            killed_min=row["killed_low"] or 0,
            killed_max=row["killed_high"],
            killed_open=bool(row["killed_ajar"]) or row["killed_with"] < row["incidents"],
            civilian_with=row["civilian_with"],
            civilian_min=row["civilian_low"] or 0,
            civilian_max=row["civilian_high"],
            civilian_open=bool(row["civilian_ajar"]) or row["civilian_with"] < row["incidents"],
        )

    def list_months(self, query: IncidentQuery) -> list[Month]:
        """The months in which the incidents of a query began, in order."""
        where, values = write_where(query)
        joined = f"{where} and" if where else " where"
        rows = self._fetch(
            f"select month, {_TOTALS} from incidents{joined} month is not null"  # noqa: S608
            " group by month order by month",
            values,
        )
        return [
            Month(
                month=row["month"],
                incidents=row["incidents"],
                killed_with=row["killed_with"],
                killed_min=row["killed_low"] or 0,
                killed_max=row["killed_high"] or 0,
                killed_open=bool(row["killed_ajar"]) or row["killed_with"] < row["incidents"],
            )
            for row in rows
        ]

    def list_spots(self, query: IncidentQuery, *, limit: int) -> list[Spot]:
        """The places of the located incidents of a query, most people killed first, at most `limit`."""
        where, values = write_where(query)
        joined = f"{where} and" if where else " where"
        rows = self._fetch(
            "select place, admin1, country, lat, lon, place_precision as precision,"  # noqa: S608
            " count(*) as incidents, sum(killed_min) as killed_min"
            f" from incidents{joined} lat is not null"
            " group by lat, lon, place_precision order by killed_min desc nulls last, lat, lon limit ?",
            [*values, limit],
        )
        return [Spot(**{field.name: row[field.name] for field in fields(Spot)}) for row in rows]

    def find_place(self, name: str) -> tuple[float, float] | None:
        """Latitude and longitude of a place that an incident names; `None` if none does."""
        rows = self._fetch(
            "select lat, lon from incidents where lat is not null and lower(place) = lower(?)"
            " order by place_precision, id limit 1",
            [name],
        )
        return (rows[0]["lat"], rows[0]["lon"]) if rows else None

    def list_values(self, column: str) -> list[tuple[str, int]]:
        """The values of `grade`, `response`, `country` or `party` with how many incidents each."""
        table = "parties" if column == "party" else "incidents"
        if column not in {"grade", "response", "country", "party"}:
            raise ValueError(column)
        rows = self._fetch(
            f"select {column} as value, count(*) as number from {table}"  # noqa: S608
            f" where {column} is not null group by 1 order by 2 desc, 1 limit 200"
        )
        return [(row["value"], row["number"]) for row in rows]

    def list_documents(self, words: str = "", *, page: int = 1) -> list[DocumentLine]:
        """One page of documents, the latest first; those that hold `words` where given."""
        asked, values = ask_for_documents(words)
        rows = self._fetch(f"{asked} limit ? offset ?", [*values, *_find_limits(page)])
        return [_read_document(row) for row in rows]

    def iterate_documents(self, words: str = "") -> Iterator[DocumentLine]:
        """All documents, or those that hold `words`, one after the other."""
        return map(_read_document, self._connection.execute(*ask_for_documents(words)))

    def count_documents(self, words: str = "") -> int:
        """How many documents there are, or hold the words."""
        if match := write_match(words):
            query = "select count(*) from document_words where document_words match ?"
            return int(self._fetch(query, [match])[0][0])
        return int(self._fetch("select count(*) from documents")[0][0])

    def remember(self, key: Hashable, find: Callable[[], Answer]) -> Answer:
        """What `find` gives; a catalogue with a memory asks it once for each state of the case."""
        return find()

    def count_claims(self) -> int:
        """How many claims the case holds."""
        return int(self._fetch("select count(*) from claims")[0][0])

    def find_claims(self, words: str, *, limit: int = PAGE) -> list[tuple[str, str, str]]:
        """Identifier, document and words of the claims that fit best.

        Where more fit than can be ranked quickly, the first of them in the order of documents.
        """
        if not (match := write_match(words)):
            return []
        query = "select count(*) from (select 1 from claim_words where claim_words match ? limit ?)"
        many = self._fetch(query, [match, _MOST_RANKED])[0][0] == _MOST_RANKED
        found = "select rowid, said from claim_words where claim_words match ?"
        found += " limit ?" if many else " order by rank limit ?"
        rows = self._fetch(
            "select claims.id, claims.document, found.said"  # noqa: S608 - words of our own
            f" from ({found}) as found join claims on claims.number = found.rowid",
            [match, min(limit, _MOST_FOUND)],
        )
        return [(row["id"], row["document"], row["said"]) for row in rows]

    def name_incidents(self, ids: Iterable[str]) -> dict[str, str]:
        """The titles of incidents by their identifiers; those that are not there are left out."""
        return {row["id"]: row["title"] for row in self._list_lines(ids)}

    def list_tolls(self, ids: Iterable[str]) -> dict[str, tuple[int, int]]:
        """The least number of killed and injured of incidents; 0 where nobody gives one."""
        lines = self._list_lines(ids)
        return {row["id"]: (row["killed_min"] or 0, row["injured_min"] or 0) for row in lines}

    def _list_lines(self, ids: Iterable[str]) -> Iterator[sqlite3.Row]:
        wanted = sorted(ids)
        for start in range(0, len(wanted), _MOST_FOUND):
            part = wanted[start : start + _MOST_FOUND]
            marks = ", ".join("?" * len(part))
            yield from self._fetch(f"select * from incidents where id in ({marks})", part)  # noqa: S608

    def find_incident_of(self, claim: str) -> str | None:
        """The incident that a claim belongs to; `None` where it stands aside."""
        rows = self._fetch(
            "select incidents.id from claims join incidents on incidents.number = claims.incident"
            " where claims.id = ?",
            [claim],
        )
        return rows[0]["id"] if rows else None

    def find_alias(self, alias: str) -> str | None:
        """The incident that an older identifier leads to."""
        rows = self._fetch("select id from aliases where alias = ?", [alias])
        return rows[0]["id"] if rows else None

    def _fetch(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        return self._connection.execute(query, values).fetchall()


@contextmanager
def open_catalogue(path: Path) -> Iterator[Catalogue]:
    """The catalogue in that file, for reading."""
    with open_connection(path) as connection:
        yield Catalogue(connection)


_TOTALS: Final = """count(*) as incidents,
    count(killed_min) as killed_with, sum(killed_min) as killed_low,
    sum(coalesce(killed_max, killed_min)) as killed_high,
    max(killed_open or (killed_min is not null and killed_max is null)) as killed_ajar,
    count(civilian_min) as civilian_with, sum(civilian_min) as civilian_low,
    sum(coalesce(civilian_max, civilian_min)) as civilian_high,
    max(civilian_open or (civilian_min is not null and civilian_max is null)) as civilian_ajar"""


def _find_limits(page: int) -> tuple[int, int]:
    return PAGE, (max(page, 1) - 1) * PAGE


def _read_document(row: sqlite3.Row) -> DocumentLine:
    return DocumentLine(**{field.name: row[field.name] for field in fields(DocumentLine)})


def _read_line(row: sqlite3.Row) -> IncidentLine:
    values: dict[str, Any] = {field.name: row[field.name] for field in fields(IncidentLine)}
    values["parties"] = tuple(json.loads(row["parties"]))
    values["core"] = tuple(json.loads(row["core"]))
    return IncidentLine(**values)
