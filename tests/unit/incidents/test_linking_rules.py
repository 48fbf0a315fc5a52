"""The rules of bringing claims together, one at a time, in an invented country."""

from datetime import date
from typing import Any

from tests.builders import a_claim, a_count, a_document, a_party, a_place, a_when

from onrecord.incidents import link_claims
from onrecord.model.claim import Claim, ObjectMention, Said, WeaponMention
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Cluster, Linking
from onrecord.model.party import Party, PartyBook
from onrecord.model.vocabulary import (
    ClaimType,
    Delivery,
    Mode,
    ObjectKind,
    SegmentKind,
    Unit,
    Weapon,
)

PARTIES = PartyBook(
    (
        Party(name="Government of Varnia", kind="government"),
        Party(name="Varnian Armed Forces", kind="armed_force", government="Government of Varnia"),
        Party(name="Ostren Front", kind="armed_group"),
    )
)


def hit(object: ObjectKind = ObjectKind.MARKET) -> tuple[ObjectMention, ...]:
    return (ObjectMention(text=None, start=None, end=None, object=object),)


def by(weapon: Weapon, delivery: Delivery = Delivery.UNSPECIFIED) -> tuple[WeaponMention, ...]:
    return (WeaponMention(text=None, start=None, end=None, weapon=weapon, delivery=delivery),)


def claim(id: str, document: str = "", **more: Any) -> Claim:
    """A claim of its own document unless a document is named; positions follow the id."""
    start = int("".join(c for c in id if c.isdigit()) or 0) * 100
    given = {"quote": f"words of {id}", "start": start, "end": start + 20, **more}
    return a_claim(id=ClaimId(id), document=DocumentId(document or f"doc-{id}"), **given)


def link(*claims: Claim, **more: Any) -> Linking:
    ids = {claim.document for claim in claims}
    documents: dict[DocumentId, Document] = {id: a_document(f"text of {id}", id=id) for id in ids}
    return link_claims(claims, documents, parties=PARTIES, **more)


def groups(linking: Linking) -> set[frozenset[str]]:
    return {frozenset(claim.id for claim in cluster.claims) for cluster in linking.clusters}


def only(linking: Linking) -> Cluster:
    (cluster,) = linking.clusters
    return cluster


def test_same_place_day_and_party_are_one_attack() -> None:
    linking = link(claim("c1"), claim("c2", counts=(a_count(9),)))

    assert groups(linking) == {frozenset({"c1", "c2"})}
    assert "same place: Tarvel" in " ".join(only(linking).joins[0].because)
    assert only(linking).joins[0].bits > 6


def test_a_rising_toll_is_one_attack() -> None:
    linking = link(*(claim(f"c{n}", counts=(a_count(n),)) for n in (7, 9, 14)))

    assert len(only(linking).claims) == 3


def test_an_armed_force_and_its_government_are_one_party() -> None:
    linking = link(claim("c1"), claim("c2", parties=(a_party("Government of Varnia"),)))

    assert len(linking.clusters) == 1


def test_disjoint_parties_at_one_place_and_day_do_not_split() -> None:
    linking = link(claim("c1"), claim("c2", parties=(a_party("Ostren Front"),)))

    assert len(linking.clusters) == 1


def test_clashing_weapons_do_not_split_and_are_flagged() -> None:
    linking = link(
        claim("c1", weapons=by(Weapon.AIR_STRIKE, Delivery.AIR)),
        claim("c2", weapons=by(Weapon.BALLISTIC_MISSILE, Delivery.GROUND)),
    )

    assert only(linking).flags == ("possible_two_attacks",)


def test_without_target_weapon_or_party_to_compare_it_is_a_question() -> None:
    linking = link(claim("c1"), claim("c2", parties=()))

    assert groups(linking) == {frozenset({"c1"}), frozenset({"c2"})}
    assert len(linking.candidates) == 1


def test_other_named_places_are_other_attacks() -> None:
    linking = link(claim("c1"), claim("c2", places=(a_place("Dorvo"),)))

    assert len(linking.clusters) == 2
    assert linking.candidates == ()


def test_spellings_of_one_place_are_one() -> None:
    linking = link(
        claim("c1", places=(a_place("al-Ghorun"),)), claim("c2", places=(a_place("Ghoron"),))
    )

    assert len(linking.clusters) == 1


def test_near_a_village_is_compatible_with_the_village_by_distance() -> None:
    here = a_place("Tarvel", lat=10.0, lon=20.0)
    near = a_place("Mun", 2, lat=10.05, lon=20.05)
    far = a_place("Mun", 2, lat=11.0, lon=20.05)

    assert len(link(claim("c1", places=(here,)), claim("c2", places=(near,))).clusters) == 1
    assert len(link(claim("c1", places=(here,)), claim("c2", places=(far,))).clusters) == 2


def test_two_places_of_one_name_in_two_provinces_are_two() -> None:
    linking = link(claim("c1"), claim("c2", places=(a_place("Tarvel", admin1="Sulm"),)))

    assert len(linking.clusters) == 2


def test_the_next_day_at_one_place_is_a_question() -> None:
    linking = link(claim("c1"), claim("c2", when=a_when("2021-03-05")))

    assert len(linking.clusters) == 2
    assert len(linking.candidates) == 1


def test_a_province_holds_the_one_attack_of_that_day() -> None:
    linking = link(claim("c1"), claim("c2", places=(a_place("Ostren", 4),)))

    cluster = only(linking)
    assert cluster.place is not None
    assert cluster.place.name == "Tarvel"
    assert cluster.flags == ()


def test_a_province_with_two_attacks_that_day_is_a_question() -> None:
    linking = link(
        claim("c1"),
        claim("c2", places=(a_place("Dorvo"),)),
        claim("c3", places=(a_place("Ostren", 4),)),
    )

    assert len(linking.clusters) == 3
    assert len(linking.candidates) == 2


def test_a_missing_place_is_supplied_when_date_target_and_party_agree() -> None:
    linking = link(claim("c1", objects=hit()), claim("c2", places=(), objects=hit()))

    assert only(linking).flags == ("place_inferred",)


def test_a_place_no_finer_than_a_country_is_missing() -> None:
    country = a_place("Varnia", 6, admin1=None)
    linking = link(claim("c1", objects=hit()), claim("c2", places=(country,), objects=hit()))

    assert only(linking).flags == ("place_inferred",)


def test_a_missing_place_is_not_supplied_without_the_target() -> None:
    linking = link(claim("c1", objects=hit()), claim("c2", places=()))

    assert len(linking.clusters) == 2
    assert len(linking.candidates) == 1


def test_a_missing_place_is_not_supplied_when_two_attacks_fit() -> None:
    linking = link(
        claim("c1", objects=hit()),
        claim("c2", objects=hit(), places=(a_place("Dorvo"),)),
        claim("c3", objects=hit(), places=()),
    )

    assert len(linking.clusters) == 3
    assert len(linking.candidates) == 2


def test_a_missing_date_is_a_question() -> None:
    linking = link(claim("c1"), claim("c2", when=None))

    assert len(linking.clusters) == 2
    assert len(linking.candidates) == 1


def test_a_month_joins_only_with_place_target_and_party() -> None:
    month = a_when("2021-03-01", "2021-03-31")
    vague = link(claim("c1", objects=hit()), claim("c2", when=month))
    strong = link(claim("c1", objects=hit()), claim("c2", when=month, objects=hit()))

    assert len(vague.clusters) == 2
    assert len(strong.clusters) == 1


def test_no_own_date_and_no_own_place_is_no_incident() -> None:
    country = a_place("Varnia", 6, admin1=None)
    linking = link(claim("c1", when=None, places=(country,)), claim("c2", when=None, places=()))

    assert linking.clusters == ()
    assert [aside.id for aside in linking.asides] == ["c1", "c2"]


def test_totals_stand_aside() -> None:
    linking = link(claim("c1"), claim("c2", unit=Unit.MULTI_INCIDENT))

    assert [aside.id for aside in linking.asides] == ["c2"]


def test_two_attacks_on_one_town_told_apart_stay_two() -> None:
    first = "A morning air strike on the clinic in Tarvel killed seven people"
    second = "In the evening a second strike hit the school in Tarvel and killed four"
    linking = link(
        claim("c1", "a", quote=first, objects=hit(ObjectKind.HOSPITAL)),
        claim("c2", "a", quote=second, objects=hit(ObjectKind.SCHOOL), counts=(a_count(4),)),
        claim("c3", "b", quote="Evening strike on school", objects=hit(ObjectKind.SCHOOL)),
        claim("c4", "c", quote="Strike on clinic at dawn", objects=hit(ObjectKind.HOSPITAL)),
    )

    assert groups(linking) == {frozenset({"c1", "c4"}), frozenset({"c2", "c3"})}


def test_what_fits_two_attacks_told_apart_is_a_question() -> None:
    linking = link(
        claim("c1", "a", quote="a strike on the clinic", objects=hit(ObjectKind.HOSPITAL)),
        claim("c2", "a", quote="a second strike, on a school", objects=hit(ObjectKind.SCHOOL)),
        claim("c3", "b"),
    )

    assert len(linking.clusters) == 3
    assert len(linking.candidates) == 2


def test_a_separate_attack_of_one_document_is_another() -> None:
    linking = link(
        claim("c1", "a", objects=hit(ObjectKind.HOSPITAL)),
        claim("c2", "a", quote="In a separate attack four died", counts=(a_count(4),)),
    )

    assert len(linking.clusters) == 2


def test_running_text_without_place_or_date_goes_with_the_attack_before_it() -> None:
    linking = link(
        claim("c1", "a"),
        claim("c2", "a", places=(), when=None, parties=(), counts=()),
        claim("c3", "a", places=(a_place("Dorvo"),)),
        claim("c4", "a", places=(), when=None, parties=(), counts=()),
    )

    assert groups(linking) == {frozenset({"c1", "c2"}), frozenset({"c3", "c4"})}


def test_a_carried_place_goes_with_the_claim_it_comes_from() -> None:
    linking = link(
        claim("c1", "a"),
        claim("c2", "a", places=(a_place("Dorvo"),)),
        claim("c3", "a", when=None, places=(a_place("Tarvel", from_=ClaimId("c1")),)),
    )

    assert frozenset({"c1", "c3"}) in groups(linking)


def test_a_title_goes_with_the_attack_told_after_it() -> None:
    title = {"segment": SegmentKind.TITLE, "in_": "title", "mode": Mode.HEADLINE}
    linking = link(
        claim("c9", "a", places=(), when=None, counts=(), **title),
        claim("c1", "a"),
        claim("c2", "a", places=(a_place("Dorvo"),)),
    )

    assert frozenset({"c1", "c9"}) in groups(linking)


def test_a_related_headline_never_makes_a_document_be_about_its_attack() -> None:
    related = {"segment": SegmentKind.RELATED_LINK, "mode": Mode.RELATED_HEADLINE}
    linking = link(claim("c1", "a", **related))

    assert only(linking).documents == ("a",)
    assert only(linking).main_of == ()


def test_a_document_is_mainly_about_what_its_lead_counts() -> None:
    linking = link(claim("c1", "a"), claim("c2", "a", places=(a_place("Dorvo"),), counts=()))
    main = {cluster.main_of: {c.id for c in cluster.claims} for cluster in linking.clusters}

    assert main == {("a",): {"c1"}, (): {"c2"}}


def test_dates_are_the_tightest_interval_that_all_share() -> None:
    linking = link(claim("c1"), claim("c2", when=a_when("2021-03-03", "2021-03-05")))

    when = only(linking).when
    assert when is not None
    assert when.from_ == when.to == date(2021, 3, 4)


def test_an_incident_keeps_its_identifier_when_later_reports_join() -> None:
    later = Said(from_=date(2021, 3, 9), to=date(2021, 3, 9))

    before = only(link(claim("c5"), claim("c6")))
    after = only(link(claim("c5"), claim("c6"), claim("c1", said=later)))

    assert before.id == after.id


def test_a_claim_about_weapons_alone_can_tell_of_an_attack() -> None:
    linking = link(claim("c1", type=ClaimType.WEAPON_USE, also=(), counts=()))

    assert len(linking.clusters) == 1


def test_rows_of_one_table_are_different_attacks() -> None:
    rows = [claim("c0", "table"), claim("c1", "table")]
    text = "x" * 50 + "\n" + "y" * 90
    table = a_document(text, id=DocumentId("table"), media_type="text/csv")
    linking = link_claims(rows, {table.id: table}, parties=PARTIES)

    assert len(linking.clusters) == 2


def test_many_reports_of_one_attack_are_one_incident() -> None:
    linking = link(*(claim(f"c{n}", counts=(a_count(n + 1),)) for n in range(120)))

    assert len(only(linking).documents) == 120


def test_a_quarter_and_its_town_are_compatible() -> None:
    quarter = (a_place("Old Mill", 1), a_place("Tarvel", 3))
    linking = link(claim("c1", places=(a_place("Tarvel", 3),)), claim("c2", places=quarter))

    assert len(linking.clusters) == 1


def test_a_town_with_two_quarters_hit_is_a_question() -> None:
    mill, gate = (
        (a_place("Old Mill"), a_place("Tarvel", 3)),
        (a_place("Gate"), a_place("Tarvel", 3)),
    )
    town = (a_place("Tarvel", 3),)
    linking = link(claim("c1", places=mill), claim("c2", places=gate), claim("c3", places=town))

    assert len(linking.clusters) == 3
    assert len(linking.candidates) == 2


def test_an_interval_that_meets_two_attacks_is_a_question() -> None:
    linking = link(
        claim("c1"),
        claim("c2", when=a_when("2021-03-06")),
        claim("c3", when=a_when("2021-03-03", "2021-03-07")),
    )

    assert len(linking.clusters) == 3
    assert len(linking.candidates) == 2
