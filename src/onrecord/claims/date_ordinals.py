"""Days by their number alone ("on the 17th"), and weekdays behind a full date."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.claims.date_mention import DateMention, Parts
from onrecord.claims.number_lexicon import GAP, Passage, any_of, read_toml

_LONG: Mapping[str, int] = read_toml("en_dates")["weekdays"]
_ORDINAL = re.compile(r"([1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)(?![\w-])")
_LEAD = re.compile(
    rf"(?:(?<!\w)(?:on|since|until|by|from|was|were|between|and|again{GAP}on|of){GAP}|,{GAP})the{GAP}$"
)
# What may follow a day; another noun would make it the 17th of something.
_AFTER = re.compile(
    rf"$|[,.;:)!?\u2014]|{GAP}(?:and|or|when|where|in|at|of{GAP}(?:this|that|the|last){GAP}month|with|after|as|while|by|killed|left|he|she|they|a|an|two|three)(?!\w)"
)
_WEEKDAY = re.compile(rf",?{GAP}\(?({any_of(_LONG)})\)?(?![\w'\u2019])")
_LEAD_WINDOW = 24


def read_ordinal(passage: Passage, at: int) -> DateMention | None:
    """A day of a month that is not named: "on the 9th, the 10th and the 18th"."""
    match = _ORDINAL.match(passage.folded, at)
    if match is None or _AFTER.match(passage.folded, match.end()) is None:
        return None
    if _LEAD.search(passage.folded, max(0, at - _LEAD_WINDOW), at) is None:
        return None
    first = Parts(day=int(match[1]))
    return DateMention(at, match.end(), "day", passage.text[at : match.end()], first)


def with_weekday(mention: DateMention, passage: Passage) -> DateMention:
    """The date with the weekday behind it: "3 May, Friday"."""
    if mention.kind != "day" or mention.first.month is None or mention.weekday is not None:
        return mention
    match = _WEEKDAY.match(passage.folded, mention.end)
    if match is None or not passage.text[match.start(1)].isupper():
        return mention
    words = passage.text[mention.start : match.end()]
    return replace(mention, end=match.end(), text=words, weekday=_LONG[match[1]])
