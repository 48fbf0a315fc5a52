"""Noun phrases that speak → their parts: a person's name, an organisation's words, a description."""

from dataclasses import dataclass

from onrecord.claims.speech_words import SpeechLexicon
from onrecord.claims.syntax import PERSONAL, Token

_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "abu", "de", "van", "von", "-", "du", "da", "ben", "'s"}
)
_ORG_WORDS = frozenset(
    {"ministry", "defense", "defence", "foreign", "army", "police", "department", "office", "agency",
     "force", "forces", "command", "council", "committee", "union", "group", "observatory",
     "network", "watch", "international", "center", "centre", "news", "times", "post", "hospital",
     "university", "institute", "association", "organization", "organisation", "commission",
     "court", "government", "state", "county", "city", "health", "interior", "white", "house",
     "air", "navy", "military", "national", "united", "nations", "rights", "crescent", "cross",
     "helmets", "monitor", "corps", "rescue", "archive", "project", "coalition", "press", "service", "media", "radio", "television", "tv", "front"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A noun phrase as a speaker: its words and what they are.

    `person` is a personal name without titles; `words` are the whole phrase without relative
    clauses and conjuncts; `before` are the words that describe the person ("Kremlin spokesman").
    """

    head: Token
    start: int
    end: int
    words: tuple[str, ...]
    person: str | None
    pronoun: bool
    definite: bool
    indefinite: bool
    former: bool
    first_words: str

    @property
    def text(self) -> str:
        """The phrase in its own words, with single spaces."""
        return self.first_words


def read_phrase(head: Token, text: str, offset: int, words: SpeechLexicon) -> Phrase:
    """The parts of the noun phrase of a head word; `text` begins at `offset` of the document."""
    tokens = _tokens_of(head)
    start, end = tokens[0].start, tokens[-1].end
    lowers = tuple(token.lower for token in tokens)
    own = " ".join(text[start - offset : end - offset].split())
    return Phrase(
        head=head,
        start=start,
        end=end,
        words=lowers,
        person=_person_in(tokens, words, text, offset),
        pronoun=head.lower in PERSONAL,
        definite=lowers[0]
        in ("the", "this", "that", "these", "those", "its", "their", "his", "her"),
        indefinite=lowers[0]
        in ("a", "an", "one", "some", "several", "two", "three", "many", "other"),
        former=any(word in words.former for word in lowers),
        first_words=own,
    )


_OUTSIDE = frozenset({"relcl", "acl", "conj", "cc", "advcl", "punct", "ccomp"})


def _tokens_of(head: Token) -> list[Token]:
    """The phrase without relative clauses, conjuncts and what stands behind a comma."""
    kept, stack = [head], list(head.children)
    while stack:
        token = stack.pop()
        if (
            token.dep in _OUTSIDE
            and token.lower not in ("-", "'s")
            and not _is_compound_mark(token)
        ):
            continue
        if token.dep == "appos" and not token.tag.startswith("NN"):
            continue
        if token.dep in ("prep", "npadvmod") and _is_date(token):
            continue
        kept.append(token)
        stack.extend(token.children)
    return sorted((t for t in kept if t is head or t.text.strip()), key=lambda token: token.i)


def _is_date(token: Token) -> bool:
    return any(t.entity in ("DATE", "TIME") for t in (token, *token.children))


def _is_compound_mark(token: Token) -> bool:
    return token.lower in ("-", "(", ")") or token.tag == "HYPH"


def _person_in(tokens: list[Token], words: SpeechLexicon, text: str, offset: int) -> str | None:
    titled = any(token.lemma in words.titles for token in tokens)
    best: list[Token] | None = None
    for run in _runs(tokens):
        named = _without_titles(run, words)
        if not named or any(token.lower in _ORG_WORDS for token in named):
            continue
        is_person = any(token.entity == "PERSON" for token in named)
        if len(named) == 1 and not is_person and _is_behind(named[0]):
            continue
        if is_person or (titled and len(named) >= 2) or (titled and run is not named and named):
            best = named
    if best is None:
        return None
    name = text[best[0].start - offset : best[-1].end - offset]
    return " ".join(name.split()) if name[:1].isupper() else None


def _is_behind(token: Token) -> bool:
    """Whether a word stands behind "of", "for", "in": "the mayor of Oskel" is not called Oskel."""
    return any(up.dep == "prep" for up in (token.head, token.head.head))


def _runs(tokens: list[Token]) -> list[list[Token]]:
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.tag in ("NNP", "NNPS") or (runs[-1] and token.lower in _PARTICLES):
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
    return [run for run in (_without_tail(run) for run in runs) if run]


def _without_tail(run: list[Token]) -> list[Token]:
    while run and run[-1].lower in _PARTICLES:
        run = run[:-1]
    return run


def _without_titles(run: list[Token], words: SpeechLexicon) -> list[Token]:
    last = -1
    for place, token in enumerate(run):
        titled = token.lower in words.titles or token.lower.rstrip(".") in _SHORT_TITLES
        if titled or token.lower in _ORG_WORDS or token.entity in ("NORP", "GPE", "ORG"):
            last = place if place < len(run) - 1 else last
    return run[last + 1 :]


_SHORT_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "det", "brig", "sen",
     "rep", "gov", "pres", "adm", "prof", "rev", "sir", "hajj", "sheikh", "deputy", "chief", "cmdr"}
)  # fmt: skip
