"""What a claim says, in its own words, of day, place, weapon, parties and target."""

from onrecord.model.claim import Claim, PlaceMention
from onrecord.model.distance import measure_km
from onrecord.model.vocabulary import DatePrecision, ObjectKind, ObjectStatus, Weapon
from onrecord.weighing.scene import PERPETRATING
from onrecord.weighing.sides import Topic, join_words

# Two named places farther apart than this are not one attack's surroundings.
APART_KM = 10.0
FROM_AIR = frozenset(
    {Weapon.AIR_STRIKE, Weapon.UNGUIDED_AIR_BOMB, Weapon.BARREL_BOMB, Weapon.DRONE}
)
FROM_GROUND = frozenset(
    {Weapon.BALLISTIC_MISSILE, Weapon.ROCKET, Weapon.ARTILLERY_SHELL, Weapon.MORTAR}
)
PLANTED = frozenset({Weapon.IED, Weapon.MINE, Weapon.UXO})
CIVILIAN, MILITARY = "civilian object", "military target"
_MILITARY_OBJECTS = frozenset({ObjectKind.MILITARY_POSITION, ObjectKind.ARMED_OPPOSITION})
# A place named, or near or part of one: what is coarser holds many places.
_NAMED = 2
Spot = tuple[str, str | None, float | None, float | None]
Spots = tuple[Spot, ...]


def _read_day(claim: Claim) -> str | None:
    """The day that a claim itself gives, in ISO form."""
    when = claim.when
    if when is None or when.carried is not None or when.precision is not DatePrecision.DAY:
        return None
    return when.from_.isoformat() if when.from_ == when.to else None


def _read_spots(claim: Claim) -> Spots | None:
    """The places that a claim itself names, as finely as a town."""
    named = {_locate(one) for one in claim.places if one.precision <= _NAMED and one.from_ is None}
    return tuple(sorted(named, key=str)) or None


def _locate(place: PlaceMention) -> Spot:
    return (place.name, place.admin1, place.lat, place.lon)


def _all_apart(mine: Spots, theirs: Spots) -> bool:
    return all(_lie_apart(one, other) for one in mine for other in theirs)


def _lie_apart(one: Spot, other: Spot) -> bool:
    """Whether two places are surely not one; two of one name are one, wherever found."""
    if one[0] == other[0] or one[1] == other[0] or one[0] == other[1]:
        return False
    apart_km = measure_km(*one[2:], *other[2:])
    if apart_km is not None:
        return apart_km > APART_KM
    return None not in (one[1], other[1]) and one[1] != other[1]


def _read_weapons(claim: Claim) -> frozenset[str] | None:
    """The weapons of a claim, if they tell how the attack came."""
    kinds = frozenset(one.weapon.value for one in claim.weapons)
    return kinds if _carriers(kinds) else None


def _carriers(kinds: frozenset[str]) -> set[str]:
    groups = {"air": FROM_AIR, "ground": FROM_GROUND, "planted": PLANTED}
    return {name for name, group in groups.items() if kinds & group}


def _read_parties(claim: Claim) -> frozenset[str] | None:
    """The perpetrators that a claim names."""
    return frozenset(one.name for one in claim.parties if one.role in PERPETRATING) or None


def _read_target(claim: Claim) -> str | None:
    """Whether a claim calls what was hit civilian or military; `None` for neither or both."""
    called = {
        target
        for target, status in (
            (MILITARY, ObjectStatus.CLAIMED_MILITARY),
            (CIVILIAN, ObjectStatus.CLAIMED_CIVILIAN),
        )
        for one in claim.objects
        if one.status is status
        or (
            one.status is ObjectStatus.UNKNOWN
            and one.object is not ObjectKind.UNKNOWN
            and (one.object in _MILITARY_OBJECTS) is (target == MILITARY)
        )
    }
    return called.pop() if len(called) == 1 else None


DAY: Topic[str] = Topic(
    kind="date", read=_read_day, excludes=lambda one, other: one != other, say=str
)
PLACE: Topic[Spots] = Topic(
    kind="place",
    read=_read_spots,
    excludes=_all_apart,
    say=lambda spots: " and ".join(dict.fromkeys(spot[0] for spot in spots)),
)
WEAPON: Topic[frozenset[str]] = Topic(
    kind="weapon",
    read=_read_weapons,
    excludes=lambda one, other: not _carriers(one) & _carriers(other),
    say=join_words,
)
PARTY: Topic[frozenset[str]] = Topic(
    kind="party", read=_read_parties, excludes=frozenset.isdisjoint, say=join_words
)
TARGET: Topic[str] = Topic(
    kind="target_status", read=_read_target, excludes=lambda one, other: one != other, say=str
)
