"""One word → the harm that it says, by the lexicon."""

from onrecord.claims.fatal_phrases import tells_death
from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.syntax import Token
from onrecord.claims.unreal import does_deed, runs_away
from onrecord.claims.wounds import strikes, suffers
from onrecord.model.vocabulary import Harm

HARM_ORDER = (
    Harm.KILLED,
    Harm.INJURED,
    Harm.KILLED_OR_INJURED,
    Harm.MISSING,
    Harm.DISPLACED,
    Harm.DETAINED,
    Harm.BESIEGED,
)

_FATAL = frozenset({"fatal", "fatally", "mortally", "mortal", "deadly"})


class WordHarm:
    """What single words of harm say, with the words that hang on them."""

    def __init__(self, words: HarmLexicon) -> None:
        self.words = words

    def transitive_harm(self, verb: Token) -> Harm | None:
        """The harm that a verb does to its object, if any."""
        if tells_death(verb):
            return Harm.KILLED
        for harm in HARM_ORDER:
            if verb.lemma in self.words.harms[harm].transitive:
                if self._is_either(verb):
                    return None
                fatal = harm is Harm.INJURED and self._is_fatal(verb)
                return Harm.KILLED if fatal else self._joined(verb, harm)
        if verb.lemma in self.words.shooting and verb.lemma in ("shoot", "stab"):
            return Harm.KILLED if self._says_dead(verb) else Harm.INJURED
        return Harm.INJURED if strikes(verb, self.words.wounding) else None

    def is_agent(self, verb: Token) -> bool:
        """Whether a subject of this verb does the harm: it has an object, its own or a shared one."""
        if self.transitive_harm(verb) is None:
            return False
        return verb.child("dobj") is not None or does_deed(verb)

    def short_harm(self, word: Token) -> Harm | None:
        """What the word right behind a bare number says: "7 shot", "one fatally", "1 critical"."""
        if word.lower in ("shot", "stabbed"):
            dead = any(child.i == word.i + 1 and self._is_deadly(child) for child in word.children)
            return Harm.KILLED if dead else Harm.INJURED
        if word.lower in ("fatally", "mortally"):
            return Harm.KILLED
        return Harm.INJURED if word.lower in self.words.gravely else None

    def deed_harm(self, noun: Token) -> Harm | None:
        """What "the shooting of", "the fatal stabbing of" says of the people behind it."""
        if noun.lemma not in self.words.deeds:
            return None
        return self.fatal_harm(noun) or Harm.INJURED

    def fatal_harm(self, noun: Token) -> Harm | None:
        """Death, where a deed is called fatal: "a girl's fatal shooting"."""
        fatal = noun.lemma in self.words.deeds and any(
            child.lower in _FATAL for child in noun.children
        )
        return Harm.KILLED if fatal else None

    def is_of_deed(self, noun: Token) -> bool:
        """Whether a noun is "gunshot victim", "stabbing victims"."""
        return any(
            child.dep in ("compound", "amod") and child.lower in self.words.deeds | {"gunshot"}
            for child in noun.children
        )

    def blow_harm(self, verb: Token) -> Harm:
        """What a blow that hit somebody says: "was hit", "was fatally hit"."""
        return Harm.KILLED if self._is_fatal(verb) else Harm.INJURED

    def _is_either(self, verb: Token) -> bool:
        """For "captured or killed": which of the two befell them is left open."""
        held = self.words.harms[Harm.DETAINED].transitive
        deadly = self.words.harms[Harm.KILLED].transitive
        other = verb.head if verb.dep == "conj" else verb.child("conj")
        if other is None or not {verb.lemma, other.lemma} & held:
            return False
        first = min(verb, other, key=lambda token: token.i)
        return first.has_child("or", "cc") and bool({verb.lemma, other.lemma} & deadly)

    def _joined(self, verb: Token, harm: Harm) -> Harm:
        """For "killed or wounded" is one harm; "killed and ten wounded" are two."""
        for other in verb.children:
            if other.dep == "conj" and other.lemma in self.words.harms[Harm.INJURED].transitive:
                between = [child.lower for child in verb.children if child.dep == "cc"]
                if "or" in between and other.child("nsubj", "nsubjpass", "dobj") is None:
                    return Harm.KILLED_OR_INJURED
        return harm

    def _says_dead(self, verb: Token) -> bool:
        """For "shot dead", "fatally shot", "shot him to death"; not of "shot, one fatally"."""
        numbers = {child.i for child in verb.children if child.tag == "CD"}
        return any(
            self._is_deadly(child)
            for child in verb.children
            if child.tag != "CD"
            and child.i - 1 not in numbers
            and (child.i > verb.i or child.dep == "advmod")
            and child.child("nsubj", "nsubjpass") is None
        )

    def _is_fatal(self, word: Token) -> bool:
        """For "fatally wounded", "a fatal gunshot wound"."""
        return any(child.lower in _FATAL for child in word.children)

    def _is_deadly(self, word: Token) -> bool:
        deadly = self.words.harms[Harm.KILLED].adjectives | {"death", "fatally", "mortally"}
        return any(token.lower in deadly for token in (word, *word.children))

    def intransitive_harm(self, verb: Token) -> Harm | None:
        """The harm that a verb says of its subject ("died")."""
        if verb.lemma == "flee" and runs_away(verb, self.words):
            return None
        if tells_death(verb):
            return Harm.KILLED
        return next(
            (harm for harm in HARM_ORDER if verb.lemma in self.words.harms[harm].intransitive), None
        )

    def adjective_harm(self, word: Token) -> Harm | None:
        """The harm that an adjective or participle says ("dead", "wounded")."""
        return next(
            (harm for harm in HARM_ORDER if word.lower in self.words.harms[harm].adjectives), None
        )

    def complement_harm(self, word: Token) -> Harm | None:
        """What a complement says: "was left wounded", "were found shot dead"."""
        harm = self.adjective_harm(word)
        if word.tag != "VBN" or word.dep != "xcomp":
            return harm
        dead = any(self.adjective_harm(child) is Harm.KILLED for child in word.children)
        return Harm.KILLED if dead else self.transitive_harm(word) or harm

    def phrase_harm(self, verb: Token) -> Harm | None:
        """For "lost their lives", "sustained injuries", "suffering from a wound"."""
        thing = verb.child("dobj")
        if thing is None:
            return Harm.INJURED if suffers(verb, self.words.wounding) else None
        if (verb.lemma, thing.lemma) == ("commit", "suicide"):
            return Harm.KILLED
        if verb.lemma in ("lose", "give") and thing.lemma in ("life", "live"):
            return Harm.KILLED
        if verb.lemma in ("suffer", "sustain", "receive", "have") and thing.lemma in (
            "injury", "wound", "burn", "fracture", "shrapnel", "concussion",
        ):  # fmt: skip
            return Harm.KILLED if self._is_fatal(thing) else Harm.INJURED
        return None

    def small_clause(self, token: Token, verb: Token) -> Harm | None:
        """For "left four people dead", "leaving 12 wounded"."""
        near = [*token.children, *verb.children]
        near += [word for child in token.children if child.dep == "conj" for word in child.children]
        return next(
            (
                harm
                for child in sorted(near, key=lambda word: word.i)
                if child.i > token.i and (harm := self.adjective_harm(child)) is not None
            ),
            None,
        )

    def noun_harm(self, noun: Token) -> Harm | None:
        """The harm that a noun says ("death", "the wounded", "death toll")."""
        forms = {noun.lemma, noun.lower}
        for harm in HARM_ORDER:
            entry = self.words.harms[harm]
            if forms & (entry.nouns | entry.counted) or forms & entry.adjectives:
                return harm
        if noun.lemma in ("toll", "tally", "count", "number", "total", "life", "live", "figure"):
            return self._toll_noun(noun)
        return None

    def toll_harm(self, verb: Token) -> Harm | None:
        """The harm of a toll that a verb tells the value of: "raises the death toll to"."""
        for child in verb.children:
            if child.dep in ("nsubj", "nsubjpass", "dobj"):
                harm = self.noun_harm(child)
                if harm is not None:
                    return harm
        subject = verb.subject
        return self.noun_harm(subject) if subject is not None else None

    def _toll_noun(self, noun: Token) -> Harm | None:
        if noun.lemma in ("life", "live"):
            return (
                Harm.KILLED if noun.head.lemma in ("claim", "take", "cost", "loss", "of") else None
            )
        said = {token.lemma for token in noun.subtree()} | {token.lower for token in noun.subtree()}
        for harm in (Harm.INJURED, Harm.MISSING, Harm.KILLED):
            entry = self.words.harms[harm]
            if said & (entry.adjectives | entry.nouns | entry.counted | entry.transitive):
                return harm
        return Harm.KILLED if noun.lemma == "toll" else None
