"""Rooms → one value: what the pipeline asks of each room, and the real ones, loaded when called."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from onrecord.model.claim import Claim
from onrecord.model.comparison import Comparison, LearnedWeight
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.explanation import Reason
from onrecord.model.failure import Failed
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Cluster, Copy, Counting, Incident, Linking, Support
from onrecord.model.party import PartyBook
from onrecord.model.source import Captured
from onrecord.model.table import TableOrder
from onrecord.model.tally import Aside, Selection, SliceBy, Sum, SumSlice, Tally


class Reader(Protocol):
    """Reads claims out of one document; the same document gives the same claims."""

    def read(self, document: Document) -> tuple[Claim, ...]:
        """The claims of a document, in reading order."""


class CaptureLine(Protocol):
    """Takes one line of JSON as a document."""

    def __call__(self, line: bytes, *, shown: str) -> Captured | Failed:
        """The captured line, or what is wrong with it; `shown` names it in messages."""


class FindRows(Protocol):
    """Takes each row of a table as a document."""

    def __call__(self, path: Path, order: TableOrder, *, shown: str) -> Iterator[Captured | Failed]:
        """The captured rows, or what is wrong with them; `shown` names the table in messages."""


class LinkClaims(Protocol):
    """Brings claims about one attack together."""

    def __call__(
        self,
        claims: Iterable[Claim],
        documents: Mapping[DocumentId, Document],
        *,
        parties: PartyBook,
        decisions: Sequence[Decision] = (),
        alone: bool = False,
    ) -> Linking:
        """Clusters, copies, utterances, candidates, and claims of no incident."""


class CompareIncidents(Protocol):
    """Tells why two sets of claims are one incident or two."""

    def __call__(
        self,
        claims: Sequence[Claim],
        documents: Mapping[DocumentId, Document],
        pair: tuple[Sequence[ClaimId], Sequence[ClaimId]],
        *,
        weights: Sequence[LearnedWeight] = (),
        decisions: Sequence[Decision] = (),
    ) -> Comparison:
        """The verdict with every ground for and against it."""


class WeighIncidents(Protocol):
    """Says how each incident is supported."""

    def __call__(
        self,
        linking: Linking,
        documents: Mapping[DocumentId, Document],
        *,
        parties: PartyBook,
        decisions: Sequence[Decision] = (),
    ) -> Mapping[IncidentId, Support]:
        """The support of every incident, worked out at the latest when it is asked for."""


class CountIncident(Protocol):
    """Gives the ranges of one incident."""

    def __call__(
        self, cluster: Cluster, support: Support, *, decisions: Sequence[Decision] = ()
    ) -> Counting:
        """Ranges for each harm and class that anybody mentioned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Methods:
    """Name and version of every method whose change can move a number."""

    documents: str
    reading: str
    linking: str
    weighing: str
    counting: str

    @property
    def of_incidents(self) -> str:
        """The methods that make an incident of claims, as records name them."""
        return "+".join((self.linking, self.weighing, self.counting))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """One function for each thing that a room does; a test puts small ones in their place."""

    methods: Methods
    find_material: Callable[[Sequence[Path]], Iterator[Captured | Failed]]
    read_mapping: Callable[[str], TableOrder]
    find_rows: FindRows
    capture_line: CaptureLine
    read_document: Callable[[Captured], Document]
    make_reader: Callable[[Sequence[Path]], Reader]
    explain_claim: Callable[[Claim], tuple[Reason, ...]]
    load_party_book: Callable[[], PartyBook]
    link_claims: LinkClaims
    compare_incidents: CompareIncidents
    weigh_incidents: WeighIncidents
    count_incident: CountIncident
    sum_incidents: Callable[[Sequence[Incident]], tuple[Sum, ...]]
    slice_sums: Callable[[Sequence[Incident], SliceBy | None, Selection], tuple[SumSlice, ...]]
    check_tallies: Callable[
        [Sequence[Claim], Sequence[Incident], Sequence[Copy]], tuple[Tally, ...]
    ]
    list_asides: Callable[[Sequence[Claim], Sequence[Incident]], tuple[Aside, ...]]
    refuse_estimates: Callable[[Sequence[Claim]], tuple[str, ...]]
