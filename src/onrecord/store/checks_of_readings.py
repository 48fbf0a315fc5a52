"""Readings as kept → faults: claims that changed, quotes that are not the document's words."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from onrecord.model.ledger import Fault
from onrecord.store import tables
from onrecord.store.account import Account, match_rows
from onrecord.store.finding import Fetch
from onrecord.store.shapes import decode_text, hash_record
from onrecord.store.spans import find_misquotes


def check_readings(fetch: Fetch, account: Account) -> Iterator[Fault]:
    """Claims that were changed, added or taken away since they were read."""
    claims = _claims_by_document(fetch)
    rows = fetch(select(tables.readings).order_by(tables.readings.c.document))
    matched = match_rows(account.of("reading"), rows, kind="reading", key="document")
    for fault, row, entry in matched:
        if fault is not None:
            yield fault
        if row is None or entry is None:
            continue
        for name in ("document_sha256", "method", "sha256"):
            if getattr(row, name) != entry.payload.get(name):
                problem = f"its {name} is not the one entered"
                yield Fault(item=f"reading {row.document}", problem=problem)
        yield from _compare_claims(entry.payload["claims"], claims.pop(row.document, {}))
    for left in claims.values():
        for id in left:
            yield Fault(item=f"claim {id}", problem="no ledger entry accounts for it")


def check_spans(fetch: Fetch) -> Iterator[Fault]:
    """Claims whose quote, or any words inside, are not those of the document at that place."""
    documents, texts, claims = tables.documents.c, tables.texts.c, tables.claims.c
    query = (
        select(
            claims.id, claims.record, claims.document, documents.record.label("about"), texts.text
        )
        .join(tables.documents, claims.document == documents.id)
        .join(tables.texts, documents.text == texts.sha256)
        .order_by(claims.document, claims.ordinal)
    )
    for row in fetch(query):
        try:
            claim = json.loads(row.record)
            source = _source_of(claim, row.about, row.text)
            wrong = find_misquotes(claim, source)
        except (ValueError, KeyError, TypeError, AttributeError):
            wrong = ["record"]
        for where in wrong:
            problem = f"its {where} is not what stands in document {row.document} at that place"
            yield Fault(item=f"claim {row.id}", problem=problem)


def _claims_by_document(fetch: Fetch) -> dict[str, dict[str, tuple[int, str]]]:
    columns = tables.claims.c
    found: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    query = select(columns.id, columns.document, columns.ordinal, columns.record)
    for row in fetch(query.order_by(columns.document, columns.ordinal)):
        found[row.document][row.id] = (row.ordinal, hash_record(row.record))
    return found


def _compare_claims(
    entered: list[tuple[str, str]], kept: Mapping[str, tuple[int, str]]
) -> Iterator[Fault]:
    for ordinal, (id, sha256) in enumerate(entered):
        if id not in kept:
            yield Fault(item=f"claim {id}", problem="was entered and is missing")
        elif kept[id][1] != sha256:
            problem = "was changed: its record is not the one entered"
            yield Fault(item=f"claim {id}", problem=problem)
        elif kept[id][0] != ordinal:
            yield Fault(item=f"claim {id}", problem="stands at another place in its reading")
    for id in sorted(kept.keys() - dict(entered).keys()):
        yield Fault(item=f"claim {id}", problem="no ledger entry accounts for it")


def _source_of(claim: Mapping[str, Any], about: str, text: bytes) -> str:
    if claim.get("in") == "title":
        return json.loads(about).get("title") or ""
    return decode_text(text)
