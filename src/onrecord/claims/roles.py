"""Party hits in a clause → the part each is given there."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.parties import PartyHit, PartyUse
from onrecord.claims.patterns import ClauseBooks
from onrecord.claims.role_words import RoleWords
from onrecord.claims.syntax import Token
from onrecord.model.claim import PartyMention
from onrecord.model.vocabulary import Certainty, HedgeKind, PartyRole

_CERTAINTIES = {
    HedgeKind.ALLEGED: Certainty.ALLEGED,
    HedgeKind.PROBABLE: Certainty.SUSPECTED,
    HedgeKind.POSSIBLE: Certainty.SUSPECTED,
}
_DEEPEST = 5
_NEAR = 5
_DID = PartyRole.ALLEGED_PERPETRATOR
_AIMING = frozenset({"aim", "direct", "train", "point", "throw", "shoot"})
_PASSING = frozenset({"conj", "appos", "compound", "nmod", "amod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class RoleReader:
    """Reads the parts that parties play in one clause."""

    tokens: Sequence[Token]
    books: ClauseBooks
    words: RoleWords

    def role_of(self, hit: PartyHit) -> PartyRole | None:
        """The part of a hit; `None` of a speaker, and of bare "soldiers" who did nothing."""
        if hit.use is PartyUse.SPEAKER:
            return None
        head = _head_of(hit, self.tokens)
        role = (
            self._of_adjective(head) if hit.use is PartyUse.ADJECTIVE else self._of_name(head, hit)
        )
        return role if hit.use is not PartyUse.BARE or role is _DID else None

    def _of_adjective(self, head: Token | None) -> PartyRole:
        """Whose attack it is did it, unless its planes or tanks are what was struck."""
        owned = head.head if head is not None else None
        if owned is not None and any(child.lower == "no" for child in owned.children):
            return PartyRole.OTHER
        if owned is None or owned.lemma not in self.words.carriers:
            return _DID
        struck = owned.dep in ("nsubjpass", "dobj") and owned.head.lemma in self.words.striking
        return PartyRole.TARGET if struck else _DID

    def _of_name(self, head: Token | None, hit: PartyHit) -> PartyRole:
        role = self._of_noun(head, 0) if head is not None else PartyRole.OTHER
        if role is PartyRole.OTHER and self._strikes_next(hit):
            return _DID
        if role is PartyRole.TARGET and hit.use in (PartyUse.FORCE, PartyUse.BARE):
            return self._of_victim(head)
        return role

    def elided(self, head: Token, hits: Sequence[PartyHit]) -> PartyHit | None:
        """The party, named outside the clause, that its verb is said of: "…, which killed two"."""
        verbs = [head, *(child for child in head.children if child.dep == "xcomp")]
        if any(
            child.dep in ("nsubj", "nsubjpass", "agent")
            for verb in verbs
            for child in verb.children
            if child.lower not in ("who", "which", "that")
        ):
            return None
        if head.lemma != "responsible" and not any(self.is_attack(verb) for verb in verbs):
            return None
        subject = _outer_subject(head)
        if subject is None or (head.tag == "VBN" and head.dep in ("acl", "amod")):
            return None
        return next(
            (
                hit
                for hit in hits
                if hit.start <= subject.start < hit.end
                or (subject.lower in self.words.people and subject.start == hit.end + 1)
            ),
            None,
        )

    def _of_victim(self, head: Token | None) -> PartyRole:
        verb = next((up for up in head.ancestors() if up.is_verb), None) if head else None
        died = verb is not None and verb.lemma in self.words.dying
        return PartyRole.VICTIM_PARTY if died else PartyRole.TARGET

    def _strikes_next(self, hit: PartyHit) -> bool:
        """For "Front fighters reportedly fired", whatever the parser made of it."""
        for token in [t for t in self.tokens if t.start >= hit.end][:_NEAR]:
            if token.lower in (",", ";", "."):
                return False
            if token.is_verb:
                passive = any(child.dep == "auxpass" for child in token.children)
                active = token.tag in ("VBD", "VBZ", "VBP") and not passive
                return active and self.is_attack(token)
        return False

    def is_attack(self, verb: Token) -> bool:
        """Whether a verb strikes, kills or seizes."""
        return verb.lemma in self.books.attack_verbs or verb.lemma in self.words.striking

    def _of_noun(self, noun: Token, depth: int) -> PartyRole:
        head = noun.head
        if depth > _DEEPEST or head is noun:
            return PartyRole.OTHER
        if noun.dep in _PASSING:
            return self._of_noun(head, depth + 1)
        if noun.dep == "poss":
            return self.role_of_owner(head, depth)
        if noun.dep in ("nsubj", "csubj"):
            return self._of_subject(head)
        if self._is_responsible(noun):
            return _DID
        if noun.dep in ("pobj", "pcomp"):
            return self._behind(noun, depth)
        if noun.dep in ("dobj", "nsubjpass"):
            return self._of_object(head)
        return PartyRole.OTHER

    def role_of_owner(self, owned: Token, depth: int = 0) -> PartyRole:
        """Of "X's strike", "X's fighters", "X's positions"."""
        if self.is_deed(owned):
            return _DID
        role = self._of_noun(owned, depth + 1)
        if owned.lemma in self.words.carriers and role is PartyRole.OTHER:
            return _DID
        return role

    def _of_subject(self, verb: Token) -> PartyRole:
        told = verb.lemma in self.words.telling or verb.lemma in self.words.holding
        if verb.lemma in ("die", "perish", "lose"):
            return PartyRole.TARGET
        return PartyRole.OTHER if told or verb.negated else _DID

    def _of_object(self, verb: Token) -> PartyRole:
        if verb.lemma in self.words.blaming:
            return _DID
        struck = self.is_attack(verb) or verb.lemma in self.words.dying
        return PartyRole.TARGET if struck else PartyRole.OTHER

    def _is_responsible(self, noun: Token) -> bool:
        """For "The front, which was responsible for 42 deaths"."""
        for child in noun.children:
            if child.dep in ("relcl", "acl", "amod", "appos") and child.i > noun.i:
                said = {token.lower for token in child.subtree()}
                if said & {"responsible", "behind"} or (
                    child.tag == "VBD"
                    and child.has_child("which")
                    and child.lemma not in self.words.holding | self.words.telling
                ):
                    return True
        return False

    def _behind(self, noun: Token, depth: int) -> PartyRole:
        """Of a party behind a preposition."""
        preposition = noun.head
        word, governor = preposition.lower, preposition.head
        if word == "by":
            passive = governor.lemma in self.words.telling or governor.lemma in self.words.holding
            return PartyRole.OTHER if passive else _DID
        if word == "of":
            return self._of_whole(governor, depth)
        if word == "from":
            return self._source(governor)
        if word == "to":
            return _DID if governor.lemma in self.words.attributing else PartyRole.OTHER
        if word in ("on", "at") and governor.lemma in self.words.blaming:
            return _DID
        struck = self.is_deed(governor) or self.is_attack(governor) or governor.lemma in _AIMING
        if word in self.words.against or (word in ("on", "at", "upon") and struck):
            return PartyRole.TARGET
        return PartyRole.OTHER

    def _of_whole(self, part: Token, depth: int) -> PartyRole:
        """Of "fighters of X", "positions of X", "the shelling of X", "at the hands of X"."""
        if part.lower in ("hand", "hands") and part.head.lower == "at":
            return _DID
        if part.lemma in self.words.members:
            role = self._of_noun(part, depth + 1)
            carried = part.lemma in self.words.carriers and role is PartyRole.OTHER
            return _DID if carried else role
        if self.is_deed(part):
            return PartyRole.TARGET
        if part.lemma in self.words.possessions:
            role = self._of_noun(part, depth + 1)
            return role if role is PartyRole.TARGET else PartyRole.OTHER
        return PartyRole.OTHER

    def _source(self, governor: Token) -> PartyRole:
        if governor.lemma in self.words.taking:
            return PartyRole.TARGET
        fired = governor.lemma in self.words.firing or governor.lemma in self.words.carriers
        return _DID if fired or self.is_deed(governor) else PartyRole.OTHER

    def is_deed(self, word: Token) -> bool:
        """Whether a word names an attack, or what one is done with."""
        forms = {word.lemma, word.lower}
        return bool(forms & (self.books.attack_nouns | self.books.attack_verbs)) or (
            word.lemma in ("toll", "force", "campaign", "operation", "sortie", "breach", "siege")
            or word.lemma in self.words.carriers
        )


def find_roles(
    hits: Sequence[PartyHit], hedge: HedgeKind, reader: RoleReader, elided: PartyHit | None = None
) -> tuple[PartyMention, ...]:
    """The parties of a clause with their roles; one mention for each name and role.

    `elided` is the party of which the clause is said although it stands outside.
    """
    found: dict[tuple[str, PartyRole], PartyMention] = {}
    parts = [(hit, reader.role_of(hit)) for hit in hits]
    if elided is not None and not any(role is _DID for _, role in parts):
        parts.append((elided, _DID))
    for hit, role in parts:
        if role is None:
            continue
        certainty = _CERTAINTIES.get(hedge, Certainty.STATED) if role is _DID else Certainty.STATED
        mention = PartyMention(
            text=hit.text,
            start=hit.start,
            end=hit.end,
            name=hit.name,
            role=role,
            certainty=certainty,
        )
        found.setdefault((hit.name, role), mention)
    accused = {name for name, role in found if role is _DID}
    return tuple(
        mention for (name, role), mention in found.items() if role is _DID or name not in accused
    )


def _outer_subject(verb: Token) -> Token | None:
    """What a relative clause hangs on, or the subject of the verb that a second one is joined to."""
    for _ in range(_DEEPEST):
        if verb.dep in ("relcl", "acl", "amod") and verb.head.is_noun:
            return verb.head
        if verb.dep not in ("conj", "xcomp", "advcl") or not verb.head.is_verb:
            return None
        verb = verb.head
        subject = verb.child("nsubj")
        if subject is not None and subject.lower not in ("who", "which", "that"):
            return subject
    return None


def _head_of(hit: PartyHit, tokens: Sequence[Token]) -> Token | None:
    inside = [token for token in tokens if token.start < hit.end and token.end > hit.start]
    ids = {id(token) for token in inside}
    return next((t for t in reversed(inside) if id(t.head) not in ids or t.head is t), None)
