"""Sums over incidents: mins with mins, maxes with maxes, and silence never zero."""

from tests.builders import a_count, a_day, a_party
from tests.unit.tallies.scenes import VARNIA, an_incident, civilians, hit, saying

from onrecord.model.incident import Happened, Place
from onrecord.model.tally import Sum
from onrecord.model.vocabulary import Age, Basis, DatePrecision, Harm, VictimClass
from onrecord.tallies import Selection, select_incidents, sum_by_party, sum_incidents

SEVEN = an_incident(1, [saying("One", a_count(7), a_count(15, harm=Harm.INJURED))])
FLOOR = an_incident(
    2, [saying("One", civilians(46, max=None), a_count(32, age=Age.CHILD, subset_of=0))]
)
SILENT = an_incident(3, [saying("One")])
SPREAD = an_incident(4, [saying("One", a_count(44)), saying("Two", a_count(49))])


def sum_of(*incidents: object, harm: Harm = Harm.KILLED, class_: VictimClass | None = None) -> Sum:
    sums = sum_incidents(incidents)  # type: ignore[arg-type]
    return next(one for one in sums if (one.harm, one.class_) == (harm, class_))


def test_lower_ends_and_upper_ends_are_added_apart() -> None:
    held = sum_of(SEVEN, SPREAD)

    assert (held.min, held.max, held.open) == (51, 56, False)
    assert held.incidents == ("i-1", "i-4")


def test_a_sum_is_open_if_one_range_is() -> None:
    assert sum_of(SEVEN, FLOOR).open


def test_an_incident_without_a_figure_opens_the_sum_and_is_named() -> None:
    held = sum_of(SEVEN, SILENT)

    assert (held.min, held.max, held.open) == (7, 7, True)
    assert held.without == ("i-3",)


def test_what_nobody_gives_has_no_sum() -> None:
    assert sum_incidents([SILENT]) == ()
    assert {one.harm for one in sum_incidents([FLOOR])} == {Harm.KILLED}


def test_subsets_are_summed_in_their_class_and_not_in_the_whole() -> None:
    assert sum_of(FLOOR, SEVEN).min == 53
    children = sum_of(FLOOR, SEVEN, class_=VictimClass.CHILD)

    assert (children.min, children.open, children.without) == (32, True, ("i-1",))


def test_killed_and_injured_are_never_added() -> None:
    assert sum_of(SEVEN).min == 7
    assert sum_of(SEVEN, harm=Harm.INJURED).min == 15


def test_an_incident_given_twice_is_added_once() -> None:
    assert sum_of(SEVEN, SEVEN).min == 7


def test_a_presumed_range_marks_its_sum() -> None:
    market = an_incident(5, [saying("One", a_count(7), objects=hit())])

    assert sum_of(market, class_=VictimClass.CIVILIAN).presumed


def test_some_killed_adds_its_lower_end_to_an_open_sum() -> None:
    some = an_incident(6, [saying("One", a_count(2, None, basis=Basis.VAGUE, stated=None))])
    held = sum_of(SEVEN, some)

    assert (held.min, held.max, held.open) == (9, 9, True)


def test_sums_can_be_over_a_period_and_a_place() -> None:
    april = Happened(
        from_=a_day("2021-04-01"), to=a_day("2021-04-03"), precision=DatePrecision.SPAN
    )
    late = an_incident(7, [saying("One", a_count(3))], when=april)
    south = Place(name="Merrow", country="XX", admin1="Vessin", precision=1)
    far = an_incident(8, [saying("One", a_count(2))], place=south)
    nowhere = an_incident(9, [saying("One", a_count(1))], place=None, when=None)
    held = [SEVEN, late, far, nowhere]

    def ids(**chosen: object) -> list[str]:
        return [one.id for one in select_incidents(held, Selection(**chosen))]  # type: ignore[arg-type]

    assert ids(first=a_day("2021-04-01"), last=a_day("2021-04-30")) == ["i-7"]
    assert ids(first=a_day("2021-04-02")) == []
    assert ids(place="Ostren") == ["i-1", "i-7"]
    assert ids(place="XX") == ["i-1", "i-7", "i-8"]
    assert ids() == ["i-1", "i-7", "i-8", "i-9"]


def test_a_party_has_two_totals() -> None:
    both = an_incident(5, [saying("One", a_count(9), parties=(a_party(), a_party("Tarvel Front")))])
    totals = {one.party: one for one in sum_by_party([SEVEN, both])}

    assert next(one.min for one in totals[VARNIA].only if one.harm is Harm.KILLED) == 7
    assert next(one.min for one in totals[VARNIA].named if one.harm is Harm.KILLED) == 16
    assert totals["Tarvel Front"].only == ()
