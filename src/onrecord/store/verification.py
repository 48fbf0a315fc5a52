"""What is kept → faults: every way in which it is not what was entered.

The ledger says which rows must be there and what they hash to; rows, files and spans are checked
against it, and the ledger against itself and against a head kept elsewhere.
"""

from collections.abc import Iterator

from onrecord.model.identity import Sha256
from onrecord.model.ledger import Fault
from onrecord.store import tables
from onrecord.store.account import Account, read_account
from onrecord.store.checks_of_facts import (
    check_custody,
    check_decisions,
    check_documents,
    check_failures,
    check_gazetteers,
    check_originals,
    check_remarks,
    check_texts,
)
from onrecord.store.checks_of_readings import check_readings, check_spans
from onrecord.store.checks_of_views import check_views
from onrecord.store.finding import Fetch
from onrecord.store.originals import Originals


def verify_ledger_and_rows(
    fetch: Fetch, originals: Originals, *, head: Sha256 | None
) -> list[Fault]:
    """All faults: of the chain first, then item by item."""
    account = read_account(fetch)
    return [*account.faults, *_check_head(account, head), *_check_items(fetch, originals, account)]


def _check_head(account: Account, head: Sha256 | None) -> Iterator[Fault]:
    if head is not None and head not in account.hashes:
        yield Fault(
            item="ledger",
            problem=f"the given head {head} is not in it: entries were cut off or rewritten",
        )


def _check_items(fetch: Fetch, originals: Originals, account: Account) -> Iterator[Fault]:
    yield from check_originals(fetch, originals, account)
    yield from check_texts(fetch, account)
    yield from check_documents(fetch, account)
    yield from check_custody(fetch, account)
    yield from check_gazetteers(fetch, account)
    yield from check_readings(fetch, account)
    yield from check_spans(fetch)
    yield from check_failures(fetch, account)
    yield from check_decisions(fetch, account)
    yield from check_remarks(fetch, account)
    for name, view in tables.VIEWS.items():
        yield from check_views(fetch, account, name=name, view=view)
