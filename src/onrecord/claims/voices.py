"""Pieces of a paragraph → the chain of speakers behind each, and the words that name them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.claims.clauses import Piece
from onrecord.claims.frame import Frame
from onrecord.claims.labels import Label
from onrecord.claims.phrases import Phrase, read_phrase
from onrecord.claims.quotes import Quoted, quoted_at
from onrecord.claims.speakers import Discourse
from onrecord.claims.speech_words import SpeechLexicon
from onrecord.claims.syntax import Sentence, Token
from onrecord.claims.voice_kinds import Speaker
from onrecord.model.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks a piece: the chain behind the publisher, others who say the same, the words.

    `left_open`: the speaker "did not deny" it. `accused` is the party that denies what the piece
    alleges, and where it is named.
    """

    chain: tuple[Speaker, ...] = ()
    also: tuple[tuple[Speaker, ...], ...] = ()
    attribution: tuple[tuple[int, int], ...] = ()
    mode: Mode = Mode.OWN_VOICE
    denying: bool = False
    conceding: bool = False
    finding: bool = False
    left_open: bool = False
    accused: tuple[str, int, int] | None = None

    @property
    def originator(self) -> Speaker | None:
        """The one who first says it, if anybody but the publisher does."""
        return self.chain[-1] if self.chain else None


@dataclass(slots=True, eq=False)
class Paragraph:
    """A parsed paragraph: its sentences with their frames, and the quoted stretches."""

    text: str
    offset: int
    sentences: Sequence[Sentence]
    frames: Sequence[list[Frame]]
    quotes: list[Quoted] = field(default_factory=list)
    label: Label | None = None


class VoiceFinder:
    """Finds the voices of a document's paragraphs in reading order; remembers who spoke last."""

    def __init__(self, words: SpeechLexicon, discourse: Discourse) -> None:
        self._words = words
        self._discourse = discourse
        self._block: Voice | None = None
        self._quoting: Voice | None = None
        self._turn: Voice | None = None
        self._dialogue = False
        # The frames of the paragraph being read that name a speaker; those quoted, by place.
        self._speaking: list[Frame] = []
        self._quoted: list[Frame] = []

    def phrases_of(self, paragraph: Paragraph) -> list[tuple[Phrase, bool]]:
        """The noun phrases of persons and speakers of a paragraph, with whether they speak."""
        heads = [head for frames in paragraph.frames for frame in frames for head in frame.speakers]
        heads += [
            head for head in (_introducing(s, self._words) for s in paragraph.sentences) if head
        ]
        speaking = {id(head) for head in heads}
        heads += [
            t
            for s in paragraph.sentences
            for t in s.tokens
            if _is_person(t) and id(t) not in speaking
        ]
        return [
            (read_phrase(h, paragraph.text, paragraph.offset, self._words), id(h) in speaking)
            for h in heads
        ]

    def find(self, paragraph: Paragraph, pieces: Sequence[Sequence[Piece]]) -> list[list[Voice]]:
        """The voice of each piece of each sentence."""
        block, self._block = self._block, None
        self._take_turn(paragraph)
        self._speaking = [f for frames in paragraph.frames for f in frames if f.speakers]
        self._quoted = sorted(
            (f for f in self._speaking if _in_quotes(paragraph, f)), key=lambda f: f.content
        )
        found = [
            _carried_on(
                [self._voice(paragraph, piece, block) for piece in of_sentence], of_sentence
            )
            for of_sentence in pieces
        ]
        self._remember(paragraph)
        return found

    def of_head(self, voice: Voice, who: str, span: tuple[int, int] | None) -> Voice:
        """The voice of a headline or a caption that names who says it; else as found."""
        speaker = self._discourse.resolve_words(who)
        if speaker is None or voice.chain:
            return voice
        spans = (span,) if span is not None else ()
        return Voice((speaker,), (), spans, voice.mode)

    def of_headline(self, voice: Voice, paragraph: Paragraph) -> Voice:
        """The voice of a headline whose own verb says who speaks ("Police say …"); else as found."""
        frames = [frame for row in paragraph.frames for frame in row if frame.speakers]
        if voice.chain or not frames:
            return voice
        found = self._of_frame(paragraph, frames[0], quoted=False)
        return replace(
            found, mode=voice.mode, denying=voice.denying, conceding=voice.conceding, accused=None
        )

    # ---- one piece ----

    def _voice(self, paragraph: Paragraph, piece: Piece, block: Voice | None) -> Voice:
        quote = quoted_at(paragraph.quotes, piece.start, piece.end)
        if piece.frame is not None:
            voice = self._of_frame(paragraph, piece.frame, quoted=quote is not None)
            return _relayed(voice, self._turn) if self._turn is not None else voice
        if block is not None or self._turn is not None:
            return block or self._turn or Voice()
        if quote is not None:
            return self._of_quote(paragraph, quote)
        return self._of_report(paragraph, piece)

    def _take_turn(self, paragraph: Paragraph) -> None:
        """Whose turn it is by a paragraph's label; in a dialogue a turn runs on to the next."""
        label = paragraph.label
        if label is None:
            self._turn = self._turn if self._dialogue else None
            return
        self._dialogue = self._dialogue or label.asks
        self._turn = None
        if label.who:
            speaker = self._discourse.resolve_label(label.who)
            span = (paragraph.offset + label.start, paragraph.offset + label.end)
            mode = Mode.SOCIAL_POST if label.who.startswith("@") else Mode.DIRECT_QUOTE
            self._turn = Voice((speaker,), (), (span,), mode)

    def _of_frame(self, paragraph: Paragraph, frame: Frame, *, quoted: bool) -> Voice:
        chain, also, spans = self._chain(paragraph, frame)
        mode = Mode.DIRECT_QUOTE if quoted else Mode.INDIRECT
        if self._is_post(paragraph, frame):
            mode = Mode.SOCIAL_POST
        stance = frame.stance
        found = frame.cue.lemma in _FINDING and not frame.negated
        voice = Voice(
            chain, also, spans, mode, stance == "denies", stance == "concedes", found,
            stance == "leaves_open", self._denier(paragraph, frame),
        )  # fmt: skip
        if quoted:
            self._quoting = voice
        return voice

    def _chain(
        self, paragraph: Paragraph, frame: Frame
    ) -> tuple[tuple[Speaker, ...], tuple[tuple[Speaker, ...], ...], tuple[tuple[int, int], ...]]:
        outer: tuple[Speaker, ...] = ()
        parent = frame.parent
        if parent is not None and not (frame.noun and parent.stance == "denies"):
            outer, _, _ = self._chain(paragraph, parent)
        speakers = [self._speaker(paragraph, head) for head in frame.speakers]
        if not speakers and outer:
            return outer, (), (frame.attribution,)
        distinct = [s for s in dict.fromkeys(speakers) if self._is_voice(s)]
        chains = [_appended(outer, speaker) for speaker in distinct] or [outer]
        return chains[0], tuple(chains[1:]), (frame.attribution,)

    def _is_voice(self, speaker: Speaker) -> bool:
        """Whether a speaker is a link of the chain: not the publisher again, not bare "reports"."""
        bare = not speaker.named and speaker.name.lower() in _NOBODY_S
        return not bare and not self._discourse.is_publisher(speaker)

    def _denier(self, paragraph: Paragraph, frame: Frame) -> tuple[str, int, int] | None:
        """The party that denies what a frame inside its denial alleges: the one accused."""
        parent = frame.parent
        if parent is None or parent.stance != "denies" or frame.stance == "denies":
            return None
        for head in parent.speakers:
            party = self._speaker(paragraph, head).speaks_for
            if party is not None:
                return party, head.start, head.end
        return None

    def _speaker(self, paragraph: Paragraph, head: Token) -> Speaker:
        owner = _owner_by_whose(head)
        phrase = read_phrase(owner or head, paragraph.text, paragraph.offset, self._words)
        return self._discourse.resolve(phrase)

    def _is_post(self, paragraph: Paragraph, frame: Frame) -> bool:
        start, end = frame.attribution
        said = paragraph.text[start - paragraph.offset : end - paragraph.offset].lower()
        return any(
            word in self._words.posts for word in said.replace(",", " ").split() if word != "x"
        )

    def _of_quote(self, paragraph: Paragraph, quote: Quoted) -> Voice:
        """A quotation without its own attribution: the speaker of the one beside it, or the last."""
        best = _nearest(self._quoted, quote.start)
        if best is None:
            told = reversed(self._speaking)
            best = next((f for f in told if f.content[1] <= quote.start), None)
        if best is not None:
            return self._of_frame(paragraph, best, quoted=True)
        starts = paragraph.text[: quote.start - paragraph.offset].strip(" \"“”'‘’") == ""
        if self._quoting is not None and starts:
            return Voice(
                self._quoting.chain, self._quoting.also, self._quoting.attribution, Mode.DIRECT_QUOTE,
                self._quoting.denying,
            )  # fmt: skip
        return Voice()

    def _of_report(self, paragraph: Paragraph, piece: Piece) -> Voice:
        """For "The report is based on …", "The attacks investigated include …": the report speaks on."""
        subject = _subject_of(piece)
        if subject is None or not self._is_of_report(subject):
            return Voice()
        phrase = read_phrase(subject, paragraph.text, paragraph.offset, self._words)
        if not phrase.definite:
            return Voice()
        owner = self._discourse.owner_of_report(phrase)
        if owner is None:
            return Voice()
        return Voice((owner,), (), ((phrase.start, phrase.end),), Mode.OWN_VOICE)

    def _is_of_report(self, subject: Token) -> bool:
        if subject.lemma in self._words.reports:
            return True
        return any(
            child.dep in ("acl", "amod") and child.lemma in _EXAMINED for child in subject.children
        )

    # ---- what stays for the next paragraph ----

    def _remember(self, paragraph: Paragraph) -> None:
        if not paragraph.text.rstrip().endswith(":") or not paragraph.sentences:
            return
        last = paragraph.sentences[-1]
        head = _introducing(last, self._words)
        if head is not None:
            speaker = self._speaker(paragraph, head)
            start = head.subtree()[0].start
            self._block = Voice((speaker,), (), ((start, last.end),), Mode.DIRECT_QUOTE)


_FINDING = frozenset({"assess", "determine", "conclude", "find", "establish", "confirm", "verify"})
_EXAMINED = frozenset(
    {"investigate", "document", "record", "examine", "list", "cite", "describe", "detail", "review",
     "verify", "research", "include", "investigated", "documented", "recorded", "examined"}
)  # fmt: skip


def _owner_by_whose(head: Token) -> Token | None:
    """Of "the governor, whose office said": the governor."""
    whose = any(child.lower == "whose" for child in head.children)
    verb = head.head
    return verb.head if whose and verb.dep == "relcl" and verb.head.is_noun else None


def _is_person(token: Token) -> bool:
    return token.entity == "PERSON" and token.tag == "NNP" and token.dep not in ("compound", "poss")


# Papers of nobody in particular.
_NOBODY_S = frozenset(
    {"reports", "figures", "data", "records", "statistics", "estimates", "numbers"}
)
# ", and " between an attribution and what the same voice goes on to say.
_JOINT = 7


def _goes_on(last: Voice, piece: Piece) -> bool:
    """For "…, the group said, and two were missing": joined behind the attribution."""
    ends = [end for _, end in last.attribution]
    told = last.mode in (Mode.INDIRECT, Mode.DIRECT_QUOTE) and not last.denying
    subject = piece.head.child("nsubj", "nsubjpass")
    near = bool(ends) and 0 <= piece.start - max(ends) <= _JOINT
    return told and near and subject is not None and subject.lower not in ("who", "which")


def _carried_on(voices: list[Voice], pieces: Sequence[Piece]) -> list[Voice]:
    """A report that speaks in the first clause speaks in those joined to it."""
    made: list[Voice] = []
    for voice, piece in zip(voices, pieces, strict=True):
        last = made[-1] if made else None
        if (
            not voice.chain
            and piece.frame is None
            and last is not None
            and (last.mode is Mode.OWN_VOICE or _goes_on(last, piece))
        ):
            voice = last
        made.append(voice)
    return made


def _relayed(voice: Voice, turn: Voice) -> Voice:
    """What somebody quotes while it is his turn to speak."""
    if not voice.chain or voice.chain[: len(turn.chain)] == turn.chain:
        return turn if not voice.chain else voice
    return replace(
        voice,
        chain=(*turn.chain, *voice.chain),
        attribution=(*turn.attribution, *voice.attribution),
    )


def _appended(chain: tuple[Speaker, ...], speaker: Speaker) -> tuple[Speaker, ...]:
    return chain if chain and chain[-1] == speaker else (*chain, speaker)


def _nearest(frames: Sequence[Frame], at: int) -> Frame | None:
    """The frame whose words begin nearest to a place; of two as near, the first."""
    right = bisect_left(frames, at, key=lambda f: f.content[0])
    near = [*frames[right : right + 1]]
    if right:
        before = frames[right - 1].content[0]
        near.append(frames[bisect_left(frames, before, key=lambda f: f.content[0])])
    return min(near, key=lambda f: (abs(f.content[0] - at), f.content), default=None)


def _in_quotes(paragraph: Paragraph, frame: Frame) -> bool:
    return quoted_at(paragraph.quotes, *frame.content) is not None


def _subject_of(piece: Piece) -> Token | None:
    verb = piece.head
    return verb.subject if verb.is_verb else None


def _introducing(sentence: Sentence, words: SpeechLexicon) -> Token | None:
    """Who a sentence that ends in a colon announces ("…, spokesman X issued a statement:")."""
    if sentence.tokens[-1].lower != ":":
        return None
    said = {token.lower for token in sentence.tokens} | {token.lemma for token in sentence.tokens}
    if not said & (words.colon | words.verbs):
        return None
    verbs = [t for t in sentence.tokens if t.is_verb and t.child("nsubj") is not None]
    speaking = [t for t in verbs if t.lemma in words.verbs] or verbs
    if not speaking:
        named = [t for t in sentence.tokens if t.tag == "NNP" and t.head.tag != "NNP"]
        return named[0] if named else None
    return speaking[-1].child("nsubj")
