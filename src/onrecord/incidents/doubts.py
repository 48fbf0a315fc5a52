"""Decisions and evidence → where reports that came later speak against what a person decided.

What a person saw is what the two accounts named in the decision say of one another. If that left room
for the decision, and all reports of both incidents together now say otherwise, the decision stands and
is marked for another look. A decision made against the scores from the start is never marked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from onrecord.incidents.evidence import Weigh, Weighed
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.rulings import Ruling
from onrecord.incidents.traits import Traits, merge_traits
from onrecord.incidents.verdicts import Verdict, judge
from onrecord.model.decision import DecisionKind

# So many accounts speak for a side.
_MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A decision that later reports speak against, and what they say."""

    ruling: Ruling
    found: Weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a decision: what the account named in it says, and what each account says."""

    named: Traits
    all: Sequence[Traits]


def find_doubt(
    ruling: Ruling, one: Side, other: Side, *, weigh: Weigh, method: LinkMethod
) -> Doubt | None:
    """The doubt that all accounts of both sides cast on a decision, `None` if they cast none."""
    seen = weigh(one.named, other.named)
    before = judge(one.named, other.named, seen, method=method)
    ours, theirs = merge_traits(one.all), merge_traits(other.all)
    found = weigh(ours, theirs)
    if ruling.kind is DecisionKind.DIFFERENT_INCIDENT:
        now = judge(ours, theirs, found, method=method)
        against = before is not Verdict.JOIN and now is Verdict.JOIN
    else:
        against = before is not Verdict.APART and _average(one.all, other.all, weigh) < 0
    return Doubt(ruling=ruling, found=found) if against else None


def _average(ones: Sequence[Traits], others: Sequence[Traits], weigh: Weigh) -> float:
    bits = [weigh(one, other).bits for one in ones[:_MOST] for other in others[:_MOST]]
    return fsum(bits) / len(bits)


def keep_found(doubts: Iterable[Doubt | None]) -> list[Doubt]:
    """The doubts that there are."""
    return [doubt for doubt in doubts if doubt is not None]
