"""Sums over incidents: mins with mins, maxes with maxes, and silence never zero."""

from dataclasses import replace

from tests.builders import a_count, a_day, a_party
from tests.unit.tallies.scenes import VARNIA, an_incident, civilians, hit, saying

from onrecord.model.incident import Happened, Place
from onrecord.model.tally import Selection, SliceBy, Sum, SumSlice
from onrecord.model.vocabulary import Age, Basis, DatePrecision, Harm, VictimClass, Weapon
from onrecord.tallies import select_incidents, slice_sums, sum_incidents
from onrecord.tallies.selecting import may_be_held

SEVEN = an_incident(1, [saying("One", a_count(7), a_count(15, harm=Harm.INJURED))])
FLOOR = an_incident(
    2, [saying("One", civilians(46, max=None), a_count(32, age=Age.CHILD, subset_of=0))]
)
SILENT = an_incident(3, [saying("One")])
SPREAD = an_incident(4, [saying("One", a_count(44)), saying("Two", a_count(49))])


def sum_of(*incidents: object, harm: Harm = Harm.KILLED, class_: VictimClass | None = None) -> Sum:
    sums = sum_incidents(incidents)  # type: ignore[arg-type]
    return next(one for one in sums if (one.harm, one.class_) == (harm, class_))


SEVEN_SUM = sum_of(SEVEN)


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


def killed_in(slices: tuple[SumSlice, ...], key: str, scope: str = "") -> Sum | None:
    held = next(one for one in slices if (one.key, one.scope) == (key, scope))
    whole = [one for one in held.sums if (one.harm, one.class_) == (Harm.KILLED, None)]
    return whole[0] if whole else None


def test_a_party_has_two_totals() -> None:
    both = an_incident(5, [saying("One", a_count(9), parties=(a_party(), a_party("Tarvel Front")))])
    slices = slice_sums([SEVEN, both], SliceBy.PARTY)
    only, named = (killed_in(slices, VARNIA, scope) for scope in ("only", "any"))

    assert (only.min if only else 0, named.min if named else 0) == (7, 16)
    assert killed_in(slices, "Tarvel Front", "only") is None


def test_places_and_months_part_the_whole_and_name_what_is_unknown() -> None:
    april = Happened(
        from_=a_day("2021-04-01"), to=a_day("2021-04-03"), precision=DatePrecision.SPAN
    )
    late = an_incident(7, [saying("One", a_count(3))], when=april)
    lost = an_incident(9, [saying("One", a_count(1))], place=None, when=None)
    long = Happened(from_=a_day("2021-03-30"), to=a_day("2021-04-03"), precision=DatePrecision.SPAN)
    across = an_incident(8, [saying("One", a_count(2))], when=long)
    months = slice_sums([SEVEN, late, lost, across], SliceBy.MONTH)
    places = slice_sums([SEVEN, late, lost, across], SliceBy.PLACE)

    assert [one.key for one in months] == ["2021-03", "2021-04", "not within one month", "unknown"]
    assert [one.key for one in places] == ["Ostren, XX", "unknown"]
    for slices in (months, places):
        assert sum((killed_in(slices, one.key) or SEVEN_SUM).min for one in slices) == 13


def test_an_incident_of_two_weapons_stands_with_each() -> None:
    two = replace(SEVEN, weapons=(Weapon.AIR_STRIKE, Weapon.ROCKET))
    slices = slice_sums([two, FLOOR], SliceBy.WEAPON)

    assert [(one.key, one.incidents) for one in slices] == [
        ("air_strike", ("i-1",)),
        ("rocket", ("i-1",)),
        ("unknown", ("i-2",)),
    ]


def test_by_class_every_class_is_a_slice_of_all_incidents() -> None:
    slices = slice_sums([FLOOR, SEVEN], SliceBy.CLASS)

    assert {one.key for one in slices} >= {"all", "civilian", "child"}
    assert all(one.incidents == ("i-1", "i-2") for one in slices)


def test_a_selection_says_which_incidents_it_leaves_out_and_why() -> None:
    spring = Happened(
        from_=a_day("2021-03-30"), to=a_day("2021-04-03"), precision=DatePrecision.SPAN
    )
    first, last = a_day("2021-03-01"), a_day("2021-03-31")
    undated = an_incident(8, [saying("One", a_count(1))], when=None)
    across = an_incident(9, [saying("One", a_count(2))], when=spring)
    lost = an_incident(7, [saying("One", a_count(2))], place=None)
    chosen = Selection(first=first, last=last, place="Ostren", only_party=VARNIA)
    held = slice_sums([SEVEN, undated, across, lost], None, chosen)[0]

    assert held.incidents == ("i-1",)
    assert {one.reason: one.incidents for one in held.left_out} == {
        "date unknown": ("i-8",),
        "may lie outside the period": ("i-9",),
        "place unknown": ("i-7",),
    }


def test_what_surely_lies_elsewhere_is_not_left_out_but_outside() -> None:
    other = Selection(place="Vessin", party="Tarvel Front")

    assert slice_sums([SEVEN], None, other)[0].left_out == ()
    assert not may_be_held(SEVEN, other)
