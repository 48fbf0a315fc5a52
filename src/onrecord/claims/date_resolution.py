"""Date mentions → days: [from, to], precision and how it was found. DOMAIN.md, section 7."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from onrecord.claims.date_calendar import (
    LONGEST_SPAN_DAYS,
    Span,
    full_span,
    made_of,
    month_span,
    months_on,
    narrowed,
    shift_months,
    shift_years,
)
from onrecord.claims.date_feasts import feast_span
from onrecord.claims.date_mention import DateMention, Parts
from onrecord.model.vocabulary import DatePrecision

_DAY, _SPAN, _WEEK = DatePrecision.DAY, DatePrecision.SPAN, DatePrecision.WEEK
_MONTH, _INTERVAL = DatePrecision.MONTH, DatePrecision.INTERVAL
_SATURDAY = 5
_MOST = {"minute": 60 * 24 * 366, "hour": 24 * 366, "day": 3660, "week": 520, "month": 240}


def span_of(mention: DateMention, day: date | None, anchor: date | None) -> Span | None:
    """The days that a mention means for a text of `day`; `None` where that cannot be known.

    `anchor` is the day that "the following day" leans on.
    """
    if mention.kind == "anchored":
        return None if anchor is None else _anchored(mention, anchor)
    if mention.kind == "feast":
        return feast_span(mention, day)
    full = _as_week(mention, full_span(mention))
    if full is not None:
        return full
    leaning = _LEANING.get(mention.kind)
    if day is None or leaning is None:
        return None
    found = _as_week(mention, leaning(mention, day))
    return None if found is None or found.from_ > day else _not_after(found, day)


def _as_week(mention: DateMention, span: Span | None) -> Span | None:
    """The week that a day begins or ends: "the week of 6 May", "the week to Friday"."""
    if span is None or span.precision is not _DAY or mention.part not in ("week_of", "week_to"):
        return span
    from_, to = span.from_, span.to
    if mention.part == "week_to":
        from_ -= timedelta(days=6)
    else:
        to += timedelta(days=6)
    return Span(from_, to, _WEEK, f"{span.how}, the week")


def _not_after(span: Span, day: date) -> Span:
    return span._replace(to=min(span.to, day))


def _last_day(month: int, day: int, not_after: date) -> date | None:
    """The last such day of the year not after another."""
    for year in range(not_after.year, not_after.year - 9, -1):
        found = made_of(Parts(year, month, day))
        if found is not None and found <= not_after:
            return found
    return None


def _day_of_year(mention: DateMention, day: date) -> Span | None:
    month, number = mention.first.month, mention.first.day
    if mention.first.year is not None or number is None:
        return None
    if month is None:
        return _day_of_month(mention, number, day)
    found = _last_day(month, number, day)
    return (
        None if found is None else Span(found, found, _DAY, "last such day not after publication")
    )


def _day_of_month(mention: DateMention, number: int, day: date) -> Span | None:
    """For "on the 17th": the last such day not after publication, on its weekday if one is told."""
    for back in range(12):
        year, month = months_on(day.year, day.month, -back)
        found = made_of(Parts(year, month, number))
        fits = found is not None and mention.weekday in (None, found.weekday())
        if found is not None and found <= day and fits:
            return Span(found, found, _DAY, "last such day of a month not after publication")
    return None


def _days_of_year(mention: DateMention, day: date) -> Span | None:
    last = mention.last
    first = mention.first
    if last is None or not (first.month and first.day and last.month and last.day):
        return None
    to = _last_day(last.month, last.day, day)
    from_ = _last_day(first.month, first.day, to) if to else None
    if from_ is None or to is None:
        return None
    return Span(from_, to, _SPAN, "last such days not after publication")


def _month_of_year(mention: DateMention, day: date) -> Span | None:
    month = mention.first.month
    if month is None:
        return None
    year = day.year if month <= day.month else day.year - 1
    if mention.last_word and month == day.month:
        year -= 1
    how = "last such month not after publication"
    found = narrowed(month_span(year, month, how), mention.part)
    if found.from_ <= day:
        return found
    return narrowed(month_span(year - 1, month, how), mention.part)


def _months_of_year(mention: DateMention, day: date) -> Span | None:
    last = mention.last
    if last is None or last.month is None or mention.first.month is None:
        return None
    to = _month_of_year(DateMention(0, 0, "month", "", last), day)
    if to is None:
        return None
    year = to.from_.year if mention.first.month <= last.month else to.from_.year - 1
    return Span(date(year, mention.first.month, 1), to.to, _INTERVAL, to.how)


def _season_before(mention: DateMention, day: date) -> Span | None:
    month = mention.first.month
    if month is None:
        return None
    year = day.year if month <= day.month else day.year - 1
    to = month_span(*months_on(year, month, 2), "").to
    if mention.amount == -1 and day <= to:
        year -= 1
    to = month_span(*months_on(year, month, 2), "").to
    return Span(date(year, month, 1), to, _INTERVAL, "season of the north before publication")


def _weekday_before(mention: DateMention, day: date) -> Span | None:
    if mention.weekday is None or mention.amount == 1:
        return None
    if mention.unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=mention.amount or 0)
        found = monday + timedelta(days=mention.weekday)
        return Span(found, found, _DAY, "weekday of the week named")
    back = (day.weekday() - mention.weekday) % 7
    if mention.last_word and back == 0:
        back = 7
    found = day - timedelta(days=back)
    return Span(found, found, _DAY, "last such weekday not after publication")


def _weekdays_before(mention: DateMention, day: date) -> Span | None:
    if mention.weekday is None or mention.last_weekday is None or mention.amount == 1:
        return None
    to = day - timedelta(days=(day.weekday() - mention.last_weekday) % 7)
    from_ = to - timedelta(days=(to.weekday() - mention.weekday) % 7)
    return Span(from_, to, _SPAN, "last such weekdays not after publication")


def _relative(mention: DateMention, day: date) -> Span | None:
    found = day + timedelta(days=mention.amount or 0)
    return Span(found, found, _DAY, "counted from publication")


def _overnight(mention: DateMention, day: date) -> Span | None:
    return Span(day - timedelta(days=1), day, _SPAN, "night before publication")


def _too_far(mention: DateMention) -> bool:
    return abs(mention.amount or 0) > _MOST.get(mention.unit or "", 20)


def _ago(mention: DateMention, day: date) -> Span | None:
    amount, how = -(mention.amount or 0), "counted back from publication"
    if _too_far(mention):
        return None
    if mention.vague:
        return _vaguely_ago(mention, day)
    match mention.unit:
        case "minute" | "hour":
            hours = amount if mention.unit == "hour" else amount // 60
            return Span(day - timedelta(days=hours // 24 + 1), day, _SPAN, how)
        case "day":
            found = day - timedelta(days=amount)
            return Span(found, found, _DAY, how)
        case "week" | "fortnight":
            weeks = amount * (2 if mention.unit == "fortnight" else 1)
            return _around(day - timedelta(weeks=weeks), 3, _WEEK)
        case "month":
            return _around(shift_months(day, -amount), 15, _INTERVAL)
        case "year":
            return _around(shift_years(day, -amount), 183, _INTERVAL)
        case _:
            return None


def _around(middle: date, days: int, precision: DatePrecision) -> Span:
    slack = timedelta(days=days)
    return Span(
        middle - slack,
        middle + slack,
        precision,
        f"counted back from publication, {days} days either way",
    )


def _vaguely_ago(mention: DateMention, day: date) -> Span | None:
    how = "a few counted back from publication"
    match mention.unit:
        case "hour" | "minute":
            return Span(day - timedelta(days=1), day, _SPAN, how)
        case "day":
            return Span(day - timedelta(days=7), day - timedelta(days=2), _INTERVAL, how)
        case "week":
            return Span(day - timedelta(weeks=7), day - timedelta(weeks=2), _INTERVAL, how)
        case "month":
            return Span(shift_months(day, -11), shift_months(day, -2), _INTERVAL, how)
        case _:
            return None


def _window(mention: DateMention, day: date) -> Span | None:
    amount = 7 if mention.vague else -(mention.amount or 0)
    if _too_far(mention) or mention.unit == "decade":
        return None
    match mention.unit:
        case "minute" | "hour":
            hours = amount if mention.unit == "hour" else amount // 60
            from_ = day - timedelta(days=max((hours + 23) // 24, 1))
        case "day":
            from_ = day - timedelta(days=amount)
        case "week" | "fortnight":
            from_ = day - timedelta(weeks=amount * (2 if mention.unit == "fortnight" else 1))
        case "month":
            from_ = shift_months(day, -amount)
        case _:
            from_ = shift_years(day, -amount)
    short = (day - from_).days <= LONGEST_SPAN_DAYS and not mention.vague
    return Span(from_, day, _SPAN if short else _INTERVAL, "up to publication")


def _period(mention: DateMention, day: date) -> Span | None:
    amount = mention.amount or 0
    return None if amount > 0 else _unit_span(mention, day, amount, "publication")


def _anchored(mention: DateMention, anchor: date) -> Span | None:
    if mention.vague or _too_far(mention):
        return None
    if mention.weekday is not None:
        return _weekday_beside(mention.weekday, mention.amount or 0, anchor)
    return _unit_span(mention, anchor, mention.amount or 0, "the day before it in the text")


def _weekday_beside(weekday: int, shift: int, anchor: date) -> Span:
    """The next, the previous or the nearest such weekday, seen from the anchor."""
    ahead = (weekday - anchor.weekday()) % 7
    back = (anchor.weekday() - weekday) % 7
    if shift > 0:
        found = anchor + timedelta(days=ahead or 7)
    elif shift < 0:
        found = anchor - timedelta(days=back or 7)
    else:
        found = anchor + timedelta(days=ahead if ahead <= back else -back)
    return Span(found, found, _DAY, "such weekday beside the day before it in the text")


def _unit_span(mention: DateMention, day: date, amount: int, of: str) -> Span | None:
    how = f"calendar {mention.unit} counted from {of}"
    match mention.unit:
        case "day":
            found = day + timedelta(days=amount)
            return Span(found, found, _DAY, how)
        case "week":
            monday = day - timedelta(days=day.weekday()) + timedelta(weeks=amount)
            return Span(monday, monday + timedelta(days=6), _WEEK, how)
        case "weekend":
            return _weekend(day, amount, how)
        case "month":
            year, month = months_on(day.year, day.month, amount)
            return narrowed(month_span(year, month, how), mention.part)
        case "year":
            year = day.year + amount
            whole = Span(date(year, 1, 1), date(year, 12, 31), _INTERVAL, how)
            return narrowed(whole, mention.part)
        case _:
            return None


def _weekend(day: date, amount: int, how: str) -> Span:
    back = (day.weekday() - _SATURDAY) % 7
    if amount < 0 and back < 2:
        back += 7
    saturday = day - timedelta(days=back)
    return Span(saturday, saturday + timedelta(days=1), _SPAN, how)


_LEANING: Mapping[str, Callable[[DateMention, date], Span | None]] = {
    "day": _day_of_year,
    "days": _days_of_year,
    "month": _month_of_year,
    "months": _months_of_year,
    "season": _season_before,
    "weekday": _weekday_before,
    "weekdays": _weekdays_before,
    "relative": _relative,
    "overnight": _overnight,
    "ago": _ago,
    "window": _window,
    "period": _period,
}
