"""Counts of a sentence → the same, one person who is told under two names counted once.

"Idris Orlan (Abu Nur)", "Idris Orlan, alias Abu Nur" and "Mara “Red” Dorn" are one person each,
and so are "the commander Idris Orlan" and "the baker, Idris Orlan,".
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.singles import Victims
from onrecord.claims.syntax import Sentence, Token
from onrecord.model.vocabulary import Age, Sex, Status

_ALIAS = frozenset({"alias", "aka", "a.k.a", "a.k.a.", "nicknamed", "dubbed", "née", "nee"})
_QUOTES = frozenset({'"', "'", "''", "”", "’"})
_MARKS = frozenset({",", "("})
_KNOWN = frozenset({"also", "better", "known", "as"})


def without_second_names(sentence: Sentence, found: Sequence[Victims]) -> list[Victims]:
    """The counts in the order of their words, less those that name the person before once more."""
    made: list[Victims] = []
    for victims in sorted(found, key=lambda one: (one.count.start or 0, one.count.end or 0)):
        before = made[-1] if made else None
        if before is None or not _may_be_one(before, victims):
            made.append(victims)
        elif _is_nickname(sentence, before, victims):
            count = replace(victims.count, start=before.count.start, series=before.count.series)
            made[-1] = replace(victims, count=count, whole=before.whole)
        elif _is_described(sentence, before, victims):
            made[-1] = _named(before, victims)
        elif not _is_second_name(sentence, before, victims):
            made.append(victims)
    return made


def _may_be_one(before: Victims, victims: Victims) -> bool:
    one, other = before.count, victims.count
    single = one.min == one.max == other.min == other.max == 1 and one.harm is other.harm
    return single and (one.end or 0) <= (other.start or 0)


def _is_nickname(sentence: Sentence, before: Victims, victims: Victims) -> bool:
    """Whether only a closing quotation mark parts two names: "“Red” Dorn"."""
    gap = _between(sentence, before, victims)
    named = _first(sentence, before).tag == "NNP" == _first(sentence, victims).tag
    return named and len(gap) == 1 and gap[0].text in _QUOTES


def _is_second_name(sentence: Sentence, before: Victims, victims: Victims) -> bool:
    """Whether a name stands in a bracket, or behind "alias", right behind another person."""
    first = _first(sentence, victims)
    gap = _between(sentence, before, victims)
    words = [token.lower for token in gap]
    if first.lower in _ALIAS or (words and words[-1] in _ALIAS):
        return set(words) <= _ALIAS | _MARKS
    if words[-2:] == ["known", "as"]:
        return set(words) <= _KNOWN | _MARKS
    return words == ["("] and first.tag == "NNP" and _closes(sentence, victims)


def _is_described(sentence: Sentence, before: Victims, victims: Victims) -> bool:
    """Whether a name stands right behind the noun for the same person, with or without a comma."""
    first, noun = _first(sentence, victims), before.anchor
    if noun.tag != "NN" or first.tag != "NNP" or noun.end != before.count.end:
        return False
    apposed = victims.anchor.dep == "appos" and victims.anchor.head is noun
    words = [token.text for token in _between(sentence, before, victims)]
    return not words or (apposed and words == [","])


def _named(before: Victims, victims: Victims) -> Victims:
    """One count for a person described and named, with all that either tells."""
    one, name = before.count, victims.count
    count = replace(
        one,
        sex=one.sex if one.sex is not Sex.UNKNOWN else name.sex,
        age=one.age if one.age is not Age.UNKNOWN else name.age,
        status=one.status if one.status is not Status.UNKNOWN else name.status,
        end=name.end,
    )
    return replace(before, count=count)


def _closes(sentence: Sentence, victims: Victims) -> bool:
    behind = next((t for t in sentence.tokens if t.start >= (victims.count.end or 0)), None)
    return behind is not None and behind.text == ")"


def _between(sentence: Sentence, before: Victims, victims: Victims) -> list[Token]:
    return list(sentence.between(before.count.end or 0, victims.count.start or 0))


def _first(sentence: Sentence, victims: Victims) -> Token:
    start = victims.count.start or 0
    return next((token for token in sentence.tokens if token.end > start), victims.anchor)
