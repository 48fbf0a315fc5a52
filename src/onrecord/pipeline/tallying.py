"""A linking in the store → weighed and counted incidents, tallies and sums in the store."""

from collections.abc import Mapping, Sequence
from typing import Final

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.failure import CaseError
from onrecord.model.identity import DocumentId, Sha256
from onrecord.model.incident import Cluster, Copy, Incident, Linking
from onrecord.pipeline.assembly import assemble_incident
from onrecord.pipeline.keeping import Tallied, read_linking, write_tallying
from onrecord.pipeline.linking import VIEW as LINKING
from onrecord.pipeline.linking import documents_by_id, inputs_of_linking
from onrecord.pipeline.report import Progress, Report, no_progress
from onrecord.pipeline.rooms import Rooms
from onrecord.pipeline.spreading import spread, telling, without_pauses
from onrecord.store.chain import hash_lines
from onrecord.store.protocol import Store

VIEW: Final = "tallying"


class LinkFirst(CaseError):
    """Something was entered after the claims were linked."""


def tally(store: Store, *, rooms: Rooms, progress: Progress = no_progress) -> Report:
    """Weighs and counts the incidents of the case, unless that was done with just these.

    Raises:
        LinkFirst: the linking does not hold what was entered since.
    """
    inputs = inputs_of_tallying(store, rooms)
    if store.view_inputs(LINKING) != inputs_of_linking(store, rooms):
        raise LinkFirst(
            f"{store.name}: something was entered since the claims were linked: "
            "run `onrecord link` on the case first"
        )
    if store.view_inputs(VIEW) == inputs:
        return Report("tally", "incident", add_up=False, known=len(store.rows("incidents")))
    progress("tally", 0, None)
    with without_pauses():
        kept = _tally(store, inputs, rooms, progress)
    return Report("tally", "incident", add_up=False, kept=kept)


def _tally(store: Store, inputs: Sha256, rooms: Rooms, progress: Progress) -> int:
    claims = {claim.id: claim for claim in store.claims()}
    linking = read_linking(store, claims)
    many = len(linking.clusters)
    progress("tally", 0, many)
    with telling(lambda done, total: progress("tally", done, total)):
        incidents = weigh_and_count(
            linking, documents_by_id(store), rooms=rooms, decisions=store.decisions()
        )
    tallied = tally_incidents(list(claims.values()), incidents, linking.copies, rooms=rooms)
    rows = write_tallying(tallied)
    with store.transaction():
        store.put_view(VIEW, inputs, rows)
    return many


def tally_incidents(
    claims: Sequence[Claim],
    incidents: Sequence[Incident],
    copies: Sequence[Copy],
    *,
    rooms: Rooms,
) -> Tallied:
    """All that follows from counted incidents and the claims around them."""
    return Tallied(
        incidents=tuple(incidents),
        tallies=rooms.check_tallies(claims, incidents, copies),
        sums=rooms.sum_incidents(incidents),
        asides=rooms.list_asides(claims, incidents),
        refusal=rooms.refuse_estimates(claims),
    )


def weigh_and_count(
    linking: Linking,
    documents: Mapping[DocumentId, Document],
    *,
    rooms: Rooms,
    decisions: Sequence[Decision] = (),
) -> tuple[Incident, ...]:
    """The incidents of a linking, in its order."""
    supports = rooms.weigh_incidents(
        linking, documents, parties=rooms.load_party_book(), decisions=decisions
    )

    def make(cluster: Cluster) -> Incident:
        support = supports[cluster.id]
        counting = rooms.count_incident(cluster, support, decisions=decisions)
        return assemble_incident(cluster, support, counting, method=rooms.methods.of_incidents)

    return tuple(spread(make, linking.clusters))


def inputs_of_tallying(store: Store, rooms: Rooms) -> Sha256:
    """A hash over all that the tallying is made from: the linking's inputs and the methods."""
    return hash_lines([inputs_of_linking(store, rooms), rooms.methods.of_incidents])


def incidents_of_claims(
    claims: Sequence[Claim], documents: Mapping[DocumentId, Document], *, rooms: Rooms
) -> tuple[Incident, ...]:
    """The incidents that the claims of one document alone describe."""
    linking = rooms.link_claims(claims, documents, parties=rooms.load_party_book(), alone=True)
    return weigh_and_count(linking, documents, rooms=rooms)
