"""Rows → nouns: questions to the database that take more than a select."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row, Select, and_, exists, or_, select
from sqlalchemy.exc import OperationalError

from onrecord.model.failure import Failed
from onrecord.model.ledger import LedgerEntry
from onrecord.model.source import Custody
from onrecord.store import tables
from onrecord.store.protocol import FailureKept
from onrecord.store.shapes import read_noun, read_told

Fetch: TypeAlias = Callable[[Select[Any]], Sequence[Row[Any]]]


def read_entry(row: Row[Any]) -> LedgerEntry:
    """The ledger entry of a row."""
    return LedgerEntry(
        seq=row.seq,
        at=row.at,
        by=row.by,
        kind=row.kind,
        payload=row.payload,
        previous=row.previous,
        hash=row.hash,
    )


def find_failures(fetch: Fetch) -> list[FailureKept]:
    """Failures that no later success or later failure of the same item has replaced."""
    failures, later = tables.failures, tables.failures.alias("later")
    custody, readings = tables.custody.c, tables.readings.c
    replaced = or_(
        exists().where(
            later.c.item == failures.c.item,
            later.c.stage == failures.c.stage,
            later.c.seq > failures.c.seq,
        ),
        and_(
            failures.c.stage == "ingest",
            exists().where(custody.path == failures.c.item, custody.seq > failures.c.seq),
        ),
        and_(
            failures.c.stage == "extract",
            exists().where(readings.document == failures.c.item, readings.seq > failures.c.seq),
        ),
    )
    query = select(failures).where(~replaced).order_by(failures.c.stage.desc(), failures.c.item)
    return [
        FailureKept(stage=row.stage, failed=read_noun(Failed, row.record), method=row.method)
        for row in fetch(query)
    ]


def find_remarks(fetch: Fetch) -> Sequence[Row[Any]]:
    """The rows of remarks in the order entered; none in a case that an older version made."""
    try:
        return fetch(select(tables.remarks).order_by(tables.remarks.c.seq))
    except OperationalError:
        return ()


def find_custody(fetch: Fetch, document: str | None) -> Iterator[Custody]:
    """Each way in which documents (one, if given) arrived, in the order entered."""
    table, entries = tables.custody, tables.ledger
    query = select(table, entries.c.at, entries.c.by).join(entries, table.c.seq == entries.c.seq)
    if document is not None:
        query = query.where(table.c.document == document)
    for row in fetch(query.order_by(table.c.seq)):
        yield Custody(
            path=row.path,
            original=row.original,
            document=row.document,
            told=read_told(row.told),
            at=row.at,
            by=row.by,
        )
