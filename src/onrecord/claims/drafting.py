"""Pieces → claims: words, speakers, counts and attributes of each piece in one record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.classify import Clause, Kind, classify
from onrecord.claims.clauses import Piece
from onrecord.claims.dates import resolve_date
from onrecord.claims.figures import find_figures, object_figures
from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.mentions import Mentions
from onrecord.claims.patterns import ClauseBooks, make_plain
from onrecord.claims.roles import find_roles
from onrecord.claims.stance import Stance, find_hedge, find_stance
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims
from onrecord.claims.voices import Voice
from onrecord.model.claim import Claim, Count, Hedge, ProducedBy, Said, When, Words
from onrecord.model.document import Dating, Document, Segment
from onrecord.model.identity import ClaimId, name_by_content
from onrecord.model.vocabulary import (
    ClaimType,
    DatePrecision,
    HedgeKind,
    Mode,
    Polarity,
    SegmentKind,
    SpeakerKind,
    Unit,
)

_ACCUSABLE = frozenset({SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL})
_WITHOUT_PARTIES = frozenset(
    {ClaimType.CONTEXT, ClaimType.OPINION, ClaimType.METHOD_STATEMENT, ClaimType.LEGAL_ASSESSMENT,
     ClaimType.AGREEMENT, ClaimType.CORROBORATION, ClaimType.DENIAL, ClaimType.DEFERRAL,
     ClaimType.JUSTIFICATION, ClaimType.RESIDUAL_HAZARD}
)  # fmt: skip
_FINE = 2
_DAYS = frozenset({DatePrecision.DAY, DatePrecision.SPAN})
_DEEDS = frozenset(
    {ClaimType.ATTACK, ClaimType.TARGET_DAMAGE, ClaimType.WEAPON_USE, ClaimType.CASUALTY_COUNT}
)
_MODES = {
    SegmentKind.TITLE: Mode.HEADLINE,
    SegmentKind.CAPTION: Mode.CAPTION,
    SegmentKind.RELATED_LINK: Mode.RELATED_HEADLINE,
}


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
        """The document's words in [start, end)."""
        return self.mentions.text[start - self.mentions.offset : end - self.mentions.offset]


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece with its voice and what it turned out to be."""

    piece: Piece
    voice: Voice
    kind: Kind | None
    stance: Stance
    counts: tuple[Count, ...]
    when: When | None

    @property
    def type(self) -> ClaimType | None:
        """The claim's primary type; an answer's own type wins."""
        if self.stance.type is not None:
            return self.stance.type
        return self.kind.type if self.kind is not None else None


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
    return Piece(
        piece.start, max(piece.end, following.end), piece.head, piece.frame, piece.main,
        (*piece.tokens, *following.tokens),
    )  # fmt: skip


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
    """ "A strike hit a house, killing four", "… were killed and five injured": one claim."""
    if draft.when is not None and last.when is not None and draft.when != last.when:
        return False
    both = draft.type is ClaimType.CASUALTY_COUNT and last.type is ClaimType.CASUALTY_COUNT
    return both or not draft.piece.main or draft.piece.head.child("nsubj", "nsubjpass") is None


def _draft(
    scene: Scene, piece: Piece, voice: Voice, counts: Sequence[Count], tools: Tools
) -> Draft:
    text = scene.words(piece.start, piece.end)
    inside = _within(counts, piece)
    when = _day_of(scene, piece.start, piece.end)
    stance = _stance(scene, text, voice, tools.books)
    kind = classify(_clause(scene, piece, inside, when, text), tools.books)
    return Draft(piece, voice, kind, stance, inside, when)


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
        has_day=when is not None and when.precision in _DAYS,
        has_place=any(place.precision < 6 for place in scene.mentions.places_in(*span)),
        has_party=bool(scene.mentions.parties_in(*span)),
        many_places=len({p.name for p in scene.mentions.places_in(*span) if p.precision <= _FINE})
        > 2,
    )


def _stance(scene: Scene, text: str, voice: Voice, books: ClauseBooks) -> Stance:
    speaker = voice.originator
    if speaker is None:
        accused = scene.publisher_for is not None and scene.publisher_kind in _ACCUSABLE
    else:
        accused = speaker.speaks_for is not None and speaker.kind in _ACCUSABLE
    return find_stance(text, books, accused=accused, denying=voice.denying and accused)


def _counts_of(scene: Scene, tools: Tools) -> list[Count]:
    quantities = scene.mentions.quantities_in(scene.sentence.start, scene.sentence.end)
    victims = [v.count for v in find_victims(scene.sentence, quantities, tools.harm)]
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


def _day_of(scene: Scene, start: int, end: int) -> When | None:
    """The date in a stretch: a day before anything coarser, the first before later ones."""
    found = []
    for mention in scene.mentions.dates_in(max(start, scene.dates_from), end):
        when = resolve_date(mention, published=scene.clock)
        if when is not None:
            moved = replace(
                _since(scene, mention.start, when),
                start=scene.mentions.offset + mention.start,
                end=scene.mentions.offset + mention.end,
            )
            found.append(moved)
    return min(found, key=lambda when: (when.precision not in _DAYS, when.start or 0), default=None)


_SINCE = re.compile(r"\bsince\b[^.;]{0,40}$")


def _since(scene: Scene, at: int, when: When) -> When:
    """ "Since the start of the campaign on September 30": from then until it was written."""
    before = make_plain(scene.mentions.text[max(0, at - 60) : at])
    if scene.clock is None or _SINCE.search(before) is None or when.from_ > scene.clock.to:
        return when
    return replace(when, to=scene.clock.to, precision=DatePrecision.INTERVAL, how="since " + when.how)


# ---- the record ----


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
        polarity=_polarity(draft),
        hedge=hedge,
        unit=unit,
        counts=tuple(_with_text(scene, count) for count in draft.counts),
        places=tuple(scene.mentions.places_in(piece.start, piece.end)),
        when=_when(scene, draft),
        parties=_parties(scene, piece, type, hedge, tools.books),
        weapons=tuple(scene.mentions.weapons_in(piece.start, piece.end)),
        objects=tuple(scene.mentions.objects_in(piece.start, piece.end)),
        answer=draft.stance.answer,
        confidence=draft.kind.confidence if draft.kind is not None else 0.7,
        produced_by=ProducedBy(method=tools.method, version=tools.version, rule=_rule(draft)),
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
    if draft.stance.type is not None:
        also = (kind.type,) if kind is not None and not kind.rule.startswith("background") else ()
        return Unit.NONE, tuple(type for type in also if type is not draft.stance.type)
    return (kind.unit, kind.also) if kind is not None else (Unit.NONE, ())


def _polarity(draft: Draft) -> Polarity:
    if draft.stance.answer is None and draft.voice.denying:
        return Polarity.DENIES
    return draft.stance.polarity


def _rule(draft: Draft) -> str:
    return draft.stance.rule or (draft.kind.rule if draft.kind is not None else "answer")


def _mode(segment: Segment, voice: Voice) -> Mode:
    return _MODES.get(segment.kind, voice.mode)


def _words(scene: Scene, start: int, end: int) -> Words:
    return Words(text=scene.words(start, end), start=start, end=end)


def _with_text(scene: Scene, count: Count) -> Count:
    return replace(count, text=scene.words(count.start or 0, count.end or 0))


def _when(scene: Scene, draft: Draft) -> When | None:
    if draft.when is not None:
        return draft.when
    if scene.segment.kind is SegmentKind.RELATED_LINK:
        return _of_link(scene, draft)
    if draft.kind is None or draft.kind.unit is not Unit.INCIDENT or draft.stance.type is not None:
        days = [_day_of(scene, *span) for span in draft.voice.attribution]
        return next((day for day in days if day is not None and day.precision in _DAYS), None)
    return None


def _of_link(scene: Scene, draft: Draft) -> When | None:
    """A dated headline tells of its own day or the one before."""
    if scene.clock is None or scene.segment.dated is None or draft.kind is None:
        return None
    if draft.kind.unit is not Unit.INCIDENT or scene.clock.precision is not DatePrecision.DAY:
        return None
    first = scene.clock.from_.fromordinal(scene.clock.from_.toordinal() - 1)
    return When(
        from_=first,
        to=scene.clock.to,
        precision=DatePrecision.INTERVAL,
        how="day of the linked headline",
    )


def _parties(
    scene: Scene, piece: Piece, type: ClaimType, hedge: Hedge, books: ClauseBooks
) -> tuple:  # type: ignore[type-arg]
    if type in _WITHOUT_PARTIES:
        return ()
    hits = scene.mentions.parties_in(piece.start, piece.end)
    kind = hedge.kind if hedge.kind is not HedgeKind.REPORTED else HedgeKind.NONE
    return find_roles(hits, piece.tokens, kind, books)


def _said(scene: Scene) -> Said | None:
    return Said(from_=scene.clock.from_, to=scene.clock.to) if scene.clock is not None else None


def hedge_of(scene: Scene, draft: Draft, earlier: Hedge, tools: Tools) -> Hedge:
    """The hedge of a draft; one that stands before joined clauses governs them all."""
    own = find_hedge(
        scene.words(draft.piece.start, draft.piece.end), draft.piece.start, tools.books
    )
    if own.kind is HedgeKind.NONE and earlier.kind is HedgeKind.EVIDENTIAL:
        return earlier
    if own.kind is HedgeKind.NONE and draft.voice.mode is Mode.OWN_VOICE:
        return own
    return own
