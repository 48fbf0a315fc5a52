"""Cluster, support and counting → one incident with a title and the methods that made it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, TypeVar

from onrecord.model.claim import Claim
from onrecord.model.incident import Cluster, Counting, Happened, Incident, Support
from onrecord.model.vocabulary import ObjectKind, Polarity, Weapon

_NOWHERE: Final = "place unknown"
_UNDATED: Final = "date unknown"

Code = TypeVar("Code", bound=StrEnum)


def assemble_incident(
    cluster: Cluster, support: Support, counting: Counting, *, method: str
) -> Incident:
    """The incident of a cluster; its title holds only what the claims say."""
    objects = rank_objects(cluster.claims)
    flags = dict.fromkeys((*cluster.flags, *support.flags, *counting.flags))
    return Incident(
        id=cluster.id,
        title=name_incident(cluster, objects),
        documents=cluster.documents,
        main_of=cluster.main_of,
        claims=tuple(claim.id for claim in cluster.claims),
        when=cluster.when,
        place=cluster.place,
        weapons=rank_weapons(cluster.claims),
        objects=objects,
        flags=tuple(flags),
        aliases=cluster.aliases,
        joins=cluster.joins,
        support=support,
        counting=counting,
        method=method,
    )


def rank_objects(claims: Sequence[Claim]) -> tuple[ObjectKind, ...]:
    """The kinds of object that claims say were hit, most often named first."""
    named = (item.object for claim in _asserting(claims) for item in claim.objects)
    return _rank(named, unknown=ObjectKind.UNKNOWN)


def rank_weapons(claims: Sequence[Claim]) -> tuple[Weapon, ...]:
    """The weapons that claims say were used, most often named first."""
    named = (item.weapon for claim in _asserting(claims) for item in claim.weapons)
    return _rank(named, unknown=Weapon.UNKNOWN)


def name_incident(cluster: Cluster, objects: Sequence[ObjectKind]) -> str:
    """A title such as "Tarvel · market · 2021-03-04"."""
    place = cluster.place.name if cluster.place else _NOWHERE
    what = [objects[0].replace("_", " ")] if objects else []
    return " · ".join([place, *what, _say_day(cluster.when)])


def _say_day(when: Happened | None) -> str:
    if when is None:
        return _UNDATED
    if when.from_ == when.to:
        return when.from_.isoformat()
    return f"{when.from_.isoformat()} to {when.to.isoformat()}"


def _asserting(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.polarity is Polarity.ASSERTS]


def _rank(named: Iterable[Code], *, unknown: Code) -> tuple[Code, ...]:
    counts = Counter(code for code in named if code is not unknown)
    return tuple(sorted(counts, key=lambda code: (-counts[code], code.value)))
