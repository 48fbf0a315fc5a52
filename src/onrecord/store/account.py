"""Ledger → account: what must be there, entry by entry, and whether the chain holds."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Row, select

from onrecord.model.ledger import Fault, LedgerEntry
from onrecord.store import tables
from onrecord.store.chain import BEGINNING, hash_entry
from onrecord.store.finding import Fetch, read_entry


@dataclass(frozen=True, slots=True)
class Entered:
    """What the ledger says of one item: the number of the entry and its payload."""

    seq: int
    payload: Mapping[str, Any]


@dataclass(slots=True)
class Account:
    """All that must be there: `items[kind][key]`, a later entry of one key in place of earlier."""

    items: dict[str, dict[object, Entered]] = field(default_factory=dict)
    hashes: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def of(self, kind: str) -> dict[object, Entered]:
        """What was entered of one kind."""
        return self.items.setdefault(kind, {})


_KEYS: Final[Mapping[str, Callable[[int, Mapping[str, Any]], object]]] = {
    "original": lambda seq, payload: payload["sha256"],
    "text": lambda seq, payload: payload["sha256"],
    "document": lambda seq, payload: payload["id"],
    "custody": lambda seq, payload: seq,
    "gazetteer": lambda seq, payload: payload["original"],
    "reading": lambda seq, payload: payload["document"],
    "failure": lambda seq, payload: seq,
    "decision": lambda seq, payload: payload["id"],
    "remark": lambda seq, payload: payload["id"],
    "view": lambda seq, payload: payload["view"],
    "case": lambda seq, payload: seq,
}


def read_account(fetch: Fetch) -> Account:
    """The account of a whole ledger, with every fault of its chain."""
    account = Account()
    expected = _Link(1, BEGINNING)
    for row in fetch(select(tables.ledger).order_by(tables.ledger.c.seq)):
        entry = read_entry(row)
        account.faults.extend(_check_entry(entry, expected))
        account.hashes.add(entry.hash)
        _take_up(account, entry)
        expected = _Link(entry.seq + 1, entry.hash)
    if not account.hashes:
        account.faults.append(Fault(item="ledger", problem="is empty"))
    return account


@dataclass(frozen=True, slots=True)
class _Link:
    seq: int
    previous: str


def _check_entry(entry: LedgerEntry, expected: _Link) -> Iterable[Fault]:
    item = f"ledger entry {entry.seq}"
    if entry.seq != expected.seq:
        yield Fault(item=item, problem=f"follows a gap: entry {expected.seq} is missing")
    if entry.previous != expected.previous:
        yield Fault(item=item, problem="does not hold the hash of the entry before it")
    if hash_entry(entry) != entry.hash:
        yield Fault(item=item, problem="was changed: its hash is not that of its content")


def _take_up(account: Account, entry: LedgerEntry) -> None:
    try:
        payload = json.loads(entry.payload)
        key = _KEYS[entry.kind](entry.seq, payload)
        account.of(entry.kind)[key] = Entered(entry.seq, payload)
        if entry.kind == "failure" and "document" in payload:
            account.of("reading").pop(payload["document"], None)
    except (ValueError, KeyError, TypeError, AttributeError):
        account.faults.append(
            Fault(item=f"ledger entry {entry.seq}", problem="says nothing that can be read")
        )


def match_rows(
    entered: Mapping[object, Entered], rows: Iterable[Row[Any]], *, kind: str, key: str
) -> Iterable[tuple[Fault | None, Row[Any] | None, Entered | None]]:
    """Each row with its entry, or the fault that one of the two is missing."""
    left = dict(entered)
    for row in rows:
        name = getattr(row, key)
        entry = left.pop(name, None)
        if entry is None:
            yield (
                Fault(item=f"{kind} {name}", problem="no ledger entry accounts for it"),
                None,
                None,
            )
        elif entry.seq != row.seq:
            problem = f"was entered as {entry.seq}, not {row.seq}"
            yield Fault(item=f"{kind} {name}", problem=problem), row, entry
        else:
            yield None, row, entry
    for name, entry in left.items():
        problem = f"was entered (ledger entry {entry.seq}) and is missing"
        yield Fault(item=f"{kind} {name}", problem=problem), None, None
