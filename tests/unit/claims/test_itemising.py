"""Smaller figures below a total of the same document are told as parts of it."""

from typing import Any

from tests.builders import a_claim, a_count, a_when

from onrecord.claims.itemising import mark_items
from onrecord.model.claim import Claim, Count
from onrecord.model.vocabulary import Age, Basis, Harm, Mode, Sex, SpeakerKind


def author(*counts: Count, **more: Any) -> Claim:
    return a_claim(speakers=("Tarvel Post",), counts=counts, **more)


def relayed(name: str, *counts: Count, **more: Any) -> Claim:
    return a_claim(speakers=("Tarvel Post", name), counts=counts, **more)


def series(*claims: Claim) -> list[list[str | None]]:
    return [[count.series for count in claim.counts] for claim in mark_items(claims)]


def children(number: int, **more: Any) -> Count:
    return a_count(number, age=Age.CHILD, **more)


def test_a_single_person_below_a_toll_is_one_of_them_whoever_tells() -> None:
    woman = a_count(1, sex=Sex.WOMAN, text="a woman")

    assert series(author(a_count(5)), relayed("A neighbour", woman)) == [[None], ["part"]]


def test_a_smaller_figure_relayed_below_the_authors_own_toll_is_a_part() -> None:
    first_heard = relayed("Osk Agency", a_count(4), originator_kind=SpeakerKind.AGENCY)

    assert series(author(a_count(12, None)), first_heard) == [[None], ["part"]]


def test_a_larger_figure_relayed_below_the_authors_toll_stands() -> None:
    assert series(author(a_count(12)), relayed("Osk Agency", a_count(15))) == [[None], [None]]


def test_a_smaller_figure_stands_beside_a_relayed_toll() -> None:
    claims = (relayed("Ostren Monitor", a_count(12)), relayed("Osk Agency", a_count(4)))

    assert series(*claims) == [[None], [None]]


def test_a_smaller_figure_of_those_who_fight_is_a_rival_account() -> None:
    for kind in (SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL):
        rival = relayed("The army", a_count(4), originator_kind=kind)

        assert series(author(a_count(12)), rival) == [[None], [None]]


def test_a_headline_gives_no_toll_that_others_are_parts_of() -> None:
    head = author(a_count(12), mode=Mode.HEADLINE)

    assert series(head, relayed("Osk Agency", a_count(4))) == [[None], [None]]


def test_a_vague_toll_makes_no_part_of_a_number() -> None:
    dozens = a_count(12, None, basis=Basis.VAGUE, stated=None)

    assert series(author(dozens), relayed("Osk Agency", a_count(9))) == [[None], [None]]


def test_figures_of_another_day_or_harm_stand() -> None:
    other_day = relayed("Osk Agency", a_count(4), when=a_when("2021-03-09"))
    hurt = relayed("Osk Agency", a_count(4, harm=Harm.INJURED))

    assert series(author(a_count(12)), other_day, hurt) == [[None], [None], [None]]


def test_counts_joined_under_one_verb_are_measured_together() -> None:
    both = relayed("Osk Agency", a_count(7), a_count(9, series="joined"))

    assert series(author(a_count(12)), both) == [[None], [None, "joined"]]
    assert series(author(a_count(20)), both) == [[None], ["part", "part"]]


def test_a_class_that_the_toll_has_counted_is_told_again_by_its_members() -> None:
    lead = author(a_count(15), children(7, subset_of=0))
    partly = relayed("Osk Agency", a_count(10), children(5, subset_of=0))
    one = author(children(1, text="a girl", sex=Sex.WOMAN))

    assert series(lead, partly, one) == [[None, None], ["part", "item"], ["item"]]


def test_a_larger_count_of_a_class_is_no_member_of_the_smaller_one() -> None:
    lead = author(a_count(15), children(7, subset_of=0))

    assert series(lead, relayed("Osk Agency", children(9)))[1] == ["part"]


def test_kin_below_a_class_that_the_author_counted_are_items_of_it() -> None:
    one_woman = a_count(1, sex=Sex.WOMAN, age=Age.ADULT, text="one woman")
    sisters = a_count(2, sex=Sex.WOMAN, text="two sisters")

    assert series(author(one_woman), author(sisters))[1] == ["item"]


def test_a_part_of_a_whole_of_its_own_class_is_an_item_of_it() -> None:
    five, infant = children(5, text="five children"), children(1, text="one infant", subset_of=0)

    assert series(author(five, infant)) == [[None, "item"]]


def test_one_boy_of_an_age_does_not_count_all_children() -> None:
    boy = children(1, text="a six-year-old boy", series="part")
    girl = children(1, text="Ila Dorn (9)", series="part")

    assert series(author(boy), author(girl)) == [["part"], ["part"]]


def test_of_people_joined_under_one_verb_all_are_told_again_where_some_are() -> None:
    lead = author(a_count(4), children(2, text="two children", subset_of=0))
    again = author(
        a_count(1, text="Dov Arlen"), children(2, text="two boys", series="joined"),
        a_count(1, text="his son", series="joined"),
    )  # fmt: skip

    assert series(lead, again)[1] == ["part", "item", "part"]


def test_bodies_found_or_seen_are_of_those_told_dead_before() -> None:
    found = relayed("Rescue teams", a_count(2, text="two bodies"))
    more_found = author(a_count(2, text="two more bodies", series="more"))

    assert series(relayed("Osk Agency", a_count(15, None)), found) == [[None], ["part"]]
    assert series(author(a_count(2, text="two bodies")), more_found) == [[None], ["more"]]


def test_one_more_brought_in_by_name_or_kin_is_of_those_counted() -> None:
    quotes = {
        "Another son of hers, Odo, was killed.": "part",
        "Another nurse, Ila Dorn, was killed.": "part",
        "Another man was shot dead by guards.": "more",
        "Another nurse, Ila Dorn, died later in hospital.": "more",
    }

    for quote, expected in quotes.items():
        one = a_count(1, text="Another", series="more", start=0, end=7)

        assert series(author(a_count(9)), author(one, quote=quote, start=0)) == [[None], [expected]]
