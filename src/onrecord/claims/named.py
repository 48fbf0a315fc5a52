"""Sentences → people named without a number."""

from collections.abc import Container, Iterator

from onrecord.claims.syntax import Sentence, Token

_SUBJECT_LIKE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos"})
_HE_OR_SHE = frozenset({"he", "him", "she", "her"})
_KIN = frozenset(
    {"wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "child",
     "baby", "cousin", "uncle", "aunt", "grandmother", "grandfather", "nephew", "niece"}
)  # fmt: skip


# Nouns that stand for more than one, or for nobody living, even after "the".
_NO_SINGLE = frozenset(
    {"people", "human", "other", "one", "dead", "deceased", "body", "corpse", "remains", "wounded",
     "injured", "crew", "police", "staff", "enemy", "militia", "taliban", "displaced", "elderly",
     "casualty", "local", "native", "mujahideen", "general", "paramilitary", "subject", "member",
     "medical", "humanitarian", "principal", "agent", "national", "martyr", "military personnel"}
)  # fmt: skip


def find_named(sentence: Sentence, persons: Container[str]) -> Iterator[tuple[Token, int]]:
    """The head word of each named person ("Idris Orlan", "his wife") and how many it is: one.

    With "the" before it, a noun of `persons` is one person already known ("the gunman").
    """
    for token in sentence.tokens:
        if token.dep not in _SUBJECT_LIKE or not token.is_noun:
            continue
        if any(child.tag == "CD" and child.dep == "nummod" for child in token.children):
            continue
        if (
            (token.entity == "PERSON" and token.tag in ("NNP", "NNPS"))
            or (token.tag == "PRP" and token.lower in _HE_OR_SHE)
            or (token.lemma in _KIN and token.tag == "NN" and token.child("poss") is not None)
            or (token.has_child("the", "det") and _is_one_person(token, persons))
        ):
            yield token, 1


def _is_one_person(noun: Token, persons: Container[str]) -> bool:
    return noun.tag == "NN" and noun.lemma in persons and noun.lemma not in _NO_SINGLE


def find_unnumbered(sentence: Sentence) -> Iterator[Token]:
    """Single nouns that stand for one unnamed person: "a 17-year-old boy", a headline's "man"."""
    for token in sentence.tokens:
        lower_name = token.tag == "NNP" and token.text.islower()
        if not (token.tag == "NN" or lower_name) or token.dep not in _SUBJECT_LIKE | {
            "ROOT",
            "attr",
        }:
            continue
        determiners = {child.lower for child in token.children if child.dep in ("det", "poss")}
        if determiners <= {"a", "an", "another"}:
            yield token


_COMPARING = frozenset(
    {"more", "fewer", "less", "most", "many", "how", "no", "other", "all", "any"}
)


def find_unnumbered_plurals(sentence: Sentence) -> Iterator[Token]:
    """Plural nouns that stand for people without a number: "killing the insurgents".

    Not in comparisons ("more civilians than"), nor as what a number counts ("the number of").
    """
    for token in sentence.tokens:
        if token.tag != "NNS" or token.dep not in ("nsubjpass", "dobj", "nsubj"):
            continue
        before = {child.lower for child in token.children}
        counted = any(child.dep in ("nummod", "quantmod") for child in token.children)
        if not counted and not before & _COMPARING:
            yield token
