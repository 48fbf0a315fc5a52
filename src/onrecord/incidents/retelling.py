"""Groups → groups that tell one story: joined by what the documents about them share.

The rules for places, dates and targets have joined what they can. What is left apart although the
documents tell one story (no day in one, another town in the other) comes together here, provisionally.
"""

from collections.abc import Sequence

from onrecord.incidents.accounts import TABLE
from onrecord.incidents.averages import Pair, Ties, gather_by_average
from onrecord.incidents.clusters import Group
from onrecord.incidents.evidence import Stand, Weigh, Weighed
from onrecord.incidents.ground import Evidence
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.places import Relation
from onrecord.incidents.saying import FIGURES, SIZES
from onrecord.incidents.sharing import Spread, in_turn
from onrecord.incidents.telling import Telling, weigh_gap
from onrecord.incidents.traits import merge_traits
from onrecord.model.identity import DocumentId

_WEEK = 7
_STORY = ("story", "names")
_NOT_RETOLD = Weighed(
    place=Relation.UNKNOWN,
    dates=Stand.UNKNOWN,
    days_between=0,
    target=Stand.UNKNOWN,
    weapon=Stand.UNKNOWN,
    party=Stand.UNKNOWN,
    copied=False,
    two_told=False,
    evidence=(Evidence(-99.0, "no story shared", "story", "none"),),
)


def join_retold(
    groups: Sequence[Group],
    telling: Telling,
    *,
    weigh: Weigh,
    method: LinkMethod,
    spread: Spread = in_turn,
) -> list[Group]:
    """The groups, those whose documents tell one story as one; in an order that input cannot move."""
    ordered = sorted(groups, key=lambda group: group.name)
    known = _Known(ordered, telling, weigh, method)
    least = method.retold_least
    ties = Ties(
        names=[group.name for group in ordered],
        bits=lambda one, other: known.weigh((min(one, other), max(one, other))).bits,
        barred=lambda one, other: known.are_rows_of_one_table(one, other),
    )
    pairs = known.list_pairs()
    bits = spread(known.count_bits, pairs)
    edges = [pair for pair, each in zip(pairs, bits, strict=True) if each >= least]
    return [
        _merge([ordered[place] for place in each.members], known, each.through, ordered)
        for each in gather_by_average(edges, ties, at_least_bits=least)
    ]


class _Known:
    """Evidence between groups, each pair weighed once."""

    def __init__(
        self, groups: Sequence[Group], telling: Telling, weigh: Weigh, method: LinkMethod
    ) -> None:
        self._groups = groups
        self._telling = telling
        self._weigh_traits = weigh
        self._method = method
        self._found: dict[Pair, Weighed] = {}

    def list_pairs(self) -> list[Pair]:
        """Groups that have a pair of documents with rare names in common."""
        home: dict[DocumentId, int] = {}
        for place, group in enumerate(self._groups):
            home |= dict.fromkeys(self._telling.list_about(group.accounts), place)
        pairs = {
            (min(home[one], home[other]), max(home[one], home[other]))
            for one, other in self._telling.stories.list_pairs()
            if one in home and other in home and home[one] != home[other]
        }
        return sorted(pairs)

    def are_rows_of_one_table(self, one: int, other: int) -> bool:
        """Whether a table tells the two apart."""
        shared = self._groups[one].homes & self._groups[other].homes
        return any(home.startswith(f"{TABLE} ") for home in shared)

    def count_bits(self, pair: Pair) -> float:
        """The evidence of a pair as a number."""
        return self.weigh(pair).bits

    def weigh(self, pair: Pair) -> Weighed:
        """The evidence of a pair."""
        if pair not in self._found:
            self._found[pair] = self._weigh(self._groups[pair[0]], self._groups[pair[1]])
        return self._found[pair]

    def _weigh(self, one: Group, other: Group) -> Weighed:
        story = self._telling.weigh(one.accounts, other.accounts)
        if sum(each.bits for each in story if each.matter in _STORY) <= 0:
            return _NOT_RETOLD
        found = self._weigh_traits(one.traits, other.traits)
        days = self._telling.count_days(one.accounts, other.accounts)
        if days is None:
            days = max(found.days_between, self._method.undated_days)
        softened = soften(found, self._method)
        return found._replace(evidence=(*story, weigh_gap(days, self._method), *softened))


def soften(found: Weighed, method: LinkMethod) -> tuple[Evidence, ...]:
    """What place, date, target and figures still say when the names already tell of one story."""
    prior = Evidence(method.retold_prior, "two accounts at first sight", "prior", "two")
    kept = [prior, *(_soften_one(each, found, method) for each in found.evidence)]
    kept.append(_soften_figures([e for e in found.evidence if e.matter in FIGURES], method))
    if found.place is Relation.UNKNOWN:
        kept.append(Evidence(method.retold_unplaced, "one gives no place", "place", "unknown"))
    if found.dates is Stand.UNKNOWN:
        kept.append(Evidence(method.retold_undated, "one gives no date", "date", "unknown"))
    return tuple(each for each in kept if each is not None)


def _soften_one(each: Evidence, found: Weighed, method: LinkMethod) -> Evidence | None:
    shares = {
        ("place", "same"): method.retold_place,
        ("date", "meet"): method.retold_date,
    }
    later = method.retold_week if found.days_between <= _WEEK else method.retold_later
    fixed = {
        ("date", "apart"): later,
        ("target", "other"): method.retold_other_target,
    }
    kind = (each.matter, each.level)
    if kind in shares:
        return each._replace(bits=round(each.bits * shares[kind], 2))
    return each._replace(bits=fixed[kind]) if kind in fixed else None


def _soften_figures(figures: Sequence[Evidence], method: LinkMethod) -> Evidence | None:
    """The best of the figures that are shared; where none is, what other figures say."""
    shared = [each for each in figures if each.level in SIZES]
    if shared:
        best = max(shared, key=lambda each: each.bits)
        return best._replace(bits=round(best.bits * method.retold_figures, 2))
    return figures[0]._replace(bits=method.retold_other_figures) if figures else None


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
