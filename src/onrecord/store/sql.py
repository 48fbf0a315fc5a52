"""Facts and decisions → an SQL database and a folder of originals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Delete, Select, Table, Update, delete, insert, select, update
from sqlalchemy import Row as SqlRow
from sqlalchemy.exc import DBAPIError

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId, Sha256, hash_bytes, hash_text
from onrecord.model.ledger import Fault, LedgerEntry
from onrecord.model.remark import Remark
from onrecord.model.source import Custody
from onrecord.store import tables
from onrecord.store.chain import BEGINNING, continue_chain, hash_lines, write_noun
from onrecord.store.corrections import find_corrections
from onrecord.store.errors import naming_errors
from onrecord.store.finding import find_custody, find_failures, find_remarks, read_entry
from onrecord.store.originals import Originals
from onrecord.store.protocol import (
    Arrival,
    FailureKept,
    Reading,
    ReadingKept,
    Row,
)
from onrecord.store.shapes import (
    encode_text,
    hash_record,
    hash_row,
    read_document_row,
    read_noun,
    write_arrival,
    write_document,
    write_told,
)
from onrecord.store.verification import verify_ledger_and_rows


class SqlStore:
    """A `Store` on one connection; `clock` gives the time of entry as UTC in ISO 8601."""

    def __init__(
        self,
        connection: Connection,
        originals: Originals,
        *,
        name: str,
        by: str,
        clock: Callable[[], str],
    ) -> None:
        self.name = name
        self._connection = connection
        self._originals = originals
        self._by = by
        self._clock = clock
        self._last: LedgerEntry | None = None
        self._waiting: dict[Table, list[dict[str, object]]] = {}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is added inside is kept together, or nothing of it is."""
        with naming_errors(self.name), self._connection.begin(), self._originals.settling():
            self._waiting.clear()
            self._last = self._read_last()
            yield
            self._flush()

    def enter(self, kind: str, payload: object) -> int:
        """Appends one entry to the ledger and gives its number; inside a transaction."""
        entry = continue_chain(
            self._last, at=self._clock(), by=self._by, kind=kind, payload=payload
        )
        self._put(tables.ledger, **{name: getattr(entry, name) for name in _LEDGER_FIELDS})
        self._last = entry
        return entry.seq

    def add_document(self, document: Document, content: bytes, *, arrival: Arrival) -> None:
        """Enters a document with its original, its text and how it arrived."""
        self._add_original(document.original, content)
        text = self._add_text(document.text)
        record = write_document(document)
        fields = {
            "id": document.id,
            "original": document.original,
            "text": text,
            "sha256": hash_record(record),
        }
        row = {**fields, "record": record, "seq": self.enter("document", fields)}
        if self._has(tables.documents, id=document.id):
            table = tables.documents
            self._change(update(table).where(table.c.id == document.id).values(row))
        else:
            self._put(tables.documents, **row)
        self.add_custody(document.id, arrival)

    def add_custody(self, document: DocumentId, arrival: Arrival) -> None:
        """Enters another path under which a document arrived."""
        fields = {"document": document, "original": arrival.original}
        told = write_told(arrival.told)
        sha256 = hash_record(write_arrival({**fields, "path": arrival.path, "told": told}))
        seq = self.enter("custody", {**fields, "sha256": sha256})
        self._put(tables.custody, seq=seq, path=arrival.path, told=told, **fields)

    def add_gazetteer(self, name: str, content: bytes) -> None:
        """Enters a gazetteer of the case; the same bytes twice are one."""
        sha256 = hash_bytes(content)
        if self._has(tables.gazetteers, original=sha256):
            return
        self._add_original(sha256, content)
        fields = {"original": sha256, "name": name}
        self._put(tables.gazetteers, **fields, seq=self.enter("gazetteer", fields))

    def add_failure(self, failure: FailureKept, content: bytes | None = None) -> None:
        """Enters what could not be done; `content` is kept as an original where there is any."""
        if content is not None:
            self._add_original(hash_bytes(content), content)
        failed = failure.failed
        if failure.stage == "extract":
            self._drop_reading(failed.item)
        record = write_noun(failed)
        payload = {"stage": failure.stage, "method": failure.method, "sha256": hash_record(record)}
        if failure.stage == "extract":
            payload["document"] = failed.item
        self._put(
            tables.failures,
            seq=self.enter("failure", payload),
            stage=failure.stage,
            item=failed.item,
            record=record,
            method=failure.method,
        )

    def add_reading(self, reading: Reading) -> None:
        """Enters the claims of a document in place of an earlier reading."""
        self._drop_reading(reading.document)
        lines = [write_noun(claim) for claim in reading.claims]
        fields = {
            "document": reading.document,
            "document_sha256": reading.document_sha256,
            "method": reading.method,
            "sha256": hash_lines(lines),
        }
        hashes = [
            [claim.id, hash_record(line)] for claim, line in zip(reading.claims, lines, strict=True)
        ]
        self._put(
            tables.readings, **fields, seq=self.enter("reading", {**fields, "claims": hashes})
        )
        for ordinal, (claim, line) in enumerate(zip(reading.claims, lines, strict=True)):
            self._put(
                tables.claims,
                id=claim.id,
                document=reading.document,
                ordinal=ordinal,
                record=line,
            )

    def add_remark(self, remark: Remark) -> None:
        """Enters what a person says to others."""
        record = write_noun(remark)
        seq = self.enter("remark", {"id": remark.id, "sha256": hash_record(record)})
        self._put(tables.remarks, id=remark.id, record=record, seq=seq)

    def add_decision(self, decision: Decision) -> None:
        """Enters a person's decision."""
        record = write_noun(decision)
        seq = self.enter("decision", {"id": decision.id, "sha256": hash_record(record)})
        self._put(tables.decisions, id=decision.id, record=record, seq=seq)

    def put_view(self, name: str, inputs: Sha256, rows: Mapping[str, Sequence[Row]]) -> None:
        """Puts a whole view in place of the one before; `inputs` says what it was made from."""
        hashes = {}
        for table_name, table in tables.VIEWS[name].items():
            self._change(delete(table))
            hashes[table_name] = self._put_rows(table, rows.get(table_name, ()))
        self._change(delete(tables.views).where(tables.views.c.name == name))
        seq = self.enter("view", {"view": name, "inputs": inputs, "tables": hashes})
        self._put(tables.views, name=name, inputs=inputs, seq=seq)

    def head(self) -> Sha256:
        """The hash of the last ledger entry."""
        last = self._read_last()
        return last.hash if last else BEGINNING

    def head_of_facts(self) -> Sha256:
        """The hash of the last ledger entry that is no remark."""
        entries = tables.ledger.c
        query = select(entries.hash).where(entries.kind != "remark")
        rows = self._fetch(query.order_by(entries.seq.desc()).limit(1))
        return Sha256(rows[0].hash) if rows else BEGINNING

    def ledger(self) -> Iterator[LedgerEntry]:
        """Every ledger entry, oldest first."""
        for row in self._fetch(select(tables.ledger).order_by(tables.ledger.c.seq)):
            yield read_entry(row)

    def ledger_backwards(self, start: int | None = None) -> Iterator[LedgerEntry]:
        """Ledger entries, newest first, from entry `start` or the last, as asked for."""
        column = tables.ledger.c.seq
        query = select(tables.ledger).order_by(column.desc()).limit(_STEP)
        rows = self._fetch(query if start is None else query.where(column <= start))
        while rows:
            yield from map(read_entry, rows)
            rows = self._fetch(query.where(column < rows[-1].seq))

    def original(self, sha256: Sha256) -> bytes:
        """The bytes of an original."""
        with naming_errors(self.name):
            return self._originals.read(sha256)

    def documents(self) -> Iterator[Document]:
        """All documents, by identifier."""
        yield from self._documents(_DOCUMENTS.order_by(tables.documents.c.id))

    def document(self, id: DocumentId) -> Document | None:
        """The document of that identifier."""
        return next(self._documents(_DOCUMENTS.where(tables.documents.c.id == id)), None)

    def documents_of(self, original: Sha256) -> list[Document]:
        """The documents made from an original, by identifier."""
        query = _DOCUMENTS.where(tables.documents.c.original == original)
        return list(self._documents(query.order_by(tables.documents.c.id)))

    def document_hashes(self) -> dict[DocumentId, Sha256]:
        """The hash of each document's record, by identifier."""
        columns = tables.documents.c
        rows = self._fetch(select(columns.id, columns.sha256).order_by(columns.id))
        return {row.id: row.sha256 for row in rows}

    def claims(self, document: DocumentId | None = None) -> Iterator[Claim]:
        """All claims (of one document if given) as they stand, by document and then as read."""
        columns = tables.claims.c
        query = select(tables.claims).order_by(columns.document, columns.ordinal)
        if document is not None:
            query = query.where(columns.document == document)
        read = (
            (row.id, (row.document, row.ordinal, read_noun(Claim, row.record)))
            for row in self._fetch(query)
        )
        yield from find_corrections(self.decisions(), document).apply(read)

    def claim(self, id: ClaimId) -> Claim | None:
        """The claim of that identifier as it stands."""
        corrected = find_corrections(self.decisions()).claims.get(id)
        if corrected is not None:
            return corrected
        return self.claim_as_read(id)

    def claim_as_read(self, id: ClaimId) -> Claim | None:
        """The claim of that identifier as a method read it."""
        rows = self._fetch(select(tables.claims.c.record).where(tables.claims.c.id == id))
        return read_noun(Claim, rows[0].record) if rows else None

    def readings(self) -> dict[DocumentId, ReadingKept]:
        """What was read of which document."""
        query = select(tables.readings).order_by(tables.readings.c.document)
        return {
            row.document: ReadingKept(
                document_sha256=row.document_sha256, method=row.method, sha256=row.sha256
            )
            for row in self._fetch(query)
        }

    def custody(self, document: DocumentId | None = None) -> Iterator[Custody]:
        """Each way in which documents arrived, in the order entered."""
        yield from find_custody(self._fetch, document)

    def failures(self) -> list[FailureKept]:
        """What could not be done and still is not, by step and item."""
        return find_failures(self._fetch)

    def decisions(self) -> list[Decision]:
        """Every decision, in the order entered."""
        query = select(tables.decisions.c.record).order_by(tables.decisions.c.seq)
        return [read_noun(Decision, row.record) for row in self._fetch(query)]

    def remarks(self) -> list[Remark]:
        """Every remark, in the order entered."""
        return [read_noun(Remark, row.record) for row in find_remarks(self._fetch)]

    def gazetteers(self) -> list[tuple[str, Sha256]]:
        """Name and original of each gazetteer, in the order entered."""
        rows = self._fetch(select(tables.gazetteers).order_by(tables.gazetteers.c.seq))
        return [(row.name, row.original) for row in rows]

    def view_inputs(self, name: str) -> Sha256 | None:
        """What the view was made from; `None` if it was never made."""
        rows = self._fetch(select(tables.views.c.inputs).where(tables.views.c.name == name))
        return rows[0].inputs if rows else None

    def rows(self, table: str, id: str | None = None) -> list[str]:
        """The records of a table of a view in their order; those of one identifier if given."""
        columns = next(group[table] for group in tables.VIEWS.values() if table in group).c
        query = select(columns.record).order_by(columns.ordinal)
        if id is not None:
            query = query.where(columns.id == id)
        return [row.record for row in self._fetch(query)]

    def verify(self, head: Sha256 | None = None) -> list[Fault]:
        """Every way in which what is kept is not what was entered."""
        try:
            return verify_ledger_and_rows(self._fetch, self._originals, head=head)
        except DBAPIError as error:
            return [Fault(item="database", problem=f"cannot be read: {error.orig}")]

    def close(self) -> None:
        """Lets go of the case."""
        self._connection.close()
        self._connection.engine.dispose()

    def _fetch(self, query: Select[Any]) -> Sequence[SqlRow[Any]]:
        if self._connection.in_transaction():
            self._flush()
            return self._connection.execute(query).all()
        with self._connection.begin():
            return self._connection.execute(query).all()

    def _read_last(self) -> LedgerEntry | None:
        query = select(tables.ledger).order_by(tables.ledger.c.seq.desc()).limit(1)
        rows = self._fetch(query)
        return read_entry(rows[0]) if rows else None

    def _documents(self, query: Select[Any]) -> Iterator[Document]:
        for row in self._fetch(query):
            yield read_document_row(row.record, row.text)

    def _put_rows(self, table: Table, rows: Sequence[Row]) -> Sha256:
        hashes = []
        for ordinal, row in enumerate(rows):
            sha256 = hash_row(ordinal, row)
            hashes.append(sha256)
            self._put(table, ordinal=ordinal, id=row.id, record=row.record, sha256=sha256)
        return hash_lines(hashes)

    def _add_original(self, sha256: Sha256, content: bytes) -> None:
        if self._has(tables.originals, sha256=sha256):
            return
        self._originals.keep(sha256, content)
        fields = {"sha256": sha256, "size": len(content)}
        self._put(tables.originals, **fields, seq=self.enter("original", fields))

    def _add_text(self, text: str) -> Sha256:
        sha256 = hash_text(text)
        if not self._has(tables.texts, sha256=sha256):
            seq = self.enter("text", {"sha256": sha256})
            self._put(tables.texts, sha256=sha256, text=encode_text(text), seq=seq)
        return sha256

    def _drop_reading(self, document: str) -> None:
        if self._has(tables.readings, document=document):
            claims, readings = tables.claims, tables.readings
            self._change(delete(claims).where(claims.c.document == document))
            self._change(delete(readings).where(readings.c.document == document))

    def _put(self, table: Table, **values: object) -> None:
        """Rows wait to be written many at a time; whatever reads or changes writes them first."""
        self._waiting.setdefault(table, []).append(values)

    def _change(self, statement: Update | Delete) -> None:
        self._flush()
        self._connection.execute(statement)

    def _flush(self) -> None:
        for table in _FIRST_WHAT_IS_NAMED:
            if rows := self._waiting.pop(table, None):
                self._connection.execute(insert(table), rows)

    def _has(self, table: Table, **key: str) -> bool:
        ((name, value),) = key.items()
        if any(row[name] == value for row in self._waiting.get(table, ())):
            return True
        query = select(table.c[name]).where(table.c[name] == value)
        return bool(self._connection.execute(query).all())


_FIRST_WHAT_IS_NAMED = tables.metadata.sorted_tables
_LEDGER_FIELDS = ("seq", "at", "by", "kind", "payload", "previous", "hash")
# Ledger entries read at a time, backwards.
_STEP = 100
_DOCUMENTS = select(tables.documents.c.record, tables.texts.c.text).join(
    tables.texts, tables.documents.c.text == tables.texts.c.sha256
)
