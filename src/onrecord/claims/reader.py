"""Documents → claims: the English reader, from parsed paragraphs to finished claims."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.claims.accounts import Account, open_account
from onrecord.claims.accused import SIDES, publisher_voice
from onrecord.claims.analyzer import Analyzer, EnglishAnalyzer
from onrecord.claims.answer_runs import join_answers
from onrecord.claims.answering import link_answers
from onrecord.claims.breaks import find_breaks
from onrecord.claims.carrying import carry_over
from onrecord.claims.clauses import Piece, split_clauses
from onrecord.claims.coreference import name_persons
from onrecord.claims.dates import date_of_label
from onrecord.claims.drafting import draft_sentence
from onrecord.claims.drafts import Draft, Scene, Tools
from onrecord.claims.gate import Gate
from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.harm_words import load_harm
from onrecord.claims.hearing import settle
from onrecord.claims.itemising import mark_items
from onrecord.claims.lookups import as_speaker, look_up
from onrecord.claims.mentions import Setting
from onrecord.claims.naming import Naming, read_naming
from onrecord.claims.outcomes import leave_outcomes_open
from onrecord.claims.paragraphs import Parsed, is_headline, parse_document, words_of_head
from onrecord.claims.past_attacks import set_apart
from onrecord.claims.patterns import load_books
from onrecord.claims.phrases import Phrase
from onrecord.claims.places import PlaceContext, find_places, read_place_context
from onrecord.claims.recording import hedge_of, make_claim
from onrecord.claims.rosters import goes_on
from onrecord.claims.rows import read_row_claims
from onrecord.claims.scenes import find_scenes, infer_day
from onrecord.claims.speaker_names import find_speakers
from onrecord.claims.speakers import Discourse
from onrecord.claims.speech_words import load_speech
from onrecord.claims.syntax import Token
from onrecord.claims.victim_lists import settle_victims
from onrecord.claims.voice_kinds import Speaker
from onrecord.claims.voices import Paragraph, VoiceFinder
from onrecord.claims.weapons import read_weapon_context
from onrecord.model.claim import Claim, Hedge
from onrecord.model.document import Dating, Document, Segment
from onrecord.model.party import PartyBook
from onrecord.model.vocabulary import Harm, SegmentKind, SpeakerKind

# A publisher's kind and the party whose mouth it is.
Publisher = tuple[SpeakerKind, str | None]

METHOD = "rules/en"
VERSION = "1"


class Reader:
    """Reads claims out of English documents; one instance serves many documents.

    `method` and `version` are stamped on every claim; `parser` names the model beneath.
    """

    method = METHOD
    version = VERSION

    def __init__(
        self,
        gazetteer: Gazetteer,
        parties: PartyBook,
        *,
        analyzer: Analyzer | None = None,
        gate: Callable[[str], bool] | None = None,
    ) -> None:
        self._gazetteer = gazetteer
        self._parties = parties
        self._analyzer = analyzer or EnglishAnalyzer()
        self._passes = gate or Gate().paragraph_can_hold_a_claim
        self._words = load_speech()
        self._tools = Tools(load_harm(), load_books(), METHOD, VERSION)

    @property
    def parser(self) -> str:
        """The name of the parser and its model."""
        return self._analyzer.name

    def read(self, document: Document) -> tuple[Claim, ...]:
        """The claims of a document in reading order; a text that says nothing of harm has none."""
        if document.row is not None:
            return read_row_claims(document, document.row)
        if not self._passes(_all_text(document)):
            return ()
        context = read_place_context(_all_text(document), self._gazetteer)
        naming = read_naming(
            _with_publisher(document), context.country, self._gazetteer.own_countries
        )
        publisher = publisher_voice(document.publisher, naming)
        parsed = parse_document(
            document,
            self._setting(document, context, naming),
            analyzer=self._analyzer,
            words=self._words,
            passes=self._reads_all if publisher[0] in SIDES else self._passes,
        )
        if not parsed:
            return ()
        own = Speaker(document.publisher, *publisher) if document.publisher else None
        finder = self._voices(parsed, context.country, naming, own)
        account = open_account(document, self._tools.books)
        drafted = [
            pair
            for each in parsed
            for pair in self._drafts_of(document, each, (finder, publisher), account)
        ]
        settled = join_answers(settle(drafted, self._parties, self._tools.books))
        claims = [claim for scene, drafts in settled for claim in self._finish(scene, drafts)]
        bare = len(parsed) == 1 and is_headline(parsed[0].paragraph.text, parsed[0].segment)
        carried = carry_over(
            _distinct(claims),
            find_scenes(document),
            inferred=infer_day(document, headline_only=bare and _is_one_line(document)),
        )
        return tuple(link_answers(_count_persons(carried), self._parties))

    def _reads_all(self, text: str) -> bool:
        """Of a side's own statement every whole sentence may be an answer."""
        return text.rstrip(" \n\"'\u201d").endswith((".", "!", "?")) or self._passes(text)

    def _setting(self, document: Document, context: PlaceContext, naming: Naming) -> Setting:
        return Setting(
            naming=naming,
            weapons=read_weapon_context(_all_text(document)),
            find_places=lambda text, offset: find_places(
                text,
                country=context.country,
                gazetteer=self._gazetteer,
                offset=offset,
                context=context,
            ),
        )

    def _voices(
        self,
        parsed: Sequence[Parsed],
        country: str | None,
        naming: Naming,
        publisher: Speaker | None,
    ) -> VoiceFinder:
        known = cache(lambda words: look_up(words, country, naming))
        discourse = Discourse(self._words, known, publisher)
        finder = VoiceFinder(self._words, discourse)
        phrases = [
            (phrase, spoke)
            for each in parsed
            for phrase, spoke in finder.phrases_of(each.paragraph)
            if spoke or not _is_place(phrase, each)
        ]
        mentions = [
            (each.segment.start + hit.start, as_speaker(hit.payload))
            for each in parsed
            if each.segment.in_ == "text"
            for hit in find_speakers(each.paragraph.text)
        ]
        stated = cache(lambda words: look_up(words, None, naming))
        states = [
            (hit.start, speaker)
            for each in parsed
            for hit in each.mentions.parties
            if (speaker := stated(hit.text)) is not None and speaker.speaks_for
        ]
        discourse.learn_states(states)
        discourse.learn(phrases, mentions)
        return finder

    def _drafts_of(
        self,
        document: Document,
        parsed: Parsed,
        heard: tuple[VoiceFinder, Publisher],
        account: Account,
    ) -> Iterator[tuple[Scene, list[Draft]]]:
        finder, publisher = heard
        paragraph = parsed.paragraph
        pieces = [_pieces_of(parsed, place) for place in range(len(paragraph.sentences))]
        voices = finder.find(paragraph, pieces)
        head = _head_words(parsed)
        if head is not None:
            voices = [[finder.of_head(voice, *head) for voice in row] for row in voices]
        elif is_headline(paragraph.text, parsed.segment):
            voices = [[finder.of_headline(voice, paragraph) for voice in row] for row in voices]
        drafts: list[Draft] = []
        for place in range(len(paragraph.sentences)):
            scene = self._scene(document, parsed, place, publisher)
            scene = replace(scene, of_period=account.holds(parsed.segment))
            if drafts and goes_on(scene.sentence):
                scene = replace(scene, before=_word_of_death(drafts, paragraph))
            drafts = draft_sentence(scene, pieces[place], voices[place], self._tools)
            account.learn(list(self._finish(scene, drafts)))
            yield scene, drafts

    def _finish(self, scene: Scene, drafts: Sequence[Draft]) -> Iterator[Claim]:
        earlier: tuple[object, Hedge] = (None, Hedge())
        for draft in drafts:
            frame = draft.piece.frame
            governing = earlier[1] if frame is not None and frame is earlier[0] else Hedge()
            hedge = hedge_of(scene, draft, governing, self._tools)
            earlier = (frame, hedge)
            if draft.type is not None:
                yield make_claim(scene, draft, draft.type, hedge, self._tools)

    def _scene(self, document: Document, parsed: Parsed, place: int, publisher: Publisher) -> Scene:
        kind, speaks_for = publisher
        return Scene(
            document=document,
            segment=parsed.segment,
            mentions=parsed.mentions,
            sentence=parsed.paragraph.sentences[place],
            clock=_clock(document, parsed.segment),
            publisher=document.publisher,
            publisher_kind=kind,
            publisher_for=speaks_for,
            dates_from=_dates_from(parsed),
        )


def _is_place(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether what the parser took for a person is a place that a gazetteer knows."""
    places = parsed.mentions.places_in(phrase.start, phrase.end)
    return any(place.text == phrase.person for place in places)


def _pieces_of(parsed: Parsed, place: int) -> list[Piece]:
    sentence = parsed.paragraph.sentences[place]
    if is_headline(parsed.paragraph.text, parsed.segment):
        text = parsed.paragraph.text
        start = parsed.segment.start + len(text) - len(text.lstrip())
        end = parsed.segment.start + len(text.rstrip())
        return [Piece(start, end, sentence.root, None, tuple(sentence.tokens))]
    breaks = find_breaks(sentence, parsed.mentions)
    return split_clauses(sentence, parsed.paragraph.frames[place], breaks)


def _word_of_death(drafts: Sequence[Draft], paragraph: Paragraph) -> Token | None:
    """The word that calls those of a sentence dead, if all whom it counts are."""
    told = [count for draft in drafts for count in draft.counts if count.harm is not None]
    if not told or any(count.harm is not Harm.KILLED for count in told):
        return None
    by = told[-1].licensed_by
    tokens = (token for sentence in paragraph.sentences for token in sentence.tokens)
    return next((token for token in tokens if by is not None and token.start == by.start), None)


_CREDIT = re.compile(
    r"^[(\[]?\s*(?:photo(?:graph)?s?(?: by| credit)?:?|image:?|credit:?)?\s*(?P<who>[^()\[\]/|]+?)(?:\s+(?:photo|image)s?)?\s*[)\]]?$",
    re.IGNORECASE,
)


def _head_words(parsed: Parsed) -> tuple[str, tuple[int, int] | None] | None:
    """Who a headline's tail or a caption's credit names, and where the words stand."""
    if parsed.tail is not None:
        start = parsed.segment.start
        return parsed.tail.who, (start + parsed.tail.start, start + parsed.tail.end)
    if parsed.segment.kind is SegmentKind.CAPTION and parsed.segment.label:
        match = _CREDIT.match(parsed.segment.label)
        return (match["who"], None) if match is not None else None
    return None


def _dates_from(parsed: Parsed) -> int:
    """Where a segment's own dates begin: a link's label dates the link, not what it tells."""
    if parsed.segment.kind is not SegmentKind.RELATED_LINK:
        return 0
    start, _ = words_of_head(parsed.paragraph.text, parsed.segment, parsed.tail)
    return parsed.segment.start + start


def _clock(document: Document, segment: Segment) -> Dating | None:
    """What dates the words of a segment: a linked headline's own date, else publication."""
    if segment.kind is SegmentKind.RELATED_LINK and segment.dated:
        when = date_of_label(segment.dated, document.published)
        if when is not None:
            return Dating(from_=when.from_, to=when.to, precision=when.precision, how="link")
    return document.published


def _with_publisher(document: Document) -> str:
    return f"{document.publisher or ''}\n{_all_text(document)}"


def _count_persons(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with each person, and each toll, told from its repetitions and parts."""
    apart = settle_victims(set_apart(claims))
    return leave_outcomes_open(name_persons(mark_items(apart)))


def _is_one_line(document: Document) -> bool:
    read = [s for s in document.segments if s.kind is not SegmentKind.BOILERPLATE]
    return len(read) <= 1


def _all_text(document: Document) -> str:
    return f"{document.title}\n{document.text}" if document.title else document.text


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each identifier: a text that repeats itself at one place says it once."""
    return list({claim.id: claim for claim in claims}.values())
