"""One word → the harm that it says, by the lexicon."""

from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.syntax import Token
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


class WordHarm:
    """What single words of harm say, with the words that hang on them."""

    def __init__(self, words: HarmLexicon) -> None:
        self.words = words

    def transitive_harm(self, verb: Token) -> Harm | None:
        """The harm that a verb does to its object, if any."""
        for harm in HARM_ORDER:
            if verb.lemma in self.words.harms[harm].transitive:
                return None if self._is_either(verb) else self._joined(verb, harm)
        if verb.lemma in self.words.shooting and verb.lemma in ("shoot", "stab"):
            return Harm.KILLED if self._says_dead(verb) else Harm.INJURED
        return None

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
        deadly = self.words.harms[Harm.KILLED].adjectives
        below = [*verb.children, *(inner for child in verb.children for inner in child.children)]
        return any(token.lower in deadly or token.lower in ("death", "fatally") for token in below)

    def intransitive_harm(self, verb: Token) -> Harm | None:
        """The harm that a verb says of its subject ("died")."""
        return next(
            (harm for harm in HARM_ORDER if verb.lemma in self.words.harms[harm].intransitive), None
        )

    def adjective_harm(self, word: Token) -> Harm | None:
        """The harm that an adjective or participle says ("dead", "wounded")."""
        return next(
            (harm for harm in HARM_ORDER if word.lower in self.words.harms[harm].adjectives), None
        )

    def phrase_harm(self, verb: Token) -> Harm | None:
        """For "lost their lives", "sustained injuries"."""
        thing = verb.child("dobj")
        if thing is None:
            return None
        if verb.lemma in ("lose", "give") and thing.lemma in ("life", "live"):
            return Harm.KILLED
        if verb.lemma in ("suffer", "sustain", "receive", "have") and thing.lemma in (
            "injury", "wound", "burn", "fracture", "shrapnel", "concussion",
        ):  # fmt: skip
            return Harm.INJURED
        return None

    def small_clause(self, token: Token, verb: Token) -> Harm | None:
        """For "left four people dead", "leaving 12 wounded"."""
        near = [*token.children, *verb.children]
        return next(
            (
                harm
                for child in near
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
