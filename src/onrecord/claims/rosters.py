"""Sentences that name the dead without a verb of harm over each: "the victims were identified as: …".

The word that says so stands before the list ("the dead include"), behind it ("were also killed",
"are among the dead"), or in the sentence before, where a list goes on over a full stop.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.syntax import Sentence, Token
from onrecord.claims.told_persons import ToldPerson, find_told, plain_words

_LONGEST_GAP = 170
# What names the dead before a list of them, or behind it.
_DEAD = re.compile(
    r"\b(?:victims|dead|deceased|fatalities|martyrs|slain|killed|died|perished|lost their lives|deaths|the fallen)\b",
    re.IGNORECASE,
)
# What leads from there to the list.
_LEADING = re.compile(
    r"[^.;]*?(?:\bas(?: follows)?|\binclud(?:e|es|ed|ing)|\b(?:were|are|namely)|[:–—]| - )"
    r"[\s:,]*(?:(?:the|an?|at least|a set of|both)\s+)*",
    re.IGNORECASE,
)
# "She gave the names of six of the family: …" of a document about the dead.
_NAMES = re.compile(
    r"\b(?:the names of|names? (?:the )?following|the following names)\b[^.;:]{0,110}[:–—]\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:as|among|amongst) "
    r"(?:(?:having been|being|one|two|three|some|of|among|the|those|all|reportedly|other|also) )*"
    r"(?P<noun>killed|dead|deceased|victims|fatalities|martyrs|slain)\b"
    r"|\b(?:was|were|been) (?:(?:also|all|both|reportedly|then|later) )*(?P<passive>killed|martyred|slain)\b"
    r"|\b(?:(?:also|all|both) )*(?P<active>died|perished|lost their lives|lost (?:his|her) life)\b",
    re.IGNORECASE,
)
# What may stand between the last of a list and the word behind it.
_BETWEEN = re.compile(
    r"[\s,–—\-)]*(?:(?:(?:who|which|have|has|had|been|was|were|are|is|also|both|all|reportedly|later"
    r"|two|three|four|five|of them|named|identified|listed|reported|mentioned|confirmed|counted|recorded"
    r"|by \w+(?: \w+)?)\b[\s,]*)*)",
    re.IGNORECASE,
)
# What joins one person of a list to the next.
LIST_JOINT = re.compile(
    r"[\s,;:–—\-()\"“”]*(?:(?:and|plus|as well as|along with|alongside|together with|with|including|&)\b[\s,:]*)?"
    r"(?:(?:the|an?|also|both)\b\s*)*[\"“]?\s*",
    re.IGNORECASE,
)
_ALONG = re.compile(
    r",?[^.;,]{0,40}?\b(?:along with|alongside|together with|as well as)\b", re.IGNORECASE
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Who names them, or mourns, is not of them.
_OTHER = re.compile(r"\b(?:not|no|nor|never|might|may|could|suspected|possibly)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Roster:
    """The word that says that those named are dead, and where their list begins and ends.

    `names`: whether bare names are of it too; beside a verb, syntax tells of whom it is said.
    """

    word: Token
    start: int
    end: int
    names: bool = True


def find_roster(
    sentence: Sentence, persons: Sequence[ToldPerson], *, before: Token | None = None
) -> Roster | None:
    """The list of the dead that a sentence is, if it is one.

    `before` is the word that called those of the last sentence dead.
    """
    if not persons:
        return None
    text, offset = plain_words(sentence), sentence.start
    found = _behind_the_dead(sentence, persons, text, offset)
    found = found or _before_the_dead(sentence, persons, text, offset)
    if found is None and before is not None and goes_on(sentence):
        return Roster(before, sentence.start, sentence.end)
    return found


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
        if not before or _OTHER.search(match[0]):
            continue
        gap = text[before[-1].through - offset : match.start()]
        word = _token_at(sentence, match.start(match.lastgroup or 0) + offset)
        if word is None or _BETWEEN.fullmatch(gap) is None:
            continue
        goes_on = _ALONG.match(text, match.end()) is not None
        end = sentence.end if goes_on else match.start() + offset
        names = match.lastgroup == "noun"
        return Roster(word, _start_of_run(before, text, offset), end, names)
    return None


def _start_of_run(persons: Sequence[ToldPerson], text: str, offset: int) -> int:
    """Where the list begins that ends with the last of some persons."""
    start = persons[-1].start
    for one in reversed(persons[:-1]):
        if LIST_JOINT.fullmatch(text, one.through - offset, max(start - offset, 0)) is None:
            break
        start = one.start
    return start


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but a list, begun in the one before it."""
    if any(token.tag in _FINITE for token in sentence.tokens):
        return False
    persons = find_told(sentence)
    return bool(persons) and not persons[0].plain and persons[0].start - sentence.start < _HEAD


_HEAD = 12


def _token_at(sentence: Sentence, start: int) -> Token | None:
    return next((token for token in sentence.tokens if token.start == start), None)
