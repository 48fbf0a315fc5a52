"""Promise: a later strike follows, a wider toll covers, and neither is joined or added."""

from tests.builders import a_count, a_place, a_when
from tests.unit.incidents.test_linking_rules import claim, link

from onrecord.model.claim import Claim
from onrecord.model.incident import Linking

FIRST = claim("c1", "note", quote="Seven people were killed in a strike on Tarvel.")

ELSEWHERE = claim(
    "c4",
    "note",
    quote="Nine people died in Dorvo.",
    places=(a_place("Dorvo"),),
    counts=(a_count(9),),
)


def kinds(linking: Linking) -> list[tuple[str, str, str]]:
    home = {each.id: cluster.id for cluster in linking.clusters for each in cluster.claims}
    named = {cluster: id for id, cluster in home.items()}
    return [(named[r.one], r.kind, named[r.other]) for r in linking.relations]


def later(document: str) -> Claim:
    return claim(
        "c2",
        document,
        quote="A second strike hit mourners at the funeral in Tarvel.",
        when=a_when("2021-03-05"),
        counts=(a_count(3),),
    )


def wide(document: str, killed: int) -> Claim:
    return claim(
        "c3",
        document,
        quote="Over the week many died across Ostren.",
        places=(a_place("Ostren", precision=4),),
        when=a_when("2021-03-01", "2021-03-07"),
        counts=(a_count(killed),),
        parties=(),
    )


def test_mourners_struck_the_day_after_follow_the_first_attack() -> None:
    linking = link(FIRST, later("note"))

    assert kinds(linking) == [("c2", "follows", "c1")]
    assert len(linking.clusters) == 2


def test_a_wider_toll_covers_the_attack_within_it() -> None:
    found = kinds(link(FIRST, ELSEWHERE, wide("note", 40)))

    assert sorted(found) == [("c1", "covered_by", "c3"), ("c4", "covered_by", "c3")]


def test_a_wider_report_with_a_smaller_toll_only_holds_it() -> None:
    found = kinds(link(FIRST, ELSEWHERE, wide("note", 2)))

    assert sorted(found) == [("c1", "part_of", "c3"), ("c4", "part_of", "c3")]


def test_what_no_document_tells_of_together_is_not_related() -> None:
    assert kinds(link(FIRST, later("other"))) == []


def test_the_order_of_claims_changes_no_relation() -> None:
    claims = [FIRST, ELSEWHERE, later("note"), wide("note", 40)]

    assert link(*claims).relations == link(*claims[::-1]).relations
