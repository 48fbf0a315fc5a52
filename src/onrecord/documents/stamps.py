"""Update labels → stamps: the time of day, the day or the weekday that a label gives."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.documents.datewords import MONTHS, WEEKDAYS, find_dates

_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|local time|hrs?|hours)"
_CLOCK = (
    r"\d{1,2}(?:[:.]\d\d){1,2}(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[ap]\.?\s?m\b\.?|noon|midnight"
)
_FOUR = r"[0-2]\d[0-5]\d(?!\d)"
_TIME = rf"(?:(?:{_CLOCK}|{_FOUR})(?:\s?\(?{_ZONE}\b\)?)?)"
_ZONED = rf"(?:(?:{_CLOCK}|{_FOUR})\s?\(?{_ZONE}\b\)?)"
_DATE = rf"(?:{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}} {MONTHS}(?: \d{{4}})?|\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?|\d{{4}}-\d\d-\d\d)"
_WEEKDAY = rf"(?:{WEEKDAYS}|(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\b\.?)"
_WHEN = rf"(?:(?:{_TIME}|{_DATE}|{_WEEKDAY}|today|this (?:morning|afternoon|evening)|at|on|as of|@|[,()|–—/-])\s*)"
_SEPARATOR = r"\s*[\])]?\s*(?:[:–—|]|--+|-(?=\s)|\](?=\s|$))\s*"
_UPDATE = re.compile(
    rf"[*\[( ]*(?:UPDATED?|Updated?|LATEST UPDATE|Latest update)(?:\s?(?:#|No\.? ?)?\d{{1,2}}(?=\s*[:,@–—-]))?"
    rf"(?P<when>\s*[,@:(–—-]*\s*{_WHEN}*){_SEPARATOR}"
)
_UPDATE_LINE = re.compile(
    rf"[*\[( ]*(?:(?P<before>{_WHEN}*)(?:[A-Z][A-Z ]{{2,24}} )?(?:UPDATED?|Update)\s?#?\d{{0,2}}(?P<after>\s*{_WHEN}*))[\])*: ]*",
)
_ORIGINAL = re.compile(
    rf"[*\[( ]*(?i:original (?:entry|story|post|report|article|text)|earlier (?:story|version|report|post)"
    rf"|previous (?:story|version|report)|first (?:report|version|published)|earlier|previously)\s*(?P<when>{_WHEN}*){_SEPARATOR}"
)
_ORIGINAL_LINE = re.compile(
    rf"[*\[( ]*(?i:original|earlier|previous|first) (?i:entry|story|post|report|version)s?[\s:(]*{_WHEN}*[\])*: ]*"
)
_POSTED = re.compile(
    rf"(?i:posted at|at|entry)?\s*(?P<when>{_ZONED}|(?<=at )\s*{_TIME}){_SEPARATOR}"
)
_TIME_LINE = re.compile(
    rf"(?:(?i:posted|updated)(?: at)?:?\s*)?(?P<when>(?:{_WEEKDAY},?\s*)?(?:{_TIME})(?:\s*[,(–—-]?\s*(?:{_WEEKDAY}|{_DATE})\)?)?)\s*[:–—-]?"
)
_BARE_TIME = re.compile(r"\d:\d\d")
_CLOCK_PARTS = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?(?:\s?(?P<half>[ap])\.?\s?m)?"
    r"|(?P<hour12>\d{1,2})\s?(?P<half12>[ap])\.?\s?m|(?<!\d)(?P<four>[0-2]\d[0-5]\d)(?!\d)|(?P<noon>noon)|(?P<midnight>midnight)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})(?:[/-](?:\d{4}|\d\d))?(?!\d)")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label `words` of that many characters; `original` marks the first entry of a file."""

    characters: int
    rule: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a label says of its time: minutes of the day, a day number of a year, a weekday."""

    minutes: int | None = None
    day: int | None = None
    weekday: int | None = None


def find_label(words: str) -> Label | None:
    """The update label at the front of a paragraph, or the paragraph that is nothing else."""
    head = words[:120]
    for pattern, rule in (
        (_ORIGINAL, "original_label"),
        (_UPDATE, "update_label"),
        (_POSTED, "update_label"),
    ):
        match = pattern.match(head)
        if match:
            return _label(match, rule)
    if len(words) > 80:
        return None
    if match := _ORIGINAL_LINE.fullmatch(words):
        return _label(match, "original_label")
    if match := _UPDATE_LINE.fullmatch(words):
        return _label(match, "update_label")
    if (
        len(words) <= 50
        and (match := _TIME_LINE.fullmatch(words))
        and not _BARE_TIME.fullmatch(words)
    ):
        return _label(match, "time_label")
    return None


def read_stamp(label: str) -> Stamp:
    """The time in the words of a label; parts that are not said are `None`."""
    dated = next(find_dates(label), None)
    day = _day_number(dated.month, dated.day) if dated else None
    rest = label if dated is None else f"{label[: dated.start]} {label[dated.end :]}"
    if day is None and (slashed := _SLASHED.search(rest)):
        day = _day_number(int(slashed[1]), int(slashed[2]))
        rest = f"{rest[: slashed.start()]} {rest[slashed.end() :]}"
    clock = _CLOCK_PARTS.search(rest)
    weekday = re.search(_WEEKDAY, label)
    return Stamp(
        minutes=_minutes(clock) if clock else None,
        day=day,
        weekday=_DAYS.index(weekday[0][:3].lower()) if weekday else None,
    )


def _label(match: re.Match[str], rule: str) -> Label:
    return Label(characters=match.end(), rule=rule, words=match[0].strip().strip("[]()*:–—-| \t"))


def _minutes(clock: re.Match[str]) -> int | None:
    if clock["noon"] or clock["midnight"]:
        return 720 if clock["noon"] else 0
    if clock["four"]:
        return int(clock["four"][:2]) * 60 + int(clock["four"][2:])
    hour = int(clock["hour"] or clock["hour12"])
    half = (clock["half"] or clock["half12"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    minutes = hour * 60 + int(clock["minute"] or 0)
    return minutes if minutes < 1440 else None


def _day_number(month: int, day: int | None) -> int | None:
    """The day's number in a leap year: days of one file only need to be told apart."""
    try:
        return date(2000, month, day or 1).toordinal() - date(2000, 1, 1).toordinal()
    except ValueError:
        return None
