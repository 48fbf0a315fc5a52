"""Pairs → groups: correlation clustering by average evidence, in an order that only bits set."""

import heapq
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """How members stand to each other: average evidence counts, a bar forbids.

    `bits` and `barred` take two members; `names` break ties and must not depend on order.
    """

    names: Sequence[str]
    bits: Callable[[int, int], float]
    barred: Callable[[int, int], bool]


@dataclass(slots=True)
class Gathering:
    """Members that belong together, and the pairs through which they came together."""

    members: list[int]
    through: list[Pair] = field(default_factory=list)


def gather_by_average(
    edges: Iterable[Pair], ties: Ties, *, at_least_bits: float
) -> list[Gathering]:
    """Groups in which every merge had the highest average evidence left, and enough of it.

    `edges` are the pairs that may join; members without one stay alone. Merges never bring a
    barred pair together. This is average-link agglomeration inside each connected component.
    """
    linked = list(edges)
    gatherings: list[Gathering] = []
    for component in _list_components(len(ties.names), linked):
        if len(component) == 1:
            gatherings.append(Gathering(component))
        else:
            gatherings += _Component(component, ties).gather(at_least_bits)
    return gatherings


def _list_components(many: int, edges: Iterable[Pair]) -> list[list[int]]:
    root = list(range(many))

    def find(member: int) -> int:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for one, other in edges:
        root[find(one)] = find(other)
    components: dict[int, list[int]] = {}
    for member in range(many):
        components.setdefault(find(member), []).append(member)
    return list(components.values())


class _Component:
    """Members that edges connect, merged step by step."""

    def __init__(self, members: Sequence[int], ties: Ties) -> None:
        self.ties = ties
        self.groups = {member: Gathering([member]) for member in members}
        self.names = {member: ties.names[member] for member in members}
        self.sums: dict[Pair, float] = {}
        self.heap: list[tuple[float, str, str, int, int]] = []
        self.free = max(members) + 1
        for one in members:
            for other in members:
                if one < other and not ties.barred(one, other):
                    self.sums[one, other] = ties.bits(one, other)
                    self._offer(one, other)

    def gather(self, at_least_bits: float) -> list[Gathering]:
        heapq.heapify(self.heap)
        while self.heap:
            average, _, _, one, other = heapq.heappop(self.heap)
            if one not in self.groups or other not in self.groups:
                continue
            if -average < at_least_bits:
                break
            self._merge(one, other)
        return [self.groups[group] for group in sorted(self.groups, key=self.names.__getitem__)]

    def _offer(self, one: int, other: int) -> None:
        size = len(self.groups[one].members) * len(self.groups[other].members)
        average = self.sums[min(one, other), max(one, other)] / size
        low, high = sorted((one, other), key=self.names.__getitem__)
        entry = (-round(average, 6), self.names[low], self.names[high], low, high)
        heapq.heappush(self.heap, entry)

    def _merge(self, one: int, other: int) -> None:
        first, second = self.groups.pop(one), self.groups.pop(other)
        best = min(
            ((mine, theirs) for mine in first.members for theirs in second.members),
            key=lambda pair: (-self.ties.bits(*pair), sorted(self.ties.names[n] for n in pair)),
        )
        merged, self.free = self.free, self.free + 1
        for rest in list(self.groups):
            mine = self.sums.get((min(one, rest), max(one, rest)))
            theirs = self.sums.get((min(other, rest), max(other, rest)))
            if mine is not None and theirs is not None:
                self.sums[min(merged, rest), max(merged, rest)] = mine + theirs
        self.groups[merged] = Gathering(
            first.members + second.members, [*first.through, *second.through, best]
        )
        self.names[merged] = min(self.names[one], self.names[other])
        for rest in list(self.groups):
            if (min(merged, rest), max(merged, rest)) in self.sums:
                self._offer(merged, rest)
