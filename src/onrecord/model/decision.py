"""Decisions: what a person settled: who, when, why. Nothing else changes a record."""

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One person's decision on one or two subjects (claim or incident identifiers).

    The subject of `withdraw` is an earlier decision, which it takes out of force.
    `at` is UTC, ISO 8601 to the second. `supersedes` names the decision it replaces.
    """

    id: DecisionId
    kind: DecisionKind
    subjects: tuple[str, ...]
    reason: str
    by: str
    at: str
    supersedes: DecisionId | None = None
