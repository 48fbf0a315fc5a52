"""Answers of a document → the claims they respond to or bear on there."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.patterns import load_books, make_plain
from onrecord.model.claim import Answer, Claim
from onrecord.model.party import PartyBook
from onrecord.model.vocabulary import (
    Argument,
    ClaimType,
    DatePrecision,
    Mode,
    PartyRole,
    Scope,
    SpeakerKind,
    Unit,
)

_ALLEGATIONS = frozenset(
    {ClaimType.ATTACK, ClaimType.CASUALTY_COUNT, ClaimType.TALLY, ClaimType.WEAPON_USE,
     ClaimType.TARGET_DAMAGE, ClaimType.TARGET_STATUS, ClaimType.LEGAL_ASSESSMENT,
     ClaimType.CONCEALMENT_ALLEGATION, ClaimType.PATTERN_ASSESSMENT}
)  # fmt: skip
_EARLIER = ("previously", "last month", "last week", "in the past", "repeatedly denied", "earlier")
_OF_REPORT = frozenset({Scope.REPORT, Scope.PATTERN, Scope.CAMPAIGN, Scope.BLANKET})
_MOST = 12
_FINE = 3
_OF_SEVERAL = frozenset({Unit.AGGREGATE_PERIOD, Unit.MULTI_INCIDENT})
_AGAINST_SOURCES = frozenset(
    {Argument.STALE, Argument.SOURCE_DISCREDITED, Argument.SOURCE_NONEXISTENT,
     Argument.REMOTE_METHOD, Argument.HEDGING_ATTACKED, Argument.UNVERIFIABLE, Argument.BIAS_MOTIVE}
)  # fmt: skip


def link_answers(claims: Sequence[Claim], parties: PartyBook) -> list[Claim]:
    """The claims, each answer with the allegations of this document that it meets.

    An answer responds to allegations against its own side (or an ally of it) by others; what was
    said before the report, and arguments about aims in general, only bears on them.
    """
    allegations = [claim for claim in claims if _alleges(claim)]
    several = any(claim.unit in _OF_SEVERAL for claim in claims if claim.answer is None)
    return [
        claim
        if claim.answer is None
        else _with_links(
            claim, _with_scope(claim, claim.answer, several=several), allegations, parties
        )
        for claim in claims
    ]


def _with_scope(claim: Claim, answer: Answer, *, several: bool) -> Answer:
    """The answer with what it covers, where its own words do not say so.

    One that names a place or a day, or stands in a text that tells of no more than single attacks,
    is about the attack. What is held against a source, not against the deed, is about its report.
    """
    said = load_books().scopes.first(make_plain(claim.quote)) is not None
    if said or answer.scope is not Scope.REPORT:
        return answer
    if answer.arguments and _AGAINST_SOURCES.issuperset(answer.arguments):
        return replace(answer, scope=Scope.REPORT)
    if _names_attack(claim) or not several:
        return replace(answer, scope=Scope.INCIDENT)
    return answer


def _names_attack(claim: Claim) -> bool:
    """Whether a claim's own words name a place below the province, or a day."""
    placed = any(one.precision <= _FINE and one.start is not None for one in claim.places)
    when = claim.when
    dated = when is not None and when.precision is DatePrecision.DAY and when.start is not None
    return placed or dated


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
