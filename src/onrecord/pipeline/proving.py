"""Case folder → proof that what is kept is what was entered, or the list of faults."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.model.identity import Sha256
from onrecord.model.ledger import Fault
from onrecord.store.case import open_case_for_reading

_NOUNS: Final = {
    "original": "originals",
    "text": "texts",
    "document": "documents",
    "reading": "readings",
    "failure": "failures",
    "decision": "decisions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The outcome of a check: no faults, or each with its item. `counts` are ledger entries."""

    faults: tuple[Fault, ...]
    counts: dict[str, int]
    head: Sha256

    def words(self) -> str:
        """What was verified, in one line."""
        parts = [f"{count} {noun}" for noun, count in self.counts.items()]
        return f"verified: {', '.join(parts)}, head {self.head}"


def verify(case: Path, head: Sha256 | None = None) -> Proof:
    """Recomputes every hash and span of a case.

    `head` is a hash noted earlier, kept elsewhere: with it a ledger that was cut or rewritten
    as a whole is found too.

    Raises:
        CaseError: no case stands there, or it cannot be opened.
    """
    with open_case_for_reading(case) as store:
        faults = store.verify(head)
        kinds = Counter(entry.kind for entry in store.ledger())
        counts = {noun: kinds[kind] for kind, noun in _NOUNS.items()}
        counts["ledger entries"] = kinds.total()
        return Proof(faults=tuple(faults), counts=counts, head=store.head())
