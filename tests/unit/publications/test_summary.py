"""The summary: every number carries its claims, and silence stays visible."""

from tests.unit.publications.published import (
    a_counting,
    a_kept_case,
    a_range,
    a_sum,
    a_tally,
    an_incident,
)

from onrecord.model.comparison import Candidate
from onrecord.model.identity import ClaimId, IncidentId, TallyId
from onrecord.model.incident import Linking
from onrecord.model.tally import Bounds
from onrecord.publications.summary import (
    MOST_INCIDENTS,
    pick_gravest,
    pick_largest,
    summarise_case,
)


def test_every_number_of_a_row_carries_its_claims():
    row = summarise_case(a_kept_case()).rows[0]

    assert row.killed.words == "46+"
    assert row.killed.claims == (ClaimId("c-1"),)


def test_what_nobody_said_is_unknown_and_carries_no_claims():
    row = summarise_case(a_kept_case()).rows[0]

    assert row.injured.words == "unknown"
    assert row.injured.claims == ()


def test_incidents_stand_in_order_of_their_day_and_undated_ones_last():
    undated = an_incident(id=IncidentId("i-2"), when=None)
    rows = summarise_case(a_kept_case(incidents=(undated, an_incident()))).rows

    assert [row.date for row in rows] == ["2021-03-04", "unknown"]


def test_a_sum_says_how_many_incidents_give_no_figure():
    silent = an_incident(id=IncidentId("i-2"), counting=a_counting())
    total = a_sum(46, incidents=(IncidentId("i-0a1b2c"), silent.id), without=(silent.id,))
    line = summarise_case(a_kept_case(incidents=(an_incident(), silent), sums=(total,))).sums[0]

    assert (line.figure.words, line.without, line.incidents) == ("46+", 1, 2)
    assert line.figure.claims == (ClaimId("c-1"),)


def test_a_sum_that_nobody_gave_a_figure_for_is_left_out():
    silent = an_incident(counting=a_counting())
    total = a_sum(0, incidents=(silent.id,), without=(silent.id,))

    assert summarise_case(a_kept_case(incidents=(silent,), sums=(total,))).sums == ()


def test_a_tally_is_shown_as_the_sum_it_is():
    line = summarise_case(a_kept_case()).tallies[0]

    assert (line.total.words, line.residual.words) == ("120", "27")
    assert [(party, figure.words) for party, figure in line.parts] == [
        ("Varnian Armed Forces", "71"),
        ("Hill Front", "22"),
    ]


def test_candidates_and_flags_wait_for_a_person():
    two = an_incident(id=IncidentId("i-2"), title="Oskel", flags=("possible_two_attacks",))
    pair = Candidate(one=IncidentId("i-0a1b2c"), other=two.id, bits=1.5, because=("same day",))
    case = a_kept_case(incidents=(an_incident(), two), linking=_linking(pair))
    waiting = summarise_case(case).waiting

    assert [question.incidents for question in waiting] == [("i-0a1b2c", "i-2"), ("i-2",)]
    assert waiting[0].because == ("if one, the sums lose 46 killed", "same day")


def test_an_aside_keeps_its_words():
    assert summarise_case(a_kept_case()).asides[0].figures[0].words == "3 million people"


def test_a_range_may_rest_on_several_claims():
    both = (ClaimId("c-1"), ClaimId("c-2"))
    incident = an_incident(counting=a_counting(a_range(44, 49, claims=both)))

    assert summarise_case(a_kept_case(incidents=(incident,))).rows[0].killed.claims == both


def _linking(*candidates: Candidate) -> Linking:
    return Linking(clusters=(), candidates=candidates)


def test_the_gravest_incidents_are_those_with_most_killed_then_the_newest():
    silent = an_incident(id=IncidentId("i-3"), counting=a_counting())
    undated = an_incident(id=IncidentId("i-2"), when=None)
    worst = an_incident(id=IncidentId("i-1"), counting=a_counting(a_range(3, 60)))
    picked = pick_gravest([silent, undated, an_incident(), worst], 3)

    assert [one.id for one in picked] == ["i-1", "i-0a1b2c", "i-2"]


def test_which_incidents_are_picked_does_not_depend_on_their_order():
    many = [an_incident(id=IncidentId(f"i-{place:03}")) for place in range(MOST_INCIDENTS + 5)]
    one, other = (
        summarise_case(a_kept_case(incidents=tuple(kept))).gravest for kept in (many, many[::-1])
    )

    assert one == other
    assert len(one) == MOST_INCIDENTS


def test_a_tally_that_does_not_add_up_stands_before_larger_ones():
    wrong = a_tally(id=TallyId("t-2"), check="conflict", total=None)
    large = a_tally(id=TallyId("t-3"), total=Bounds(min=900, max=None))

    assert [one.id for one in pick_largest([a_tally(), large, wrong], 2)] == ["t-2", "t-3"]
