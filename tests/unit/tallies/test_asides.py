"""What stands beside the sums, and why no estimate is given."""

from tests.builders import a_count
from tests.unit.tallies.scenes import an_incident, saying

from onrecord.model.vocabulary import ClaimType, Counted, Unit
from onrecord.tallies import list_asides, refuse_estimates

STOCK = saying("One", a_count(450000), unit=Unit.STOCK, type=ClaimType.STOCK_FIGURE)
TOWN = saying("One", a_count(3000, harm=None, of=Counted.POPULATION), unit=Unit.POPULATION)
RATE = saying("One", a_count(36, 44, harm=None, of=Counted.FAILURE_RATE), unit=Unit.NONE)


def test_stocks_populations_and_rates_stand_beside() -> None:
    homes = saying("One", a_count(2, harm=None, of=Counted.OBJECTS_HIT), unit=Unit.NONE)
    asides = list_asides([STOCK, TOWN, RATE, homes], [])

    assert [(one.kind, one.claims) for one in asides] == [
        ("failure_rate", (RATE.id,)),
        ("population", (TOWN.id,)),
        ("stock", (STOCK.id,)),
    ]
    assert asides[2].words == "450000 people (450000 killed)"


def test_what_an_incident_or_a_tally_holds_is_no_aside() -> None:
    told = saying("One", a_count(7))
    summed = saying("One", a_count(700), unit=Unit.AGGREGATE_PERIOD)

    assert list_asides([told, summed], [an_incident(1, [told])]) == ()


def test_the_same_words_relayed_twice_are_one_aside() -> None:
    relay = saying("One", a_count(450000), unit=Unit.STOCK, day="2021-03-09")

    assert [len(one.claims) for one in list_asides([STOCK, relay], [])] == [2]


def test_an_estimate_is_refused_with_every_condition_that_fails() -> None:
    reasons = refuse_estimates([saying("One", a_count(7))]).reasons

    assert len(reasons) == 3
    assert "3 linked lists" in reasons[0]
    assert "press ranges" in reasons[2]
    assert len(refuse_estimates([]).reasons) == 2
