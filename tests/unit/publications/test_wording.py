"""How numbers are written: never nought for unknown, never a ceiling nobody gave."""

import pytest
from tests.unit.publications.published import a_range, a_sum, an_incident

from onrecord.model.identity import IncidentId
from onrecord.model.tally import Bounds
from onrecord.model.vocabulary import (
    AttributionStatus,
    Grade,
    OfficialResponse,
    StrikeStatus,
    VictimClass,
)
from onrecord.publications.wording import (
    ATTRIBUTION_MEANING,
    CLASS_NAMES,
    GRADE_MEANING,
    RESPONSE_MEANING,
    STRIKE_MEANING,
    say_bounds,
    say_range,
    say_sum,
    say_when,
)


@pytest.mark.parametrize(
    ("range", "words"),
    [
        (None, "unknown"),
        (a_range(44, 49, best=49), "44–49 (best 49)"),
        (a_range(46, 46, open=True), "46+"),
        (a_range(46, 46, open=True, best=46), "46+"),
        (a_range(7, 7), "7"),
        (a_range(7, 7, best=7), "7"),
        (a_range(2, None), "2+"),
        (a_range(7, 9, open=True), "7–9+"),
        (a_range(44, 49, presumed=True), "44–49*"),
    ],
)
def test_a_range_is_written(range, words):
    assert say_range(range) == words


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (None, "unknown"),
        (Bounds(min=563, max=563), "563"),
        (Bounds(min=0, max=563), "at most 563"),
        (Bounds(min=400, max=450), "400–450"),
        (Bounds(min=400, max=None), "400+"),
    ],
)
def test_bounds_are_written(bounds, words):
    assert say_bounds(bounds) == words


def test_an_open_sum_is_a_floor():
    assert say_sum(a_sum(97, max=102)) == "97+"


def test_a_closed_sum_is_a_range():
    assert say_sum(a_sum(97, max=102, open=False)) == "97–102"


def test_a_sum_to_which_no_incident_gives_a_figure_is_unknown():
    only = IncidentId("i-1")

    assert say_sum(a_sum(0, max=0, incidents=(only,), without=(only,))) == "unknown"


def test_a_day_is_written_day_month_year():
    assert say_when(an_incident().when) == "4 March 2021"


@pytest.mark.parametrize(
    ("codes", "meanings"),
    [
        (Grade, GRADE_MEANING),
        (StrikeStatus, STRIKE_MEANING),
        (AttributionStatus, ATTRIBUTION_MEANING),
        (OfficialResponse, RESPONSE_MEANING),
        (VictimClass, CLASS_NAMES),
    ],
)
def test_every_code_has_its_meaning_in_words(codes, meanings):
    assert set(meanings) == set(codes)
