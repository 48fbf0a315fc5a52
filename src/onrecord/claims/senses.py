"""Clauses → marks: which families of meaning stand where, on which side of the verb, and negated."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.claims.harm_words import read_toml
from onrecord.claims.negation import find_negated
from onrecord.claims.syntax import Token

_PARTS = re.compile(r"n't|'s|'|-|[^\s'-]+")
_KINDS = {"n": ("NN", "PRP", "CD"), "v": ("VB", "MD"), "a": ("JJ", "RB", "VBN"), "p": ("VBN",)}
_HELPING = frozenset({"be", "have", "do"})
_STEPS_UP = 12

Family = str
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or phrase of a family: where it begins, on which side of its verb, and if negated.

    `side`: "by" for who acts (or is something), "on" for who is acted on, "is" for what somebody is.
    """

    family: Family
    i: int
    side: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Families:
    """The phrases of all families by their first word: words, kind of word, families."""

    by_first: Mapping[str, Sequence[tuple[Phrase, str, frozenset[Family]]]]


@cache
def load_families(lang: str = "en") -> Families:
    """The families of meaning of a language, read once."""
    listed: dict[tuple[Phrase, str], set[Family]] = {}
    for family, words in read_toml(f"{lang}_senses.toml")["families"].items():
        for entry in words.split(","):
            word, _, kind = entry.strip().partition("/")
            listed.setdefault((tuple(_PARTS.findall(word)), kind), set()).add(family)
    by_first: dict[str, list[tuple[Phrase, str, frozenset[Family]]]] = {}
    for (phrase, kind), families in listed.items():
        by_first.setdefault(phrase[0], []).append((phrase, kind, frozenset(families)))
    return Families(by_first)


def find_marks(
    tokens: Sequence[Token], given: Mapping[int, frozenset[Family]], families: Families
) -> list[Mark]:
    """The marks of a clause in text order; `given` names further families by place of the token."""
    negated = find_negated(tokens)
    made: list[Mark] = []
    for place, token in enumerate(tokens):
        if token.dep in ("aux", "auxpass") and token.lemma in _HELPING:
            continue
        found = set(given.get(token.i, ()))
        for phrase, kind, names in _starting(token, families):
            if _is_of_kind(token, kind) and _stands_at(tokens, place, phrase):
                found |= names
        if found:
            side = side_of(token)
            made.extend(Mark(name, token.i, side, token.i in negated) for name in sorted(found))
    return made


def _with_particle(verb: Token) -> Phrase:
    """A verb with its particle, wherever that stands: "made this up"."""
    particle = verb.child("prt")
    return (verb.lemma, particle.lower) if particle is not None else ()


def _starting(token: Token, families: Families) -> Iterator[tuple[Phrase, str, frozenset[Family]]]:
    for word in {token.lower, token.lemma}:
        yield from families.by_first.get(word, ())


def _stands_at(tokens: Sequence[Token], place: int, phrase: Phrase) -> bool:
    return _with_particle(tokens[place]) == phrase or _matches(tokens, place, phrase)


def _matches(tokens: Sequence[Token], place: int, phrase: Phrase) -> bool:
    if place + len(phrase) > len(tokens):
        return False
    return all(
        word in (tokens[place + step].lower, tokens[place + step].lemma)
        for step, word in enumerate(phrase)
    )


def _is_of_kind(token: Token, kind: str) -> bool:
    if kind == "p" and token.child("dobj") is not None:
        return False
    if kind == "v" and token.dep == "amod":
        return False
    return not kind or token.tag.startswith(_KINDS[kind])


def side_of(token: Token) -> str:
    """Whether a word belongs to who acts or to who is acted on in its clause."""
    if any(c.dep == "acl" and c.tag == "VBN" for c in token.children):
        return "on"
    steps: Iterable[Token] = (token, *token.ancestors())
    for count, one in enumerate(steps):
        if one.dep == "nsubj" or (one.dep == "pobj" and one.head.dep == "agent"):
            return "by"
        if one.dep in ("attr", "acomp") or (
            one.dep == "pobj" and one.head.dep == "prep" and one.head.head.lemma == "be"
        ):
            return "is"
        if one.dep in ("nsubjpass", "dobj", "dative"):
            return "on"
        if count > _STEPS_UP or one.dep in ("relcl", "advcl", "ccomp", "ROOT", "xcomp"):
            break
    return ""
