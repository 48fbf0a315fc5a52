"""Parsed text: tokens with their heads, in offsets of the document."""

from collections.abc import Iterator
from dataclasses import dataclass, field

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
PERSONAL = frozenset({"he", "she", "they", "it", "we", "i"})
FIRST_PERSON = frozenset({"we", "us", "ours", "ourselves"})


@dataclass(slots=True, eq=False)
class Token:
    """A word: its offsets in the document, its lemma, its tag and the word it hangs on."""

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    start: int
    end: int
    entity: str = ""
    head: "Token" = field(init=False, repr=False)
    children: "list[Token]" = field(init=False, repr=False, default_factory=list)

    @property
    def is_verb(self) -> bool:
        """Whether it is tagged as a verb, participles and gerunds included."""
        return self.tag.startswith("VB") or self.tag == "MD"

    @property
    def is_noun(self) -> bool:
        """Whether it is tagged as a noun, a name, a pronoun or a number."""
        return self.tag in NOUN_TAGS

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit."""
        return any(letter.isalnum() for letter in self.text)

    def subtree(self) -> "list[Token]":
        """The word and all that hangs on it, in text order."""
        found = [self]
        for token in found:
            found.extend(token.children)
        return sorted(found, key=lambda token: token.i)

    def ancestors(self) -> "Iterator[Token]":
        """The words it hangs on, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> "Token | None":
        """The first child with one of these relations."""
        return next((token for token in self.children if token.dep in deps), None)

    def has_child(self, lower: str, *deps: str) -> bool:
        """Whether a child with that word (and one of these relations, if given) hangs on it."""
        return any(
            token.lower == lower and (not deps or token.dep in deps) for token in self.children
        )

    @property
    def negated(self) -> bool:
        """Whether a negation hangs on it."""
        return any(
            token.dep == "neg" or token.lower in ("not", "never", "n't") for token in self.children
        )

    @property
    def subject(self) -> "Token | None":
        """Its subject; for a second verb of one subject that of the first."""
        found = self.child(*SUBJECTS)
        if found is None and self.dep == "conj" and self.head.is_verb:
            return self.head.subject
        return found


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: `tokens` in order; `start` and `end` are offsets in the document."""

    tokens: list[Token]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last word or mark ends."""
        return self.tokens[-1].end

    @property
    def root(self) -> Token:
        """The word that hangs on nothing."""
        return next((token for token in self.tokens if token.head is token), self.tokens[0])

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that lie wholly within [start, end)."""
        return [token for token in self.tokens if token.start >= start and token.end <= end]


def span_of(tokens: "list[Token]") -> tuple[int, int]:
    """The offsets from the first to the last of some tokens."""
    return min(token.start for token in tokens), max(token.end for token in tokens)
