"""A case → its summary as plain values: what is known of each incident, and what is not added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model.failure import Failed
from onrecord.model.identity import ClaimId, IncidentId, TallyId
from onrecord.model.incident import Incident, Linking
from onrecord.model.tally import Aside, Bounds, Sum, Tally, TallyPart
from onrecord.model.vocabulary import Counted, Harm, VictimClass
from onrecord.publications.effects import Stake, rank_by_effect, read_toll
from onrecord.publications.figures import (
    Figure,
    aside_figure,
    bounds_figure,
    figure_of,
    range_of,
    sum_figure,
)
from onrecord.publications.source import Publishable
from onrecord.publications.wording import (
    CAVEAT,
    CLASS_NAMES,
    say_beside,
    say_code,
    say_interval,
    say_place,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One incident of the summary table."""

    incident: IncidentId
    title: str
    date: str
    place: str
    killed: Figure
    civilians: Figure
    children: Figure
    women: Figure
    injured: Figure
    grade: str
    response: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SumLine:
    """One sum over incidents: `without` of the `incidents` give no figure of this kind."""

    what: str
    figure: Figure
    without: int
    incidents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyLine:
    """One recorder's total, its known parts, and what they leave.

    `beside` is what our incidents of the same cell come to, for the total (`None`) and each party.
    """

    tally: TallyId
    title: str
    total: Figure
    parts: tuple[tuple[str, Figure], ...]
    residual: Figure
    check: str
    inequalities: tuple[str, ...]
    findings: tuple[str, ...]
    beside: tuple[tuple[str | None, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideLine:
    """Figures of one kind that are kept beside the sums."""

    kind: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A question for a person: two incidents that may be one, or a flag; with the reasons."""

    question: str
    incidents: tuple[IncidentId, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a case comes to: `refusal` says why nothing was estimated.

    `gravest` and `largest` are the incidents and tallies to print where there is no room for all.
    """

    documents: int
    claims: int
    rows: tuple[Row, ...]
    sums: tuple[SumLine, ...]
    tallies: tuple[TallyLine, ...]
    asides: tuple[AsideLine, ...]
    refusal: tuple[str, ...]
    waiting: tuple[Waiting, ...]
    failures: tuple[Failed, ...]
    gravest: frozenset[IncidentId]
    largest: frozenset[TallyId]
    caveat: str = CAVEAT


def summarise_case(case: Publishable) -> Summary:
    """The summary of a case as last computed."""
    incidents = sort_incidents(case.incidents())
    tallies = case.tallies()
    return Summary(
        documents=len(case.documents()),
        claims=len(case.claims()),
        rows=tuple(make_row(incident) for incident in incidents),
        sums=list_sums(case.sums(), incidents),
        tallies=tuple(make_tally_line(tally) for tally in tallies),
        asides=group_asides(case.asides()),
        refusal=case.refusal(),
        waiting=list_waiting(case.linking(), incidents),
        failures=case.failures(),
        gravest=frozenset(incident.id for incident in pick_gravest(incidents, MOST_INCIDENTS)),
        largest=frozenset(tally.id for tally in pick_largest(tallies, MOST_TALLIES)),
    )


def pick_gravest(incidents: Iterable[Incident], most: int) -> list[Incident]:
    """The incidents of which most killed are stated; of equals, the newest."""
    newest = sorted(incidents, key=_by_day)
    newest.sort(key=lambda one: one.when.to if one.when else date.min, reverse=True)
    return sorted(newest, key=_deaths, reverse=True)[:most]


def pick_largest(tallies: Iterable[Tally], most: int) -> list[Tally]:
    """The tallies that do not add up, then those of the largest total."""
    by_id = sorted(tallies, key=lambda tally: tally.id)
    return sorted(by_id, key=_weight, reverse=True)[:most]


def sort_incidents(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """By day, undated ones last, then by title."""
    return tuple(sorted(incidents, key=_by_day))


def make_row(incident: Incident) -> Row:
    """One incident as a row; every cell that holds a number is a figure with its claims."""
    when = incident.when
    return Row(
        incident=incident.id,
        title=incident.title,
        date=say_interval(when.from_, when.to) if when else say_interval(None, None),
        place=say_place(incident.place),
        killed=figure_of(incident),
        civilians=figure_of(incident, Harm.KILLED, VictimClass.CIVILIAN),
        children=figure_of(incident, Harm.KILLED, VictimClass.CHILD),
        women=figure_of(incident, Harm.KILLED, VictimClass.WOMAN),
        injured=figure_of(incident, Harm.INJURED),
        grade=say_code(incident.support.grade),
        response=say_code(incident.support.official_response),
        flags=incident.flags,
    )


def list_sums(sums: Sequence[Sum], incidents: Sequence[Incident]) -> tuple[SumLine, ...]:
    """The sums that anybody gave a number for, without the class of unknown standing."""
    by_id = {incident.id: incident for incident in incidents}
    lines = (
        SumLine(
            what=_name_sum(sum),
            figure=sum_figure(sum, by_id),
            without=len(sum.without),
            incidents=len({*sum.incidents, *sum.without}),
        )
        for sum in sums
        if sum.class_ is not VictimClass.UNKNOWN
    )
    return tuple(line for line in lines if line.figure.known)


def make_tally_line(tally: Tally) -> TallyLine:
    """A tally as the sum it is: total, known parts, the rest."""
    stated: list[ClaimId] = [*tally.claims, *(id for part in tally.parts for id in part.claims)]
    return TallyLine(
        tally=tally.id,
        title=_title_tally(tally),
        total=bounds_figure(tally.total, tally.claims),
        parts=tuple(
            (part.party, bounds_figure(_bounds_of(part), part.claims or tally.claims))
            for part in tally.parts
        ),
        residual=bounds_figure(tally.residual, stated),
        check=tally.check,
        inequalities=tally.inequalities,
        findings=tally.findings,
        beside=tuple((ours.party, say_beside(ours)) for ours in tally.beside),
    )


def group_asides(asides: Sequence[Aside]) -> tuple[AsideLine, ...]:
    """Asides by kind, those that number people first."""
    kinds = sorted({aside.kind for aside in asides}, key=lambda kind: (kind in _NO_PEOPLE, kind))
    return tuple(
        AsideLine(
            kind=say_code(kind),
            figures=tuple(aside_figure(aside) for aside in asides if aside.kind == kind),
        )
        for kind in kinds
    )


def _say_stake(stake: Stake) -> tuple[str, ...]:
    """What one attack instead of two would take out of the sums, where it would."""
    told = ((stake.killed, "killed"), (stake.injured, "injured"))
    fewer = [f"{number} {harm}" for number, harm in told if number]
    return (f"if one, the sums lose {' and '.join(fewer)}",) if fewer else ()


def list_waiting(linking: Linking, incidents: Sequence[Incident]) -> tuple[Waiting, ...]:
    """What waits for a decision: candidate pairs, then incidents that may hold two attacks.

    The pairs come in the order of what a decision would change most.
    """
    titles = {incident.id: incident.title for incident in incidents}
    tolls = {incident.id: read_toll(incident) for incident in incidents}
    pairs = [
        Waiting(
            question=f"Are these one attack or two? {titles[pair.one]} / {titles[pair.other]}",
            incidents=(pair.one, pair.other),
            because=(*_say_stake(stake), *pair.because),
        )
        for stake in rank_by_effect(linking.candidates, tolls)
        for pair in (stake.pair,)
        if pair.one in titles and pair.other in titles
    ]
    return (
        *pairs,
        *(_ask_about(incident, flag) for incident in incidents for flag in _open(incident)),
    )


MOST_INCIDENTS = 30
MOST_TALLIES = 12
_NO_PEOPLE = frozenset(
    {
        Counted.AGREEMENTS,
        Counted.ATTACKS,
        Counted.FAILURE_RATE,
        Counted.MUNITIONS,
        Counted.OBJECTS_HIT,
        Counted.OTHER,
        Counted.PLACES,
        Counted.REPORTS,
        Counted.SHARE,
    }
)
_QUESTIONS = {
    "possible_two_attacks": "Is this one attack or two?",
    "place_inferred": "Some reports name no place. Is this the place that they mean?",
}


def _open(incident: Incident) -> tuple[str, ...]:
    return tuple(flag for flag in incident.flags if flag in _QUESTIONS)


def _ask_about(incident: Incident, flag: str) -> Waiting:
    return Waiting(
        question=f"{_QUESTIONS[flag]} {incident.title}",
        incidents=(incident.id,),
        because=(say_code(flag),),
    )


def _deaths(incident: Incident) -> int:
    killed = range_of(incident, Harm.KILLED, None)
    return -1 if killed is None else max(killed.min, killed.max or 0)


def _weight(tally: Tally) -> tuple[bool, int]:
    total = tally.total
    return tally.check == "conflict", 0 if total is None else max(total.min, total.max or 0)


def _by_day(incident: Incident) -> tuple[str, str, str, str]:
    when = incident.when
    day = (when.from_.isoformat(), when.to.isoformat()) if when else ("9999", "9999")
    return (*day, incident.title, incident.id)


def _name_sum(sum: Sum) -> str:
    harm = say_code(sum.harm)
    return harm if sum.class_ is None else f"{CLASS_NAMES[sum.class_]} {harm}"


def _title_tally(tally: Tally) -> str:
    period = tally.period
    parts = [
        tally.recorder or "unnamed recorder",
        f"{CLASS_NAMES[tally.class_]} {say_code(tally.harm)}",
        tally.place or "",
        say_interval(period.from_, period.to) if period else "",
    ]
    return ", ".join(part for part in parts if part)


def _bounds_of(part: TallyPart) -> Bounds:
    return Bounds(min=part.min, max=part.max)
