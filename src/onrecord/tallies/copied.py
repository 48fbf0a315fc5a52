"""Totals in copied paragraphs → the totals that they copy: who copies a tally makes none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.model.claim import Claim, Count
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Copy
from onrecord.model.vocabulary import ClaimType, Unit

_SUMMED = frozenset({Unit.AGGREGATE_PERIOD, Unit.MULTI_INCIDENT})


def credit_copies(claims: Sequence[Claim], copies: Iterable[Copy]) -> list[Claim]:
    """The claims, those of copied paragraphs as the claim of the earlier document says them.

    Only a publisher's own voice is credited so, and only where the earlier document has a claim
    with the same numbers; each keeps its own identifier.
    """
    copied: dict[DocumentId, list[Copy]] = {}
    for copy in copies:
        if copy.earlier != copy.later:
            copied.setdefault(copy.later, []).append(copy)
    summed: dict[DocumentId, list[Claim]] = {}
    for claim in claims:
        if _is_summed(claim):
            summed.setdefault(claim.document, []).append(claim)
    return [_credit(claim, copied, summed) for claim in claims]


def _credit(
    claim: Claim,
    copied: Mapping[DocumentId, Sequence[Copy]],
    summed: Mapping[DocumentId, Sequence[Claim]],
) -> Claim:
    found, seen = claim, {claim.document}
    while (original := _find_original(found, copied, summed)) and original.document not in seen:
        found = original
        seen.add(found.document)
    return claim if found is claim else replace(found, id=claim.id)


def _find_original(
    claim: Claim,
    copied: Mapping[DocumentId, Sequence[Copy]],
    summed: Mapping[DocumentId, Sequence[Claim]],
) -> Claim | None:
    if not _is_summed(claim) or claim.resolved or claim.in_ != "text":
        return None
    candidates = [
        other
        for copy in copied.get(claim.document, ())
        if copy.start <= claim.start and claim.end <= copy.end
        for other in summed.get(copy.earlier, ())
        if (other.type, _number(other)) == (claim.type, _number(claim))
    ]
    return min(candidates, key=lambda one: (one.document, one.start, one.id), default=None)


def _is_summed(claim: Claim) -> bool:
    return claim.unit in _SUMMED or claim.type is ClaimType.COMPARISON


def _number(claim: Claim) -> list[tuple[str, ...]]:
    return [_spell(count) for count in claim.counts]


def _spell(count: Count) -> tuple[str, ...]:
    fields = (count.harm, count.of, count.min, count.max, count.status, count.sex, count.age)
    return tuple(map(str, fields))
