"""Laws of the number grammar."""

from math import ceil, floor

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims.numbers import find_quantities

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
PIECES = [
    *[
        "one",
        "a",
        "an",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "half",
        "third",
        "of",
        "and",
        "or",
        "to",
        "from",
        "between",
        "at",
        "least",
        "about",
        "nearly",
        "more",
        "than",
        "up",
        "12",
        "1,382",
        "3.5",
        "%",
        "-",
        "–",
        "'",
        "’",
        "$",
        "+",
        "(",
        ")",
        ".",
        ",",
        ":",
        "/",
        "km",
        "people",
        "year-old",
        "in",
        "May",
        "2015",
        "GMT",
        "pm",
        "\n",
        "\n\n",
        "\xa0",
        "\u202f",
        "some",
        "no",
        "tens",
        "dozens",
        "couple",
        "another",
        "number",
        "No.",
        "F-16",
        "k",
        "m",
        "İ",
        "ẞ",
        "ﬁ",
    ]
]


def spell(number: int) -> str:
    """A number in English words, as news writes it."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{spell(number // scale)} {name}{joint + spell(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred{' and ' + spell(rest) if rest else ''}"
    if number >= 20:
        return TENS[number // 10 - 1] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.lists(st.sampled_from(PIECES)).map("".join),
)


@settings(deadline=None)
@given(texts, st.sampled_from(["articles", ""]))
def test_any_text_gives_ordered_spans_inside_it(text: str, asked: str) -> None:
    found = find_quantities(text, articles=bool(asked))

    at = 0
    for quantity in found:
        assert at <= quantity.start <= quantity.number_start
        assert quantity.number_start < quantity.number_end <= quantity.end <= len(text)
        assert quantity.min >= 0
        assert quantity.max is None or quantity.min <= quantity.max
        at = quantity.end


@settings(deadline=None)
@given(texts)
def test_a_bare_number_means_the_same_alone(text: str) -> None:
    for quantity in find_quantities(text):
        if quantity.kind not in ("number", "more") or quantity.basis in ("range", "vague"):
            continue
        if quantity.stated is None:
            continue
        bare = text[quantity.number_start : quantity.number_end]
        alone = find_quantities(bare)
        assert [each.stated for each in alone] == [quantity.stated], bare


@settings(deadline=None)
@given(st.integers(1, 10**12 - 1))
def test_a_number_in_words_is_read_back(number: int) -> None:
    (quantity,) = find_quantities(f"they counted {spell(number)} bodies")

    assert (quantity.min, quantity.max) == (number, number)


@settings(deadline=None)
@given(st.integers(1, 10**12 - 1), st.sampled_from([",", "\u00a0", "\u202f", "\u2009", "’"]))
def test_a_number_in_groups_of_digits_is_read_back(number: int, separator: str) -> None:
    digits = f"{number:,}".replace(",", separator)
    (quantity,) = find_quantities(f"at least {digits} bodies")

    assert (quantity.min, quantity.max, quantity.stated) == (number, None, number)


@settings(deadline=None)
@given(st.integers(2, 10**9))
def test_about_and_nearly_round_inwards(number: int) -> None:
    about, nearly = (
        find_quantities(f"they buried {word} {number:,} people")[0] for word in ("about", "nearly")
    )
    if number >= 20:
        inside = (-(-number * 9 // 10), number * 11 // 10)
    else:
        slack = 2 if number >= 10 else 1
        inside = (number - slack, number + slack)

    assert (about.min, about.max) == inside
    assert about.min <= number <= (about.max or 0)
    assert nearly.max == number - 1
    assert nearly.min == min(-(-number * 9 // 10), number - 1)


def test_about_and_nearly_hold_just_the_whole_numbers_within_a_tenth() -> None:
    for number in range(20, 2_000):
        about = find_quantities(f"about {number} bodies")[0]
        tenth = number / 10
        assert about.min == ceil(round(number - tenth, 6))
        assert about.max == floor(round(number + tenth, 6))


@settings(deadline=None)
@given(texts)
def test_capitals_change_no_number_in_words(text: str) -> None:
    low, high = text.lower(), text.upper()
    if len(low) != len(high) or high.lower() != low or any(letter.isdigit() for letter in text):
        return

    def words_of(given: str) -> list[tuple[int, int, int | None]]:
        kept = ("number", "more", "determiner")
        return [(q.start, q.min, q.max) for q in find_quantities(given) if q.kind in kept]

    assert words_of(low) == words_of(high)
