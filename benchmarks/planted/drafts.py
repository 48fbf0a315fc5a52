"""Sentences with marked pieces → documents and claims whose every span stands in the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from onrecord.model.claim import (
    Answer,
    Claim,
    Count,
    ObjectMention,
    PartyMention,
    PlaceMention,
    ProducedBy,
    Said,
    WeaponMention,
    When,
    Words,
)
from onrecord.model.document import Dating, Document, Segment
from onrecord.model.identity import ClaimId, DocumentId, hash_text
from onrecord.model.vocabulary import (
    Age,
    Basis,
    Certainty,
    ClaimType,
    DatePrecision,
    Delivery,
    Harm,
    Mode,
    ObjectKind,
    PartyRole,
    Polarity,
    SegmentKind,
    Sex,
    SpeakerKind,
    Status,
    Unit,
    Weapon,
)

Piece = tuple[str, str | None]
"""Some words, and the mention that they are (`None`: no mention)."""
_PRODUCED = ProducedBy(method="planted", version="1", rule="planted")
_WHOLE_PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as said: bounds, how the words bound it, and the number itself."""

    low: int
    high: int | None
    basis: Basis
    stated: int | None

    @property
    def top(self) -> int:
        """The largest number stated."""
        return self.low if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the people that it counts; `part` if it is a part of the claim's first."""

    slot: str
    harm: Harm
    figure: Figure
    sex: Sex = Sex.UNKNOWN
    age: Age = Age.UNKNOWN
    status: Status = Status.UNKNOWN
    part: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A place as a reader would resolve it."""

    slot: str
    name: str
    province: str | None
    precision: int
    gazetteer: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a few as a reader would resolve them."""

    from_: date
    to: date
    precision: DatePrecision


@dataclass(slots=True, eq=False)
class Draft:
    """A claim before its document stands: all but identifiers and offsets.

    `attack` is the number of the true attack, `None` for a claim that belongs to none. `carries`:
    place and day are those of the first claim of its document and not said again.
    """

    type: ClaimType
    speakers: tuple[str | None, ...]
    kind: SpeakerKind
    attack: int | None
    also: tuple[ClaimType, ...] = ()
    unit: Unit = Unit.INCIDENT
    mode: Mode = Mode.INDIRECT
    polarity: Polarity = Polarity.ASSERTS
    speaks_for: str | None = None
    counts: tuple[Counted, ...] = ()
    places: tuple[Where, ...] = ()
    when: Dated | None = None
    parties: tuple[str, ...] = ()
    weapons: tuple[tuple[Weapon, Delivery], ...] = ()
    objects: tuple[ObjectKind, ...] = ()
    answer: Answer | None = None
    answers_first: bool = False
    carries: bool = False
    answered: int | None = None


@dataclass(slots=True, eq=False)
class Sentence:
    """Words before the quote, the quote, and words after it; without draft it is no claim."""

    lead: list[Piece]
    said: list[Piece]
    tail: list[Piece]
    draft: Draft | None = None


@dataclass(slots=True, eq=False)
class Text:
    """A document before it is written out; `original` is the text that it copies."""

    publisher: str | None
    published: date | None
    paragraphs: list[list[Sentence]]
    title: Sentence | None = None
    original: "Text | None" = None
    credited: bool = False
    rewritten: float = 0.0
    id: DocumentId = field(default=DocumentId(""))


def name_document(text: Text, seed: int, number: int) -> None:
    """Gives a text its identifier, which tells nothing of when it was made."""
    digest = blake2b(f"{seed}/{number}".encode(), digest_size=6).hexdigest()
    text.id = DocumentId(f"planted-{digest}")


def write_out(text: Text) -> tuple[Document, list[tuple[Draft, Claim]]]:
    """The document of a text, and its claims beside the drafts that they were made of."""
    made: list[tuple[Draft, Claim]] = []
    title = None
    segments = []
    if text.title is not None:
        title = _join(text.title)
        segments.append(Segment(kind=SegmentKind.TITLE, start=0, end=len(title), in_="title"))
        if text.title.draft is not None:
            made.append((text.title.draft, _claim(text, text.title, 0, made)))
    parts: list[str] = []
    at = 0
    for paragraph in text.paragraphs:
        for sentence in paragraph:
            words = _join(sentence)
            if sentence.draft is not None:
                made.append((sentence.draft, _claim(text, sentence, at, made)))
            parts += (words, " ")
            at += len(words) + 1
        parts[-1] = _WHOLE_PARAGRAPH
        at += len(_WHOLE_PARAGRAPH) - 1
    body = "".join(parts[:-1])
    segments.append(Segment(kind=SegmentKind.BODY, start=0, end=len(body)))
    return _document(text, body, title, segments), made


def _document(text: Text, body: str, title: str | None, segments: Sequence[Segment]) -> Document:
    dated = text.published
    return Document(
        id=text.id,
        text=body,
        original=hash_text(body),
        title=title,
        lang="en",
        publisher=text.publisher,
        published=None
        if dated is None
        else Dating(from_=dated, to=dated, precision=DatePrecision.DAY, how="user"),
        segments=tuple(segments),
    )


def _join(sentence: Sentence) -> str:
    pieces = (*sentence.lead, *sentence.said, *sentence.tail)
    return "".join([words for words, _ in pieces])


def _measure(pieces: Iterable[Piece]) -> int:
    return sum(len(words) for words, _ in pieces)


Slots = dict[str, tuple[str, int, int]]


def _find_slots(sentence: Sentence, at: int) -> Slots:
    found: Slots = {}
    for words, slot in (*sentence.lead, *sentence.said, *sentence.tail):
        if slot is not None:
            found[slot] = (words, at, at + len(words))
        at += len(words)
    return found


def _claim(text: Text, sentence: Sentence, at: int, before: Sequence[tuple[Draft, Claim]]) -> Claim:
    draft = sentence.draft
    assert draft is not None  # noqa: S101 - the callers give sentences with drafts only
    slots = _find_slots(sentence, at)
    start = at + _measure(sentence.lead)
    quote = "".join([words for words, _ in sentence.said])
    titled = sentence is text.title
    first = next((claim for _, claim in before if claim.in_ == "text"), None)
    leader = first if draft.carries else None
    answer = draft.answer
    if answer is not None and draft.answers_first and first is not None:
        answer = Answer(arguments=answer.arguments, scope=answer.scope, responds_to=(first.id,))
    said = text.published
    return Claim(
        id=ClaimId(
            f"c-{blake2b(f'{text.id}/{titled}/{start}'.encode(), digest_size=8).hexdigest()}"
        ),
        document=text.id,
        segment=SegmentKind.TITLE if titled else SegmentKind.BODY,
        in_="title" if titled else "text",
        type=draft.type,
        also=draft.also,
        quote=quote,
        start=start,
        end=start + len(quote),
        speakers=draft.speakers,
        attribution=_words(slots, "who"),
        mode=draft.mode,
        polarity=draft.polarity,
        unit=draft.unit,
        counts=_counts(draft.counts, slots),
        places=_carry_places(leader) if leader else _places(draft.places, slots),
        when=_carry_when(leader) if leader else _when(draft.when, slots),
        parties=_parties(draft.parties, slots),
        weapons=_weapons(draft.weapons, slots),
        objects=_objects(draft.objects, slots),
        answer=answer,
        confidence=0.9,
        produced_by=_PRODUCED,
        originator_kind=draft.kind,
        speaks_for=draft.speaks_for,
        said=None if said is None else Said(from_=said, to=said),
        lang="en",
    )


def _words(slots: Slots, slot: str) -> tuple[Words, ...]:
    if slot not in slots:
        return ()
    words, start, end = slots[slot]
    return (Words(text=words, start=start, end=end),)


def _span(slots: Slots, slot: str) -> tuple[str | None, int | None, int | None]:
    return slots.get(slot, (None, None, None))


def _counts(counted: Iterable[Counted], slots: Slots) -> tuple[Count, ...]:
    made = []
    for one in counted:
        words, start, end = slots[one.slot]
        made.append(
            Count(
                harm=one.harm,
                min=one.figure.low,
                max=one.figure.high,
                basis=one.figure.basis,
                sex=one.sex,
                age=one.age,
                status=one.status,
                text=words,
                start=start,
                end=end,
                subset_of=0 if one.part else None,
                stated=one.figure.stated,
            )
        )
    return tuple(made)


def _places(places: Iterable[Where], slots: Slots) -> tuple[PlaceMention, ...]:
    made = []
    for place in places:
        words, start, end = _span(slots, place.slot)
        made.append(
            PlaceMention(
                text=words,
                start=start,
                end=end,
                name=place.name,
                country="XV",
                admin1=place.province,
                precision=place.precision,
                gazetteer=place.gazetteer,
                lat=place.lat,
                lon=place.lon,
            )
        )
    return tuple(made)


def _carry_places(leader: Claim) -> tuple[PlaceMention, ...]:
    return tuple(
        PlaceMention(
            text=None,
            start=None,
            end=None,
            name=place.name,
            country=place.country,
            admin1=place.admin1,
            precision=place.precision,
            gazetteer=place.gazetteer,
            lat=place.lat,
            lon=place.lon,
            from_=leader.id,
        )
        for place in leader.places
    )


def _carry_when(leader: Claim) -> When | None:
    when = leader.when
    if when is None:
        return None
    return When(
        from_=when.from_, to=when.to, precision=when.precision, how="carried", carried=leader.id
    )


def _when(dated: Dated | None, slots: Slots) -> When | None:
    if dated is None:
        return None
    words, start, end = _span(slots, "when")
    return When(
        from_=dated.from_,
        to=dated.to,
        precision=dated.precision,
        how="planted",
        text=words,
        start=start,
        end=end,
    )


def _parties(names: Iterable[str], slots: Slots) -> tuple[PartyMention, ...]:
    made = []
    for number, name in enumerate(names):
        words, start, end = _span(slots, f"party{number}")
        made.append(
            PartyMention(
                text=words,
                start=start,
                end=end,
                name=name,
                role=PartyRole.ALLEGED_PERPETRATOR,
                certainty=Certainty.ALLEGED,
            )
        )
    return tuple(made)


def _weapons(weapons: Iterable[tuple[Weapon, Delivery]], slots: Slots) -> tuple[WeaponMention, ...]:
    words, start, end = _span(slots, "weapon")
    return tuple(
        WeaponMention(text=words, start=start, end=end, weapon=weapon, delivery=delivery)
        for weapon, delivery in weapons
    )


def _objects(objects: Iterable[ObjectKind], slots: Slots) -> tuple[ObjectMention, ...]:
    words, start, end = _span(slots, "object")
    return tuple(
        ObjectMention(text=words, start=start, end=end, object=object) for object in objects
    )
