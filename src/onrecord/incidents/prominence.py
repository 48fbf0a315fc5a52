"""Clusters → which incident each document is mainly about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.incidents.accounts import is_related, sort_by_reading
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Cluster
from onrecord.model.vocabulary import Harm, Mode, SegmentKind

_TITLE, _BODY, _CAPTION = 5.0, 1.0, 0.5
_FIGURE = 1.5
_LEAD = (4.0, 2.0)
_ARREST = 0.3
# Each further claim of one attack says half as much of what a document is about.
_AGAIN = 0.5
_HEADLINES = frozenset({Mode.HEADLINE})


def name_main_incidents(
    clusters: Sequence[Cluster], documents: Mapping[DocumentId, Document]
) -> tuple[Cluster, ...]:
    """The clusters with `main_of`: each document stands in one, or in none.

    Most prominent is what title, lead, figures and most claims speak of; captions weigh less, and
    what only a related link mentions is never what a document is about. Ties go to what is told
    first.
    """
    about: dict[int, list[DocumentId]] = {}
    for id, place in find_main([cluster.claims for cluster in clusters], documents).items():
        about.setdefault(place, []).append(id)
    return tuple(
        replace(cluster, main_of=tuple(sorted(about.get(number, ()))))
        for number, cluster in enumerate(clusters)
    )


def find_main(
    groups: Sequence[Sequence[Claim]], documents: Mapping[DocumentId, Document]
) -> dict[DocumentId, int]:
    """For each document the place of the group of claims that it is mainly about."""
    told: dict[DocumentId, list[tuple[Claim, int]]] = {}
    for number, claims in enumerate(groups):
        for claim in claims:
            if not is_related(claim):
                told.setdefault(claim.document, []).append((claim, number))
    return {id: _choose(claims, documents.get(id)) for id, claims in told.items()}


def _choose(claims: Sequence[tuple[Claim, int]], document: Document | None) -> int:
    number_of = {claim.id: number for claim, number in claims}
    ordered = sort_by_reading([claim for claim, _ in claims], document)
    running = [claim for claim in ordered if not _is_title(claim) and not _is_caption(claim)]
    lead = {claim.id: bonus for claim, bonus in zip(running, _LEAD, strict=False)}
    weights: dict[int, list[float]] = {}
    for claim in ordered:
        weight = (_weigh(claim) + lead.get(claim.id, 0.0)) * _share_of(claim)
        weights.setdefault(number_of[claim.id], []).append(weight)
    return max(weights, key=lambda number: _fade(weights[number]))


def _fade(weights: Sequence[float]) -> float:
    ranked = sorted(weights, reverse=True)
    return sum(weight * _AGAIN**place for place, weight in enumerate(ranked))


def _weigh(claim: Claim) -> float:
    place = _TITLE if _is_title(claim) else _CAPTION if _is_caption(claim) else _BODY
    told = any(count.harm and count.series != "part" for count in claim.counts)
    return place + (_FIGURE if told else 0.0)


def _share_of(claim: Claim) -> float:
    """How much of its weight a claim keeps: an arrest follows the attack that a document is about."""
    harms = {count.harm for count in claim.counts if count.harm is not None}
    return _ARREST if harms == {Harm.DETAINED} else 1.0


def _is_title(claim: Claim) -> bool:
    return claim.mode in _HEADLINES or claim.segment is SegmentKind.TITLE


def _is_caption(claim: Claim) -> bool:
    return claim.mode is Mode.CAPTION or claim.segment is SegmentKind.CAPTION
