"""Counted people → wounds told without a verb of harm: "taken to hospital with a gunshot wound"."""

from collections.abc import Container

from onrecord.claims.harm_words import WoundWords
from onrecord.claims.syntax import Token

_TELLING = ("with", "from", "for", "of")
_NONE = frozenset({"no", "without", "any", "neither"})
_GRADES = frozenset(
    {"threatening", "serious", "major", "severe", "grave", "critical", "significant", "seriously",
     "severely", "critically", "gravely", "badly", "further", "additional"}
)  # fmt: skip
_PUTTING = frozenset({"put", "land", "leave", "place"})
_OF_ANYBODY = frozenset({"fair", "poor", "good", "satisfactory", "unknown", "extremely"})
_BLOWS = frozenset({"hit", "strike"})


def find_wound(token: Token, words: WoundWords) -> Token | None:
    """The word that tells of these people's wounds: a wound, a state, or the blow of a bullet."""
    for child in token.children:
        if child.dep == "prep" and child.lower == "with" and child.i > token.i:
            wound = _wound_behind(child, words)
            if wound is not None:
                return wound
        if child.dep == "prep" and child.lower == "in" and child.i > token.i:
            state = child.child("pobj")
            if state is not None and _is_state(state, words, graver=True):
                return state
    verb = token.head
    if verb is token or not verb.is_verb or _affected(verb) is not token:
        return None
    return _told_by(verb, words)


def suffers(verb: Token, words: WoundWords) -> bool:
    """Whether a verb says that its subject has a wound: "suffering from a gunshot wound"."""
    if verb.lemma not in words.suffering:
        return False
    behind = (child for child in verb.children if child.dep == "prep")
    return any(_wound_behind(child, words) is not None for child in behind)


def strikes(verb: Token, words: WoundWords) -> bool:
    """Whether a blow is one of a bullet or hits a body: "struck by gunfire", "hit in the leg"."""
    if verb.lemma not in words.striking:
        return False
    for child in verb.children:
        thing = child.child("pobj")
        if thing is None:
            continue
        if child.lower in ("by", "with") and _holds(thing, words.bullets):
            return True
        if child.lower == "in" and _holds(thing, words.body):
            return True
    return False


def is_struck(people: Token, verb: Token, victims: Container[str]) -> bool:
    """Whether people are told as hit, and nothing but an attack as what hit them: "two men were hit".

    A plural without a number says nothing of anybody: "farmers were hit".
    """
    if verb.lemma not in _BLOWS or verb.tag != "VBN" or people.lemma not in victims:
        return False
    several = people.tag in ("NNS", "NNPS")
    if several and not any(child.tag == "CD" for child in people.children):
        return False
    return not any(
        child.dep == "agent" or child.lower in ("by", "with", "hard", "hardest", "worst")
        for child in verb.children
    )


def says_how_badly(people: Token, word: Token) -> bool:
    """For "none suffered life-threatening wounds": who is hurt less badly is hurt all the same."""
    near = [people, word, *word.children, *(word.head.children if word.head.is_verb else ())]
    told = {token.lower for one in near for token in (one, *one.children)}
    return bool(told & _GRADES)


def _affected(verb: Token) -> Token | None:
    """Of whom a verb tells: its passive subject, else its object, else its subject."""
    return verb.child("nsubjpass") or verb.child("dobj") or verb.child("nsubj")


def _told_by(verb: Token, words: WoundWords) -> Token | None:
    if verb.negated or verb.lemma in words.blaming:
        return None
    for child in verb.children:
        if child.dep not in ("prep", "agent"):
            continue
        if child.lower in _TELLING and (wound := _wound_behind(child, words)) is not None:
            return wound
        thing = child.child("pobj")
        if thing is None:
            continue
        if child.lower == "in" and _is_state(thing, words):
            return thing
        carried = child.lower == "to" and verb.lemma in words.carrying
        put = child.lower in ("in", "into") and verb.lemma in _PUTTING
        if (carried or put) and _is_ward(thing, verb, words):
            return thing
    return None


def _wound_behind(preposition: Token, words: WoundWords) -> Token | None:
    """The wound after "with", "from" or "for", if it is one that somebody has."""
    thing = preposition.child("pobj")
    if thing is None or thing.lemma not in words.wounds:
        return None
    return None if any(child.lower in _NONE for child in thing.children) else thing


def _is_state(thing: Token, words: WoundWords, *, graver: bool = False) -> bool:
    """Whether it is the condition of somebody hurt; `graver`: leave out those of the healthy."""
    told = words.conditions - _OF_ANYBODY if graver else words.conditions
    return thing.lemma == "condition" and any(child.lower in told for child in thing.children)


def _is_ward(place: Token, verb: Token, words: WoundWords) -> bool:
    """Whether people are brought to a hospital as hurt, not "as a precaution"."""
    if not (_holds(place, words.hospitals) or place.lower in words.hospitals):
        return False
    return not any(token.lower in words.unhurt for token in verb.subtree())


def _holds(thing: Token, listed: frozenset[str]) -> bool:
    if thing.lemma in listed or thing.lower in listed:
        return True
    return any(
        child.dep in ("compound", "conj", "amod") and child.lower in listed
        for child in thing.children
    )
