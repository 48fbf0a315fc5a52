"""Sentences → people named without a number."""

from collections.abc import Iterator

from onrecord.claims.syntax import Sentence, Token

_SUBJECT_LIKE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos"})
_HE_OR_SHE = frozenset({"he", "him", "she", "her"})
_KIN = frozenset(
    {"wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "child",
     "baby", "cousin", "uncle", "aunt", "grandmother", "grandfather", "nephew", "niece"}
)  # fmt: skip

# "The Taliban leader", "the victim": one person already known to the reader.
_DEFINITE = frozenset(
    {"victim", "leader", "commander", "man", "woman", "boy", "girl", "gunman", "bomber", "driver",
     "officer", "soldier", "insurgent", "militant", "facilitator", "teen", "teenager", "child"}
)  # fmt: skip


def find_named(sentence: Sentence) -> Iterator[tuple[Token, int]]:
    """The head word of each named person ("Idris Orlan", "his wife") and how many it is: one."""
    for token in sentence.tokens:
        if token.dep not in _SUBJECT_LIKE or not token.is_noun:
            continue
        if any(child.tag == "CD" and child.dep == "nummod" for child in token.children):
            continue
        if (
            (token.entity == "PERSON" and token.tag in ("NNP", "NNPS"))
            or (token.tag == "PRP" and token.lower in _HE_OR_SHE)
            or (token.lemma in _KIN and token.tag == "NN" and token.child("poss") is not None)
            or (token.tag == "NN" and token.lemma in _DEFINITE and token.has_child("the", "det"))
        ):
            yield token, 1


def find_unnumbered(sentence: Sentence) -> Iterator[Token]:
    """Single nouns that stand for one unnamed person: "a 17-year-old boy", a headline's "man"."""
    for token in sentence.tokens:
        if token.tag != "NN" or token.dep not in _SUBJECT_LIKE | {"ROOT", "attr"}:
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
