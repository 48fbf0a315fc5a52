"""Text → date mentions with their parsed parts; mention and publication → the days it means."""

import re
from dataclasses import replace
from datetime import date

from onrecord.claims.date_calendar import Span, full_span
from onrecord.claims.date_feasts import FEAST_WORDS, read_feast
from onrecord.claims.date_mention import DateMention, Parts
from onrecord.claims.date_ordinals import read_ordinal, with_weekday
from onrecord.claims.date_relative import (
    read_daypart,
    read_named_day,
    read_unit,
    read_weekday,
)
from onrecord.claims.date_resolution import span_of
from onrecord.claims.date_words import read_digits, read_month_first, read_season, with_lead
from onrecord.claims.number_context import words_before
from onrecord.claims.number_lexicon import GAP, Passage, any_of, fold, read_toml
from onrecord.model.claim import When
from onrecord.model.document import Dating
from onrecord.model.vocabulary import DatePrecision

__all__ = ["DateMention", "date_of_label", "find_dates", "resolve_date"]

_TOML = read_toml("en_dates")
_MONTHS = frozenset(_TOML["months"])
_WEEKDAYS = frozenset({*_TOML["weekdays"], *_TOML["weekdays_short"]})
_SEASONS = frozenset(_TOML["seasons"])
_DAYS = frozenset(_TOML["days"])
_UNITS = frozenset(_TOML["units"])
_DAYPARTS = frozenset({"overnight", "night", "morning", "afternoon", "evening"})
_HOURS = frozenset(_TOML["words"]["hours_named"])
_BEFORE_HOUR = frozenset(
    {"at", "before", "around", "by", "since", "until", "till", "after", "about", "past"}
)
_EDGES = frozenset(_TOML["words"]["edges"])

ANCHOR = re.compile(
    rf"[0-9]+|(?<!\w)(?:{FEAST_WORDS}|{any_of([*_MONTHS, *_WEEKDAYS, *_SEASONS, *_DAYS, *_UNITS, *_DAYPARTS, *_HOURS])}|q(?=[1-4](?!\w)))(?![^\W\d_])"
)
_QUARTER = re.compile(rf"q([1-4])(?:{GAP}(?:of{GAP})?((?:19|20)[0-9]{{2}})(?!\w))")
_POSSESSIVE = re.compile(r"'s(?!\w)")


def find_dates(text: str) -> list[DateMention]:
    """Every date, period and clock time of a text, left to right, none overlapping another."""
    passage = Passage(text, fold(text))
    found: list[DateMention] = []
    position = last_end = 0
    while match := ANCHOR.search(passage.folded, position):
        position = match.end()
        mention = _read(passage, match, last_end=last_end)
        if mention is not None and mention.start >= last_end:
            found.append(mention)
            last_end = mention.end
            position = max(position, last_end)
    return found


def _read(passage: Passage, match: re.Match[str], *, last_end: int) -> DateMention | None:
    at, word = match.start(), match[0]
    if word[0] in "0123456789":
        mention = read_digits(passage, at) or read_ordinal(passage, at)
    elif word in _MONTHS:
        mention = read_month_first(passage, at)
    elif word in _SEASONS:
        mention = read_season(passage, at)
    elif word == "q":
        mention = _read_quarter(passage, at)
    elif word not in _WEEKDAYS and (feast := read_feast(passage, at)) is not None:
        mention = feast
    else:
        return _without_attributive_edge(
            passage.folded, _read_leaning(passage, match, last_end=last_end)
        )
    if mention is None or mention.kind == "time" or mention.start < last_end:
        return mention
    mention = with_weekday(mention, passage)
    return _without_attributive_edge(passage.folded, with_lead(mention, passage, last_end=last_end))


def _read_leaning(passage: Passage, match: re.Match[str], *, last_end: int) -> DateMention | None:
    at, word = match.start(), match[0]
    if word in _WEEKDAYS:
        return read_weekday(passage, at, last_end=last_end)
    if word in _DAYS:
        return read_named_day(passage, at, last_end=last_end)
    if word in _DAYPARTS:
        return read_daypart(passage, match, last_end=last_end)
    if word in _UNITS:
        return read_unit(passage, match, last_end=last_end)
    words = words_before(passage.folded, at)
    if words and words[0][0] in _BEFORE_HOUR:
        return DateMention(at, match.end(), "time", passage.text[at : match.end()])
    return None


def _without_attributive_edge(folded: str, mention: DateMention | None) -> DateMention | None:
    """The mention without the edge of "after Thursday's attack", which bounds the attack."""
    if mention is None or mention.edge not in _EDGES:
        return mention
    return replace(mention, edge=None) if _POSSESSIVE.match(folded, mention.end) else mention


def _read_quarter(passage: Passage, at: int) -> DateMention | None:
    match = _QUARTER.match(passage.folded, at)
    if match is None:
        return None
    words = passage.text[at : match.end()]
    return DateMention(
        at, match.end(), "year", words, Parts(int(match[2])), part=f"quarter{match[1]}"
    )


def resolve_date(
    mention: DateMention,
    *,
    published: Dating | None,
    tense: str | None = None,
    anchor: date | None = None,
) -> When | None:
    """The days that a mention means in a text so published; `None` where that cannot be known.

    A year is never guessed: without publication only full dates resolve. Where publication is an
    interval, both its ends are tried and their hull is given. `tense="future"` refuses whatever
    leans on publication. `anchor` is the day that "the following day" leans on.
    """
    if mention.kind == "time" or mention.edge in _EDGES:
        return None
    if tense == "future" and full_span(mention) is None:
        return None
    found = _hull(mention, published, anchor)
    span = None if found is None else _bounded(mention, found, published)
    if span is None:
        return None
    return When(
        from_=span.from_,
        to=span.to,
        precision=span.precision,
        how=span.how + _weekday_note(mention, span),
        text=mention.text,
        start=mention.start,
        end=mention.end,
    )


def _bounded(mention: DateMention, span: Span, published: Dating | None) -> Span | None:
    """The span as publication bounds it: never after it, unless the text gives a full date."""
    if published is None:
        return None if mention.edge == "since" else span
    if mention.edge == "since":
        to, how = published.to, f"since: {span.how}"
        return Span(span.from_, to, DatePrecision.INTERVAL, how) if span.from_ <= to else None
    if full_span(mention) is None:
        bounded = span._replace(to=min(span.to, published.to))
        return bounded if bounded.from_ <= bounded.to else None
    return _settle_numeric(mention, span, published.to) if mention.kind == "numeric" else span


def _hull(mention: DateMention, published: Dating | None, anchor: date | None) -> Span | None:
    if published is None:
        return _safely(mention, None, anchor)
    early = _safely(mention, published.from_, anchor)
    late = _safely(mention, published.to, anchor)
    if early is None or late is None or early == late:
        return late if early == late else None
    from_, to = min(early.from_, late.from_), max(early.to, late.to)
    return Span(from_, to, DatePrecision.INTERVAL, f"{late.how}, publication being an interval")


def _safely(mention: DateMention, day: date | None, anchor: date | None) -> Span | None:
    """The span, `None` where the calendar ends."""
    try:
        return span_of(mention, day, anchor)
    except (OverflowError, ValueError):
        return None


def _settle_numeric(mention: DateMention, span: Span, last: date) -> Span:
    """Without the reading that lies after publication, if just one does."""
    possible = [day for day in mention.readings if day <= last]
    if len(mention.readings) != 2 or len(possible) != 1:
        return span
    day = possible[0]
    return Span(day, day, DatePrecision.DAY, "full date, its other reading lies after publication")


def _weekday_note(mention: DateMention, span: Span) -> str:
    if mention.weekday is None or mention.kind not in ("day", "days"):
        return ""
    return "" if span.from_.weekday() == mention.weekday else "; weekday disagrees"


_LABEL_KINDS = ("day", "numeric", "days", "weekday", "relative")


def date_of_label(text: str, published: Dating | None) -> When | None:
    """The day on a link or an update stamp ("Nov 30", "UPDATE Dec 12 1900 GMT"), if it has one."""
    mentions = find_dates(text)
    for kind in _LABEL_KINDS:
        for mention in mentions:
            if mention.kind == kind:
                return resolve_date(mention, published=published)
    return None
