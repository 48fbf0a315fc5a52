"""Estimates of what nobody documented: refused unless every condition holds.

Multiple systems estimation needs at least three linked lists of named victims of one population.
Press ranges, incidents and tallies are no such lists, however many there are.
"""

from collections.abc import Sequence

from onrecord.model.claim import Claim
from onrecord.model.tally import Refusal
from onrecord.model.vocabulary import Unit

LISTS_NEEDED = 3
_RANGES = frozenset({Unit.INCIDENT, Unit.MULTI_INCIDENT, Unit.AGGREGATE_PERIOD})


def refuse_estimates(claims: Sequence[Claim]) -> Refusal:
    """Why no estimate is made from these claims: each condition that fails, in words.

    Claims hold numbers, never lists of names, so that no set of claims meets the conditions.
    """
    reasons = [
        f"no lists of named victims: {LISTS_NEEDED} linked lists of one population are needed, "
        "0 are here",
        "no overlap of lists to measure, and so no dependence between them to model",
    ]
    ranges = sum(claim.unit in _RANGES and bool(claim.counts) for claim in claims)
    if ranges:
        reasons.append(
            f"only ranges from reports ({ranges} claims with counts): an estimate is never run "
            "on press ranges, incidents or tallies"
        )
    return Refusal(reasons=tuple(reasons))
