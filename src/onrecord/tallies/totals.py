"""Totals over several attacks and over campaigns: kept beside the sums, never added to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.model.claim import Claim, Count, Said
from onrecord.model.identity import ClaimId, DocumentId, TallyId, name_by_content
from onrecord.model.incident import Incident
from onrecord.model.tally import Bounds, Tally
from onrecord.model.vocabulary import Counted, Harm, Unit, VictimClass
from onrecord.tallies.aggregates import (
    CAMPAIGN,
    MULTI_INCIDENT,
    Group,
    class_count,
    find_period,
    find_place,
    list_accused,
    list_multi_incident,
    list_victims,
)
from onrecord.tallies.sums import find_range

Cell = tuple[str | None, Harm, VictimClass]


def total_attacks(claims: Sequence[Claim], incidents: Sequence[Incident]) -> list[Tally]:
    """One tally for each class of each total over several attacks, with its known members.

    Relays of one total (same recorder, class, bounds and number of attacks) are one tally.
    """
    by_id = {claim.id: claim for claim in claims}
    told: dict[DocumentId, list[Incident]] = {}
    for incident in sorted(incidents, key=lambda one: one.id):
        for document in incident.documents:
            told.setdefault(document, []).append(incident)
    tallies: dict[TallyId, Tally] = {}
    for claim in list_multi_incident(claims):
        attacks = _count_attacks(claim)
        members = _find_members(claim, told.get(claim.document, ()), by_id)
        for count in list_victims(claim):
            tally = _total(claim, count, attacks, members)
            known = tallies.get(tally.id)
            tallies[tally.id] = _merge(known, tally) if known else tally
    return [tallies[id] for id in sorted(tallies)]


def total_campaigns(groups: Iterable[Group], attacks: Sequence[Tally]) -> list[Tally]:
    """One tally for each class of each campaign, its floor raised by totals that lie in it."""
    stated: dict[Cell, list[tuple[Claim, Count]]] = {}
    for group in groups:
        for claim in group.claims:
            for count in list_victims(claim):
                if count.harm is not None:
                    key = (group.recorder, count.harm, class_count(count))
                    stated.setdefault(key, []).append((claim, count))
    made = [_campaign(*key, stated[key]) for key in sorted(stated, key=str)]
    alike: dict[Cell, list[Tally]] = {}
    for tally in attacks:
        alike.setdefault(_cell_of(tally), []).append(tally)
    return [_raise_floor(tally, alike.get(_cell_of(tally), ())) for tally in made]


def _total(claim: Claim, count: Count, attacks: int | None, members: Sequence[Incident]) -> Tally:
    harm, class_ = count.harm or Harm.KILLED, class_count(count)
    total = Bounds(min=count.min, max=count.max)
    floor = _sum_min(members, harm, class_)
    broken = total.max is not None and floor > total.max
    return Tally(
        id=TallyId(
            name_by_content("t", MULTI_INCIDENT, claim.originator, harm, class_, total, attacks)
        ),
        kind=MULTI_INCIDENT,
        recorder=claim.originator,
        period=find_period(claim),
        place=", ".join(dict.fromkeys(place.name for place in claim.places)) or None,
        harm=harm,
        class_=class_,
        total=total,
        parts=(),
        residual=None if broken else _find_remainder(total, attacks, members, harm, class_),
        inequalities=(),
        check="conflict" if broken else "holds",
        claims=(claim.id,),
        incidents=tuple(one.id for one in members),
        findings=_explain(total, attacks, members, floor, class_),
    )


def _count_attacks(claim: Claim) -> int | None:
    exact = [one for one in claim.counts if one.of is Counted.ATTACKS and one.min == one.max]
    return exact[0].min if exact else None


def _find_members(
    claim: Claim, incidents: Sequence[Incident], by_id: Mapping[ClaimId, Claim]
) -> list[Incident]:
    """Of the incidents of its document, those that the same recorder tells of, inside the total."""
    return [
        incident
        for incident in incidents
        if _lies_within(claim, incident)
        and any(id in by_id and _tells_the_same(claim, by_id[id]) for id in incident.claims)
    ]


def _tells_the_same(claim: Claim, other: Claim) -> bool:
    return (
        other.unit is Unit.INCIDENT
        and other.document == claim.document
        and other.originator == claim.originator
        and _may_share(list_accused(claim), list_accused(other))
    )


def _may_share(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _lies_within(claim: Claim, incident: Incident) -> bool:
    when, place = incident.when, incident.place
    dated = claim.when is None or (
        when is not None and claim.when.from_ <= when.from_ and when.to <= claim.when.to
    )
    named = {name for one in claim.places for name in (one.name, one.admin1, one.country)}
    fine = {one.admin1 for one in claim.places} - {None}
    if place is None or place.admin1 is None or not fine:
        return dated
    return dated and place.admin1 in named


def _sum_min(members: Iterable[Incident], harm: Harm, class_: VictimClass) -> int:
    ranges = [find_range(one, harm, _of(class_)) for one in members]
    return sum(one.min for one in ranges if one is not None)


def _of(class_: VictimClass) -> VictimClass | None:
    """A total of people without class is set beside all people of our incidents."""
    return None if class_ is VictimClass.UNKNOWN else class_


def _find_remainder(
    total: Bounds,
    attacks: int | None,
    members: Sequence[Incident],
    harm: Harm,
    class_: VictimClass,
) -> Bounds | None:
    """What the members leave to the other attacks; only if every needed bound is closed."""
    ranges = [find_range(one, harm, _of(class_)) for one in members]
    closed = [one for one in ranges if one is not None and one.max is not None and not one.open]
    if attacks is None or total.max is None or len(closed) < len(members) or not members:
        return None
    most = total.max - sum(one.min for one in closed)
    least = total.min - sum(one.max for one in closed if one.max is not None)
    return Bounds(min=max(0, least), max=most)


def _explain(
    total: Bounds,
    attacks: int | None,
    members: Sequence[Incident],
    floor: int,
    class_: VictimClass,
) -> tuple[str, ...]:
    lines = []
    if total.max is not None and floor > total.max:
        lines.append(f"its known members have at least {floor}, more than the total")
    if attacks is not None and len(members) > attacks:
        lines.append(f"{len(members)} incidents fit a total over {attacks}")
    if attacks is not None and 0 < len(members) < attacks:
        rest = f"{len(members)} of {attacks} attacks known; what is left for the others"
        if total.max is None:
            lines.append(f"{rest} does not follow: the total ({class_.value}) is a floor")
        else:
            lines.append(f"{rest} follows only where every member is closed")
    return tuple(lines)


def _merge(one: Tally, other: Tally) -> Tally:
    return replace(
        one,
        claims=tuple(sorted({*one.claims, *other.claims})),
        incidents=tuple(sorted({*one.incidents, *other.incidents})),
        findings=tuple(dict.fromkeys((*one.findings, *other.findings))),
    )


def _campaign(
    recorder: str | None,
    harm: Harm,
    class_: VictimClass,
    stated: Sequence[tuple[Claim, Count]],
) -> Tally:
    tops = [count.max for _, count in stated]
    periods = [period for claim, _ in stated if (period := find_period(claim)) is not None]
    first = min((one.from_ for one in periods), default=None)
    last = max((one.to for one in periods), default=None)
    place = find_place(claim for claim, _ in stated)
    return Tally(
        id=TallyId(name_by_content("t", CAMPAIGN, recorder, harm, class_, first, last)),
        kind=CAMPAIGN,
        recorder=recorder,
        period=Said(from_=first, to=last) if first and last else None,
        place=place.name if place else None,
        harm=harm,
        class_=class_,
        total=Bounds(
            min=min(count.min for _, count in stated),
            max=None if None in tops else max(top for top in tops if top is not None),
        ),
        parts=(),
        residual=None,
        inequalities=(),
        check="holds",
        claims=tuple(sorted({claim.id for claim, _ in stated})),
    )


def _raise_floor(tally: Tally, attacks: Sequence[Tally]) -> Tally:
    """A campaign holds the attacks that its recorder totals within it: no less than they.

    `attacks` are the totals of the campaign's own recorder, harm and class.
    """
    inside = [one for one in attacks if _is_inside(one, tally)]
    floors = [one.total.min for one in inside if one.total is not None]
    members = tuple(sorted({id for one in inside for id in one.incidents}))
    tally = replace(tally, incidents=members)
    total = tally.total
    if total is None or not floors or max(floors) <= total.min:
        return tally
    highest = max(inside, key=lambda one: (one.total.min if one.total else 0, one.id))
    words = (
        f"at least {max(floors)}, not only {total.min}: the recorder's total over several "
        f"attacks of this campaign ({', '.join(highest.claims)})"
    )
    if total.max is not None and max(floors) > total.max:
        conflict = f"a total over several attacks, {max(floors)}, exceeds it"
        return replace(tally, check="conflict", findings=(conflict,))
    return replace(tally, total=Bounds(min=max(floors), max=total.max), findings=(words,))


def _cell_of(tally: Tally) -> Cell:
    return tally.recorder, tally.harm, tally.class_


def _is_inside(attacks: Tally, campaign: Tally) -> bool:
    one, other = attacks.period, campaign.period
    return one is None or other is None or (other.from_ <= one.from_ and one.to <= other.to)
