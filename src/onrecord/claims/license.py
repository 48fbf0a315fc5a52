"""Counted people → the word that says what happened to them, if any does.

A number harms nobody by itself. From the counted noun we climb to the word that licenses it: the
verb it is subject or object of, a noun of harm it stands in, a toll it is the value of.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.syntax import Token
from onrecord.claims.word_harm import HARM_ORDER, WordHarm
from onrecord.model.vocabulary import Harm, Status

_STEPS = 8
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
        for rule in (self._counts_harm, self._participle, self._as_argument, self._behind):
            found = rule(token)
            if found is not None:
                return found
        return None

    def _counts_harm(self, token: Token) -> License | None:
        """For "12 deaths", "20 wounded", "three bodies"."""
        if token.is_verb and token.dep not in (
            "dobj",
            "pobj",
            "nsubj",
            "nsubjpass",
            "conj",
            "attr",
        ):
            return None
        for harm in HARM_ORDER:
            counted = self.words.harms[harm].counted
            if token.lemma in counted or token.lower in counted:
                return self._made(harm, token)
        return None

    def _participle(self, token: Token) -> License | None:
        """For "49 people killed in …", "12 people dead"."""
        for child in token.children:
            if (
                child.i > token.i
                and child.dep
                in (
                    "acl",
                    "amod",
                    "relcl",
                    "advcl",
                    "appos",
                    "ROOT",
                )
                and not _tells_of_another(child)
            ):
                harm = self._passive_harm(child) or self.says.adjective_harm(child)
                if harm is None and child.tag == "VBG":
                    harm = self.says.intransitive_harm(child)
                if harm is not None and child.child("dobj") is None:
                    return self._made(harm, child)
        return None

    def _as_argument(self, token: Token) -> License | None:
        head = token.head
        if head is token or not (head.is_verb or head.tag.startswith("JJ")):
            return None
        relation = token.dep
        if relation == "prep" and token.lower in _BOUNDING and token.i < head.i:
            relation = "nsubjpass"
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
                found = joined(self, token, other) or self._of_joined_verb(rule, token, other)
                if found is not None:
                    return found
        return None

    def _behind(self, token: Token) -> License | None:
        """For "the death of 12", "injuries to five", "the toll to 12"."""
        if token.dep != "pobj":
            return None
        head = token.head.head
        if token.head.lower in ("of", "to", "for", "among") and head.is_noun:
            harm = self.says.noun_harm(head)
            return self._made(harm, head) if harm is not None else None
        if token.head.lower in ("to", "at", "from", "by") and head.lemma in _RISING:
            harm = self._toll_of(head)
            return self._made(harm, head, toll=True) if harm is not None else None
        return None

    # ---- as argument of a verb ----

    def _passive_subject(self, _token: Token, verb: Token) -> License | None:
        return self._found(self._passive_harm(verb) or self._complement_harm(verb), verb)

    def _active_subject(self, token: Token, verb: Token) -> License | None:
        if self._is_agent(verb):
            return None
        harm = (
            self.says.intransitive_harm(verb)
            or self._complement_harm(verb)
            or self.says.phrase_harm(verb)
            or self.says.adjective_harm(verb)
        )
        if harm is None and not _has_complement(verb):
            harm = self._passive_harm(verb)
        if harm is None and token.lemma in self.words.perpetrators:
            return None
        return self._found(harm, verb)

    def _object(self, token: Token, verb: Token) -> License | None:
        harm = self.says.transitive_harm(verb)
        if harm is None and verb.lemma in self.words.leaving:
            harm = self.says.small_clause(token, verb)
        if harm is None and verb.lemma in ("claim", "take", "cost", "lose"):
            harm = Harm.KILLED if token.lemma in ("life", "lives") else None
        if harm is None and verb.lemma in _RISING:
            harm = self._toll_of(verb)
            return self._made(harm, verb, toll=True) if harm is not None else None
        return self._found(harm, verb)

    def _value(self, _token: Token, verb: Token) -> License | None:
        """For "the dead were 12 children", "the toll was 12", "among the dead were 12 children"."""
        if (harm := self._complement_harm(verb)) is not None and self.whole is not None:
            return self._made(harm, self.whole)
        fronted = _fronted(verb)
        if fronted is not None:
            return self._found(self.says.transitive_harm(fronted), fronted)
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
                harm = self.says.adjective_harm(child)
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

    def _toll_of(self, verb: Token) -> Harm | None:
        for child in verb.children:
            if child.dep in ("nsubj", "nsubjpass", "dobj"):
                harm = self.says.noun_harm(child)
                if harm is not None:
                    return harm
        subject = verb.subject
        return self.says.noun_harm(subject) if subject is not None else None

    def _is_agent(self, verb: Token) -> bool:
        """Whether a subject of this verb does the harm: it has an object of its own."""
        return verb.child("dobj") is not None and self.says.transitive_harm(verb) is not None

    # ---- climbing ----

    def _next(self, token: Token) -> Token | None:
        head = token.head
        if token.dep in ("conj", "appos", "nmod", "compound"):
            if token.dep == "appos" and self.whole is None and head.is_noun:
                self.whole = self._told_again(token, head)
            return head if head.is_noun else None
        if token.dep in ("pobj", "dobj") and (
            head.lower in self.words.including or head.lemma in self.words.including
        ):
            self.whole = self._container(head)
            return self.whole
        if (
            token.dep == "pobj"
            and head.lower in _BOUNDING
            and head.dep in ("prep", "nsubjpass", "nsubj")
        ):
            return head
        if token.dep == "pobj" and head.lower in ("of", "with", "in"):
            outer = head.head
            return outer if outer.is_noun and head.lower == "of" else None
        if token.dep in ("dep", "npadvmod", "ROOT", "attr") and head.is_noun:
            return head
        return None

    def _told_again(self, token: Token, head: Token) -> Token | None:
        """For "two civilians, a man and his daughter": those before the comma, told one by one.

        Not "two soldiers, one rebel": people of two standings are no apposition.
        """
        victims = self.words.victims
        one, other = victims.get(token.lemma), victims.get(head.lemma)
        if one is None or other is None or not any(t.tag == "CD" for t in head.children):
            return None
        apart = one.status is not other.status and Status.UNKNOWN not in (one.status, other.status)
        return None if apart else head

    def _container(self, word: Token) -> Token | None:
        """The noun that "including" adds to; a verb's subject where the parser hung it there."""
        if word.head.is_noun:
            return word.head
        if word.head.is_verb:
            return word.head.child("nsubjpass", "nsubj", "dobj") or word.head.subject
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
            self._is_unreal(word, verbs),
            any(v.negated for v in verbs[:1]),
        )

    def _is_unreal(self, word: Token, verbs: Sequence[Token]) -> bool:
        if not word.is_verb and verbs and verbs[0].lemma in self.words.unreal_verbs:
            return word.dep in ("dobj", "pobj", "conj") and verbs[0].lemma not in _HELPED
        for token in verbs[:1]:
            modal = {child.lower for child in token.children if child.dep == "aux"}
            perfect = token.has_child("have", "aux")
            if modal & self.words.unreal_modals and not (perfect and modal & {"may", "might"}):
                return True
            if "to" in modal and token.head.lemma in self.words.unreal_verbs:
                return True
            if token.dep in ("xcomp", "pcomp") and token.head.lemma in self.words.unreal_verbs:
                return True
        return False


_HELPED = frozenset({"help"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def _tells_of_another(clause: Token) -> bool:
    """For "an incident where a man was killed": who is killed is not the incident."""
    subject = clause.child("nsubj", "nsubjpass") if clause.dep in ("relcl", "advcl") else None
    return subject is not None and subject.lower not in _RELATIVE


def _fronted(verb: Token) -> Token | None:
    """The participle in "Also killed were two guards", whichever word the parser made the head."""
    if verb.tag == "VBN" and (aux := verb.child("auxpass", "aux")) is not None and aux.i > verb.i:
        return verb
    head = verb.head
    inverted = verb.dep in ("auxpass", "aux") and head.tag == "VBN" and verb.i > head.i
    return head if inverted else None


_COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "xcomp", "ccomp", "advcl", "advmod"})


def _has_complement(verb: Token) -> bool:
    """Whether a verb has an object or a clause of its own; "one killed, two wounded" has neither."""
    if verb.child("dobj") is not None:
        return True
    clauses = [child for child in verb.children if child.dep in ("ccomp", "xcomp")]
    return any(clause.child("nsubj", "nsubjpass") is None for clause in clauses)


_Rule = Callable[[_Climber, Token, Token], License | None]
_BY_RELATION: dict[str, _Rule] = {
    "nsubjpass": _Climber._passive_subject,
    "nsubj": _Climber._active_subject,
    "dobj": _Climber._object,
    "attr": _Climber._value,
    "oprd": _Climber._value,
}
