"""Claims of one document → the same, those named as its "victims" counted as what befell its victims.

"The victims were identified as Mara Dorn and Tel Venn" says not how they fared: the document's own
tolls do. Where it counts as many dead they are dead, where it only counts people hurt they are hurt.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.claim import Claim, Count
from onrecord.model.vocabulary import Harm, Unit

_VICTIMS = frozenset({"victim", "victims"})
_HURT = (Harm.INJURED, Harm.KILLED_OR_INJURED)


def settle_victims(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the harm of named victims taken from the tolls of the document."""
    if not any(_is_named_victim(count) for claim in claims for count in claim.counts):
        return list(claims)
    dead = _largest(claims, (Harm.KILLED,))
    hurt = _largest(claims, _HURT)
    return [_settled(claim, dead, hurt) for claim in claims]


def _settled(claim: Claim, dead: int, hurt: int) -> Claim:
    named = sum(_is_named_victim(count) for count in claim.counts)
    if not named or dead >= named or dead >= hurt:
        return claim
    counts = [
        replace(count, harm=Harm.INJURED) if _is_named_victim(count) else count
        for count in claim.counts
    ]
    return replace(claim, counts=tuple(counts))


def _largest(claims: Sequence[Claim], harms: Sequence[Harm]) -> int:
    sizes = [
        count.min
        for claim in claims
        if claim.unit is Unit.INCIDENT
        for count in claim.counts
        if count.harm in harms and not _is_named_victim(count)
    ]
    return max(sizes, default=0)


def _is_named_victim(count: Count) -> bool:
    by = count.licensed_by
    return count.harm is Harm.KILLED and by is not None and (by.text or "").lower() in _VICTIMS
