"""May people of unstated status be presumed civilians at this incident?

They may if a civilian object was hit, no source other than the accused mentions fighters here,
and no source says that only some of the victims were civilians.
"""

from dataclasses import dataclass, replace

from onrecord.model.claim import Claim
from onrecord.model.incident import Cluster, Support, Voice
from onrecord.model.vocabulary import (
    Argument,
    Harm,
    ObjectKind,
    ObjectStatus,
    Scope,
    VictimClass,
)
from onrecord.tallies.readings import (
    FIGHTING,
    Reading,
    denies_harm,
    list_harms,
    read_voice,
)

# Places of civilian life. Roads, bridges and unnamed infrastructure say nothing of who was there.
CIVILIAN_OBJECTS = frozenset(
    {
        ObjectKind.HOME,
        ObjectKind.RESIDENTIAL_AREA,
        ObjectKind.MARKET,
        ObjectKind.MOSQUE,
        ObjectKind.CHURCH,
        ObjectKind.HOSPITAL,
        ObjectKind.MEDICAL_FACILITY,
        ObjectKind.AMBULANCE,
        ObjectKind.SCHOOL,
        ObjectKind.CAMP,
        ObjectKind.WATER,
        ObjectKind.POWER,
        ObjectKind.BAKERY,
        ObjectKind.FARM,
        ObjectKind.QUARRY,
        ObjectKind.FACTORY,
    }
)
_MILITARY = frozenset({ObjectKind.MILITARY_POSITION, ObjectKind.ARMED_OPPOSITION})
_SPECIFIC = frozenset({Scope.INCIDENT.value, Scope.INCIDENT_UNNAMED.value})
_LAWFUL = frozenset({Argument.LAWFUL_TARGET.value, Argument.PROTECTED_STATUS_LOST.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Presumption:
    """Whether the presumption holds, and whether the accused alone says they were fighters."""

    holds: bool
    contested: bool


def judge_presumption(cluster: Cluster, support: Support) -> Presumption:
    """Whether victims of unstated status count as civilians at this incident."""
    credible = [voice for voice in support.voices if voice.credible]
    ids = {id for voice in credible for id in voice.claims}
    claims = [claim for claim in cluster.claims if claim.id in ids]
    civilian = any(_hits_civilians(claim) for claim in claims)
    fighters = any(_mentions_fighters(claim) for claim in claims)
    partial = any(
        _says_only_some(voice, harm) for voice in credible for harm in list_harms([voice])
    )
    return Presumption(
        holds=civilian and not fighters and not partial,
        contested=not fighters and _is_contested(support),
    )


def presume(voice: Voice, harm: Harm) -> list[Reading]:
    """A voice's figures without status, as presumed civilians.

    A status that the voice gives at the same time or later speaks for itself.
    """
    stated = [
        reading
        for class_ in (VictimClass.CIVILIAN, VictimClass.FIGHTER)
        for reading in read_voice(voice, harm, class_)
    ]
    return [
        replace(reading, presumed=True)
        for reading in read_voice(voice, harm, None)
        if not any(_is_as_late(one, reading) for one in stated)
    ]


def _hits_civilians(claim: Claim) -> bool:
    return any(
        one.object in CIVILIAN_OBJECTS and one.status is not ObjectStatus.CLAIMED_MILITARY
        for one in claim.objects
    )


def _mentions_fighters(claim: Claim) -> bool:
    counted = any(count.harm is not None and count.status in FIGHTING for count in claim.counts)
    return counted or any(
        one.object in _MILITARY or one.status is ObjectStatus.CLAIMED_MILITARY
        for one in claim.objects
    )


def _says_only_some(voice: Voice, harm: Harm) -> bool:
    """Whether a voice gives fewer civilians than people, at the same time or later."""
    whole = read_voice(voice, harm, None)
    civilian = read_voice(voice, harm, VictimClass.CIVILIAN)
    return any(
        one.min < other.min and _is_as_late(one, other) for one in civilian for other in whole
    )


def _is_as_late(one: Reading, other: Reading) -> bool:
    return one.said is None or other.said is None or one.said >= other.said


def _is_contested(support: Support) -> bool:
    accused = [voice for voice in support.voices if not voice.credible]
    return (
        _justifies(support)
        or any(figure.status in FIGHTING for voice in accused for figure in voice.figures)
        or any(denies_harm(voice, harm) for voice in accused for harm in Harm)
    )


def _justifies(support: Support) -> bool:
    return any(
        reply.relation == "responds_to"
        and reply.scope in _SPECIFIC
        and not _LAWFUL.isdisjoint(reply.arguments)
        for reply in support.replies
    )
