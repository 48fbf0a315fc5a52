"""Calendar dates at one place of a text → a mention with its parsed parts."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onrecord.claims.date_mention import DateMention, Parts
from onrecord.claims.number_context import words_before
from onrecord.claims.number_lexicon import GAP, Passage, any_of, read_toml, table

_TOML = read_toml("en_dates")
_MONTHS: Mapping[str, int] = _TOML["months"]
_DAYS_LONG: Mapping[str, int] = _TOML["weekdays"]
_WEEKDAYS: Mapping[str, int] = {**_DAYS_LONG, **_TOML["weekdays_short"]}
_SEASONS: Mapping[str, int] = _TOML["seasons"]
_WORDS: Mapping[str, list[str]] = _TOML["words"]
_BEFORE_MONTH = frozenset(_WORDS["before_month"])
_BEFORE_YEAR = frozenset(_WORDS["before_year"])
_NAMES = frozenset({"may", "march", "mar"})

_LONG = [name for name in _MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_M = rf"(?:{any_of(_LONG)}(?!\w)|{any_of(_MONTHS)}(?!\w)\.?)"
_D = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\w%])"
_Y = rf"(?:19|20)[0-9]{{2}}(?!\w|[.,][0-9]|{GAP}(?:{any_of(_WORDS['zones'])}|hrs|hours)(?!\w))"
_OF_YEAR = rf"(?:,?{GAP}(?:of{GAP})?|,)"
_TO = rf"(?:{GAP}(?:to|into|through|thru|until|till|and|or){GAP}|{GAP}?-{GAP}?)"
_TO_SURE = rf"(?:{GAP}(?:to|into|through|thru|until|till){GAP}|{GAP}?[-/]{GAP}?)"
_THE = rf"(?:the{GAP})?"

_DAY_MONTH = re.compile(
    rf"{_THE}(?P<d>{_D})(?:{GAP}(?:of{GAP})?|-)(?P<m>{_M})(?:(?:{_OF_YEAR}|-)(?P<y>{_Y}))?"
    rf"(?:{_TO}{_THE}(?P<d2>{_D}){GAP}(?:of{GAP})?(?P<m2>{_M})(?:{_OF_YEAR}(?P<y2>{_Y}))?)?"
)
_DAYS_MONTH = re.compile(
    rf"{_THE}(?P<d>{_D})(?:,{GAP}{_D}){{0,6}}(?:,?{_TO}){_THE}(?P<d2>{_D}){GAP}(?:of{GAP})?(?P<m>{_M})(?:{_OF_YEAR}(?P<y>{_Y}))?"
)
_MONTH_DAY = re.compile(
    rf"(?P<m>{_M})(?:{GAP}|(?<=\.)){_THE}(?P<d>{_D})"
    rf"(?:{_TO_SURE}(?:(?P<m2>{_M}){GAP})?(?P<d2>{_D})|{GAP}(?P<and>and|or){GAP}(?:(?P<m3>{_M}){GAP})?(?P<d3>{_D}))?"
    rf"(?:{_OF_YEAR}(?P<y>{_Y}))?"
)
_MONTH_COMMA_DAY = re.compile(rf"(?P<m>{_M}),{GAP}(?P<d>{_D}),?{GAP}(?P<y>{_Y})")
_MONTH_DAY_YEAR_TO = re.compile(
    rf"(?P<m>{_M}){GAP}(?P<d>{_D}){_OF_YEAR}(?P<y>{_Y}){_TO}(?P<m2>{_M}){GAP}(?P<d2>{_D}){_OF_YEAR}(?P<y2>{_Y})"
)
_MONTH_YEAR = re.compile(
    rf"(?P<m>{_M})(?:{_OF_YEAR}(?P<y>{_Y}))?(?:{_TO}(?P<m2>{_M})(?:{_OF_YEAR}(?P<y2>{_Y}))?)?"
)
_WEEKDAY = re.compile(rf"({any_of(_WEEKDAYS)})(?!\w)\.?")
_BEFORE_DATE = re.compile(rf",?{GAP}(?:\()?|,")

_ISO = re.compile(
    r"((?:19|20)[0-9]{2})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?:t[0-9]{2}:?[0-9]{2}[0-9:.]{0,12}(?:z|[+-][0-9:]{2,5})?)?(?![\w-])"
)
_NUMERIC = re.compile(
    r"([0-9]{1,2})([-/.])([0-9]{1,2})\2((?:19|20)[0-9]{2}|[0-9]{2})(?![\w/-]|\.[0-9])"
)
_CLOCK = re.compile(
    r"(?:(?:[01]?[0-9]|2[0-4])[:.h][0-5][0-9](?::[0-5][0-9])?|(?:[01][0-9]|2[0-4])[0-5][0-9](?=\s?(?:gmt|utc|hrs|hours|local|z|est|edt|msk|cet|bst)\b)|[0-9]{1,2}(?=\s?(?:[ap]\.?m\b|o'clock)))"
    rf"(?:\s?(?:[ap]\.m\.?|[ap]m\b|o'clock|h\b|hrs\b|hours\b))?(?:{GAP}(?:{any_of(_WORDS['zones'])})(?!\w)(?:{GAP}time(?!\w))?)?"
)
_CLOCK_SURE = re.compile(r":|[ap]\.?m|o'clock|gmt|utc|hrs|hours|local|[0-9]h[0-9]|[0-9]z")
_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<edge>{any_of([*_WORDS['since'], *_WORDS['edges']])}){GAP})?(?:the{GAP})?"
    rf"(?:(?P<part>early|mid|late|earlier|later)(?:{GAP}in|{GAP}on)?(?:-|{GAP})(?:the{GAP})?"
    rf"|(?P<end>start|beginning|middle|end){GAP}of{GAP}(?:the{GAP})?"
    rf"|(?P<half>first|second|latter){GAP}half{GAP}of{GAP}(?:the{GAP})?"
    rf"|(?P<quarter>first|second|third|fourth|last|final){GAP}quarter{GAP}of{GAP}(?:the{GAP})?"
    rf"|(?P<nth>first|opening|second|third|fourth|last|final|closing){GAP}(?:(?:few|two|three|ten){GAP})?(?:week|days){GAP}of{GAP}(?:the{GAP})?"
    rf"|(?P<week>(?:seven{GAP}days|week){GAP}(?:that{GAP})?(?:to|ending|ended|of|beginning|starting){GAP}(?:on{GAP})?))?$"
)
_WEEKS = {
    "first": 1,
    "opening": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 5,
    "final": 5,
    "closing": 5,
}
_LEAD_WINDOW = 64
_ENDS = {"start": "early", "beginning": "early", "middle": "mid", "end": "late", "later": "earlier"}
_NTH = {"first": 1, "second": 2, "latter": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_YEAR = re.compile(
    rf"(?P<y>{_Y})(?!s)(?:(?:-|{GAP}(?P<join>to|and|through|until){GAP})(?P<y2>{_Y}|[0-9]{{2}}(?!\w)))?"
)
_DECADE = re.compile(r"((?:19|20)[0-9])0'?s(?!\w)")
_SEASON = re.compile(rf"({any_of(_SEASONS)})(?:{GAP}(?:of{GAP})?({_Y}))?(?!\w)")


def with_lead(mention: DateMention, passage: Passage, *, last_end: int) -> DateMention:
    """The mention with what narrows or bounds it from the left: "since early", "first half of"."""
    left = max(mention.start - _LEAD_WINDOW, last_end)
    match = _LEAD.search(passage.folded, left, mention.start)
    if match is None or match.start() == mention.start:
        return mention
    if match.start() == left and left and passage.folded[left - 1].isalnum():
        return mention
    part = _part_of(match) or mention.part
    edge = "since" if (match["edge"] or "").endswith("since") else match["edge"]
    if part is None and edge is None:
        return mention
    start = match.start()
    return replace(
        mention, start=start, text=passage.text[start : mention.end], part=part, edge=edge
    )


def _part_of(lead: re.Match[str]) -> str | None:
    named = lead["part"] or lead["end"]
    if named:
        return _ENDS.get(named, named)
    if lead["nth"]:
        return f"week{_WEEKS[lead['nth']]}"
    if lead["week"]:
        return "week_to" if re.search(r"to|end", lead["week"]) else "week_of"
    if lead["half"]:
        return f"half{_NTH[lead['half']]}"
    return f"quarter{_NTH[lead['quarter']]}" if lead["quarter"] else None


def read_digits(passage: Passage, at: int) -> DateMention | None:
    """The date or clock time that begins with the digits at `at`."""
    if at and (passage.folded[at - 1].isalnum() or passage.folded[at - 1] in "$€£_/#@"):
        return None
    return (
        _read_iso(passage, at)
        or _read_numeric(passage, at)
        or read_day_first(passage, at)
        or _read_clock(passage, at)
        or _read_year(passage, at)
    )


def _read_iso(passage: Passage, at: int) -> DateMention | None:
    match = _ISO.match(passage.folded, at)
    if match is None:
        return None
    first = Parts(int(match[1]), int(match[3]), int(match[4]))
    return DateMention(at, match.end(), "day", passage.text[at : match.end()], first)


def _read_numeric(passage: Passage, at: int) -> DateMention | None:
    match = _NUMERIC.match(passage.folded, at)
    if match is None:
        return None
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    if year < 100:
        year += 2000 if year < 70 else 1900
    dotted = match[2] == "." and _day(year, other, one)
    orders = [(other, one)] if dotted else [(other, one), (one, other)]
    readings = sorted({day for month, number in orders if (day := _day(year, month, number))})
    if not readings:
        return None
    words = passage.text[at : match.end()]
    return DateMention(at, match.end(), "numeric", words, readings=tuple(readings))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_day_first(passage: Passage, at: int) -> DateMention | None:
    """A day written before its month: "29 November 2015", "5 and 8 May", "30 April to 5 May"."""
    match = _DAYS_MONTH.match(passage.folded, at) or _DAY_MONTH.match(passage.folded, at)
    if match is None or not _is_month(passage.text, match.start("m")):
        return None
    parts = match.groupdict()
    end = match.end()
    if parts.get("m2") and not _joins_range(passage.folded, match):
        parts["d2"] = parts["m2"] = parts["y2"] = None
        end = match.end("y" if parts["y"] else "m")
    month = _month(parts["m"])
    last_month = _month(parts.get("m2") or parts["m"])
    return _days(passage.text, (at, end), parts, (month, last_month))


def _joins_range(folded: str, match: re.Match[str]) -> bool:
    """Whether two full days are a range: "5 May and 8 June" is one only after "between"."""
    joined = folded[match.end("y" if match["y"] else "m") : match.start("d2")]
    sure = not re.search(r"\b(?:and|or)\b", joined)
    return sure or _opens_range(folded, match.start())


def read_month_first(passage: Passage, at: int) -> DateMention | None:
    """A month and what follows it: "November 29, 2015", "May 5-8", "March to May 2017"."""
    if not _is_month(passage.text, at):
        return None
    match = (
        _MONTH_DAY_YEAR_TO.match(passage.folded, at)
        or _MONTH_DAY.match(passage.folded, at)
        or _MONTH_COMMA_DAY.match(passage.folded, at)
    )
    if match is None or _counts_people(passage.folded, match):
        return _read_month_alone(passage, at)
    parts = match.groupdict()
    end = match.end()
    if parts.get("d3") and not (parts["y"] or _opens_range(passage.folded, at)):
        parts["d3"], end = None, match.end("d")
    month = _month(parts["m"])
    parts["d2"] = parts.get("d2") or parts.get("d3")
    last_month = _month(parts.get("m2") or parts.get("m3") or parts["m"])
    return _days(passage.text, (at, end), parts, (month, last_month))


_PEOPLE = re.compile(rf"{GAP}{any_of(table('after')['count_nouns'])}(?!\w)")
_IN_MONTH = frozenset({"in", "during", "throughout", "last", "this"})


def _counts_people(folded: str, match: re.Match[str]) -> bool:
    """Whether it is "in March 12 people died", where 12 is no day."""
    words = words_before(folded, match.start())
    inside = bool(words) and words[0][0] in _IN_MONTH
    return inside and match["y"] is None and _PEOPLE.match(folded, match.end("d")) is not None


_OPENS = re.compile(rf"(?<!\w)(?:between|from){GAP}$")


def _opens_range(folded: str, at: int) -> bool:
    return _OPENS.search(folded, max(at - 12, 0), at) is not None


def _days(
    text: str, place: tuple[int, int], parts: Mapping[str, str | None], months: tuple[int, int]
) -> DateMention:
    start, end = place
    year, last_year = _number(parts["y"]), _number(parts.get("y2"))
    first = Parts(year, months[0], _number(parts["d"]))
    if parts.get("d2") is None:
        return DateMention(start, end, "day", text[start:end], first)
    last = Parts(last_year or year, months[1], _number(parts["d2"]))
    return DateMention(start, end, "days", text[start:end], first, last)


def _number(words: str | None) -> int | None:
    return None if words is None else int(re.sub(r"\D", "", words))


def _month(words: str | None) -> int:
    return _MONTHS[(words or "").rstrip(".")]


def _is_month(text: str, at: int) -> bool:
    """Whether a month's name is written with a capital, as months are."""
    return text[at].isupper()


def _read_month_alone(passage: Passage, at: int) -> DateMention | None:
    match = _MONTH_YEAR.match(passage.folded, at)
    if match is None:
        return None
    months, end = match.groupdict(), match.end()
    joined = passage.folded[match.end("y") if match["y"] else match.end("m") : match.start("m2")]
    if months["m2"] and "and" in joined and not _opens_range(passage.folded, at):
        months, end = {**months, "m2": None, "y2": None}, match.end("y" if match["y"] else "m")
    if not months["y"] and not months["m2"] and not _stands_as_month(passage, match):
        return None
    first = Parts(_number(months["y"]), _month(months["m"]))
    words = words_before(passage.folded, at)
    if not months["m2"] and not months["y"] and words and words[0][0] == "last":
        start = words[0][1]
        return DateMention(start, end, "month", passage.text[start:end], first, last_word=True)
    if not months["m2"]:
        return DateMention(at, end, "month", passage.text[at:end], first)
    last = Parts(_number(months["y2"]), _month(months["m2"]))
    return DateMention(at, end, "months", passage.text[at:end], first, last)


def _stands_as_month(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a bare name is the month, not "May" the verb, "April Smith" or "jan"."""
    words = words_before(passage.folded, match.start())
    before = words[0][0].rstrip(".") if words else ""
    named = (
        _CAPITAL_NEXT.match(passage.text, match.end("m")) is not None and not passage.text.isupper()
    )
    if before in _BEFORE_MONTH:
        return before in _SURE_BEFORE_MONTH or not named
    name = match["m"].rstrip(".")
    return name not in _NAMES and len(name) > 3 and not named


_CAPITAL_NEXT = re.compile(r"\s[A-Z][a-z]")
_SURE_BEFORE_MONTH = frozenset({"in", "since", "during", "early", "late", "mid", "last", "this"})


def _read_clock(passage: Passage, at: int) -> DateMention | None:
    match = _CLOCK.match(passage.folded, at)
    if match is None or not _CLOCK_SURE.search(
        match[0] + passage.folded[match.end() : match.end() + 8]
    ):
        return None
    return DateMention(at, match.end(), "time", passage.text[at : match.end()])


def _read_year(passage: Passage, at: int) -> DateMention | None:
    decade = _DECADE.match(passage.folded, at)
    if decade is not None:
        year = int(decade[1] + "0")
        words = passage.text[at : decade.end()]
        return DateMention(at, decade.end(), "years", words, Parts(year), Parts(year + 9))
    match = _YEAR.match(passage.folded, at)
    if match is None:
        return None
    ranged = match["y2"] is not None and match["join"] is None and len(match["y2"]) == 4
    if not ranged and not _stands_as_year(passage.folded, at):
        return None
    end, year, last = match.end(), int(match["y"]), match["y2"]
    if match["join"] == "and" and not _opens_range(passage.folded, at):
        last, end = None, match.end("y")
    last_year = int(last) if last and len(last) == 4 else year // 100 * 100 + int(last or 0)
    if last and last_year > year:
        return DateMention(at, end, "years", passage.text[at:end], Parts(year), Parts(last_year))
    end = match.end("y")
    return DateMention(at, end, "year", passage.text[at:end], Parts(year))


_YEAR_PREFIX = re.compile(r"(?<!\w)(?:early|mid|late|pre|post)-$")


def _stands_as_year(folded: str, at: int) -> bool:
    if _YEAR_PREFIX.search(folded, max(at - 7, 0), at):
        return True
    words = words_before(folded, at)
    return bool(words) and words[0][0] in _BEFORE_YEAR


def read_season(passage: Passage, at: int) -> DateMention | None:
    """A season: "summer of 2014"; without a year only after "last" or "this"."""
    match = _SEASON.match(passage.folded, at)
    if match is None:
        return None
    year = _number(match[2])
    words = words_before(passage.folded, at)
    amount = None
    if year is None:
        if not words or words[0][0] not in ("last", "this"):
            return None
        amount = -1 if words[0][0] == "last" else 0
        at = words[0][1]
    first = Parts(year, _SEASONS[match[1]])
    return DateMention(
        at, match.end(), "season", passage.text[at : match.end()], first, amount=amount
    )
