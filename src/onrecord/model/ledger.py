"""The ledger: an append-only chain of facts and decisions, each holding the hash of the last."""

from dataclasses import dataclass

from onrecord.model.identity import Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One fact or decision as entered: `payload` is canonical JSON.

    `at` is UTC, ISO 8601; `by` who or which command entered it; `previous` the hash of the entry
    before (64 zeros for the first); `hash` the SHA-256 over all other fields.
    """

    seq: int
    at: str
    by: str
    kind: str
    payload: str
    previous: Sha256
    hash: Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something `verify` found: which item, and what is wrong with it."""

    item: str
    problem: str
