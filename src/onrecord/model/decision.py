"""Decisions: what a person settled: who, when, why. Nothing else changes a record."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.claim import Claim
from onrecord.model.identity import DecisionId


class DecisionKind(StrEnum):
    """What a decision settles."""

    SAME_INCIDENT = "same_incident"
    DIFFERENT_INCIDENT = "different_incident"
    UNSURE = "unsure"
    RETIRE_FIGURE = "retire_figure"
    REJECT_CLAIM = "reject_claim"
    DISCOUNT = "discount"
    NOTE = "note"
    WITHDRAW = "withdraw"
    AMEND_CLAIM = "amend_claim"
    ADD_CLAIM = "add_claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One person's decision on one or two subjects (claim or incident identifiers).

    The subject of `withdraw` is an earlier decision, which it takes out of force.
    `claim` is the claim as a person corrected or added it, for `amend_claim` and `add_claim` (whose
    subject is the document). `at` is UTC, ISO 8601 to the second. `supersedes` names the decision it replaces.
    """

    id: DecisionId
    kind: DecisionKind
    subjects: tuple[str, ...]
    reason: str
    by: str
    at: str
    supersedes: DecisionId | None = None
    claim: Claim | None = None
