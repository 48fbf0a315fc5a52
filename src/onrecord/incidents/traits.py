"""Claims → traits: what is known of one attack, ready to be compared with another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from onrecord.incidents.places import Level, Spot, keep_finest, read_spots
from onrecord.incidents.sides import Sides
from onrecord.incidents.wording import (
    Wording,
    list_full_names,
    list_words,
    pair_words,
    read_day_parts,
    stem_words,
    tells_of_second,
    tells_of_separate,
)
from onrecord.model.claim import Claim, WeaponMention
from onrecord.model.vocabulary import Delivery, ObjectKind, PartyRole, Weapon

_ATTACKERS = frozenset({PartyRole.ALLEGED_PERPETRATOR, PartyRole.PERPETRATOR})
_AIR = (Weapon.AIR_STRIKE, Weapon.UNGUIDED_AIR_BOMB, Weapon.GUIDED_MUNITION, Weapon.BARREL_BOMB)
_GROUND = (Weapon.BALLISTIC_MISSILE, Weapon.ARTILLERY_SHELL, Weapon.MORTAR, Weapon.SMALL_ARMS)
_DELIVERY = {
    **dict.fromkeys((*_AIR, Weapon.DRONE), Delivery.AIR),
    **dict.fromkeys(_GROUND, Delivery.GROUND),
    **dict.fromkeys((Weapon.IED, Weapon.MINE), Delivery.EMPLACED),
}
_FAMILY = {
    **dict.fromkeys((*_AIR, Weapon.DRONE), "an air attack"),
    **dict.fromkeys((Weapon.ARTILLERY_SHELL, Weapon.MORTAR, Weapon.ROCKET), "shelling"),
    **dict.fromkeys((Weapon.BALLISTIC_MISSILE, Weapon.CRUISE_MISSILE), "a missile"),
}
_TARGET = {
    ObjectKind.RESIDENTIAL_AREA: ObjectKind.HOME,
    ObjectKind.MEDICAL_FACILITY: ObjectKind.HOSPITAL,
    ObjectKind.AMBULANCE: ObjectKind.HOSPITAL,
    ObjectKind.ARMED_OPPOSITION: ObjectKind.MILITARY_POSITION,
}
_ANYWHERE = frozenset({ObjectKind.HOME, ObjectKind.INFRASTRUCTURE, ObjectKind.MILITARY_POSITION})

Days = tuple[date, date]
Figure = tuple[str, int]
Told = tuple[str, str, int]
"""A voice, and a figure that it gives."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traits:
    """What one or several claims say of one attack. Empty and `None` are unknown, never none.

    `sides` maps each side (a force with its government) to a name it was given; `families` are
    kinds of weapon with near kinds put together; `points` are targets that stand at one spot;
    `voices` are those whom a publisher quotes, by folded name, `told` the figures that each gives;
    `wordings` are the two-word shingles of each quote.
    """

    spots: tuple[Spot, ...]
    """The places at the finest level that any claim gives."""
    days: Days | None
    sides: dict[str, str]
    families: frozenset[str]
    deliveries: frozenset[Delivery]
    targets: frozenset[ObjectKind]
    figures: frozenset[Figure]
    voices: dict[str, str]
    told: frozenset[Told]
    stems: frozenset[str]
    names: frozenset[str]
    wordings: frozenset[Wording]
    day_parts: frozenset[int]
    separate: bool
    second: bool

    @property
    def level(self) -> Level:
        """How finely the place is known."""
        return self.spots[0].level if self.spots else Level.NOWHERE

    @property
    def points(self) -> frozenset[ObjectKind]:
        """Targets that stand at one spot: not homes at large, infrastructure or positions."""
        return self.targets - _ANYWHERE

    def lasts(self) -> int | None:
        """Days from first to last, `None` if undated."""
        return None if self.days is None else (self.days[1] - self.days[0]).days + 1


def read_traits(claim: Claim, sides: Sides) -> Traits:
    """What one claim says of the attack it is about."""
    words = list_words(claim.quote)
    attackers = sorted(party.name for party in claim.parties if party.role in _ATTACKERS)
    figures = _read_figures(claim)
    named = claim.originator if claim.resolved else None
    voices = {named.casefold(): named} if named else {}
    return Traits(
        spots=keep_finest(read_spots(claim.places)),
        days=(claim.when.from_, claim.when.to) if claim.when else None,
        sides={sides.find_side(name): name for name in attackers},
        families=frozenset(_name_family(weapon) for weapon in claim.weapons) - {"unknown"},
        deliveries=frozenset(_deliver(weapon) for weapon in claim.weapons) - {Delivery.UNSPECIFIED},
        targets=frozenset(_TARGET.get(hit.object, hit.object) for hit in claim.objects)
        - {ObjectKind.UNKNOWN},
        figures=figures,
        voices=voices,
        told=frozenset((voice, *figure) for voice in voices for figure in figures),
        stems=stem_words(words),
        names=_read_names(claim),
        wordings=frozenset({pair_words(words)}),
        day_parts=read_day_parts(claim.quote),
        separate=tells_of_separate(claim.quote),
        second=tells_of_second(claim.quote),
    )


def merge_traits(traits: Iterable[Traits]) -> Traits:
    """What several accounts say together; dates meet if they can, else span all."""
    return reduce(_merge_two, traits)


def meet(one: Days, other: Days) -> Days | None:
    """The days that two intervals share, `None` if there is none."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def may_meet(one: Days | None, other: Days | None) -> bool:
    """Whether two dates can be one; unknown always can."""
    return one is None or other is None or meet(one, other) is not None


def _merge_two(one: Traits, other: Traits) -> Traits:
    return Traits(
        spots=keep_finest(tuple(dict.fromkeys((*one.spots, *other.spots)))),
        days=_merge_days(one.days, other.days),
        sides={**other.sides, **one.sides},
        families=one.families | other.families,
        deliveries=one.deliveries | other.deliveries,
        targets=one.targets | other.targets,
        figures=one.figures | other.figures,
        voices={**other.voices, **one.voices},
        told=one.told | other.told,
        stems=one.stems | other.stems,
        names=one.names | other.names,
        wordings=one.wordings | other.wordings,
        day_parts=one.day_parts | other.day_parts,
        separate=one.separate or other.separate,
        second=one.second or other.second,
    )


def _merge_days(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return one or other
    return meet(one, other) or (min(one[0], other[0]), max(one[1], other[1]))


def _name_family(mention: WeaponMention) -> str:
    return _FAMILY.get(mention.weapon, mention.weapon.value)


def _deliver(mention: WeaponMention) -> Delivery:
    if mention.delivery is not Delivery.UNSPECIFIED:
        return mention.delivery
    return _DELIVERY.get(mention.weapon, Delivery.UNSPECIFIED)


def _read_figures(claim: Claim) -> frozenset[Figure]:
    return frozenset(
        (count.harm.value, count.stated if count.stated is not None else count.min)
        for count in claim.counts
        if count.harm is not None and count.subset_of is None and count.min > 0
    )


def _read_names(claim: Claim) -> frozenset[str]:
    """Full names in the words which are not those of places, parties or speakers."""
    names = list_full_names(claim.quote)
    if not names:
        return names
    known: Sequence[str] = [
        *(place.text or "" for place in claim.places),
        *(place.name for place in claim.places),
        *(party.text or "" for party in claim.parties),
        *(party.name for party in claim.parties),
        *(speaker or "" for speaker in claim.speakers),
    ]
    taken = {word for text in known for word in list_words(text)}
    return frozenset(name for name in names if not taken & set(list_words(name)))
