"""Paragraphs → the label before their words: a clock, and who speaks ("15:30 Mayor: …")."""

import re
from dataclasses import dataclass

from onrecord.claims.speech_words import SpeechLexicon

# A clock in brackets or before a bar, a numbered update, a mark of quotation.
_CLOCK = re.compile(
    r"\s*(?:>\s*)*(?:[-–—•*]\s*)?"
    r"(?:(?:UPDATE|Update|ORIGINAL|LATEST|POSTED|Posted|Pinned)\b(?:\s+\d{1,2}\b(?![:.h]))?\s*)?"
    r"(?:[\[(]?(?:Pinned\s+)?\d{1,2}[:.h]\d{2}(?:\s*(?:[ap]\.?m\.?|GMT|UTC|BST|EST|CET|local time))?[\])]?\s*(?:[:|–—-]\s*)?)?"
)
_WHO = re.compile(r"(?P<who>[@A-Z“\"'][^:\n!?\"“”]{0,70}?)\s*:\s+(?=\S)")
_HANDLE = re.compile(
    r"(?:RT\s+)?(?P<who>@\w{2,30})(?:\s+(?:wrote|replied|posted|said|tweeted|on \w+))?\s*:?\s+"
)
_ASKS = re.compile(r"(?:Question|Q|QUESTION|Reporter|REPORTER|Journalist|Interviewer)\s*:\s+")
_TO = re.compile(r"\s+(?:to|on|via|in|at|speaking to)\s+.*$")
_DOING = re.compile(
    r"\s+(?:wrote|writes|replied|replies|posted|said|says|tweeted|amends?|adds?|added|told)\b.*$"
)
_NOBODY = frozenset(
    {"fact", "question", "q", "answer", "a", "note", "update", "breaking", "correction", "finding",
     "alleged", "source", "sources", "more", "photo", "video", "watch", "read", "location", "date", "what",
     "who", "where", "when", "why", "how", "killed", "injured", "wounded", "dead", "summary", "result",
     "target", "effect", "weapon", "weapons", "time", "place", "latest", "live", "exclusive", "opinion",
     "analysis", "background", "context", "related", "also", "tips", "reported", "credible", "status"}
)  # fmt: skip
_LONGEST = 9
# A number, a bracket, a pronoun or a verb: no name, but the head of a sentence or an entry.
_SENTENCE = re.compile(
    r"[\d(;]|^(?:It|This|That|These|There|He|She|They|We|His|Her|Its|Their|In|On|At|Among|To|For|By|With)\b"
    r"|\b(?:he|she|they|it|we|one|which|who|that|was|were|is|are|has|have|had|did|does|\w{2,}ed)\b"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph's own words, which begin at `rest`; `who` may be empty.

    `asks`: it is a question's label, so that what follows is a dialogue.
    """

    who: str
    start: int
    end: int
    rest: int
    asks: bool = False


def find_label(text: str, words: SpeechLexicon) -> Label | None:
    """The label of a paragraph; `None` if it begins with its own words."""
    clock = _CLOCK.match(text)
    at = clock.end() if clock is not None else 0
    if at and not any(letter.isdigit() or letter == ">" for letter in text[:at]):
        at = 0
    asking = _ASKS.match(text, at)
    if asking is not None:
        return Label("", at, at, asking.end(), asks=True)
    handle = _HANDLE.match(text, at)
    if handle is not None:
        return Label(handle["who"], handle.start("who"), handle.end("who"), handle.end())
    match = _WHO.match(text, at)
    if match is not None:
        who = _DOING.sub("", _TO.sub("", match["who"]))
        if _can_be_speaker(who, words):
            start = match.start("who")
            return Label(who, start, start + len(who), match.end())
    return Label("", at, at, at) if at else None


def _can_be_speaker(who: str, words: SpeechLexicon) -> bool:
    parts = re.findall(r"[\w’'-]+", who)
    if not parts or len(parts) > _LONGEST or _SENTENCE.search(who) is not None:
        return False
    if parts[0].casefold() in _NOBODY and (len(parts) == 1 or parts[0].casefold() != "a"):
        return False
    lowered = {part.casefold().removesuffix("'s").removesuffix("’s") for part in parts}
    speaking = words.titles | words.persons | words.groups | words.plurals | words.reports | _VOICES
    return bool(lowered & speaking) or _is_name(parts)


def _is_name(parts: list[str]) -> bool:
    return 2 <= len(parts) <= 4 and all(
        part[0].isupper() and not part.isupper() and part[1:].isalpha() for part in parts
    )


_VOICES = frozenset(
    {"radio", "tv", "television", "channel", "directorate", "office", "ministry", "broadcaster", "station",
     "bureau", "hospital", "mayor", "governor", "police", "army", "military", "navy", "rescuers", "helmets",
     "observatory", "monitor", "union", "crescent", "defence", "defense", "govt", "gov", "mod"}
)  # fmt: skip
