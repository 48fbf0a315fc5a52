"""What a case must offer to be published: the seam between this room and whoever keeps the case."""

from datetime import date
from typing import Protocol

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Incident, Linking
from onrecord.model.source import Custody
from onrecord.model.tally import Aside, Sum, SumSlice, Tally


class Publishable(Protocol):
    """A computed case, read only; every list sorted, whatever the order of input was."""

    def documents(self) -> tuple[Document, ...]:
        """All documents."""

    def claims(self) -> tuple[Claim, ...]:
        """All claims."""

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, stubs included."""

    def tallies(self) -> tuple[Tally, ...]:
        """All tallies with their checks."""

    def sums(self) -> tuple[Sum, ...]:
        """Sums over all incidents."""

    def slices(self) -> tuple[SumSlice, ...]:
        """Sums over the selected incidents, told apart as asked."""

    def known_on(self) -> date | None:
        """The day on which the case is looked at, `None` for today."""

    def undated(self) -> tuple[DocumentId, ...]:
        """The documents left out of a day of the past because nothing dates them."""

    def asides(self) -> tuple[Aside, ...]:
        """Figures shown beside the sums and never added."""

    def refusal(self) -> tuple[str, ...]:
        """Why estimates are refused."""

    def linking(self) -> Linking:
        """Clusters, copies and candidates."""

    def failures(self) -> tuple[Failed, ...]:
        """What could not be done."""

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of a person."""

    def custody(self, document: DocumentId) -> tuple[Custody, ...]:
        """How a document's bytes arrived."""
