"""Case folder → nouns: what doors read to show and export, nothing written."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.model.identity import ClaimId, DocumentId, IncidentId, Sha256, TallyId
from onrecord.model.incident import Candidate, Incident, Linking, Reply
from onrecord.model.ledger import LedgerEntry
from onrecord.model.source import Custody
from onrecord.model.tally import Aside, Sum, Tally
from onrecord.pipeline.keeping import read_linking, read_rows
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.tallying import VIEW, inputs_of_tallying
from onrecord.settings import read_settings
from onrecord.store.case import open_case_for_reading
from onrecord.store.protocol import Store


@dataclass(frozen=True)
class CaseView:
    """A case as last computed. Every list is sorted and does not depend on the order of input.

    It is one moment of the case: what is read whole (claims, incidents) is read once.
    """

    store: Store
    name: str

    def documents(self) -> tuple[Document, ...]:
        """All documents, by identifier."""
        return tuple(self.store.documents())

    def document(self, id: DocumentId) -> Document | None:
        """The document of that identifier, `None` if there is none."""
        return self.store.document(id)

    def claims(self, document: DocumentId | None = None) -> tuple[Claim, ...]:
        """All claims (of one document if given), by document and then as read."""
        return self._all_claims if document is None else tuple(self.store.claims(document))

    def claim(self, id: ClaimId) -> Claim | None:
        """The claim of that identifier, `None` if there is none."""
        return self.store.claim(id)

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, as linked, weighed and counted last; stubs included."""
        return self._all_incidents

    def incident(self, id: IncidentId) -> Incident | None:
        """The incident of that identifier or with that alias, `None` if there is none."""
        exact = read_rows(self.store, "incidents", Incident, id=id)
        aliased = (incident for incident in self.incidents() if id in incident.aliases)
        return exact[0] if exact else next(aliased, None)

    def tallies(self) -> tuple[Tally, ...]:
        """All tallies with their checks."""
        return read_rows(self.store, "tallies", Tally)

    def tally(self, id: TallyId) -> Tally | None:
        """The tally of that identifier, `None` if there is none."""
        return next(iter(read_rows(self.store, "tallies", Tally, id=id)), None)

    def sums(self) -> tuple[Sum, ...]:
        """Sums over all incidents of the case."""
        return read_rows(self.store, "sums", Sum)

    def asides(self) -> tuple[Aside, ...]:
        """Figures shown beside the sums and never added."""
        return read_rows(self.store, "asides", Aside)

    def refusal(self) -> tuple[str, ...]:
        """Why estimates are refused, one reason a line."""
        return tuple(json.loads(record)["reason"] for record in self.store.rows("refusals"))

    def replies(self) -> tuple[tuple[IncidentId, Reply], ...]:
        """Every answer of the accused with the incident it meets."""
        return tuple(
            (incident.id, reply)
            for incident in self.incidents()
            for reply in incident.support.replies
        )

    def linking(self) -> Linking:
        """Clusters, utterances, copies and candidates as linked last."""
        return read_linking(self.store, {claim.id: claim for claim in self._all_claims})

    def candidates(self) -> tuple[Candidate, ...]:
        """Pairs of incidents that may be one, as linked last."""
        return read_rows(self.store, "candidates", Candidate)

    def original(self, sha256: Sha256) -> bytes:
        """The bytes of an original."""
        return self.store.original(sha256)

    def failures(self) -> tuple[Failed, ...]:
        """What could not be done and still is not."""
        return tuple(kept.failed for kept in self.store.failures())

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of a person, in the order entered."""
        return tuple(self.store.decisions())

    def custody(self, document: DocumentId) -> tuple[Custody, ...]:
        """Each path under which a document's bytes arrived, in the order entered."""
        return tuple(self.store.custody(document))

    def ledger(self) -> Iterator[LedgerEntry]:
        """Every ledger entry, oldest first."""
        return self.store.ledger()

    def head(self) -> Sha256:
        """The hash of the last ledger entry."""
        return self.store.head()

    def is_current(self) -> bool:
        """Whether incidents and tallies hold all claims and decisions entered so far."""
        return self.store.view_inputs(VIEW) == inputs_of_tallying(self.store, real_rooms())

    @cached_property
    def _all_claims(self) -> tuple[Claim, ...]:
        return tuple(self.store.claims())

    @cached_property
    def _all_incidents(self) -> tuple[Incident, ...]:
        return read_rows(self.store, "incidents", Incident)


@contextmanager
def open_view(case: Path) -> Iterator[CaseView]:
    """The case for reading, for as long as the `with` block lasts.

    Raises:
        CaseError: no case stands there, or it was made by a newer version.
    """
    with open_case_for_reading(case) as store:
        yield CaseView(store, read_settings(case).name)
