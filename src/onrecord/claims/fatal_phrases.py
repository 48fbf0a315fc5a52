"""Verbs that tell a death only with a word beside them: "crushed to death", "gunned down"."""

from onrecord.claims.syntax import Token

_TO_DEATH = frozenset(
    {"crush", "beat", "stab", "burn", "bludgeon", "hack", "club", "batter", "trample", "starve",
     "freeze", "bleed", "choke", "torture", "stone", "shoot", "bomb", "shell", "scald", "suffocate",
     "strangle", "kick", "gas", "whip", "slash", "knife", "put", "fall", "plunge", "boil", "roast",
     "drown", "hang", "blow", "drag"}
)  # fmt: skip
_TO_PIECES = frozenset({"blow", "tear", "hack", "cut", "rip", "shred"})
_DOWN = frozenset({"gun", "mow", "cut"})
_APART = frozenset({"blow", "tear", "rip"})
_ALIVE = frozenset({"burn", "roast", "incinerate"})
# "Killed with ten others injured": with whom, but not as they fared.
_OTHERWISE = frozenset(
    {
        "injured",
        "wounded",
        "hurt",
        "missing",
        "detained",
        "arrested",
        "captured",
        "injuries",
        "injury",
        "damage",
    }
)
_ALONG = frozenset({"with", "alongside"})


def tells_death(verb: Token) -> bool:
    """Whether a verb and its particle or "to death" say that people died."""
    lemma = verb.lemma
    for child in verb.children:
        if child.i < verb.i:
            continue
        inner = child.child("pobj") if child.lower == "to" else None
        if inner is not None and inner.lower == "death" and lemma in _TO_DEATH:
            return True
        if inner is not None and inner.lower in ("pieces", "shreds") and lemma in _TO_PIECES:
            return True
        if (lemma, verb.tag, (inner or child).lower) == ("lay", "VBN", "rest"):
            return True
        if _is_of(child, verb):
            return not _lets_live(verb)
    return False


def _lets_live(verb: Token) -> bool:
    """For "two brothers were gunned down; the elder survived"."""
    top = next((up for up in verb.ancestors() if up.head is up), verb)
    return any(token.lemma == "survive" for token in top.subtree())


def _is_of(word: Token, verb: Token) -> bool:
    """Whether a particle right behind a verb makes it deadly."""
    near = word.i <= verb.i + 2
    return near and (
        (word.lower == "down" and verb.lemma in _DOWN)
        or (word.lower == "apart" and verb.lemma in _APART)
        or (word.lower == "alive" and verb.lemma in _ALIVE)
        or (word.lower == "out" and verb.lemma == "wipe")
    )


def shared_with(token: Token) -> Token | None:
    """The verb in "was killed with his wife", "died alongside two nurses": they fared alike."""
    if token.dep != "pobj" or token.head.lower not in _ALONG:
        return None
    preposition = token.head
    up = preposition.head
    if up.lower in ("along", "together"):
        up = up.head
    if not up.is_verb or up.i > token.i or up.child("dobj") is not None:
        return None
    if any(word.lower in _OTHERWISE for word in preposition.subtree()):
        return None
    if any(word.lower in _OTHERWISE and word.i - token.i in (1, 2) for word in up.children):
        return None
    passive = up.child("auxpass") is not None or up.child("nsubjpass") is not None
    return up if passive or up.lemma in _DYING else None


def keeps_company(anchor: Token, verb: Token) -> bool:
    """Whether people are those with whom the subject of a verb fared alike, or one more of them."""
    while anchor.dep == "conj":
        anchor = anchor.head
    return shared_with(anchor) is verb


_DYING = frozenset({"die", "perish", "drown"})
