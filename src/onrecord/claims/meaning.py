"""Marks of a clause → what it argues: rules over families of meaning, negation and sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from onrecord.claims.harm_words import read_toml
from onrecord.claims.patterns import load_books
from onrecord.claims.senses import Mark, find_marks, load_families
from onrecord.claims.syntax import Token

# So many words may lie between those of one rule.
_REACH = 14
Marks = Mapping[str, Sequence[Mark]]
_NEGATED = {"!": True, "~": None}


@dataclass(frozen=True, slots=True)
class Term:
    """What must stand in a clause: a word of all these families, on a side, negated or not.

    `absent`: no such word may stand there.
    """

    families: tuple[str, ...]
    side: str
    negated: bool | None
    absent: bool = False

    def words(self, by_family: Marks) -> list[int]:
        """The places of the words that fit."""
        fitting = [
            {m.i for m in by_family.get(name, ()) if self._fits(m)} for name in self.families
        ]
        return sorted(set.intersection(*fitting))

    def _fits(self, mark: Mark) -> bool:
        return self.side in ("", mark.side) and self.negated in (None, mark.negated)


Rule = tuple[Term, ...]
Rules = Mapping[str, tuple[Rule, ...]]


@cache
def load_rules(table: str, lang: str = "en") -> Rules:
    """The rules of a table by code, in the table's order."""
    raw = read_toml(f"{lang}_meaning.toml")[table]
    return {code: tuple(map(_rule, rules)) for code, rules in raw.items()}


def _rule(words: str) -> Rule:
    return tuple(map(_term, words.split()))


def _term(word: str) -> Term:
    if word.startswith("-"):
        return Term(tuple(word[1:].split("+")), "", None, absent=True)
    side, _, families = word.rstrip("!~").rpartition(".")
    return Term(tuple(families.split("+")), side, _NEGATED.get(word[-1], False))


def find_meanings(
    tokens: Sequence[Token], given: Mapping[int, frozenset[str]], table: str = "answers"
) -> list[str]:
    """The codes that the words of a clause argue, in the order of the table."""
    marks = find_marks(tokens, given, load_families())
    by_family: dict[str, list[Mark]] = {}
    for mark in marks:
        by_family.setdefault(mark.family, []).append(mark)
    return [
        code
        for code, rules in load_rules(table).items()
        if any(holds(rule, by_family) for rule in rules)
    ]


def find_told(tokens: Sequence[Token], given: Mapping[int, frozenset[str]]) -> list[str]:
    """The codes of what somebody else tells of a side: what it does, or how it calls a report."""
    codes = find_meanings(tokens, given, "told")
    called = [*find_meanings(tokens, given, "answers")] if "naming" in codes else []
    contempt = load_books().stance["contemptuous"]
    return [code for code in codes if code != "naming"] + [c for c in called if c in contempt]


def holds(rule: Rule, by_family: Marks) -> bool:
    """Whether each term of a rule has a word near those of the others, no two the same."""
    if any(term.absent and term.words(by_family) for term in rule):
        return False
    first, *rest = (term.words(by_family) for term in rule if not term.absent)
    return any(_near(at, rest) for at in first)


def _near(at: int, rest: Sequence[Sequence[int]]) -> bool:
    """Whether each further term has a word of its own within reach of the first one."""
    # Of more words than there are terms, one is always left: no need to try more.
    fitting = [[i for i in found if 0 < abs(i - at) <= _REACH][: len(rest) + 1] for found in rest]
    return all(fitting) and any(len({*way}) == len(rest) for way in product(*fitting))
