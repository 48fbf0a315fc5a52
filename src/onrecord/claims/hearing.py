"""Drafts of a document → the same, without answers of those whom nobody there accuses.

"The rebels fired first" is a counter-accusation in the mouth of an accused army, and a plain
allegation in anybody else's; "we hit a command post" justifies only where the strike is blamed.
Whoever tells what happened as news, and is not accused by name, answers in set phrases only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.blaming import blamed_beside
from onrecord.claims.drafts import Draft, Scene
from onrecord.claims.patterns import ClauseBooks
from onrecord.claims.role_words import load_roles
from onrecord.claims.roles import RoleReader, find_roles
from onrecord.claims.stance import Stance
from onrecord.claims.syntax import FIRST_PERSON
from onrecord.model.party import PartyBook
from onrecord.model.vocabulary import (
    Argument,
    ClaimType,
    HedgeKind,
    PartyRole,
    Polarity,
    SpeakerKind,
)

Drafted = tuple[Scene, Sequence[Draft]]

_WEAK = frozenset({ClaimType.JUSTIFICATION, ClaimType.COUNTER_ACCUSATION})
_DEEDS = frozenset(
    {ClaimType.ATTACK, ClaimType.CASUALTY_COUNT, ClaimType.TALLY, ClaimType.WEAPON_USE,
     ClaimType.TARGET_DAMAGE, ClaimType.PATTERN_ASSESSMENT}
)  # fmt: skip
_SIDES = frozenset({SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL})
# What a force says of its own accord too, without being asked.
_UNASKED = frozenset(
    {Argument.HARM_DENIED, Argument.POLICY_PRECLUDES, Argument.PRECISION_CLAIM,
     Argument.LAWFUL_TARGET, Argument.PROTECTED_STATUS_LOST, Argument.HUMAN_SHIELDS,
     Argument.COUNTER_ACCUSATION, Argument.INVESTIGATING}
)  # fmt: skip
# Rules of what tells no deed: who says so speaks of a charge, not of news.
_NO_NEWS = ("background", "topic/target_status", "topic/corroboration")
# So many characters lie at most between the parts of one answer.
_NEAR = 500


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks: a name (`None` for the publisher) and the party that it speaks for."""

    name: str | None
    party: str | None


def settle(
    drafted: Sequence[Drafted], parties: PartyBook, books: ClauseBooks
) -> Iterator[tuple[Scene, list[Draft]]]:
    """Each sentence's drafts; weak answers of voices that nobody accuses are plain statements."""
    drafted = _without_news(drafted, parties, books)
    accusing = [pair for scene, drafts in drafted for pair in _accused(scene, drafts, books)]
    answering: dict[_Voice, list[int]] = {}
    for scene, drafts in drafted:
        for draft in drafts:
            if draft.stance.answer is not None and set(draft.stance.answer.arguments) - _UNASKED:
                answering.setdefault(_voice(scene, draft), []).append(draft.piece.start)
    for scene, drafts in drafted:
        made = []
        for draft in drafts:
            voice = _voice(scene, draft)
            stands = (
                not (_is_weak(scene, draft) or _only_no_harm(scene, draft))
                or _is_near(draft.piece.start, answering.get(voice, ()))
                or any(
                    _meets(voice, by, party, parties, sure=_needs_name(scene, draft))
                    for by, party in accusing
                )
            )
            made.append(draft if stands else replace(draft, stance=Stance(Polarity.ASSERTS)))
        yield scene, made


def _without_news(
    drafted: Sequence[Drafted], parties: PartyBook, books: ClauseBooks
) -> list[Drafted]:
    """The drafts; what a voice tells as news, unasked, argues no more than its set phrases do."""
    if all(draft.stance.phrased is None for _, drafts in drafted for draft in drafts):
        return list(drafted)
    plain = [(scene, [_phrased(draft) for draft in drafts]) for scene, drafts in drafted]
    told = [pair for scene, drafts in plain for pair in _accused(scene, drafts, books)]
    telling = {
        voice
        for voice in dict.fromkeys(by for by, _ in told)
        if not any(_meets(voice, by, party, parties, sure=True) for by, party in told)
    }
    return [
        (scene, [_as_news(draft) if _voice(scene, draft) in telling else draft for draft in drafts])
        for scene, drafts in drafted
    ]


def _as_news(draft: Draft) -> Draft:
    """A draft by its set phrases, unless it speaks in the first person."""
    own = any(token.lower in FIRST_PERSON | {"our"} for token in draft.piece.tokens)
    return draft if own else _phrased(draft)


def _phrased(draft: Draft) -> Draft:
    phrased = draft.stance.phrased
    return draft if phrased is None else replace(draft, stance=phrased)


def _is_near(at: int, answers: Sequence[int]) -> bool:
    """Whether an answer of the same voice stands so near that this goes on with it."""
    return any(abs(at - answer) <= _NEAR for answer in answers)


def _is_weak(scene: Scene, draft: Draft) -> bool:
    """Whether a statement answers only if somebody accuses its speaker."""
    told = draft.kind is not None and not draft.kind.rule.startswith(_NO_NEWS)
    if not told or draft.stance.answer is None:
        return False
    told_of = draft.voice.originator is None and draft.stance.type is ClaimType.DEFERRAL
    unasked = set(draft.stance.answer.arguments) <= _UNASKED - {Argument.HARM_DENIED} and not (
        told_of and scene.publisher_kind not in _SIDES
    )
    return draft.stance.type in _WEAK or draft.stance.weak or unasked


def _needs_name(scene: Scene, draft: Draft) -> bool:
    """Whether a statement answers only if its speaker's side is accused by name."""
    return draft.stance.type is ClaimType.COUNTER_ACCUSATION or _only_no_harm(scene, draft)


def _only_no_harm(scene: Scene, draft: Draft) -> bool:
    """Whether an official only says that nobody was hurt, as after an attack by others."""
    answer = draft.stance.answer
    if answer is None or scene.publisher_kind in _SIDES:
        return False
    return set(answer.arguments) == {Argument.HARM_DENIED} and not draft.voice.denying


def _voice(scene: Scene, draft: Draft) -> _Voice:
    speaker = draft.voice.originator
    if speaker is None:
        return _Voice(None, scene.publisher_for)
    return _Voice(speaker.name, speaker.speaks_for)


def _accused(
    scene: Scene, drafts: Sequence[Draft], books: ClauseBooks
) -> Iterator[tuple[_Voice, str | None]]:
    """Who tells of a deed, and whom it names as having done it, if anybody."""
    for draft in drafts:
        if draft.kind is None or draft.kind.type not in _DEEDS or draft.stance.answer is not None:
            continue
        hits = scene.mentions.parties_in(draft.piece.start, draft.piece.end)
        reader = RoleReader(draft.piece.tokens, books, load_roles())
        found = find_roles(hits, HedgeKind.NONE, reader)
        by = _voice(scene, draft)
        around = scene.mentions.parties_in(scene.sentence.start, scene.sentence.end)
        beside = blamed_beside(draft, [hit for hit in around if hit not in hits])
        doers = [p for p in (*found, *beside) if p.role is PartyRole.ALLEGED_PERPETRATOR]
        named = list(dict.fromkeys(p.name for p in doers))
        yield from ((by, name) for name in named)
        if not named:
            yield by, None


def _meets(voice: _Voice, by: _Voice, party: str | None, parties: PartyBook, *, sure: bool) -> bool:
    """Whether a deed told by another is blamed on the side of a voice, or may be if not `sure`."""
    if voice == by or (voice.name is None and voice.party is None):
        return False
    if voice.party is None or party is None:
        return voice.name is not None and not sure
    return parties.are_one_side(voice.party, party) or parties.are_allied(voice.party, party)
