"""Voices and replies → who is named as perpetrator, by whom, and how each stands to it."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from onrecord.model.incident import PartyFinding, Reply
from onrecord.model.vocabulary import Argument, AttributionStatus
from onrecord.weighing.hearing import Hearing

_ACCEPTING = frozenset({Argument.ACKNOWLEDGEMENT, Argument.PARTIAL_ACKNOWLEDGEMENT})
_OWNING = frozenset({Argument.LAWFUL_TARGET, Argument.PROTECTED_STATUS_LOST})
# Rejecting a report as a whole denies no deed; saying "not us" of what it holds does.
_NOT_US = frozenset({Argument.RESPONSIBILITY_DENIED})
_NOT_REAL = _NOT_US | {Argument.EVENT_DENIED, Argument.STAGED, Argument.FABRICATED}
_ORDER = tuple(AttributionStatus)


def find_parties(hearing: Hearing) -> tuple[PartyFinding, ...]:
    """Every party named at the incident; `core` is what all who name any have in common."""
    named = name_parties(hearing)
    everyone = list(named.values())
    core = frozenset.intersection(*everyone) if everyone else frozenset()
    return tuple(
        PartyFinding(
            name=party,
            status=_find_status(party, hearing, named),
            named_by=tuple(sorted(name for name, parties in named.items() if party in parties)),
            core=party in core,
            claims=tuple(
                sorted(
                    {
                        claim.id
                        for voice in hearing.voices
                        for claim in hearing.claims_of(voice)
                        if any(one.name == party for one in claim.parties)
                    }
                )
            ),
        )
        for party in sorted(frozenset[str]().union(*everyone))
    )


def attribute(parties: Sequence[PartyFinding]) -> AttributionStatus:
    """How the incident stands: the first status of the list that holds for a party."""
    statuses = {party.status for party in parties}
    held = [status for status in _ORDER if status in statuses]
    return held[0] if held else AttributionStatus.SUSPECTED


def name_parties(hearing: Hearing, *, credible: bool = False) -> dict[str, frozenset[str]]:
    """For each voice that names a perpetrator, by its name: the parties it names."""
    named: dict[str, frozenset[str]] = {}
    for voice in hearing.voices:
        parties = hearing.parties_of(voice)
        if parties and (voice.credible or not credible):
            name = voice.originator or "an unknown publisher"
            named[name] = named.get(name, frozenset()) | parties
    return named


def name_rivals(named: Mapping[str, frozenset[str]], hearing: Hearing) -> list[tuple[str, str]]:
    """Pairs of voices of which no party of one is on one side with a party of the other."""
    sides = {name: hearing.scene.sides(parties) for name, parties in named.items()}
    return [
        (one, other)
        for one, other in combinations(sorted(named), 2)
        if not sides[one] & named[other]
    ]


def _find_status(
    party: str, hearing: Hearing, named: Mapping[str, frozenset[str]]
) -> AttributionStatus:
    specific = _arguments(hearing.answers(specific=True), party, hearing)
    generic = _arguments(hearing.answers(specific=False), party, hearing)
    owned = any(party in hearing.owned_by(voice) for voice in hearing.voices)
    holds = {
        AttributionStatus.ADMITTED: bool(specific & _ACCEPTING),
        AttributionStatus.CLAIMED: owned or bool(specific & _OWNING),
        AttributionStatus.CONTESTED: bool(name_rivals(named, hearing)),
        AttributionStatus.DENIED_SPECIFIC: bool(specific & _NOT_REAL),
        AttributionStatus.DENIED_GENERIC: bool(generic & _NOT_US),
    }
    return next((status for status in _ORDER if holds.get(status)), AttributionStatus.SUSPECTED)


def _arguments(replies: Sequence[Reply], party: str, hearing: Hearing) -> frozenset[str]:
    """What the answers of a party's side, or of its ally, argue."""
    return frozenset(
        argument
        for reply in replies
        if reply.party is None or hearing.scene.stands_with(reply.party, frozenset({party}))
        for argument in reply.arguments
    )
