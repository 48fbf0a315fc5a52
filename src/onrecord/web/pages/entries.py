"""The ledger → what was entered, newest first, in words; never with testimony, names or places."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse

from onrecord.model.ledger import LedgerEntry
from onrecord.pipeline.views import CaseView

_WORDS: Final = {
    "case": "The case was begun.",
    "original": "An original was kept.",
    "text": "A text was kept.",
    "document": "A document was entered:",
    "custody": "A document arrived:",
    "reading": "A document was read:",
    "failure": "Something could not be done.",
    "decision": "A decision was entered.",
    "gazetteer": "A gazetteer was added.",
    "view": "Incidents and figures were computed:",
}
_DULL: Final = frozenset({"original", "text", "custody"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry in words; `link` leads to what it is about."""

    seq: int
    at: str
    by: str
    kind: str
    words: str
    name: str = ""
    link: str = ""
    hash: str = ""


def list_entries(view: CaseView, case: str, *, all_kinds: bool = False) -> Iterator[Entry]:
    """The entries of the ledger, newest first; without `all_kinds` those that tell of no bytes."""
    for entry in reversed(list(view.ledger())):
        if all_kinds or entry.kind not in _DULL:
            yield _say(entry, case)


def _say(entry: LedgerEntry, case: str) -> Entry:
    payload: dict[str, Any] = json.loads(entry.payload)
    document = payload.get("document") or (payload.get("id") if entry.kind == "document" else None)
    name = document or payload.get("view") or payload.get("name") or ""
    return Entry(
        seq=entry.seq,
        at=entry.at,
        by=entry.by,
        kind=entry.kind,
        words=_WORDS.get(entry.kind, entry.kind),
        name=str(name),
        link=reverse("document", args=[case, document]) if document else "",
        hash=entry.hash,
    )
