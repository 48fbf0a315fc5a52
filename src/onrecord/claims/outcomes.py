"""Claims of one document → the same, people "shot" counted as killed or injured where some died.

"Six people were shot" says of none how it ended. Where the document tells deaths as well, the six
are killed or injured, and the dead are among them; "six others" are not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model.claim import Claim, Count
from onrecord.model.vocabulary import Harm, Unit

_OPEN = frozenset({"shot", "stabbed", "struck", "hit", "victim", "victims", "wounds", "wound"})
_APART = re.compile(r"\b(others?|more|another|additional|else|survivors?|remaining|rest)\b")


@dataclass(frozen=True, slots=True)
class _Dead:
    claim: Claim
    count: Count


def leave_outcomes_open(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with groups of people shot counted as killed or injured, where some of them died."""
    dead = [
        _Dead(claim, count)
        for claim in claims
        if claim.unit is Unit.INCIDENT
        for count in claim.counts
        if count.harm is Harm.KILLED and count.min > 0
    ]
    if not dead:
        return list(claims)
    return [
        replace(claim, counts=tuple(_opened(count, claim, dead) for count in claim.counts))
        for claim in claims
    ]


def _opened(count: Count, claim: Claim, dead: Sequence[_Dead]) -> Count:
    if not _is_open(count) or claim.unit is not Unit.INCIDENT:
        return count
    near = [one for one in dead if _is_of_same(one, claim)]
    beside = [one.count for one in near if one.claim is claim]
    apart = any((one.start or 0) < (count.start or 0) or one.min >= count.min for one in beside)
    among = any(one.count.min <= count.min for one in near)
    return replace(count, harm=Harm.KILLED_OR_INJURED) if among and not apart else count


def _is_open(count: Count) -> bool:
    """Whether several people were shot, and no word says that they lived or are others."""
    if count.harm is not Harm.INJURED or count.min < 2 or count.licensed_by is None:
        return False
    free = count.subset_of is None and count.series is None
    shot = (count.licensed_by.text or "").lower() in _OPEN
    return free and shot and _APART.search(count.text.lower()) is None


def _is_of_same(dead: _Dead, claim: Claim) -> bool:
    one, other = dead.claim.when, claim.when
    return one is None or other is None or (one.from_ <= other.to and other.from_ <= one.to)
