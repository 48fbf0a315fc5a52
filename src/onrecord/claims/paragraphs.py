"""Documents → parsed paragraphs: the segments worth parsing, with their mentions and frames."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.analyzer import Analyzer
from onrecord.claims.frames import find_frames
from onrecord.claims.headlines import Tail, find_tail, lower_titles, skip_slug
from onrecord.claims.labels import Label, find_label
from onrecord.claims.mentions import Mentions, Setting, read_mentions
from onrecord.claims.parties import PartyHit
from onrecord.claims.quotes import find_quotes
from onrecord.claims.speech_words import SpeechLexicon
from onrecord.claims.syntax import Sentence
from onrecord.claims.voices import Paragraph
from onrecord.model.claim import PlaceMention
from onrecord.model.document import Document, Segment
from onrecord.model.vocabulary import SegmentKind

_LONGEST_HEADLINE = 200
# No writer makes such a paragraph; whoever lost the breaks of a long text does.
_LONGEST_PART = 12_000
_ENDINGS = (".", "!", ":", ";", ",", '"', "”", "…")
_HEADS = frozenset({SegmentKind.TITLE, SegmentKind.RELATED_LINK})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A segment as the reader sees it; `tail` is the attribution of a headline."""

    segment: Segment
    paragraph: Paragraph
    mentions: Mentions
    tail: Tail | None = None


def parse_document(
    document: Document,
    setting: Setting,
    *,
    analyzer: Analyzer,
    words: SpeechLexicon,
    passes: Callable[[str], bool],
) -> list[Parsed]:
    """The parsed paragraphs of a document in reading order; `passes` is the gate."""
    segments = [
        part
        for segment in _in_order(document)
        for part in _in_parts(document, segment)
        if _is_read(document, part, passes)
    ]
    texts = [document.words_of(segment) for segment in segments]
    mentions = [
        read_mentions(text, segment.start, setting)
        for text, segment in zip(texts, segments, strict=True)
    ]
    tails = [_tail(text, segment, words) for text, segment in zip(texts, segments, strict=True)]
    labels = [_label(text, segment, words) for text, segment in zip(texts, segments, strict=True)]
    inputs = [_to_parse(*each) for each in zip(texts, segments, mentions, tails, strict=True)]
    inputs = [
        (" " * label.rest + text[label.rest :], at) if label is not None else (text, at)
        for (text, at), label in zip(inputs, labels, strict=True)
    ]
    parsed = analyzer.parse(inputs)
    return [
        Parsed(
            segment,
            _paragraph(
                text, segment, _unbroken(_whole(text, segment, sentences), found), words, label
            ),
            found,
            tail,
        )
        for text, segment, found, tail, label, sentences in zip(
            texts, segments, mentions, tails, labels, parsed, strict=True
        )
    ]


def _in_parts(document: Document, segment: Segment) -> Iterator[Segment]:
    """A segment, one of immense length in parts: cut behind a line, a full stop, or a word."""
    text, start = document.words_of(segment), 0
    while len(text) - start > _LONGEST_PART:
        window = text[start : start + _LONGEST_PART]
        cuts = (window.rfind(mark) + len(mark) for mark in ("\n", ". ", " ") if mark in window)
        cut = next(cuts, _LONGEST_PART)
        yield replace(segment, start=segment.start + start, end=segment.start + start + cut)
        start += cut
    yield replace(segment, start=segment.start + start) if start else segment


def _in_order(document: Document) -> Iterator[Segment]:
    kept = [s for s in document.segments if s.kind is not SegmentKind.BOILERPLATE]
    ranked = sorted(kept, key=lambda s: (s.kind is not SegmentKind.TITLE, s.order, s.start))
    if ranked or document.segments:
        yield from ranked
    elif document.text.strip():
        yield Segment(kind=SegmentKind.BODY, start=0, end=len(document.text))


def _is_read(document: Document, segment: Segment, passes: Callable[[str], bool]) -> bool:
    text = document.words_of(segment)
    return bool(text.strip()) and (text.rstrip().endswith(":") or passes(text))


def _to_parse(
    text: str, segment: Segment, mentions: Mentions, tail: Tail | None
) -> tuple[str, int]:
    if not is_headline(text, segment):
        return text, segment.start
    names: list[PlaceMention | PartyHit] = [*mentions.places, *mentions.parties]
    kept = [
        (m.start - segment.start, (m.end or 0) - segment.start)
        for m in names
        if m.start is not None
    ]
    lowered = lower_titles(text, kept)
    start, end = words_of_head(text, segment, tail)
    lowered = " " * start + lowered[start:end] + " " * (len(text) - end)
    return lowered, segment.start


def _label(text: str, segment: Segment, words: SpeechLexicon) -> Label | None:
    return None if is_headline(text, segment) else find_label(text, words)


def _tail(text: str, segment: Segment, words: SpeechLexicon) -> Tail | None:
    """The attribution of a headline; what stands before a dated link's colon is its label."""
    if segment.dated or not is_headline(text, segment):
        return None
    return find_tail(text, words)


def is_headline(text: str, segment: Segment) -> bool:
    """Whether a segment is a headline by its kind or its look: one line without a full stop."""
    if segment.kind in _HEADS:
        return True
    words = text.strip()
    short = len(words) <= _LONGEST_HEADLINE and "\n" not in words
    return (
        short
        and segment.kind is SegmentKind.BODY
        and not words.endswith(_ENDINGS)
        and ". " not in words
    )


def words_of_head(text: str, segment: Segment, tail: Tail | None) -> tuple[int, int]:
    """The part of a headline that is its statement, without its attribution or a link's label."""
    if tail is not None:
        start, end = tail.rest
        return max(start, skip_slug(text)), end
    label = text.find(":")
    if segment.kind is SegmentKind.RELATED_LINK and segment.dated and 0 < label < len(text) - 1:
        return label + 1, len(text)
    return skip_slug(text), len(text)


def _whole(text: str, segment: Segment, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """A headline is one sentence, whatever the parser made of its marks."""
    if len(sentences) < 2 or not is_headline(text, segment):
        return sentences
    return [Sentence([token for sentence in sentences for token in sentence.tokens])]


def _unbroken(sentences: Sequence[Sentence], mentions: Mentions) -> Sequence[Sentence]:
    """The sentences, those put together again whose boundary the parser set inside a date."""
    dates = [(m.start + mentions.offset, m.end + mentions.offset) for m in mentions.dates]
    made: list[Sentence] = []
    for sentence in sentences:
        last = made[-1] if made else None
        if last is not None and any(s < last.end and sentence.start < e for s, e in dates):
            made[-1] = Sentence([*last.tokens, *sentence.tokens])
        else:
            made.append(sentence)
    return made


def _paragraph(
    text: str,
    segment: Segment,
    sentences: Sequence[Sentence],
    words: SpeechLexicon,
    label: Label | None,
) -> Paragraph:
    quotes = find_quotes(text, segment.start)
    frames = [find_frames(sentence, words, quotes) for sentence in sentences]
    return Paragraph(text, segment.start, sentences, frames, quotes, label)
