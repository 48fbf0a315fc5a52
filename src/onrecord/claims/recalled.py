"""Sentences → people counted before whom a pronoun recalls: "fired on three gunmen, killing them all"."""

from collections.abc import Sequence

from onrecord.claims.counted import find_counted
from onrecord.claims.harm_words import HarmLexicon, VictimKind
from onrecord.claims.license import find_license
from onrecord.claims.numbers import Quantity
from onrecord.claims.singles import Victims
from onrecord.claims.syntax import Sentence, Token
from onrecord.model.claim import Count
from onrecord.model.vocabulary import Basis, Harm

_ALL = frozenset({"all", "them", "they"})
_PLACES = frozenset({"dobj", "nsubj", "nsubjpass"})
_BODILY = frozenset({Harm.KILLED, Harm.INJURED, Harm.DETAINED})
_Bounds = tuple[int, int | None, Basis, int | None]


def find_recalled_victims(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    known: Sequence[Victims],
    words: HarmLexicon,
) -> list[Victims]:
    """People meant by "both", and by "all" or "them" where the sentence has counted them before."""
    found = []
    for token in sentence.tokens:
        if token.dep not in _PLACES or token.lower not in _ALL | {"both"}:
            continue
        if any(victims.anchor is token for victims in known):
            continue
        license = find_license(token, words)
        if license is None or license.harm not in _BODILY or license.unreal or license.negated:
            continue
        told = _tell(sentence, token, quantities, known, words)
        if told is None:
            continue
        bounds, kind = told
        count = Count(
            harm=license.harm, min=bounds[0], max=bounds[1], basis=bounds[2], stated=bounds[3],
            sex=kind.sex, age=kind.age, status=kind.status,
            text="", start=token.start, end=token.end,
        )  # fmt: skip
        found.append(Victims(count, token, license, license.whole))
    return found


def _tell(
    sentence: Sentence,
    token: Token,
    quantities: Sequence[Quantity],
    known: Sequence[Victims],
    words: HarmLexicon,
) -> tuple[_Bounds, VictimKind] | None:
    """How many a pronoun means, and of what kind they are."""
    before = [
        (quantity, counted.kind)
        for quantity in quantities
        if quantity.kind in ("number", "vague") and sentence.start <= quantity.start < token.start
        if (counted := find_counted(sentence, quantity, words)) is not None
        and counted.noun is not None
        and counted.kind is not None
        and not any(victims.count.start == counted.start for victims in known)
    ]
    kind = before[-1][1] if before else VictimKind()
    if token.lower == "both":
        same = before and (before[-1][0].min, before[-1][0].max) == (2, 2)
        return (2, 2, Basis.EXACT, 2), kind if same else VictimKind()
    if not before:
        return None
    quantity = before[-1][0]
    return (quantity.min, quantity.max, quantity.basis, quantity.stated), kind
