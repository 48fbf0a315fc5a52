"""Parties: the listed armed forces, governments and groups, their names and their ties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# The names of an unlisted state's side: "<Adjective> Armed Forces" and what it obeys.
UNLISTED_SIDE = ("Armed Forces", "Government", "Ministry of Defense")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A listed party. `government` is the listed name of the government an armed force obeys.

    `allies` are listed names; the tie holds both ways. `country` is ISO 3166-1 alpha-2.
    """

    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    government: str | None = None
    allies: tuple[str, ...] = ()


class PartyBook:
    """All listed parties, by name; knows who belongs together."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self.parties: Mapping[str, Party] = {party.name: party for party in parties}

    def side_of(self, name: str) -> frozenset[str]:
        """The names that speak for one side: the party, its government and its forces."""
        party = self.parties.get(name)
        if party is None:
            return _unlisted_side(name)
        root = party.government or party.name
        return frozenset(
            other.name for other in self.parties.values() if root in (other.name, other.government)
        ) | {name}

    def are_one_side(self, one: str, other: str) -> bool:
        """Whether two listed names are one belligerent: a force and its government."""
        return other in self.side_of(one)

    def are_allied(self, one: str, other: str) -> bool:
        """Whether two listed names are allies, either of them naming the other."""
        mine, theirs = self.side_of(one), self.side_of(other)
        return self._names_ally(mine, theirs) or self._names_ally(theirs, mine)

    def _names_ally(self, side: frozenset[str], others: frozenset[str]) -> bool:
        return any(
            ally in others
            for name in side
            if (party := self.parties.get(name)) is not None
            for ally in party.allies
        )


def _unlisted_side(name: str) -> frozenset[str]:
    """A state that no list has is one side by its adjective: its forces, rulers and ministry."""
    for part in UNLISTED_SIDE:
        adjective = name.removesuffix(f" {part}")
        if adjective != name and " " not in adjective:
            return frozenset(f"{adjective} {other}" for other in UNLISTED_SIDE)
    return frozenset({name})
