"""Pieces → claims: words, speakers, counts and attributes of each piece in one record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.classify import Clause, Kind, classify
from onrecord.claims.clauses import Piece
from onrecord.claims.date_standing import Standing
from onrecord.claims.dating import DAYS, Dated, best_of, dates_within
from onrecord.claims.figures import find_figures, object_figures
from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.mentions import Mentions
from onrecord.claims.patterns import ClauseBooks, make_plain
from onrecord.claims.stance import Stance, concession, find_stance
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims
from onrecord.claims.voices import Voice
from onrecord.model.claim import (
    Count,
    When,
)
from onrecord.model.document import Dating, Document, Segment
from onrecord.model.vocabulary import (
    ClaimType,
    SpeakerKind,
)

_ACCUSABLE = frozenset({SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL})
_FINE = 2
_DEEDS = frozenset(
    {ClaimType.ATTACK, ClaimType.TARGET_DAMAGE, ClaimType.WEAPON_USE, ClaimType.CASUALTY_COUNT}
)


@dataclass(frozen=True, slots=True)
class Tools:
    """What drafting needs of a language, and who made the claims."""

    harm: HarmLexicon
    books: ClauseBooks
    method: str
    version: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a piece stands: document, segment, paragraph, sentence, and what dates its words."""

    document: Document
    segment: Segment
    mentions: Mentions
    sentence: Sentence
    clock: Dating | None
    publisher: str | None
    publisher_kind: SpeakerKind
    publisher_for: str | None
    dates_from: int = 0

    def words(self, start: int, end: int) -> str:
        """The document's words in [start, end), of its title where the segment stands there."""
        source = self.document.title if self.segment.in_ == "title" else self.document.text
        return (source or "")[start:end]


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece with its voice and what it turned out to be."""

    piece: Piece
    voice: Voice
    kind: Kind | None
    stance: Stance
    counts: tuple[Count, ...]
    dated: Dated | None

    @property
    def when(self) -> When | None:
        """The days that its words give, be they those of the deed or of words about it."""
        return self.dated.when if self.dated is not None else None

    @property
    def said_only(self) -> bool:
        """Whether its date is only the day of words, arrests or tolls."""
        return self.dated is not None and self.dated.standing is Standing.ASIDE

    @property
    def type(self) -> ClaimType | None:
        """The claim's primary type; an answer's own type wins but over people counted."""
        if self.stance.type is not None and not keeps_kind(self):
            return self.stance.type
        return self.kind.type if self.kind is not None else None


def keeps_kind(draft: Draft) -> bool:
    """Whether a clause stays what it tells although its speaker argues with it.

    A force that says whom it killed, and why it was right, gives a figure.
    """
    arguing = draft.stance.type in (
        ClaimType.JUSTIFICATION, ClaimType.COUNTER_ACCUSATION, ClaimType.DEFERRAL,
    )  # fmt: skip
    return arguing and draft.kind is not None and draft.kind.rule.startswith("victims")


def draft_sentence(
    scene: Scene, pieces: Sequence[Piece], voices: Sequence[Voice], tools: Tools
) -> list[Draft]:
    """The drafts of one sentence, subordinate background merged into what it hangs on."""
    counts = _counts_of(scene, tools)
    drafts: list[Draft] = []
    for piece, voice in zip(pieces, voices, strict=True):
        draft = _draft(scene, piece, voice, counts, tools)
        last = drafts[-1] if drafts else None
        if last is not None and _belongs(draft, last):
            joined = replace_piece(last.piece, draft.piece)
            drafts[-1] = _draft(scene, joined, last.voice, counts, tools)
        else:
            drafts.append(draft)
    return drafts


def replace_piece(piece: Piece, following: Piece) -> Piece:
    """A piece and the one behind it as one piece."""
    tokens = (*piece.tokens, *following.tokens)
    end = max(piece.end, following.end)
    return Piece(piece.start, end, piece.head, piece.frame, tokens, main=piece.main)


def _belongs(draft: Draft, last: Draft) -> bool:
    """Whether a piece only goes on with the one before it."""
    if draft.piece.frame is not last.piece.frame or draft.voice != last.voice:
        return False
    if draft.stance.answer is not None and last.type is None:
        return True
    if draft.stance.answer is not None:
        return draft.type is last.type and draft.piece.frame is None
    if any(count.series == "part" and count.subset_of is None for count in draft.counts):
        return not draft.piece.main
    if not draft.piece.main and (draft.kind is None or draft.kind.rule.startswith("background")):
        return True
    if last.type is ClaimType.COMPARISON and draft.type in (
        ClaimType.CASUALTY_COUNT,
        ClaimType.TALLY,
    ):
        return not draft.piece.main
    if draft.type in _DEEDS and last.type in _DEEDS:
        return _is_same_deed(draft, last)
    return (
        draft.type is not None
        and draft.type is last.type
        and not draft.counts
        and draft.when is None
    )


def _is_same_deed(draft: Draft, last: Draft) -> bool:
    """For "A strike hit a house, killing four", "… were killed and five injured": one claim."""
    if draft.when is not None and last.when is not None and draft.when != last.when:
        return False
    both = draft.type is ClaimType.CASUALTY_COUNT and last.type is ClaimType.CASUALTY_COUNT
    return both or not draft.piece.main or draft.piece.head.child("nsubj", "nsubjpass") is None


def _draft(
    scene: Scene, piece: Piece, voice: Voice, counts: Sequence[Count], tools: Tools
) -> Draft:
    text = scene.words(piece.start, piece.end)
    inside = _within(counts, piece)
    dated = day_of(scene, piece.start, piece.end)
    when = dated.when if dated is not None else None
    stance = _stance(scene, text, voice, tools.books)
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
        has_day=when is not None and when.precision in DAYS,
        has_place=any(place.precision < 6 for place in scene.mentions.places_in(*span)),
        has_party=bool(scene.mentions.parties_in(*span)),
        many_places=len({p.name for p in scene.mentions.places_in(*span) if p.precision <= _FINE})
        > 2,
    )


def _stance(scene: Scene, text: str, voice: Voice, books: ClauseBooks) -> Stance:
    speaker = voice.originator
    kind = speaker.kind if speaker is not None else scene.publisher_kind
    accused = kind in _ACCUSABLE or _OURS.search(make_plain(text)) is not None
    if voice.conceding and accused:
        return concession(text, books)
    return find_stance(text, books, accused=accused, denying=voice.denying and accused)


def _counts_of(scene: Scene, tools: Tools) -> list[Count]:
    quantities = scene.mentions.quantities_in(scene.sentence.start, scene.sentence.end)
    victims = [v.licensed for v in find_victims(scene.sentence, quantities, tools.harm)]
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
        if count.start is not None and piece.start <= count.start < piece.end
    ]
    moved = {old: new for new, (old, _) in enumerate(kept)}
    made = []
    for _, count in kept:
        whole = moved.get(count.subset_of) if count.subset_of is not None else None
        lost = count.subset_of is not None and whole is None
        made.append(replace(count, subset_of=whole, series="part" if lost else count.series))
    return tuple(made)


def day_of(scene: Scene, start: int, end: int) -> Dated | None:
    """The date in a stretch, with how it stands to what is told there."""
    return best_of(dates_within(scene.mentions, scene.clock, max(start, scene.dates_from), end))


# Whoever says "our pilots" speaks for those who fly, whatever else is known of the voice.
_OURS = re.compile(
    r"\bour (own )?(\w+ )?(forces|pilots|army|aircraft|planes|air ?force|troops|soldiers|military|navy|jets"
    r"|drones|artillery|missiles|fighters|units|gunners)\b"
    r"|\bwe (do|did|have|would|will) ?(not|n't|never) (ever )?(strike|bomb|target|shell|use|attack|hit|fire)"
)
