"""Incidents → how they stand to one another: one follows another, or is covered by a wider toll.

Only what one document tells of both is looked at: two attacks that no document mentions together are
not related here. A relation joins nothing and adds nothing up; it says what must not be added twice.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from onrecord.incidents.method import LinkMethod
from onrecord.incidents.places import COMPATIBLE, Level, Relation, relate_spots
from onrecord.incidents.traits import Days, Traits, merge_traits
from onrecord.incidents.wording import tells_of_aftermath
from onrecord.model.comparison import Related
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Cluster

FOLLOWS, COVERED_BY, PART_OF = "follows", "covered_by", "part_of"
# A document that tells of more incidents than this is a list, in which all stand side by side.
_MOST = 20
_SOON_DAYS = 3
# A day that is uncertain by one is no campaign.
_CAMPAIGN_DAYS = 3

_Known = Mapping[IncidentId, Traits]


def relate_incidents(
    clusters: Sequence[Cluster], traits: Mapping[ClaimId, Traits], method: LinkMethod
) -> tuple[Related, ...]:
    """The relations between incidents that a document tells of together, in order, each once."""
    clusters = [each for each in clusters if any(claim.id in traits for claim in each.claims)]
    known = {cluster.id: _merge(cluster, traits) for cluster in clusters}
    words = {cluster.id: [claim.quote for claim in cluster.claims] for cluster in clusters}
    told: dict[DocumentId, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for document in cluster.documents:
            told[document].append(cluster)
    found: dict[tuple[IncidentId, IncidentId], Related] = {}
    for document in sorted(told):
        together = told[document] if len(told[document]) <= _MOST else []
        for one, other in permutations(sorted(together, key=lambda each: each.id), 2):
            related = _relate(one.id, other.id, known, words[one.id], method)
            if related is not None:
                found.setdefault((one.id, other.id), related)
    return tuple(found[pair] for pair in sorted(found))


def _relate(
    one: IncidentId, other: IncidentId, known: _Known, words: Sequence[str], method: LinkMethod
) -> Related | None:
    """How the first stands to the second, `None` if nothing is known of it."""
    here, there = known[one], known[other]
    place = relate_spots(here.spots, there.spots, method=method)[0]
    if here.days is None or there.days is None or place not in COMPATIBLE:
        return None
    reasons = list(_list_wider(here, there, place))
    if reasons:
        kind = COVERED_BY if _covers(there, here) else PART_OF
        return Related(one=one, other=other, kind=kind, because=tuple(reasons))
    told_later = here.second or any(map(tells_of_aftermath, words))
    ordered = here.days[0] > there.days[0] or not there.second
    if told_later and ordered and _is_soon_after(here.days, there.days):
        because = ("one document tells of both", "its words tell of a later attack or of mourners")
        return Related(one=one, other=other, kind=FOLLOWS, because=because)
    return None


def _list_wider(one: Traits, other: Traits, place: Relation) -> Iterator[str]:
    """Why the other holds the first: a wider area, or a longer time around it."""
    if one.days is None or other.days is None:
        return
    around = other.days[0] <= one.days[0] and one.days[1] <= other.days[1]
    wider = other.level is Level.AREA and one.level is Level.NAMED and place is Relation.WITHIN
    longer = around and (other.lasts() or 0) >= max(_CAMPAIGN_DAYS, 2 * (one.lasts() or 0))
    if around and (wider or longer):
        yield "one document tells of both"
        if wider:
            yield "the place of one lies in the area of the other"
        if longer:
            yield "the days of one lie within those of the other"


def _covers(wide: Traits, narrow: Traits) -> bool:
    """Whether the wider one gives a toll at least as large for every harm of the narrower one."""
    most = _largest(wide)
    return bool(most) and all(most.get(harm, 0) >= many for harm, many in _largest(narrow).items())


def _largest(traits: Traits) -> dict[str, int]:
    most: dict[str, int] = {}
    for harm, many in traits.figures:
        most[harm] = max(many, most.get(harm, 0))
    return most


def _is_soon_after(later: Days, earlier: Days) -> bool:
    return 0 <= (later[0] - earlier[0]).days <= _SOON_DAYS


def _merge(cluster: Cluster, traits: Mapping[ClaimId, Traits]) -> Traits:
    return merge_traits(traits[claim.id] for claim in cluster.claims if claim.id in traits)
