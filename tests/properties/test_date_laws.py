"""Laws of the date grammar."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims.dates import date_of_label, find_dates, resolve_date
from onrecord.model.document import Dating
from onrecord.model.vocabulary import DatePrecision

PIECES = [
    "on",
    "the",
    "last",
    "past",
    "this",
    "next",
    "same",
    "following",
    "day",
    "days",
    "week",
    "month",
    "year",
    "years",
    "weekend",
    "ago",
    "before",
    "yesterday",
    "today",
    "tonight",
    "overnight",
    "Thursday",
    "Monday",
    "night",
    "since",
    "early",
    "late",
    "mid",
    "mid-",
    "until",
    "between",
    "from",
    "to",
    "and",
    "of",
    "in",
    "a",
    "two",
    "24",
    "several",
    "hours",
    "November",
    "Nov.",
    "May",
    "March",
    "5",
    "8",
    "29",
    "31",
    "30th",
    "2015",
    "2020",
    "2015-11-29",
    "03/04/2015",
    "12:30",
    "pm",
    "1900",
    "GMT",
    "-",
    "–",
    ",",
    ".",
    "(",
    ")",
    "'s",
    "’s",
    "\n",
    "first",
    "half",
    "quarter",
    "summer",
    "winter",
    "start",
    "end",
    "İ",
]
texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.lists(st.sampled_from(PIECES)).map("".join),
)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
anywhen = st.dates()
RELATIVE = [
    "on Thursday",
    "last Monday",
    "early Sunday",
    "on Friday and Saturday",
    "today",
    "yesterday",
    "last night",
    "overnight",
    "this week",
    "last week",
    "over the weekend",
    "this month",
    "last month",
    "late last month",
    "this year",
    "last year",
    "earlier this year",
    "in December",
    "in early March",
    "on November 29",
    "on February 29",
    "from May 5 to 8",
    "from December 28 to January 3",
    "three days ago",
    "two weeks ago",
    "a month ago",
    "several days ago",
    "20 years ago",
    "in the past 24 hours",
    "in the past month",
    "since May",
    "since Tuesday",
    "since the start of the year",
    "last summer",
    "this winter",
    "from March to May",
]


def a_dating(first: date, last: date) -> Dating:
    precision = DatePrecision.DAY if first == last else DatePrecision.INTERVAL
    return Dating(from_=first, to=last, precision=precision, how="test")


@settings(deadline=None)
@given(texts)
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    at = 0
    for mention in find_dates(text):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        at = mention.end


@settings(deadline=None)
@given(texts, anywhen, st.integers(0, 400), st.one_of(st.none(), anywhen))
def test_any_mention_resolves_to_days_in_order_or_to_none(
    text: str, day: date, spread: int, anchor: date | None
) -> None:
    last = min(day, date.max - timedelta(days=500)) + timedelta(days=spread)
    published = a_dating(min(day, last), last)

    for mention in find_dates(text):
        for given_date in (published, None):
            when = resolve_date(mention, published=given_date, anchor=anchor)
            assert when is None or when.from_ <= when.to
    date_of_label(text, published)


@settings(deadline=None)
@given(st.sampled_from(RELATIVE), days, st.integers(0, 60))
def test_what_leans_on_publication_never_lies_after_it(text: str, day: date, spread: int) -> None:
    last = day + timedelta(days=spread)
    (mention,) = find_dates(text)
    when = resolve_date(mention, published=a_dating(day, last))

    assert resolve_date(mention, published=None) is None
    assert when is not None
    assert when.from_ <= when.to <= last


@settings(deadline=None)
@given(st.sampled_from(RELATIVE), days, st.integers(0, 60))
def test_an_interval_of_publication_holds_the_answer_of_each_end(
    text: str, day: date, spread: int
) -> None:
    last = day + timedelta(days=spread)
    (mention,) = find_dates(text)
    whole = resolve_date(mention, published=a_dating(day, last))
    ends = [resolve_date(mention, published=a_dating(end, end)) for end in (day, last)]

    assert whole is not None
    for end in ends:
        assert end is not None
        assert whole.from_ <= end.from_
        assert end.to <= whole.to


@settings(deadline=None)
@given(days, days)
def test_a_day_and_month_mean_the_last_such_day(day: date, published: date) -> None:
    (mention,) = find_dates(f"on {day:%B} {day.day}")
    when = resolve_date(mention, published=a_dating(published, published))

    assert when is not None
    assert (when.from_.month, when.from_.day) == (day.month, day.day)
    assert when.from_ <= published
    if (day.month, day.day) != (2, 29):
        assert published - when.from_ <= timedelta(days=366)


@settings(deadline=None)
@given(
    days, st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{y}-{n:02}-{d:02}", "{w}, {m} {d}, {y}"])
)
def test_a_full_date_is_read_back(day: date, form: str) -> None:
    text = form.format(d=day.day, m=f"{day:%B}", y=day.year, n=day.month, w=f"{day:%A}")
    (mention,) = find_dates(f"hit on {text}.")
    when = resolve_date(mention, published=None)

    assert when is not None
    assert (when.from_, when.to, when.precision) == (day, day, DatePrecision.DAY)
    assert "disagrees" not in when.how


@settings(deadline=None)
@given(days)
def test_a_weekday_is_the_last_one_and_publication_day_counts(published: date) -> None:
    dating = a_dating(published, published)
    plain, last = (
        resolve_date(find_dates(f"{word} {published:%A}")[0], published=dating)
        for word in ("on", "last")
    )

    assert plain is not None
    assert last is not None
    assert (plain.from_, last.from_) == (published, published - timedelta(days=7))
