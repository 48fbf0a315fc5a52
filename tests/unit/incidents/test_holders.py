"""Pairs that hold two things in common: counted at once as one would count them one by one."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.incidents.holders import pair_holders

LISTS = st.lists(st.sets(st.integers(0, 12)).map(sorted), max_size=8)


@given(LISTS)
def test_pairs_are_those_of_counting_one_by_one(lists: list[list[int]]) -> None:
    counted = Counter(pair for numbers in lists for pair in combinations(numbers, 2))

    found = pair_holders(lists, most=10_000)

    assert found == sorted(pair for pair, many in counted.items() if many > 1)


def test_no_list_is_taken_after_the_one_that_is_too_much() -> None:
    assert pair_holders([[0, 1], [0, 1], [0, 1, 2, 3], [2, 3], [2, 3]], most=4) == [(0, 1)]
