"""Datelines and posting lines: the place and day that stand before a report."""

import re

from onrecord.documents.chrome import reports_harm
from onrecord.documents.cutting import Cutting
from onrecord.documents.datewords import MONTHS, WEEKDAYS, find_dates
from onrecord.documents.piece import BOILERPLATE

_CITY = r"[A-Z][A-Z’'.-]+(?:[ /-][A-Z][A-Z’'.-]*){0,3}"
_REGION = r"(?:, [A-Z][\w.’'-]*(?: (?:and |of )?[A-Z][\w.’'-]*){0,3}){0,2}"
_DAY = rf"(?:{MONTHS} \d{{1,2}}(?:[,.]? \d{{4}})?|\d{{1,2}} {MONTHS}(?: \d{{4}})?)"
_BRACKET = r"\([^()\n]{2,40}\)"
_DASH = r"\s?(?:—|–|―|--+|-(?=\s|$))\s*"
_DATELINE = re.compile(
    rf"{_CITY}{_REGION}(?:,? {_DAY})?(?:,? {_BRACKET})?(?:,? {_DAY})?(?:,? {_BRACKET})?{_DASH}"
)
_DATED_CITY = re.compile(rf"{_CITY}{_REGION},? \((?:[^()\n]{{0,12}}){_DAY}\)\s*(?=\n|$|[A-Z])")
_MIXED_CITY = re.compile(
    rf"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:, [A-Z][\w’'-]+)?(?:,? {_DAY})? \((?:[A-Z]{{2,8}}|Reuters|Xinhua|Bloomberg|"
    rf"(?:[^()\n]{{0,12}}){_DAY})\){_DASH}"
)
_NO_CITY = re.compile(
    r"(?:UPDATED?|PHOTOS?|VIDEO|WATCH|READ|MORE|RELATED|BREAKING|FILE|EXCLUSIVE|ANALYSIS|OPINION|NOTE|FACTBOX|LIVE"
    r"|TIMELINE|EDITOR|CORRECTION|WARNING|LATEST|NEW|IMAGE|PICTURES?|INTERVIEW|EXPLAINER)\b"
)
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?\b)?"
_POSTING = re.compile(
    rf"(?i:\b(?:first |last |originally )?(?:posted|published|updated|created|modified|issued|filed|date|release date"
    rf"|publication date|story (?:posted|updated|published))\b(?: at| on)?:?|\b(?:at|on)\b|{_TIME}|\b[ap]\.?m\.?(?!\w))"
)
_KEYWORD = re.compile(
    r"(?i)(?:first |last |originally )?(?:posted|published|updated|created|issued|filed|date|release date|story)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_POSTED_TAIL = re.compile(
    rf"\s(?:Posted|Published|Updated|Created):? (?=(?:on )?(?:{WEEKDAYS}|{MONTHS}|\d))"
)
_BY = re.compile(r"(?i)by:? ")
_MOST_WORDS = 24
_FEWEST_WORDS = 5


def take_dateline(cutting: Cutting) -> None:
    """Take `CITY, Country (AFP) —` off the front; a dateline alone on its line is metadata."""
    head = cutting.words[:140]
    if _NO_CITY.match(head):
        return
    found = _DATELINE.match(head) or _DATED_CITY.match(head) or _MIXED_CITY.match(head)
    if found is None or _is_weak(found[0], head[found.end() :]):
        return
    words = cutting.take_front(found.end(), "dateline")
    cutting.label = cutting.label or words.rstrip(" —–―-")
    if cutting.start >= cutting.end:
        cutting.settled = True


def take_posted(cutting: Cutting) -> None:
    """Know a line that says nothing but when (and by whom) it was posted."""
    words = cutting.words
    if len(words) > 300 or not _YEAR.search(words):
        return
    tail = _POSTED_TAIL.search(words)
    if tail and tail.start() and _is_posting(words[tail.start() :].strip()):
        cutting.take_back(tail.start(), "posted")
    elif _is_posting(words):
        cutting.settle(BOILERPLATE, "posted")


def _is_posting(words: str) -> bool:
    dates = list(find_dates(words))
    keyed = _KEYWORD.search(words) is not None
    if len(words.split()) > _MOST_WORDS or not any(found.year is not None for found in dates):
        return False
    if len({found.on for found in dates}) > 1 and not keyed:
        return False
    rest = words
    for found in reversed(dates):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    rest = _POSTING.sub(" ", rest).strip(" .,:;|/()[]–—-•·\xa0")
    named = _BY.match(rest) is not None or _KEYWORD.match(words) is not None
    return not rest or (len(rest.split()) <= 6 and named)


def _is_weak(words: str, rest: str) -> bool:
    """Whether the words are rather a label or the start of a headline in capitals."""
    letters = re.sub(r"[^A-Z]", "", words)
    shouted = bool(rest) and re.search(r"[a-z]", rest[:30]) is None
    bare = words.rstrip().endswith("-") and "(" not in words and len(rest.split()) < _FEWEST_WORDS
    return len(letters) < 3 or shouted or (bare and bool(rest)) or reports_harm(words)
