"""Voices of one incident → where they cannot both be right. Growth of a toll is none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from onrecord.model.claim import Claim, PlaceMention
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Contradiction, Figure, Voice
from onrecord.model.vocabulary import (
    Argument,
    Basis,
    DatePrecision,
    ObjectKind,
    ObjectStatus,
    Status,
    Weapon,
)
from onrecord.weighing.hearing import Hearing

EARTH_RADIUS_KM = 6371.0
# Two named places farther apart than this are not one attack's surroundings.
APART_KM = 10.0
FROM_AIR = frozenset(
    {Weapon.AIR_STRIKE, Weapon.UNGUIDED_AIR_BOMB, Weapon.BARREL_BOMB, Weapon.DRONE}
)
FROM_GROUND = frozenset(
    {Weapon.BALLISTIC_MISSILE, Weapon.ROCKET, Weapon.ARTILLERY_SHELL, Weapon.MORTAR}
)
PLANTED = frozenset({Weapon.IED, Weapon.MINE, Weapon.UXO})
MILITARY = frozenset({ObjectKind.MILITARY_POSITION, ObjectKind.ARMED_OPPOSITION})
_LAWFUL = frozenset({Argument.LAWFUL_TARGET, Argument.PROTECTED_STATUS_LOST})


def find_contradictions(hearing: Hearing) -> tuple[Contradiction, ...]:
    """Every contradiction between the voices of an incident, and within one voice."""
    found = (
        *_compare_counts(hearing),
        *_compare_dates(hearing),
        *_compare_places(hearing),
        *_compare_weapons(hearing),
        *_compare_parties(hearing),
        *_compare_targets(hearing),
        *_compare_earlier(hearing),
    )
    return _merge(found)


def _merge(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """One contradiction for all claims that say the same two things."""
    merged: dict[tuple[str, str, str], Contradiction] = {}
    for one in found:
        key = (one.kind, one.words, one.status)
        claims = {*one.claims, *(merged[key].claims if key in merged else ())}
        merged[key] = replace(one, claims=tuple(sorted(claims)))
    return tuple(merged[key] for key in sorted(merged))


def _compare_counts(hearing: Hearing) -> Iterator[Contradiction]:
    """Two unequal exact figures of two voices, for the same harm and people."""
    by_cell: dict[tuple[str, ...], dict[int, list[tuple[Voice, Figure]]]] = {}
    for voice in hearing.voices:
        for cell, figure in _list_exact(voice):
            by_cell.setdefault(cell, {}).setdefault(figure.min, []).append((voice, figure))
    for cell in sorted(by_cell):
        for one, other in combinations(sorted(by_cell[cell]), 2):
            mine, theirs = by_cell[cell][one], by_cell[cell][other]
            if len({voice.claims for voice, _ in (*mine, *theirs)}) > 1:
                yield _oppose(cell[0], mine, theirs)


def _oppose(
    harm: str, mine: Sequence[tuple[Voice, Figure]], theirs: Sequence[tuple[Voice, Figure]]
) -> Contradiction:
    sides = [
        f"{side[0][1].min} ({', '.join(sorted({_name(voice) for voice, _ in side}))})"
        for side in (mine, theirs)
    ]
    headlines = [all(figure.headline for _, figure in side) for side in (mine, theirs)]
    claims = [figure.claim for _, figure in (*mine, *theirs)]
    words = f"{harm}: {' or '.join(sides)}"
    return _contradict("count", claims, words, explained=any(headlines))


def _list_exact(voice: Voice) -> Iterator[tuple[tuple[str, ...], Figure]]:
    """A voice's live exact figures, each with what it may be compared with.

    A figure of civilians or fighters alone is also the voice's word on all people, if it has no
    other.
    """
    exact = [one for one in voice.figures if one.live and one.basis is Basis.EXACT]
    plain = {_cell(one) for one in voice.figures if one.live and one.status is Status.UNKNOWN}
    for figure in exact:
        yield (*_cell(figure), figure.status), figure
        others = {one.status for one in exact if _cell(one) == _cell(figure)}
        if figure.status is not Status.UNKNOWN and _cell(figure) not in plain and len(others) == 1:
            yield (*_cell(figure), Status.UNKNOWN), figure


def _cell(figure: Figure) -> tuple[str, ...]:
    return (figure.harm, figure.sex, figure.age)


def _compare_dates(hearing: Hearing) -> Iterator[Contradiction]:
    dated = [claim for claim in hearing.cluster.claims if _is_dated(claim)]
    for one, other in _pairs(hearing, dated):
        mine, theirs = one.when, other.when
        if mine and theirs and (mine.to < theirs.from_ or theirs.to < mine.from_):
            words = f"{mine.from_.isoformat()} or {theirs.from_.isoformat()}"
            yield _contradict("date", (one.id, other.id), words)


def _is_dated(claim: Claim) -> bool:
    when = claim.when
    return when is not None and when.carried is None and when.precision is DatePrecision.DAY


def _compare_places(hearing: Hearing) -> Iterator[Contradiction]:
    for one, other in _pairs(hearing, hearing.cluster.claims):
        mine, theirs = _named_places(one), _named_places(other)
        if mine and theirs and all(_lie_apart(a, b) for a in mine for b in theirs):
            words = f"{mine[0].name} or {theirs[0].name}"
            yield _contradict("place", (one.id, other.id), words)


def _named_places(claim: Claim) -> list[PlaceMention]:
    return [one for one in claim.places if one.precision <= 2 and one.from_ is None]


def _lie_apart(one: PlaceMention, other: PlaceMention) -> bool:
    if None not in (one.lat, one.lon, other.lat, other.lon):
        return measure_km(one, other) > APART_KM
    return None not in (one.admin1, other.admin1) and one.admin1 != other.admin1


def measure_km(one: PlaceMention, other: PlaceMention) -> float:
    """Great-circle distance in kilometres (haversine); 0 where coordinates are missing."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    lat, other_lat = radians(one.lat), radians(other.lat)
    half = sin((other_lat - lat) / 2) ** 2
    half += cos(lat) * cos(other_lat) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def _compare_weapons(hearing: Hearing) -> Iterator[Contradiction]:
    """Two accounts that agree on a strike but not on how it came."""
    for one, other in _pairs(hearing, hearing.cluster.claims):
        mine, theirs = _carriers(one), _carriers(other)
        if mine and theirs and not mine & theirs:
            words = " or ".join(sorted((_list(_weapons(one)), _list(_weapons(other)))))
            yield _contradict("weapon", (one.id, other.id), words)


def _weapons(claim: Claim) -> set[str]:
    return {one.weapon.value for one in claim.weapons}


def _carriers(claim: Claim) -> set[str]:
    kinds = {one.weapon for one in claim.weapons}
    groups = {"air": FROM_AIR, "ground": FROM_GROUND, "planted": PLANTED}
    return {name for name, group in groups.items() if kinds & group}


def _compare_parties(hearing: Hearing) -> Iterator[Contradiction]:
    by_parties: dict[tuple[str, ...], list[Voice]] = {}
    for voice in hearing.voices:
        parties = tuple(sorted(hearing.parties_of(voice)))
        if parties:
            by_parties.setdefault(parties, []).append(voice)
    for one, other in combinations(sorted(by_parties), 2):
        sides = [(parties, by_parties[parties]) for parties in (one, other)]
        words = " or ".join(
            f"{_list(parties)} ({', '.join(sorted(map(_name, voices)))})"
            for parties, voices in sides
        )
        claims = [id for _, voices in sides for voice in voices for id in _naming(hearing, voice)]
        yield _contradict("party", claims, words)


def _naming(hearing: Hearing, voice: Voice) -> list[str]:
    return [claim.id for claim in hearing.claims_of(voice) if claim.parties]


def _compare_targets(hearing: Hearing) -> Iterator[Contradiction]:
    """One says that a civilian object was hit, another (or an answer) a military one."""
    claims = hearing.cluster.claims
    military = [claim.id for claim in claims if _is_called(claim, military=True)]
    military += [one.claim for one in hearing.replies if _LAWFUL & set(one.arguments)]
    civilian = [claim.id for claim in claims if _is_called(claim, military=False)]
    both = sorted({*military, *civilian})
    if military and civilian and len(both) > 1:
        yield _contradict("target_status", both, "civilian object or military target")


def _is_called(claim: Claim, *, military: bool) -> bool:
    status = ObjectStatus.CLAIMED_MILITARY if military else ObjectStatus.CLAIMED_CIVILIAN
    return any(
        one.status is status
        or (one.status is ObjectStatus.UNKNOWN and (one.object in MILITARY) is military)
        for one in claim.objects
        if one.object is not ObjectKind.UNKNOWN or one.status is status
    )


def _compare_earlier(hearing: Hearing) -> Iterator[Contradiction]:
    """One voice that takes back what it said: a lower exact figure, or another party."""
    for voice in hearing.voices:
        for gone, stands in _lowered(voice):
            words = f"{_name(voice)}: first {gone.min}, then {stands.min}"
            yield _contradict("earlier_statement", (gone.claim, stands.claim), words)


def _lowered(voice: Voice) -> Iterator[tuple[Figure, Figure]]:
    exact = [one for one in voice.figures if one.basis is Basis.EXACT and one.said is not None]
    standing = {(_cell(one), one.status): one for one in exact if one.live}
    for gone in exact:
        stands = standing.get((_cell(gone), gone.status))
        if stands is not None and not gone.live and stands.min < gone.min:
            yield gone, stands


def _pairs(hearing: Hearing, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of which no voice says both."""
    speaking: dict[str, set[int]] = {}
    for place, voice in enumerate(hearing.voices):
        for id in voice.claims:
            speaking.setdefault(id, set()).add(place)
    told = sorted((one for one in claims if one.id in speaking), key=lambda one: one.id)
    for one, other in combinations(told, 2):
        if speaking[one.id] != speaking[other.id]:
            yield one, other


def _contradict(
    kind: str, claims: Iterable[str], words: str, *, explained: bool = False
) -> Contradiction:
    return Contradiction(
        kind=kind,
        claims=tuple(ClaimId(id) for id in sorted(set(claims))),
        words=words,
        status="explained" if explained else "open",
    )


def _name(voice: Voice) -> str:
    return voice.originator or "an unknown publisher"


def _list(words: Iterable[str]) -> str:
    return " and ".join(sorted(words))
