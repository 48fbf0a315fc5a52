"""Supports → the denial matrix: answers beside incidents, and what nobody answered."""

from collections.abc import Iterable, Mapping

from onrecord.model.claim import Claim
from onrecord.model.identity import IncidentId
from onrecord.model.incident import DenialMatrix, MatrixCell, Support, Unanswered
from onrecord.model.vocabulary import Argument, ClaimType

# For display only (dismiss the critic, distort the facts, distract from the issue, dismay the
# audience: Ben Nimmo, 2015). Procedure and acceptance belong to no family; threats dismay.
FAMILIES: Mapping[str, tuple[Argument, ...]] = {
    "dismiss": (
        Argument.EVENT_DENIED,
        Argument.HARM_DENIED,
        Argument.RESPONSIBILITY_DENIED,
        Argument.WEAPON_USE_DENIED,
        Argument.NO_EVIDENCE,
        Argument.UNVERIFIABLE,
        Argument.STALE,
        Argument.SOURCE_DISCREDITED,
        Argument.SOURCE_NONEXISTENT,
        Argument.REMOTE_METHOD,
        Argument.HEDGING_ATTACKED,
        Argument.NO_INFORMATION,
        Argument.BIAS_MOTIVE,
    ),
    "distort": (
        Argument.SCALE_DISPUTED,
        Argument.FABRICATED,
        Argument.STAGED,
        Argument.INCONSISTENCY,
        Argument.PRECISION_CLAIM,
        Argument.POLICY_PRECLUDES,
        Argument.LAWFUL_TARGET,
        Argument.PROTECTED_STATUS_LOST,
    ),
    "distract": (
        Argument.HUMAN_SHIELDS,
        Argument.COUNTER_ACCUSATION,
        Argument.CONSENT_OF_HOST_STATE,
    ),
    "dismay": (),
}


def build_matrix(
    supports: Mapping[IncidentId, Support], claims: Iterable[Claim] = ()
) -> DenialMatrix:
    """Every reply beside its incident; `claims` are looked through for threats."""
    cells = tuple(
        MatrixCell(incident=incident, reply=reply, families=name_families(reply.arguments))
        for incident in sorted(supports)
        for reply in supports[incident].replies
    )
    unanswered = tuple(
        Unanswered(incident=incident, claims=supports[incident].unanswered)
        for incident in sorted(supports)
        if supports[incident].unanswered
    )
    threats = sorted(claim.id for claim in claims if claim.type is ClaimType.INTIMIDATION)
    return DenialMatrix(cells=cells, unanswered=unanswered, threats=tuple(threats))


def name_families(arguments: Iterable[str]) -> tuple[str, ...]:
    """The families of some arguments, in their fixed order."""
    used = set(arguments)
    return tuple(family for family, members in FAMILIES.items() if used.intersection(members))
