"""Parsed words → those that are negated: by "not", "no", "nobody", "without", "fail to", "deny"."""

from collections.abc import Iterator, Sequence

from onrecord.claims.syntax import Token

_ADVERBS = frozenset(
    {"not", "never", "n't", "nt", "hardly", "scarcely", "nowhere", "neither", "nor", "no longer"}
)
_DETERMINERS = frozenset({"no", "neither", "zero", "nary"})
# Before the verb these tell of something else: "On Monday nobody came", "hurt, not six as announced".
_BEFORE_VERB = frozenset({"prep", "npadvmod", "advmod", "ccomp"})
_BEFORE_NOUN = frozenset({"det", "nummod", "amod", "preconj", "advmod"})
# "No fewer than nine", "no longer ago": not the nine, and not the time, is denied.
_BOUNDS = frozenset({"few", "fewer", "less", "more", "later", "doubt", "matter"})
_SOLELY = frozenset({"only", "just", "merely"})
_NOBODY = frozenset({"nobody", "none", "nothing", "nil"})
# What they govern did not come about.
_VERBS = frozenset(
    {"fail", "refuse", "lack", "exclude", "deny", "doubt", "refute", "cease", "abstain", "forbear",
     "miss", "omit", "neglect"}
)  # fmt: skip
_NOUNS = frozenset({"lack", "absence", "want", "dearth", "shortage"})
_PREPOSITIONS = frozenset({"without", "minus", "barring"})
_ADJECTIVES = frozenset(
    {"free", "devoid", "bereft", "void", "short", "unable", "impossible", "far"}
)
# A negated verb negates what hangs on it with these, and not what tells of other deeds.
_DOWN = frozenset(
    {"dobj", "attr", "acomp", "prep", "pobj", "xcomp", "ccomp", "advmod", "prt", "oprd", "agent",
     "amod", "compound", "poss", "pcomp", "dative", "npadvmod", "nmod", "quantmod", "nummod"}
)  # fmt: skip


def find_negated(tokens: Sequence[Token]) -> frozenset[int]:
    """The places (`Token.i`) of the words of a clause that stand under a negation."""
    inside = {token.i for token in tokens}
    found: set[int] = set()
    for token in tokens:
        for root in _negated_by(token):
            found.update(one.i for one in _below(root) if one.i in inside)
    for token in tokens:
        if token.lower == "yet" and (after := _infinitive_after(token)) is not None:
            found.update(one.i for one in _below(after))
    return frozenset(found)


def _negated_by(token: Token) -> Iterator[Token]:
    """The words that one word negates, each with what hangs on it."""
    if token.dep == "neg" or token.lower in _ADVERBS:
        yield from _by_adverb(token)
    elif token.lower in _DETERMINERS and token.dep in _BEFORE_NOUN and not _is_bound(token.head):
        yield from (token.head, *_verbs_over(token.head))
    elif (noun := _nobody(token)) is not None:
        yield from (noun, *_verbs_over(noun))
    else:
        yield from (child for child in token.children if child.dep in _lacked_by(token))


def _by_adverb(token: Token) -> Iterator[Token]:
    head = token.head
    if _follows(token) or any(child.lower in _SOLELY for child in head.children):
        return
    yield head
    yield from (verb for verb in _verbs_over(head) if token.i < verb.i)


def _nobody(token: Token) -> Token | None:
    """The word for nobody or nothing that a word is or begins; "nothing but" is something."""
    if token.lower == "no" and token.head.lower == "one":
        return token.head
    plain = not any(child.lower in ("more", "else", "but") for child in token.children)
    return token if token.lower in _NOBODY and plain else None


def _lacked_by(token: Token) -> tuple[str, ...]:
    """With which relations that hangs on a word whose meaning denies it: "without", "fail to"."""
    if token.lemma in _PREPOSITIONS or token.lemma in _NOUNS or token.lemma in _ADJECTIVES:
        return ("pobj", "prep", "pcomp", "xcomp")
    excluded = token.lemma == "rule" and token.has_child("out")
    if token.is_verb and (token.lemma in _VERBS or excluded):
        return ("dobj", "xcomp", "ccomp", "pcomp")
    return ()


def _follows(negation: Token) -> bool:
    """For "seven were hurt, not six": a negation behind a full verb does not deny it."""
    verb = negation.head
    full = verb.is_verb and verb.tag != "MD" and verb.lemma not in ("be", "have", "do")
    return full and negation.i > verb.i and negation.lower != "n't"


def _is_bound(word: Token) -> bool:
    return (
        word.lemma in _BOUNDS
        or word.lower in _BOUNDS
        or any(
            child.lower in _BOUNDS and child.dep in ("amod", "advmod") for child in word.children
        )
    )


def _verbs_over(noun: Token) -> Iterator[Token]:
    """The verb of which a negated noun is subject or object: "no gunner fired", "found nothing"."""
    top = noun
    while top.dep in ("pobj", "prep", "conj", "poss", "compound") and top.head is not top:
        if top.dep == "prep" and top.head.is_verb:
            return
        top = top.head
    if top.dep in ("nsubj", "nsubjpass", "dobj", "attr", "expl", "oprd") and top.head.is_verb:
        yield top.head


def _below(root: Token) -> Iterator[Token]:
    """A negated word and what of its phrase is negated with it."""
    yield root
    for child in root.children:
        joined = child.dep == "conj" and (root.has_child("or") or root.has_child("nor"))
        same = child.dep == "conj" and child.is_noun
        before = root.is_verb and child.i < root.i and child.dep in _BEFORE_VERB
        if (child.dep in _DOWN and not before) or joined or same:
            yield from _below(child)


def _infinitive_after(token: Token) -> Token | None:
    """For "has yet to show": the verb behind "yet to"."""
    head = token.head
    verbs = [head, *head.children]
    return next(
        (v for v in verbs if v.is_verb and v.has_child("to", "aux") and v.i > token.i), None
    )
