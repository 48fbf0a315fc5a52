"""Pieces → claims: words, speakers, counts and attributes of each piece in one record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.claims.accused import can_be_accused
from onrecord.claims.classify import Clause, classify
from onrecord.claims.clauses import Piece
from onrecord.claims.dating import DAYS, Dated, best_of, dates_within
from onrecord.claims.drafts import Draft, Scene, Tools
from onrecord.claims.figures import find_figures, object_figures
from onrecord.claims.joining import DEEDS, belongs, join_pieces
from onrecord.claims.meaning import find_meanings, find_told
from onrecord.claims.parties import PartyUse
from onrecord.claims.patterns import ClauseBooks
from onrecord.claims.speaking_sides import Said, families_of_sides
from onrecord.claims.stance import Stance, concession, find_stance, finding, left_open
from onrecord.claims.victims import find_victims
from onrecord.claims.voices import Voice
from onrecord.model.claim import (
    Count,
    When,
)
from onrecord.model.vocabulary import SpeakerKind, Unit

# Naming these does not yet tell of a party's doings.
_NOT_ACTING = frozenset({PartyUse.BARE, PartyUse.SPEAKER})
_FINE = 2


def draft_sentence(
    scene: Scene, pieces: Sequence[Piece], voices: Sequence[Voice], tools: Tools
) -> list[Draft]:
    """The drafts of one sentence, subordinate background merged into what it hangs on."""
    counts = _counts_of(scene, tools)
    drafts: list[Draft] = []
    for piece, voice in zip(pieces, voices, strict=True):
        draft = _draft(scene, piece, voice, counts, tools)
        last = drafts[-1] if drafts else None
        if last is not None and belongs(draft, last):
            joined = join_pieces(last.piece, draft.piece)
            drafts[-1] = _draft(scene, joined, last.voice, counts, tools)
        else:
            drafts.append(draft)
        if _tells_an_attack(drafts[-1]):
            scene = replace(scene, of_period=False)
    return drafts


def _tells_an_attack(draft: Draft) -> bool:
    """Whether it tells one attack: the figures that its sentence goes on with are of it too."""
    return draft.kind is not None and draft.kind.type in DEEDS and draft.kind.unit is Unit.INCIDENT


def _draft(
    scene: Scene, piece: Piece, voice: Voice, counts: Sequence[Count], tools: Tools
) -> Draft:
    text = scene.words(piece.start, piece.end)
    inside = _within(counts, piece)
    dated = day_of(scene, piece.start, piece.end)
    when = dated.when if dated is not None else None
    stance = _stance(scene, piece, voice, tools.books)
    kind = classify(_clause(scene, piece, inside, when, text), tools.books)
    return Draft(piece, voice, kind, stance, inside, dated)


def _clause(
    scene: Scene, piece: Piece, counts: Sequence[Count], when: When | None, text: str
) -> Clause:
    span = (piece.start, piece.end)
    return Clause(
        text=text,
        tokens=piece.tokens,
        counts=[count for count in counts if count.harm is not None],
        figures=[count for count in counts if count.harm is None],
        weapons=scene.mentions.weapons_in(*span),
        objects=scene.mentions.objects_in(*span),
        has_day=when is not None and _is_day(when),
        has_place=any(place.precision < 6 for place in scene.mentions.places_in(*span)),
        has_party=any(hit.use not in _NOT_ACTING for hit in scene.mentions.parties_in(*span)),
        many_places=len({p.name for p in scene.mentions.places_in(*span) if p.precision <= _FINE})
        > 2,
        has_number=any(q.kind in _NUMBERS for q in scene.mentions.quantities_in(*span)),
        of_period=scene.of_period,
    )


_FEW_DAYS = timedelta(days=3)
_NUMBERS = frozenset({"number", "share", "more", "another"})


def _is_day(when: When) -> bool:
    """Whether a date is one of a day or of few: longer spans are periods."""
    return when.precision in DAYS and when.to - when.from_ <= _FEW_DAYS


def _stance(scene: Scene, piece: Piece, voice: Voice, books: ClauseBooks) -> Stance:
    text = scene.words(piece.start, piece.end)
    accused = can_be_accused(voice.originator, scene.publisher_kind, text)
    if voice.conceding and accused:
        return concession(text, books)
    if voice.left_open and accused:
        return left_open(text, books)
    if voice.finding and accused and (found := finding(text, books)) is not None:
        return found
    denying = voice.denying and _may_deny(voice)
    sides = families_of_sides(_said(scene, piece, voice))
    answering = accused or denying
    meant = (find_meanings if answering else find_told)(piece.tokens, sides)
    phrased = find_stance(text, books, accused=accused, denying=denying)
    if not meant:
        return phrased
    stance = find_stance(text, books, meant, accused=accused, denying=denying)
    return stance if stance == phrased else replace(stance, phrased=phrased)


def _said(scene: Scene, piece: Piece, voice: Voice) -> Said:
    speaker = voice.originator
    return Said(
        tokens=piece.tokens,
        text=scene.words(piece.start, piece.end + 1),
        party=speaker.speaks_for if speaker is not None else scene.publisher_for,
        hits=scene.mentions.parties_in(piece.start, piece.end),
    )


_THIRD = frozenset(
    {SpeakerKind.RECORDER, SpeakerKind.RESPONDER, SpeakerKind.MEDICAL, SpeakerKind.WITNESS,
     SpeakerKind.MEDIA, SpeakerKind.AGENCY, SpeakerKind.INTERGOVERNMENTAL, SpeakerKind.PUBLISHER}
)  # fmt: skip


def _may_deny(voice: Voice) -> bool:
    """Whether whoever denies can do so for himself: not those who only report on others."""
    speaker = voice.originator
    return speaker is not None and speaker.kind not in _THIRD


def _counts_of(scene: Scene, tools: Tools) -> list[Count]:
    quantities = scene.mentions.quantities_in(scene.sentence.start, scene.sentence.end)
    found = find_victims(scene.sentence, quantities, tools.harm, before=scene.before)
    victims = [v.licensed for v in found]
    taken = {(count.start, count.end) for count in victims}
    free = [q for q in quantities if not any((s or 0) <= q.start < (e or 0) for s, e in taken)]
    figures = find_figures(scene.sentence, free, tools.harm, tools.books)
    objects = scene.mentions.objects_in(scene.sentence.start, scene.sentence.end)
    return [*victims, *figures, *object_figures(objects, scene.sentence)]


def _within(counts: Sequence[Count], piece: Piece) -> tuple[Count, ...]:
    """The counts of a piece; `subset_of` points into the new list, or becomes a part of no count."""
    kept = [
        (place, count)
        for place, count in enumerate(counts)
        if count.start is not None and _holds(piece, count.start)
    ]
    moved = {old: new for new, (old, _) in enumerate(kept)}
    made = []
    for _, count in kept:
        whole = moved.get(count.subset_of) if count.subset_of is not None else None
        lost = count.subset_of is not None and whole is None
        made.append(replace(count, subset_of=whole, series="part" if lost else count.series))
    return tuple(made)


def _holds(piece: Piece, at: int) -> bool:
    if piece.pierced:
        return any(token.start <= at < token.end for token in piece.tokens)
    return piece.start <= at < piece.end


def day_of(scene: Scene, start: int, end: int) -> Dated | None:
    """The date in a stretch, with how it stands to what is told there."""
    return best_of(dates_within(scene.mentions, scene.clock, max(start, scene.dates_from), end))
