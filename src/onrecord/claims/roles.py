"""Party hits in a clause → the part each is given there."""

from collections.abc import Sequence

from onrecord.claims.parties import PartyHit, PartyUse
from onrecord.claims.patterns import ClauseBooks
from onrecord.claims.syntax import Token
from onrecord.model.claim import PartyMention
from onrecord.model.vocabulary import Certainty, HedgeKind, PartyRole

_CERTAINTIES = {
    HedgeKind.ALLEGED: Certainty.ALLEGED,
    HedgeKind.PROBABLE: Certainty.SUSPECTED,
    HedgeKind.POSSIBLE: Certainty.SUSPECTED,
}
# "Aircraft of the army bombed …": whose they are is who did it.
_CARRIERS = frozenset(
    {"warplane", "jet", "plane", "aircraft", "drone", "helicopter", "missile", "artillery", "bomber",
     "rocket", "shell", "mortar", "gunboat", "tank", "pilot", "sniper"}
)  # fmt: skip
_LEADING_ON = frozenset({"conj", "appos", "compound", "nmod"})
_BLAMING = frozenset({"blame", "accuse"})
_AGAINST = frozenset({"against", "targeting", "from"})


def find_roles(
    hits: Sequence[PartyHit], tokens: Sequence[Token], hedge: HedgeKind, books: ClauseBooks
) -> tuple[PartyMention, ...]:
    """The parties of a clause with their roles; one mention for each name and role."""
    found: dict[tuple[str, PartyRole], PartyMention] = {}
    for hit in hits:
        role = _role(hit, tokens, books)
        if role is None:
            continue
        certainty = Certainty.STATED
        if role is PartyRole.ALLEGED_PERPETRATOR:
            certainty = _CERTAINTIES.get(hedge, Certainty.STATED)
        mention = PartyMention(
            text=hit.text,
            start=hit.start,
            end=hit.end,
            name=hit.name,
            role=role,
            certainty=certainty,
        )
        found.setdefault((hit.name, role), mention)
    accused = {name for name, role in found if role is PartyRole.ALLEGED_PERPETRATOR}
    return tuple(
        mention
        for (name, role), mention in found.items()
        if role is PartyRole.ALLEGED_PERPETRATOR or name not in accused
    )


def _role(hit: PartyHit, tokens: Sequence[Token], books: ClauseBooks) -> PartyRole | None:
    if hit.use is PartyUse.SPEAKER:
        return None
    if hit.use is PartyUse.ADJECTIVE:
        return PartyRole.ALLEGED_PERPETRATOR
    head = _head_of(hit, tokens)
    if head is None:
        return PartyRole.OTHER
    return _role_of_noun(head, books, depth=0)


def _head_of(hit: PartyHit, tokens: Sequence[Token]) -> Token | None:
    inside = [token for token in tokens if token.start < hit.end and token.end > hit.start]
    ids = {id(token) for token in inside}
    return next((t for t in reversed(inside) if id(t.head) not in ids or t.head is t), None)


def _role_of_noun(noun: Token, books: ClauseBooks, *, depth: int) -> PartyRole | None:
    head = noun.head
    if depth > 4:
        return PartyRole.OTHER
    if noun.dep in _LEADING_ON or (noun.dep == "amod" and head.lemma in _CARRIERS):
        return _role_of_noun(head, books, depth=depth + 1) if head is not noun else PartyRole.OTHER
    if noun.dep == "poss":
        return PartyRole.ALLEGED_PERPETRATOR if _is_deed(head, books) else PartyRole.OTHER
    if noun.dep in ("nsubj", "csubj") or _is_responsible(noun):
        return PartyRole.ALLEGED_PERPETRATOR
    if noun.dep in ("pobj", "pcomp"):
        return _role_behind(noun, books)
    if noun.dep in ("dobj", "nsubjpass") and head.lemma in _BLAMING:
        return PartyRole.ALLEGED_PERPETRATOR
    if noun.dep in ("dobj", "nsubjpass"):
        return PartyRole.TARGET
    return PartyRole.OTHER


def _is_responsible(noun: Token) -> bool:
    """For "The front, which was responsible for 42 deaths"."""
    for child in noun.children:
        if child.dep in ("relcl", "acl", "amod", "appos") and child.i > noun.i:
            said = {token.lower for token in child.subtree()}
            if said & {"responsible", "behind"} or (
                child.tag == "VBD" and child.has_child("which")
            ):
                return True
    return False


def _role_behind(noun: Token, books: ClauseBooks) -> PartyRole:
    preposition = noun.head
    governor = preposition.head
    if preposition.lower == "by":
        return PartyRole.ALLEGED_PERPETRATOR
    if preposition.lower in _AGAINST:
        return PartyRole.TARGET
    if preposition.lower == "of" and governor.lemma in _CARRIERS:
        return PartyRole.ALLEGED_PERPETRATOR
    if preposition.lower == "of" and governor.lemma in ("bombing", "shelling", "strike"):
        return PartyRole.TARGET
    if preposition.lower == "to" and governor.lemma in ("due", "attribute", "attributed"):
        return PartyRole.ALLEGED_PERPETRATOR
    if preposition.lower == "on" and (_is_deed(governor, books) or governor.lemma == "blame"):
        return PartyRole.ALLEGED_PERPETRATOR if governor.lemma == "blame" else PartyRole.TARGET
    return PartyRole.OTHER


def _is_deed(word: Token, books: ClauseBooks) -> bool:
    forms = {word.lemma, word.lower}
    return bool(forms & (books.attack_nouns | books.attack_verbs)) or word.lemma in (
        "warplane", "jet", "plane", "aircraft", "drone", "force", "helicopter", "missile", "toll", "pilot",
        "artillery", "bomber", "military", "army", "munition", "rocket",
    )  # fmt: skip
