"""Number phrases of invented sentences and the intervals that DOMAIN.md, section 4, gives them."""

import pytest
from tests.unit.claims.effort import measure_effort

from onrecord.claims.numbers import Quantity, find_quantities

# sentence | phrase | min | max (- is open) | basis | stated (- is none) | kind
COUNTS = """
Seven people died in Tarvel | Seven | 7 | 7 | exact | 7 | number
The blast killed 49 civilians | 49 | 49 | 49 | exact | 49 | number
At least seven people died | At least seven | 7 | - | at_least | 7 | number
AT LEAST SEVEN PEOPLE DIED | AT LEAST SEVEN | 7 | - | at_least | 7 | number
“At least 46 civilians” died | At least 46 | 46 | - | at_least | 46 | number
no fewer than 12 villagers died | no fewer than 12 | 12 | - | at_least | 12 | number
no less than 12 villagers died | no less than 12 | 12 | - | at_least | 12 | number
not fewer than nine men fell | not fewer than nine | 9 | - | at_least | 9 | number
not less than nine men fell | not less than nine | 9 | - | at_least | 9 | number
a minimum of five were hurt | a minimum of five | 5 | - | at_least | 5 | number
at the very least 30 died | at the very least 30 | 30 | - | at_least | 30 | number
more than 50 miners died | more than 50 | 51 | - | more_than | - | number
over 50 miners died | over 50 | 51 | - | more_than | - | number
well over 50 miners died | well over 50 | 51 | - | more_than | - | number
just over 50 miners died | just over 50 | 51 | - | more_than | - | number
in excess of 1,000 homes | in excess of 1,000 | 1001 | - | more_than | - | number
upwards of 40 men | upwards of 40 | 41 | - | more_than | - | number
fewer than ten remain | fewer than ten | 0 | 9 | fewer_than | - | number
less than 100 remain | less than 100 | 0 | 99 | fewer_than | - | number
under 20 remain | under 20 | 0 | 19 | fewer_than | - | number
up to 30 were killed | up to 30 | 0 | 30 | at_most | - | number
as many as 30 were killed | as many as 30 | 0 | 30 | at_most | - | number
at most four were killed | at most four | 0 | 4 | at_most | - | number
no more than four were killed | no more than four | 0 | 4 | at_most | - | number
a maximum of four were killed | a maximum of four | 0 | 4 | at_most | - | number
nearly 100 were hurt | nearly 100 | 90 | 99 | nearly | 100 | number
almost 50 were hurt | almost 50 | 45 | 49 | nearly | 50 | number
close to 90 were hurt | close to 90 | 81 | 89 | nearly | 90 | number
just under 200 were hurt | just under 200 | 180 | 199 | nearly | 200 | number
nearly ten were hurt | nearly ten | 9 | 9 | nearly | 10 | number
nearly half a million people fled | nearly half a million | 450000 | 499999 | nearly | 500000 | number
about 35 farmers | about 35 | 32 | 38 | about | 35 | number
around 24 farmers | around 24 | 22 | 26 | about | 24 | number
approximately 100 farmers | approximately 100 | 90 | 110 | about | 100 | number
roughly 15 farmers | roughly 15 | 13 | 17 | about | 15 | number
some 35 farmers | some 35 | 32 | 38 | about | 35 | number
an estimated 200 farmers | an estimated 200 | 180 | 220 | about | 200 | number
about eight farmers | about eight | 7 | 9 | about | 8 | number
about 20 farmers | about 20 | 18 | 22 | about | 20 | number
about 19 farmers | about 19 | 17 | 21 | about | 19 | number
~30 farmers | ~30 | 27 | 33 | about | 30 | number
about 3 million people | about 3 million | 2700000 | 3300000 | about | 3000000 | number
ten or so farmers | ten or so | 8 | 12 | about | 10 | number
thirty-odd farmers | thirty-odd | 27 | 33 | about | 30 | number
10 or more farmers | 10 or more | 10 | - | at_least | 10 | number
200-plus dead in Ostren | 200-plus | 200 | - | at_least | 200 | number
200+ dead in Ostren | 200+ | 200 | - | at_least | 200 | number
12 dead and counting | 12 | 12 | 12 | exact | 12 | number
at least about 20 farmers | at least about 20 | 18 | - | at_least | 20 | number
up to 10 or 15 farmers | up to 10 or 15 | 0 | 15 | at_most | - | number
at least 10 to 15 farmers | at least 10 to 15 | 10 | - | at_least | - | number
about 10 to 15 farmers | about 10 to 15 | 10 | 15 | range | - | number
between 10 and 15 farmers | between 10 and 15 | 10 | 15 | range | - | number
between five and eight men | between five and eight | 5 | 8 | range | - | number
between 20-25 men | between 20-25 | 20 | 25 | range | - | number
10 to 15 farmers | 10 to 15 | 10 | 15 | range | - | number
10-15 farmers | 10-15 | 10 | 15 | range | - | number
8–9 children | 8–9 | 8 | 9 | range | - | number
two or three men | two or three | 2 | 3 | range | - | number
five-six men | five-six | 5 | 6 | range | - | number
eight to 10 men | eight to 10 | 8 | 10 | range | - | number
from 5 to 10 men were there | from 5 to 10 | 5 | 10 | range | - | number
two to three million people | two to three million | 2000000 | 3000000 | range | - | number
two to three hundred men | two to three hundred | 200 | 300 | range | - | number
10 or 15 thousand men | 10 or 15 thousand | 10000 | 15000 | range | - | number
recorded as 2-2 injured | 2-2 | 2 | 2 | range | - | number
the toll rose from 44 to 49 | 44 | 44 | 44 | exact | 44 | number
the toll rose from 44 to 49 | 49 | 49 | 49 | exact | 49 | number
they revised it from 9 to 12 | 12 | 12 | 12 | exact | 12 | number
a dozen men | a dozen | 12 | 12 | exact | 12 | number
about a dozen fighters | about a dozen | 10 | 14 | about | 12 | number
at least a dozen fighters | at least a dozen | 12 | - | at_least | 12 | number
half a dozen fighters | half a dozen | 6 | 6 | exact | 6 | number
about half a dozen fighters | about half a dozen | 5 | 7 | about | 6 | number
a half-dozen fighters | a half-dozen | 6 | 6 | exact | 6 | number
two dozen fighters | two dozen | 24 | 24 | exact | 24 | number
more than two dozen fighters | more than two dozen | 25 | - | more_than | - | number
a score of men | a score | 20 | 20 | exact | 20 | number
about a score of men | about a score | 18 | 22 | about | 20 | number
a dozen or more men | a dozen or more | 12 | - | at_least | 12 | number
tens of people | tens | 10 | - | vague | - | number
dozens of people | dozens | 12 | - | vague | - | number
scores of people | scores | 20 | - | vague | - | number
hundreds of people | hundreds | 100 | - | vague | - | number
thousands of people | thousands | 1000 | - | vague | - | number
millions of people | millions | 1000000 | - | vague | - | number
tens of thousands of people | tens of thousands | 10000 | - | vague | - | number
hundreds of thousands fled | hundreds of thousands | 100000 | - | vague | - | number
hundreds, if not thousands, died | hundreds, if not thousands | 100 | - | vague | - | number
dozens or even hundreds died | dozens or even hundreds | 12 | - | vague | - | number
several hundred people | several hundred | 200 | - | vague | - | number
a few dozen people | a few dozen | 24 | - | vague | - | number
a couple of hundred people | a couple of hundred | 200 | - | vague | - | number
many thousands fled | many thousands | 2000 | - | vague | - | number
dozens more were hurt | dozens more | 12 | - | vague | - | more
several people died | several | 2 | - | vague | - | determiner
a few people died | a few | 2 | - | vague | - | determiner
many people died | many | 2 | - | vague | - | determiner
some people died | some | 2 | - | vague | - | determiner
some of the killed were farmers | some | 2 | - | vague | - | determiner
multiple people died | multiple | 2 | - | vague | - | determiner
numerous people died | numerous | 2 | - | vague | - | determiner
a number of people died | a number of | 2 | - | vague | - | determiner
an unknown number of people | an unknown number of | 2 | - | vague | - | determiner
a handful of people died | a handful of | 2 | - | vague | - | determiner
a couple and their three children | a couple | 2 | 2 | exact | 2 | kin
a couple of men | a couple of | 2 | 2 | exact | 2 | number
a pair of brothers | a pair of | 2 | 2 | exact | 2 | number
another three died | another three | 3 | 3 | exact | 3 | more
a further 12 died | a further 12 | 12 | 12 | exact | 12 | more
an additional 12 died | an additional 12 | 12 | 12 | exact | 12 | more
at least another 12 died | at least another 12 | 12 | - | at_least | 12 | more
five more died | five more | 5 | 5 | exact | 5 | more
another man died | another | 1 | 1 | exact | 1 | another
one man died | one | 1 | 1 | exact | 1 | number
One was killed | One | 1 | 1 | exact | 1 | number
none of them died | none | 0 | 0 | none_said | 0 | none
nobody died | nobody | 0 | 0 | none_said | 0 | none
no one died | no one | 0 | 0 | none_said | 0 | none
there were no casualties | no | 0 | 0 | none_said | 0 | none
zero casualties | zero | 0 | 0 | none_said | 0 | none
twenty-five men | twenty-five | 25 | 25 | exact | 25 | number
thirty three men | thirty three | 33 | 33 | exact | 33 | number
a hundred men | a hundred | 100 | 100 | exact | 100 | number
one hundred and five men | one hundred and five | 105 | 105 | exact | 105 | number
two hundred men | two hundred | 200 | 200 | exact | 200 | number
twelve thousand five hundred and six | twelve thousand five hundred and six | 12506 | 12506 | exact | 12506 | number
two million men | two million | 2000000 | 2000000 | exact | 2000000 | number
three billion people | three billion | 3000000000 | 3000000000 | exact | 3000000000 | number
half a million people | half a million | 500000 | 500000 | exact | 500000 | number
a quarter of a million people | a quarter of a million | 250000 | 250000 | exact | 250000 | number
one and a half million people | one and a half million | 1500000 | 1500000 | exact | 1500000 | number
a million and a half people | a million and a half | 1500000 | 1500000 | exact | 1500000 | number
1.5 million people | 1.5 million | 1500000 | 1500000 | exact | 1500000 | number
2.4m people | 2.4m | 2400000 | 2400000 | exact | 2400000 | number
10k people | 10k | 10000 | 10000 | exact | 10000 | number
2 hundred men | 2 hundred | 200 | 200 | exact | 200 | number
1,382 people | 1,382 | 1382 | 1382 | exact | 1382 | number
1’382 people | 1’382 | 1382 | 1382 | exact | 1382 | number
2000 people died | 2000 | 2000 | 2000 | exact | 2000 | number
two people and three others | three | 3 | 3 | exact | 3 | number
five and six were hurt | five | 5 | 5 | exact | 5 | number
12people died | 12 | 12 | 12 | exact | 12 | number
44, at least three of them children | 44 | 44 | 44 | exact | 44 | number
44, at least three of them children | at least three | 3 | - | at_least | 3 | number
UPDATE 2-Six soldiers killed | Six | 6 | 6 | exact | 6 | number
they spoke about two boys | two | 2 | 2 | exact | 2 | number
"""

SHARES = """
90 percent of the homes | 90 percent | 90 | 90 | exact | 90 | share
90 per cent of the homes | 90 per cent | 90 | 90 | exact | 90 | share
About 40% of the bombs | About 40% | 36 | 44 | about | 40 | share
more than 90 percent of them | more than 90 percent | 91 | - | more_than | - | share
40 to 50 percent of them | 40 to 50 percent | 40 | 50 | range | - | share
half of the village | half | 50 | 50 | exact | 50 | share
around half of the village | around half | 45 | 55 | about | 50 | share
almost half of the village | almost half | 45 | 49 | nearly | 50 | share
a third of the village | a third | 33 | 34 | exact | 33 | share
two-thirds of the village | two-thirds | 66 | 67 | exact | 67 | share
three quarters of the village | three quarters | 75 | 75 | exact | 75 | share
one in five homes | one in five | 20 | 20 | exact | 20 | share
"""

# sentence | phrase | kind
OTHERS = """
in 2015 the war began | 2015 | year
The 2014 war | 2014 | year
March 2020 | 2020 | year
on Sept. 8, 2022, in Tarvel | 2022 | year
on May 5, 2017 civilians were hit | 2017 | year
from 2011-2015 | 2011-2015 | year
in the 1990s | 1990s | year
mid-2014 | 2014 | year
on November 29 a market was hit | 29 | date
on 15 October a market was hit | 15 | date
hit on 29/11/2015 | 29/11/2015 | date
hit on 2015-11-29 | 2015-11-29 | date
at 7:30 the siren went | 7:30 | time
at 8 pm the siren went | 8 | time
at 1900 GMT the siren went | 1900 | time
from seven in the morning | seven | time
a 7-year-old | 7 | age
a 50 year-old man | 50 | age
six years old | six | age
aged 12 | 12 | age
Tala Venn, 34, was hurt | 34 | age
Tala Venn (34) was hurt | 34 | age
children under 5 | under 5 | age
the third man | third | ordinal
the 5th of them | 5th | ordinal
twenty-first | twenty-first | ordinal
$2 a head | 2 | money
2 million dollars | 2 million | money
call +99 11 234 5678 | +99 11 234 5678 | phone
call 555-010-1234 | 555-010-1234 | phone
a 9M79 missile | 9M79 | model
an F-16 flew | F-16 | model
an AK-47 | AK-47 | model
an Su-34 bomber | Su-34 | model
a T-72 tank | T-72 | model
an MQ-9 drone | MQ-9 | model
a 155mm shell | 155 | measure
a 122 mm rocket | 122 | measure
a 500-pound bomb | 500 | measure
10 km away | 10 | measure
50m away | 50m | measure
a 24-hour truce | 24 | measure
a two-day truce | two | measure
for three days | three | measure
five tonnes of flour | five | measure
hundreds of kilometres | hundreds | measure
hit five times | five | measure
a five-member family | five | compound
the 19- and 26-year-old | 19 | compound
Report 3344 | 3344 | label
Highway 1 | 1 | label
No. 4 | 4 | label
Route 66 | 66 | label
page 12 | 12 | label
the 6200 block of Mill Street | 6200 | label
12 Mill Street | 12 | label
ref 2013-01-S-025 | 2013-01-S-025 | code
id 403095318 | 403095318 | code
see https://example.org/2015/12/x | https://example.org/2015/12/x | code
they won 3-1 | 3-1 | score
it was 40 degrees | 40 | temperature
it was 37°C | 37 | temperature
3.7 deaths for each | 3.7 | decimal
one of the men | one | idiom
a mother of three | three | idiom
a mother-of-three | three | idiom
boys aged 3, 5 and 9 | 5 | age
boys aged 3, 5 and 9 | 9 | age
girls aged three, five and nine | nine | age
between the ages of 3 and 12 | 12 | age
between 2011 and 2015 | between 2011 and 2015 | year
on 5 and 8 May | 5 | date
on May 5 and 8 | 8 | date
at 5 and 7 pm | 5 | time
number one | one | idiom
one day | one | idiom
at one point | one | idiom
this one | one | idiom
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]


def found_as(text: str, phrase: str) -> Quantity:
    found = find_quantities(text)
    matches = [each for each in found if text[each.start : each.end] == phrase]
    assert matches, [text[each.start : each.end] for each in found]
    return matches[0]


@pytest.mark.parametrize(
    "row", rows(COUNTS + SHARES.lstrip()), ids=lambda row: f"{row[0]}: {row[1]}"
)
def test_a_phrase_has_the_interval_of_the_table(row: list[str]) -> None:
    text, phrase, low, high, basis, stated, kind = row
    quantity = found_as(text, phrase)

    assert (quantity.min, quantity.max) == (int(low), None if high == "-" else int(high))
    assert (quantity.basis, quantity.kind) == (basis, kind)
    assert quantity.stated == (None if stated == "-" else int(stated))


@pytest.mark.parametrize("row", rows(OTHERS), ids=lambda row: row[0])
def test_a_number_that_counts_nobody_says_what_it_is(row: list[str]) -> None:
    text, phrase, kind = row
    assert found_as(text, phrase).kind == kind


def test_the_table_is_large() -> None:
    assert len(rows(COUNTS)) + len(rows(SHARES)) + len(rows(OTHERS)) >= 200


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1\u00a0382 people", 1382),
        ("1\u202f382 people", 1382),
        ("1\u2009382 people", 1382),
        ("1,\n382 people", 1382),
        ("two\nhundred people", 200),
        ("twenty-\nfive people", 25),
        ("one  hundred\n and  five people", 105),
        ("\u200f12 people \u200f", 12),
        ("🔥12🔥 people", 12),
    ],
)
def test_separators_and_line_breaks_inside_a_number_are_normal(text: str, value: int) -> None:
    assert [quantity.min for quantity in find_quantities(text)] == [value]


def test_a_blank_line_ends_a_number() -> None:
    assert [quantity.min for quantity in find_quantities("two\n\nhundred")] == [2, 100]


def test_the_word_itself_is_kept() -> None:
    kept = [quantity.word for quantity in find_quantities("dozens, a dozen, several and 12 men")]
    assert kept == ["dozens", "dozen", "several", None]


def test_articles_are_given_only_when_asked_for() -> None:
    text = "A man and an aide met a dozen men"

    assert [quantity.kind for quantity in find_quantities(text)] == ["number"]
    asked = [(quantity.kind, quantity.min) for quantity in find_quantities(text, articles=True)]
    assert asked == [("article", 1), ("article", 1), ("number", 12)]


def test_the_bare_number_stands_inside_its_modifiers() -> None:
    text = "at least seven people"
    (quantity,) = find_quantities(text)

    assert text[quantity.number_start : quantity.number_end] == "seven"


@pytest.mark.parametrize(
    "text",
    ["How many died?", "as many died", "no longer safe", "one another", "someone, phones, often"],
)
def test_words_that_only_look_like_numbers_are_passed_over(text: str) -> None:
    assert [quantity for quantity in find_quantities(text) if quantity.kind != "idiom"] == []


HOSTILE = [
    "1,",
    "1,000,",
    "1-",
    "9",
    "1.",
    "one hundred and ",
    "one-",
    "at least ",
    "tens of ",
    "a few ",
    "a",
    " ",
    "\n",
    "12/",
    "1a",
    "5 to ",
    "from 1 ",
    "half a ",
    "(12) ",
    "A, 1, ",
    "+1 11 ",
    "x.com/1 ",
    "couple ",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_text_takes_time_in_step_with_its_length(piece: str) -> None:
    short = piece * (6_000 // len(piece))

    assert (
        measure_effort(find_quantities, short * 4)
        < 10 * measure_effort(find_quantities, short) + 0.3
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ostby boy, 6, dies after a fall",
        "Paramedics pronounced one man, 22, dead at the scene.",
        "The driver, 34, was hit twice.",
        "Two men, 22 and 24, were hit.",
        "The others – Anna Dorn, 24; and Tobin Karr, 32 – were hit.",
        "The others (Anna Dorn, 24, and Tobin Karr, 32) were hit.",
        "The others - Anna Dorn, 24, and Tobin Karr, 32 - were hit.",
        "The others – both 19 – were also hit.",
        "A 17 y/o and a 6-yo were hit.",
        "A woman and her sons, all under 10, were hit.",
    ],
)
def test_a_number_between_commas_behind_a_person_is_an_age(text: str) -> None:
    kinds = {q.word: q.kind for q in find_quantities(text) if q.word and q.word.isdigit()}
    assert set(kinds.values()) <= {"age"}
