"""A word of harm in its clause → whether it happened, and whether its subject only suffered it."""

from collections.abc import Sequence

from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.syntax import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
_HELPED = frozenset({"help"})
_EVER = frozenset({"whenever", "anytime", "everytime"})
_EACH = frozenset({"every", "each", "any"})
_AIMING = frozenset({"at", "toward", "towards", "back", "into"})


def is_unreal(word: Token, verbs: Sequence[Token], words: HarmLexicon) -> bool:
    """Whether nobody was harmed (yet): plans, fears, attempts, what may be."""
    attempted = any(child.lower in words.attempted for child in word.children)
    if attempted or any(_is_of_every_time(verb) for verb in verbs[:1]):
        return True
    if not word.is_verb and verbs and verbs[0].lemma in words.unreal_verbs:
        return word.dep in ("dobj", "pobj", "conj") and verbs[0].lemma not in _HELPED
    if verbs and _is_aim(_first_of_joined(verbs[0]), words):
        return True
    for token in verbs[:1]:
        modal = {child.lower for child in token.children if child.dep == "aux"}
        perfect = token.has_child("have", "aux")
        if modal & words.unreal_modals and not (perfect and modal & {"may", "might"}):
            return True
        if "to" in modal and token.head.lemma in words.unreal_verbs:
            return True
        wished = token.dep in ("xcomp", "pcomp") and token.head.lemma in words.unreal_verbs
        if wished or (token.head.lemma == "let" and token.head.tag == "VB"):
            return True
    return False


def _is_of_every_time(verb: Token) -> bool:
    """For "whenever a child is hurt", "each time a guard is killed": a rule, and nobody's harm."""
    when = [child for child in verb.children if child.dep in ("advmod", "npadvmod", "dep")]
    when += [verb.head] if verb.dep in ("relcl", "acl") and verb.i > verb.head.i else []
    return any(
        token.lower in _EVER
        or (token.lower == "time" and any(child.lower in _EACH for child in token.children))
        for token in when
        if token.i < verb.i
    )


def _first_of_joined(verb: Token) -> Token:
    """The first of verbs joined in their base form, whose "to" governs all: "to capture or kill"."""
    while verb.dep == "conj" and verb.tag == "VB" and verb.head.tag == "VB":
        if verb.child("aux", "nsubj", "nsubjpass") is not None:
            return verb
        verb = verb.head
    return verb


def _is_aim(verb: Token, words: HarmLexicon) -> bool:
    """For "an operation to arrest", "is going to kill", "kept from killing": no deed (yet)."""
    head = verb.head
    if head is verb:
        return False
    if verb.dep == "pcomp":
        return head.lower == "from" and head.head.lemma in words.keeping
    if not verb.has_child("to", "aux") or verb.has_child("have", "aux"):
        return False
    return head.lemma in words.leads or (head.lemma == "go" and head.tag == "VBG")


def is_disbelieved(word: Token, words: HarmLexicon) -> bool:
    """For "we do not believe that someone is shooting people": what nobody says happened."""
    return any(token.lemma in words.beliefs and token.negated for token in word.ancestors())


def runs_away(verb: Token, words: HarmLexicon) -> bool:
    """For "the suspect fled on foot": a culprit, or one person alone, is not displaced by it."""
    scene, subject = verb.child("dobj"), verb.subject
    if scene is not None and scene.lemma == "scene":
        return True
    if subject is not None and subject.lower in RELATIVE and verb.dep == "relcl":
        subject = verb.head
    if subject is None:
        return False
    if subject.lemma in words.perpetrators or subject.lower in ("he", "she"):
        return True
    return subject.tag in ("NN", "NNP") and subject.lemma not in words.groups


def has_complement(verb: Token) -> bool:
    """Whether a verb has an object or a clause of its own; "one killed, two wounded" has neither."""
    if verb.child("dobj") is not None or hits_between(verb):
        return True
    clauses = [child for child in verb.children if child.dep in ("ccomp", "xcomp")]
    return any(clause.child("nsubj", "nsubjpass") is None for clause in clauses)


def hits_between(verb: Token) -> bool:
    """For "soldiers shot dead between nine and twelve men": the number is the object."""
    return any(
        child.lower == "between"
        and child.i > verb.i
        and (people := child.child("pobj")) is not None
        and people.child("nummod") is not None
        for child in verb.children
    )


def does_deed(verb: Token) -> bool:
    """Whether a verb does its deed to others: "shot and killed a man", "shot at them"."""
    if verb.child("auxpass") is not None or verb.child("nsubjpass") is not None:
        return False
    if verb.tag == "VBD" and any(child.lower in _AIMING for child in verb.children):
        return True
    return any(
        child.dep == "conj"
        and child.is_verb
        and child.child("dobj") is not None
        and child.child("nsubj", "nsubjpass", "auxpass") is None
        for child in verb.children
    )


def tells_of_another(clause: Token) -> bool:
    """For "an incident where a man was killed": who is killed is not the incident."""
    told = clause.dep in ("relcl", "advcl", "acl")
    subject = clause.child("nsubj", "nsubjpass") if told else None
    return subject is not None and subject.lower not in RELATIVE


def tells_of_whole(part: Token, clause: Token) -> bool:
    """Whether a comma sets what befell all apart from the part told before: "13, including two, hurt"."""
    led = part.dep == "pobj" and part.head.lower == "including" and part.head.head.tag == "CD"
    return led and any(c.lower == "," and part.i < c.i < clause.i for c in part.children)


def fronted(verb: Token) -> Token | None:
    """The participle in "Also killed were two guards", whichever word the parser made the head."""
    if verb.tag == "VBN" and (aux := verb.child("auxpass", "aux")) is not None and aux.i > verb.i:
        return verb
    head = verb.head
    inverted = verb.dep in ("auxpass", "aux") and head.tag == "VBN" and verb.i > head.i
    return head if inverted else None
