"""Words for dates that lean on another day → a mention: weekdays, "last month", "three days ago"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.claims.date_mention import DateMention, Parts
from onrecord.claims.date_words import read_day_first, read_month_first
from onrecord.claims.number_context import words_before
from onrecord.claims.number_lexicon import GAP, Passage, any_of, read_toml, table
from onrecord.claims.number_words import read_core

_TOML = read_toml("en_dates")
_WORDS: Mapping[str, list[str]] = _TOML["words"]
_LONG: Mapping[str, int] = _TOML["weekdays"]
_WEEKDAYS: Mapping[str, int] = {**_LONG, **_TOML["weekdays_short"]}
_DAYS: Mapping[str, int] = _TOML["days"]
_UNITS: Mapping[str, str] = _TOML["units"]

_WEEKDAY = re.compile(rf"({any_of(_WEEKDAYS)})(?!\w)\.?")
_TAIL = re.compile(rf"(?:{GAP}|-)(?:{any_of(_WORDS['dayparts'])})(?!\w)")
_HOUR = rf"(?:[0-9]{{1,2}}(?:[:.][0-5][0-9])?{GAP}?(?:[ap]\.?m\.?)?{GAP}(?:on{GAP})?)?"
_TO = re.compile(
    rf"(?:(?:{GAP}(to|into|through|thru|until|till|and|or){GAP}(?:(?:early|late|the{GAP}night{GAP}of){GAP}(?:on{GAP})?)?|{GAP}?-{GAP}?)){_HOUR}({any_of(_LONG)})(?!\w)(?:{GAP}{any_of(_WORDS['dayparts'])}(?!\w))?"
)
_THE_NTH = re.compile(rf",?{GAP}(?:the{GAP})([1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)(?!\w)")
_SHORT_BEFORE = frozenset({"on", "last", "late", "early", "this", "past", "since", "until", "by"})
_WEEK_OF = re.compile(rf"{GAP}(?:of{GAP})?(last|this){GAP}week(?!\w)")
_DATE_FOLLOWS = re.compile(rf",?{GAP}\(?(?:the{GAP})?|,\(?")
_WEEKDAY_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<edge>since|until|till|before|by|after){GAP})?"
    rf"(?:(?P<part>early|late|earlier|later|mid)(?:{GAP}on)?{GAP})?(?P<which>(?:this{GAP}past|last|past|this|next|coming|every|each|the{GAP}(?:previous|preceding|following|next|very{GAP}next|same)|that(?:{GAP}same)?){GAP})?(?P<week>(?:the|a){GAP}(?:seven{GAP}days|week){GAP}(?:that{GAP})?(?:to|ending|ended|of|beginning|starting){GAP}(?:on{GAP})?)?$"
)
_NUMBER = rf"(?:[0-9]{{1,3}}|an?|{any_of(table('units'))}|{any_of(table('teens'))}|{any_of(table('tens'))}(?:[-\s]{any_of(table('units'))})?|(?:a{GAP})?(?:few|several|couple(?:{GAP}of)?|some))"
_PAST = re.compile(
    rf"(?<!\w)(?P<the>(?:the|these|those){GAP})?(?P<past>past|last|previous|preceding)(?:{GAP}(?P<n>{_NUMBER}))?{GAP}$"
)
_COUNTED = re.compile(rf"(?<!\w)(?P<n>{_NUMBER})(?:-|{GAP})$")
_AGO = re.compile(rf"{GAP}(ago|earlier|later|before|after|afterwards|previously)(?!\w)")
# "the day before the raid": that day leans on the raid, not on the context.
_OBJECT = re.compile(
    rf"{GAP}(?!(?:in|at|near|by|and|but|to|when|with|which|around|was|were|had)(?!\w))\w"
)
_BEFORE_YESTERDAY = re.compile(rf"{GAP}(before{GAP}yesterday|after{GAP}tomorrow)(?!\w)")
_ANCHORED = re.compile(
    rf"(?<!\w)(?:the{GAP})?(?P<which>same|following|next|very{GAP}next|previous|preceding)(?:{GAP}calendar)?{GAP}$|(?<!\w)(?P<that>that){GAP}$"
)
_PERIOD = re.compile(
    rf"(?<!\w)(?:(?P<edge>since|until|till|before|by|after){GAP})?(?:the{GAP})?"
    rf"(?:(?P<part>early|mid|late|earlier|later|so{GAP}far)(?:{GAP}in)?{GAP}|(?P<end>start|beginning|middle|end){GAP}of{GAP}"
    rf"|(?P<half>first|second|latter){GAP}half{GAP}of{GAP}|(?P<quarter>first|second|third|fourth|last|final){GAP}quarter{GAP}of{GAP})?"
    rf"(?P<which>last|this|the{GAP}current|current|next|the|over{GAP}the|at{GAP}the){GAP}$"
)
_THE_DAY = re.compile(rf"(?<!\w)the{GAP}$")
_LETTERS = re.compile(r"[a-z]+")
_OF = re.compile(rf"{GAP}of(?!\w)")
_WINDOW = 64
_AMOUNTS = {"last": -1, "next": 1}
_SHIFTS = {"same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
_SHIFTED = {
    **{f"the {word}": shift for word, shift in _SHIFTS.items()},
    "the very next": 1,
    "that": 0,
    "that same": 0,
}
# "overnight on May 3", "overnight Tuesday into Wednesday": the date beside it says which night.
_DATED_NIGHT = re.compile(
    rf"(?:{GAP}(?:on|from|of|between|into))?{GAP}(?:{any_of(_LONG)}|(?:{any_of(_TOML['months'])})\.?{GAP}[0-9]|[0-9]{{1,2}}(?:-[0-9]{{1,2}})?{GAP}(?:{any_of(_TOML['months'])}))(?!\w)"
)
_NTH = {"first": 1, "second": 2, "latter": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_ENDS = {"start": "early", "beginning": "early", "middle": "mid", "end": "late", "later": "earlier"}


def search_left(
    pattern: re.Pattern[str], passage: Passage, at: int, *, last_end: int
) -> re.Match[str] | None:
    """The pattern's match in the words that end at `at`, never before `last_end`."""
    left = max(at - _WINDOW, last_end)
    match = pattern.search(passage.folded, left, at)
    cut = (
        match is not None
        and match.start() == left
        and left > 0
        and passage.folded[left - 1].isalnum()
    )
    return None if cut else match


def read_weekday(passage: Passage, at: int, *, last_end: int) -> DateMention | None:
    """A weekday alone, a range of two, or one before a full date."""
    match = _WEEKDAY.match(passage.folded, at)
    if match is None or not passage.text[at].isupper():
        return None
    dated = _dated_weekday(passage, match)
    if dated is not None:
        return dated
    end = match.end(1)
    day = _WEEKDAYS[match[1]]
    nth = _THE_NTH.match(passage.folded, end)
    if nth is not None:
        first = Parts(day=int(nth[1]))
        end = nth.end()
        return DateMention(at, end, "day", passage.text[at:end], first, weekday=day)
    if match[1] not in _LONG and not _stands_short(passage, match):
        return None
    end = match.end(1) if match[1] in _LONG else match.end()
    tail = _TAIL.match(passage.folded, end)
    end = tail.end() if tail else end
    mention = DateMention(at, end, "weekday", passage.text[at:end], weekday=day)
    week = _WEEK_OF.match(passage.folded, end)
    if week is not None:
        amount = -1 if week[1] == "last" else 0
        mention = replace(
            mention, end=week.end(), text=passage.text[at : week.end()], amount=amount, unit="week"
        )
    return _weekday_with_lead(passage, mention, last_end=last_end)


def _stands_short(passage: Passage, match: re.Match[str]) -> bool:
    """Whether "Wed" is the day: after "on" or "late", or before a part of the day."""
    words = words_before(passage.folded, match.start())
    led = bool(words) and words[0][0] in _SHORT_BEFORE
    return led or _TAIL.match(passage.folded, match.end()) is not None


def _dated_weekday(passage: Passage, match: re.Match[str]) -> DateMention | None:
    gap = _DATE_FOLLOWS.match(passage.folded, match.end())
    if gap is None or gap.end() >= len(passage.text):
        return None
    at = gap.end()
    if passage.folded[at] in "0123456789":
        found = read_day_first(passage, at)
    else:
        found = read_month_first(passage, at) if passage.folded[at].isalpha() else None
    if found is None or found.first.day is None:
        return None
    start = match.start()
    return replace(
        found, start=start, text=passage.text[start : found.end], weekday=_WEEKDAYS[match[1]]
    )


def _weekday_with_lead(
    passage: Passage, mention: DateMention, *, last_end: int
) -> DateMention | None:
    lead = search_left(_WEEKDAY_LEAD, passage, mention.start, last_end=last_end)
    which = " ".join((lead["which"] or "").split()) if lead else ""
    if which in ("every", "each"):
        return None
    start = lead.start() if lead is not None else mention.start
    last = which in ("last", "past", "this past")
    amount = 1 if which in ("next", "coming") else mention.amount
    end, second = mention.end, None
    if which in _SHIFTED:
        words = passage.text[start:end]
        shift = _SHIFTED[which]
        return replace(mention, start=start, text=words, kind="anchored", amount=shift, unit="day")
    joined = _TO.match(passage.folded, end)
    if joined is not None and mention.unit is None:
        end, second = joined.end(), _LONG[joined[2]]
    return replace(
        mention,
        start=start,
        end=end,
        text=passage.text[start:end],
        kind="weekday" if second is None else "weekdays",
        last_weekday=second,
        part=_week_or_part(lead),
        edge=lead["edge"] if lead else None,
        last_word=last,
        amount=amount,
    )


def _week_or_part(lead: re.Match[str] | None) -> str | None:
    if lead is None:
        return None
    if lead["week"]:
        return week_part(lead["week"])
    part: str | None = lead["part"]
    return part


def week_part(words: str) -> str:
    """Whether the day after such words begins its week (`week_of`) or ends it (`week_to`)."""
    return "week_to" if re.search(r"to|end", words) else "week_of"


def read_named_day(passage: Passage, at: int, *, last_end: int) -> DateMention | None:
    """Today, yesterday, tonight; "earlier today"."""
    match = _LETTERS.match(passage.folded, at)
    if match is None:
        return None
    words = words_before(passage.folded, at)
    start = at
    edge = None
    if words and words[0][0] in ("earlier", "later", "late", "early", "since"):
        start = max(words[0][1], last_end)
        edge = "since" if words[0][0] == "since" else None
    end = match.end()
    return DateMention(
        start,
        end,
        "relative",
        passage.text[start:end],
        amount=_DAYS[match[0]],
        unit="day",
        edge=edge,
    )


def read_daypart(passage: Passage, match: re.Match[str], *, last_end: int) -> DateMention | None:
    """A part of a day: "last night", "this morning", "overnight", "the previous night"."""
    start, end = match.span()
    if match[0] == "overnight":
        if _DATED_NIGHT.match(passage.folded, end):
            return None
        return DateMention(start, end, "overnight", passage.text[start:end], amount=0, unit="day")
    words = words_before(passage.folded, start)
    which = words[0][0] if words else ""
    if which in ("last", "this") and words[0][1] >= last_end:
        amount = -1 if which == "last" else 0
        start = words[0][1]
        return DateMention(
            start, end, "relative", passage.text[start:end], amount=amount, unit="day"
        )
    if (which in _SHIFTS or which == "that") and words[0][1] >= last_end:
        start = words[0][1]
        amount = _SHIFTS.get(which, 0)
        return DateMention(
            start, end, "anchored", passage.text[start:end], amount=amount, unit="day"
        )
    return None


def read_unit(passage: Passage, match: re.Match[str], *, last_end: int) -> DateMention | None:
    """A mention built round a unit of time: "last week", "three days ago", "the past 24 hours"."""
    unit = _UNITS[match[0]]
    return (
        _day_before_yesterday(passage, match, last_end=last_end)
        or _counted(passage, match, last_end=last_end, unit=unit)
        or _past(passage, match, last_end=last_end, unit=unit)
        or _anchored(passage, match, last_end=last_end, unit=unit)
        or _period(passage, match, last_end=last_end, unit=unit)
    )


def _day_before_yesterday(
    passage: Passage, match: re.Match[str], *, last_end: int
) -> DateMention | None:
    after = _BEFORE_YESTERDAY.match(passage.folded, match.end())
    if after is None or match[0] != "day":
        return None
    the = search_left(_THE_DAY, passage, match.start(), last_end=last_end)
    start = the.start() if the else match.start()
    amount = -2 if after[1].startswith("before") else 2
    return DateMention(
        start, after.end(), "relative", passage.text[start : after.end()], amount=amount, unit="day"
    )


def _counted(
    passage: Passage, match: re.Match[str], *, last_end: int, unit: str
) -> DateMention | None:
    """Counted units: "three days ago", "a day earlier", "the day before"."""
    after = _AGO.match(passage.folded, match.end())
    if after is None:
        return None
    ago = after[1] == "ago"
    if after[1] in ("before", "after") and _OBJECT.match(passage.folded, after.end()):
        return None
    start, amount, vague = match.start(), 1, False
    number = search_left(_COUNTED, passage, start, last_end=last_end)
    the = search_left(_THE_DAY, passage, start, last_end=last_end)
    if number is not None:
        start = number.start()
        amount, vague = _amount(passage.folded, number)
    elif the is not None and not ago:
        start = the.start()
    else:
        amount, vague = 2, True
    sign = 1 if after[1] in ("later", "after", "afterwards") else -1
    end = after.end()
    kind = "ago" if ago else "anchored"
    return DateMention(
        start, end, kind, passage.text[start:end], amount=sign * amount, unit=unit, vague=vague
    )


def _amount(folded: str, match: re.Match[str]) -> tuple[int, bool]:
    """The number of units and whether it is a vague word."""
    words = match["n"]
    if words is None or words in ("a", "an"):
        return 1, False
    if words.isdigit():
        return int(words), False
    core = read_core(folded, match.start("n"))
    if core is None or core.end > match.end("n"):
        return 2, "couple" not in words
    return int(core.value), False


def _past(
    passage: Passage, match: re.Match[str], *, last_end: int, unit: str
) -> DateMention | None:
    """A stretch up to publication: "the past 24 hours", "in the last week"."""
    lead = search_left(_PAST, passage, match.start(), last_end=last_end)
    if lead is None or _OF.match(passage.folded, match.end()):
        return None
    plural = match[0].endswith("s")
    window = (
        lead["n"] or plural or lead["past"] == "past" or (lead["the"] and lead["past"] == "last")
    )
    if not window or unit == "weekend":
        return None
    amount, vague = _amount(passage.folded, lead)
    if plural and lead["n"] is None:
        amount, vague = 2, True
    start, end = lead.start(), match.end()
    return DateMention(
        start, end, "window", passage.text[start:end], amount=-amount, unit=unit, vague=vague
    )


def _anchored(
    passage: Passage, match: re.Match[str], *, last_end: int, unit: str
) -> DateMention | None:
    """A unit that leans on the context: "the same month", "the following day", "that week"."""
    lead = search_left(_ANCHORED, passage, match.start(), last_end=last_end)
    if lead is None or match[0].endswith("s") or unit in ("hour", "minute"):
        return None
    which = "same" if lead["that"] else lead["which"].split()[-1]
    the = passage.folded[lead.start() : lead.start() + 3] == "the"
    if which == "next" and not the:
        return None
    start, end = lead.start(), match.end()
    return DateMention(
        start, end, "anchored", passage.text[start:end], amount=_SHIFTS[which], unit=unit
    )


def _period(
    passage: Passage, match: re.Match[str], *, last_end: int, unit: str
) -> DateMention | None:
    """A calendar unit seen from publication: "last month", "earlier this year", "over the weekend"."""
    lead = search_left(_PERIOD, passage, match.start(), last_end=last_end)
    if lead is None or match[0].endswith("s") or unit in ("hour", "minute", "decade", "fortnight"):
        return None
    which = lead["which"].split()[-1]
    part = _part_of(lead)
    if which == "the" and unit != "weekend" and part is None:
        return None
    if unit == "day" and (which != "the" or lead["part"] is None):
        return None
    start, end = lead.start(), match.end()
    if unit == "day":
        words = passage.text[start:end]
        return DateMention(start, end, "anchored", words, amount=0, unit=unit)
    amount = _AMOUNTS.get(which, 0)
    return DateMention(
        start,
        end,
        "period",
        passage.text[start:end],
        amount=amount,
        unit=unit,
        part=part,
        edge=lead["edge"],
    )


def _part_of(lead: re.Match[str]) -> str | None:
    if lead["part"] or lead["end"]:
        named: str = (lead["part"] or lead["end"]).split()[0]
        return {**_ENDS, "so": "earlier"}.get(named, named)
    if lead["half"]:
        return f"half{_NTH[lead['half']]}"
    return f"quarter{_NTH[lead['quarter']]}" if lead["quarter"] else None
