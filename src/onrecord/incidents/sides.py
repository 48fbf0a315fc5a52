"""Party names → sides: a force and its government count as one; answers are remembered."""

from onrecord.model.party import PartyBook


class Sides:
    """Which side a party is on and whether sides are allied, looked up once for each name."""

    def __init__(self, parties: PartyBook) -> None:
        self._parties = parties
        self._side: dict[str, str] = {}
        self._allied: dict[tuple[str, str], bool] = {}

    def find_side(self, party: str) -> str:
        """One name for the whole side: the first of its names in order."""
        if party not in self._side:
            self._side[party] = min(self._parties.side_of(party))
        return self._side[party]

    def are_allied(self, one: str, other: str) -> bool:
        """Whether two parties are on allied sides."""
        pair = (min(one, other), max(one, other))
        if pair not in self._allied:
            self._allied[pair] = self._parties.are_allied(*pair)
        return self._allied[pair]

    def is_listed(self, name: str) -> bool:
        """Whether a name is that of a listed party."""
        return name in self._parties.parties
