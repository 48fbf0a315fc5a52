"""Decisions → rulings: what people settled about pairs of claims; it wins over every score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.identity import ClaimId, IncidentId, name_by_content

_ON_PAIRS = frozenset(
    {DecisionKind.SAME_INCIDENT, DecisionKind.DIFFERENT_INCIDENT, DecisionKind.UNSURE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The last word on one pair of claims. `alone` are those that were named as claims.

    An incident stands for the claim that gives it its identifier; a claim named itself is moved
    without its neighbours.
    """

    kind: DecisionKind
    one: ClaimId
    other: ClaimId
    alone: frozenset[ClaimId]

    @property
    def pair(self) -> frozenset[ClaimId]:
        """Both claims."""
        return frozenset({self.one, self.other})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """All rulings in force, in the order in which they were made.

    `named` maps each incident identifier that any decision names to the claim it stands for.
    """

    pairs: tuple[Ruling, ...]
    rejected: frozenset[ClaimId]
    named: Mapping[IncidentId, ClaimId]

    def list_pairs(self, kind: DecisionKind) -> list[Ruling]:
        """The rulings of one kind."""
        return [ruling for ruling in self.pairs if ruling.kind is kind]


def name_incident(anchor: ClaimId) -> IncidentId:
    """The identifier of the incident whose anchor is this claim."""
    return IncidentId(name_by_content("i", anchor))


def read_rulings(decisions: Sequence[Decision], claims: Iterable[Claim]) -> Rulings:
    """The rulings that decisions make; later ones on the same pair replace earlier ones.

    Subjects are identifiers of claims or of incidents, also of incidents since merged: an
    incident's identifier depends on its anchor claim alone. Unknown subjects are left out.
    """
    ids = {claim.id for claim in claims}
    anchors = {name_incident(claim): claim for claim in ids} if decisions else {}
    ordered = _list_in_force(decisions)
    pairs: dict[frozenset[ClaimId], Ruling] = {}
    for decision in ordered:
        if decision.kind in _ON_PAIRS:
            for ruling in _rule(decision, ids, anchors):
                pairs.pop(ruling.pair, None)
                pairs[ruling.pair] = ruling
    rejected = {
        ClaimId(subject)
        for decision in ordered
        if decision.kind is DecisionKind.REJECT_CLAIM
        for subject in decision.subjects
    }
    subjects = {IncidentId(subject) for each in decisions for subject in each.subjects}
    return Rulings(
        pairs=tuple(pairs.values()),
        rejected=frozenset(rejected & ids),
        named={subject: anchors[subject] for subject in sorted(subjects & anchors.keys())},
    )


def _list_in_force(decisions: Sequence[Decision]) -> list[Decision]:
    replaced = {decision.supersedes for decision in decisions}
    kept = {decision.id: decision for decision in decisions if decision.id not in replaced}
    return sorted(kept.values(), key=lambda decision: (decision.at, decision.id))


def _rule(
    decision: Decision, ids: set[ClaimId], anchors: Mapping[IncidentId, ClaimId]
) -> list[Ruling]:
    found = []
    for subject in decision.subjects:
        if ClaimId(subject) in ids:
            found.append((ClaimId(subject), True))
        elif IncidentId(subject) in anchors:
            found.append((anchors[IncidentId(subject)], False))
    if not found:
        return []
    (first, first_alone), *others = found
    return [
        Ruling(
            kind=decision.kind,
            one=first,
            other=other,
            alone=frozenset(c for c, alone in ((first, first_alone), (other, is_alone)) if alone),
        )
        for other, is_alone in others
        if other != first
    ]
