"""The summary: every number carries its claims, and silence stays visible."""

from tests.unit.publications.published import (
    a_counting,
    a_kept_case,
    a_range,
    a_sum,
    an_incident,
)

from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Candidate, Linking
from onrecord.publications.summary import summarise_case


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
    assert waiting[0].because == ("same day",)


def test_an_aside_keeps_its_words():
    assert summarise_case(a_kept_case()).asides[0].figures[0].words == "3 million people"


def test_a_range_may_rest_on_several_claims():
    both = (ClaimId("c-1"), ClaimId("c-2"))
    incident = an_incident(counting=a_counting(a_range(44, 49, claims=both)))

    assert summarise_case(a_kept_case(incidents=(incident,))).rows[0].killed.claims == both


def _linking(*candidates: Candidate) -> Linking:
    return Linking(clusters=(), candidates=candidates)
