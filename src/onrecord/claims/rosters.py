"""Sentences that name the dead without a verb of harm over each: "the victims were identified as: …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.syntax import Sentence, Token
from onrecord.claims.told_persons import ToldPerson, plain_words

_LONGEST_GAP = 170
# What names the dead before a list of them, or behind it.
_DEAD = re.compile(
    r"\b(?:victims|dead|deceased|fatalities|martyrs|slain|killed|died|perished|lost their lives|deaths)\b",
    re.IGNORECASE,
)
# What leads from there to the list.
_LEADING = re.compile(
    r"[^.;]*?(?:\bas(?: follows)?|\binclud(?:e|es|ed|ing)|\b(?:were|are|namely)|[:–—]| - )"
    r"[\s:,]*(?:(?:the|an?|at least|a set of|both)\s+)*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:named|identified|listed|reported|mentioned|confirmed|counted|recorded) (?:\w+ )?(?:as|among|amongst) "
    r"(?:(?:having been|being|one|two|three|some|of|among|the|those|all|reportedly|other) )*"
    r"(?P<dead>killed|dead|deceased|victims|fatalities|martyrs|slain)\b",
    re.IGNORECASE,
)
# Who names them, or mourns, is not of them.
_OTHER = re.compile(r"\b(?:not|no|nor|never|might|may|could|suspected|possibly)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Roster:
    """The word that says that those named are dead, and where their list begins and ends."""

    word: Token
    start: int
    end: int


def find_roster(sentence: Sentence, persons: Sequence[ToldPerson]) -> Roster | None:
    """The list of the dead that a sentence is, if it is one."""
    if not persons:
        return None
    text, offset = plain_words(sentence), sentence.start
    return _behind_the_dead(sentence, persons, text, offset) or _before_the_dead(
        sentence, persons, text, offset
    )


def _behind_the_dead(
    sentence: Sentence, persons: Sequence[ToldPerson], text: str, offset: int
) -> Roster | None:
    for match in _DEAD.finditer(text):
        first = next((one for one in persons if one.start - offset >= match.end()), None)
        if first is None:
            return None
        gap = text[match.end() : first.start - offset]
        if len(gap) > _LONGEST_GAP or not _LEADING.fullmatch(gap) or _OTHER.search(gap):
            continue
        word = _token_at(sentence, match.start() + offset)
        if word is not None:
            return Roster(word, first.start, sentence.end)
    return None


def _before_the_dead(
    sentence: Sentence, persons: Sequence[ToldPerson], text: str, offset: int
) -> Roster | None:
    for match in _BEHIND.finditer(text):
        before = [one for one in persons if one.end - offset <= match.start()]
        word = _token_at(sentence, match.start("dead") + offset)
        if before and word is not None and not _OTHER.search(match[0]):
            return Roster(word, before[0].start, match.start() + offset)
    return None


def _token_at(sentence: Sentence, start: int) -> Token | None:
    return next((token for token in sentence.tokens if token.start == start), None)
