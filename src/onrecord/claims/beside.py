"""Counted people → their license by the words beside them, where the parser lost its way.

Headlines and broken sentences: "Eight people in the town killed by shelling", "kills six in a week".
"""

from onrecord.claims.counted import Counted
from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.license import License, license_of_object, license_of_passive
from onrecord.claims.named import KIN
from onrecord.claims.syntax import Sentence, Token
from onrecord.claims.unreal import does_deed

_REACH = 7
_BETWEEN = ("IN", "JJ", "NN", "DT", "CD", "RB", "POS", "HYPH", "CC", "PRP$")
# Verbs that the parser takes for nouns in headlines: "shelling of Vell kills one".
_MISTAKEN = frozenset({"kills", "wounds", "injures"})
_STANDING = frozenset(
    {"reported", "reportedly", "feared", "confirmed", "believed", "also", "were", "was"}
)


def beside(sentence: Sentence, counted: Counted, words: HarmLexicon) -> License | None:
    """The harm of the participle that follows, or of the verb that comes right before."""
    if _says_whose_kin(counted.anchor):
        return None
    return _following(sentence, counted, words) or _preceding(sentence, counted, words)


def _says_whose_kin(noun: Token) -> bool:
    """For "the son of a nurse was killed": the nurse only says whose son he was."""
    return noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in KIN


def _following(sentence: Sentence, counted: Counted, words: HarmLexicon) -> License | None:
    if counted.kind is None or counted.noun is None or counted.noun.lemma in words.perpetrators:
        return None
    behind = [token for token in sentence.tokens if token.start >= counted.end][: _REACH + 1]
    for place, token in enumerate(behind):
        if token.tag in ("VBN", "VBD") and token.lower not in _STANDING:
            after = behind[place + 1] if place + 1 < len(behind) else None
            doing = _is_object(after) or does_deed(token)
            return None if doing else license_of_passive(token, words)
        if not token.tag.startswith(_BETWEEN) and token.lower not in _STANDING:
            return None
    return None


def fares_otherwise(sentence: Sentence, counted: Counted, license: License) -> bool:
    """For "two guards killed and ten hostages freed": the second have a participle of their own."""
    word = license.word
    if word.tag != "VBN" or word.dep not in ("acl", "relcl") or word.end > counted.start:
        return False
    own = next((token for token in sentence.tokens if token.start >= counted.end), None)
    if own is None or own.tag not in ("VBN", "VBD") or own.lower in _STANDING:
        return False
    return counted.noun is not None and counted.anchor.dep == "conj"


def _preceding(sentence: Sentence, counted: Counted, words: HarmLexicon) -> License | None:
    before = [token for token in sentence.tokens if token.end <= counted.start]
    while before and before[-1].tag.startswith("RB"):
        before.pop()
    if not before or before[-1].tag == "VBN":
        return None
    mistaken = before[-1].tag == "NNS" and before[-1].lower in _MISTAKEN and counted.noun is None
    return license_of_object(before[-1], words) if before[-1].is_verb or mistaken else None


def _is_object(token: Token | None) -> bool:
    return token is not None and token.tag.startswith(("CD", "DT", "PRP", "NN"))
