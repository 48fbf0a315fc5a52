"""Questions come in the order of what an answer would change most."""

from onrecord.model.comparison import Candidate
from onrecord.model.identity import IncidentId
from onrecord.publications.effects import rank_by_effect

SMALL, LARGE, OTHER, UNTOLD = map(IncidentId, ("i-1", "i-2", "i-3", "i-4"))
TOLLS = {SMALL: (1, 0), LARGE: (40, 12), OTHER: (2, 3)}


def pair(
    one: IncidentId, other: IncidentId, *, bits: float = 9.0, doubted: bool = False
) -> Candidate:
    return Candidate(one=one, other=other, bits=bits, because=(), needed=12.0, doubted=doubted)


def test_a_question_about_many_people_comes_before_a_likelier_one_about_few() -> None:
    likely, large = pair(SMALL, OTHER, bits=11.0), pair(LARGE, OTHER)

    assert [one.pair for one in rank_by_effect([likely, large], TOLLS)] == [large, likely]


def test_of_two_that_change_as_much_the_likelier_comes_first() -> None:
    likely, less = pair(LARGE, OTHER, bits=11.0), pair(LARGE, SMALL)

    assert [one.pair for one in rank_by_effect([less, likely], TOLLS)] == [likely, less]


def test_what_a_later_report_speaks_against_comes_before_all() -> None:
    doubted, large = pair(SMALL, OTHER, doubted=True), pair(LARGE, OTHER, bits=11.5)

    assert rank_by_effect([large, doubted], TOLLS)[0].pair == doubted


def test_the_sums_lose_the_higher_of_two_least_numbers() -> None:
    (stake,) = rank_by_effect([pair(LARGE, OTHER)], TOLLS)

    assert (stake.killed, stake.injured) == (40, 12)


def test_an_incident_without_figures_changes_no_number_of_people() -> None:
    (stake,) = rank_by_effect([pair(UNTOLD, IncidentId("i-5"))], TOLLS)

    assert (stake.killed, stake.injured) == (0, 0)
    assert stake.weight > 0
