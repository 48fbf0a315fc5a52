"""Verbs of speech in their clause → how the speaker stands to what follows, and whether he says it."""

from onrecord.claims.speech_words import SpeechLexicon
from onrecord.claims.syntax import Token

# Whoever could not or did not do so says nothing of what follows.
_VOUCHING = frozenset(
    {"confirm", "verify", "corroborate", "establish", "determine", "identify", "comment", "elaborate",
     "specify", "disclose", "reveal"}
)  # fmt: skip


def stance_of(verb: Token, words: SpeechLexicon) -> str:
    """The stance of a verb as it stands: "ruled out" denies, "did not deny" leaves it open."""
    excludes = verb.lemma == "rule" and verb.has_child("out", "prt")
    stance = "denies" if excludes else words.stance_of(verb.lemma)
    return "leaves_open" if stance == "denies" and verb.negated else stance


def says_nothing(verb: Token) -> bool:
    """For "find out", "could not confirm", "nor denied", "fewer than they claim", which compares."""
    compared = verb.dep == "advcl" and verb.has_child("than", "mark")
    found_out = verb.lemma == "find" and verb.has_child("out", "prt")
    vouches = verb.negated and (verb.lemma in _VOUCHING or _asks(verb))
    return compared or found_out or vouches or _is_neither(verb)


def _asks(verb: Token) -> bool:
    """For "did not say whether", "would not tell how": what follows is not said."""
    clause = verb.child("ccomp")
    return clause is not None and any(token.lower in _OPEN for token in clause.subtree()[:2])


_OPEN = frozenset({"whether", "if", "how", "why", "what", "who", "when", "where", "which"})


def _is_neither(verb: Token) -> bool:
    """For both verbs of "neither confirmed nor denied"."""
    first = verb.head if verb.dep == "conj" else verb
    return any(child.lower in ("neither", "nor") for child in (*verb.children, *first.children))
