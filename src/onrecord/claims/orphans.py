"""Sentences → people whose verb of harm the parser left without a subject.

"On 4 March 2021, nine civilians, including two boys, were killed": with a date or a long list
before it the verb loses its subject. The first people counted before it are those it speaks of.
"""

from collections.abc import Iterator, Sequence

from onrecord.claims.counted import find_counted
from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.license import License, license_of_passive
from onrecord.claims.numbers import Quantity
from onrecord.claims.parts import find_openings
from onrecord.claims.singles import Victims
from onrecord.claims.syntax import SUBJECTS, Sentence, Token
from onrecord.model.claim import Count
from onrecord.model.vocabulary import Basis, Harm

_COUNTING = frozenset({"number", "determiner", "kin", "vague"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_orphans(
    sentence: Sentence,
    found: Sequence[Victims],
    quantities: Sequence[Quantity],
    words: HarmLexicon,
) -> list[Victims]:
    """The counts that such verbs license, at most one for each verb."""
    listed = [last.end for _, last in find_openings(sentence.tokens)]
    made = []
    for verb, license in _subjectless(sentence, found, words):
        start = _start_of_clause(sentence, verb)
        opening = next((end for end in listed if start <= end <= verb.start), verb.start)
        victims = _first_counted(sentence, (start, opening), quantities, license, words)
        if victims is not None and not any(v.anchor is victims.anchor for v in found):
            made.append(victims)
    return made


def _subjectless(
    sentence: Sentence, found: Sequence[Victims], words: HarmLexicon
) -> Iterator[tuple[Token, License]]:
    taken = {id(victims.license.word) for victims in found if victims.whole is None}
    for verb in sentence.tokens:
        if verb.tag != "VBN" or verb.child("auxpass") is None or id(verb) in taken:
            continue
        if verb.child(*SUBJECTS) is not None:
            continue
        license = license_of_passive(verb, words)
        if license is not None and not license.unreal and not license.negated:
            yield verb, license


def _start_of_clause(sentence: Sentence, verb: Token) -> int:
    """Where the words that can be the verb's subject begin: behind the last finite verb before it.

    A participle taken for a finite verb ("14 identified civilians") stands right behind a number.
    """
    own = {id(child) for child in verb.children}
    start = sentence.start
    before: Token | None = None
    for token in sentence.tokens:
        if token is verb:
            break
        finite = token.tag in _FINITE and id(token) not in own
        if (finite and (before is None or before.tag != "CD")) or token.lower == ";":
            start = token.end
        before = token
    return start


def _first_counted(
    sentence: Sentence,
    span: tuple[int, int],
    quantities: Sequence[Quantity],
    license: License,
    words: HarmLexicon,
) -> Victims | None:
    for quantity in quantities:
        if quantity.kind not in _COUNTING or not span[0] <= quantity.start < span[1]:
            continue
        counted = find_counted(sentence, quantity, words)
        if counted is None or counted.noun is None or counted.kind is None:
            continue
        kind = counted.kind
        low = quantity.min
        if quantity.basis is Basis.AT_MOST and low == 0 and license.harm is Harm.KILLED:
            low = min(1, quantity.max or 0)
        count = Count(
            harm=license.harm, min=low, max=quantity.max, basis=quantity.basis,
            stated=quantity.stated, sex=kind.sex, age=kind.age, status=kind.status,
            text="", start=counted.start, end=counted.end,
        )  # fmt: skip
        return Victims(count, counted.anchor, license, None)
    return None
