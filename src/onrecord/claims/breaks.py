"""Sentences that tell two attacks → the word at which the second one begins."""

from collections.abc import Sequence

from onrecord.claims.mentions import Mentions
from onrecord.claims.syntax import Sentence, Token


def find_breaks(sentence: Sentence, mentions: Mentions) -> list[Token]:
    """The joined words ("…, and bombing of B on October 15 …") that open another dated attack.

    Two dates with a day in one sentence, each with its own number, are two attacks.
    """
    days = [
        (mentions.offset + mention.start, mention)
        for mention in mentions.dates_in(sentence.start, sentence.end)
        if mention.first.day is not None and mention.last is None
    ]
    if len({mention.text for _, mention in days}) < 2:
        return []
    numbers = [
        q for q in mentions.quantities_in(sentence.start, sentence.end) if q.kind == "number"
    ]
    at, counted = [start for start, _ in days], [quantity.start for quantity in numbers]
    found = [t for t in sentence.tokens if t.dep == "conj" and _opens(t, at, counted)]
    return _outermost(found)


def _opens(token: Token, days: Sequence[int], numbers: Sequence[int]) -> bool:
    below = token.subtree()
    start, end = below[0].start, below[-1].end
    inside = any(start <= day < end for day in days) and any(start <= n < end for n in numbers)
    before = any(day < start for day in days) and any(n < start for n in numbers)
    return inside and before


def _outermost(tokens: Sequence[Token]) -> list[Token]:
    ids = {id(token) for token in tokens}
    return [t for t in tokens if not any(id(up) in ids for up in t.ancestors())]
