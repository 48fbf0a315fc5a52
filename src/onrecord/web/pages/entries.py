"""The ledger → what was entered, newest first, in words; never with testimony, names or places."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onrecord.model.ledger import LedgerEntry
from onrecord.pipeline.views import CaseView

_WORDS: Final[dict[str, str | Promise]] = {
    "case": _("The case was begun."),
    "original": _("An original was kept."),
    "text": _("A text was kept."),
    "document": _("A document was entered:"),
    "custody": _("A document arrived:"),
    "reading": _("A document was read:"),
    "failure": _("Something could not be done."),
    "decision": _("A decision was entered."),
    "gazetteer": _("A gazetteer was added."),
    "remark": _("Somebody made a remark."),
    "view": _("Incidents and figures were computed."),
}
_DULL: Final = frozenset({"original", "text", "custody", "view"})


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


def list_news(view: CaseView, case: str) -> Iterator[Entry]:
    """The entries of the ledger that tell of more than bytes, newest first."""
    return (_say(each, case) for each in view.ledger_backwards() if each.kind not in _DULL)


def list_entries(view: CaseView, case: str, start: int | None) -> Iterator[Entry]:
    """The entries of the ledger, newest first, from number `start` or the last."""
    return (_say(entry, case) for entry in view.ledger_backwards(start))


def _say(entry: LedgerEntry, case: str) -> Entry:
    payload: dict[str, Any] = json.loads(entry.payload)
    document = payload.get("document") or (payload.get("id") if entry.kind == "document" else None)
    name = document or payload.get("name") or ""
    return Entry(
        seq=entry.seq,
        at=entry.at,
        by=entry.by,
        kind=entry.kind,
        words=str(_WORDS.get(entry.kind, entry.kind)),
        name=str(name),
        link=reverse("document", args=[case, document]) if document else "",
        hash=entry.hash,
    )
