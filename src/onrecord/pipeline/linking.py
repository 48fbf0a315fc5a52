"""Claims in the store → a linking in the store, made again only when something has changed."""

from collections.abc import Mapping, Sequence
from typing import Final

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId, Sha256
from onrecord.model.incident import Linking
from onrecord.pipeline.keeping import write_linking
from onrecord.pipeline.report import Progress, Report, no_progress
from onrecord.pipeline.rooms import Rooms
from onrecord.pipeline.spreading import telling, without_pauses
from onrecord.store.chain import hash_lines, write_noun, write_record
from onrecord.store.protocol import Store

VIEW: Final = "linking"


def link(store: Store, *, rooms: Rooms, progress: Progress = no_progress) -> Report:
    """Brings the claims of the case together, unless that was done with just these."""
    inputs = inputs_of_linking(store, rooms)
    if store.view_inputs(VIEW) == inputs:
        return Report("link", "incident", add_up=False, known=len(store.rows("clusters")))
    progress("link", 0, None)
    with without_pauses(), telling(lambda done, total: progress("link", done, total)):
        linking = work_out_linking(store, list(store.claims()), documents_by_id(store), rooms=rooms)
        with store.transaction():
            store.put_view(VIEW, inputs, write_linking(linking))
    return Report("link", "incident", add_up=False, kept=len(linking.clusters))


def work_out_linking(
    store: Store,
    claims: Sequence[Claim],
    documents: Mapping[DocumentId, Document],
    *,
    rooms: Rooms,
) -> Linking:
    """The linking of the claims of a case under its decisions; nothing is written."""
    return rooms.link_claims(
        claims, documents, parties=rooms.load_party_book(), decisions=store.decisions()
    )


def inputs_of_linking(store: Store, rooms: Rooms) -> Sha256:
    """A hash over all that a linking is made from: readings, documents, decisions, method."""
    readings = store.readings()
    lines = [rooms.methods.linking]
    lines += [
        write_record([id, sha256, readings[id].sha256 if id in readings else None])
        for id, sha256 in store.document_hashes().items()
    ]
    return hash_lines([*lines, *(write_noun(decision) for decision in store.decisions())])


def documents_by_id(store: Store) -> dict[DocumentId, Document]:
    """All documents of the case."""
    return {document.id: document for document in store.documents()}
