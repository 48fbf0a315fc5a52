"""Mentions in a clause → the weapons used and the things hit, by what kind of claim it is."""

from collections.abc import Sequence

from onrecord.model.claim import ObjectMention, WeaponMention
from onrecord.model.vocabulary import ClaimType, Delivery, ObjectKind, ObjectStatus, Weapon

# What such claims name was neither used nor hit, or not there: words about words.
_WITHOUT = frozenset(
    {ClaimType.DEFERRAL, ClaimType.NO_COMMENT, ClaimType.CONTEXT, ClaimType.OPINION,
     ClaimType.METHOD_STATEMENT, ClaimType.CORROBORATION, ClaimType.LEGAL_ASSESSMENT,
     ClaimType.STOCK_FIGURE, ClaimType.DISPLACEMENT, ClaimType.AGREEMENT}
)  # fmt: skip
_DROPPED = frozenset({Weapon.BARREL_BOMB, Weapon.CLUSTER_MUNITION, Weapon.UNGUIDED_AIR_BOMB})
_BARE = frozenset({Weapon.AIR_STRIKE, Weapon.UNKNOWN})
_CARRIERS = ("helicopter", "jet", "plane", "aircraft", "gunship", "bomber", "sortie")


def weapons_of(type: ClaimType, named: Sequence[WeaponMention]) -> tuple[WeaponMention, ...]:
    """The weapons of a claim; what carried a bomb is no second weapon beside it.

    A denial names weapons to say that they were not used: only those of a kind stay.
    """
    if type in _WITHOUT:
        return ()
    if type is ClaimType.DENIAL:
        return tuple(one for one in named if one.weapon not in _BARE)
    dropped = any(one.weapon in _DROPPED and one.delivery is not Delivery.GROUND for one in named)
    return tuple(one for one in named if not (dropped and _is_carrier(one)))


def _is_carrier(mention: WeaponMention) -> bool:
    words = (mention.text or "").lower().rstrip("s")
    return mention.weapon is Weapon.AIR_STRIKE and words.endswith(_CARRIERS)


def objects_of(type: ClaimType, named: Sequence[ObjectMention]) -> tuple[ObjectMention, ...]:
    """The objects of a claim, those of no known kind or standing left out."""
    if type in _WITHOUT:
        return ()
    return tuple(
        one
        for one in named
        if one.object is not ObjectKind.UNKNOWN or one.status is not ObjectStatus.UNKNOWN
    )
