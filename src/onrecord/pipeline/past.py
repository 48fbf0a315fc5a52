"""A case → what was known of it on a day: its claims by then, linked and counted anew, kept nowhere.

The documents, methods and decisions of people are those of today; only what was said and
published later is left out. Of a document without a date nobody can tell whether it was known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Linking
from onrecord.pipeline.keeping import Tallied
from onrecord.pipeline.linking import documents_by_id
from onrecord.pipeline.rooms import Rooms
from onrecord.pipeline.tallying import tally_incidents, weigh_and_count
from onrecord.store.protocol import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A case as known on a day; `undated` are documents that no date lets in."""

    documents: tuple[Document, ...]
    undated: tuple[DocumentId, ...]
    claims: tuple[Claim, ...]
    linking: Linking
    tallied: Tallied


def recall(store: Store, until: date, *, rooms: Rooms) -> Past:
    """The case as known at the end of a day; nothing is written."""
    every = documents_by_id(store)
    documents = {id: one for id, one in every.items() if was_published(one, until)}
    claims = list(_list_said(store.claims(), documents, until))
    decisions = store.decisions()
    linking = rooms.link_claims(
        claims, documents, parties=rooms.load_party_book(), decisions=decisions
    )
    incidents = weigh_and_count(linking, documents, rooms=rooms, decisions=decisions)
    return Past(
        documents=tuple(documents.values()),
        undated=tuple(id for id, one in every.items() if one.published is None),
        claims=tuple(claims),
        linking=linking,
        tallied=tally_incidents(
            claims, sorted(incidents, key=lambda one: one.id), linking.copies, rooms=rooms
        ),
    )


def was_published(document: Document, until: date) -> bool:
    """Whether a document had surely been published by the end of a day."""
    return document.published is not None and document.published.to <= until


def _list_said(
    claims: Iterable[Claim], documents: Iterable[DocumentId], until: date
) -> Iterable[Claim]:
    """The claims of these documents; what a later update of a page says is left out."""
    known = frozenset(documents)
    return (
        claim
        for claim in claims
        if claim.document in known and not (claim.said and claim.said.from_ > until)
    )
