"""Shared wordings: the index gives what trying all pairs gives."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.incidents.wording import (
    Wording,
    list_shared_wordings,
    pair_words,
    share_of_smaller,
)

SENTENCES = st.lists(st.sampled_from("abcde"), min_size=1, max_size=12).map(pair_words)
SIDES = st.frozensets(SENTENCES, max_size=8)


@settings(max_examples=200, deadline=None)
@given(SIDES, SIDES)
def test_looking_up_shingles_finds_what_trying_all_finds(
    ones: frozenset[Wording], others: frozenset[Wording]
) -> None:
    found = {frozenset(pair) for pair in list_shared_wordings(ones, others, fewest=3, share=0.6)}

    assert found == {
        frozenset((mine, theirs))
        for mine in ones
        for theirs in others
        if min(len(mine), len(theirs)) >= 3 and share_of_smaller(mine, theirs) >= 0.6
    }
