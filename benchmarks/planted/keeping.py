"""A planted corpus → a case folder, entered as if it had been ingested and read."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.planted.planting import Planted

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.store.case import open_case
from onrecord.store.protocol import Arrival, Reading
from onrecord.store.shapes import hash_record, write_document

_ENTERED = "2022-01-01T00:00:00Z"


def put_into_case(parts: Iterable[Planted], case: Path) -> int:
    """Enters all documents with their claims into a new case, and gives the number of claims.

    Parts are entered one after the other, so that a large corpus need not fit into memory. Nothing
    is linked yet: `onrecord link CASE` and `onrecord tally CASE` do that.
    """
    method = real_rooms().methods.reading
    entered = 0
    with open_case(case, by="planted", clock=lambda: _ENTERED, create=True) as store:
        for part in parts:
            read: dict[DocumentId, list[Claim]] = {id: [] for id in part.documents}
            for claim in part.claims:
                read[claim.document].append(claim)
            with store.transaction():
                for id, document in part.documents.items():
                    store.add_document(document, _bytes(document), arrival=_arrive(document))
                    store.add_reading(
                        Reading(
                            document=id,
                            document_sha256=hash_record(write_document(document)),
                            method=method,
                            claims=tuple(read[id]),
                        )
                    )
            entered += len(part.claims)
    return entered


def _bytes(document: Document) -> bytes:
    return document.text.encode("utf-8")


def _arrive(document: Document) -> Arrival:
    return Arrival(path=f"{document.id}.txt", original=document.original, told=None)
