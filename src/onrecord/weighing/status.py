"""Voices, replies and parties → the separate answers of DOMAIN.md 5.5, each by ordered tests."""

from collections.abc import Collection, Sequence

from onrecord.model.incident import Contradiction, Independent, PartyFinding, Reply, Voice
from onrecord.model.vocabulary import (
    Argument,
    ClaimType,
    Grade,
    OfficialResponse,
    Polarity,
    StrikeStatus,
)
from onrecord.weighing.attribution import name_parties, name_rivals
from onrecord.weighing.hearing import Hearing
from onrecord.weighing.scene import accuse

# The finest administrative level that still leaves an attack without a place.
PROVINCE = 4
_ENOUGH = 2
_ACCEPTING = frozenset({Argument.ACKNOWLEDGEMENT, Argument.PARTIAL_ACKNOWLEDGEMENT})
_OWNING = _ACCEPTING | {Argument.LAWFUL_TARGET, Argument.PROTECTED_STATUS_LOST}
_JUSTIFYING = frozenset(
    {
        Argument.LAWFUL_TARGET,
        Argument.PROTECTED_STATUS_LOST,
        Argument.HUMAN_SHIELDS,
        Argument.CONSENT_OF_HOST_STATE,
    }
)
_NOT_DENYING = (
    _ACCEPTING | _JUSTIFYING | {Argument.DEFERRAL, Argument.NO_COMMENT, Argument.INVESTIGATING}
)
_ACCOUNT = frozenset(
    {
        Argument.FABRICATED,
        Argument.INCONSISTENCY,
        Argument.COUNTER_ACCUSATION,
        Argument.PRECISION_CLAIM,
    }
)


def judge_response(hearing: Hearing) -> OfficialResponse:
    """What the accused answered; statements before the allegation never count."""
    specific, generic = hearing.answers(specific=True), hearing.answers(specific=False)
    argued = {argument for reply in (*specific, *generic) for argument in reply.arguments}
    tests = (
        (OfficialResponse.ACKNOWLEDGED, Argument.ACKNOWLEDGEMENT in argued),
        (OfficialResponse.PARTLY_ACKNOWLEDGED, Argument.PARTIAL_ACKNOWLEDGEMENT in argued),
        (OfficialResponse.DENIED_SPECIFIC, any(map(_denies, specific))),
        (OfficialResponse.JUSTIFIED, bool(argued & _JUSTIFYING)),
        (OfficialResponse.DENIED_GENERIC, any(map(_denies, generic))),
        (OfficialResponse.INVESTIGATING, Argument.INVESTIGATING in argued),
        (OfficialResponse.DEFERRED, Argument.DEFERRAL in argued),
        (OfficialResponse.NO_COMMENT, Argument.NO_COMMENT in argued),
    )
    return next((response for response, holds in tests if holds), OfficialResponse.NONE_FOUND)


def judge_strike(
    hearing: Hearing, independent: Independent, contradictions: Sequence[Contradiction]
) -> StrikeStatus | None:
    """Whether a strike took place, as the record stands; `None` where nobody says so."""
    if not hearing.voices:
        return None
    if _is_declared(hearing):
        return StrikeStatus.DECLARED
    if _is_disputed(hearing, contradictions):
        return StrikeStatus.CONTESTED
    if independent.possible >= _ENOUGH:
        return StrikeStatus.LIKELY
    return StrikeStatus.SINGLE_SOURCE


def judge_grade(hearing: Hearing, independent: Independent, strike: StrikeStatus | None) -> Grade:
    """How well the incident is supported; a person's decision to discount goes before."""
    scene, cluster = hearing.scene, hearing.cluster
    if scene.discounted & {cluster.id, *cluster.aliases}:
        return Grade.DISCOUNTED
    backed = independent.possible >= _ENOUGH
    tests = (
        (Grade.CONFIRMED, _is_accepted(hearing)),
        (Grade.UNGRADED, not _is_located(hearing) or not _states_harm(hearing)),
        (Grade.CONTESTED, bool(name_rivals(name_parties(hearing, credible=True), hearing))),
        (Grade.FAIR, backed and strike in {StrikeStatus.LIKELY, StrikeStatus.DECLARED}),
    )
    return next((grade for grade, holds in tests if holds), Grade.WEAK)


def judge_corroboration(hearing: Hearing, independent: Independent) -> str:
    """`confirmed`, `undetermined` or `rejected`: whether a second named source bears it out."""
    if independent.certain >= _ENOUGH:
        return "confirmed"
    accused = accuse(hearing.cluster)
    denied = any(
        ClaimType.CORROBORATION in (claim.type, *claim.also)
        and claim.polarity is Polarity.DENIES
        and not hearing.scene.stands_with(claim.speaks_for, accused)
        for claim in hearing.cluster.claims
    )
    return "rejected" if denied else "undetermined"


def find_flags(
    parties: Collection[PartyFinding], contradictions: Sequence[Contradiction]
) -> tuple[str, ...]:
    """What a reviewer should look at, as short codes."""
    kinds = {one.kind for one in contradictions}
    flags = [f"{kind}_differs" for kind in ("weapon", "date", "place") if kind in kinds]
    if parties and not any(party.core for party in parties):
        flags.append("no_common_party")
    return tuple(flags)


def _denies(reply: Reply) -> bool:
    return not reply.arguments or any(one not in _NOT_DENYING for one in reply.arguments)


def _is_declared(hearing: Hearing) -> bool:
    replied = any(
        argument in _OWNING
        for reply in hearing.answers(specific=True)
        for argument in reply.arguments
    )
    return replied or any(hearing.owned_by(voice) for voice in hearing.voices)


def _is_disputed(hearing: Hearing, contradictions: Sequence[Contradiction]) -> bool:
    """Whether the accused give their own account of whether or where it was struck.

    A bare denial is no account: it needs to say what happened instead, or why it cannot have.
    """
    accounts = any(
        Argument.STAGED in reply.arguments
        or (Argument.EVENT_DENIED in reply.arguments and _ACCOUNT & set(reply.arguments))
        for reply in hearing.answers(specific=True)
    )
    theirs = {id for voice in hearing.voices if not voice.credible for id in voice.claims}
    elsewhere = any(one.kind == "place" and theirs & set(one.claims) for one in contradictions)
    return accounts or elsewhere


def _is_accepted(hearing: Hearing) -> bool:
    replied = any(
        argument in _ACCEPTING
        for reply in hearing.answers(specific=True)
        for argument in reply.arguments
    )
    return replied or any(
        hearing.owned_by(voice) and _accepts_harm(hearing, voice) for voice in hearing.voices
    )


def _accepts_harm(hearing: Hearing, voice: Voice) -> bool:
    """Whether a voice that owns the strike counts people harmed who are not called fighters."""
    fighting = {"armed_forces_member", "direct_participant"}
    return any(figure.min > 0 and figure.status.value not in fighting for figure in voice.figures)


def _is_located(hearing: Hearing) -> bool:
    place = hearing.cluster.place
    return place is not None and place.precision < PROVINCE


def _states_harm(hearing: Hearing) -> bool:
    return any(voice.figures for voice in hearing.voices)
