"""Piles → clusters: identifier, place, dates and flags of each incident, before weighing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from onrecord.incidents.accounts import Account, tells_of_attack
from onrecord.incidents.evidence import Weigh
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.piles import Pile, list_accounts_of
from onrecord.incidents.places import COUNTRY, NAMED, VAGUE_AREA, Relation, read_spots
from onrecord.incidents.rulings import Rulings, name_incident
from onrecord.incidents.traits import Days, Traits, meet
from onrecord.model.claim import Claim, PlaceMention
from onrecord.model.decision import DecisionKind
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Cluster, Happened, Join, Place
from onrecord.model.vocabulary import DatePrecision

POSSIBLE_TWO_ATTACKS = "possible_two_attacks"
PLACE_INFERRED = "place_inferred"
DATES_DISAGREE = "dates_disagree"
REVIEWER_UNSURE = "reviewer_unsure"
EVIDENCE_AGAINST_DECISION = "evidence_against_decision"
_LENGTHS = (
    (1, DatePrecision.DAY),
    (6, DatePrecision.SPAN),
    (7, DatePrecision.WEEK),
    (31, DatePrecision.MONTH),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What summaries look up: documents, traits of each claim, rulings, and how to weigh."""

    documents: Mapping[DocumentId, Document]
    traits: Mapping[ClaimId, Traits]
    rulings: Rulings
    weigh: Weigh
    method: LinkMethod


def summarise(pile: Pile, case: Case) -> Cluster:
    """The cluster of a pile; `main_of` is filled in when all clusters are known."""
    claims = sort_claims(pile.claims)
    when, dates_meet = _date(claims)
    flags = {
        POSSIBLE_TWO_ATTACKS: _may_be_two(pile, case),
        PLACE_INFERRED: any(found.place is Relation.UNKNOWN for _, _, found in pile.joins),
        DATES_DISAGREE: not dates_meet,
        EVIDENCE_AGAINST_DECISION: pile.doubted,
        REVIEWER_UNSURE: any(
            ruling.pair <= pile.ids for ruling in case.rulings.list_pairs(DecisionKind.UNSURE)
        ),
    }
    id = name_incident(find_anchor(claims, case.documents))
    return Cluster(
        id=id,
        claims=tuple(claims),
        documents=tuple(sorted({claim.document for claim in claims})),
        when=when,
        place=_locate(claims),
        flags=tuple(sorted(flag for flag, raised in flags.items() if raised)),
        aliases=_list_aliases(id, pile, case),
        joins=tuple(_list_joins(pile, case)),
    )


def sort_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order in which an incident lists them."""
    return sorted(claims, key=lambda claim: (claim.document, claim.start, claim.end, claim.id))


def find_anchor(claims: Iterable[Claim], documents: Mapping[DocumentId, Document]) -> ClaimId:
    """The claim that names the incident: the earliest said, then published, then by identifier.

    What joins later was said later, so an incident keeps its identifier as a case grows.
    """

    def age(claim: Claim) -> tuple[date, date, str]:
        document = documents.get(claim.document)
        dating = document.published if document else None
        published = dating.from_ if dating else date.max
        return (claim.said.from_ if claim.said else published), published, claim.id

    return min(claims, key=age).id


def stands_alone(claims: Sequence[Claim], method: LinkMethod) -> bool:
    """Whether claims have a place or a date of their own, without which there is no incident.

    A date wider than the method's is none; a province or area is a place only with a figure.
    """
    if not any(tells_of_attack(claim) for claim in claims):
        return False
    finest = min((p.precision for claim in claims for p in claim.places), default=COUNTRY)
    if finest <= NAMED or any(_is_dated(claim, method.short_days) for claim in claims):
        return True
    counted = any(count.harm for claim in claims for count in claim.counts)
    return counted and (method.keeps_unplaced or finest <= VAGUE_AREA)


def _is_dated(claim: Claim, short_days: int) -> bool:
    return claim.when is not None and (claim.when.to - claim.when.from_).days < short_days


def _date(claims: Sequence[Claim]) -> tuple[Happened | None, bool]:
    """The tightest interval if all meet; else from the first to the last day, and false."""
    known = [(claim.when.from_, claim.when.to) for claim in claims if claim.when]
    if not known:
        return None, True
    shared: Days | None = known[0]
    for days in known:
        shared = meet(shared, days) if shared else None
    first, last = shared or (min(days[0] for days in known), max(days[1] for days in known))
    lasts = (last - first).days + 1
    precision = next((p for most, p in _LENGTHS if lasts <= most), DatePrecision.INTERVAL)
    return Happened(from_=first, to=last, precision=precision), shared is not None


def _locate(claims: Sequence[Claim]) -> Place | None:
    """The finest named place: precise before vague, then the one most claims give."""
    mentions = [place for claim in claims for place in claim.places]
    if not mentions:
        return None
    votes = Counter(place.name for place in mentions)

    finest = min(place.precision for place in mentions)

    def rank(place: PlaceMention) -> tuple[bool, int, bool, str]:
        vague = read_spots([place])[0].vague
        return vague, -votes[place.name], place.lat is None, place.name

    ranks = [(rank(place), place) for place in mentions if place.precision == finest]
    first = min(each for each, _ in ranks)
    best = min((place for each, place in ranks if each == first), key=str)
    return Place(
        name=best.name,
        country=best.country,
        admin1=best.admin1,
        precision=best.precision,
        lat=best.lat,
        lon=best.lon,
        gazetteer=best.gazetteer,
    )


def _may_be_two(pile: Pile, case: Case) -> bool:
    """Weapons that clash, targets apart in different documents, or words of a second attack."""
    traits = [case.traits[claim.id] for claim in pile.claims if claim.id in case.traits]
    if any(each.second or each.separate for each in traits):
        return True
    deliveries = {each.deliveries for each in traits if each.deliveries}
    targets = {account.traits.points for account in list_accounts_of(pile)} - {frozenset()}
    return _are_torn(deliveries) or _are_torn(targets)


def _are_torn(sets: Iterable[frozenset[object]]) -> bool:
    """Whether two sets have nothing in common and no third one holds from both."""
    known = list(sets)
    return any(
        not one & other and not any(one & third and other & third for third in known)
        for one, other in combinations(known, 2)
    )


def _list_aliases(id: IncidentId, pile: Pile, case: Case) -> tuple[IncidentId, ...]:
    """Identifiers that now lead here: of incidents merged by decision, or named in one."""
    claims = {claim.id: claim for claim in pile.claims}
    former = {
        name_incident(find_anchor([claims[claim] for claim in ids], case.documents))
        for ids in pile.merged
        if stands_alone([claims[claim] for claim in sorted(ids)], case.method)
    }
    named = {name for name, anchor in case.rulings.named.items() if anchor in claims}
    return tuple(sorted((former | named) - {id}))


def _list_joins(pile: Pile, case: Case) -> list[Join]:
    joins = [
        Join(
            one=one.claims[0].id,
            other=other.claims[0].id,
            bits=round(found.bits, 2),
            because=found.because,
        )
        for one, other, found in pile.joins
    ]
    ids = pile.ids
    joins += [
        join
        for account in list_accounts_of(pile)
        for join in _join_within(account, case)
        if join.one in ids and join.other in ids
    ]
    return sorted(joins, key=lambda join: (join.one, join.other))


def _join_within(account: Account, case: Case) -> Iterable[Join]:
    """Why the claims of one account are together: one running text, or one wording."""
    first = account.claims[0]
    for claim in account.claims[1:]:
        same = claim.document == first.document
        reason = "one document tells of it on" if same else "the same words in another document"
        found = case.weigh(case.traits[first.id], case.traits[claim.id])
        yield Join(
            one=first.id,
            other=claim.id,
            bits=round(found.bits, 2),
            because=(reason, *found.because),
        )
