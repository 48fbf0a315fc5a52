"""The founding case gives the table and the sums of the domain guide, and no other number."""

import pytest
from tests.unit.tallies.founding import Founding, read_founding
from tests.unit.tallies.scenes import ends

from onrecord.model.incident import Incident, Range
from onrecord.model.tally import Bounds, Sum, Tally
from onrecord.model.vocabulary import Grade, Harm, OfficialResponse, VictimClass
from onrecord.tallies import check_tallies, list_asides, refuse_estimates, sum_incidents

ARIHA, GHANTO, HAFSARJA, UNLOCATED = range(4)
FORBIDDEN = {93, 295, 89, 22, 2061, 1522, 100000, 250000}


@pytest.fixture(scope="module")
def case() -> Founding:
    return read_founding()


def killed_at(incident: Incident, class_: VictimClass | None = None) -> Range:
    if class_ is None:
        return incident.counting.by_harm[Harm.KILLED]
    return incident.counting.by_class[Harm.KILLED][class_]


def test_ariha_is_44_to_49_best_49_with_civilians_presumed(case: Founding) -> None:
    ariha = case.at(ARIHA)

    assert ends(killed_at(ariha)) == (44, 49, False)
    assert (killed_at(ariha).best, killed_at(ariha).best_reason) == (49, "investigated")
    assert ends(killed_at(ariha, VictimClass.CIVILIAN)) == (44, 49, False)
    assert killed_at(ariha, VictimClass.CIVILIAN).presumed
    assert Harm.INJURED not in ariha.counting.by_harm


def test_ariha_has_a_possible_second_originator_and_is_fair(case: Founding) -> None:
    support = case.at(ARIHA).support

    assert (support.independent.certain, support.independent.possible) == (1, 2)
    assert support.grade is Grade.FAIR
    assert support.strike_status == "likely"
    assert support.attribution_status == "suspected"
    assert support.official_response is OfficialResponse.DENIED_GENERIC


def test_what_was_said_of_the_first_two_attacks_is_nowhere_addressed(case: Founding) -> None:
    assert set(case.at(ARIHA).support.unanswered) == {"000-c01", "000-c15", "000-c18"}
    assert set(case.at(GHANTO).support.unanswered) == {"000-c16"}


def test_ghanto_is_46_or_more_with_children_and_women_and_weak(case: Founding) -> None:
    ghanto = case.at(GHANTO)

    assert ends(killed_at(ghanto)) == (46, 46, True)
    assert ends(killed_at(ghanto, VictimClass.CIVILIAN)) == (46, 46, True)
    assert not killed_at(ghanto, VictimClass.CIVILIAN).presumed
    assert ends(killed_at(ghanto, VictimClass.CHILD)) == (32, 32, False)
    assert ends(killed_at(ghanto, VictimClass.WOMAN)) == (11, 11, False)
    others = next(one for one in ghanto.counting.proofs if one.apart_from)
    assert (others.what, others.min, others.max) == ("others killed", 3, None)
    assert ghanto.support.grade is Grade.WEAK
    assert ghanto.support.official_response is OfficialResponse.DENIED_GENERIC


def test_hafsarja_is_7_or_more_and_only_some_are_civilians(case: Founding) -> None:
    hafsarja = case.at(HAFSARJA)
    civilian = killed_at(hafsarja, VictimClass.CIVILIAN)

    assert ends(killed_at(hafsarja)) == (7, 7, True)
    assert ends(civilian) == (2, None, True)
    assert not civilian.presumed
    assert ends(killed_at(hafsarja, VictimClass.CHILD)) == (2, 2, False)
    assert ends(hafsarja.counting.by_harm[Harm.INJURED]) == (15, 15, False)


def test_hafsarja_is_fair_with_no_comment_and_core_russia(case: Founding) -> None:
    support = case.at(HAFSARJA).support

    assert support.grade is Grade.FAIR
    assert support.official_response is OfficialResponse.NO_COMMENT
    assert support.attribution_status == "suspected"
    assert {party.name: party.core for party in support.parties} == {
        "Russian Armed Forces": True,
        "Government of Syria": False,
    }
    assert {"weapon", "party"} <= {one.kind for one in support.contradictions}
    assert "weapon_differs" in support.flags


def test_an_attack_without_place_or_number_is_ungraded(case: Founding) -> None:
    unlocated = case.at(UNLOCATED)

    assert unlocated.support.grade is Grade.UNGRADED
    assert unlocated.counting.by_harm == {}


def test_the_sums_are_floors_that_say_what_has_no_number(case: Founding) -> None:
    sums = {(one.harm, one.class_): one for one in sum_incidents(case.incidents)}

    def floor(harm: Harm, class_: VictimClass | None = None) -> tuple[int, bool, int]:
        one: Sum = sums[harm, class_]
        return (one.min, one.open, len(one.without))

    assert floor(Harm.KILLED) == (97, True, 1)
    assert floor(Harm.KILLED, VictimClass.CIVILIAN) == (92, True, 1)
    assert floor(Harm.KILLED, VictimClass.CHILD) == (34, True, 2)
    assert floor(Harm.KILLED, VictimClass.WOMAN) == (11, True, 3)
    assert floor(Harm.INJURED) == (15, True, 3)


def only(tallies: tuple[Tally, ...], kind: str, class_: VictimClass) -> Tally:
    found = [one for one in tallies if (one.kind, one.class_) == (kind, class_)]
    assert len(found) == 1
    return found[0]


def test_the_january_tally_leaves_at_most_563_for_the_government(case: Founding) -> None:
    tally = only(check_tallies(case.claims, case.incidents), "period", VictimClass.CIVILIAN)

    assert tally.recorder == "Syrian Network for Human Rights"
    assert tally.total == Bounds(min=1382, max=1382)
    assert {part.party: part.min for part in tally.parts} == {
        "Russian Armed Forces": 679,
        "Islamic State": 98,
        "Nusra Front": 42,
    }
    assert tally.residual == Bounds(min=563, max=563)
    assert tally.check == "holds"
    assert "Russian Armed Forces (679) > Government of Syria (no figure)" in tally.inequalities
    assert any(
        line.startswith("Government of Syria: no figure stated; at most 563")
        for line in tally.findings
    )


def test_the_parts_of_a_part_stay_inside_it(case: Founding) -> None:
    tally = only(check_tallies(case.claims, case.incidents), "period", VictimClass.CIVILIAN)
    russia = next(part for part in tally.parts if part.party == "Russian Armed Forces")

    assert russia.classes == {
        VictimClass.CHILD: Bounds(min=94, max=94),
        VictimClass.WOMAN: Bounds(min=73, max=73),
    }


def test_six_attacks_hold_the_first_two_incidents_and_leave_no_remainder(case: Founding) -> None:
    tallies = check_tallies(case.claims, case.incidents)
    six = only(tallies, "multi_incident", VictimClass.CIVILIAN)
    armed = only(tallies, "multi_incident", VictimClass.FIGHTER)

    assert six.total == Bounds(min=200, max=None)
    assert armed.total == Bounds(min=10, max=14)
    assert six.incidents == ("i-ariha", "i-ghanto")
    assert six.residual is None
    assert any("does not follow" in line for line in six.findings)


def test_hundreds_are_at_least_the_200_of_the_six_attacks(case: Founding) -> None:
    campaign = only(check_tallies(case.claims, case.incidents), "campaign", VictimClass.CIVILIAN)

    assert campaign.total == Bounds(min=200, max=None)
    assert set(campaign.claims) == {"000-c04", "report-charge"}
    assert any("not only 100" in line for line in campaign.findings)


def test_stocks_and_populations_stand_beside(case: Founding) -> None:
    asides: dict[str, str] = {
        claim: one.kind for one in list_asides(case.claims, case.incidents) for claim in one.claims
    }

    assert asides["003-c17"] == "stock"
    assert asides["003-c20"] == "population"
    assert asides["aleppo-scale"] == asides["aleppo-shields"] == "population"


def test_none_of_the_numbers_that_must_not_appear_is_there(case: Founding) -> None:
    ranges = [
        one
        for incident in case.incidents
        for one in (
            *incident.counting.by_harm.values(),
            *(r for classes in incident.counting.by_class.values() for r in classes.values()),
        )
    ]
    sums = sum_incidents(case.incidents)
    shown = {n for one in ranges for n in (one.min, one.max, one.best, one.strict_min)}
    shown |= {n for one in sums for n in (one.min, one.max)}
    for tally in check_tallies(case.claims, case.incidents):
        for bounds in (tally.total, tally.residual):
            shown |= {bounds.min, bounds.max} if bounds else set()

    assert not shown & FORBIDDEN


def test_an_old_boast_answers_nothing(case: Founding) -> None:
    replies = [reply for one in case.incidents for reply in one.support.replies]

    assert all(
        reply.relation == "bears_on" for reply in replies if reply.claim == "january-old-denial"
    )
    assert not any(reply.claim.startswith("aleppo") for reply in replies)


def test_estimates_are_refused_for_want_of_lists(case: Founding) -> None:
    assert any("lists of named victims" in one for one in refuse_estimates(case.claims).reasons)
