"""Figures that stand beside the sums and never in them: stocks, populations, shares and such."""

from collections.abc import Iterable, Sequence

from onrecord.model.claim import Claim, Count
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident
from onrecord.model.tally import Aside
from onrecord.model.vocabulary import ClaimType, Counted, Unit

_BESIDE = frozenset({Unit.STOCK, Unit.POPULATION})
_COUNTING = frozenset({Unit.INCIDENT, Unit.MULTI_INCIDENT, Unit.AGGREGATE_PERIOD})


def list_asides(claims: Sequence[Claim], incidents: Iterable[Incident]) -> tuple[Aside, ...]:
    """One aside for each figure of a claim outside the incidents, by kind and words.

    `kind` is `stock` or `population` by what the claim is about, else what the number counts.
    Relays in the same words are one aside. Objects hit stay with their claims.
    """
    linked = {id for incident in incidents for id in incident.claims}
    found: dict[tuple[str, str], set[ClaimId]] = {}
    for claim in claims:
        if claim.id in linked or not _stands_beside(claim):
            continue
        for count in claim.counts:
            if count.of is Counted.OBJECTS_HIT:
                continue
            key = (_name_kind(claim, count), _word(count))
            found.setdefault(key, set()).add(claim.id)
    return tuple(
        Aside(kind=kind, words=words, claims=tuple(sorted(found[kind, words])))
        for kind, words in sorted(found)
    )


def _stands_beside(claim: Claim) -> bool:
    if claim.unit in _BESIDE or claim.type is ClaimType.STOCK_FIGURE:
        return True
    return claim.unit not in _COUNTING


def _name_kind(claim: Claim, count: Count) -> str:
    if count.of is not None:
        return count.of.value
    if claim.unit in _BESIDE:
        return claim.unit.value
    return "stock" if claim.type is ClaimType.STOCK_FIGURE else "unlinked"


def _word(count: Count) -> str:
    bounds = f"{count.min}+" if count.max is None else f"{count.min}-{count.max}"
    if count.min == count.max:
        bounds = str(count.min)
    harm = f" {count.harm.value}" if count.harm else ""
    return f"{' '.join(count.text.split())} ({bounds}{harm})"
