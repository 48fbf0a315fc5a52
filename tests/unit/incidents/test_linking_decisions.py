"""What people decide wins over every score."""

from typing import Any

from tests.builders import a_place
from tests.unit.incidents.test_linking_rules import claim, groups, link, only

from onrecord.incidents.rulings import name_incident
from onrecord.model.claim import ObjectMention, WeaponMention
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.identity import ClaimId, DecisionId
from onrecord.model.incident import Linking
from onrecord.model.vocabulary import Delivery, ObjectKind, Weapon

AGAINST = "evidence_against_decision"
SAME, DIFFERENT = DecisionKind.SAME_INCIDENT, DecisionKind.DIFFERENT_INCIDENT
HERE = [claim("c1"), claim("c2")]
THERE = [claim(f"c{n}", places=(a_place("Dorvo"),)) for n in (3, 4)]
FOUR = [*HERE, *THERE]
APART = {frozenset({"c1", "c2"}), frozenset({"c3", "c4"})}


def decide(kind: DecisionKind, *subjects: str, at: int = 1, **more: Any) -> Decision:
    return Decision(
        id=DecisionId(f"d-{at}-{kind.value}"),
        kind=kind,
        subjects=subjects,
        reason="test",
        by="tester",
        at=f"2021-04-0{at}T00:00:00Z",
        **more,
    )


def incident(linking: Linking, holding: str) -> str:
    return next(c.id for c in linking.clusters if any(x.id == holding for x in c.claims))


def test_a_merge_joins_whole_incidents_and_keeps_the_old_identifier() -> None:
    before = link(*FOUR)
    here, there = incident(before, "c1"), incident(before, "c3")
    after = link(*FOUR, decisions=[decide(SAME, here, there)])

    assert groups(after) == {frozenset({"c1", "c2", "c3", "c4"})}
    assert {only(after).id, *only(after).aliases} == {here, there}


def test_a_split_keeps_apart_what_scores_join() -> None:
    linking = link(*HERE, decisions=[decide(DIFFERENT, "c1", "c2")])

    assert groups(linking) == {frozenset({"c1"}), frozenset({"c2"})}
    assert linking.candidates == ()


def test_a_claim_taken_out_of_an_incident_leaves_alone() -> None:
    claims = [claim("c1"), claim("c2"), claim("c3"), claim("c4", "doc-c3")]
    whole = only(link(*claims)).id
    linking = link(*claims, decisions=[decide(DIFFERENT, whole, "c3")])

    assert groups(linking) == {frozenset({"c1", "c2", "c4"}), frozenset({"c3"})}
    assert incident(linking, "c1") == whole


def test_the_later_decision_on_a_pair_holds() -> None:
    before = link(*FOUR)
    here, there = incident(before, "c1"), incident(before, "c3")
    merge, split = decide(SAME, here, there), decide(DIFFERENT, there, here, at=2)

    assert groups(link(*FOUR, decisions=[split, merge])) == APART
    again = [merge, split, decide(SAME, here, there, at=3)]
    assert len(groups(link(*FOUR, decisions=again))) == 1


def test_a_decision_that_is_superseded_has_no_force() -> None:
    merge = decide(SAME, "c1", "c3")
    note = decide(DecisionKind.NOTE, "c1", at=2, supersedes=merge.id)

    assert groups(link(*FOUR, decisions=[merge, note])) == APART


def test_an_alias_is_a_valid_subject_of_later_decisions() -> None:
    before = link(*FOUR, claim("c5", places=(a_place("Mun"),)))
    here, there, third = (incident(before, c) for c in ("c1", "c3", "c5"))
    merges = [decide(SAME, here, there), decide(SAME, there, third, at=2)]
    after = only(link(*FOUR, claim("c5", places=(a_place("Mun"),)), decisions=merges))

    assert len(after.claims) == 5
    assert {after.id, *after.aliases} == {here, there, third}


def test_a_rejected_claim_stands_aside() -> None:
    linking = link(*HERE, decisions=[decide(DecisionKind.REJECT_CLAIM, "c2")])

    assert groups(linking) == {frozenset({"c1"})}
    assert [aside.id for aside in linking.asides] == ["c2"]


def test_a_person_can_call_a_claim_in_that_has_neither_place_nor_date() -> None:
    lost = claim("c3", places=(), when=None)
    linking = link(*HERE, lost, decisions=[decide(SAME, "c1", "c3")])

    assert groups(linking) == {frozenset({"c1", "c2", "c3"})}
    assert only(linking).aliases == ()


def test_an_unsure_reviewer_leaves_a_flag_and_lifts_the_decision_before() -> None:
    split = decide(DIFFERENT, "c1", "c2")
    linking = link(*HERE, decisions=[split, decide(DecisionKind.UNSURE, "c1", "c2", at=2)])

    assert only(linking).flags == ("reviewer_unsure",)


def test_two_claims_of_one_document_can_be_told_apart() -> None:
    claims = [claim("c1", "a"), claim("c2", "a"), claim("c3", "b")]
    linking = link(*claims, decisions=[decide(DIFFERENT, "c1", "c2")])

    assert len(groups(linking)) == 2


def test_decisions_on_unknown_subjects_change_nothing() -> None:
    linking = link(*FOUR, decisions=[decide(SAME, "c1", "i-gone"), decide(SAME, "nobody", at=2)])

    assert groups(linking) == APART


def test_an_incident_is_named_by_its_anchor_alone() -> None:
    assert only(link(*HERE)).id == name_incident(ClaimId("c1"))


def test_a_decision_to_keep_apart_is_marked_when_later_reports_join_the_two() -> None:
    weapons = (
        WeaponMention(
            text=None, start=None, end=None, weapon=Weapon.AIR_STRIKE, delivery=Delivery.AIR
        ),
    )
    market = (ObjectMention(text="a market", start=0, end=8, object=ObjectKind.MARKET),)
    one, other = claim("c1", parties=(), objects=market), claim("c2", weapons=weapons)
    decided = [decide(DIFFERENT, "c1", "c2")]
    assert only_flags(link(one, other, decisions=decided)) == set()

    both = claim("c5", parties=(), weapons=weapons, objects=market)
    linking = link(one, other, both, decisions=decided)

    assert incident(linking, "c1") != incident(linking, "c2")
    assert AGAINST in only_flags(linking)
    assert "a person decided" in linking.candidates[0].because[0]


def test_a_decision_against_the_scores_is_not_marked_for_what_was_known() -> None:
    linking = link(*HERE, decisions=[decide(DIFFERENT, "c1", "c2")])

    assert AGAINST not in only_flags(linking)


def test_merging_then_splitting_again_gives_back_both_and_their_names() -> None:
    before = link(*FOUR)
    here, there = incident(before, "c1"), incident(before, "c3")
    merge, split = decide(SAME, here, there), decide(DIFFERENT, here, there, at=2)

    after = link(*FOUR, decisions=[merge, split])

    assert groups(after) == APART
    assert {incident(after, "c1"), incident(after, "c3")} == {here, there}


def test_new_documents_never_undo_a_decision() -> None:
    decided = [decide(DIFFERENT, "c1", "c2"), decide(SAME, "c1", "c3", at=2)]
    more = [claim(f"c{n}") for n in range(5, 12)]

    linking = link(*FOUR, *more, decisions=decided)

    assert incident(linking, "c1") != incident(linking, "c2")
    assert incident(linking, "c1") == incident(linking, "c3")


def only_flags(linking: Linking) -> set[str]:
    return {flag for cluster in linking.clusters for flag in cluster.flags}
