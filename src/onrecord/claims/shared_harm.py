"""Counts of people → the second harm that a vague number shares: "several were killed and injured".

Of an unknown number killed and injured some are the one and some the other; a stated number says
only how many both are together, and is left to its first verb.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.license import License
from onrecord.claims.singles import Victims
from onrecord.claims.syntax import SUBJECTS, Token
from onrecord.model.vocabulary import Basis, Harm


def with_shared_harm(found: Sequence[Victims], words: HarmLexicon) -> list[Victims]:
    """The counts with one of people injured for each vague one "killed and injured"."""
    made = list(found)
    for victims in found:
        count = victims.count
        vague = count.basis is Basis.VAGUE and count.max is None and victims.whole is None
        other = _second_word(victims.license.word, words) if vague else None
        if other is None or count.harm is not Harm.KILLED:
            continue
        license = License(Harm.INJURED, other)
        made.append(
            Victims(replace(count, harm=Harm.INJURED), victims.anchor, license, victims.whole)
        )
    return made


def _second_word(word: Token, words: HarmLexicon) -> Token | None:
    """The word of injury joined by "and" to a word of death, without people of its own."""
    if not word.has_child("and", "cc"):
        return None
    hurt = words.harms[Harm.INJURED]
    said = hurt.transitive | hurt.nouns | hurt.adjectives
    return next(
        (
            other
            for other in word.children
            if other.dep == "conj"
            and {other.lemma, other.lower} & said
            and other.child(*SUBJECTS, "dobj", "nummod", "det") is None
        ),
        None,
    )
