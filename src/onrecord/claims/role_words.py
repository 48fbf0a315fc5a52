"""The words of one language by which a party's part in a clause is told."""

from dataclasses import dataclass, fields
from functools import cache

from onrecord.claims.harm_words import read_toml


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Lemmas by what they tell of the party beside them; see the lexicon for each."""

    carriers: frozenset[str]
    people: frozenset[str]
    possessions: frozenset[str]
    telling: frozenset[str]
    holding: frozenset[str]
    blaming: frozenset[str]
    attributing: frozenset[str]
    firing: frozenset[str]
    taking: frozenset[str]
    against: frozenset[str]
    striking: frozenset[str]
    dying: frozenset[str]
    operating: frozenset[str]

    @property
    def members(self) -> frozenset[str]:
        """Whatever acts for the party whose it is: its people and its weapons."""
        return self.people | self.carriers


@cache
def load_roles(lang: str = "en") -> RoleWords:
    """The words of roles of a language, read once."""
    raw = read_toml(f"{lang}_roles.toml")
    return RoleWords(**{one.name: frozenset(raw[one.name]) for one in fields(RoleWords)})
