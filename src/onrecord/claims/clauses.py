"""Sentences and frames → pieces: the stretches of text that may each be one claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.claims.frame import Frame
from onrecord.claims.syntax import SUBJECTS, Sentence, Token, span_of

SHORTEST = 4
_LONG_PHRASE = 7
# "The army on Thursday denied": so much may stand between who denies and the verb.
_LONGEST_GAP = 30
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD", "VBN"})


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch that may be one claim; `main` is false for subordinate clauses.

    `frame` is the innermost frame whose content it is, `None` for the publisher's own voice. A
    denial is `pierced` by the allegation that it denies: its `tokens` are those outside of that.
    """

    start: int
    end: int
    head: Token
    frame: Frame | None
    tokens: Sequence[Token]
    main: bool = True
    pierced: bool = False


def split_clauses(
    sentence: Sentence, frames: Sequence[Frame], breaks: Sequence[Token] = ()
) -> list[Piece]:
    """The pieces of one sentence in text order.

    `breaks` are words at which a new event begins whatever the syntax says (coordinated attacks
    with figures of their own).
    """
    pieces = [piece for frame in frames for piece in _pierced(sentence, frame, frames)]
    whole = {id(piece.frame) for piece in pieces}
    for region, frame in _regions(sentence, frames):
        if frame is not None and id(frame) in whole and region[0] < _end_of_denial(frame, frames):
            continue
        tokens = sentence.between(*region)
        size = sum(token.is_word for token in tokens)
        if size >= 2:
            pieces.extend(_split(tokens, frame, breaks))
    return sorted(pieces, key=lambda piece: (piece.start, piece.end))


def _pierced(sentence: Sentence, frame: Frame, frames: Sequence[Frame]) -> Iterator[Piece]:
    """For "X denied a raid that Y says killed five": what is denied, with the allegation inside."""
    inner = [
        f for f in frames if f.parent is frame and f.attribution[0] < _end_of_denial(frame, frames)
    ]
    if frame.stance != "denies" or frame.noun or not inner:
        return
    if not 0 <= frame.content[0] - frame.attribution[1] <= _LONGEST_GAP:
        return
    start, end = frame.attribution[0], _end_of_denial(frame, frames)
    holes = [_reach(f) for f in inner]
    tokens = [
        t
        for t in sentence.between(start, end)
        if not any(low <= t.start < high for low, high in holes)
    ]
    kept = _trim(tokens)
    if len(kept) > 1:
        last = max(end, kept[-1].end)
        yield Piece(kept[0].start, last, frame.cue, frame, tuple(kept), pierced=True)


def _end_of_denial(frame: Frame, frames: Sequence[Frame]) -> int:
    """Where a denial ends: before what its speaker goes on to say ("denied it, insisting that")."""
    further = [
        f.attribution[0]
        for f in frames
        if f.parent is frame and f.cue.head is frame.cue and f.cue.dep in ("advcl", "conj")
    ]
    return min([frame.content[1], *further])


def _regions(
    sentence: Sentence, frames: Sequence[Frame]
) -> list[tuple[tuple[int, int], Frame | None]]:
    """The content of each frame without what its inner frames hold, and the rest."""
    regions: list[tuple[tuple[int, int], Frame | None]] = []
    for frame in frames:
        holes = [_reach(inner) for inner in frames if inner.parent is frame]
        regions.extend((part, frame) for part in _without(frame.content, holes))
    holes = [_reach(frame) for frame in frames if frame.parent is None]
    regions.extend((part, None) for part in _without((sentence.start, sentence.end), holes))
    return regions


def _reach(frame: Frame) -> tuple[int, int]:
    if frame.noun:
        return frame.content
    spans = (frame.attribution, frame.content)
    return min(span[0] for span in spans), max(span[1] for span in spans)


def _without(span: tuple[int, int], holes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    parts, at = [], span[0]
    for start, end in sorted(holes):
        if start > at:
            parts.append((at, min(start, span[1])))
        at = max(at, end)
    if at < span[1]:
        parts.append((at, span[1]))
    return parts


def _split(tokens: list[Token], frame: Frame | None, breaks: Sequence[Token]) -> list[Piece]:
    inside = {id(token) for token in tokens}
    cuts: dict[int, tuple[Token, bool]] = {}
    for token in tokens:
        start = _cut_before(token, inside, breaks, tokens)
        if start is not None:
            cuts[start.i] = (token, _is_main(token))
            resumed = _after(token, tokens) if not _is_main(token) else None
            if resumed is not None:
                cuts.setdefault(resumed.i, (token.head, True))
    cuts.update(_cuts_at_marks(tokens))
    pieces: list[Piece] = []
    current: list[Token] = []
    head, main = _top(tokens, inside), True
    for token in tokens:
        if token.i in cuts and sum(t.is_word for t in current) >= SHORTEST:
            _add(pieces, current, head, frame, main=main)
            current, (head, main) = [], cuts[token.i]
        current.append(token)
    _add(pieces, current, head, frame, main=main)
    return pieces


def _add(
    pieces: list[Piece], tokens: list[Token], head: Token, frame: Frame | None, *, main: bool
) -> None:
    kept = _trim(tokens)
    if not kept:
        return
    start, end = span_of(kept)
    pieces.append(Piece(start, end, head, frame, tuple(kept), main=main))


_EDGES = frozenset({",", ";", ":", "-", "--", '"', "'", "and", "but", "while", "(", ")"})


def _trim(tokens: list[Token]) -> list[Token]:
    kept = list(tokens)
    while kept and (kept[0].lower in _EDGES or (kept[0].lower == "that" and kept[0].dep == "mark")):
        kept = kept[1:]
    while kept and (kept[-1].lower in _EDGES or kept[-1].lower == "."):
        kept = kept[:-1]
    return kept


def _cut_before(
    token: Token, inside: set[int], breaks: Sequence[Token], tokens: list[Token]
) -> Token | None:
    """The word before which a new piece begins on account of this one, if it does."""
    if any(token is one for one in breaks):
        return _first(token, inside)
    joined = token.dep == "conj" and token.is_verb and token.head.is_verb
    if joined and _is_finite(token) and not token.head.has_child("nor"):
        return _first(token, inside)
    if token.dep in ("relcl", "advcl", "prep") and token.i > token.head.i:
        first = _first(token, inside)
        if first is not None and _is_set_off(token, first, tokens):
            return first
    if token.dep == "ccomp" and token.i > token.head.i and token.head.dep == "conj":
        return None if token.head.lemma in _OPEN_QUESTIONS else _first(token, inside)
    return None


# "Nor rule out that": what follows is what the verb leaves open, and no statement of its own.
_OPEN_QUESTIONS = frozenset({"rule", "exclude", "deny", "confirm", "doubt", "know"})


def _first(token: Token, inside: set[int]) -> Token | None:
    below = [t for t in token.subtree() if id(t) in inside]
    return below[0] if below else None


def _after(token: Token, tokens: list[Token]) -> Token | None:
    """The word with which the main clause goes on behind a subordinate one."""
    last = token.subtree()[-1]
    return next((t for t in tokens if t.i > last.i and t.is_word), None)


def _cuts_at_marks(tokens: Sequence[Token]) -> dict[int, tuple[Token, bool]]:
    """The words with which a clause begins behind a semicolon, a colon or a full stop inside."""
    starts = [0, *(place + 1 for place in range(len(tokens)) if _is_mark(tokens, place))]
    stretches = [tokens[a:b] for a, b in pairwise([*starts, len(tokens)])]
    cuts: dict[int, tuple[Token, bool]] = {}
    for before, after in pairwise(stretches):
        head, lead = _finite_of(after), _finite_of(before)
        if head is not None and lead is not None and lead.lemma not in _PRESENTING:
            first = next((t for t in after if t.is_word), after[0])
            cuts[first.i] = (head, True)
    return cuts


# "The worst attack came on Monday: a shell hit a queue" is one claim.
_PRESENTING = frozenset({"come", "occur", "happen", "follow", "take"})


def _is_mark(tokens: Sequence[Token], place: int) -> bool:
    mark = tokens[place].lower
    if mark in (".", "!", "?") and place + 1 < len(tokens):
        following = next((t for t in tokens[place + 1 :] if t.is_word), None)
        return following is not None and following.text[:1].isupper()
    return mark in (";", ":")


def _finite_of(tokens: Sequence[Token]) -> Token | None:
    """The verb of a stretch that says something of its own: finite, with a subject."""
    verbs = [t for t in tokens if t.is_verb and t.dep not in _HELPING and _is_finite(t)]
    own = [t for t in verbs if any(child.dep in SUBJECTS for child in t.children)]
    own = [t for t in own if t.dep not in ("relcl", "acl", "advcl")]
    ids = {id(t) for t in tokens}
    return next((t for t in own if id(t.head) not in ids or t.head is t), own[0] if own else None)


_HELPING = frozenset({"aux", "auxpass", "amod"})


def _is_finite(verb: Token) -> bool:
    return verb.tag in _FINITE or any(child.dep in ("aux", "auxpass") for child in verb.children)


def _is_set_off(token: Token, first: Token, tokens: list[Token]) -> bool:
    """Whether a subordinate clause stands behind a comma and says something of its own."""
    place = tokens.index(first)
    if place == 0 or tokens[place - 1].lower not in (",", "-", "--"):
        return False
    if first.lower in ("of", "among", "including", "with") and token.dep == "relcl":
        return False
    if token.dep != "prep":
        return True
    below = token.subtree()
    return len(below) >= _LONG_PHRASE and any(t.dep == "relcl" for t in below)


def _is_main(token: Token) -> bool:
    return token.dep not in ("relcl", "advcl", "prep")


def _top(tokens: list[Token], inside: set[int]) -> Token:
    roots = [t for t in tokens if id(t.head) not in inside or t.head is t]
    verbs = [t for t in roots if t.is_verb]
    words = [t for t in roots if t.is_word]
    return (verbs or words or tokens)[0]
