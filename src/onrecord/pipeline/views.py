"""Case folder → nouns: what doors read to show and export, nothing written."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from onrecord.model.claim import Claim
from onrecord.model.comparison import Candidate
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.model.identity import ClaimId, DocumentId, IncidentId, Sha256, TallyId
from onrecord.model.incident import Incident, Linking, Reply
from onrecord.model.ledger import LedgerEntry
from onrecord.model.remark import Remark
from onrecord.model.source import Custody
from onrecord.model.tally import EVERYTHING, Aside, Selection, SliceBy, Sum, SumSlice, Tally
from onrecord.pipeline.keeping import read_linking, read_rows
from onrecord.pipeline.past import Past, recall
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.remarking import list_standing
from onrecord.pipeline.tallying import VIEW, inputs_of_tallying
from onrecord.settings import read_settings
from onrecord.store.case import open_case_for_reading
from onrecord.store.corrections import Corrections, find_corrections
from onrecord.store.protocol import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How a case is looked at: as known on a day (`None`: today), and which sums are asked for."""

    until: date | None = None
    by: SliceBy | None = None
    selection: Selection = EVERYTHING


TODAY = Looking()


@dataclass(frozen=True)
class CaseView:
    """A case as last computed. Every list is sorted and does not depend on the order of input.

    It is one moment of the case: what is read whole (claims, incidents) is read once. Looked at on
    a day of the past it is linked and counted anew with what was known then (`pipeline.past`).
    """

    store: Store
    name: str
    looking: Looking = TODAY

    def documents(self) -> tuple[Document, ...]:
        """All documents, by identifier."""
        return self._past.documents if self._past else tuple(self.store.documents())

    def document(self, id: DocumentId) -> Document | None:
        """The document of that identifier, `None` if there is none."""
        return self.store.document(id)

    def documents_of(self, original: Sha256) -> tuple[Document, ...]:
        """The documents made from an original, by identifier."""
        return tuple(self.store.documents_of(original))

    def claims(self, document: DocumentId | None = None) -> tuple[Claim, ...]:
        """All claims (of one document if given), by document and then as read."""
        if document is None:
            return self._all_claims
        if self._past:
            return tuple(claim for claim in self._past.claims if claim.document == document)
        return tuple(self.store.claims(document))

    def claim(self, id: ClaimId) -> Claim | None:
        """The claim of that identifier, `None` if there is none."""
        return self._corrections.claims.get(id) or self.store.claim_as_read(id)

    def claim_as_read(self, id: str) -> Claim | None:
        """A claim as it was read, before any person corrected it; `None` if a person added it."""
        return self.store.claim_as_read(ClaimId(id))

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, as linked, weighed and counted last; stubs included."""
        return self._all_incidents

    def incident(self, id: IncidentId) -> Incident | None:
        """The incident of that identifier or with that alias, `None` if there is none.

        As known on a day, an incident of today is the one that held most of its claims then.
        """
        exact = self.incident_by_id(id)
        if exact is not None or self._past:
            return exact
        return next((one for one in self.incidents() if id in one.aliases), None)

    def incident_by_id(self, id: IncidentId) -> Incident | None:
        """The incident that has that identifier now, without looking through all of them.

        As known on a day, like `incident`.
        """
        if self._past:
            return self._find_past(id)
        return next(iter(read_rows(self.store, "incidents", Incident, id=id)), None)

    def incident_ids(self) -> tuple[IncidentId, ...]:
        """The identifiers and aliases by which an incident can be asked for, today's included."""
        today = read_rows(self.store, "incidents", Incident) if self._past else ()
        held = (*self.incidents(), *today)
        return tuple(id for one in held for id in (one.id, *one.aliases))

    def tallies(self) -> tuple[Tally, ...]:
        """All tallies with their checks."""
        return self._past.tallied.tallies if self._past else read_rows(self.store, "tallies", Tally)

    def tally(self, id: TallyId) -> Tally | None:
        """The tally of that identifier, `None` if there is none."""
        return next((tally for tally in self.tallies() if tally.id == id), None)

    def sums(self) -> tuple[Sum, ...]:
        """Sums over all incidents of the case."""
        return self._past.tallied.sums if self._past else read_rows(self.store, "sums", Sum)

    def slices(self) -> tuple[SumSlice, ...]:
        """Sums over the selected incidents, told apart as asked."""
        return real_rooms().slice_sums(self.incidents(), self.looking.by, self.looking.selection)

    def known_on(self) -> date | None:
        """The day on which the case is looked at, `None` for today."""
        return self.looking.until

    def undated(self) -> tuple[DocumentId, ...]:
        """The documents left out of a day of the past because nothing dates them."""
        return self._past.undated if self._past else ()

    def asides(self) -> tuple[Aside, ...]:
        """Figures shown beside the sums and never added."""
        return self._past.tallied.asides if self._past else read_rows(self.store, "asides", Aside)

    def refusal(self) -> tuple[str, ...]:
        """Why estimates are refused, one reason a line."""
        if self._past:
            return self._past.tallied.refusal
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
        if self._past:
            return self._past.linking
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
        return self._decisions

    def remarks(self) -> tuple[Remark, ...]:
        """Every remark of a person that stands, in the order entered."""
        return self._standing

    def custody(self, document: DocumentId) -> tuple[Custody, ...]:
        """Each path under which a document's bytes arrived, in the order entered."""
        return tuple(self.store.custody(document))

    def ledger(self) -> Iterator[LedgerEntry]:
        """Every ledger entry, oldest first."""
        return self.store.ledger()

    def ledger_backwards(self, start: int | None = None) -> Iterator[LedgerEntry]:
        """Ledger entries, newest first, from entry number `start` or the last."""
        return self.store.ledger_backwards(start)

    def head(self) -> Sha256:
        """The hash of the last ledger entry."""
        return self.store.head()

    def is_current(self) -> bool:
        """Whether incidents and tallies hold all claims and decisions entered so far."""
        return self.looking.until is not None or self.store.view_inputs(VIEW) == inputs_of_tallying(
            self.store, real_rooms()
        )

    @cached_property
    def _decisions(self) -> tuple[Decision, ...]:
        return tuple(self.store.decisions())

    @cached_property
    def _corrections(self) -> Corrections:
        return find_corrections(self._decisions)

    @cached_property
    def _standing(self) -> tuple[Remark, ...]:
        return tuple(list_standing(self.store.remarks()))

    @cached_property
    def _all_claims(self) -> tuple[Claim, ...]:
        return self._past.claims if self._past else tuple(self.store.claims())

    @cached_property
    def _all_incidents(self) -> tuple[Incident, ...]:
        if self._past:
            return self._past.tallied.incidents
        return read_rows(self.store, "incidents", Incident)

    @cached_property
    def _past(self) -> Past | None:
        until = self.looking.until
        return None if until is None else recall(self.store, until, rooms=real_rooms())

    def _find_past(self, id: IncidentId) -> Incident | None:
        exact = [one for one in self.incidents() if id in (one.id, *one.aliases)]
        if exact:
            return exact[0]
        today = {
            id for one in read_rows(self.store, "incidents", Incident, id=id) for id in one.claims
        }
        shared = [(len(today & {*one.claims}), one) for one in self.incidents()]
        most = max(shared, key=lambda pair: pair[0], default=(0, None))
        return most[1] if most[0] else None


@contextmanager
def open_view(case: Path, looking: Looking = TODAY) -> Iterator[CaseView]:
    """The case for reading, for as long as the `with` block lasts.

    Raises:
        CaseError: no case stands there, or it was made by a newer version.
    """
    with open_case_for_reading(case) as store:
        yield CaseView(store, read_settings(case).name, looking)
