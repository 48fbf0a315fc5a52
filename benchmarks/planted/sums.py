"""Planted claims through weighing, counting and adding up → how many numbers are the true ones."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.planted.planting import Planted
from benchmarks.planted.scoring import Report, Run
from benchmarks.planted.truth import Bound, Key, Truth

from onrecord.model.claim import Claim
from onrecord.model.identity import IncidentId
from onrecord.model.incident import Cluster, Counting, Happened, Incident, Place
from onrecord.model.tally import Selection
from onrecord.model.vocabulary import DatePrecision, Harm, VictimClass
from onrecord.pipeline.assembly import assemble_incident
from onrecord.tallies import count_incident, select_incidents, sum_incidents
from onrecord.weighing import weigh_incidents

_PREFIX = "planted-"
_PRESUMED: Key = (Harm.KILLED, VictimClass.CIVILIAN)
"""Summed over attacks of which all count civilians; where some count people, status is presumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table of sums: how to select its incidents, and which attacks lie in it."""

    name: str
    selection: Selection
    attacks: frozenset[int]


def score_ranges(run: Run, numbered: Mapping[int, Incident]) -> Report:
    """Of the ranges and sums that the planted claims determine how many come out.

    `numbered` are the planted groups, counted, in place of those that linking found: this is a score
    of weighing, counting and adding up alone. Only `totals_found` goes all the way.
    """
    truth = run.planted.truth
    outcomes: Counter[tuple[str, bool]] = Counter()
    for number, ranges in truth.ranges.items():
        counting = numbered[number].counting
        for key in _list_keys(ranges, counting):
            outcomes[_name(key), _read(counting, key) == ranges.get(key)] += 1
    right = sum(many for (_, good), many in outcomes.items() if good)
    determined = [numbered[number] for number in truth.ranges]
    return {
        "ranges": sum(outcomes.values()),
        "right": round(right / max(1, sum(outcomes.values())), 4),
        "wrong_by_class": {
            name: many for (name, good), many in sorted(outcomes.items()) if not good
        },
        "sums_given_groups": _score_cells(determined, truth),
        "totals_found": _compare_totals(_assemble_found(run), determined),
    }


def _score_cells(incidents: Sequence[Incident], truth: Truth) -> Report:
    outcomes: Counter[bool] = Counter()
    wrong = []
    for cell in _list_cells(truth):
        chosen = select_incidents(incidents, cell.selection)
        ranges = {number: truth.ranges[number] for number in cell.attacks}
        for key in {key for each in ranges.values() for key in each}:
            numbers = [n for n in ranges if key != _PRESUMED or key in ranges[n]]
            true = _add_up([ranges[n][key] for n in numbers if key in ranges[n]], len(numbers))
            found = _sum_key([one for one in chosen if _number(one) in set(numbers)], key)
            outcomes[found == true] += 1
            if found != true:
                wrong.append(f"{cell.name}, {_name(key)}")
    many = outcomes[True] + outcomes[False]
    return {"sums": many, "right": round(outcomes[True] / max(1, many), 4), "wrong": wrong[:10]}


def _list_cells(truth: Truth) -> list[Cell]:
    """Months, provinces, and parties named alone or at all."""
    attacks = {number: truth.attacks[number] for number in truth.ranges}
    cells = [Cell(name="all", selection=Selection(), attacks=frozenset(attacks))]
    for first in sorted({attack.day.replace(day=1) for attack in attacks.values()}):
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        cells.append(
            _cell(
                f"{first:%Y-%m}",
                Selection(first=first, last=last),
                attacks,
                _is_within(truth, first, last),
            )
        )
    for province in sorted({attack.town.province for attack in attacks.values()}):
        chosen = {n for n in attacks if attacks[n].town.province == province}
        cells.append(_cell(province, Selection(place=province), attacks, chosen.__contains__))
    for party in sorted({party for named in truth.parties.values() for party in named}):
        named = {n for n in attacks if party in truth.parties[n]}
        alone = {n for n in named if len(truth.parties[n]) == 1}
        cells.append(_cell(party, Selection(party=party), attacks, named.__contains__))
        cells.append(
            _cell(f"only {party}", Selection(only_party=party), attacks, alone.__contains__)
        )
    return cells


def _cell(
    name: str, selection: Selection, attacks: Iterable[int], holds: Callable[[int], bool]
) -> Cell:
    return Cell(name=name, selection=selection, attacks=frozenset(n for n in attacks if holds(n)))


def _is_within(truth: Truth, first: date, last: date) -> Callable[[int], bool]:
    return lambda number: first <= truth.attacks[number].day <= last


def _add_up(held: Sequence[Bound], many: int) -> Bound:
    """The true sum of so many attacks: silence is not nought, and leaves the sum open."""
    return Bound(
        min=sum(one.min for one in held),
        max=sum(one.min if one.max is None else one.max for one in held),
        open=len(held) < many or any(one.open for one in held),
    )


def _sum_key(incidents: Sequence[Incident], key: Key) -> Bound | None:
    sums = {(one.harm, one.class_): one for one in sum_incidents(incidents)}
    found = sums.get(key)
    return None if found is None else Bound(found.min, found.max, found.open)


def _compare_totals(found: Sequence[Incident], true: Sequence[Incident]) -> Report:
    """The sums over all incidents that were found, beside those given the planted groups."""
    ours = {(one.harm, one.class_): one for one in sum_incidents(found)}
    return {
        _name((one.harm, one.class_)): {
            "min": ours[one.harm, one.class_].min,
            "true_min": one.min,
            "max": ours[one.harm, one.class_].max,
            "true_max": one.max,
        }
        for one in sum_incidents(true)
        if (one.harm, one.class_) in ours
    }


def _assemble_found(run: Run) -> list[Incident]:
    return [
        assemble_incident(one, run.supports[one.id], run.countings[one.id], method="planted")
        for one in run.linking.clusters
    ]


def count_planted(run: Run) -> dict[int, Incident]:
    """The planted groups, weighed and counted, by the number of their attack."""
    clusters = _cluster_planted(run.planted)
    known = run.planted.truth.incident_of
    linking = replace(
        run.linking,
        clusters=tuple(clusters.values()),
        asides=tuple(claim for claim in run.planted.claims if claim.id not in known),
    )
    supports = weigh_incidents(linking, run.planted.documents, parties=run.parties)
    return {
        number: assemble_incident(
            one, supports[one.id], count_incident(one, supports[one.id]), method="planted"
        )
        for number, one in clusters.items()
    }


def _cluster_planted(planted: Planted) -> dict[int, Cluster]:
    truth = planted.truth
    claims: dict[int, list[Claim]] = {number: [] for number in truth.attacks}
    for claim in planted.claims:
        if claim.id in truth.incident_of:
            claims[truth.incident_of[claim.id]].append(claim)
    return {number: _make_cluster(number, held, truth) for number, held in claims.items()}


def _number(incident: Incident) -> int:
    """The attack of a planted group."""
    return int(incident.id.removeprefix(_PREFIX))


def _make_cluster(number: int, claims: Sequence[Claim], truth: Truth) -> Cluster:
    attack = truth.attacks[number]
    town = attack.town
    return Cluster(
        id=IncidentId(f"{_PREFIX}{number}"),
        claims=tuple(claims),
        documents=tuple(sorted({claim.document for claim in claims})),
        when=Happened(from_=attack.day, to=attack.day, precision=DatePrecision.DAY),
        place=Place(name=town.name, country="XV", admin1=town.province, precision=1),
    )


def _list_keys(ranges: Mapping[Key, Bound], counting: Counting) -> list[Key]:
    """The harms and classes with a planted range, and the wholes that were found without one."""
    found = [(harm, None) for harm in counting.by_harm if (harm, None) not in ranges]
    return [*ranges, *found]


def _read(counting: Counting, key: Key) -> Bound | None:
    harm, class_ = key
    if class_ is None:
        found = counting.by_harm.get(harm)
    else:
        found = counting.by_class.get(harm, {}).get(class_)
    return None if found is None else Bound(found.min, found.max, found.open)


def _name(key: Key) -> str:
    harm, class_ = key
    return harm.value if class_ is None else f"{harm.value}, {class_.value}"
