"""Date words → days: absolute dates in English and in figures; what is missing stays missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.vocabulary import DatePrecision

MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAYS}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?),?\s+(?:the\s+)?)?(?:"
    rf"(?<![\d.])(?P<y1>{_YEAR})[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?![\d])"
    rf"|\b(?P<m2>{MONTHS})\s+(?P<d2>{_DAY})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y2>{_YEAR})\b)?"
    rf"|\b(?P<d3>{_DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m3>{MONTHS})(?![a-z])(?:,?\s+(?P<y3>{_YEAR})\b)?"
    rf"|(?<![\d/.-])(?P<a4>\d\d?)[/.-](?P<b4>\d\d?)[/.-](?P<y4>{_YEAR})(?![\d])"
    rf"|\b(?P<m5>{MONTHS}),?\s+(?P<y5>{_YEAR})\b)",
    re.IGNORECASE,
)
_WHOLE_MONTH = re.compile(rf"({_YEAR})-(\d\d)")
_WHOLE_YEAR = re.compile(_YEAR)
_ISO_MOMENT = re.compile(rf"({_YEAR}-\d\d-\d\d)[T ]\d\d:?\d\d\S*")
_ISO_SPAN = re.compile(rf"({_YEAR}-\d\d-\d\d)\s*(?:/|to|–|—)\s*({_YEAR}-\d\d-\d\d)")

Days = tuple[date, date, DatePrecision]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """A date as written at [start, end); `year` or `day` is `None` where it is not said.

    `weekday` counts from Monday = 0.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None

    @property
    def on(self) -> date | None:
        """The day, when year and day are said and the weekday, if any, agrees."""
        if self.year is None or self.day is None:
            return None
        found = day_of(self.year, self.month, self.day)
        fits = found is not None and self.weekday in (None, found.weekday())
        return found if fits else None


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateWords]:
    """The absolute dates in a text, in order; dates that could be read two ways are left out."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        parts = _parts(match)
        if parts is not None:
            year, month, day = parts
            weekday = match["weekday"]
            yield DateWords(
                start=match.start(),
                end=match.end(),
                year=year,
                month=month,
                day=day,
                weekday=_DAYS.index(weekday[:3].lower()) if weekday else None,
            )


def read_days(words: str) -> Days | None:
    """The days that someone means who writes a publication date; `None` when it is unclear.

    Never completes a missing year, and never chooses between day and month.
    """
    words = words.strip()
    if match := _ISO_SPAN.fullmatch(words):
        first, last = _iso(match[1]), _iso(match[2])
        return (first, last, DatePrecision.SPAN) if first and last and first <= last else None
    if match := _ISO_MOMENT.fullmatch(words):
        words = match[1]
    if match := _WHOLE_MONTH.fullmatch(words):
        return month_days(int(match[1]), int(match[2]))
    if _WHOLE_YEAR.fullmatch(words):
        return date(int(words), 1, 1), date(int(words), 12, 31), DatePrecision.INTERVAL
    return _read_date(words) or _read_foreign(words)


def month_days(year: int, month: int) -> Days | None:
    """All days of a month."""
    first = day_of(year, month, 1)
    if first is None:
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return first, following - timedelta(days=1), DatePrecision.MONTH


def day_of(year: int, month: int, day: int) -> date | None:
    """The day; `None` when the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 to 12 for the name of a month or its short form."""
    return _NAMES.index(name[:3].lower()) + 1


def _parts(match: re.Match[str]) -> tuple[int | None, int, int | None] | None:
    if match["m1"]:
        return int(match["y1"]), int(match["m1"]), int(match["d1"])
    if match["m2"]:
        return _optional(match["y2"]), month_number(match["m2"]), int(match["d2"])
    if match["m3"]:
        return _optional(match["y3"]), month_number(match["m3"]), int(match["d3"])
    if match["m5"]:
        return int(match["y5"]), month_number(match["m5"]), None
    return _unclear_order(int(match["a4"]), int(match["b4"]), int(match["y4"]))


def _unclear_order(one: int, other: int, year: int) -> tuple[int, int, int] | None:
    """Day and month of 13/9/2016 or 9/13/2016; `None` where both orders make a date."""
    if one == other or (one <= 12 < other):
        return year, one, other
    return (year, other, one) if other <= 12 < one else None


def _read_date(words: str) -> Days | None:
    found = list(find_dates(words))
    if len(found) != 1 or found[0].year is None:
        return None
    if found[0].day is None:
        return month_days(found[0].year, found[0].month)
    on = found[0].on
    return (on, on, DatePrecision.DAY) if on else None


def _read_foreign(words: str) -> Days | None:
    """A date with the name of a month in another language, read by dateparser."""
    if (
        not re.search(rf"{_YEAR}", words)
        or not re.search(r"[^\W\d_]{3}", words)
        or _DATE.search(words)
    ):
        return None
    import dateparser  # type: ignore[import-untyped]

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    found = dateparser.parse(words[:60], settings=settings)
    return (found.date(), found.date(), DatePrecision.DAY) if found else None


def _iso(words: str) -> date | None:
    return day_of(*(int(part) for part in words.split("-")))


def _optional(year: str | None) -> int | None:
    return int(year) if year else None
