"""Drafts → claims: the record of each draft, with speakers, attributes and hedges."""

import re
from dataclasses import replace

from onrecord.claims.claim_parties import parties_of
from onrecord.claims.clauses import Piece
from onrecord.claims.date_standing import Standing
from onrecord.claims.day_of_claim import is_attribution, when_of
from onrecord.claims.drafts import Draft, Scene, Tools, justifies_deed, keeps_kind, polarity_of
from onrecord.claims.late_deaths import tells_late_death
from onrecord.claims.lending import BACKGROUND, LATE, OTHER_ATTACK
from onrecord.claims.means import objects_of, weapons_of
from onrecord.claims.past_attacks import is_past_deed, names_other_attack
from onrecord.claims.patterns import make_plain
from onrecord.claims.stance import find_hedge
from onrecord.claims.voices import Voice
from onrecord.model.claim import (
    Claim,
    Count,
    Hedge,
    PlaceMention,
    ProducedBy,
    Said,
    Words,
)
from onrecord.model.document import Segment
from onrecord.model.identity import ClaimId, name_by_content
from onrecord.model.vocabulary import (
    ClaimType,
    HedgeKind,
    Mode,
    SegmentKind,
    Unit,
)

_MODES = {
    SegmentKind.TITLE: Mode.HEADLINE,
    SegmentKind.CAPTION: Mode.CAPTION,
    SegmentKind.RELATED_LINK: Mode.RELATED_HEADLINE,
}
_PROVINCE = 4


def make_claim(scene: Scene, draft: Draft, type: ClaimType, hedge: Hedge, tools: Tools) -> Claim:
    """The claim of a draft."""
    piece, voice = draft.piece, draft.voice
    quote = scene.words(piece.start, piece.end)
    names = tuple(speaker.name for speaker in voice.chain)
    unit, also = _unit_and_also(draft)
    speaker = voice.originator
    return Claim(
        id=_claim_id(scene, piece, type, names),
        document=scene.document.id,
        segment=scene.segment.kind,
        in_=scene.segment.in_,
        type=type,
        also=also,
        quote=quote,
        start=piece.start,
        end=piece.end,
        speakers=(scene.publisher, *names),
        co_speakers=tuple((scene.publisher, *(s.name for s in chain)) for chain in voice.also),
        attribution=tuple(_words(scene, *span) for span in voice.attribution),
        mode=_mode(scene.segment, voice),
        polarity=polarity_of(draft),
        hedge=hedge,
        unit=unit,
        counts=tuple(_with_text(scene, count) for count in draft.counts),
        places=_places(scene, draft, unit),
        when=when_of(scene, draft),
        parties=parties_of(scene, draft, type, hedge, tools.books),
        weapons=weapons_of(type, scene.mentions.weapons_in(piece.start, piece.end)),
        objects=objects_of(type, scene.mentions.objects_in(piece.start, piece.end)),
        answer=draft.stance.answer,
        confidence=draft.kind.confidence if draft.kind is not None else 0.7,
        produced_by=ProducedBy(
            method=tools.method,
            version=tools.version,
            rule=_rule(draft) + _aside(scene, draft),
        ),
        originator_kind=speaker.kind if speaker is not None else scene.publisher_kind,
        speaks_for=speaker.speaks_for if speaker is not None else scene.publisher_for,
        said=_said(scene),
        lang=scene.document.lang or "en",
    )


def _claim_id(scene: Scene, piece: Piece, type: ClaimType, names: tuple[str, ...]) -> ClaimId:
    where = (scene.document.id, scene.segment.in_, piece.start, piece.end)
    return ClaimId(name_by_content("c", *where, type.value, *names))


def _unit_and_also(draft: Draft) -> tuple[Unit, tuple[ClaimType, ...]]:
    kind = draft.kind
    if keeps_kind(draft):
        return (kind.unit, kind.also) if kind is not None else (Unit.NONE, ())
    if justifies_deed(draft):
        return Unit.INCIDENT, (ClaimType.ATTACK,)
    if draft.stance.type is not None:
        also = (kind.type,) if kind is not None and not kind.rule.startswith("background") else ()
        return Unit.NONE, tuple(type for type in also if type is not draft.stance.type)
    return (kind.unit, kind.also) if kind is not None else (Unit.NONE, ())


def is_background(scene: Scene, draft: Draft) -> bool:
    """Whether a clause only tells what somebody did before: "linked to an attack that killed four".

    Such an attack is another one than that reported, and takes neither its day nor its place.
    """
    before = scene.words(scene.sentence.start, draft.piece.end)
    return draft.kind is not None and is_past_deed(before)


def _aside(scene: Scene, draft: Draft) -> str:
    """What keeps a claim from lending its day and place to those that follow."""
    if is_background(scene, draft):
        told = scene.words(scene.sentence.start, draft.piece.end)
        return OTHER_ATTACK if names_other_attack(told) else BACKGROUND
    if draft.dated is not None and draft.dated.standing is Standing.NAMED:
        return ""
    clause = make_plain(scene.words(draft.piece.start, draft.piece.end))
    said = make_plain(scene.words(scene.sentence.start, scene.sentence.end))
    return LATE if tells_late_death(clause, said) else ""


def _rule(draft: Draft) -> str:
    return draft.stance.rule or (draft.kind.rule if draft.kind is not None else "answer")


def _mode(segment: Segment, voice: Voice) -> Mode:
    return _MODES.get(segment.kind, voice.mode)


def _words(scene: Scene, start: int, end: int) -> Words:
    return Words(text=scene.words(start, end), start=start, end=end)


def _with_text(scene: Scene, count: Count) -> Count:
    by = count.licensed_by
    if by is not None and by.start is not None and by.end is not None:
        by = _words(scene, by.start, by.end)
    return replace(count, text=scene.words(count.start or 0, count.end or 0), licensed_by=by)


def _places(scene: Scene, draft: Draft, unit: Unit) -> tuple[PlaceMention, ...]:
    """The places of a clause; a joined clause of one deed shares those of its sentence."""
    own = tuple(scene.mentions.places_in(draft.piece.start, draft.piece.end))
    if unit is not Unit.INCIDENT or any(place.precision <= _PROVINCE for place in own):
        return own
    return own + tuple(
        place
        for place in scene.mentions.places_in(scene.sentence.start, scene.sentence.end)
        if place.precision <= _PROVINCE and not is_attribution(draft, place.start or 0)
    )


def _said(scene: Scene) -> Said | None:
    return Said(from_=scene.clock.from_, to=scene.clock.to) if scene.clock is not None else None


def _can_weaken(hedge: HedgeKind, type: ClaimType | None) -> bool:
    """Whether a hedging word weakens an answer, and not what the answer speaks of.

    "We saw nothing to suggest that" is a doubt, and no weaker for "suggest".
    """
    if type in (ClaimType.DEFERRAL, ClaimType.NO_COMMENT):
        return False
    return type is not ClaimType.DENIAL or hedge in (HedgeKind.POSSIBLE, HedgeKind.PROBABLE)


_SUGGESTED = re.compile(r"\b(suggest(s|ed|ing)?|wonder(s|ed|ing)?|speculat(es|ed|ing))\b")


def _suggested(scene: Scene, draft: Draft) -> Hedge:
    """The hedge of an answer that is only suggested: "he suggested that a gas pipe had burst"."""
    for start, end in draft.voice.attribution:
        match = _SUGGESTED.search(make_plain(scene.words(start, end)))
        if match is not None:
            span = _words(scene, start + match.start(), start + match.end())
            return Hedge(kind=HedgeKind.POSSIBLE, spans=(span,))
    return Hedge()


def hedge_of(scene: Scene, draft: Draft, earlier: Hedge, tools: Tools) -> Hedge:
    """The hedge of a draft; one that stands before joined clauses governs them all."""
    own = find_hedge(
        scene.words(draft.piece.start, draft.piece.end), draft.piece.start, tools.books
    )
    if draft.stance.type is ClaimType.DENIAL and own.kind is HedgeKind.NONE:
        return _suggested(scene, draft)
    if not _can_weaken(own.kind, draft.stance.type):
        return Hedge()
    if own.kind is HedgeKind.NONE and earlier.kind is HedgeKind.EVIDENTIAL:
        return earlier
    return own
