"""A stretch of a text → the day that it gives for what it tells."""

import re
from dataclasses import dataclass, replace

from onrecord.claims.date_standing import Standing, standing_of
from onrecord.claims.dates import DateMention, resolve_date
from onrecord.claims.mentions import Mentions
from onrecord.claims.patterns import make_plain
from onrecord.model.claim import When
from onrecord.model.document import Dating
from onrecord.model.vocabulary import DatePrecision

DAYS = frozenset({DatePrecision.DAY, DatePrecision.SPAN})
_BORN = re.compile(r"\b(?:born|turn(?:s|ed|ing)? (?:[\w-]+ )?|aged? \w+) ?(?:on |in )?$")
_SINCE = re.compile(r"\bsince\b(?:(?!\band\b)[^.;,]){0,40}$")


@dataclass(frozen=True, slots=True)
class Dated:
    """The days of a date mention in a document, and how it stands to the deed beside it."""

    when: When
    standing: Standing


def dates_within(mentions: Mentions, clock: Dating | None, start: int, end: int) -> list[Dated]:
    """The resolved dates in [start, end) of the document, in text order, offsets the document's.

    `clock` is what dates the words themselves. Dates of birth and of other events are left out.
    """
    found = []
    for mention in mentions.dates_in(start, end):
        when = resolve_date(mention, published=clock)
        if when is None or _BORN.search(_before(mentions, mention, 16)) is not None:
            continue
        standing = standing_of(mentions.text, mention.start, mention.end)
        if standing is not Standing.OTHER:
            moved = replace(
                _since(mentions, clock, mention, when),
                start=mentions.offset + mention.start,
                end=mentions.offset + mention.end,
            )
            found.append(Dated(moved, standing))
    return found


def best_of(dates: list[Dated]) -> Dated | None:
    """A day before anything coarser, the deed's before that of words about it, the first."""

    def rank(one: Dated) -> tuple[bool, bool, Standing, int]:
        aside = one.standing is Standing.ASIDE
        return aside, one.when.precision not in DAYS, one.standing, one.when.start or 0

    return min(dates, key=rank, default=None)


def _before(mentions: Mentions, mention: DateMention, many: int) -> str:
    return make_plain(mentions.text[max(0, mention.start - many) : mention.start])


def _since(mentions: Mentions, clock: Dating | None, mention: DateMention, when: When) -> When:
    """For "Since the start of the campaign on September 30": from then until it was written."""
    if clock is None or when.from_ > clock.to:
        return when
    if _SINCE.search(_before(mentions, mention, 60)) is None:
        return when
    return replace(when, to=clock.to, precision=DatePrecision.INTERVAL, how="since " + when.how)
