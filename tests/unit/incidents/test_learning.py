"""Promise: a case with many pairs sets its own weights, a small one keeps the shipped ones."""

import pytest

from onrecord.incidents.evidence import Stand, Weighed
from onrecord.incidents.ground import Evidence
from onrecord.incidents.learning import NOTHING_LEARNED, learn_weights
from onrecord.incidents.method import SHIPPED
from onrecord.incidents.places import Relation
from onrecord.model.comparison import LearnedWeight

CLOSE = (
    Evidence(8.0, "same place", "place", "same"),
    Evidence(6.0, "dates meet", "date", "meet"),
)


def a_pair(*evidence: Evidence, close: bool = True) -> Weighed:
    return Weighed(
        place=Relation.SAME if close else Relation.APART,
        dates=Stand.AGREE if close else Stand.CLASH,
        days_between=0,
        target=Stand.UNKNOWN,
        weapon=Stand.UNKNOWN,
        party=Stand.UNKNOWN,
        copied=False,
        two_told=False,
        evidence=(*(CLOSE if close else ()), *evidence),
    )


def same_target() -> Evidence:
    return Evidence(3.0, "same target: market", "target", "same")


def other_target() -> Evidence:
    return Evidence(-1.0, "different targets named", "target", "other")


def a_case(many: int, *, repeats: bool) -> tuple[list[Weighed], list[Weighed]]:
    """Pairs of one attack agree on the target; others do so now and then, or nearly always."""
    drawn_same = many * 9 // 10 if repeats else many // 10
    drawn = [a_pair(same_target(), close=False) for _ in range(drawn_same)]
    drawn += [a_pair(other_target(), close=False) for _ in range(many - drawn_same)]
    close = [a_pair(same_target()) for _ in range(many * 9 // 10)]
    close += [a_pair(other_target()) for _ in range(many // 10)]
    return close, drawn


def weigh(pairs: tuple[list[Weighed], list[Weighed]]) -> dict[str, LearnedWeight]:
    learned = learn_weights(*pairs, SHIPPED)
    return {row.level: row for row in learned.table if row.matter == "target"}


def test_what_a_case_repeats_comes_to_weigh_little() -> None:
    weights = weigh(a_case(5000, repeats=True))

    assert weights["same"].shipped == 3.0
    assert weights["same"].learned < 1.0


def test_what_is_rare_among_others_keeps_its_weight_and_a_clash_weighs_more() -> None:
    weights = weigh(a_case(5000, repeats=False))

    assert weights["same"].learned == pytest.approx(3.1, abs=0.3)
    assert weights["other"].learned < -2.5


def test_a_small_case_keeps_the_shipped_weights() -> None:
    weights = weigh(a_case(10, repeats=True))

    assert all(abs(row.shift) < 0.25 for row in weights.values())


def test_without_pairs_nothing_is_learned() -> None:
    assert learn_weights([], [], SHIPPED) == NOTHING_LEARNED


def test_the_order_of_pairs_changes_no_weight() -> None:
    close, drawn = a_case(500, repeats=False)
    turned = learn_weights(close[::-1], drawn[::-1], SHIPPED)

    assert turned == learn_weights(close, drawn, SHIPPED)


def test_learned_weights_take_the_place_of_shipped_ones() -> None:
    learned = learn_weights(*a_case(5000, repeats=True), SHIPPED)
    shift = next(row.shift for row in learned.table if row.level == "same")

    adjusted = learned.adjust(a_pair(same_target()))

    assert adjusted.bits == pytest.approx(17.0 + shift)


def test_in_a_strip_of_land_where_all_is_near_nearness_says_little() -> None:
    near = Evidence(4.0, "places near each other", "place", "near")
    drawn = [a_pair(near, close=False) for _ in range(30)]
    drawn += [a_pair(close=False) for _ in range(70)]

    table = learn_weights([a_pair(same_target())], drawn, SHIPPED).table

    assert next(row.learned for row in table if row.level == "near") == pytest.approx(1.7, abs=0.1)
