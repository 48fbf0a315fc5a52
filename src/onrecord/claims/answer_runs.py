"""Drafts of sentences → the same, with answers that run over two sentences as one.

"We do not strike markets. It is not in our rules." is one answer, "No flights were made. Not us."
another: the second sentence only goes on with the first.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.claims.clauses import Piece
from onrecord.claims.drafts import Draft, Scene
from onrecord.claims.patterns import make_plain
from onrecord.model.claim import Answer
from onrecord.model.vocabulary import ClaimType, Polarity, Scope

_JOINABLE = frozenset({ClaimType.DENIAL, ClaimType.DEFERRAL})
_GOES_ON = re.compile(
    r"^\W*(?:that is|that's|this|it|they|others?|these|those|nor|neither|none|not|and|or|so|here|there"
    r"|such|he|she)\b"
)
_BETWEEN = re.compile(
    r"[^\S\n]*[.:;,!?\"'\u201c\u201d\u2018\u2019]{0,3}[^\S\n]*[\"'\u201c\u201d\u2018\u2019]?"
)
_MOST = 3


def join_answers(settled: Iterable[tuple[Scene, list[Draft]]]) -> list[tuple[Scene, list[Draft]]]:
    """Each sentence with its drafts; an answer that goes on takes in the words that follow it."""
    made: list[tuple[Scene, list[Draft]]] = []
    runs = 0
    for scene, drafts in settled:
        kept: list[Draft] = []
        made.append((scene, kept))
        for draft in drafts:
            home = kept or (made[-2][1] if len(made) > 1 and runs < _MOST else [])
            if home and _belong_together(scene, home[-1], draft):
                home[-1] = _joined(home[-1], draft)
                runs += 1
            else:
                kept.append(draft)
                runs = 0
    return made


def _belong_together(scene: Scene, last: Draft, draft: Draft) -> bool:
    if _sort(last) is None or _sort(draft) != _sort(last):
        return False
    if _tells_harm(last) or _tells_harm(draft):
        return False
    if last.voice.originator != draft.voice.originator:
        return False
    between = scene.words(last.piece.end, draft.piece.start)
    if draft.piece.start < last.piece.end or _BETWEEN.fullmatch(between) is None:
        return False
    words = make_plain(scene.words(draft.piece.start, draft.piece.end))
    return _says_no_more(last.stance.answer, draft.stance.answer) or bool(_GOES_ON.match(words))


def _tells_harm(draft: Draft) -> bool:
    return any(count.harm is not None for count in draft.counts)


def _sort(draft: Draft) -> str | None:
    """What sort of answer that may run on a draft is: a denial, a deferral, mere words of regret."""
    if draft.stance.type in _JOINABLE:
        return draft.stance.type.value
    regrets = draft.stance.answer is not None and draft.stance.type is None and draft.kind is None
    return "regret" if regrets else None


def _says_no_more(one: Answer | None, other: Answer | None) -> bool:
    return one is not None and other is not None and set(other.arguments) <= set(one.arguments)


def _joined(last: Draft, draft: Draft) -> Draft:
    one, other = last.stance.answer, draft.stance.answer
    if one is None or other is None:
        return last
    scope = one.scope if one.scope is not Scope.REPORT else other.scope
    arguments = tuple(dict.fromkeys((*one.arguments, *other.arguments)))
    denies = Polarity.DENIES in (last.stance.polarity, draft.stance.polarity)
    polarity = Polarity.DENIES if denies else last.stance.polarity
    answer = replace(one, arguments=arguments, scope=scope)
    piece = Piece(
        last.piece.start, draft.piece.end, last.piece.head, last.piece.frame,
        (*last.piece.tokens, *draft.piece.tokens), main=last.piece.main,
    )  # fmt: skip
    stance = replace(last.stance, polarity=polarity, answer=answer)
    return replace(last, piece=piece, stance=stance, dated=last.dated or draft.dated)
