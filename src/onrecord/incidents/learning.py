"""Pairs of accounts → what agreements are worth in this case, learned from the pairs themselves.

Each outcome of each comparison ("figures: other") has an m-probability, how often two accounts of one
attack stand so, and a u-probability, how often two of different attacks do; its weight is log2(m/u)
(I. P. Fellegi and A. B. Sunter, JASA 64, 1969). u is counted on pairs drawn evenly from all accounts,
hardly any of which are of one attack, and corrected, as m is estimated, by expectation and maximisation on
the pairs that share a day and a place (W. E. Winkler, U.S. Census Bureau, 1988): two attacks of one day and
place are more alike than any two. The shipped weights are the prior and stand for as many pairs as the
method says, so that a small case keeps them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log, log2

from onrecord.incidents.evidence import Weighed
from onrecord.incidents.ground import Evidence
from onrecord.incidents.method import LinkMethod
from onrecord.model.comparison import LearnedWeight

Level = tuple[str, str]

# Place and date bring pairs together, so that these pairs cannot say how often they agree; what is
# usual between stories is measured by itself.
_GIVEN = frozenset({"place", "date", "story"})
_CAPPED = (("place", "near"), ("place", "within"))
_LOOKED_FOR = ("words", "names")
_NONE = "none"
_ROUNDS = 25
_STEP = 0.5
_LEAST_CHANGE = 1e-3


@dataclass(frozen=True, kw_only=True)
class Learned:
    """What a case says of each outcome, a row each."""

    table: tuple[LearnedWeight, ...] = ()

    def adjust(self, found: Weighed) -> Weighed:
        """The evidence with the weights of the case in place of the shipped ones."""
        if not self.table:
            return found
        shifts = self._shifts
        evidence = [
            Evidence(round(bits + shifts.get((matter, level), 0.0), 2), because, matter, level)
            for bits, because, matter, level in found.evidence
        ]
        return found._replace(evidence=tuple(evidence))

    @cached_property
    def _shifts(self) -> Mapping[Level, float]:
        return {(row.matter, row.level): row.shift for row in self.table}


NOTHING_LEARNED = Learned()


def learn_weights(
    blocked: Iterable[Weighed], drawn: Iterable[Weighed], method: LinkMethod
) -> Learned:
    """The weights of the case; the shipped ones where pairs are too few to say otherwise.

    `blocked` are pairs that share a day and a place, `drawn` pairs drawn evenly from all accounts.
    """
    close, far = [_complete(each) for each in blocked], [_complete(each) for each in drawn]
    shipped = _average_shipped([*close, *far])
    matters: dict[str, list[Level]] = defaultdict(list)
    for level in sorted(shipped):
        if level[0] not in _GIVEN:
            matters[level[0]].append(level)
    if not close or not far:
        return NOTHING_LEARNED
    found = _Mixture(close, _Prior(matters, shipped, method.prior_pairs), method).fit(far)
    near, often = _count_levels(close), _count_levels(far)
    rows = [*found.list_learned(near), *_list_capped(often, len(far), shipped)]
    return Learned(table=tuple(rows))


@dataclass(frozen=True, slots=True)
class _Prior:
    """The shipped weights, worth so many pairs."""

    matters: Mapping[str, Sequence[Level]]
    shipped: Mapping[Level, float]
    pairs: float

    def fill_u(self, counted: Mapping[Level, float]) -> dict[Level, float]:
        """Probabilities among different attacks, half a pair where none was seen."""
        seen = {level: counted.get(level, 0.0) + 0.5 for level in self.shipped}
        return {
            level: seen[level] / sum(seen[other] for other in levels)
            for levels in self.matters.values()
            for level in levels
        }

    def say_m(self, u: Mapping[Level, float]) -> dict[Level, float]:
        """Probabilities in one attack as the shipped weights say."""
        shares: dict[Level, float] = {}
        for levels in self.matters.values():
            said = {level: u[level] * 2.0 ** self.shipped[level] for level in levels}
            total = sum(said.values())
            shares |= {level: said[level] / total for level in levels}
        return shares

    def fill(
        self, counted: Mapping[Level, float], expected: Mapping[Level, float]
    ) -> dict[Level, float]:
        """Probabilities by what was counted, and by as many pairs as are expected beforehand."""
        shares: dict[Level, float] = {}
        for levels in self.matters.values():
            weight = {
                level: counted.get(level, 0.0) + self.pairs * expected[level] for level in levels
            }
            every = sum(weight.values())
            shares |= {level: weight[level] / every for level in levels}
        return shares


class _Mixture:
    """Close pairs as a mixture of those of one attack, whose levels m tells, and of two (u)."""

    def __init__(self, close: Sequence[Weighed], prior: _Prior, method: LinkMethod) -> None:
        self._prior = prior
        self._neutral = method.at_least_bits - method.caution_bits
        self._patterns = sorted(Counter(_read_pattern(found) for found in close).items())
        self.m: dict[Level, float] = {}
        self.u: dict[Level, float] = {}

    def fit(self, far: Sequence[Weighed]) -> "_Mixture":
        """The mixture after as many rounds as still change something."""
        drawn = self._prior.fill_u(_count_levels(far))
        bits = dict(self._prior.shipped)
        self.u = drawn
        for _ in range(_ROUNDS):
            same, other = self._share_out(bits)
            self.m = self._prior.fill(same, self._prior.say_m(drawn))
            self.u = self._prior.fill(other, drawn)
            learned = {level: log2(self.m[level] / self.u[level]) for level in self.m}
            change = max(abs(learned[level] - bits[level]) for level in learned)
            bits |= learned
            if change < _LEAST_CHANGE:
                break
        return self

    def _share_out(
        self, bits: Mapping[Level, float]
    ) -> tuple[Mapping[Level, float], Mapping[Level, float]]:
        """How often each level stands in pairs of one attack, and of two."""
        same: dict[Level, float] = defaultdict(float)
        other: dict[Level, float] = defaultdict(float)
        for (levels, given), many in self._patterns:
            share = _to_share(given * _STEP - self._neutral + sum(bits[level] for level in levels))
            for level in levels:
                same[level] += many * share
                other[level] += many * (1 - share)
        return same, other

    def list_learned(self, near: Mapping[Level, int]) -> Iterator[LearnedWeight]:
        """Weights between the shipped and the learned one, nearer the latter the more pairs."""
        for matter, levels in sorted(self._prior.matters.items()):
            pairs = sum(near.get(level, 0) for level in levels)
            trust = pairs / (pairs + self._prior.pairs)
            for level in levels:
                shipped = self._prior.shipped[level]
                learned = shipped + trust * (log2(self.m[level] / self.u[level]) - shipped)
                yield LearnedWeight(
                    matter=matter,
                    level=level[1],
                    pairs=near.get(level, 0),
                    m=round(self.m[level], 4),
                    u=round(self.u[level], 4),
                    shipped=round(shipped, 2),
                    learned=round(learned, 2),
                )


def _to_share(bits: float) -> float:
    return 1.0 / (1.0 + exp(-log(2.0) * min(60.0, max(-60.0, bits))))


def _list_capped(
    often: Mapping[Level, int], pairs: int, shipped: Mapping[Level, float]
) -> Iterator[LearnedWeight]:
    """Nearness is worth no more than it is rare: in a small strip of land all is near."""
    for level in _CAPPED:
        if level in shipped:
            u = (often.get(level, 0) + 0.5) / pairs
            yield LearnedWeight(
                matter=level[0],
                level=level[1],
                pairs=often.get(level, 0),
                m=1.0,
                u=round(min(u, 1.0), 4),
                shipped=round(shipped[level], 2),
                learned=round(min(shipped[level], max(0.0, -log2(u))), 2),
            )


def _complete(found: Weighed) -> Weighed:
    """The evidence, with what was looked for and not found."""
    seen = {each.matter for each in found.evidence}
    absent = tuple(
        Evidence(0.0, "nothing found", matter, _NONE)
        for matter in _LOOKED_FOR
        if matter not in seen
    )
    return found.with_more(absent)


def _level_of(each: Evidence) -> Level:
    return each.matter, each.level


def _read_pattern(found: Weighed) -> tuple[tuple[Level, ...], int]:
    """The levels of a pair, and the bits that are given, in whole steps."""
    levels = sorted({_level_of(each) for each in found.evidence if each.matter not in _GIVEN})
    given = sum(each.bits for each in found.evidence if each.matter in _GIVEN)
    return tuple(levels), round(given / _STEP)


def _count_levels(pairs: Iterable[Weighed]) -> Counter[Level]:
    return Counter(_level_of(each) for found in pairs for each in found.evidence)


def _average_shipped(pairs: Iterable[Weighed]) -> dict[Level, float]:
    """What each level was worth on average before anything was learned."""
    seen: dict[Level, list[float]] = defaultdict(list)
    for found in pairs:
        for each in found.evidence:
            seen[_level_of(each)].append(each.bits)
    return {level: round(sum(sorted(bits)) / len(bits), 4) for level, bits in seen.items()}
