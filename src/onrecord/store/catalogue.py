"""Views of a case → a catalogue for lists, search and maps: made anew at any time, never a fact.

A catalogue stands beside the case in a file of its own. Losing it loses nothing: it is written from
the incidents, claims and documents of the case, and says which head of the ledger it holds.
"""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.store.forms import find_forms

VERSION: Final = "catalogue/6"
# What linking was unsure of, and asks a person.
_ASKING: Final = frozenset({"place_inferred", "possible_two_attacks"})

_SCHEMA: Final = """
create table about (key text primary key, value text not null) without rowid;
create table incidents (
    number integer primary key, id text not null unique, title text not null,
    first text, last text, precision text, month text,
    place text, admin1 text, country text, lat real, lon real, place_precision integer,
    grade text not null, strike text, attribution text not null, response text not null,
    killed_min integer, killed_max integer, killed_open integer, killed_best integer,
    injured_min integer, injured_max integer, injured_open integer, injured_best integer,
    civilian_min integer, civilian_max integer, civilian_open integer, civilian_presumed integer,
    child_min integer, child_max integer, child_open integer,
    parties text not null, core text not null,
    documents integer not null, certain integer not null, possible integer not null,
    contradictions integer not null, unanswered integer not null, asked integer not null,
    digest text not null
);
create table parties (party text not null, incident integer not null, core integer not null,
    primary key (party, incident)) without rowid;
create table aliases (alias text primary key, id text not null) without rowid;
create table held (document text not null, incident integer not null,
    primary key (document, incident)) without rowid;
create table claims (number integer primary key, id text not null unique, document text not null,
    ordinal integer not null, incident integer, type text not null, polarity text not null,
    originator text);
create table documents (number integer primary key, id text not null unique, title text not null,
    publisher text, lang text, first text, last text, claims integer not null,
    incidents integer not null, digest text not null);
create virtual table incident_words using fts5 (
    said, forms, tokenize = "unicode61 remove_diacritics 2");
create virtual table document_words using fts5 (
    said, forms, tokenize = "unicode61 remove_diacritics 2");
create virtual table claim_words using fts5 (
    said, forms, tokenize = "unicode61 remove_diacritics 2");
"""
_INDICES: Final = """
create index incidents_first on incidents (first, id);
create index incidents_killed on incidents (killed_min, id);
create index incidents_grade on incidents (grade);
create index incidents_response on incidents (response);
create index incidents_admin1 on incidents (country, admin1);
create index parties_incident on parties (incident);
create index aliases_id on aliases (id);
create index claims_document on claims (document, ordinal);
create index claims_incident on claims (incident);
create index incidents_lasting on incidents (julianday(last) - julianday(first));
create index documents_first on documents (first, id);
create index held_incident on held (incident);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a catalogue holds: each document with all its claims. `incidents` are canonical JSON.

    `about` says which state of the case this is; `digests` of documents change with their words
    and claims.
    """

    about: Mapping[str, str]
    incidents: Iterable[str]
    claims: Iterable[Claim]
    documents: Iterable[Document]
    digests: Mapping[DocumentId, str] = field(default_factory=dict)


def write_catalogue(path: Path, held: Held) -> None:
    """Writes the catalogue of a case in place of an older one."""
    partial = path.with_name(f".{path.name}.partial")
    partial.unlink(missing_ok=True)
    connection = sqlite3.connect(partial)
    try:
        connection.executescript("pragma journal_mode = off; pragma synchronous = off;")
        connection.executescript(_SCHEMA)
        with connection:
            _put_held(connection, held)
        connection.executescript(_INDICES)
        connection.execute("analyze")
        connection.execute("pragma journal_mode = wal")
    finally:
        connection.close()
    for left in ("-wal", "-shm"):
        path.with_name(f"{path.name}{left}").unlink(missing_ok=True)
    partial.replace(path)


def _put_held(connection: sqlite3.Connection, held: Held) -> None:
    """Puts in incidents and documents that are not there, and what state this is."""
    homes = put_incidents(connection, held.incidents)
    counts = Counter(put_claims(connection, held.claims, homes))
    put_documents(connection, held, counts)
    connection.execute(
        "update documents set incidents = (select count(*) from held where document = id)"
    )
    connection.executemany("insert or replace into about values (?, ?)", held.about.items())


def digest_of(record: str) -> str:
    """What changes when an incident changes."""
    return hashlib.blake2b(record.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def put_incidents(connection: sqlite3.Connection, records: Iterable[str]) -> dict[str, int]:
    """Puts in incidents, and gives to which one, by its number, each of their claims belongs."""
    homes: dict[str, int] = {}
    for record in records:
        incident = json.loads(record)
        core = {one["name"]: one["core"] for one in incident["support"]["parties"]}
        words = " ".join([incident["title"], *core, *_place_names(incident)])
        row = _describe(incident) | {"digest": digest_of(record)}
        number = _insert(connection, "incidents", row)
        _put_words(connection, "incident", number, words)
        connection.executemany(
            "insert or ignore into parties values (?, ?, ?)",
            [(name, number, int(is_core)) for name, is_core in core.items()],
        )
        connection.executemany(
            "insert or ignore into aliases values (?, ?)",
            [(alias, incident["id"]) for alias in incident["aliases"]],
        )
        connection.executemany(
            "insert or ignore into held values (?, ?)",
            [(document, number) for document in incident["documents"]],
        )
        homes.update(dict.fromkeys(incident["claims"], number))
    return homes


def _put_words(connection: sqlite3.Connection, kind: str, number: int, words: str) -> None:
    """Puts in the words by which the incident, document or claim of that number is found."""
    said = words.encode("utf-8", "replace").decode()
    row = {"rowid": number, "said": said, "forms": find_forms(said)}
    _insert(connection, f"{kind}_words", row)


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    """Puts in one row, and gives its number."""
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    query = f"insert into {table} ({columns}) values ({marks})"  # noqa: S608 - names of our own
    return int(connection.execute(query, list(row.values())).lastrowid or 0)


def _describe(incident: Mapping[str, Any]) -> dict[str, object]:
    when, place, support = incident["when"] or {}, incident["place"] or {}, incident["support"]
    names = [party["name"] for party in support["parties"]]
    return {
        "id": incident["id"],
        "title": incident["title"],
        "first": when.get("from"),
        "last": when.get("to"),
        "precision": when.get("precision"),
        "month": (when.get("from") or "")[:7] or None,
        "place": place.get("name"),
        "admin1": place.get("admin1"),
        "country": place.get("country"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "place_precision": place.get("precision"),
        "grade": support["grade"],
        "strike": support["strike_status"],
        "attribution": support["attribution_status"],
        "response": support["official_response"],
        **_say_figures(incident["counting"]),
        "parties": json.dumps(names, ensure_ascii=False),
        "core": json.dumps(
            [party["name"] for party in support["parties"] if party["core"]], ensure_ascii=False
        ),
        "documents": len(incident["documents"]),
        "certain": support["independent"]["certain"],
        "possible": support["independent"]["possible"],
        "contradictions": len(support["contradictions"]),
        "unanswered": len(support["unanswered"]),
        "asked": int(not _ASKING.isdisjoint(incident["flags"])),
    }


def _say_figures(counting: Mapping[str, Any]) -> dict[str, object]:
    killed, injured = counting["by_harm"].get("killed"), counting["by_harm"].get("injured")
    classes = counting["by_class"].get("killed") or {}
    civilian, child = classes.get("civilian"), classes.get("child")
    found: dict[str, object] = {}
    for name, figure in (
        ("killed", killed), ("injured", injured), ("civilian", civilian), ("child", child),
    ):  # fmt: skip
        for key in ("min", "max", "open"):
            found[f"{name}_{key}"] = None if figure is None else figure[key]
    found["killed_best"] = killed and killed["best"]
    found["injured_best"] = injured and injured["best"]
    found["civilian_presumed"] = civilian and int(civilian["presumed"])
    return found


def _place_names(incident: Mapping[str, Any]) -> Iterator[str]:
    place = incident["place"] or {}
    yield from (name for key in ("name", "admin1") if (name := place.get(key)))


def put_claims(
    connection: sqlite3.Connection, claims: Iterable[Claim], homes: Mapping[str, int]
) -> Iterator[DocumentId]:
    """Writes each claim and gives the document in which it stands."""
    document, ordinal = DocumentId(""), 0
    for claim in claims:
        ordinal = ordinal + 1 if claim.document == document else 0
        document = claim.document
        row = {
            "id": claim.id,
            "document": document,
            "ordinal": ordinal,
            "incident": homes.get(claim.id),
            "type": claim.type,
            "polarity": claim.polarity,
            "originator": claim.originator,
        }
        _put_words(connection, "claim", _insert(connection, "claims", row), claim.quote)
        yield document


def put_documents(
    connection: sqlite3.Connection, held: Held, counts: Mapping[DocumentId, int]
) -> None:
    """Puts in documents; `counts` says how many claims each has."""
    for document in held.documents:
        when = document.published
        words = "\n".join([document.title or "", document.text])
        row = {
            "id": document.id,
            "title": _name_document(document),
            "publisher": document.publisher,
            "lang": document.lang,
            "first": when and when.from_.isoformat(),
            "last": when and when.to.isoformat(),
            "claims": counts.get(document.id, 0),
            "incidents": 0,
            "digest": held.digests.get(document.id, ""),
        }
        _put_words(connection, "document", _insert(connection, "documents", row), words)


def _name_document(document: Document) -> str:
    """Its title, else its first line."""
    headings = [document.words_of(one) for one in document.segments if one.kind == "title"]
    first = next((line.strip() for line in document.text.split("\n", 50) if line.strip()), "")
    return (document.title or (headings[0] if headings else "") or first or document.id)[:300]
