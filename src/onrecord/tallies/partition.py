"""One recorder's totals and parts → tallies whose parts are checked against the whole.

Known parts never exceed the total; what they leave bounds every part without a figure.
"""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.model.claim import Claim, Count, PlaceMention
from onrecord.model.identity import TallyId, name_by_content
from onrecord.model.incident import Copy, Incident
from onrecord.model.tally import Bounds, Tally, TallyPart
from onrecord.model.vocabulary import Harm, PartyRole, VictimClass
from onrecord.tallies.aggregates import (
    CAMPAIGN,
    COUNTRY,
    PERIOD,
    Group,
    class_count,
    find_place,
    group_aggregates,
    harms_of,
    list_accused,
    list_victims,
)
from onrecord.tallies.comparisons import read_comparisons, say_inequalities
from onrecord.tallies.copied import credit_copies
from onrecord.tallies.crosscheck import Cell, Shelf, find_misses, set_beside
from onrecord.tallies.dividing import divide_total
from onrecord.tallies.series import add_periods
from onrecord.tallies.totals import total_attacks, total_campaigns

Stated = tuple[Claim, Count]


def check_tallies(
    claims: Sequence[Claim], incidents: Sequence[Incident], copies: Iterable[Copy] = ()
) -> tuple[Tally, ...]:
    """Every tally that the claims hold, by kind and identifier, with its checks.

    Tallies of different recorders stay side by side; nothing here enters a sum. A total in a
    copied paragraph is the one that it copies.
    """
    claims = credit_copies(claims, copies)
    groups, shelf = group_aggregates(claims), Shelf(incidents)
    attacks = total_attacks(claims, incidents)
    campaigns = [group for group in groups if group.kind == CAMPAIGN]
    periods = [
        _check(group, harm, shelf)
        for group in groups
        if group.kind == PERIOD
        for harm in harms_of(group.claims)
    ]
    series = add_periods(periods)
    tallies = [*periods, *attacks, *total_campaigns(campaigns, attacks), *series]
    return tuple(sorted(tallies, key=lambda tally: (tally.kind, tally.id)))


def find_party(claim: Claim, count: Count) -> str | None:
    """The perpetrator that a count belongs to: the only one named, or the nearest to it."""
    parties = list_accused(claim)
    if len(parties) <= 1:
        return parties[0] if parties else None
    placed = [
        (abs(party.start - count.start), party.start, party.name)
        for party in claim.parties
        if party.start is not None and count.start is not None and party.role is not PartyRole.OTHER
    ]
    return min(placed)[2] if placed else parties[0]


def _check(group: Group, harm: Harm, shelf: Shelf) -> Tally:
    unnamed, by_party = _sort_counts(group.claims, harm)
    totals = _find_totals(unnamed)
    class_ = _find_class(totals, by_party)
    parts = tuple(_make_part(party, by_party[party]) for party in sorted(by_party))
    total = _span(totals)
    compared = read_comparisons(group.claims, parts)
    division = divide_total(total, [claim.id for claim, _ in totals], parts, compared)
    mention = find_place(group.claims)
    place = mention.name if mention else None
    cell = Cell(harm=harm, class_=class_, period=group.period, place=_select_place(mention))
    beside = set_beside(cell, total, parts, shelf)
    findings = (
        *(_say_unstated(part, division.left) for part in division.unstated),
        *_explain_classes(class_, by_party),
        *_explain_unnamed(unnamed, totals),
        *division.broken,
        *find_misses(total, parts, beside),
    )
    return Tally(
        id=TallyId(name_by_content("t", PERIOD, group.recorder, group.period, place, harm, class_)),
        kind=PERIOD,
        recorder=group.recorder,
        period=group.period,
        place=place,
        harm=harm,
        class_=class_,
        total=total,
        parts=parts,
        residual=division.left,
        inequalities=say_inequalities(compared.comparisons, parts),
        check="conflict" if division.broken else "holds",
        claims=tuple(sorted(claim.id for claim in group.claims)),
        findings=tuple(dict.fromkeys(findings)),
        unstated=division.unstated,
        beside=beside,
    )


def _sort_counts(
    claims: Iterable[Claim], harm: Harm
) -> tuple[list[Stated], dict[str, list[Stated]]]:
    totals: list[Stated] = []
    by_party: dict[str, list[Stated]] = {}
    for claim in claims:
        for count in list_victims(claim):
            if count.harm is not harm:
                continue
            party = find_party(claim, count)
            if party is None:
                totals.append((claim, count))
            else:
                by_party.setdefault(party, []).append((claim, count))
    return totals, by_party


def _find_totals(unnamed: Sequence[Stated]) -> list[Stated]:
    """Of the figures without a party, the largest: smaller ones may be parts of it."""
    most = max((count.min for _, count in unnamed), default=0)
    return [(claim, count) for claim, count in unnamed if count.min == most]


def _find_class(totals: Sequence[Stated], by_party: Mapping[str, Sequence[Stated]]) -> VictimClass:
    parts = [stated for found in by_party.values() for stated in found]
    for counts in (totals, parts):
        classes = {class_count(count) for _, count in counts} - {VictimClass.UNKNOWN}
        if len(classes) == 1:
            return classes.pop()
        if counts:
            return VictimClass.UNKNOWN
    return VictimClass.UNKNOWN


def _make_part(party: str, stated: Sequence[Stated]) -> TallyPart:
    bounds = _span(stated) or Bounds(min=0, max=None)
    return TallyPart(
        party=party,
        min=bounds.min,
        max=bounds.max,
        claims=tuple(sorted({claim.id for claim, _ in stated})),
        classes=_find_subsets(stated),
    )


def _find_subsets(stated: Sequence[Stated]) -> dict[VictimClass, Bounds]:
    found: dict[VictimClass, list[Stated]] = {}
    for claim, count in stated:
        place = claim.counts.index(count)
        for subset in claim.counts:
            if subset.subset_of == place and subset.harm is count.harm:
                found.setdefault(class_count(subset), []).append((claim, subset))
    spans = {class_: _span(counts) for class_, counts in sorted(found.items())}
    return {class_: span for class_, span in spans.items() if span is not None}


def _span(stated: Sequence[Stated]) -> Bounds | None:
    """The bounds of a figure as its relays give it: as wide as they are."""
    if not stated:
        return None
    tops = [count.max for _, count in stated]
    top = None if None in tops else max(one for one in tops if one is not None)
    return Bounds(min=min(count.min for _, count in stated), max=top)


def _say_unstated(part: TallyPart, left: Bounds | None) -> str:
    ends = [f"at least {part.min}, by what it is said to exceed"] if part.min else []
    if part.max is not None:
        leaves = left is not None and part.max == left.max
        why = "which the named parts leave" if leaves else "by what is said to exceed it"
        ends.append(f"at most {part.max}, {why}")
    return f"{part.party}: no figure stated; {'; '.join(ends)}"


def _explain_classes(class_: VictimClass, by_party: Mapping[str, Sequence[Stated]]) -> list[str]:
    return [
        f"{party}: {count.min} stated as {class_count(count).value}, tallied as {class_.value}"
        for party in sorted(by_party)
        for _, count in by_party[party]
        if class_count(count) is not class_
    ]


def _explain_unnamed(unnamed: Sequence[Stated], totals: Sequence[Stated]) -> list[str]:
    return [
        f"{count.min} stated without a party, beside the total"
        for claim, count in unnamed
        if (claim, count) not in totals
    ]


def _select_place(mention: PlaceMention | None) -> str | None:
    if mention is None:
        return None
    return mention.country if mention.precision == COUNTRY else mention.name
