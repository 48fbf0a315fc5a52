"""What a claim is made of before it is one: the scene of a sentence, and a piece as a draft."""

from dataclasses import dataclass

from onrecord.claims.classify import Kind
from onrecord.claims.clauses import Piece
from onrecord.claims.date_standing import Standing
from onrecord.claims.dating import Dated
from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.mentions import Mentions
from onrecord.claims.patterns import ClauseBooks
from onrecord.claims.stance import Stance
from onrecord.claims.syntax import Sentence, Token
from onrecord.claims.voices import Voice
from onrecord.model.claim import Count, When
from onrecord.model.document import Dating, Document, Segment
from onrecord.model.vocabulary import Argument, ClaimType, Polarity, SpeakerKind


@dataclass(frozen=True, slots=True)
class Tools:
    """What drafting needs of a language, and who made the claims."""

    harm: HarmLexicon
    books: ClauseBooks
    method: str
    version: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a piece stands: document, segment, paragraph, sentence, and what dates its words.

    `before` is the word that called those of the last sentence dead, where their list goes on.
    """

    document: Document
    segment: Segment
    mentions: Mentions
    sentence: Sentence
    clock: Dating | None
    publisher: str | None
    publisher_kind: SpeakerKind
    publisher_for: str | None
    dates_from: int = 0
    of_period: bool = False
    before: Token | None = None

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
        if self.kind is not None:
            return self.kind.type
        if self.stance.answer is None:
            return None
        return ClaimType.ATTACK if self.stance.of_harm else ClaimType.CONTEXT

    @property
    def told(self) -> ClaimType | None:
        """What it tells, whether or not it turns out to be an answer."""
        weak = self.stance.answer is not None and not self.stance.firm
        return self.kind.type if weak and self.kind is not None else self.type


def keeps_kind(draft: Draft) -> bool:
    """Whether a clause stays what it tells although its speaker argues with it.

    A force that says whom it killed, and why it was right, gives a figure.
    """
    arguing = draft.stance.type in (
        ClaimType.JUSTIFICATION, ClaimType.COUNTER_ACCUSATION, ClaimType.DEFERRAL,
        ClaimType.NO_COMMENT,
    )  # fmt: skip
    counting = draft.kind is not None and draft.kind.rule.startswith("victims")
    return counting and (arguing or _corrects_figure(draft))


def _corrects_figure(draft: Draft) -> bool:
    """For "Seven were hurt, not six as first said": a figure, and no denial of harm."""
    answer = draft.stance.answer
    return answer is not None and set(answer.arguments) == {Argument.SCALE_DISPUTED}


def polarity_of(draft: Draft) -> Polarity:
    """Whether a draft asserts, denies or doubts what it tells."""
    if draft.stance.answer is None and draft.voice.denying:
        return Polarity.DENIES
    if keeps_kind(draft):
        return Polarity.ASSERTS
    return draft.stance.polarity


def justifies_deed(draft: Draft) -> bool:
    """Whether an answer says why one attack of its own was right: it is about that attack.

    What a force does or never does ("it is bombing militants") is no one attack.
    """
    if draft.stance.type is not ClaimType.JUSTIFICATION:
        return False
    deeds = [token for token in draft.piece.tokens if token.lemma in _OWN_DEEDS]
    return any(token.tag in _ONE_DEED for token in deeds)


_ONE_DEED = frozenset({"VBD", "VBN", "NN"})
_OWN_DEEDS = frozenset(
    {"hit", "strike", "bomb", "target", "destroy", "eliminate", "neutralize", "neutralise", "engage",
     "shell", "raid", "liquidate", "aim", "release", "sortie", "operation", "airstrike"}
)  # fmt: skip
