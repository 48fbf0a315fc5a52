"""Measures of agreement against the values printed where they were published."""

import pytest

from onrecord.tallies.agreement import (
    measure_alpha,
    measure_alpha_of_numbers,
    measure_kappa,
    measure_percent,
)

# Krippendorff 2011, section C: four observers, twelve units, with gaps.
_OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def the_units() -> list[list[int]]:
    return [[int(code) for code in unit if code != "."] for unit in zip(*_OBSERVERS, strict=True)]


def test_alpha_without_order_is_the_published_one() -> None:
    assert measure_alpha(the_units()) == pytest.approx(0.743, abs=0.0005)


def test_alpha_of_numbers_is_the_published_one() -> None:
    assert measure_alpha_of_numbers(the_units()) == pytest.approx(0.849, abs=0.0005)


def test_alpha_of_two_observers_is_the_published_one() -> None:
    # Krippendorff 2011, section A: two observers, ten units, two codes.
    one, other = "0100000000", "1110010100"

    assert measure_alpha(list(zip(one, other, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_kappa_is_that_of_its_table() -> None:
    # 20 both yes, 15 both no, 5 and 10 apart: observed .7, by chance .5.
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15

    assert measure_percent(pairs) == pytest.approx(0.7)
    assert measure_kappa(pairs) == pytest.approx(0.4)


def test_kappa_is_below_nought_where_coders_agree_less_than_by_chance() -> None:
    # Observed .29, by chance .35: (.29 - .35) / (1 - .35).
    shares = ((0.25, 0.13, 0.12), (0.12, 0.02, 0.16), (0.03, 0.15, 0.02))
    pairs = [
        (row, column)
        for row, cells in enumerate(shares)
        for column, share in enumerate(cells)
        for _ in range(round(share * 200))
    ]

    assert measure_kappa(pairs) == pytest.approx(-0.0922, abs=0.0005)


def test_full_agreement_is_one_and_what_is_not_defined_is_none() -> None:
    assert measure_kappa([("a", "a"), ("b", "b")]) == 1
    assert measure_alpha([("a", "a"), ("b", "b")]) == 1
    assert measure_kappa([("a", "a")] * 3) is None
    assert measure_alpha([("a", "a")] * 3) is None
    assert measure_alpha_of_numbers([(1.0,)]) is None
    assert measure_percent([]) is None
