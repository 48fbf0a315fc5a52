"""Counted people → the word that says what happened to them, if any does.

A number harms nobody by itself. From the counted noun we climb to the word that licenses it: the
verb it is subject or object of, a noun of harm it stands in, a toll it is the value of.
"""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.claims.counted import container_of, told_again
from onrecord.claims.fatal_phrases import shared_with
from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.named import KIN
from onrecord.claims.syntax import Token
from onrecord.claims.unreal import (
    RELATIVE,
    does_deed,
    fronted,
    has_complement,
    hits_between,
    is_unreal,
    tells_of_another,
    tells_of_whole,
)
from onrecord.claims.word_harm import HARM_ORDER, WordHarm
from onrecord.claims.wounds import find_wound, is_struck, suffers
from onrecord.model.vocabulary import Harm

_STEPS = 8
_SELF = frozenset({"himself", "herself", "themselves"})
_NOMINATIVE = frozenset({"he", "she", "they", "i", "we", "who"})
# "Between three and five were killed": the preposition stands where the number would.
_BOUNDING = frozenset({"between", "from", "over", "under", "around", "about", "up"})
_RISING = frozenset(
    {"rise", "climb", "bring", "reach", "increase", "jump", "stand", "grow", "put", "hit", "pass",
     "exceed", "raise", "surpass", "total", "soar", "mount", "be", "revise", "push", "take", "top"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class License:
    """What happened to the counted people and the word that says so.

    `whole` is the noun of which they are a part ("including", "among the dead"); `toll` is set if
    they are the value of a running toll; `unreal` if nobody was harmed (yet): plans, fears, may.
    """

    harm: Harm
    word: Token
    whole: Token | None = None
    toll: bool = False
    unreal: bool = False
    negated: bool = False


def find_license(token: Token, words: HarmLexicon) -> License | None:
    """The license of counted people, climbing from their noun (or their number)."""
    return _Climber(words).climb(token)


def license_of_word(word: Token, words: HarmLexicon) -> License | None:
    """The license of a bare number before its word: "30 wounded", "12 dead"."""
    climber = _Climber(words)
    harm = climber.says.adjective_harm(word)
    if harm is None and (harm := climber.says.short_harm(word)) is not None:
        climber.whole = word if word.lower in words.gravely else None
    return climber._made(harm, word) if harm is not None else None


def license_of_passive(verb: Token, words: HarmLexicon) -> License | None:
    """The license of people who stand before a participle: "eight people … killed"."""
    climber = _Climber(words)
    harm = climber._passive_harm(verb)
    return climber._made(harm, verb) if harm is not None else None


def license_of_object(verb: Token, words: HarmLexicon) -> License | None:
    """The license of people who stand right behind a verb: "kills six"."""
    climber = _Climber(words)
    harm = climber.says.transitive_harm(verb)
    return climber._made(harm, verb) if harm is not None else None


def license_of_whole(whole: Token, words: HarmLexicon) -> License | None:
    """The license of "some of the killed", "four of the dead": what the whole itself says."""
    climber = _Climber(words)
    harm = climber.says.noun_harm(whole)
    return climber._made(harm, whole) if harm is not None else climber.climb(whole)


class _Climber:
    """Climbs from a noun; remembers the whole it is part of."""

    def __init__(self, words: HarmLexicon) -> None:
        self.words = words
        self.says = WordHarm(words)
        self.whole: Token | None = None
        self._dying = words.harms[Harm.KILLED].intransitive

    def climb(self, token: Token) -> License | None:
        for _ in range(_STEPS):
            found = self._at(token)
            if found is not None:
                return found
            following = self._next(token)
            if following is None or following is token:
                return None
            token = following
        return None

    # ---- what the noun itself, or what hangs on it, says ----

    def _at(self, token: Token) -> License | None:
        if token is self.whole and (harm := self._whole_harm(token)) is not None:
            return self._made(harm, token)
        rules = (
            self._counts_harm, self._participle, self._as_argument, self._behind, self._owner,
            self._wounded,
        )  # fmt: skip
        for rule in rules:
            found = rule(token)
            if found is not None:
                return self._or_death(found, token)
        return None

    def _or_death(self, found: License, token: Token) -> License:
        """The death where the same words tell one too: "a man who was wounded has died"."""
        if found.harm is not Harm.INJURED or token.dep not in ("nsubj", "nsubjpass"):
            return found
        death = self._as_argument(token)
        if death is not None and death.harm is Harm.KILLED and death.word is not found.word:
            return death
        death = self._of_joined_verb(_BY_RELATION[token.dep], token, token.head)
        if death is None or death.harm is not Harm.KILLED:
            return found
        loose = found.word.lemma in self.words.shooting
        return death if loose or death.word.lemma in self._dying else found

    def _counts_harm(self, token: Token) -> License | None:
        """For "12 deaths", "20 wounded", "three bodies"."""
        if token.is_verb and token.dep not in _ARGUMENTS:
            return None
        for harm in HARM_ORDER:
            counted = self.words.harms[harm].counted
            if token.lemma in counted or token.lower in counted:
                return self._made(harm, token)
        return None

    def _participle(self, token: Token) -> License | None:
        """For "49 people killed in …", "12 people dead"."""
        for child in token.children:
            if child.i > token.i and child.dep in _CLAUSES and not tells_of_another(child):
                if tells_of_whole(token, child):
                    continue
                harm = self._harm_of_clause(child)
                if harm is not None:
                    return self._made(harm, child)
        return self._behind_part(token)

    def _behind_part(self, number: Token) -> License | None:
        """For a headline's "13, including two boys, killed in", where the boys took the verb."""
        part = number.child("prep") if number.tag == "CD" else None
        inner = part.child("pobj") if part is not None and part.lower == "including" else None
        clause = inner.child("acl") if inner is not None else None
        if inner is None or clause is None or not tells_of_whole(inner, clause):
            return None
        harm = self._harm_of_clause(clause)
        return self._made(harm, clause) if harm is not None else None

    def _harm_of_clause(self, child: Token) -> Harm | None:
        """What a clause on a noun says of it: "people killed in", "who died", "who had wounds"."""
        if does_deed(child):
            return None
        doer = child.child("nsubj")
        active = doer is not None and doer.lower in RELATIVE
        if child.child("dobj") is not None or active or child.tag == "VBG":
            harm = self.says.phrase_harm(child) or (
                None if child.child("dobj") is not None else self.says.intransitive_harm(child)
            )
            return harm or (self._complement_harm(child) if active else None)
        return self._passive_harm(child) or self.says.adjective_harm(child)

    def _as_argument(self, token: Token) -> License | None:
        head = token.head
        if head is token or not (head.is_verb or head.tag.startswith("JJ")):
            return None
        relation = token.dep
        if relation == "prep" and token.lower in _BOUNDING and head.child("dobj") is None:
            relation = "nsubjpass" if token.i < head.i else "dobj"
        rule = _BY_RELATION.get(relation)
        if rule is None:
            return None
        found = rule(self, token, head)
        if found is None and relation in ("nsubj", "nsubjpass"):
            found = self._of_joined_verb(rule, token, head)
        return found

    def _of_joined_verb(self, rule: "_Rule", token: Token, verb: Token) -> License | None:
        """For "he was engaged and killed": the second verb of one subject."""
        for other in verb.children:
            if other.dep == "conj" and other.is_verb and other.child("nsubj", "nsubjpass") is None:
                passive = (
                    verb.child("auxpass") is not None and other.child("aux", "auxpass") is None
                )
                joined = _BY_RELATION["nsubjpass"] if passive else rule
                found = (
                    joined(self, token, other)
                    or self._found(self.says.intransitive_harm(other), other)
                    or self._of_joined_verb(rule, token, other)
                )
                if found is not None:
                    return found
        return None

    def _behind(self, token: Token) -> License | None:
        """For "the death of 12", "injuries to five", "the toll to 12", "killed with three"."""
        if token.dep != "pobj":
            return None
        if (verb := shared_with(token)) is not None:
            harm = self._passive_harm(verb) or self.says.intransitive_harm(verb)
            return self._found(harm if harm in (Harm.KILLED, Harm.INJURED) else None, verb)
        head = token.head.head
        if token.lower in _SELF and token.head.lower == "on" and head.lemma == "turn":
            weapon = head.child("dobj")
            armed = weapon is not None and weapon.lemma in self.words.turned
            return self._made(Harm.KILLED, head) if armed else None
        if token.head.lower in ("of", "to", "for", "among") and head.is_noun:
            harm = self.says.noun_harm(head)
            if harm is None and token.head.lower == "of":
                harm = self.says.deed_harm(head)
            return self._made(harm, head) if harm is not None else None
        if token.head.lower in ("to", "at", "from", "by") and head.lemma in _RISING:
            harm = self.says.toll_harm(head)
            return self._made(harm, head, toll=True) if harm is not None else None
        return None

    def _owner(self, token: Token) -> License | None:
        """For "the boy's death", "her brother's slaying": whose death it was."""
        head = token.head
        if token.dep != "poss" or not head.is_noun or head.has_child("of", "prep"):
            return None
        own = head.lemma in self.words.deaths_of_owner
        harm = Harm.KILLED if own else self.says.fatal_harm(head)
        return self._made(harm, head) if harm is not None else None

    def _wounded(self, token: Token) -> License | None:
        """For "three wounded soldiers", "taken to hospital with a gunshot wound"."""
        for child in token.children:
            if child.dep == "amod" and child.i < token.i:
                harm = self.says.adjective_harm(child)
                if harm in (Harm.KILLED, Harm.INJURED):
                    return self._made(harm, child)
        wound = find_wound(token, self.words.wounding)
        if wound is not None:
            return self._made(Harm.INJURED, wound)
        if token.lemma == "victim" and self.says.is_of_deed(token):
            return self._made(Harm.INJURED, token)
        return None

    # ---- as argument of a verb ----

    def _passive_subject(self, token: Token, verb: Token) -> License | None:
        harm = self._passive_harm(verb) or self._complement_harm(verb)
        if harm is None and is_struck(token, verb, self.words.victims):
            harm = self.says.blow_harm(verb)
        return self._found(harm, verb)

    def _active_subject(self, token: Token, verb: Token) -> License | None:
        if self.says.is_agent(verb):
            return None
        harm = (
            self.says.intransitive_harm(verb)
            or (None if verb.child("dobj") or hits_between(verb) else self._complement_harm(verb))
            or self.says.phrase_harm(verb)
            or self.says.adjective_harm(verb)
        )
        doing = verb.dep == "relcl" and token.lower not in RELATIVE
        doing = doing or token.lower in _NOMINATIVE
        if harm is None and not doing and not has_complement(verb):
            harm = self._passive_harm(verb)
        if harm is None and token.lemma in self.words.perpetrators:
            return None
        return self._found(harm, verb)

    def _object(self, token: Token, verb: Token) -> License | None:
        harm = self.says.transitive_harm(verb)
        if harm is None and verb.lemma in self.words.leaving:
            harm = self.says.small_clause(token, verb)
        if harm is None and verb.lemma in ("claim", "take", "cost", "lose", "end"):
            harm = Harm.KILLED if token.lemma in ("life", "lives") else None
        if harm is None and verb.lemma in _RISING:
            harm = self.says.toll_harm(verb)
            return self._made(harm, verb, toll=True) if harm is not None else None
        return self._found(harm, verb)

    def _value(self, _token: Token, verb: Token) -> License | None:
        """For "the dead were 12 children", "the toll was 12", "among the dead were 12 children"."""
        if (harm := self._complement_harm(verb)) is not None and self.whole is not None:
            return self._made(harm, self.whole)
        led = fronted(verb)
        if led is not None:
            return self._found(self.says.transitive_harm(led), led)
        subject = verb.subject
        if subject is None:
            return None
        harm = self.says.noun_harm(subject)
        return self._made(harm, subject, toll=True) if harm is not None else None

    # ---- what a word says ----

    def _passive_harm(self, verb: Token) -> Harm | None:
        if verb.tag not in ("VBN", "VBD", "JJ", "NN"):
            return None
        harm = self.says.transitive_harm(verb) or self.says.phrase_harm(verb)
        if harm is None and verb.lemma in self.words.leaving:
            harm = self._complement_harm(verb)
        return harm

    def _complement_harm(self, verb: Token) -> Harm | None:
        """For "were dead", "was left wounded", "were among the dead", "lies dead"."""
        for child in verb.children:
            if child.dep in _COMPLEMENTS and child.child("nsubj", "nsubjpass") is None:
                wish = child.has_child("to", "aux") and child.child("auxpass") is None
                harm = None if wish else self.says.complement_harm(child)
                if harm is None and suffers(child, self.words.wounding):
                    harm = Harm.INJURED
                if harm is not None and child.i > verb.i:
                    return harm
            if child.dep == "prep" and child.lower in ("among", "amongst"):
                inner = child.child("pobj")
                harm = self._whole_harm(inner) if inner is not None else None
                if inner is not None and harm is not None:
                    self.whole = inner
                    return harm
        return None

    def _whole_harm(self, whole: Token) -> Harm | None:
        """For "the dead", "those killed", "the victims of the raid"."""
        for child in whole.children:
            if child.dep in ("acl", "relcl") and (harm := self._passive_harm(child)) is not None:
                return harm
        harm = self.says.noun_harm(whole)
        return Harm.KILLED if harm is None and whole.lemma == "victim" else harm

    # ---- climbing ----

    def _next(self, token: Token) -> Token | None:
        head = token.head
        if token.dep in ("conj", "appos", "nmod", "compound"):
            if token.dep == "appos" and self.whole is None and head.is_noun:
                self.whole = told_again(token, head, self.words)
            return head if head.is_noun else None
        if token.dep in ("pobj", "dobj") and (
            head.lower in self.words.including or head.lemma in self.words.including
        ):
            self.whole = container_of(head)
            return self.whole
        if (
            token.dep == "pobj"
            and head.lower in _BOUNDING
            and head.dep in ("prep", "nsubjpass", "nsubj")
        ):
            return head
        if token.dep == "pobj" and head.lower in ("of", "with", "in"):
            outer = head.head
            owned = outer.lemma in KIN or head.lower != "of"
            return outer if outer.is_noun and not owned else None
        if token.dep in ("dep", "npadvmod", "ROOT", "attr") and head.is_noun:
            return head
        return None

    def _found(self, harm: Harm | None, word: Token) -> License | None:
        return self._made(harm, word) if harm is not None else None

    def _made(self, harm: Harm, word: Token, *, toll: bool = False) -> License:
        chain = [word, *word.ancestors()]
        verbs = [token for token in chain[:4] if token.is_verb]
        return License(
            harm,
            word,
            self.whole,
            toll,
            is_unreal(word, verbs, self.words),
            any(v.negated for v in verbs[:1]),
        )


_ARGUMENTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "conj", "attr"})
_CLAUSES = frozenset({"acl", "amod", "relcl", "advcl", "appos", "ROOT"})
_COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "xcomp", "ccomp", "advcl", "advmod"})


_Rule = Callable[[_Climber, Token, Token], License | None]
_BY_RELATION: dict[str, _Rule] = {
    "nsubjpass": _Climber._passive_subject,
    "nsubj": _Climber._active_subject,
    "dobj": _Climber._object,
    "attr": _Climber._value,
    "oprd": _Climber._value,
}
