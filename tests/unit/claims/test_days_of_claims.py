"""When an attack happened, told before it, after it, beside it or not at all."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from tests.builders import a_document

from onrecord.claims import make_reader
from onrecord.claims.date_standing import Standing, standing_of
from onrecord.claims.dates import find_dates
from onrecord.claims.late_deaths import tells_late_death
from onrecord.claims.reader import Reader
from onrecord.model.document import Dating, Document, Segment
from onrecord.model.vocabulary import DatePrecision, SegmentKind

WEDNESDAY = date(2024, 5, 15)
Days = Callable[..., list[tuple[int, int] | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were arrested Thursday night over the shooting", [Standing.ASIDE]),
        ("the army today confirmed a raid in Orlo on Sunday", [Standing.ASIDE, Standing.PLAIN]),
        (
            "The toll from Monday's missile strike rose to 12 on Tuesday",
            [Standing.NAMED, Standing.ASIDE],
        ),
        ("more people than in the whole of 2024", [Standing.OTHER]),
        ("three days before the May 26 referendum", [Standing.OTHER]),
        ("an attack was reported on Monday", [Standing.PLAIN]),
        ("the minister told reporters late on Tuesday that", [Standing.ASIDE]),
        ("held over the May 3 ambush", [Standing.NAMED]),
        ("on Friday shelling killed a farmer", [Standing.PLAIN]),
        ("police arrested four men in Orlo Friday morning", [Standing.ASIDE]),
        ("he was arraigned on one murder charge Tuesday", [Standing.ASIDE]),
        ("On Monday, he was extradited to Orlo", [Standing.ASIDE]),
        ("arrested after a shooting Friday that killed two", [Standing.PLAIN]),
    ],
)
def test_words_beside_a_date_say_whose_day_it_is(text: str, expected: list[Standing]) -> None:
    found = [
        standing_of(text, mention.start, mention.end)
        for mention in find_dates(text)
        if mention.kind != "anchored" and mention.kind != "ago"
    ]

    assert found[-len(expected) :] == expected


@pytest.mark.parametrize(
    "clause",
    [
        "a porter died on friday in the city hospital",
        "another two of those hurt died on saturday",
        "a fifth victim, a baker aged 40, died overnight",
        "a driver hospitalized with burns died, bringing the toll to nine",
        "three remain in intensive care",
        "a cook died tuesday as a result of the injuries she had in the raid",
        "a boy who died monday after being shot by a guard",
        "he was flown out in critical condition, but died on wednesday",
    ],
)
def test_deaths_in_hospital_are_late(clause: str) -> None:
    assert tells_late_death(clause, clause)


@pytest.mark.parametrize(
    "clause",
    ["four of the passengers died when a shell struck the bus", "a farmer died on friday"],
)
def test_deaths_in_the_attack_are_not_late(clause: str) -> None:
    assert not tells_late_death(clause, clause)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader()


@pytest.fixture
def days(reader: Reader) -> Days:
    """The first and last day of May 2024 that each claim of a text from the 15th gives."""

    def read(*paragraphs: str, title: str | None = None) -> list[tuple[int, int] | None]:
        claims = reader.read(_document(paragraphs, title))
        return [(c.when.from_.day, c.when.to.day) if c.when is not None else None for c in claims]

    return read


def _document(paragraphs: Sequence[str], title: str | None) -> Document:
    segments, at = [], 0
    for paragraph in paragraphs:
        segments.append(Segment(kind=SegmentKind.BODY, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    if title is not None:
        head = Segment(kind=SegmentKind.TITLE, start=0, end=len(title), in_="title")
        segments.insert(0, head)
    published = Dating(from_=WEDNESDAY, to=WEDNESDAY, precision=DatePrecision.DAY, how="user")
    text = "\n\n".join(paragraphs)
    return a_document(text=text, title=title, segments=tuple(segments), published=published)


def test_a_headline_has_the_day_of_the_attack_that_its_text_tells(days: Days) -> None:
    told = days(
        "Four farmers were killed when a shell hit a barn in Tarvel on Monday.",
        title="Shell kills four in Tarvel",
    )

    assert set(told) == {(13, 13)}


def test_a_sentence_that_only_dates_dates_the_attack_told_before_it(days: Days) -> None:
    told = days(
        "Two bakers were killed and a boy was wounded by gunfire in Tarvel.",
        "It happened around 5 a.m. Sunday on the mill road.",
    )

    assert set(told) == {(12, 12)}


def test_an_entry_is_dated_by_its_heading(days: Days) -> None:
    told = days(
        "1. Near Tarvel, May 3, 2024, via a relative. Two shepherds were killed by a mortar shell.",
        "2. Orlobek, May 7, 2024, via local media. Five nurses were wounded by a rocket.",
    )

    assert (3, 3) in told
    assert (7, 7) in told


def test_the_day_of_an_arrest_or_of_words_is_not_that_of_the_attack(days: Days) -> None:
    told = days(
        "Police on Tuesday identified the girl who was shot dead in Tarvel.",
        "The girl was shot dead on Friday.",
    )

    assert set(told) == {(10, 10)}


def test_a_late_death_has_the_day_of_its_attack(days: Days) -> None:
    told = days(
        "A car bomb killed four traders in Tarvel on Sunday.",
        "A fifth victim, a clerk, died on Tuesday in the city hospital.",
        "Three remain in intensive care.",
    )

    assert set(told) == {(12, 12)}


def test_days_count_from_the_attack_told_before(days: Days) -> None:
    told = days(
        "A rocket killed two miners in Tarvel on May 4.",
        "The following day a drone strike killed a teacher in the same town.",
    )

    assert told == [(4, 4), (5, 5)]


def test_a_live_page_tells_of_the_day_it_is_written(days: Days) -> None:
    told = days(
        "14:05 Shells are landing in Tarvel, three people were killed.",
        "14:40 A clinic says seven people were wounded by the shells.",
    )

    assert set(told) == {(15, 15)}


def test_a_bare_headline_tells_of_its_day_or_the_one_before(days: Days) -> None:
    assert days("Rocket fire kills six in Tarvel") == [(14, 15)]


def test_totals_have_the_period_in_the_title_of_their_report(days: Days) -> None:
    told = days(
        "Air strikes have killed 318 civilians across the country.",
        title="Civilian casualties, 1-10 May 2024",
    )

    assert (1, 10) in told


def test_a_late_death_told_first_is_of_the_day_of_the_attack_told_below(days: Days) -> None:
    told = days(
        "A baker died Tuesday as a result of the injuries he suffered in Tarvel.",
        "A gunman opened fire at a mill on Saturday, and a boy was killed.",
    )

    assert set(told) == {(11, 11)}


def test_an_arrest_dates_no_attack_told_behind_it(days: Days) -> None:
    told = days(
        "A boy was killed and three nurses were wounded in a shooting in Tarvel on Friday.",
        "Police arrested two men on Monday.",
        "The gunfire also injured a porter.",
    )

    assert told[-1] == (10, 10)


def test_an_arrest_of_yesterday_is_not_of_the_day_in_the_heading_of_its_report(days: Days) -> None:
    told = days(
        "A joint force detained several suspects in Tarvel yesterday.",
        "Two further suspects were detained at the scene.",
        title="Operational Update, May 15, 2024",
    )

    assert told[-2:] == [(14, 14), (14, 14)]
