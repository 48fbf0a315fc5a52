"""Feasts named as dates ("on Good Friday", "the first day of Ramadan") → their days.

Easter is that of the Gregorian calendar (anonymous computus). Islamic months are those of the
tabular calendar (civil epoch); the moon is sighted up to a day off, so their days are a span.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from onrecord.claims.date_calendar import Span
from onrecord.claims.date_mention import DateMention, Parts
from onrecord.claims.number_lexicon import GAP, Passage, any_of
from onrecord.model.vocabulary import DatePrecision

_HIJRI_EPOCH = date(622, 7, 19).toordinal()
_HIJRI_YEAR_DAYS = 10631 / 30
_RAMADAN, _SHAWWAL, _DHU_AL_HIJJA, _MUHARRAM = 9, 10, 12, 1
Days = tuple[date, date]


def easter_of(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    century, place = divmod(year, 100)
    skipped, rest = divmod(century, 4)
    moon = (
        19 * (year % 19) + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    week = (32 + 2 * rest + 2 * (place // 4) - moon - place % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def hijri_day(year: int, month: int, day: int) -> date:
    """The day of the tabular Islamic calendar."""
    before = 354 * (year - 1) + (3 + 11 * year) // 30
    months = (59 * (month - 1) + 1) // 2
    return date.fromordinal(_HIJRI_EPOCH - 1 + before + months + day)


def _fixed(month: int, day: int) -> Callable[[int], Days]:
    return lambda year: (date(year, month, day), date(year, month, day))


def _by_easter(shift: int) -> Callable[[int], Days]:
    def days(year: int) -> Days:
        found = easter_of(year) + timedelta(days=shift)
        return found, found

    return days


def _by_moon(month: int, day: int, lasts: int) -> Callable[[int], Days]:
    """The last such feast that begins in a year of ours, a day wider at both ends."""

    def days(year: int) -> Days:
        hijri = int((year + 1 - 622) * 365.2425 / _HIJRI_YEAR_DAYS) + 2
        first = hijri_day(hijri, month, day)
        while first.year > year:
            hijri -= 1
            first = hijri_day(hijri, month, day)
        return first - timedelta(days=1), first + timedelta(days=lasts)

    return days


_FEASTS: Mapping[str, Callable[[int], Days]] = {
    **dict.fromkeys(("christmas day", "christmas"), _fixed(12, 25)),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    **dict.fromkeys(("new year's eve", "new years eve"), _fixed(12, 31)),
    **dict.fromkeys(("new year's day", "new years day"), _fixed(1, 1)),
    "valentine's day": _fixed(2, 14),
    "halloween": _fixed(10, 31),
    **dict.fromkeys(("nowruz", "newroz", "norouz"), _fixed(3, 21)),
    "palm sunday": _by_easter(-7),
    "maundy thursday": _by_easter(-3),
    "good friday": _by_easter(-2),
    "holy saturday": _by_easter(-1),
    **dict.fromkeys(("easter sunday", "easter day", "easter"), _by_easter(0)),
    "easter monday": _by_easter(1),
    "the first day of ramadan": _by_moon(_RAMADAN, 1, 1),
    "ramadan": _by_moon(_RAMADAN, 1, 30),
    **dict.fromkeys(
        ("the first day of eid al-fitr", "the first day of eid ul-fitr"), _by_moon(_SHAWWAL, 1, 1)
    ),
    **dict.fromkeys(("eid al-fitr", "eid ul-fitr", "eid el-fitr"), _by_moon(_SHAWWAL, 1, 3)),
    "the first day of eid al-adha": _by_moon(_DHU_AL_HIJJA, 10, 1),
    **dict.fromkeys(("eid al-adha", "eid ul-adha", "eid el-adha"), _by_moon(_DHU_AL_HIJJA, 10, 4)),
    "ashura": _by_moon(_MUHARRAM, 10, 1),
}
FEAST_WORDS = any_of(_FEASTS)
_FEAST = re.compile(rf"({FEAST_WORDS})(?!\w)(?:,?{GAP}(?:of{GAP})?((?:19|20)[0-9]{{2}})(?!\w))?")
# A feast is a date after such words only; "Christmas gifts" and "the Ramadan truce" are none.
_LEAD = re.compile(
    r"(?<!\w)(?:on|during|since|over|at|in|for|until|throughout|early|late|last|this|of)\s+(?:the\s+)?$"
)
_WHOLE_MONTH_DAYS = 7


def read_feast(passage: Passage, at: int) -> DateMention | None:
    """A feast after "on", "during" and the like, with its year if that is named."""
    match = _FEAST.match(passage.folded, at)
    if match is None or not _LEAD.search(passage.folded, max(0, at - 16), at):
        return None
    name = " ".join(match[1].split())
    first = Parts(int(match[2]) if match[2] else None)
    return DateMention(at, match.end(), "feast", passage.text[at : match.end()], first, unit=name)


def feast_span(mention: DateMention, day: date | None) -> Span | None:
    """The feast of its year, else the last that began by `day`."""
    days = _FEASTS.get(mention.unit or "")
    if days is None:
        return None
    year = mention.first.year
    if year is not None:
        return _span(days(year))
    if day is None:
        return None
    found = days(day.year)
    return _span(found if found[0] <= day else days(day.year - 1))


def _span(days: Days) -> Span:
    lasts = (days[1] - days[0]).days
    precision = DatePrecision.SPAN if lasts else DatePrecision.DAY
    if lasts > _WHOLE_MONTH_DAYS:
        precision = DatePrecision.INTERVAL
    return Span(*days, precision, "feast by the calendar")
