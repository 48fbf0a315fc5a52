"""Drafts → the parties of a claim: who did it, who suffered it, as its speaker has it."""

from dataclasses import replace

from onrecord.claims.blaming import blamed_beside
from onrecord.claims.drafts import Draft, Scene, polarity_of
from onrecord.claims.own_side import (
    CHARGES,
    DOERS,
    Mouth,
    tell_own_deeds,
    with_accused,
    with_targets,
)
from onrecord.claims.parties import PartyUse
from onrecord.claims.patterns import ClauseBooks
from onrecord.claims.role_words import load_roles
from onrecord.claims.roles import RoleReader, find_roles
from onrecord.model.claim import Hedge, PartyMention, Words
from onrecord.model.vocabulary import Argument, ClaimType, HedgeKind, PartyRole, Polarity

_WITHOUT_PARTIES = frozenset(
    {ClaimType.OPINION, ClaimType.METHOD_STATEMENT, ClaimType.LEGAL_ASSESSMENT, ClaimType.DENIAL,
     ClaimType.DEFERRAL, ClaimType.RESIDUAL_HAZARD}
)  # fmt: skip
# Of these only who did something or suffered it, and nobody who is merely named.
_WITH_DOERS = frozenset({ClaimType.CONTEXT, ClaimType.CORROBORATION, ClaimType.JUSTIFICATION})

_CONCEDING = frozenset({Argument.ACKNOWLEDGEMENT, Argument.PARTIAL_ACKNOWLEDGEMENT})


def parties_of(
    scene: Scene, draft: Draft, type: ClaimType, hedge: Hedge, books: ClauseBooks
) -> tuple[PartyMention, ...]:
    """The parties of a draft with their parts, as its speaker names them."""
    if type in _WITHOUT_PARTIES:
        return ()
    piece, voice = draft.piece, draft.voice
    hits = scene.mentions.parties_in(piece.start, piece.end)
    kind = hedge.kind if hedge.kind is not HedgeKind.REPORTED else HedgeKind.NONE
    reader = RoleReader(piece.tokens, books, load_roles())
    around = scene.mentions.parties_in(scene.sentence.start, scene.sentence.end)
    outside = [hit for hit in around if hit not in hits and hit.use is not PartyUse.ADJECTIVE]
    found = find_roles(hits, kind, reader, reader.elided(piece.head, outside))
    if type in CHARGES and not any(one.role in DOERS for one in found):
        found = (*found, *blamed_beside(draft, [hit for hit in around if hit not in hits]))
    if type is ClaimType.JUSTIFICATION:
        found = with_targets(
            found, scene.publisher_for if voice.originator is None else voice.originator.speaks_for
        )
    if type in _WITH_DOERS:
        found = tuple(one for one in found if one.role is not PartyRole.OTHER)
    if voice.accused is not None:
        party, start, end = voice.accused
        return with_accused(
            found, party, Words(text=scene.words(start, end), start=start, end=end), type
        )
    speaker = voice.originator
    side = scene.publisher_for if speaker is None else speaker.speaks_for
    if side is None:
        return found
    mouth = Mouth(side, asserts=polarity_of(draft) is Polarity.ASSERTS, concedes=_concedes(draft))
    told = tell_own_deeds(found, mouth, draft.counts, reader)
    return tuple(_as_written(scene, one) for one in told)


def _concedes(draft: Draft) -> bool:
    """Whether its speaker acknowledges, in whole or in part, that the deed was his side's."""
    answer = draft.stance.answer
    return answer is not None and not _CONCEDING.isdisjoint(answer.arguments)


def _as_written(scene: Scene, mention: PartyMention) -> PartyMention:
    """A mention in the letters of the document: a text all in capitals is parsed in small ones."""
    if mention.start is None or mention.end is None:
        return mention
    return replace(mention, text=scene.words(mention.start, mention.end))
