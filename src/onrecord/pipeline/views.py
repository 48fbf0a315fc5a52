"""Case folder → nouns: what doors read to show and export, nothing written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.model.identity import ClaimId, DocumentId, IncidentId, Sha256, TallyId
from onrecord.model.incident import Incident, Linking, Reply
from onrecord.model.ledger import LedgerEntry
from onrecord.model.source import Custody
from onrecord.model.tally import Aside, Sum, Tally
from onrecord.store.protocol import Store


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as last computed. Every list is sorted and does not depend on the order of input."""

    store: Store

    @property
    def name(self) -> str:
        """The name of the case, as its settings have it."""
        raise NotImplementedError

    def documents(self) -> tuple[Document, ...]:
        """All documents, by identifier."""
        raise NotImplementedError

    def document(self, id: DocumentId) -> Document | None:
        """The document of that identifier, `None` if there is none."""
        raise NotImplementedError

    def claims(self, document: DocumentId | None = None) -> tuple[Claim, ...]:
        """All claims (of one document if given), by document and then as read."""
        raise NotImplementedError

    def claim(self, id: ClaimId) -> Claim | None:
        """The claim of that identifier, `None` if there is none."""
        raise NotImplementedError

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, as linked, weighed and counted last; stubs included."""
        raise NotImplementedError

    def incident(self, id: IncidentId) -> Incident | None:
        """The incident of that identifier or with that alias, `None` if there is none."""
        raise NotImplementedError

    def tallies(self) -> tuple[Tally, ...]:
        """All tallies with their checks."""
        raise NotImplementedError

    def tally(self, id: TallyId) -> Tally | None:
        """The tally of that identifier, `None` if there is none."""
        raise NotImplementedError

    def sums(self) -> tuple[Sum, ...]:
        """Sums over all incidents of the case."""
        raise NotImplementedError

    def asides(self) -> tuple[Aside, ...]:
        """Figures shown beside the sums and never added."""
        raise NotImplementedError

    def refusal(self) -> tuple[str, ...]:
        """Why estimates are refused, one reason a line."""
        raise NotImplementedError

    def replies(self) -> tuple[tuple[IncidentId, Reply], ...]:
        """Every answer of the accused with the incident it meets."""
        raise NotImplementedError

    def linking(self) -> Linking:
        """Clusters, utterances, copies and candidates as linked last."""
        raise NotImplementedError

    def failures(self) -> tuple[Failed, ...]:
        """What could not be done and still is not."""
        raise NotImplementedError

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of a person, in the order entered."""
        raise NotImplementedError

    def custody(self, document: DocumentId) -> tuple[Custody, ...]:
        """Each path under which a document's bytes arrived, in the order entered."""
        raise NotImplementedError

    def ledger(self) -> Iterator[LedgerEntry]:
        """Every ledger entry, oldest first."""
        raise NotImplementedError

    def head(self) -> Sha256:
        """The hash of the last ledger entry."""
        raise NotImplementedError

    def is_current(self) -> bool:
        """Whether incidents and tallies hold all claims and decisions entered so far."""
        raise NotImplementedError


@contextmanager
def open_view(case: Path) -> Iterator[CaseView]:
    """The case for reading, for as long as the `with` block lasts.

    Raises:
        CaseError: no case stands there, or it was made by a newer version.
    """
    raise NotImplementedError
    yield
