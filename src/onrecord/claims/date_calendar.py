"""Full dates → days: what a mention means whatever the day of publication."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from onrecord.claims.date_mention import DateMention, Parts
from onrecord.model.vocabulary import DatePrecision

_DAY, _SPAN = DatePrecision.DAY, DatePrecision.SPAN
_MONTH, _INTERVAL = DatePrecision.MONTH, DatePrecision.INTERVAL
LONGEST_SPAN_DAYS = 31


class Span(NamedTuple):
    """Days [from, to], both inclusive, their precision, and how they were found."""

    from_: date
    to: date
    precision: DatePrecision
    how: str


def made_of(parts: Parts) -> date | None:
    """The day that the parts name, `None` if one is missing or there is no such day."""
    if parts.year is None or parts.month is None or parts.day is None:
        return None
    try:
        return date(parts.year, parts.month, parts.day)
    except ValueError:
        return None


def _full_day(mention: DateMention) -> Span | None:
    day = made_of(mention.first)
    return None if day is None else Span(day, day, _DAY, "full date")


def _full_days(mention: DateMention) -> Span | None:
    last = mention.last or mention.first
    to = made_of(last)
    first = (
        mention.first
        if mention.first.year
        else Parts(last.year, mention.first.month, mention.first.day)
    )
    from_ = made_of(first)
    if from_ is None or to is None:
        return None
    if from_ > to and mention.first.year in (None, last.year):
        from_ = shift_years(from_, -1)
    return Span(from_, to, _SPAN, "full dates") if from_ <= to else None


def _numeric(mention: DateMention) -> Span | None:
    if not mention.readings:
        return None
    first, last = mention.readings[0], mention.readings[-1]
    if first == last:
        return Span(first, last, _DAY, "full date")
    how = f"order of day and month unknown: {first} or {last}"
    return Span(first, last, _INTERVAL, how)


def _full_month(mention: DateMention) -> Span | None:
    first = mention.first
    if first.year is None or first.month is None:
        return None
    return narrowed(month_span(first.year, first.month, "month and year"), mention.part)


def _full_months(mention: DateMention) -> Span | None:
    last = mention.last or mention.first
    if last.year is None or last.month is None or mention.first.month is None:
        return None
    year = mention.first.year
    if year is None:
        year = last.year if mention.first.month <= last.month else last.year - 1
    from_ = date(year, mention.first.month, 1)
    to = month_span(last.year, last.month, "").to
    return Span(from_, to, _INTERVAL, "months and year") if from_ <= to else None


def _full_year(mention: DateMention) -> Span | None:
    year = mention.first.year
    if year is None:
        return None
    last = mention.last.year if mention.last is not None else year
    whole = Span(date(year, 1, 1), date(last or year, 12, 31), _INTERVAL, "year")
    return narrowed(whole, mention.part) if last == year else whole


def _full_season(mention: DateMention) -> Span | None:
    first = mention.first
    if first.year is None or first.month is None:
        return None
    from_ = date(first.year, first.month, 1)
    to = month_span(*months_on(first.year, first.month, 2), "").to
    if first.month == 12:
        from_ = date(first.year - 1, 12, 1)
    return Span(from_, to, _INTERVAL, "season of the north, widest reading")


def month_span(year: int, month: int, how: str) -> Span:
    """The days of one month."""
    last = monthrange(year, month)[1]
    return Span(date(year, month, 1), date(year, month, last), _MONTH, how)


def months_on(year: int, month: int, amount: int) -> tuple[int, int]:
    """Year and month so many months on."""
    count = year * 12 + month - 1 + amount
    return count // 12, count % 12 + 1


def shift_months(day: date, amount: int) -> date:
    """The day so many months on, the month's last where it is too short."""
    year, month = months_on(day.year, day.month, amount)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shift_years(day: date, amount: int) -> date:
    """The day so many years on."""
    return shift_months(day, 12 * amount)


def narrowed(span: Span, part: str | None) -> Span:
    """Part of a month or a year: its thirds, halves or quarters."""
    if part is None or part not in (_YEAR_PARTS if _is_year(span) else _MONTH_PARTS):
        return span
    if _is_year(span):
        from_, to = _YEAR_PARTS[part]
        year = span.from_.year
        last = month_span(year, to, "").to
        return Span(date(year, from_, 1), last, _INTERVAL, f"{span.how}, {part}")
    if (span.to - span.from_).days < 7:
        return span
    first, last_day = _MONTH_PARTS[part]
    to_day = min(last_day, span.to.day)
    return Span(
        span.from_.replace(day=first), span.to.replace(day=to_day), _SPAN, f"{span.how}, {part}"
    )


def _is_year(span: Span) -> bool:
    return (span.to - span.from_).days > LONGEST_SPAN_DAYS


_YEAR_PARTS: Mapping[str, tuple[int, int]] = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "half1": (1, 6),
    "half2": (7, 12),
    "quarter1": (1, 3),
    "quarter2": (4, 6),
    "quarter3": (7, 9),
    "quarter4": (10, 12),
}
_MONTH_PARTS: Mapping[str, tuple[int, int]] = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "half1": (1, 15),
    "half2": (16, 31),
    "week1": (1, 7),
    "week2": (8, 14),
    "week3": (15, 21),
    "week4": (22, 28),
    "week5": (25, 31),
}
_ABSOLUTE: Mapping[str, Callable[[DateMention], Span | None]] = {
    "day": _full_day,
    "days": _full_days,
    "numeric": _numeric,
    "month": _full_month,
    "months": _full_months,
    "year": _full_year,
    "years": _full_year,
    "season": _full_season,
}


def full_span(mention: DateMention) -> Span | None:
    """The days of a mention that names its own year, else `None`."""
    absolute = _ABSOLUTE.get(mention.kind)
    return None if absolute is None else absolute(mention)
