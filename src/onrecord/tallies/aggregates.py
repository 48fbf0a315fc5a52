"""Claims → groups that one recorder's tally is made of: same period, harm and kind of total."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model.claim import Claim, Count, PlaceMention, Said
from onrecord.model.identity import DocumentId
from onrecord.model.vocabulary import (
    Age,
    ClaimType,
    DatePrecision,
    Harm,
    HedgeKind,
    PartyRole,
    Polarity,
    Sex,
    Status,
    Unit,
    VictimClass,
)
from onrecord.tallies.readings import FIGHTING, PROTECTED

ACCUSED = frozenset({PartyRole.ALLEGED_PERPETRATOR, PartyRole.PERPETRATOR})
# The precision of a place that is a whole country.
COUNTRY = 6
PERIOD, CAMPAIGN, MULTI_INCIDENT = "period", "campaign", "multi_incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims of one recorder over one period; `recorder` is `None` where nobody is named."""

    kind: str
    recorder: str | None
    period: Said | None
    claims: tuple[Claim, ...]


def group_aggregates(claims: Iterable[Claim]) -> list[Group]:
    """The totals over periods, by recorder and period; comparisons go with their period.

    A total in a publisher's own voice belongs to the one recorder whose tally its document
    relays for that period; where there is none or several, it stands alone.
    """
    summed = [claim for claim in _order(claims) if is_aggregate(claim, Unit.AGGREGATE_PERIOD)]
    beside: dict[DocumentId, list[Claim]] = {}
    for claim in summed:
        beside.setdefault(claim.document, []).append(claim)
    groups: dict[tuple[str | None, Said | None], list[Claim]] = {}
    for claim in summed:
        period = find_period(claim) or _only_period(claim, beside[claim.document])
        recorder = find_recorder(claim, period, beside[claim.document])
        groups.setdefault((recorder, period), []).append(claim)
    return [
        Group(kind=_find_kind(held), recorder=key[0], period=key[1], claims=tuple(held))
        for key, held in sorted(groups.items(), key=lambda one: str(one[0]))
    ]


def list_multi_incident(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that give one total over several attacks, by document and position."""
    return [
        claim
        for claim in _order(claims)
        if is_aggregate(claim, Unit.MULTI_INCIDENT) and list_victims(claim)
    ]


def is_aggregate(claim: Claim, unit: Unit) -> bool:
    """Whether a claim states, or compares, totals over that unit."""
    comparing = claim.type is ClaimType.COMPARISON and unit is Unit.AGGREGATE_PERIOD
    told = claim.polarity is Polarity.ASSERTS and claim.hedge.kind is not HedgeKind.QUESTION
    if not told or claim.answer is not None:
        return False
    if comparing and claim.unit in {Unit.AGGREGATE_PERIOD, Unit.NONE}:
        return True
    return claim.unit is unit and bool(list_victims(claim))


def list_victims(claim: Claim) -> list[Count]:
    """The counts of harmed people that are no part of another count of the claim."""
    return [one for one in claim.counts if one.harm is not None and one.subset_of is None]


def class_count(count: Count) -> VictimClass:
    """The class of the people a count is of; `unknown` where its words give none."""
    if count.status in PROTECTED:
        return VictimClass.CIVILIAN
    if count.status in FIGHTING:
        return VictimClass.FIGHTER
    if count.age is Age.CHILD:
        return VictimClass.CHILD
    if count.sex is not Sex.UNKNOWN and count.status is Status.UNKNOWN:
        return VictimClass.WOMAN if count.sex is Sex.WOMAN else VictimClass.MAN
    return VictimClass.UNKNOWN


def list_accused(claim: Claim) -> list[str]:
    """The parties that a claim names as perpetrators, in the order of the text."""
    named = [party for party in claim.parties if party.role in ACCUSED]
    placed = sorted(named, key=lambda one: (one.start is None, one.start or 0))
    return list(dict.fromkeys(party.name for party in placed))


def find_period(claim: Claim) -> Said | None:
    """The period that a claim is about."""
    return Said(from_=claim.when.from_, to=claim.when.to) if claim.when else None


def find_recorder(claim: Claim, period: Said | None, claims: Sequence[Claim]) -> str | None:
    """Whose tally a claim is: its originator, or the one that its document relays.

    `claims` are the totals over periods in its document.
    """
    if claim.resolved:
        return claim.originator
    beside = {
        one.originator for one in claims if one.resolved and _may_meet(find_period(one), period)
    }
    return beside.pop() if len(beside) == 1 else claim.originator


def find_place(claims: Iterable[Claim]) -> PlaceMention | None:
    """The widest place that the claims name; `None` where they name none on land."""
    places = [place for claim in claims for place in claim.places if place.precision <= COUNTRY]
    return max(places, key=lambda one: (one.precision, one.name), default=None)


def harms_of(claims: Iterable[Claim]) -> list[Harm]:
    """The kinds of harm that some claims count."""
    found = {count.harm for claim in claims for count in list_victims(claim)}
    return [harm for harm in Harm if harm in found]


def _order(claims: Iterable[Claim]) -> list[Claim]:
    once = {claim.id: claim for claim in claims}
    return sorted(once.values(), key=lambda claim: (claim.document, claim.start, claim.id))


def _only_period(claim: Claim, claims: Sequence[Claim]) -> Said | None:
    """The period of the nearest tally before a claim without one; `claims` are of its document."""
    before = [one for one in claims if one.when is not None and one.start <= claim.start]
    after = [one for one in claims if one.when is not None]
    nearest = before[-1:] or after[:1]
    return find_period(nearest[0]) if nearest else None


def _may_meet(one: Said | None, other: Said | None) -> bool:
    return one is None or other is None or (one.from_ <= other.to and other.from_ <= one.to)


def _find_kind(claims: Sequence[Claim]) -> str:
    """A `period` has a calendar span, several perpetrators or a grand total; else a `campaign`."""
    fixed = {
        claim.when.precision
        for claim in claims
        if claim.when is not None and claim.when.precision is not DatePrecision.INTERVAL
    }
    parties = {party for claim in claims for party in list_accused(claim) if list_victims(claim)}
    whole = any(list_victims(claim) and not list_accused(claim) for claim in claims)
    return PERIOD if fixed or len(parties) > 1 or (whole and parties) else CAMPAIGN
