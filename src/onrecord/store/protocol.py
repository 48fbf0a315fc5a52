"""The seam of the store: what every store keeps and finds, whatever stands behind it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.model.identity import ClaimId, DocumentId, Sha256
from onrecord.model.ledger import Fault, LedgerEntry
from onrecord.model.remark import Remark
from onrecord.model.source import Custody, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Bytes under a path, with what the user says about them; `media_type` is what they are."""

    path: str
    original: Sha256
    told: Told | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Claims read out of a document record (`document_sha256`) by a method (name and version)."""

    document: DocumentId
    document_sha256: Sha256
    method: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingKept:
    """Which document record was read by which method; `sha256` is over the claims as kept."""

    document_sha256: Sha256
    method: str
    sha256: Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureKept:
    """A failure, at which step (`ingest`, `extract`), under which method of that step."""

    stage: str
    failed: Failed
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a view: its identifier and its canonical JSON."""

    id: str
    record: str


class Store(Protocol):
    """Keeps facts and decisions for ever, and views of them as long as they hold.

    What is added stands in the ledger and in its table in one transaction. Lists come sorted by
    identifier unless said otherwise.
    """

    name: str

    def transaction(self) -> AbstractContextManager[None]:
        """All that is added inside is kept together, or nothing of it is."""

    def add_document(self, document: Document, content: bytes, *, arrival: Arrival) -> None:
        """Enters a document with its original, its text and how it arrived.

        A document of the same identifier is corrected: the new record counts from now on.
        """

    def add_custody(self, document: DocumentId, arrival: Arrival) -> None:
        """Enters another path under which a document arrived."""

    def add_gazetteer(self, name: str, content: bytes) -> None:
        """Enters a gazetteer of the case; the same bytes twice are one."""

    def add_failure(self, failure: FailureKept, content: bytes | None = None) -> None:
        """Enters what could not be done; `content` is kept as an original where there is any."""

    def add_reading(self, reading: Reading) -> None:
        """Enters the claims of a document in place of an earlier reading."""

    def add_remark(self, remark: Remark) -> None:
        """Enters what a person says to others."""

    def add_decision(self, decision: Decision) -> None:
        """Enters a person's decision."""

    def put_view(self, name: str, inputs: Sha256, tables: Mapping[str, Sequence[Row]]) -> None:
        """Puts a whole view in place of the one before; `inputs` says what it was made from."""

    def head(self) -> Sha256:
        """The hash of the last ledger entry."""

    def head_of_facts(self) -> Sha256:
        """The hash of the last ledger entry that is no remark: views and lists hold no more."""

    def ledger(self) -> Iterator[LedgerEntry]:
        """Every ledger entry, oldest first."""

    def ledger_backwards(self, start: int | None = None) -> Iterator[LedgerEntry]:
        """Ledger entries, newest first, from entry number `start` or the last."""

    def original(self, sha256: Sha256) -> bytes:
        """The bytes of an original."""

    def documents(self) -> Iterator[Document]:
        """All documents."""

    def document(self, id: DocumentId) -> Document | None:
        """The document of that identifier."""

    def document_hashes(self) -> dict[DocumentId, Sha256]:
        """The hash of each document's record."""

    def documents_of(self, original: Sha256) -> list[Document]:
        """The documents made from an original."""

    def claims(self, document: DocumentId | None = None) -> Iterator[Claim]:
        """All claims (of one document if given), by document and then as read.

        Each stands as a person last corrected it; those that people added follow.
        """

    def claim(self, id: ClaimId) -> Claim | None:
        """The claim of that identifier, as a person last corrected it."""

    def claim_as_read(self, id: ClaimId) -> Claim | None:
        """The claim of that identifier as a method read it; `None` if a person added it."""

    def readings(self) -> dict[DocumentId, ReadingKept]:
        """What was read of which document."""

    def custody(self, document: DocumentId | None = None) -> Iterator[Custody]:
        """Each way in which documents arrived, in the order entered."""

    def failures(self) -> list[FailureKept]:
        """What could not be done and still is not, by step and item."""

    def decisions(self) -> list[Decision]:
        """Every decision, in the order entered."""

    def remarks(self) -> list[Remark]:
        """Every remark, in the order entered."""

    def gazetteers(self) -> list[tuple[str, Sha256]]:
        """Name and original of each gazetteer, in the order entered."""

    def view_inputs(self, name: str) -> Sha256 | None:
        """What the view was made from; `None` if it was never made."""

    def rows(self, table: str, id: str | None = None) -> list[str]:
        """The records of a table of a view in their order; those of one identifier if given."""

    def verify(self, head: Sha256 | None = None) -> list[Fault]:
        """Every way in which what is kept is not what was entered."""

    def close(self) -> None:
        """Lets go of the case."""
