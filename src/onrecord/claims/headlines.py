"""Headlines → their attribution and their words in the case of running text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.claims.speech_words import SpeechLexicon

_TAIL = re.compile(r"^.*(?:\s[-–—]|:|\s[–—]|[^\s-][–—])\s+(?P<who>[^:–—]{2,48})$")
_COLON_LEAD = re.compile(r"^(?P<who>[^:]{2,40}):\s+")
_COMMA_TAIL = re.compile(
    r",\s+(?P<who>[^,]{2,48}?)\s+(?P<verb>says?|said|reports?|claims?|confirms?|warns?)$",
    re.IGNORECASE,
)
# "UPDATE 2-", "BREAKING:": what an agency's desk puts before a headline.
_SLUG = re.compile(
    r"\s*(?:(?:UPDATE|WRAPUP|WRAP-UP|RPT|REPEAT|REFILE|CORRECTED|CORRECTION|LEAD|URGENT|BREAKING"
    r"|BREAKINGVIEWS|EXCLUSIVE|FACTBOX|TIMELINE|TOPSHOTS?|TOPWRAP|ALERT|FLASH|SNAP|NEWSALERT|ADVISORY"
    r"|LIVE|JUST IN|NEWS|RECAP|ROUNDUP|GRAPHIC|WATCH|VIDEO|PHOTOS?)(?:\s?\d{1,2}\b)?(?:\s*[-–—:|/]\s*|\s+))+"
    r"(?=\S)"
)
# What is counted is said, not who says it: "Tarvel: three killed" has no attribution behind.
_TOLD = re.compile(
    r"\d|\b(?:kill\w*|dead|dies?|died|deaths?|wound\w*|injur\w*|hurt|toll|slain|shot|bodies"
    r"|missing|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|several|hundreds)\b",
    re.IGNORECASE,
)
_LONGEST = 6
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Tail:
    """Who says a headline: the words, their offsets in it, and where the rest stands."""

    who: str
    start: int
    end: int
    rest: tuple[int, int]


def find_tail(headline: str, words: SpeechLexicon) -> Tail | None:
    """The attribution of a headline ("…: monitor", "Police: …", "…, ministry says").

    Where a mark parts two stretches, the one that can speak is the speaker; else the last.
    """
    comma = _COMMA_TAIL.search(headline)
    if comma is not None and _TOLD.search(comma["who"]) is None:
        return _behind(comma, comma.start())
    tail, lead = _TAIL.match(headline), _COLON_LEAD.search(headline)
    speaks = lead is not None and _can_speak(lead["who"], words)
    if tail is not None and (_can_speak(tail["who"], words) or not (speaks or _tells(tail["who"]))):
        return _behind(tail, len(headline[: tail.start("who")].rstrip(" :–—-")))
    if lead is not None and not _tells(lead["who"]):
        rest = (lead.end(), len(headline))
        return Tail(lead["who"], lead.start("who"), lead.end("who"), rest)
    return None


def _behind(match: re.Match[str], end: int) -> Tail:
    return Tail(match["who"], match.start("who"), match.end("who"), (0, end))


def _tells(words: str) -> bool:
    """Whether a stretch is too long for a name, or counts."""
    return _TOLD.search(words) is not None or len(words.split()) > _LONGEST


def skip_slug(headline: str) -> int:
    """Where a headline's own words begin behind "UPDATE 2-" and its like."""
    match = _SLUG.match(headline)
    return match.end() if match is not None else 0


def _can_speak(who: str, words: SpeechLexicon) -> bool:
    """Whether a stretch ends in a word for a speaker, or is a handle, and counts nobody."""
    parts = [part.casefold() for part in _WORD.findall(who)]
    if who.strip().startswith(("@", "RT @")):
        return True
    if not parts or len(parts) > _LONGEST or any(letter.isdigit() for letter in who):
        return False
    ends = {parts[-1], parts[-1].removesuffix("s"), parts[0], *parts[-1].split("-")}
    return bool(ends & (words.titles | words.persons | words.groups | words.plurals))


def lower_titles(headline: str, kept: Iterable[tuple[int, int]]) -> str:
    """A headline in the case of running text, character for character.

    Words inside `kept` (names of places, parties, speakers) stay; so do words in a headline that
    is not set in title case.
    """
    words = list(_WORD.finditer(headline))
    if not words or not _is_title_case([match.group() for match in words]):
        return headline
    spans = list(kept)
    letters = list(headline)
    for match in words[1:]:
        if any(start < match.end() and match.start() < end for start, end in spans):
            continue
        lowered = match.group().lower()
        if len(lowered) == len(match.group()):
            letters[match.start() : match.end()] = lowered
    return "".join(letters)


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)
