"""Decisions in force → claims as people corrected them, and claims that people added."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import merge
from math import inf
from typing import Final

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.identity import ClaimId, DocumentId

_OF_PEOPLE: Final = (DecisionKind.AMEND_CLAIM, DecisionKind.ADD_CLAIM)

Placed = tuple[DocumentId, float, Claim]
"""A claim, its document and its place among the claims read there."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Claims by people, by identifier: in place of one that was read, or beside them."""

    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)

    def apply(self, read: Iterable[tuple[ClaimId, Placed]]) -> Iterator[Claim]:
        """The claims read, each as corrected, and those that stand only by a person's word.

        A correction outlives the reading that it corrected.
        """
        if not self.claims:
            yield from (claim for _, (_, _, claim) in read)
            return
        placed = list(read)
        met = {id for id, _ in placed}
        corrected = (
            (document, ordinal, self.claims.get(id, claim))
            for id, (document, ordinal, claim) in placed
        )
        rest = sorted(
            ((claim.document, inf, claim) for id, claim in self.claims.items() if id not in met),
            key=lambda one: (one[0], one[2].start, one[2].id),
        )
        for _, _, claim in merge(corrected, rest, key=lambda one: one[:2]):
            yield claim


def find_corrections(
    decisions: Iterable[Decision], document: DocumentId | None = None
) -> Corrections:
    """The last correction of each claim that was not withdrawn, of one document if given."""
    entered = list(decisions)
    withdrawn = {one.supersedes for one in entered if one.kind is DecisionKind.WITHDRAW}
    held = {
        decision.claim.id: decision.claim
        for decision in entered
        if decision.kind in _OF_PEOPLE
        and decision.claim is not None
        and decision.id not in withdrawn
        and document in (None, decision.claim.document)
    }
    return Corrections(held)
