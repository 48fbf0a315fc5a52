"""Clauses and who speaks them → families of words that hang on the speaker: his side, the others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.parties import PartyHit
from onrecord.claims.party_book import load_party_book
from onrecord.claims.syntax import FIRST_PERSON, Token

_OWNING = frozenset({"our", "its"})
_GENERIC = frozenset({"do", "does", "will", "would", "can", "shall", "wo", "could"})
_HEDGED = re.compile(
    r"[\"'](?:is |are |was |were |it |that )?(?:probabl|presum|possibl|likely|alleged|apparent|reported"
    r"|may\b|might|could|perhaps|suspect|believed|credible|plausib|appear|seem|thought|suppos|consistent"
    r"|conceivabl|understood|unconfirmed|estimat|approximat|around\b|about\b|suggest|indicat|circumstantial)"
)
_ASKING = frozenset({"where", "how", "who", "why", "which", "what"})


@dataclass(frozen=True, slots=True)
class Said:
    """A clause as its speaker says it: words, whose mouth it is, and the parties it names."""

    tokens: Sequence[Token]
    text: str
    party: str | None
    hits: Sequence[PartyHit]


def families_of_sides(said: Said) -> dict[int, frozenset[str]]:
    """By place of the token: `own`, `self`, `we`, `rival`, `side`, `figure`, `thereis`, `habit`, `ongoing`, `asked`, `hedgeword`."""
    found: dict[int, set[str]] = {}
    for token in said.tokens:
        for name in _of_word(token, said):
            found.setdefault(token.i, set()).add(name)
        if token.lower in _OWNING and token.dep == "poss" and not token.head.has_child("own"):
            found.setdefault(token.head.i, set()).add("own")
    for hit in said.hits:
        side = _side(hit, said.party)
        for token in _words_of(hit, said.tokens):
            named = {"self"} if side == "own" and hit.start <= token.start < hit.end else set()
            found.setdefault(token.i, set()).update({"side", side, *named})
    _add_marks_of_text(said, found)
    return {place: frozenset(names) for place, names in found.items()}


def _of_word(token: Token, said: Said) -> list[str]:
    names = []
    if token.lower in FIRST_PERSON or (token.lower == "it" and _acts(token)):
        names.append("own")
    if token.lower in FIRST_PERSON:
        names += ["self", "we"]
    if token.dep == "expl":
        names.append("thereis")
    if token.tag == "CD" and token.lower not in ("zero", "one", "nil"):
        names.append("figure")
    if token.is_verb and _is_habit(token):
        names.append("habit")
    if token.is_verb and _goes_on(token):
        names.append("ongoing")
    return names


def _acts(token: Token) -> bool:
    """Whether "it" stands for a speaker who does something, and not for a thing that is so."""
    return token.dep == "nsubj" and token.head.is_verb and token.head.lemma != "be"


def _is_habit(verb: Token) -> bool:
    helping = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    if helping & {"have", "has", "had", "did", "was", "were"}:
        return False
    return verb.tag in ("VBP", "VBZ") or bool(helping & _GENERIC)


def _goes_on(verb: Token) -> bool:
    """For "is examining", "are being examined", "will examine", "has begun to examine"."""
    helping = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    progressive = verb.tag == "VBG" and bool(helping & {"is", "are", "was", "were", "be", "been"})
    return progressive or bool(helping & {"being", "will", "would", "shall", "to", "'ll"})


def _side(hit: PartyHit, party: str | None) -> str:
    if party is None:
        return "named"
    book = load_party_book()
    if book.are_one_side(hit.name, party):
        return "own"
    return "allied" if book.are_allied(hit.name, party) else "rival"


def _words_of(hit: PartyHit, tokens: Sequence[Token]) -> list[Token]:
    """The words of a name, and the noun that it goes before: "Tarvian pilots"."""
    inside = [t for t in tokens if hit.start <= t.start < hit.end and t.is_word]
    heads = [t.head for t in inside if t.dep in ("amod", "compound", "poss", "nmod")]
    return [*inside, *(head for head in heads if head not in inside and head.is_noun)]


def _add_marks_of_text(said: Said, found: dict[int, set[str]]) -> None:
    """Questions, and words of caution that stand in quotation marks."""
    if not said.tokens:
        return
    start = said.tokens[0].start
    for match in _HEDGED.finditer(_plain_quotes(said.text), 1):
        near = next((t for t in said.tokens if t.start - start >= match.start()), None)
        if near is not None:
            found.setdefault(near.i, set()).add("hedgeword")
    first = next((t for t in said.tokens if t.is_word), said.tokens[0])
    if said.text.rstrip(" \"'\u201d").endswith("?") or first.lower in _ASKING:
        found.setdefault(first.i, set()).update({"asked", *({"how"} & {first.lower})})


def _plain_quotes(text: str) -> str:
    return re.sub("[\u201c\u201d\u2018\u2019]", '"', text).lower()
