"""Stated ranges → what they prove of each other, and where no number of people fits them all.

The ranges themselves stay as stated (DOMAIN.md 5.2). What follows from them is a proof beside
them, with its derivation; what cannot all hold is a clash with the claims on both sides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Clash, Proof, Range, Voice
from onrecord.model.vocabulary import Counted, Harm, Unit, VictimClass
from onrecord.tallies.constraints import Constraint, Known, Solution, add_up, solve
from onrecord.tallies.deriving import Derivation, oppose
from onrecord.tallies.joints import read_joint, tells_joints
from onrecord.tallies.people import (
    DEAD_OR_MISSING,
    KINDS,
    STANDINGS,
    People,
    divide,
    name_class,
    name_rest,
    tie_harms,
)
from onrecord.tallies.readings import (
    Reading,
    counts_without_status,
    list_harms,
    read_voice,
)

Ranges = Mapping[tuple[Harm, VictimClass | None], Range]


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What is known of the people harmed at one incident, and how their numbers hang together."""

    known: Mapping[str, Known]
    people: Mapping[str, People]
    constraints: Sequence[Constraint]

    def solve(self) -> Solution:
        """The tightest bounds on all that is told and on the rest of each division."""
        return solve(self.known, self.constraints)


def check_incident(
    ranges: Ranges, voices: Sequence[Voice], claims: Sequence[Claim]
) -> tuple[tuple[Proof, ...], tuple[Clash, ...]]:
    """What the ranges of an incident prove together, or the clash that keeps them from it."""
    system = _set_up(ranges, voices, claims)
    if not system.constraints:
        return (), ()
    solution = system.solve()
    says = {id: _name(voice) for voice in voices for id in voice.claims}
    if solution.conflicts:
        return (), tuple(
            oppose(conflict, system.people, says, where=None) for conflict in solution.conflicts
        )
    derivation = Derivation(solution=solution, ranges=ranges, says=says)
    return tuple(_list_proofs(system, derivation)), ()


def check_voice(voice: Voice) -> tuple[Clash, ...]:
    """The clashes between one voice's own live figures; one figure alone clashes with nothing."""
    if sum(figure.live for figure in voice.figures) <= 1:
        return ()
    known: dict[People, Known] = {}
    for harm in list_harms([voice]):
        for class_ in (None, *STANDINGS, *KINDS):
            readings = read_voice(voice, harm, class_)
            if readings:
                known[_people(harm, class_)] = _hull(readings)
    known |= _read_joints([voice], {one.harm for one in known})
    names = {one.name: one for one in known}
    solution = solve({one.name: found for one, found in known.items()}, divide(known), asked=())
    says = dict.fromkeys(voice.claims, _name(voice))
    return tuple(
        oppose(conflict, names, says, where=_name(voice)) for conflict in solution.conflicts
    )


def derive_unknown(
    total: Range,
    classes: Mapping[VictimClass, Range],
    voices: Sequence[Voice],
    harm: Harm,
) -> Range | None:
    """People of unstated status: what civilians and fighters leave of the whole.

    `None` where every voice gives the status of all it counts, or status is presumed.
    """
    parts = [classes[class_] for class_ in STANDINGS if class_ in classes]
    if any(part.presumed for part in parts) or not _leaves_status_open(voices, harm):
        return None
    tops = [None if part.open else part.max for part in parts]
    known = sum(part.min for part in parts)
    rest = None if None in tops else total.min - sum(top for top in tops if top is not None)
    least = max(0, rest) if rest is not None else 0
    most = None if total.max is None else max(0, total.max - known)
    if most is not None and (most < least or most == 0):
        return None
    claims = tuple(sorted({claim for one in (total, *parts) for claim in one.claims}))
    because = ("what stated civilians and fighters leave of the whole",) if parts else ()
    return Range(min=least, max=most, open=total.open, claims=claims, because=because)


def _set_up(ranges: Ranges, voices: Sequence[Voice], claims: Sequence[Claim]) -> System:
    told = {_people(harm, class_): _know(one) for (harm, class_), one in ranges.items()}
    harms = {harm for harm, _ in ranges}
    told |= _read_joints(voices, harms)
    known = {one.name: found for one, found in told.items()}
    before, after = _order_deaths(voices)
    constraints = [*divide(told), *tie_harms(harms, before=before, after=after)]
    lost = _read_lost(claims, harms, voices)
    if lost is not None:
        known[DEAD_OR_MISSING] = lost
        parts = (People(Harm.KILLED).name, People(Harm.MISSING).name)
        constraints.append(add_up(parts, DEAD_OR_MISSING, exact=True))
    names = {one.name: one for one in told}
    return System(known=known, people=names, constraints=constraints)


def _people(harm: Harm, class_: VictimClass | None) -> People:
    return People(harm, class_) if class_ in STANDINGS else People(harm, None, class_)


def _read_joints(voices: Sequence[Voice], harms: Iterable[Harm]) -> dict[People, Known]:
    """What is told of the children, women and men among civilians and among fighters."""
    found: dict[People, Known] = {}
    voices = [voice for voice in voices if tells_joints(voice)]
    for harm in sorted(harms) if voices else ():
        for standing in STANDINGS:
            for kind in KINDS:
                told = [read_joint(voice, harm, standing, kind) for voice in voices]
                spans = [one for one in told if one is not None]
                if spans:
                    found[People(harm, standing, kind)] = _widen(spans)
    return found


def _widen(spans: Sequence[Known]) -> Known:
    least = min(one.min for one in spans)
    tops = [one.max for one in spans]
    most = None if None in tops else max(top for top in tops if top is not None)
    return Known(
        min=least,
        max=most,
        below=_join(one.below for one in spans if one.min == least),
        above=_join(one.above for one in spans if one.max == most),
    )


def _join(claims: Iterable[frozenset[ClaimId]]) -> frozenset[ClaimId]:
    return frozenset[ClaimId]().union(*claims)


def _know(range_: Range) -> Known:
    return Known(
        min=range_.min,
        max=range_.max if range_.capped else None,
        below=frozenset(range_.min_claims or range_.claims),
        above=frozenset(range_.max_claims or range_.claims),
    )


def _hull(readings: Sequence[Reading]) -> Known:
    return _widen(
        [
            Known(
                min=one.min,
                max=one.max if one.closed and not one.weak else None,
                below=frozenset(one.claims),
                above=frozenset(one.claims),
            )
            for one in readings
        ]
    )


def _order_deaths(voices: Iterable[Voice]) -> tuple[bool, bool]:
    """Whether the killed are told no later, and no earlier, than the injured."""
    days: dict[Harm, set[date | None]] = {Harm.KILLED: set(), Harm.INJURED: set()}
    for voice in voices:
        for figure in voice.figures:
            if figure.live and figure.harm in days:
                days[figure.harm].add(figure.said)
    killed, injured = days[Harm.KILLED], days[Harm.INJURED]
    if not killed or not injured:
        return True, True
    if None in killed | injured:
        return False, False
    dated = [sorted(day for day in one if day is not None) for one in (killed, injured)]
    return dated[0][-1] <= dated[1][0], dated[0][0] >= dated[1][-1]


def _read_lost(
    claims: Sequence[Claim], harms: Iterable[Harm], voices: Sequence[Voice]
) -> Known | None:
    """The dead and missing told in one number; only where one day gives all three figures."""
    live = {id for voice in voices for id in voice.live}
    counts = [
        (claim, count)
        for claim in claims
        if claim.id in live and claim.unit is Unit.INCIDENT
        for count in claim.counts
        if count.of is Counted.DEAD_OR_MISSING
    ]
    days = {claim.said for claim, _ in counts}
    if not counts or len(days) > 1 or not {Harm.KILLED, Harm.MISSING} & {*harms}:
        return None
    said = {day.to if day else None for day in days}
    told = {
        figure.said
        for voice in voices
        for figure in voice.figures
        if figure.live and figure.harm in (Harm.KILLED, Harm.MISSING)
    }
    if told != said or None in told:
        return None
    return _widen(
        [
            Known(
                min=count.min,
                max=count.max,
                below=frozenset((claim.id,)),
                above=frozenset((claim.id,)),
            )
            for claim, count in counts
        ]
    )


def _list_proofs(system: System, derivation: Derivation) -> Iterable[Proof]:
    """What goes beyond the stated bounds, of all people, each class, and the rest of a division."""
    harms = sorted({one.harm for one in system.people.values()}, key=list(Harm).index)
    if Harm.KILLED_OR_INJURED in harms:
        harms = [harm for harm in Harm if harm in {*harms, Harm.KILLED, Harm.INJURED}]
    for harm in harms:
        for class_ in (None, *STANDINGS, *KINDS):
            proof = derivation.prove(name_class(harm, class_), harm, class_=class_)
            if proof is not None:
                yield proof
        kinds = tuple(
            kind for kind in KINDS if any(_is_of(one, harm, kind) for one in system.people.values())
        )
        rest = derivation.prove(name_rest(harm, kinds), harm, apart_from=kinds) if kinds else None
        if rest is not None:
            yield rest


def _is_of(people: People, harm: Harm, kind: VictimClass) -> bool:
    return people.harm is harm and people.kind is kind


def _name(voice: Voice) -> str:
    return voice.originator or "an unknown publisher"


def _leaves_status_open(voices: Sequence[Voice], harm: Harm) -> bool:
    """Whether a voice counts people without saying of all of them what they were."""
    return any(_leaves_open(voice, harm) for voice in voices)


def _leaves_open(voice: Voice, harm: Harm) -> bool:
    if not counts_without_status(voice, harm):
        return False
    stated = [read_voice(voice, harm, class_) for class_ in STANDINGS]
    known = sum(min(one.min for one in found) for found in stated if found)
    return any(one.top > known for one in read_voice(voice, harm, None))
