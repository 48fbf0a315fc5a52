"""Groups → groups that tell one story: joined by the rare names of the documents about them.

The rules for places, dates and targets have joined what they can. What is left apart although the
documents tell one story (no day in one, another town in the other) comes together here, provisionally.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, log2

from onrecord.incidents.accounts import TABLE
from onrecord.incidents.averages import Pair, Ties, gather_by_average
from onrecord.incidents.clusters import Group
from onrecord.incidents.evidence import Evidence, Stand, Weigh, Weighed
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.places import RANK
from onrecord.incidents.prominence import find_main
from onrecord.incidents.stories import Likeness, Stories
from onrecord.incidents.traits import merge_traits
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId

_STANDS = (Stand.AGREE, Stand.UNKNOWN, Stand.CLASH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is needed to see which groups one story tells of."""

    stories: Stories
    documents: Mapping[DocumentId, Document]
    weigh: Weigh
    method: LinkMethod


def join_retold(groups: Sequence[Group], telling: Telling) -> list[Group]:
    """The groups, those whose documents tell one story as one; in an order that input cannot move."""
    ordered = sorted(groups, key=lambda group: group.name)
    claims = [[c for account in group.accounts for c in account.claims] for group in ordered]
    about: dict[int, list[DocumentId]] = defaultdict(list)
    home = find_main(claims, telling.documents)
    for id in sorted(home):
        about[home[id]].append(id)
    pairs = {
        (min(home[one], home[other]), max(home[one], home[other]))
        for one, other in telling.stories.list_pairs()
        if one in home and other in home and home[one] != home[other]
    }
    known = _Known(ordered, about, telling)
    least = telling.method.story_least
    ties = Ties(
        names=[group.name for group in ordered],
        bits=lambda one, other: known.bits((min(one, other), max(one, other))),
        barred=lambda one, other: known.are_rows_of_one_table(one, other),
    )
    edges = [pair for pair in sorted(pairs) if known.bits(pair) >= least]
    return [
        _merge([ordered[place] for place in each.members], known, each.through, ordered)
        for each in gather_by_average(edges, ties, at_least_bits=least)
    ]


class _Known:
    """Evidence between groups, each pair weighed once."""

    def __init__(
        self, groups: Sequence[Group], about: Mapping[int, Sequence[DocumentId]], telling: Telling
    ) -> None:
        self._groups = groups
        self._about = about
        self._telling = telling
        self._found: dict[Pair, Weighed] = {}

    def are_rows_of_one_table(self, one: int, other: int) -> bool:
        """Whether a table tells the two apart."""
        shared = self._groups[one].homes & self._groups[other].homes
        return any(home.startswith(f"{TABLE} ") for home in shared)

    def bits(self, pair: Pair) -> float:
        return self.weigh(pair).bits

    def weigh(self, pair: Pair) -> Weighed:
        if pair not in self._found:
            self._found[pair] = self._weigh(*pair)
        return self._found[pair]

    def _weigh(self, one: int, other: int) -> Weighed:
        method, here, there = (
            self._telling.method,
            self._about.get(one, ()),
            self._about.get(other, ()),
        )
        found = self._telling.weigh(self._groups[one].traits, self._groups[other].traits)
        alike = [self._telling.stories.compare(a, b) for a in here for b in there]
        told = [weigh_likeness(each, self._telling.stories, method) for each in alike]
        known = [each.days_between for each in alike if each.days_between is not None]
        days = min(known) if known else max(found.days_between, method.story_undated)
        story = _average(told) if told else Evidence(-99.0, "no story")
        gap = Evidence(method.story_days * log2(1 + days), f"published {days} days apart")
        place = Evidence(method.story_place[RANK[found.place]], f"places: {found.place.value}")
        dates = Evidence(
            method.story_dates[_STANDS.index(found.dates)], f"dates: {found.dates.value}"
        )
        return replace(found, evidence=(story, gap, place, dates))


def weigh_likeness(likeness: Likeness, stories: Stories, method: LinkMethod) -> Evidence:
    """What the likeness of two stories is worth, beside what is usual in the case."""
    span = log2(method.many_documents / method.few_documents)
    trust = min(1.0, max(0.0, log2(max(stories.size, 1) / method.few_documents) / span))
    beyond = likeness.shared_bits - stories.usual_bits
    bits = method.story_likeness * (likeness.cosine - stories.usual_cosine)
    bits += method.story_shared * min(beyond, method.story_most_shared)
    bits = trust * min(bits, method.story_cap * beyond)
    names = ", ".join(likeness.shared)
    return Evidence(bits, f"the same rare names: {names}" if names else "no rare name shared")


def _average(told: Sequence[Evidence]) -> Evidence:
    best = max(told, key=lambda each: (each.bits, each.because))
    return Evidence(round(fsum(each.bits for each in told) / len(told), 2), best.because)


def _merge(
    members: Sequence[Group], known: _Known, through: Sequence[Pair], every: Sequence[Group]
) -> Group:
    if len(members) == 1:
        return members[0]
    joins = [join for group in members for join in group.joins]
    joins += [
        (every[i].accounts[0], every[j].accounts[0], known.weigh((min(i, j), max(i, j))))
        for i, j in through
    ]
    return Group(
        accounts=[account for group in members for account in group.accounts],
        traits=merge_traits(group.traits for group in members),
        joins=joins,
    )
