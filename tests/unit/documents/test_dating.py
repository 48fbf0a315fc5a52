"""When a document was published, and why; a year is never guessed. All texts are invented."""

import pytest
from tests.unit.documents.captured import REPORT, read_text

from onrecord.documents.datewords import read_days
from onrecord.model.document import Document
from onrecord.model.vocabulary import DatePrecision


def _dated(document: Document) -> tuple[str, str, str] | None:
    found = document.published
    return (str(found.from_), str(found.to), found.how) if found else None


@pytest.mark.parametrize(
    ("line", "day", "how"),
    [
        ("TARVEL, Varnia (Jan. 25, 2013) – ", "2013-01-25", "dateline"),
        ("TARVEL, Varnia (Jan. 25. 2013)\n", "2013-01-25", "dateline"),
        ("Posted: Tuesday, January 28, 2014 8:18 PM\n\n", "2014-01-28", "posting line"),
        ("Published 3 May 2019\n\n", "2019-05-03", "posting line"),
        ("December 30, 2014 11:50 AM\n\n", "2014-12-30", "posting line"),
        ("By Ana Bel Updated: Oct 31, 2016 - 2:21 PM\n\n", "2016-10-31", "line of the last update"),
        ("Daily Update of the Command, March 4, 2021\n\n", "2021-03-04", "date in the title"),
    ],
)
def test_lines_at_the_top_date_a_document(line: str, day: str, how: str) -> None:
    assert _dated(read_text(line + REPORT)) == (day, day, how)


def test_the_users_word_wins_and_is_recorded() -> None:
    document = read_text(f"Published 3 May 2019\n\n{REPORT}", published="2022-09-08")

    assert _dated(document) == ("2022-09-08", "2022-09-08", "user")
    assert document.published is not None
    assert document.published.precision is DatePrecision.DAY
    assert document.how_known["published"] == "user"


def test_a_users_date_that_cannot_be_read_is_a_defect() -> None:
    document = read_text(REPORT, published="2016-13-45")

    assert document.published is None
    assert [defect.kind for defect in document.defects] == ["unreadable_date"]


def test_an_address_dates_a_page_but_its_archive_does_not() -> None:
    url = "http://web.archive.org/web/20190101000000/https://varnia.example/2018/3/04/market/"

    assert _dated(read_text(REPORT, url=url)) == ("2018-03-04", "2018-03-04", "address")
    assert _dated(read_text(REPORT, url="https://varnia.example/market-20180304-story.html")) == (
        "2018-03-04",
        "2018-03-04",
        "address",
    )


def test_a_release_number_gives_the_month_and_completes_the_dateline() -> None:
    head = "2011-08-S-042\nFor Immediate Release\n\n"

    assert _dated(read_text(head + REPORT)) == ("2011-08-01", "2011-08-31", "release number")
    dated = read_text(f"{head}TARVEL, Varnia (Aug. 15) – {REPORT}")
    assert _dated(dated) == (
        "2011-08-15",
        "2011-08-15",
        "dateline, with the year of the release number",
    )


def test_a_weekday_that_agrees_with_a_dated_caption_gives_a_week() -> None:
    caption = "Smoke over Hask, Varnia, March 4, 2021. (VNN Photo)"

    document = read_text(f"{caption}\n\n{REPORT}")

    assert document.published is not None
    assert (str(document.published.from_), str(document.published.to)) == (
        "2021-03-04",
        "2021-03-10",
    )
    assert document.published.precision is DatePrecision.INTERVAL
    assert read_text(f"{caption.replace('4', '5')}\n\n{REPORT}").published is None


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        f"TARVEL, Varnia (Aug. 15) – {REPORT}",
        f"{REPORT}\n\nVarnia Daily, Nov 30: Army Kills Nine in Market Bombing",
        f"{REPORT}\n\nCopyright 2021 Varnia News. All rights reserved.",
        f"{REPORT}\n\nThe war began on March 4, 2011.",
        "Posted: Monday, January 28, 2014 8:18 PM\n\n" + REPORT,
        "Ana Bel\nOctober 27, 1990 - November 13, 2016\n\n" + REPORT,
    ],
)
def test_what_does_not_date_a_document_leaves_it_unknown(text: str) -> None:
    assert read_text(text).published is None


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("2016-09-13", "2016-09-13", "2016-09-13", DatePrecision.DAY),
        ("2016-09-13T10:00:00Z", "2016-09-13", "2016-09-13", DatePrecision.DAY),
        ("13 Sept 2016", "2016-09-13", "2016-09-13", DatePrecision.DAY),
        ("September 13th, 2016", "2016-09-13", "2016-09-13", DatePrecision.DAY),
        ("Tuesday, 13 September 2016", "2016-09-13", "2016-09-13", DatePrecision.DAY),
        ("13/09/2016", "2016-09-13", "2016-09-13", DatePrecision.DAY),
        ("9/13/2016", "2016-09-13", "2016-09-13", DatePrecision.DAY),
        ("13 сентября 2016", "2016-09-13", "2016-09-13", DatePrecision.DAY),
        ("2016-09", "2016-09-01", "2016-09-30", DatePrecision.MONTH),
        ("December 2016", "2016-12-01", "2016-12-31", DatePrecision.MONTH),
        ("2016", "2016-01-01", "2016-12-31", DatePrecision.INTERVAL),
        ("2016-09-13/2016-09-15", "2016-09-13", "2016-09-15", DatePrecision.SPAN),
    ],
)
def test_clear_dates_are_read(words: str, first: str, last: str, precision: DatePrecision) -> None:
    found = read_days(words)

    assert found is not None
    assert (str(found[0]), str(found[1]), found[2]) == (first, last, precision)


@pytest.mark.parametrize(
    "words",
    [
        "2016-13-45",
        "03/04/2016",
        "13 Sept",
        "yesterday",
        "Monday, 13 September 2016",
        "soon",
        "",
        "2016-00",
        "31 February 2016",
        "two days ago 2016",
        "2016-09-15/2016-09-13",
    ],
)
def test_unclear_dates_stay_unknown(words: str) -> None:
    assert read_days(words) is None
