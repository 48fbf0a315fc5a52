"""Text → parties that no list has: a state's forces by its adjective, an armed group by its name.

Most armed groups of the world stand on no list of ours. "Varnian army" and "Hill Front" are kept
under names made of their own words, so that allegations against them meet their answers.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.claims.harm_words import read_toml
from onrecord.claims.parties import PartyHit, PartyUse
from onrecord.model.party import UNLISTED_SIDE

_ADJECTIVE = r"[A-Z][a-z]{2,20}(?:an|ese|ish|i|egan|ovar)"


def find_unlisted(text: str, known: Sequence[PartyHit], *, offset: int = 0) -> list[PartyHit]:
    """The parties of a text that are not among `known`, in order; offsets are absolute.

    A state's forces are "<Adjective> Armed Forces", its ministry of defence "<Adjective> Ministry
    of Defense", its rulers "<Adjective> Government"; a group keeps its own name.
    """
    taken = [(hit.start - offset, hit.end - offset) for hit in known]
    found: list[PartyHit] = []
    for start, end, name, use in [*_states(text), *_groups(text)]:
        if not any(start < there[1] and there[0] < end for there in taken):
            taken.append((start, end))
            found.append(
                PartyHit(
                    text=text[start:end],
                    start=offset + start,
                    end=offset + end,
                    name=name,
                    use=use,
                    country=None,
                )
            )
    return sorted(found, key=lambda hit: hit.start)


def unlisted_name(words: str) -> str | None:
    """The party that a speaker's description names ("Varnian army spokesman"), if any."""
    hits = find_unlisted(words, ())
    return hits[0].name if hits else None


def _states(text: str) -> Iterator[tuple[int, int, str, PartyUse]]:
    patterns, stop, _ = _load()
    for use, suffix, pattern in patterns:
        for match in pattern.finditer(text):
            adjective = match["adjective"]
            if adjective in stop:
                continue
            end = match.end("adjective") if use is PartyUse.ADJECTIVE else match.end()
            yield match.start(), end, f"{adjective} {suffix}", use


def _groups(text: str) -> Iterator[tuple[int, int, str, PartyUse]]:
    _, stop, pattern = _load()
    for match in pattern.finditer(text):
        words = match["name"].split()
        if not set(words) & stop and len(words) > 1:
            yield match.start("name"), match.end("name"), " ".join(words), PartyUse.GROUP


_Patterns = tuple[list[tuple[PartyUse, str, re.Pattern[str]]], frozenset[str], re.Pattern[str]]


@cache
def _load() -> _Patterns:
    raw = read_toml("en_unlisted.toml")
    forces, government, defence = UNLISTED_SIDE
    rows = (
        (PartyUse.FORCE, defence, raw["defence"]),
        (PartyUse.AUTHORITIES, government, raw["government"]),
        (PartyUse.FORCE, forces, raw["forces"]),
        (PartyUse.ADJECTIVE, forces, raw["attacks"]),
    )
    patterns = [
        (use, suffix, re.compile(rf"\b(?P<adjective>{_ADJECTIVE})\s+(?:{_any(words)})\b"))
        for use, suffix, words in rows
    ]
    group = re.compile(
        rf"\b(?!The\b)(?P<name>(?:[A-Z][\w'’-]+\s+){{1,4}}(?:{_any(raw['groups'])}))\b"
    )
    return patterns, frozenset(raw["stop"]), group


def _any(words: Sequence[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
