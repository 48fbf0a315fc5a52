"""Views as kept → faults: incidents, tallies and sums that were changed after they were made."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import Table, select

from onrecord.model.ledger import Fault
from onrecord.store import tables
from onrecord.store.account import Account, Entered
from onrecord.store.chain import hash_lines
from onrecord.store.finding import Fetch
from onrecord.store.protocol import Row
from onrecord.store.shapes import hash_row

_SINGULAR = {
    "clusters": "cluster",
    "linked_asides": "linked aside",
    "utterances": "utterance",
    "copies": "copy",
    "candidates": "candidate",
    "weights": "weight",
    "relations": "relation",
    "incidents": "incident",
    "tallies": "tally",
    "sums": "sum",
    "asides": "aside",
    "refusals": "refusal",
}


def check_views(
    fetch: Fetch, account: Account, *, name: str, view: Mapping[str, Table]
) -> Iterator[Fault]:
    """Rows that were changed, and tables that are not those last made."""
    entry = account.of("view").get(name)
    made = fetch(select(tables.views).where(tables.views.c.name == name))
    if (entry is None) != (not made):
        yield Fault(item=f"view {name}", problem="ledger and database disagree on whether it is")
    hashes = {} if entry is None else entry.payload["tables"]
    if entry is not None and made and _differs(made[0], entry):
        yield Fault(item=f"view {name}", problem="what it was made from was changed")
    for table_name, table in view.items():
        yield from _check_table(fetch, table, hashes.get(table_name))


def _differs(made: SqlRow[Any], entry: Entered) -> bool:
    return (made.inputs, made.seq) != (entry.payload["inputs"], entry.seq)


def _check_table(fetch: Fetch, table: Table, entered: str | None) -> Iterator[Fault]:
    rows = fetch(select(table).order_by(table.c.ordinal))
    what = _SINGULAR[table.name]
    changed = [
        row
        for row in rows
        if hash_row(row.ordinal, Row(id=row.id, record=row.record)) != row.sha256
    ]
    for row in changed:
        yield Fault(item=f"{what} {row.id}", problem="was changed since it was made")
    if not rows and entered is None:
        return
    if not changed and hash_lines([row.sha256 for row in rows]) != entered:
        yield Fault(item=f"table {table.name}", problem="is not the one that was made last")
