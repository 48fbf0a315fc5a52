"""Document → when it was published: the best evidence in it, and what that evidence is.

A year is never guessed, and boilerplate never dates a document: only the posting line, the
dateline and the release number near its top do. Best first: the user's word, the metadata or
dateline, the address, a weekday that agrees with a dated caption or link.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.documents.datewords import DateWords, Days, day_of, find_dates, month_days, read_days
from onrecord.model.document import Dating, Segment
from onrecord.model.vocabulary import DatePrecision, SegmentKind

_EARLY_SEGMENTS = 14
_SERIAL = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-[A-Z]{1,3}-\d{1,4}\b")
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_*]*/")
_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)[/-]?([01]?\d)[/-]?([0-3]\d|(?<=[/-])\d)(?:[/.?#_-]|$)")
_ON_WEEKDAY = re.compile(
    r"\b(?:on|early|late) (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! (?:and|to|through) )"
)
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_UPDATED = re.compile(r"(?i)\b(?:last )?(?:updated|modified)\b")
_FULL_STOP = re.compile(r"(\d)\. ((?:19|20)\d\d)")
_WEEK = timedelta(days=6)
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What may date a document: its text and parts, its address, and a day it is not after."""

    text: str
    title: str | None
    segments: Sequence[Segment]
    url: str | None = None
    not_after: str | None = None


def date_document(evidence: Evidence, told: str | None, how: str | None) -> Dating | None:
    """When it was published; `told` are date words found outside the text, `how` where."""
    days = read_days(told) if told else None
    if days is not None:
        return _dating(days, how or "metadata")
    for infer in (_by_posting, _by_dateline, _by_address, _by_title, _by_serial, _by_weekday):
        found = infer(evidence)
        if found is not None:
            return found
    return None


def _by_posting(evidence: Evidence) -> Dating | None:
    """The day of a line such as `Posted: Tuesday, January 28, 2014 8:18 PM`."""
    for segment in _early(evidence):
        words = _words(evidence, segment)
        if segment.rule != "posted":
            continue
        updated = _UPDATED.search(words)
        days = [(found.on, found.start) for found in find_dates(words) if found.on is not None]
        before = [on for on, at in days if updated is None or at < updated.start()]
        if days:
            how = "posting line" if before else "line of the last update"
            return _day(before[0] if before else days[0][0], how)
    return None


def _by_dateline(evidence: Evidence) -> Dating | None:
    """The day of the dateline; its year, where missing, from a release number or a weak date."""
    for segment in _early(evidence):
        if segment.rule != "dateline":
            continue
        for found in find_dates(_FULL_STOP.sub(r"\1, \2", _words(evidence, segment))):
            if found.on is not None:
                return _day(found.on, "dateline")
            completed = _complete(evidence, found)
            if completed is not None:
                return completed
    return None


def _complete(evidence: Evidence, found: DateWords) -> Dating | None:
    if found.year is not None or found.day is None:
        return None
    for year, month in _serials(evidence):
        on = day_of(year, found.month, found.day)
        if month == found.month and on is not None and found.weekday in (None, on.weekday()):
            return _day(on, "dateline, with the year of the release number")
    bound = read_days(evidence.not_after) if evidence.not_after else None
    if bound is not None:
        latest = bound[1]
        on = day_of(latest.year, found.month, found.day)
        if on is not None and timedelta(0) <= latest - on <= _MONTH:
            return _day(on, "dateline, with the year in which the file was made")
    return None


def _by_address(evidence: Evidence) -> Dating | None:
    """The day in the address of a page; the day an archive took it is not that."""
    address = _ARCHIVE.sub("", evidence.url or "")
    for match in _ADDRESS.finditer(address):
        on = day_of(int(match[1]), int(match[2]), int(match[3]))
        if on is not None:
            return _day(on, "address")
    return None


def _by_title(evidence: Evidence) -> Dating | None:
    """A full date at the end of the title, as daily bulletins have."""
    titles = [s for s in evidence.segments if s.kind is SegmentKind.TITLE]
    for segment in titles:
        words = _words(evidence, segment)
        for found in find_dates(words):
            if found.on is not None and len(words[found.end :].strip(" .)]")) == 0:
                return _day(found.on, "date in the title")
    return None


def _by_serial(evidence: Evidence) -> Dating | None:
    """The month of a release number such as `2011-08-S-042`."""
    for year, month in _serials(evidence):
        days = month_days(year, month)
        if days is not None:
            return _dating(days, "release number")
    return None


def _by_weekday(evidence: Evidence) -> Dating | None:
    """Within a week of a dated caption or link, when the text names that very weekday."""
    dated = sorted(_dated_days(evidence))
    if not dated:
        return None
    latest = dated[-1]
    body = [s for s in evidence.segments if s.kind in (SegmentKind.BODY, SegmentKind.UPDATE)]
    named = {
        _WEEKDAYS.index(match[1])
        for segment in body[:60]
        for match in _ON_WEEKDAY.finditer(evidence.text, segment.start, segment.end)
    }
    if named != {latest.weekday()}:
        return None
    days = (latest, latest + _WEEK, DatePrecision.INTERVAL)
    return _dating(days, "weekday that agrees with a dated caption or link")


def _dated_days(evidence: Evidence) -> Iterator[date]:
    for segment in evidence.segments:
        if segment.kind in (SegmentKind.CAPTION, SegmentKind.RELATED_LINK):
            for found in find_dates(_words(evidence, segment)):
                if found.on is not None:
                    yield found.on


def _serials(evidence: Evidence) -> Iterable[tuple[int, int]]:
    """Year and month of release numbers in the boilerplate at the top."""
    for segment in _early(evidence):
        if segment.kind is SegmentKind.BOILERPLATE:
            for match in _SERIAL.finditer(_words(evidence, segment)):
                yield int(match[1]), int(match[2])


def _early(evidence: Evidence) -> Sequence[Segment]:
    return evidence.segments[:_EARLY_SEGMENTS]


def _words(evidence: Evidence, segment: Segment) -> str:
    source = evidence.title if segment.in_ == "title" else evidence.text
    return (source or "")[segment.start : segment.end]


def _day(on: date, how: str) -> Dating:
    return Dating(from_=on, to=on, precision=DatePrecision.DAY, how=how)


def _dating(days: Days, how: str) -> Dating:
    return Dating(from_=days[0], to=days[1], precision=days[2], how=how)
