"""Words for a number of people without a number: determiners, "a number of", "no one", articles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.claims.number_lexicon import GAP, any_of, table
from onrecord.model.vocabulary import Basis


class Phrase(NamedTuple):
    """A phrase at `[start, end)` with its bounds and kind, as in `Quantity`."""

    start: int
    end: int
    min: int
    max: int | None
    basis: Basis
    word: str | None
    kind: str


_DETERMINERS = table("determiners")
_NOT_AFTER = re.compile(rf"(?<!\w){any_of(_DETERMINERS['not_after'])}{GAP}$")
_NO_NOT = any_of(table("none")["no_not_before"])
_PATTERN = re.compile(
    rf"(?<!\w)(?:"
    rf"(?P<number>(?:an?{GAP}(?:very{GAP})?(?:{any_of(_DETERMINERS['number_of'])}{GAP})?number|(?:{any_of(_DETERMINERS['number_of'])}{GAP})numbers){GAP}of)"
    rf"|(?P<pair>an?{GAP}pair{GAP}of|an?{GAP}couple{GAP}(?:of|more))"
    rf"|(?P<kin>(?:(?:an?|the)(?:{GAP}[a-z]{{3,12}})?{GAP})?couple(?!{GAP}(?:of|hundred|dozen|thousand|million)(?!\w)))"
    rf"|(?P<phrase>{any_of(_DETERMINERS['phrases'])}(?:{GAP}of)?(?:{GAP}more)?)"
    rf"|(?P<another>another)(?={GAP}[a-z])(?!{GAP}of(?!\w))"
    rf"|(?P<determiner>{any_of(_DETERMINERS['words'])}(?:{GAP}more)?)"
    rf"|(?P<none>nobody|none|zero|nil|no(?:{GAP}|-)one|no(?={GAP}[a-z])(?!{GAP}(?:{_NO_NOT})(?!\w)))"
    rf")(?!\w)"
)
_ARTICLE = re.compile(rf"(?<!\w)an?(?={GAP}[^\W\d_])")
_ONE_ANOTHER = re.compile(rf"one{GAP}$")


def find_phrases(folded: str, *, articles: bool) -> Iterator[Phrase]:
    """The phrases of a folded text, left to right; an article where another phrase begins is part of it."""
    end = 0
    for match in _PATTERN.finditer(folded):
        phrase = _phrase_of(folded, match)
        if phrase is None:
            continue
        if articles:
            yield from _articles(folded, end, phrase.start)
        yield phrase
        end = phrase.end
    if articles:
        yield from _articles(folded, end, len(folded))


def _articles(folded: str, start: int, end: int) -> Iterator[Phrase]:
    for match in _ARTICLE.finditer(folded, start):
        if match.start() >= end:
            break
        yield Phrase(match.start(), match.end(), 1, 1, Basis.EXACT, None, "article")


def _phrase_of(folded: str, match: re.Match[str]) -> Phrase | None:
    start, end = match.span()
    words = " ".join(match[0].split())
    match match.lastgroup:
        case "none":
            return Phrase(start, end, 0, 0, Basis.NONE_SAID, words, "none")
        case "another":
            if _ONE_ANOTHER.search(folded[max(start - 8, 0) : start]):
                return None
            return Phrase(start, end, 1, 1, Basis.EXACT, None, "another")
        case "kin":
            return Phrase(start, end, 2, 2, Basis.EXACT, "couple", "kin")
        case "pair":
            kind = "more" if words.endswith("more") else "number"
            return Phrase(start, end, 2, 2, Basis.EXACT, words.split()[1], kind)
        case "number":
            return Phrase(start, end, 2, None, Basis.VAGUE, "number", "determiner")
        case _:
            return _determiner(folded, start, end, words)


def _determiner(folded: str, start: int, end: int, words: str) -> Phrase | None:
    if _NOT_AFTER.search(folded[max(start - 12, 0) : start]):
        return None
    kind = "more" if words.endswith(" more") else "determiner"
    word = words.removesuffix(" more").removesuffix(" of")
    return Phrase(start, end, 2, None, Basis.VAGUE, word, kind)
