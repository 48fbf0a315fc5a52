"""Accounts → groups: one group for each attack, and questions where linking is unsure."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import inf, log2
from typing import NamedTuple

from onrecord.incidents.accounts import Account
from onrecord.incidents.averages import Gathering, Pair, Ties, gather_by_average
from onrecord.incidents.blocking import (
    list_found_keys,
    list_loose_keys,
    pair_loose,
    pair_named,
)
from onrecord.incidents.evidence import Weigh, Weighed
from onrecord.incidents.learning import NOTHING_LEARNED, learn_weights
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.places import Level, Relation
from onrecord.incidents.sharing import Spread, in_turn
from onrecord.incidents.telling import Telling
from onrecord.incidents.traits import Traits, merge_traits
from onrecord.incidents.verdicts import Verdict, is_long, is_ruled_out, judge

_CLEARLY_BETTER = 2.0
# An account that fits by the rules, and one of an attack that many tell of, for each doubling.
_FITS_BITS, _OFTEN_BITS = 2.0, 0.5
_TOO_COMMON = 1000
_DRAWN_STEPS = (1, 3, 8, 21, 55)


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


class _Judged(NamedTuple):
    bits: float
    verdict: Verdict
    barred: bool


_RULED_OUT = _Judged(-inf, Verdict.APART, barred=True)
_Judgements = dict[Pair, _Judged]


class _Choice(NamedTuple):
    """Which group, by its place, a loose one goes to, and with which ones it is a question."""

    target: int | None
    asked: Sequence[tuple[int, Weighed]]


class Clustering:
    """Groups as they form, from the surest accounts to the loosest.

    First accounts with a named place and a day; then, each against the groups that stand by then:
    those that fit two attacks told apart, those of an area, and those without a place or a day. In a
    large case whatever stayed alone is tried once more at last.
    """

    def __init__(
        self,
        accounts: Iterable[Account],
        *,
        weigh: Weigh,
        telling: Telling,
        method: LinkMethod,
        spread: Spread = in_turn,
    ) -> None:
        self.spread = spread
        self.weigh = weigh
        self.telling = telling
        self.learned = NOTHING_LEARNED
        self.method = method
        self.groups: list[Group] = []
        self.questions: list[Question] = []
        ordered = sorted(accounts, key=lambda account: (account.key, account.claims[0].id))
        named = [account for account in ordered if self._is_anchored(account.traits)]
        areas = [each for each in ordered if self._is_dated_area(each.traits)]
        settled = {id(account) for account in (*named, *areas)}
        rest = [account for account in ordered if id(account) not in settled]
        if method.learns:
            self.learned = learn_weights(self._list_close(named), self._draw(named), method)
        ambiguous = self._gather_named(named)
        for loose in (ambiguous, areas, rest):
            self._attach(self._gather_loose(loose))
        if self.method.large:
            self._gather_groups()
            self._attach(self._take_loose())

    def _take_loose(self) -> list[Group]:
        """Takes out groups of one account or without place or day, to try them again at last."""
        firm = {
            id(group)
            for group in self.groups
            if len(group.accounts) > 1 and self._is_anchored(group.traits)
        }
        loose = [group for group in self.groups if id(group) not in firm]
        self.groups = [group for group in self.groups if id(group) in firm]
        return loose

    def _gather_groups(self) -> None:
        """Joins groups of one place and day which fit by all that their accounts say together.

        Two accounts that say little may say enough with what others add: a toll here, a weapon there.
        """
        self.groups.sort(key=lambda group: group.name)
        anchored = [group for group in self.groups if self._is_anchored(group.traits)]
        rest = [group for group in self.groups if not self._is_anchored(group.traits)]
        pairs = pair_named([group.traits for group in anchored])
        judged = self.spread(lambda pair: self._judge_groups(*(anchored[n] for n in pair)), pairs)
        for each in self._put_together(
            [group.name for group in anchored],
            dict(zip(pairs, judged, strict=True)),
            lambda i, j: self._judge_groups(anchored[i], anchored[j]),
        ):
            first, *others = (anchored[n] for n in sorted(each.members))
            for other in others:
                self._absorb(first, other)
            rest.append(first)
        self.groups = rest

    def _judge_groups(self, one: Group, other: Group) -> _Judged:
        if is_ruled_out(one.traits, other.traits, method=self.method):
            return _RULED_OUT
        found = self._add_story(self.weigh(one.traits, other.traits), one.accounts, other.accounts)
        verdict = self._judge(one.traits, other.traits, found)
        return _Judged(found.bits, verdict, found.excluded or bool(one.homes & other.homes))

    def _is_anchored(self, traits: Traits) -> bool:
        return traits.level is Level.NAMED and self._is_dated(traits)

    def _is_dated_area(self, traits: Traits) -> bool:
        return traits.level is Level.AREA and self._is_dated(traits)

    def _is_dated(self, traits: Traits) -> bool:
        return traits.days is not None and not is_long(traits, self.method)

    def _judge(self, one: Traits, other: Traits, found: Weighed) -> Verdict:
        return judge(one, other, found, method=self.method)

    def _judge_pair(self, one: Account, other: Account) -> _Judged:
        if is_ruled_out(one.traits, other.traits, method=self.method):
            return _RULED_OUT
        found = self._weigh_pair(one, other)
        verdict = self._judge(one.traits, other.traits, found)
        in_area = found.place is Relation.WITHIN and one.traits.level is Level.AREA
        if verdict is Verdict.JOIN and in_area and not found.copied:
            verdict = Verdict.INFER
        barred = found.excluded or bool(one.homes & other.homes)
        return _Judged(found.bits, verdict, barred)

    def _weigh_pair(self, one: Account, other: Account) -> Weighed:
        """The evidence of two accounts, with that of the documents mainly about them."""
        found = self.weigh(one.traits, other.traits)
        if self._judge(one.traits, other.traits, found) is Verdict.APART:
            return self.learned.adjust(found)
        return self._add_story(found, [one], [other])

    def _add_story(
        self, found: Weighed, ones: Sequence[Account], others: Sequence[Account]
    ) -> Weighed:
        told = found.with_more(self.telling.weigh(ones, others))
        return self.learned.adjust(told)

    def _list_close(self, named: Sequence[Account]) -> list[Weighed]:
        """Pairs that share a day and a place, taken evenly, with all that is known of them."""
        pairs = pair_named([account.traits for account in named])
        step = max(1, -(-len(pairs) // self.method.learned_pairs))
        found = self._weigh_all(named, pairs[::step])
        return [each for each in found if not each.excluded]

    def _draw(self, named: Sequence[Account]) -> list[Weighed]:
        """Pairs of accounts drawn evenly, whatever their day and place."""
        many = len(named)
        steps = [step for step in _DRAWN_STEPS if step < many]
        most = self.method.learned_pairs // len(_DRAWN_STEPS)
        pairs = [(i, (i + step) % many) for step in steps for i in range(min(many, most))]
        return self._weigh_all(named, pairs)

    def _weigh_all(self, accounts: Sequence[Account], pairs: Sequence[Pair]) -> list[Weighed]:
        """All that is known of pairs before anything is learned, without the words for it."""

        def weigh(pair: Pair) -> Weighed:
            one, other = accounts[pair[0]], accounts[pair[1]]
            found = self.weigh(one.traits, other.traits)
            return found.with_more(self.telling.weigh([one], [other])).without_words()

        return self.spread(weigh, pairs)

    def _judge_pairs(self, accounts: Sequence[Account], pairs: Iterable[Pair]) -> _Judgements:
        listed = list(pairs)
        judged = self.spread(lambda pair: self._judge_pair(*(accounts[n] for n in pair)), listed)
        return dict(zip(listed, judged, strict=True))

    def _gather_named(self, named: Sequence[Account]) -> list[Account]:
        """Group the accounts with a place and a day; give back those that fit two told apart."""
        judged = self._judge_pairs(named, pair_named([account.traits for account in named]))
        ambiguous = self._find_ambiguous(named, judged)
        clear = {pair: each for pair, each in judged.items() if ambiguous.isdisjoint(pair)}
        aside = {id(named[index]) for index in ambiguous}
        gathered = self._gather(named, clear)
        self.groups += [group for group in gathered if id(group.accounts[0]) not in aside]
        return [named[index] for index in sorted(ambiguous)]

    def _find_ambiguous(self, accounts: Sequence[Account], judged: _Judgements) -> set[int]:
        """Accounts that would join two which cannot be one, neither of them clearly better."""
        joins: dict[int, dict[int, float]] = {}
        for (i, j), each in judged.items():
            if each.verdict is Verdict.JOIN and not each.barred:
                joins.setdefault(i, {})[j] = joins.setdefault(j, {})[i] = each.bits
        ambiguous = {
            common
            for (i, j), each in judged.items()
            if each.barred
            for common in joins.get(i, {}).keys() & joins.get(j, {}).keys()
            if abs(joins[i][common] - joins[j][common]) < _CLEARLY_BETTER
        }
        return ambiguous | {n for n in joins if self._fits_two(accounts, joins[n])}

    def _fits_two(self, accounts: Sequence[Account], joins: dict[int, float]) -> bool:
        """Whether two of these accounts differ in day or place such that they cannot be one."""
        best: dict[Hashable, int] = {}
        for number in sorted(joins, key=lambda n: (-joins[n], accounts[n].key)):
            traits = accounts[number].traits
            best.setdefault((traits.days, tuple(s.name for s in traits.spots)), number)
        return any(
            abs(joins[i] - joins[j]) < _CLEARLY_BETTER
            and self._judge_pair(accounts[i], accounts[j]).barred
            for i, j in combinations(best.values(), 2)
        )

    def _gather_loose(self, loose: Sequence[Account]) -> list[Group]:
        pairs = pair_loose([account.traits for account in loose])
        return self._gather(loose, self._judge_pairs(loose, pairs))

    def _gather(self, accounts: Sequence[Account], judged: _Judgements) -> list[Group]:
        gathered = self._put_together(
            [account.key for account in accounts],
            judged,
            lambda i, j: self._judge_pair(accounts[i], accounts[j]),
        )
        self._ask_about(accounts, judged, gathered)
        return [self._make_group(accounts, each) for each in gathered]

    def _put_together(
        self, names: Sequence[str], judged: _Judgements, judge: Callable[[int, int], _Judged]
    ) -> list[Gathering]:
        """Members that the evidence brings together; `judge` tells of pairs not judged so far."""
        known = dict(judged)

        def look_up(i: int, j: int) -> _Judged:
            key = (min(i, j), max(i, j))
            if key not in known:
                known[key] = judge(*key)
            return known[key]

        ties = Ties(
            names=names,
            bits=lambda i, j: look_up(i, j).bits,
            barred=lambda i, j: look_up(i, j).barred,
        )
        edges = [
            pair
            for pair, each in judged.items()
            if each.verdict is Verdict.JOIN and not each.barred
        ]
        return gather_by_average(edges, ties, at_least_bits=self.method.at_least_bits)

    def _make_group(self, accounts: Sequence[Account], gathering: Gathering) -> Group:
        members = [accounts[n] for n in sorted(gathering.members)]
        pairs = [(accounts[i], accounts[j]) for i, j in gathering.through]
        return Group(
            accounts=members,
            traits=merge_traits(account.traits for account in members),
            joins=[(one, other, self._weigh_pair(one, other)) for one, other in pairs],
        )

    def _ask_about(
        self, accounts: Sequence[Account], judged: _Judgements, gathered: Iterable[Gathering]
    ) -> None:
        """Keep as questions the pairs that could be one attack and did not come together."""
        home = {n: place for place, each in enumerate(gathered) for n in each.members}
        for (i, j), each in judged.items():
            if each.verdict is not Verdict.APART and home[i] != home[j]:
                one, other = accounts[i], accounts[j]
                if self._is_worth_asking(each.bits):
                    found = self._weigh_pair(one, other)
                    self.questions.append(Question(one=one, other=other, found=found))

    def _attach(self, loose: Sequence[Group]) -> None:
        """Join each loose group to the attack it fits best; ask where none or several fit alike."""
        self.groups.sort(key=lambda group: group.name)
        index: dict[Hashable, list[int]] = {}
        for number, group in enumerate(self.groups):
            for key in list_found_keys(group.traits):
                index.setdefault(key, []).append(number)
        homes = [group.homes for group in self.groups]
        choices = self.spread(lambda group: self._choose(group, index, homes), loose)
        chosen = [
            None if choice.target is None else self.groups[choice.target] for choice in choices
        ]
        for group, choice in zip(loose, choices, strict=True):
            for number, found in choice.asked:
                self._ask(group, self.groups[number], found)
        for group, target in zip(loose, chosen, strict=True):
            if target is None:
                self.groups.append(group)
            else:
                self._absorb(target, group)

    def _choose(
        self,
        loose: Group,
        index: Mapping[Hashable, list[int]],
        homes: Sequence[frozenset[str]],
    ) -> _Choice:
        """The group that a loose one fits: the only one by the rules, in a large case the likeliest.

        Groups stand in the order of their names, so that of equal ones the first is the same always.
        """
        own = loose.homes
        blocks = [index.get(key, []) for key in list_loose_keys(loose.traits)]
        near = {number for block in blocks if len(block) <= _TOO_COMMON for number in block}
        fitting: list[int] = []
        likely: list[tuple[float, int]] = []
        asked: list[tuple[int, Weighed]] = []
        for number in sorted(near):
            group = self.groups[number]
            if is_ruled_out(loose.traits, group.traits, method=self.method):
                continue
            found = self.weigh(loose.traits, group.traits)
            if self._judge(loose.traits, group.traits, found) is Verdict.APART and found.excluded:
                continue
            found = self._add_story(found, loose.accounts, group.accounts)
            verdict = self._judge(loose.traits, group.traits, found)
            if verdict is not Verdict.APART and self._is_worth_asking(found.bits):
                asked.append((number, found))
            if found.excluded or own & homes[number]:
                continue
            fits = verdict in (Verdict.JOIN, Verdict.INFER)
            fitting += [number] if fits else []
            bits = found.bits + fits * _FITS_BITS + _OFTEN_BITS * log2(len(group.accounts) + 1)
            likely.append((-bits, number))
        if self.method.large:
            return _Choice(self._choose_likeliest(likely), asked)
        return _Choice(fitting[0] if len(fitting) == 1 else None, asked)

    def _is_worth_asking(self, bits: float) -> bool:
        """Whether so much evidence can make a question; only the likeliest are ever shown."""
        return round(bits, 2) >= self.method.ask_bits

    def _choose_likeliest(self, likely: Iterable[tuple[float, int]]) -> int | None:
        """The group with enough evidence for it, if no other one comes near to that."""
        ranked = sorted(likely)
        if not ranked or -ranked[0][0] < self.method.at_least_bits:
            return None
        clear = len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= _CLEARLY_BETTER
        return ranked[0][1] if clear else None

    def _ask(self, one: Group, other: Group, found: Weighed) -> None:
        self.questions.append(Question(one=one.accounts[0], other=other.accounts[0], found=found))

    def _absorb(self, target: Group, loose: Group) -> None:
        found = self.weigh(loose.traits, target.traits)
        found = self._add_story(found, loose.accounts, target.accounts)
        target.joins += [*loose.joins, (target.accounts[0], loose.accounts[0], found)]
        target.accounts += loose.accounts
        target.traits = merge_traits((target.traits, loose.traits))
