"""Changes of a case → the same changes in its catalogue, in one transaction.

What did not change keeps its rows. Whoever is reading sees the state before until all is in.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.model.identity import DocumentId
from onrecord.store.catalogue import Held, digest_of, put_claims, put_documents, put_incidents

_BUSY_S: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a catalogue holds, by identifier: a digest of each incident and each document."""

    incidents: Mapping[str, str]
    documents: Mapping[DocumentId, str]

    def find_changed_incidents(self, records: Iterable[str]) -> tuple[list[str], list[str]]:
        """The records that are new or other than those kept, and the identifiers that go."""
        known = frozenset(self.incidents.values())
        met: set[str] = set()
        changed = []
        for record in records:
            digest = digest_of(record)
            if digest in known:
                met.add(digest)
            else:
                changed.append(record)
        return changed, [id for id, digest in self.incidents.items() if digest not in met]

    def find_changed_documents(
        self, digests: Mapping[DocumentId, str]
    ) -> tuple[list[DocumentId], list[DocumentId]]:
        """The documents that are new or other than those kept, and those whose rows go."""
        changed = [id for id, digest in digests.items() if self.documents.get(id) != digest]
        gone = [id for id, digest in self.documents.items() if digests.get(id) != digest]
        return changed, gone


def read_kept(path: Path) -> Kept:
    """The digests of what a catalogue holds."""
    with closing(_connect(path)) as connection:
        return Kept(
            incidents=dict(connection.execute("select id, digest from incidents")),
            documents=dict(connection.execute("select id, digest from documents")),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Incidents and documents whose rows go; what changed goes and comes again."""

    incidents: Collection[str]
    documents: Collection[DocumentId]


def change_catalogue(path: Path, changed: Held, gone: Gone) -> None:
    """Takes out what is gone and puts in what is new."""
    with closing(_connect(path)) as connection:
        connection.execute("begin immediate")
        with connection:
            touched = set(_take_out_incidents(connection, gone.incidents))
            homes = _take_out_documents(connection, gone.documents)
            new = put_incidents(connection, changed.incidents)
            counts = Counter(put_claims(connection, changed.claims, homes | new))
            put_documents(connection, changed, counts)
            connection.executemany(
                "update claims set incident = ? where id = ?",
                [(number, claim) for claim, number in new.items()],
            )
            touched.update(gone.documents, changed.digests, _list_telling(connection, new.values()))
            connection.executemany(
                "update documents set incidents ="
                " (select count(*) from held where document = documents.id) where id = ?",
                [(id,) for id in sorted(touched)],
            )
            connection.executemany(
                "insert or replace into about values (?, ?)", changed.about.items()
            )


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    return connection


def _take_out_incidents(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[DocumentId]:
    """Takes out incidents, and gives the documents that told of them; their claims stay."""
    for id in ids:
        query = "select number from incidents where id = ?"
        for (number,) in connection.execute(query, [id]).fetchall():
            yield from _list_telling(connection, [number])
            connection.execute("update claims set incident = null where incident = ?", [number])
            for table in ("parties", "held"):
                connection.execute(f"delete from {table} where incident = ?", [number])  # noqa: S608 - names of our own
            connection.execute("delete from aliases where id = ?", [id])
            connection.execute("delete from incident_words where rowid = ?", [number])
            connection.execute("delete from incidents where number = ?", [number])


def _take_out_documents(
    connection: sqlite3.Connection, ids: Iterable[DocumentId]
) -> dict[str, int]:
    """Takes out documents with their claims, and gives the incidents that the claims were in."""
    homes: dict[str, int] = {}
    for id in ids:
        query = "select id, incident, number from claims where document = ?"
        claims = connection.execute(query, [id]).fetchall()
        homes.update((claim, incident) for claim, incident, _ in claims if incident is not None)
        numbers = [(number,) for *_, number in claims]
        connection.executemany("delete from claim_words where rowid = ?", numbers)
        connection.execute(
            "delete from document_words where rowid = (select number from documents where id = ?)",
            [id],
        )
        connection.execute("delete from claims where document = ?", [id])
        connection.execute("delete from documents where id = ?", [id])
    return homes


def _list_telling(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[DocumentId]:
    """The documents that tell of incidents."""
    for number in sorted(set(numbers)):
        query = "select document from held where incident = ?"
        yield from (document for (document,) in connection.execute(query, [number]).fetchall())
