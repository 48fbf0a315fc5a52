"""Originators as named → whether two names can be one voice."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.incidents.sides import Sides
from onrecord.incidents.wording import list_words
from onrecord.model.vocabulary import SpeakerKind

_TITLES = frozenset(
    list_words(
        """admiral ambassador brig brigadier capt captain chief col colonel commander deputy director
    dr former gen general governor lieutenant lt maj major minister mr mrs ms president prime
    secretary sir spokesman spokesperson spokeswoman the"""
    )
)
_BODIES = re.compile(
    r"\b(?:ministry|forces?|army|navy|government|command|office|department|kremlin|coalition|police"
    r"|council|committee|embassy|agency|network|observatory|group|organi[sz]ation|movement|union"
    r"|authority|mission|centre|center|service|guard|corps|brigade|commission|international"
    r"|rights|defen[cs]e|watch)\b",
    re.IGNORECASE,
)
_PERSONAL = frozenset({SpeakerKind.PERSON, SpeakerKind.OFFICIAL, SpeakerKind.BELLIGERENT})


@dataclass(frozen=True, slots=True)
class Voice:
    """An originator made ready for comparison; `side` is the one it speaks for, if any."""

    name: str
    words: tuple[str, ...]
    initials: str
    is_body: bool
    side: str | None


def read_voice(name: str, *, kind: SpeakerKind, speaks_for: str | None, sides: Sides) -> Voice:
    """The voice behind a name: titles off, a body told from a person."""
    words, initials = _read_name(name)
    is_body = kind not in _PERSONAL or sides.is_listed(name) or _BODIES.search(name) is not None
    side = sides.find_side(speaks_for) if speaks_for else None
    return Voice(name, words, initials, is_body, side)


def list_voice_keys(voice: Voice) -> set[str]:
    """Where to look for the same voice: whole name, initials, surname, and the side spoken for."""
    keys = {f"name {' '.join(voice.words)}", f"initials {voice.initials}"}
    if len(voice.words) == 1:
        keys.add(f"initials {voice.words[0]}")
    if not voice.is_body and voice.words:
        keys.add(f"surname {voice.words[-1]}")
    if voice.side:
        keys.add(f"side {voice.side}")
    return keys


def are_one_voice(one: Voice, other: Voice) -> bool:
    """Whether two names are one: spelled alike, initials of one another, or surname of a person."""
    if one.words == other.words:
        return True
    if _abbreviates(one, other) or _abbreviates(other, one):
        return True
    if one.is_body or other.is_body:
        return False
    shorter, longer = sorted((one.words, other.words), key=len)
    return bool(shorter) and shorter[-1] == longer[-1] and set(shorter) <= set(longer)


def may_speak_for(one: Voice, other: Voice) -> bool:
    """Whether one is a person and the other a body, both of one side."""
    return one.is_body != other.is_body and one.side is not None and one.side == other.side


def _abbreviates(one: Voice, other: Voice) -> bool:
    return len(one.words) == 1 and len(other.words) > 1 and one.words[0] == other.initials


@lru_cache(maxsize=65536)
def _read_name(name: str) -> tuple[tuple[str, ...], str]:
    words = list_words(name)
    kept = tuple(word for word in words if word not in _TITLES) or tuple(words)
    capitals = "".join(
        part[0] for part in re.findall(r"[^\W_]+", name) if part[0].isupper()
    ).casefold()
    return kept, capitals
