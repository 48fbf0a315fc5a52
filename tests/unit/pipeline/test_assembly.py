"""An incident is named after what its claims say, and nothing else."""

from typing import Any

import pytest
from tests.builders import a_claim, a_day
from tests.unit.pipeline.fakes import fake_rooms, link_claims, load_party_book, weigh_incidents

from onrecord.model.claim import ObjectMention, WeaponMention
from onrecord.model.identity import DocumentId, IncidentId
from onrecord.model.incident import Cluster, Counting, Happened, Place
from onrecord.model.vocabulary import (
    DatePrecision,
    Delivery,
    ObjectKind,
    Polarity,
    Weapon,
)
from onrecord.pipeline.assembly import (
    assemble_incident,
    name_incident,
    rank_objects,
    rank_weapons,
)


def hits(*kinds: ObjectKind, **more: Any) -> Any:
    mentions = tuple(ObjectMention(text=None, start=None, end=None, object=kind) for kind in kinds)
    return a_claim(objects=mentions, **more)


def uses(*kinds: Weapon, **more: Any) -> Any:
    mentions = tuple(
        WeaponMention(text=None, start=None, end=None, weapon=kind, delivery=Delivery.AIR)
        for kind in kinds
    )
    return a_claim(weapons=mentions, **more)


def happened(first: str, last: str | None = None) -> Happened:
    precision = DatePrecision.DAY if last is None else DatePrecision.SPAN
    return Happened(from_=a_day(first), to=a_day(last or first), precision=precision)


@pytest.mark.parametrize(
    ("place", "objects", "when", "title"),
    [
        ("Tarvel", [ObjectKind.MARKET], happened("2021-03-04"), "Tarvel · market · 2021-03-04"),
        (
            "Tarvel",
            [ObjectKind.RESIDENTIAL_AREA, ObjectKind.MARKET],
            happened("2021-03-04", "2021-03-06"),
            "Tarvel · residential area · 2021-03-04 to 2021-03-06",
        ),
        (None, [], None, "place unknown · date unknown"),
    ],
)
def test_a_title_says_where_what_and_when(
    place: str | None, objects: list[ObjectKind], when: Happened | None, title: str
) -> None:
    where = Place(name=place, country=None, admin1=None, precision=1) if place else None
    cluster = Cluster(id=IncidentId("i-1"), claims=(), documents=(), place=where, when=when)

    assert name_incident(cluster, objects) == title


def test_the_object_named_most_often_comes_first_and_unknown_never() -> None:
    claims = [
        hits(ObjectKind.MARKET, ObjectKind.UNKNOWN),
        hits(ObjectKind.HOME),
        hits(ObjectKind.HOME),
    ]

    assert rank_objects(claims) == (ObjectKind.HOME, ObjectKind.MARKET)


def test_weapons_of_a_denial_are_not_those_used() -> None:
    claims = [uses(Weapon.AIR_STRIKE), uses(Weapon.CHEMICAL, polarity=Polarity.DENIES)]

    assert rank_weapons(claims) == (Weapon.AIR_STRIKE,)


def test_an_incident_names_the_methods_that_made_it() -> None:
    linking = link_claims([a_claim()], {}, parties=load_party_book())
    support = weigh_incidents(linking, {}, parties=load_party_book())
    cluster = linking.clusters[0]

    incident = assemble_incident(
        cluster, support[cluster.id], Counting(), method=fake_rooms().methods.of_incidents
    )

    assert incident.method == "links/1+weigh/1+count/1"
    assert incident.documents == (DocumentId("note"),)
    assert incident.claims == tuple(claim.id for claim in cluster.claims)
