"""Answers of a document → the claims they respond to or bear on there."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.claim import Answer, Claim
from onrecord.model.party import PartyBook
from onrecord.model.vocabulary import ClaimType, Mode, PartyRole, Scope, SpeakerKind, Unit

_ALLEGATIONS = frozenset(
    {ClaimType.ATTACK, ClaimType.CASUALTY_COUNT, ClaimType.TALLY, ClaimType.WEAPON_USE,
     ClaimType.TARGET_DAMAGE, ClaimType.TARGET_STATUS, ClaimType.LEGAL_ASSESSMENT,
     ClaimType.CONCEALMENT_ALLEGATION, ClaimType.PATTERN_ASSESSMENT}
)  # fmt: skip
_EARLIER = ("previously", "last month", "last week", "in the past", "repeatedly denied", "earlier")
_OF_REPORT = frozenset({Scope.REPORT, Scope.PATTERN, Scope.CAMPAIGN, Scope.BLANKET})
_MOST = 12


def link_answers(claims: Sequence[Claim], parties: PartyBook) -> list[Claim]:
    """The claims, each answer with the allegations of this document that it meets.

    An answer responds to allegations against its own side (or an ally of it) by others; what was
    said before the report, and arguments about aims in general, only bears on them.
    """
    allegations = [claim for claim in claims if _alleges(claim)]
    return [
        claim if claim.answer is None else _with_links(claim, claim.answer, allegations, parties)
        for claim in claims
    ]


def _alleges(claim: Claim) -> bool:
    return (
        claim.answer is None
        and claim.type in _ALLEGATIONS
        and claim.mode is not Mode.RELATED_HEADLINE
    )


def _with_links(
    claim: Claim, answer: Answer, allegations: Sequence[Claim], parties: PartyBook
) -> Claim:
    mine = [other for other in allegations if _meets(claim, answer, other, parties)]
    ids = tuple(other.id for other in _nearest(claim, mine))
    if claim.type is ClaimType.JUSTIFICATION or _said_before(claim):
        return replace(claim, answer=replace(answer, bears_on=ids))
    return replace(claim, answer=replace(answer, responds_to=ids))


def _meets(claim: Claim, answer: Answer, other: Claim, parties: PartyBook) -> bool:
    if other.originator == claim.originator and claim.resolved:
        return False
    if not _is_accused(claim, other, parties):
        return False
    if answer.scope is Scope.REPORT:
        return other.originator_kind is not SpeakerKind.PUBLISHER
    if answer.scope in (Scope.INCIDENT, Scope.INCIDENT_UNNAMED):
        return other.unit is Unit.INCIDENT
    return True


def _is_accused(claim: Claim, other: Claim, parties: PartyBook) -> bool:
    accused = [p.name for p in other.parties if p.role is PartyRole.ALLEGED_PERPETRATOR]
    speaking = [claim.speaks_for] if claim.speaks_for else [p.name for p in claim.parties]
    if not accused:
        return bool(speaking) and other.type in (
            ClaimType.TARGET_STATUS,
            ClaimType.LEGAL_ASSESSMENT,
        )
    return any(
        parties.are_one_side(one, another) or parties.are_allied(one, another)
        for one in speaking
        for another in accused
    )


def _nearest(claim: Claim, found: Sequence[Claim]) -> list[Claim]:
    near = sorted(found, key=lambda other: (abs(other.start - claim.start), other.start))[:_MOST]
    return sorted(near, key=lambda other: other.start)


def _said_before(claim: Claim) -> bool:
    words = (
        " ".join(part.text or "" for part in claim.attribution).lower() + " " + claim.quote.lower()
    )
    return any(cue in words for cue in _EARLIER)
