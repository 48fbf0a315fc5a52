"""Accounts → groups: one group for each attack, and questions where linking is unsure."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.incidents.accounts import Account
from onrecord.incidents.averages import Pair, Ties, gather_by_average
from onrecord.incidents.blocking import (
    list_found_keys,
    list_loose_keys,
    pair_loose,
    pair_named,
)
from onrecord.incidents.evidence import Weigh, Weighed
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.places import Level, Relation
from onrecord.incidents.traits import Traits, merge_traits
from onrecord.incidents.verdicts import Verdict, is_long, judge

_CLEARLY_BETTER = 2.0
_TOO_COMMON = 1000


@dataclass(slots=True, eq=False)
class Group:
    """Accounts of one attack, and how they came together."""

    accounts: list[Account]
    traits: Traits
    joins: list[tuple[Account, Account, Weighed]] = field(default_factory=list)

    @property
    def homes(self) -> frozenset[str]:
        """The documents and related links that tell of this attack."""
        return frozenset().union(*(account.homes for account in self.accounts))

    @property
    def name(self) -> str:
        """What orders groups, whatever the order of input."""
        return min(f"{account.key} {account.claims[0].id}" for account in self.accounts)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """Two accounts that may tell of one attack: for a person to settle."""

    one: Account
    other: Account
    found: Weighed


class Clustering:
    """Groups as they form, from the surest accounts to the loosest.

    First accounts with a named place and a day; then, each against the groups that stand by then:
    those that fit two attacks told apart, those of an area, and those without a place or a day.
    """

    def __init__(self, accounts: Iterable[Account], *, weigh: Weigh, method: LinkMethod) -> None:
        self.weigh = weigh
        self.method = method
        self.groups: list[Group] = []
        self.questions: list[Question] = []
        ordered = sorted(accounts, key=lambda account: (account.key, account.claims[0].id))
        named = [account for account in ordered if self._is_anchored(account.traits)]
        areas = [each for each in ordered if self._is_dated_area(each.traits)]
        settled = {id(account) for account in (*named, *areas)}
        rest = [account for account in ordered if id(account) not in settled]
        ambiguous = self._gather_named(named)
        for loose in (ambiguous, areas, rest):
            self._attach(self._gather(loose, pair_loose([each.traits for each in loose])))

    def _is_anchored(self, traits: Traits) -> bool:
        return traits.level is Level.NAMED and self._is_dated(traits)

    def _is_dated_area(self, traits: Traits) -> bool:
        return traits.level is Level.AREA and self._is_dated(traits)

    def _is_dated(self, traits: Traits) -> bool:
        return traits.days is not None and not is_long(traits, self.method)

    def _judge(self, one: Traits, other: Traits, found: Weighed) -> Verdict:
        return judge(one, other, found, method=self.method)

    def _gather_named(self, named: Sequence[Account]) -> list[Account]:
        """Group the accounts with a place and a day; give back those that fit two told apart."""
        pairs = pair_named([account.traits for account in named])
        ambiguous = self._find_ambiguous(named, pairs)
        kept = [index for index in range(len(named)) if index not in ambiguous]
        place = {index: position for position, index in enumerate(kept)}
        inside = [(place[i], place[j]) for i, j in pairs if i in place and j in place]
        self.groups += self._gather([named[index] for index in kept], inside)
        return [named[index] for index in sorted(ambiguous)]

    def _find_ambiguous(self, named: Sequence[Account], pairs: Iterable[Pair]) -> set[int]:
        joins: dict[int, dict[int, float]] = {}
        rivals: list[Pair] = []
        for i, j in pairs:
            one, other = named[i], named[j]
            found = self.weigh(one.traits, other.traits)
            if found.two_told or one.homes & other.homes:
                rivals.append((i, j))
            elif self._judge(one.traits, other.traits, found) is Verdict.JOIN:
                joins.setdefault(i, {})[j] = joins.setdefault(j, {})[i] = found.bits
        return {
            common
            for i, j in rivals
            for common in joins.get(i, {}).keys() & joins.get(j, {}).keys()
            if abs(joins[i][common] - joins[j][common]) < _CLEARLY_BETTER
        }

    def _gather(self, accounts: Sequence[Account], pairs: Iterable[Pair]) -> list[Group]:
        weighed: dict[Pair, Weighed] = {}

        def weigh(i: int, j: int) -> Weighed:
            key = (min(i, j), max(i, j))
            if key not in weighed:
                weighed[key] = self.weigh(accounts[key[0]].traits, accounts[key[1]].traits)
            return weighed[key]

        def barred(i: int, j: int) -> bool:
            return bool(accounts[i].homes & accounts[j].homes) or weigh(i, j).excluded

        edges = []
        for i, j in pairs:
            one, other, found = accounts[i], accounts[j], weigh(i, j)
            verdict = self._judge(one.traits, other.traits, found)
            if verdict is not Verdict.APART:
                self.questions.append(Question(one=one, other=other, found=found))
            if verdict is Verdict.JOIN and (found.copied or found.place is not Relation.WITHIN):
                edges.append((i, j))
        ties = Ties(
            names=[account.key for account in accounts],
            bits=lambda i, j: weigh(i, j).bits,
            barred=barred,
        )
        gathered = gather_by_average(edges, ties, at_least_bits=self.method.at_least_bits)
        return [
            Group(
                accounts=[accounts[n] for n in sorted(each.members)],
                traits=merge_traits(accounts[n].traits for n in sorted(each.members)),
                joins=[(accounts[i], accounts[j], weigh(i, j)) for i, j in each.through],
            )
            for each in gathered
        ]

    def _attach(self, loose: Sequence[Group]) -> None:
        """Join each loose group to the one attack it fits; ask where none or several fit."""
        self.groups.sort(key=lambda group: group.name)
        index: dict[Hashable, list[int]] = {}
        for number, group in enumerate(self.groups):
            for key in list_found_keys(group.traits):
                index.setdefault(key, []).append(number)
        for group, target in [(group, self._choose(group, index)) for group in loose]:
            if target is None:
                self.groups.append(group)
            else:
                self._absorb(target, group)

    def _choose(self, loose: Group, index: dict[Hashable, list[int]]) -> Group | None:
        blocks = [index.get(key, []) for key in list_loose_keys(loose.traits)]
        near = {number for block in blocks if len(block) <= _TOO_COMMON for number in block}
        fitting = []
        for group in (self.groups[number] for number in sorted(near)):
            found = self.weigh(loose.traits, group.traits)
            verdict = self._judge(loose.traits, group.traits, found)
            if verdict is Verdict.APART:
                continue
            self._ask(loose, group, found)
            if verdict is not Verdict.ASK and not loose.homes & group.homes:
                fitting.append(group)
        return fitting[0] if len(fitting) == 1 else None

    def _ask(self, one: Group, other: Group, found: Weighed) -> None:
        self.questions.append(Question(one=one.accounts[0], other=other.accounts[0], found=found))

    def _absorb(self, target: Group, loose: Group) -> None:
        found = self.weigh(loose.traits, target.traits)
        target.joins += [*loose.joins, (target.accounts[0], loose.accounts[0], found)]
        target.accounts += loose.accounts
        target.traits = merge_traits((target.traits, loose.traits))
