"""A voice's later figure replaces its earlier one; history stays, and repeats change nothing."""

from tests.builders import a_count
from tests.unit.tallies.scenes import civilians, decide, saying, weigh

from onrecord.model.claim import Claim, Count
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.incident import Figure
from onrecord.model.vocabulary import Age, Basis, Harm, Mode, Polarity, Sex, Unit


def figures(*claims: Claim, decisions: tuple[Decision, ...] = ()) -> tuple[Figure, ...]:
    return weigh(claims, decisions=decisions).voices[0].figures


def live(*claims: Claim, decisions: tuple[Decision, ...] = ()) -> list[tuple[int, int | None]]:
    held = {(one.min, one.max) for one in figures(*claims, decisions=decisions) if one.live}
    return sorted(held, key=str)


def monitor(*counts: Count, day: str = "2021-03-05", **more: object) -> Claim:
    return saying("Ostren Monitor", *counts, day=day, **more)


def children(number: int) -> Count:
    return a_count(number, age=Age.CHILD)


def test_a_rising_toll_replaces_the_earlier_one_and_keeps_it_as_history() -> None:
    claims = (monitor(a_count(5)), monitor(a_count(9), day="2021-03-07"))

    assert live(*claims) == [(9, 9)]
    assert [one.min for one in figures(*claims)] == [5, 9]


def test_an_old_figure_relayed_late_replaces_nothing() -> None:
    late = monitor(a_count(5), day="2021-03-09", speakers=("Osk Times", "Ostren Monitor"))

    assert live(monitor(a_count(5)), monitor(a_count(9), day="2021-03-07"), late) == [(9, 9)]


def test_an_old_figure_relayed_without_a_date_replaces_nothing() -> None:
    undated = monitor(a_count(5), said=None)

    assert live(monitor(a_count(5)), monitor(a_count(9), day="2021-03-07"), undated) == [(9, 9)]


def test_figures_of_one_moment_both_stand() -> None:
    assert live(monitor(a_count(5)), monitor(a_count(6))) == [(5, 5), (6, 6)]


def test_the_weaker_of_two_relays_of_one_figure_stands_too() -> None:
    assert live(monitor(a_count(7)), monitor(a_count(7, None))) == [(7, 7), (7, None)]


def test_a_vague_word_never_replaces_a_number_it_holds() -> None:
    dozens = a_count(12, None, basis=Basis.VAGUE, stated=None)

    assert live(monitor(a_count(44)), monitor(dozens, day="2021-03-07")) == [(44, 44)]
    assert live(monitor(a_count(44)), monitor(dozens)) == [(44, 44)]


def test_a_vague_word_beyond_the_number_does_replace_it() -> None:
    hundreds = a_count(100, None, basis=Basis.VAGUE, stated=None)

    assert live(monitor(a_count(44)), monitor(hundreds, day="2021-03-07")) == [(100, None)]


def test_a_floor_that_names_a_number_stands_before_a_vague_word_of_the_same_voice() -> None:
    many = a_count(2, None, basis=Basis.VAGUE, stated=None)
    over = a_count(16, None, basis=Basis.MORE_THAN, stated=None)

    assert live(monitor(over), monitor(many)) == [(16, None)]


def test_two_floors_that_name_numbers_both_stand() -> None:
    over = a_count(16, None, basis=Basis.MORE_THAN, stated=None)
    lower = a_count(11, None, basis=Basis.MORE_THAN, stated=None)

    assert live(monitor(over), monitor(lower)) == [(11, None), (16, None)]


def test_another_harm_or_a_subset_replaces_nothing() -> None:
    later = monitor(children(2), a_count(15, harm=Harm.INJURED), day="2021-03-07")

    assert live(monitor(a_count(7)), later) == [(15, 15), (2, 2), (7, 7)]


def test_another_n_died_is_n_more_than_the_same_voices_last_value() -> None:
    more = monitor(a_count(3, series="more"), day="2021-03-06")

    assert live(monitor(a_count(7)), more) == [(10, 10)]
    assert live(monitor(a_count(7, None)), more) == [(10, None)]


def test_another_n_died_in_the_same_text_adds_to_the_toll_before_it() -> None:
    first, more = monitor(a_count(7, start=1)), monitor(a_count(2, series="more", start=40))

    assert live(first, more) == [(9, 9)]


def test_another_n_died_relayed_twice_is_added_once() -> None:
    more = monitor(a_count(3, series="more"), day="2021-03-06")
    relay = monitor(a_count(3, series="more"), day="2021-03-08")

    assert live(monitor(a_count(7)), more, relay) == [(10, 10)]


def test_another_n_died_with_nothing_before_is_a_floor() -> None:
    assert live(monitor(a_count(3, series="more"))) == [(3, None)]


def test_another_two_children_died_raises_the_toll_too() -> None:
    more = a_count(2, age=Age.CHILD, series="more")
    standing = figures(monitor(a_count(7)), monitor(more, day="2021-03-06"))

    assert sorted((one.min, one.age.value) for one in standing if one.live) == [
        (2, "child"),
        (9, "unknown"),
    ]


def test_a_part_above_an_earlier_toll_shows_that_the_toll_rose() -> None:
    assert live(monitor(a_count(5)), monitor(civilians(8), day="2021-03-07")) == [(8, 8)]


def test_a_later_toll_below_an_earlier_part_takes_the_part_back() -> None:
    assert live(monitor(civilians(8)), monitor(a_count(5), day="2021-03-07")) == [(5, 5)]


def test_a_retired_figure_is_kept_but_does_not_stand() -> None:
    early, late = monitor(a_count(90)), monitor(a_count(9), day="2021-03-07")
    retire = (decide(DecisionKind.RETIRE_FIGURE, late.id),)

    assert live(early, late, decisions=retire) == [(90, 90)]
    assert len(figures(early, late, decisions=retire)) == 2


def test_a_decision_that_was_replaced_retires_nothing() -> None:
    claim = monitor(a_count(9))
    retire = decide(DecisionKind.RETIRE_FIGURE, claim.id)
    undo = decide(DecisionKind.NOTE, claim.id, id="d-2", supersedes=retire.id)

    assert live(claim, decisions=(retire, undo)) == [(9, 9)]


def test_only_assertions_about_one_incident_give_figures() -> None:
    claims = [
        monitor(a_count(7)),
        monitor(a_count(200), unit=Unit.AGGREGATE_PERIOD, day="2021-03-08"),
    ]

    assert live(*claims) == [(7, 7)]
    assert weigh([monitor(a_count(7), polarity=Polarity.DOUBTS)]).voices == ()


def test_a_figure_remembers_that_only_a_headline_gave_it() -> None:
    headline = monitor(a_count(7), mode=Mode.HEADLINE)
    body = monitor(a_count(7))

    assert [one.headline for one in figures(headline)] == [True]
    assert not any(one.headline for one in figures(headline, body))


def test_women_and_children_of_one_claim_are_figures_of_their_own() -> None:
    women = a_count(3, sex=Sex.WOMAN, age=Age.ADULT, subset_of=0)
    held = figures(monitor(a_count(9), women))

    assert [(one.min, one.part) for one in held] == [(9, False), (3, True)]
