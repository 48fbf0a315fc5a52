"""Which quoted stretch holds the words at a place."""

from itertools import combinations

from onrecord.claims.quotes import find_quotes, quoted_at

TEXT = 'He said "one" and “two three”, "" then "four'


def test_the_quote_at_a_place_holds_more_than_half_of_it() -> None:
    quotes = find_quotes(TEXT)
    for start, end in combinations(range(len(TEXT) + 1), 2):
        shared = [min(q.end, end) - max(q.start, start) for q in quotes]
        held = [q for q, size in zip(quotes, shared, strict=True) if size * 2 > end - start]

        assert quoted_at(quotes, start, end) == (held[0] if held else None)
