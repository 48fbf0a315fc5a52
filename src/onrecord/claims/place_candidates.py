"""Text → candidates: stretches that may name a place, with the words that speak for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.lexicon import Hit
from onrecord.claims.party_words import NameKind, name_matcher
from onrecord.claims.place_record import Match, PlaceRecord
from onrecord.claims.place_words import PlaceText, Region, Word, is_stop
from onrecord.claims.speaker_names import find_speakers

_LONGEST = 5
_LIST_GAP = re.compile(r"\s*(?:,\s*(?:and|or)?|and|or|&|/)\s*")
_DATELINE = re.compile(r"[,\s\w.]{0,40}(?:\(|--|[\u2013\u2014-]\s)")
_KIND_OF = re.compile(r"\s+(?:of|such\s+as|like|called|named|in)\s*$")
_LONGEST_LINK = 40


class Level(StrEnum):
    """What kind of place the words beside a name call it."""

    CITY = "city"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"


class Cue(StrEnum):
    """What stands before a name."""

    NONE = "none"
    AT = "at"
    ABOUT = "about"
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name at `[start, end)`; `[whole_start, whole_end)` takes in the words that qualify it.

    `records` are the gazetteer's, best first; `stem` those of its first words, if it has none. `direction` holds words like "west of" or
    "northern", `None` if there are none; `wide`: the country around is meant. `plural`: the word for its kind counts several places;
    `head`: that word stands before the first of them.
    """

    start: int
    end: int
    whole_start: int
    whole_end: int
    text: str
    records: tuple[PlaceRecord, ...] = ()
    stem: tuple[PlaceRecord, ...] = ()
    region: Region | None = None
    cue: Cue = Cue.NONE
    level: Level | None = None
    plural: bool = False
    head: bool = False
    direction: str | None = None
    part: bool = False
    wide: bool = False


def find_candidates(words: PlaceText, gazetteer: Gazetteer, country: str | None) -> list[Candidate]:
    """The candidates of a text in order, none overlapping another."""
    taken = _taken(words.text)
    found = [
        _region(words, hit)
        for hit in words.regions
        if hit.payload.name != "Gaza Strip" or country in (None, "PS", "IL")
    ]
    for run in words.runs:
        found += _read_run(words, run, gazetteer, country)
    outlets = [(hit.start, hit.end) for hit in find_speakers(words.text)]
    kept = [
        one
        for one in found
        if not _overlaps(one, taken) and (_is_here(one, country) or not _overlaps(one, outlets))
    ]
    ordered = sorted(kept, key=lambda one: (one.start, one.region is None, -one.end))
    return _spread_kinds(words.text, list(_without_overlap(ordered)))


@lru_cache(maxsize=4)
def _taken(text: str) -> list[tuple[int, int]]:
    """Stretches that name parties, nationalities or leaders."""
    kinds = (NameKind.PARTY, NameKind.LOCAL, NameKind.ADJECTIVE, NameKind.LEADER)
    return [(hit.start, hit.end) for hit in name_matcher().find(text) if hit.payload.kind in kinds]


def _is_here(one: Candidate, country: str | None) -> bool:
    """Whether a name is said to be a place, and is one of this country: no outlet named after it."""
    spoken = one.cue in (Cue.AT, Cue.NEAR) and bool(one.records)
    return spoken and country is not None and one.records[0].country == country


def _overlaps(one: Candidate, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in taken)


def _without_overlap(ordered: Sequence[Candidate]) -> Iterator[Candidate]:
    last = 0
    for one in ordered:
        if one.start >= last:
            yield one
            last = one.end


def _region(words: PlaceText, hit: Hit[Region]) -> Candidate:
    return _qualified(words, _bare(words.text, hit.start, hit.end, region=hit.payload))


def _bare(
    text: str,
    start: int,
    end: int,
    *,
    records: tuple[PlaceRecord, ...] = (),
    region: Region | None = None,
) -> Candidate:
    return Candidate(
        start=start, end=end, whole_start=start, whole_end=end, text=text[start:end],
        records=records, region=region,
    )  # fmt: skip


def _read_run(
    words: PlaceText, run: Sequence[Word], gazetteer: Gazetteer, country: str | None
) -> Iterator[Candidate]:
    at = 0
    while at < len(run):
        found = _longest(words, run, at, gazetteer, country)
        if found is None:
            at += 1
            continue
        candidate, until = found
        last = run[until - 1]
        site = None if last.owned else words.after(last.end, "site")
        if site is not None:
            candidate = _qualified(words, _bare(words.text, candidate.start, site.end))
            until = next((i for i in range(until, len(run)) if run[i].start >= site.end), len(run))
        if not _is_named_otherwise(words, run, at, until):
            yield candidate
        at = until


def _longest(
    words: PlaceText, run: Sequence[Word], at: int, gazetteer: Gazetteer, country: str | None
) -> tuple[Candidate, int] | None:
    """The longest stretch from `at` that the gazetteer knows, else all up to a common word.

    A stretch that goes on with another name ("Orlo Smith") is not the place Orlo.
    """
    if not run[at].named:
        return None
    stem: tuple[PlaceRecord, ...] = ()
    for until in range(min(len(run), at + _LONGEST), at, -1):
        start, end = run[at].start, run[until - 1].end
        name = words.text[start:end]
        if until - at == 1 and is_stop(name):
            continue
        records = tuple(gazetteer.lookup(name, country=country))
        if not records or not _is_worth(records, country):
            continue
        if until == len(run) or is_stop(run[until].text):
            return _qualified(words, _bare(words.text, start, end, records=records)), until
        stem = stem or records
    if is_stop(run[at].text):
        return None
    last = next((i for i in range(at + 1, len(run)) if is_stop(run[i].text)), len(run))
    whole = _bare(words.text, run[at].start, run[last - 1].end)
    return _qualified(words, replace(whole, stem=stem)), last


def _is_worth(records: Sequence[PlaceRecord], country: str | None) -> bool:
    """Whether the best record is more than a chance likeness of consonants."""
    best = records[0]
    return best.match is Match.EXACT or best.country == country


def _is_named_otherwise(words: PlaceText, run: Sequence[Word], at: int, until: int) -> bool:
    """Whether the words beside say that it is a person's or an organisation's name."""
    last = run[until - 1]
    if not last.owned and any(words.after(last.end, role) for role in ("never", "family")):
        return True
    if any(words.after(word.start, "never") for word in run[at + 1 : until]):
        return True
    return words.before(run[at].start, "title") is not None


def _qualified(words: PlaceText, bare: Candidate) -> Candidate:
    """The candidate with its cue, its kind and its direction read from the words around."""
    read = _read_around(words, bare.start, bare.end, bare.region)
    return replace(read, records=bare.records, stem=bare.stem)


@lru_cache(maxsize=8192)
def _read_around(words: PlaceText, start: int, end: int, region: Region | None) -> Candidate:
    """A candidate without its records; kept, since a document is gone through more than once."""
    bare = _bare(words.text, start, end, region=region)
    wide = words.after(bare.end, "wide") or words.before(bare.start, "wide")
    one = replace(bare, wide=wide is not None)
    return _with_cue(words, _with_part(words, _with_kind(words, one)))


def _with_kind(words: PlaceText, one: Candidate) -> Candidate:
    for level in Level:
        hit = words.after(one.end, level)
        if hit is not None and "." not in words.text[one.end : hit.start]:
            plural = words.text[hit.start : hit.end].lower().endswith(("s", "ies"))
            return replace(one, level=level, whole_end=hit.end, plural=plural)
    beside = words.after(one.end, "beside")
    if beside is not None:
        return replace(one, whole_end=beside.end, part=True)
    of = _KIND_OF.search(words.text, max(0, one.start - _LONGEST_LINK), one.start)
    if of is None or one.region is not None:
        return one
    for level in Level:
        hit = words.before(of.start(), level)
        if hit is not None:
            plural = words.text[hit.start : hit.end].lower().endswith("s")
            start = one.start if plural else hit.start
            return replace(one, level=level, whole_start=start, plural=plural, head=plural)
    return one


def _with_part(words: PlaceText, one: Candidate) -> Candidate:
    hit = words.before(one.whole_start, "part")
    if hit is None or one.region is not None:
        return one
    return replace(one, whole_start=hit.start, part=True, direction=words.text[hit.start : hit.end])


def _with_cue(words: PlaceText, one: Candidate) -> Candidate:
    near = words.before(one.whole_start, "near")
    if near is not None:
        spoken = words.text[near.start : near.end]
        direction = (
            spoken
            if (spoken.lower().endswith(" of") and "th" in spoken) or "st of" in spoken
            else None
        )
        return replace(one, cue=Cue.NEAR, whole_start=near.start, direction=direction)
    for cue in (Cue.AT, Cue.ABOUT):
        if words.before(one.whole_start, cue) is not None:
            return replace(one, cue=cue)
    return one


def _spread_kinds(text: str, found: list[Candidate]) -> list[Candidate]:
    """Members of a list share a plural kind ("A, B and C provinces") and the cue before it."""
    for index in range(len(found) - 1, 0, -1):
        one, other = found[index - 1], found[index]
        listed = _LIST_GAP.fullmatch(text[one.whole_end : other.whole_start])
        if listed and other.plural and one.level is None and not other.head:
            found[index - 1] = replace(one, level=other.level, plural=True)
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        listed = _LIST_GAP.fullmatch(text[one.whole_end : other.whole_start])
        if listed and other.cue is Cue.NONE and one.cue is not Cue.NONE:
            found[index] = replace(other, cue=one.cue)
        if listed and one.head and other.level is None:
            found[index] = replace(
                found[index], level=one.level, plural=True, head=True, cue=Cue.AT
            )
    return found


def is_dateline(text: str, one: Candidate) -> bool:
    """Whether a name in capitals opens a line, as an agency's dateline does."""
    line = text.rfind("\n", 0, one.start) + 1
    opens = not text[line : one.start].strip()
    return opens and one.text.isupper() and bool(_DATELINE.match(text, one.end))
