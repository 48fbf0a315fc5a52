"""Date phrases of invented sentences and the days that they mean."""

from datetime import date

import pytest
from tests.unit.claims.effort import measure_effort

from onrecord.claims.dates import DateMention, date_of_label, find_dates, resolve_date
from onrecord.model.document import Dating
from onrecord.model.vocabulary import DatePrecision

# Published on Thursday, 10 March 2016: sentence | phrase | from | to | precision
LEANING = """
A market was hit on November 29 | November 29 | 2015-11-29 | 2015-11-29 | day
A market was hit on Nov. 29. | Nov. 29 | 2015-11-29 | 2015-11-29 | day
A MARKET WAS HIT ON NOV 29 | NOV 29 | 2015-11-29 | 2015-11-29 | day
hit on 29 November | 29 November | 2015-11-29 | 2015-11-29 | day
hit on the 29th of November | 29th of November | 2015-11-29 | 2015-11-29 | day
hit on March 10 | March 10 | 2016-03-10 | 2016-03-10 | day
hit on March 11 | March 11 | 2015-03-11 | 2015-03-11 | day
hit on February 29 | February 29 | 2016-02-29 | 2016-02-29 | day
hit on Tuesday, March 8 | Tuesday, March 8 | 2016-03-08 | 2016-03-08 | day
hit on Thursday | Thursday | 2016-03-10 | 2016-03-10 | day
hit on Thursday morning | Thursday morning | 2016-03-10 | 2016-03-10 | day
hit on Friday night | Friday night | 2016-03-04 | 2016-03-04 | day
hit last Thursday | last Thursday | 2016-03-03 | 2016-03-03 | day
hit last Tuesday | last Tuesday | 2016-03-08 | 2016-03-08 | day
hit late Sunday | late Sunday | 2016-03-06 | 2016-03-06 | day
hit this Sunday | this Sunday | 2016-03-06 | 2016-03-06 | day
Sunday's attack | Sunday | 2016-03-06 | 2016-03-06 | day
after Sunday’s attack | after Sunday | 2016-03-06 | 2016-03-06 | day
earlier on Friday | earlier on Friday | 2016-03-04 | 2016-03-04 | day
on Monday of last week | Monday of last week | 2016-02-29 | 2016-02-29 | day
from Monday to Wednesday | Monday to Wednesday | 2016-03-07 | 2016-03-09 | span
hit today | today | 2016-03-10 | 2016-03-10 | day
today's attack | today | 2016-03-10 | 2016-03-10 | day
hit earlier today | earlier today | 2016-03-10 | 2016-03-10 | day
hit yesterday | yesterday | 2016-03-09 | 2016-03-09 | day
hit the day before yesterday | the day before yesterday | 2016-03-08 | 2016-03-08 | day
hit tonight | tonight | 2016-03-10 | 2016-03-10 | day
hit last night | last night | 2016-03-09 | 2016-03-09 | day
hit overnight | overnight | 2016-03-09 | 2016-03-10 | span
hit this morning | this morning | 2016-03-10 | 2016-03-10 | day
hit three days ago | three days ago | 2016-03-07 | 2016-03-07 | day
hit 24 hours ago | 24 hours ago | 2016-03-08 | 2016-03-10 | span
hit two weeks ago | two weeks ago | 2016-02-22 | 2016-02-28 | week
hit a month ago | a month ago | 2016-01-26 | 2016-02-25 | interval
hit several days ago | several days ago | 2016-03-03 | 2016-03-08 | interval
hit last week | last week | 2016-02-29 | 2016-03-06 | week
hit this week | this week | 2016-03-07 | 2016-03-10 | week
hit over the weekend | over the weekend | 2016-03-05 | 2016-03-06 | span
hit last weekend | last weekend | 2016-03-05 | 2016-03-06 | span
throughout last month | last month | 2016-02-01 | 2016-02-29 | month
hit this month | this month | 2016-03-01 | 2016-03-10 | month
hit late last month | late last month | 2016-02-21 | 2016-02-29 | span
hit last year | last year | 2015-01-01 | 2015-12-31 | interval
hit earlier this year | earlier this year | 2016-01-01 | 2016-03-10 | interval
hit earlier in the week | earlier in the week | 2016-03-07 | 2016-03-10 | week
a worse day was the 3rd, with ten dead | 3rd | 2016-03-03 | 2016-03-03 | day
twice, on the 8th and again on the 17th | 17th | 2016-02-17 | 2016-02-17 | day
hit on Friday the 4th | Friday the 4th | 2016-03-04 | 2016-03-04 | day
hit on 4 March, Friday | 4 March, Friday | 2016-03-04 | 2016-03-04 | day
hit on 2, 4 and 7 March | 2, 4 and 7 March | 2016-03-02 | 2016-03-07 | span
between 28 February – 2 March | 28 February – 2 March | 2016-02-28 | 2016-03-02 | span
hit overnight on March 3-4 | March 3-4 | 2016-03-03 | 2016-03-04 | span
hit overnight Tuesday into Wednesday | Tuesday into Wednesday | 2016-03-08 | 2016-03-09 | span
late Monday night into Tuesday morning | late Monday night into Tuesday morning | 2016-03-07 | 2016-03-08 | span
from 8 p.m. Monday to 4 a.m. Tuesday | Monday to 4 a.m. Tuesday | 2016-03-07 | 2016-03-08 | span
hit on Wed. | Wed. | 2016-03-09 | 2016-03-09 | day
hit Tues. morning | Tues. morning | 2016-03-08 | 2016-03-08 | day
in the first week of March | the first week of March | 2016-03-01 | 2016-03-07 | span
in the last days of February | the last days of February | 2016-02-25 | 2016-02-29 | span
in the week of February 22 | the week of February 22 | 2016-02-22 | 2016-02-28 | week
in the week to Friday | the week to Friday | 2016-02-27 | 2016-03-04 | week
hit on Christmas Eve | Christmas Eve | 2015-12-24 | 2015-12-24 | day
hit on Good Friday | Good Friday | 2015-04-03 | 2015-04-03 | day
during Ramadan | Ramadan | 2015-06-17 | 2015-07-18 | interval
in December the air force | December | 2015-12-01 | 2015-12-31 | month
in March the air force | March | 2016-03-01 | 2016-03-10 | month
in April the air force | April | 2015-04-01 | 2015-04-30 | month
January's toll | January | 2016-01-01 | 2016-01-31 | month
in March 12 people died | March | 2016-03-01 | 2016-03-10 | month
last March | last March | 2015-03-01 | 2015-03-31 | month
in early March | early March | 2016-03-01 | 2016-03-10 | span
in mid-January | mid-January | 2016-01-11 | 2016-01-20 | span
in late March | late March | 2015-03-21 | 2015-03-31 | span
in late January | late January | 2016-01-21 | 2016-01-31 | span
since September 30 | since September 30 | 2015-09-30 | 2016-03-10 | interval
since Friday | since Friday | 2016-03-04 | 2016-03-10 | interval
since the start of the year | since the start of the year | 2016-01-01 | 2016-03-10 | interval
since March 2011 | since March 2011 | 2011-03-01 | 2016-03-10 | interval
between 5 and 8 May | 5 and 8 May | 2015-05-05 | 2015-05-08 | span
between May 5 and 8 | May 5 and 8 | 2015-05-05 | 2015-05-08 | span
from May 5 to 8 | May 5 to 8 | 2015-05-05 | 2015-05-08 | span
October 7–9 | October 7–9 | 2015-10-07 | 2015-10-09 | span
December 28 to January 3 | December 28 to January 3 | 2015-12-28 | 2016-01-03 | span
in the past 24 hours | the past 24 hours | 2016-03-09 | 2016-03-10 | span
over the last 48 hours | the last 48 hours | 2016-03-08 | 2016-03-10 | span
in the past week | the past week | 2016-03-03 | 2016-03-10 | span
in the past two years | the past two years | 2014-03-10 | 2016-03-10 | interval
last summer | last summer | 2015-06-01 | 2015-08-31 | interval
from November to January | November to January | 2015-11-01 | 2016-01-31 | interval
"""

# The same whatever the day of publication, and without any.
FULL = """
hit on 29 November 2015 | 29 November 2015 | 2015-11-29 | 2015-11-29 | day
hit on November 29, 2015 | November 29, 2015 | 2015-11-29 | 2015-11-29 | day
Sept. 8, 2022 | Sept. 8, 2022 | 2022-09-08 | 2022-09-08 | day
on October 26th, 2023 | October 26th, 2023 | 2023-10-26 | 2023-10-26 | day
on Thursday 1st August 2024 | Thursday 1st August 2024 | 2024-08-01 | 2024-08-01 | day
Monday, October 9th 2023 | Monday, October 9th 2023 | 2023-10-09 | 2023-10-09 | day
July, 29, 2017 | July, 29, 2017 | 2017-07-29 | 2017-07-29 | day
on 2015-11-29 | 2015-11-29 | 2015-11-29 | 2015-11-29 | day
at 2015-11-29T12:30:00Z | 2015-11-29T12:30:00Z | 2015-11-29 | 2015-11-29 | day
on 29/11/2015 | 29/11/2015 | 2015-11-29 | 2015-11-29 | day
on 11/29/2015 | 11/29/2015 | 2015-11-29 | 2015-11-29 | day
on 29.11.2015 | 29.11.2015 | 2015-11-29 | 2015-11-29 | day
on 05/05/2015 | 05/05/2015 | 2015-05-05 | 2015-05-05 | day
May 5-8, 2014 | May 5-8, 2014 | 2014-05-05 | 2014-05-08 | span
30 April to 5 May 2014 | 30 April to 5 May 2014 | 2014-04-30 | 2014-05-05 | span
between October 7 and November 3, 2014 | October 7 and November 3, 2014 | 2014-10-07 | 2014-11-03 | span
March 2014 | March 2014 | 2014-03-01 | 2014-03-31 | month
early March 2014 | early March 2014 | 2014-03-01 | 2014-03-10 | span
March to May 2014 | March to May 2014 | 2014-03-01 | 2014-05-31 | interval
in 2011 | 2011 | 2011-01-01 | 2011-12-31 | interval
mid-2014 | mid-2014 | 2014-05-01 | 2014-08-31 | interval
late 2013 | late 2013 | 2013-09-01 | 2013-12-31 | interval
from 2011 to 2013 | 2011 to 2013 | 2011-01-01 | 2013-12-31 | interval
in the 1990s | 1990s | 1990-01-01 | 1999-12-31 | interval
the first half of 2015 | the first half of 2015 | 2015-01-01 | 2015-06-30 | interval
the first quarter of 2014 | the first quarter of 2014 | 2014-01-01 | 2014-03-31 | interval
Q3 2014 | Q3 2014 | 2014-07-01 | 2014-09-30 | interval
the summer of 2014 | summer of 2014 | 2014-06-01 | 2014-08-31 | interval
"""

NOT_ALONE = """
on Thursday | Thursday
on November 29 | November 29
on Thursday, November 29 | Thursday, November 29
today | today
last month | last month
in December | December
three days ago | three days ago
since March 2011 | since March 2011
the past week | the past week
"""

NEVER = """
the following day | the following day
a day earlier | a day earlier
the day before | the day before
in the same month | the same month
next week | next week
next Sunday | next Sunday
tomorrow | tomorrow
by Thursday | by Thursday
until March 2015 | until March 2015
as of March 8 | as of March 8
the following Sunday | the following Sunday
that night | that night
at dawn | dawn
at around 12:30 pm local time | 12:30 pm local time
at 1900 GMT | 1900 GMT
at 8 p.m. | 8 p.m.
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]


def a_dating(first: str = "2016-03-10", last: str | None = None) -> Dating:
    from_, to = date.fromisoformat(first), date.fromisoformat(last or first)
    precision = DatePrecision.DAY if from_ == to else DatePrecision.INTERVAL
    return Dating(from_=from_, to=to, precision=precision, how="test")


def found_as(text: str, phrase: str) -> DateMention:
    found = find_dates(text)
    matches = [mention for mention in found if mention.text == phrase]
    assert matches, [mention.text for mention in found]
    assert text[matches[0].start : matches[0].end] == phrase
    return matches[0]


@pytest.mark.parametrize("row", rows(LEANING + FULL.lstrip()), ids=lambda row: row[0])
def test_a_phrase_means_these_days_in_a_text_of_10_march_2016(row: list[str]) -> None:
    text, phrase, first, last, precision = row
    when = resolve_date(found_as(text, phrase), published=a_dating())

    assert when is not None
    assert (str(when.from_), str(when.to), when.precision) == (first, last, precision)
    assert text[when.start : when.end] == when.text == phrase
    assert when.how


@pytest.mark.parametrize("row", rows(FULL), ids=lambda row: row[0])
def test_a_full_date_needs_no_publication(row: list[str]) -> None:
    text, phrase, first, last, _ = row
    when = resolve_date(found_as(text, phrase), published=None)

    assert when is not None
    assert (str(when.from_), str(when.to)) == (first, last)


@pytest.mark.parametrize("row", rows(NOT_ALONE), ids=lambda row: row[0])
def test_a_year_is_never_guessed(row: list[str]) -> None:
    assert resolve_date(found_as(*row), published=None) is None


@pytest.mark.parametrize("row", rows(NEVER), ids=lambda row: row[0])
def test_what_leans_on_the_context_or_lies_ahead_stays_open(row: list[str]) -> None:
    assert resolve_date(found_as(*row), published=a_dating()) is None


def test_the_table_is_large() -> None:
    assert len(rows(LEANING)) + len(rows(FULL)) + len(rows(NEVER)) >= 100


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("a day earlier", "2016-03-01", "2016-03-01"),
        ("the day before", "2016-03-01", "2016-03-01"),
        ("the following day", "2016-03-03", "2016-03-03"),
        ("two days later", "2016-03-04", "2016-03-04"),
        ("the same day", "2016-03-02", "2016-03-02"),
        ("in the same month", "2016-03-01", "2016-03-10"),
        ("that night", "2016-03-02", "2016-03-02"),
        ("earlier in the day", "2016-03-02", "2016-03-02"),
        ("the following Sunday", "2016-03-06", "2016-03-06"),
        ("the previous Sunday", "2016-02-28", "2016-02-28"),
        ("that Thursday", "2016-03-03", "2016-03-03"),
        ("the previous week", "2016-02-22", "2016-02-28"),
    ],
)
def test_an_anchor_settles_what_leans_on_the_context(text: str, first: str, last: str) -> None:
    (mention,) = find_dates(text)
    when = resolve_date(mention, published=a_dating(), anchor=date(2016, 3, 2))

    assert when is not None
    assert (str(when.from_), str(when.to)) == (first, last)


def test_the_order_of_day_and_month_is_never_guessed() -> None:
    (mention,) = find_dates("on 05/04/2014")
    when = resolve_date(mention, published=a_dating())

    assert mention.readings == (date(2014, 4, 5), date(2014, 5, 4))
    assert when is not None
    assert (when.from_, when.to) == mention.readings
    assert when.precision is DatePrecision.INTERVAL
    assert "unknown" in when.how


def test_days_come_first_where_dots_part_them() -> None:
    (mention,) = find_dates("on 05.04.2014")

    assert mention.readings == (date(2014, 4, 5),)


@pytest.mark.parametrize("text", ["the 17th Brigade", "on the 3rd floor", "the 4th attack"])
def test_an_ordinal_before_a_noun_is_no_day(text: str) -> None:
    assert find_dates(text) == []


def test_a_reading_after_publication_is_dropped() -> None:
    (mention,) = find_dates("on 03/04/2016")
    when = resolve_date(mention, published=a_dating("2016-03-20"))

    assert when is not None
    assert (when.from_, when.precision) == (date(2016, 3, 4), DatePrecision.DAY)


def test_an_interval_of_publication_gives_the_hull_of_both_ends() -> None:
    (mention,) = find_dates("on Thursday")
    when = resolve_date(mention, published=a_dating("2016-03-08", "2016-03-12"))

    assert when is not None
    assert (when.from_, when.to) == (date(2016, 3, 3), date(2016, 3, 10))
    assert when.precision is DatePrecision.INTERVAL


def test_an_interval_of_publication_that_does_not_matter_keeps_the_precision() -> None:
    (mention,) = find_dates("on November 29")
    when = resolve_date(mention, published=a_dating("2016-03-08", "2016-03-12"))

    assert when is not None
    assert (when.from_, when.precision) == (date(2015, 11, 29), DatePrecision.DAY)


@pytest.mark.parametrize("text", ["on Monday, November 29, 2015", "on Monday, November 29"])
def test_a_weekday_that_disagrees_is_said(text: str) -> None:
    (mention,) = find_dates(text)
    when = resolve_date(mention, published=a_dating())

    assert when is not None
    assert "weekday disagrees" in when.how


def test_a_sentence_about_the_future_resolves_only_full_dates() -> None:
    leaning, full = find_dates("It will open on Thursday or on 4 May 2016")

    assert resolve_date(leaning, published=a_dating(), tense="future") is None
    assert resolve_date(full, published=a_dating(), tense="future") is not None


@pytest.mark.parametrize(
    "text",
    [
        "They may march again",
        "April Venn spoke",
        "written by May Venn",
        "it sat in the sun",
        "at the end of the day",
        "hit 12 people",
        "2000 people",
        "31/31/2015",
        "every Sunday",
    ],
)
def test_words_that_only_look_like_dates_are_passed_over(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Nov 30", "2015-11-30"),
        ("Tarvel Daily, Dec 21: Another Market Hit", "2015-12-21"),
        ("UPDATE Dec 12 1900 GMT", "2015-12-12"),
        ("UPDATED 30 Nov 2015, 09:15", "2015-11-30"),
        ("2015-11-30", "2015-11-30"),
        ("Tue 8 March", "2016-03-08"),
    ],
)
def test_a_label_gives_its_day(label: str, day: str) -> None:
    when = date_of_label(label, a_dating())

    assert when is not None
    assert (str(when.from_), str(when.to)) == (day, day)


def test_a_label_with_no_day_gives_none() -> None:
    assert date_of_label("UPDATE 1900 GMT", a_dating()) is None


HOSTILE = [
    "1 May ",
    "May ",
    "1/",
    "01/01/",
    "the last ",
    "since the ",
    "12:30 ",
    "Monday to ",
    "2011-",
    "a",
    "\n",
    "days ago ",
    "early ",
    "May 5-",
    "the day before ",
    "9",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_text_takes_time_in_step_with_its_length(piece: str) -> None:
    short = piece * (6_000 // len(piece))

    assert measure_effort(find_dates, short * 4) < 10 * measure_effort(find_dates, short) + 0.3
