"""One incident's claims and support → its ranges, for each harm and class of people."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.incident import Clash, Cluster, Counting, Range, Support, Voice
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.tallies.bounding import bound
from onrecord.tallies.consistency import check_incident, check_voice, derive_unknown
from onrecord.tallies.presumption import Presumption, judge_presumption, presume
from onrecord.tallies.readings import (
    Reading,
    denies_harm,
    join_persons,
    list_harms,
    read_roster,
    read_voice,
)
from onrecord.tallies.rests import REST, rest_injured

METHOD = "ranges/2"
_CLASSED = (Harm.KILLED, Harm.INJURED)
_STATED = tuple(class_ for class_ in VictimClass if class_ is not VictimClass.UNKNOWN)


def count_incident(
    cluster: Cluster, support: Support, *, decisions: Sequence[Decision] = ()
) -> Counting:
    """The ranges of one incident from the live figures of its voices.

    A harm or class that nobody mentioned has no entry. Figures that contradict a constraint stay
    as stated and raise a flag; what they prove together stands beside them. Retired figures are
    left out, here as in weighing.
    """
    voices = _leave_out(support.voices, decisions)
    presumption = judge_presumption(cluster, replace(support, voices=voices))
    by_harm: dict[Harm, Range] = {}
    by_class: dict[Harm, dict[VictimClass, Range]] = {}
    for harm in list_harms(voices):
        whole = _read_all(voices, harm, None)
        if whole:
            by_harm[harm] = _contest(bound(whole), voices, harm)
            if harm in _CLASSED:
                by_class[harm] = _count_classes(voices, harm, presumption)
    ranges: dict[tuple[Harm, VictimClass | None], Range] = {
        (harm, kind): one for harm in by_class for kind, one in by_class[harm].items()
    }
    ranges |= {(harm, None): one for harm, one in by_harm.items()}
    proofs, clashes = check_incident(ranges, voices, cluster.claims)
    clashes += tuple(clash for voice in voices for clash in check_voice(voice))
    for harm, classes in by_class.items():
        by_class[harm] = _add_unknown(by_harm[harm], classes, voices, harm)
    injured, rest = rest_injured(by_harm, _read_all(voices, Harm.INJURED, None))
    if injured is not None and rest:
        by_harm[Harm.INJURED] = injured
    flags = {_flag(clash) for clash in clashes} | ({REST} if rest else set())
    return Counting(
        by_harm=by_harm,
        by_class=by_class,
        flags=tuple(sorted(flags)),
        proofs=proofs,
        clashes=clashes,
    )


def _flag(clash: Clash) -> str:
    where = clash.where or "several voices"
    return f"constraint_conflict: {clash.harm.value}: {clash.rule} ({where})"


def _leave_out(voices: Sequence[Voice], decisions: Sequence[Decision]) -> tuple[Voice, ...]:
    replaced = {decision.supersedes for decision in decisions}
    gone = {
        subject
        for decision in decisions
        if decision.kind in {DecisionKind.RETIRE_FIGURE, DecisionKind.REJECT_CLAIM}
        and decision.id not in replaced
        for subject in decision.subjects
    }
    return tuple(
        replace(voice, figures=tuple(one for one in voice.figures if one.claim not in gone))
        for voice in voices
    )


def _read_all(voices: Sequence[Voice], harm: Harm, class_: VictimClass | None) -> list[Reading]:
    readings = [reading for voice in voices for reading in read_voice(voice, harm, class_)]
    return join_persons(readings, voices, harm) if class_ is None else readings


def _with_roster(readings: list[Reading], roster: Reading | None) -> list[Reading]:
    """The stated counts of a class; the persons told one by one where they are more than any."""
    if roster is None or any(reading.top >= roster.min for reading in readings):
        return readings
    return [roster]


def _count_classes(
    voices: Sequence[Voice], harm: Harm, presumption: Presumption
) -> dict[VictimClass, Range]:
    classes: dict[VictimClass, Range] = {}
    for class_ in _STATED:
        readings = _read_all(voices, harm, class_)
        if class_ is VictimClass.CIVILIAN and presumption.holds:
            readings += [reading for voice in voices for reading in presume(voice, harm)]
        readings = _with_roster(readings, read_roster(voices, harm, class_))
        if readings:
            classes[class_] = bound(readings)
    civilian = classes.get(VictimClass.CIVILIAN)
    if civilian is not None and presumption.contested:
        strict = 0 if civilian.presumed else None
        classes[VictimClass.CIVILIAN] = replace(civilian, status="contested", strict_min=strict)
    return classes


def _contest(total: Range, voices: Sequence[Voice], harm: Harm) -> Range:
    """Marks a toll of which the accused say that there was none."""
    denied = any(
        one.live and one.harm is harm and one.max == 0 and one.status.value == "unknown"
        for voice in voices
        if not voice.credible and denies_harm(voice, harm)
        for one in voice.figures
    )
    return replace(total, status="contested", strict_min=0) if denied else total


def _add_unknown(
    total: Range, classes: Mapping[VictimClass, Range], voices: Sequence[Voice], harm: Harm
) -> dict[VictimClass, Range]:
    """The classes with people of unstated status, where a voice counts such people."""
    unknown = derive_unknown(total, classes, voices, harm)
    return {**classes, **({VictimClass.UNKNOWN: unknown} if unknown is not None else {})}
