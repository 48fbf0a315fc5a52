"""Facts as kept → faults: originals, texts, documents, custody, failures, decisions, remarks."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Row, Table, select

from onrecord.model.identity import Sha256, hash_bytes
from onrecord.model.ledger import Fault
from onrecord.store import tables
from onrecord.store.account import Account, Entered, match_rows
from onrecord.store.chain import write_record
from onrecord.store.finding import Fetch, find_remarks
from onrecord.store.originals import Originals
from onrecord.store.shapes import hash_record, write_arrival


def check_originals(fetch: Fetch, originals: Originals, account: Account) -> Iterator[Fault]:
    """Files that are missing or changed, rows that disagree with their entry."""
    for faults, row, entry in _matched(fetch, account, tables.originals, "original", "sha256"):
        yield from faults
        if row is not None and entry is not None:
            if row.size != entry.payload.get("size"):
                yield Fault(item=f"original {row.sha256}", problem="its recorded size was changed")
            yield from _check_file(originals, row.sha256, row.size)


def check_texts(fetch: Fetch, account: Account) -> Iterator[Fault]:
    """Texts whose bytes are not those of their hash."""
    for faults, row, _ in _matched(fetch, account, tables.texts, "text", "sha256"):
        yield from faults
        if row is not None and hash_bytes(_as_bytes(row.text)) != row.sha256:
            yield Fault(item=f"text {row.sha256}", problem="was changed: its hash differs")


def check_documents(fetch: Fetch, account: Account) -> Iterator[Fault]:
    """Document records that are not as entered."""
    for faults, row, entry in _matched(fetch, account, tables.documents, "document", "id"):
        yield from faults
        if row is None or entry is None:
            continue
        item = f"document {row.id}"
        yield from _compare_record(item, row.record, entry)
        for name in ("original", "text", "sha256"):
            if getattr(row, name) != entry.payload.get(name):
                yield Fault(item=item, problem=f"its {name} is not the one entered")


def check_custody(fetch: Fetch, account: Account) -> Iterator[Fault]:
    """Entries of the custody log that are not as entered."""
    for faults, row, entry in _matched(fetch, account, tables.custody, "custody", "seq"):
        yield from faults
        if row is not None and entry is not None:
            names = ("document", "original", "path", "told")
            record = write_arrival({name: getattr(row, name) for name in names})
            yield from _compare_record(f"custody {row.seq} of {row.document}", record, entry)


def check_gazetteers(fetch: Fetch, account: Account) -> Iterator[Fault]:
    """Gazetteers that are not as entered."""
    rows = _matched(fetch, account, tables.gazetteers, "gazetteer", "original")
    for faults, row, entry in rows:
        yield from faults
        if row is not None and entry is not None and row.name != entry.payload.get("name"):
            yield Fault(item=f"gazetteer {row.original}", problem="its name was changed")


def check_failures(fetch: Fetch, account: Account) -> Iterator[Fault]:
    """Failures that are not as entered."""
    for faults, row, entry in _matched(fetch, account, tables.failures, "failure", "seq"):
        yield from faults
        if row is not None and entry is not None:
            item = f"failure {row.seq} of {row.item}"
            yield from _compare_record(item, row.record, entry)
            for name in ("stage", "method"):
                if getattr(row, name) != entry.payload.get(name):
                    yield Fault(item=item, problem=f"its {name} is not the one entered")
            if write_record(row.item) not in row.record:
                yield Fault(item=item, problem="its item is not the one of its record")


def check_decisions(fetch: Fetch, account: Account) -> Iterator[Fault]:
    """Decisions that are not as entered."""
    for faults, row, entry in _matched(fetch, account, tables.decisions, "decision", "id"):
        yield from faults
        if row is not None and entry is not None:
            yield from _compare_record(f"decision {row.id}", row.record, entry)


def check_remarks(fetch: Fetch, account: Account) -> Iterator[Fault]:
    """Remarks that are not as entered."""
    rows = match_rows(account.of("remark"), find_remarks(fetch), kind="remark", key="id")
    for fault, row, entry in rows:
        if fault is not None:
            yield fault
        if row is not None and entry is not None:
            yield from _compare_record(f"remark {row.id}", row.record, entry)


def _matched(
    fetch: Fetch, account: Account, table: Table, kind: str, key: str
) -> Iterator[tuple[Iterable[Fault], Row[Any] | None, Entered | None]]:
    rows = fetch(select(table).order_by(table.c[key]))
    for fault, row, entry in match_rows(account.of(kind), rows, kind=kind, key=key):
        yield ([] if fault is None else [fault]), row, entry


def _compare_record(item: str, record: str, entry: Entered) -> Iterator[Fault]:
    if hash_record(record) != entry.payload.get("sha256"):
        yield Fault(item=item, problem="was changed: its record is not the one entered")


def _check_file(originals: Originals, sha256: Sha256, size: int) -> Iterator[Fault]:
    item = f"original {sha256}"
    try:
        content = originals.read(sha256)
    except FileNotFoundError:
        yield Fault(item=item, problem="its file is missing")
    except OSError as error:
        yield Fault(item=item, problem=f"its file cannot be read: {error.strerror}")
    else:
        if len(content) != size:
            yield Fault(item=item, problem=f"has {len(content)} bytes, not {size}")
        if hash_bytes(content) != sha256:
            yield Fault(item=item, problem="was changed: its hash differs")


def _as_bytes(value: bytes | str) -> bytes:
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
