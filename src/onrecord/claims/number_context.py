"""The words on both sides of a number → modifiers, with where they begin and end."""

import re
from dataclasses import dataclass

from onrecord.claims.number_lexicon import GAP, any_of, bases_of, table, words_of
from onrecord.claims.number_words import ANCHOR
from onrecord.model.vocabulary import Basis

_MODIFIERS = bases_of("modifiers")
_SUFFIXES = bases_of("suffixes")
_PLAIN = words_of("fillers", "plain")
_FURTHER = words_of("fillers", "more")
BETWEEN = words_of("ranges", "between")
FROM = words_of("ranges", "from")
_CHANGE = re.compile(rf"(?<!\w){any_of(table('ranges')['change'])}(?!\w)[^.!?;\n]*$")
_CHANGE_WINDOW = 100
_TOPICS = words_of("topics", "words")
_LAST_WORD = re.compile(r"(?:(?<![\w'])[^\W\d_][\w'$]*\.?|[~≈<>≥≤])$")
_MOST_BEFORE = 9
_SUFFIX = re.compile(
    rf"(?:(\+)(?![\w+])|(?:,?{GAP}|-)({any_of(_SUFFIXES)})(?!\w)(?!{GAP}(?:than|of)(?!\w)))"
)
# "44, at least three of them": the words belong to the next number.
_BLANKS_NUMBER = re.compile(rf"{GAP}(?:{ANCHOR.pattern})")
_WINDOW = 72
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a number: modifiers outermost first, and where the first one begins.

    `before` are the words further left, nearest first, with their starts.
    """

    start: int
    bases: tuple[Basis, ...]
    more: bool
    range_word: str | None
    before: tuple[tuple[str, int], ...]


def words_before(folded: str, at: int) -> list[tuple[str, int]]:
    """The words straight before `at`, nearest first, with their starts; ends at punctuation."""
    left = max(at - _WINDOW, 0)
    window = folded[left:at]
    found: list[tuple[str, int]] = []
    while len(found) < _MOST_BEFORE:
        trimmed = window.rstrip()
        gap = window[len(trimmed) :]
        if not trimmed or gap.count("\n") > 1 or (found and not gap):
            break
        token = trimmed.rsplit(None, 1)[-1]
        match = None if token.isalpha() else _LAST_WORD.search(token)
        word = token if token.isalpha() else match[0] if match is not None else ""
        start = left + len(trimmed) - len(word)
        cut = start == left and left > 0 and folded[left - 1].isalnum()
        if not word or cut or (found and word[-1] == "." and len(word) > 5):
            break
        found.append((word, start))
        if len(word) < len(token):
            break
        window = trimmed[: len(trimmed) - len(word)]
    return found


def read_lead(folded: str, at: int) -> Lead:
    """The modifiers before the number that begins at `at`."""
    words = words_before(folded, at)
    start, bases, more, range_word, used = at, [], False, None, 0
    for _ in range(4):
        size = _longest(words[used:])
        if size == 0:
            break
        phrase = _phrase(words[used : used + size])
        used += size
        if phrase in _PLAIN:
            continue
        if _is_topic(words[used - size :], phrase) or (phrase == "estimated" and used > size):
            break
        start = words[used - 1][1]
        if phrase in _FURTHER:
            more = True
        elif phrase in _MODIFIERS:
            bases.append(_MODIFIERS[phrase])
        else:
            range_word = phrase
            break
    used = sum(1 for _, place in words if place >= start)
    return Lead(start, tuple(reversed(bases)), more, range_word, tuple(words[used:]))


def _is_topic(words: list[tuple[str, int]], phrase: str) -> bool:
    """Whether "about" or "around" follows a word that takes a topic: "spoke about two boys"."""
    return phrase == "about" and len(words) > 1 and words[1][0] in _TOPICS


_KNOWN = frozenset(_MODIFIERS) | _PLAIN | _FURTHER | BETWEEN | FROM
_ENDINGS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _KNOWN)


def _longest(words: list[tuple[str, int]]) -> int:
    if not words or words[0][0] not in _ENDINGS:
        return 0
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        if _phrase(words[:size]) in _KNOWN:
            return size
    return 0


def _phrase(words: list[tuple[str, int]]) -> str:
    return " ".join(word for word, _ in reversed(words))


def read_suffix(folded: str, end: int) -> tuple[int, Basis | None]:
    """Where the modifier behind a number ends, and its basis."""
    match = _SUFFIX.match(folded, end)
    if match is None or _BLANKS_NUMBER.match(folded, match.end()):
        return end, None
    if match[1]:
        return match.end(), Basis.AT_LEAST
    return match.end(), _SUFFIXES[" ".join(match[2].split())]


def is_change(folded: str, lead: Lead) -> bool:
    """Whether "from a to b" there tells of a change: "rose from 44 to 49"."""
    return _CHANGE.search(folded, max(lead.start - _CHANGE_WINDOW, 0), lead.start) is not None


_JOINS = any_of(table("ranges")["joins"])
_JOIN = re.compile(rf"(?:-|,?{GAP}{_JOINS}{GAP}|-to-)")
_AND = re.compile(rf"{GAP}and{GAP}(?:about{GAP}|around{GAP})?")


def read_join(folded: str, end: int, *, between: bool) -> int | None:
    """Where the second number of a range would begin, `None` if no joining word follows."""
    match = (_AND.match(folded, end) if between else None) or _JOIN.match(folded, end)
    return None if match is None else match.end()
