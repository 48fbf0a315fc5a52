"""Text → place mentions: resolved in the gazetteer, nested names folded into the finest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.coordinates import find_coordinates
from onrecord.claims.countries import is_capital
from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.name_keys import name_key
from onrecord.claims.place_candidates import (
    Candidate,
    Cue,
    Level,
    find_candidates,
    is_dateline,
)
from onrecord.claims.place_context import PlaceContext, document_country, read_place_context
from onrecord.claims.place_record import Match, PlaceKind, PlaceRecord
from onrecord.claims.place_words import PlaceText
from onrecord.model.claim import PlaceMention

__all__ = ["PlaceContext", "document_country", "find_places", "read_place_context"]

_PRECISION = {
    PlaceKind.PLACE: 1,
    PlaceKind.DISTRICT: 3,
    PlaceKind.PROVINCE: 4,
    PlaceKind.COUNTRY: 6,
}
_OF_LEVEL = {
    Level.CITY: (PlaceKind.PLACE,),
    Level.DISTRICT: (PlaceKind.DISTRICT, PlaceKind.PLACE),
    Level.PROVINCE: (PlaceKind.PROVINCE, PlaceKind.PLACE),
    Level.REGION: (PlaceKind.PROVINCE, PlaceKind.PLACE),
}
_LEVEL_PRECISION = {Level.CITY: 1, Level.DISTRICT: 3, Level.PROVINCE: 4, Level.REGION: 2}
# Without a word that speaks for a place, only towns of this size are taken for one; with one,
# but in another country than the document's, only cities of that size.
_KNOWN_TOWN = 20_000
_KNOWN_ABROAD = 100_000
# A namesake at the document's home is meant unless the other is this many times larger.
_FAR_SMALLER = 30
_COMMA = re.compile(r"\s*,\s*(?:the\s+)?")
_OWNED = re.compile(r"['\u2019]s\s+(?:[a-z-]+\s+)?")
_BETWEEN = re.compile(r"\s*(?:the\s*)?", re.IGNORECASE)
_MOST_ALTERNATIVES = 3
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d, $")
_YEAR_REACH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A candidate settled: the record it means (`None`: as named), its area and precision.

    `named`: the name is the document's own; `record` is then the town it is a part of.
    `weak`: a place only if it stands in a chain with another ("in Orlo, Varnia").
    """

    candidate: Candidate
    record: PlaceRecord | None
    name: str
    country: str | None
    admin1: str | None
    precision: int
    start: int
    end: int
    named: bool = False
    weak: bool = False


def find_places(
    text: str,
    *,
    country: str | None,
    gazetteer: Gazetteer,
    offset: int = 0,
    context: PlaceContext | None = None,
) -> list[PlaceMention]:
    """The places that a text names, in order; `offset` is added to the offsets.

    `country` is the document's (ISO 3166-1 alpha-2); `context` what else the document says. A
    chain like "X in Y province" is one mention of X. A name with a place's cue that no gazetteer
    has stays as named, in the area of the chain, without coordinates.
    """
    words = PlaceText(text)
    known = context or PlaceContext(country=country)
    settled = [
        found
        for one in find_candidates(words, gazetteer, country)
        if not (is_dateline(text, one) or _is_somebody(text, one, known))
        and (found := _settle(_as_headed(text, one), known))
    ]
    named = [_mention(text, found, offset) for found in _fold(words, settled)]
    located = find_coordinates(text, country=known.country, offset=offset)
    return sorted((*named, *located), key=lambda place: place.start or 0) if located else named


def _as_headed(text: str, one: Candidate) -> Candidate:
    """A name between a date and a comma ("4 May 2021, Orlo, Varnia: …") is where, as after "in"."""
    if one.cue is not Cue.NONE or text[one.whole_end : one.whole_end + 2] != ", ":
        return one
    dated = _YEAR_BEFORE.search(text, max(0, one.whole_start - _YEAR_REACH), one.whole_start)
    return replace(one, cue=Cue.AT) if dated else one


_IN = re.compile(r"\b(?:in|near|around|outside|of)\s+$", re.IGNORECASE)


def _is_somebody(text: str, one: Candidate, context: PlaceContext) -> bool:
    """Whether a bare name is a person's of this document: "fired at Darlow", "Darlow's brother".

    "In Darlow", "Darlow county" are places even there.
    """
    if one.level is not None or one.region is not None or " " in one.text:
        return False
    if name_key(one.text) not in context.families:
        return False
    owned = _OWNED.match(text, one.end) is not None
    return owned or _IN.search(text, max(0, one.start - 12), one.start) is None


def _settle(one: Candidate, context: PlaceContext) -> _Found | None:
    if one.region is not None:
        region = one.region
        return _Found(
            candidate=one, record=None, name=region.name, country=region.country,
            admin1=region.admin1, precision=region.precision, start=one.start, end=one.whole_end,
        )  # fmt: skip
    record = _choose(one, context)
    if record is None:
        return _as_named(one, context)
    meant = _is_meant(one, record, context)
    if not meant and not (context.country and _is_here(record, context)):
        # A namesake abroad: here it may be a place that the gazetteer lacks ("in X, Varnia").
        return _as_named(replace(one, records=(), stem=()), context)
    return _Found(
        candidate=one, record=record, name=_name(one, record), country=record.country,
        admin1=record.admin1, precision=_precision(one, record),
        start=one.whole_start, end=one.whole_end, weak=not meant,
    )  # fmt: skip


def _as_named(one: Candidate, context: PlaceContext) -> _Found | None:
    """A name that no gazetteer has; without any word that speaks for a place it is none.

    If it begins with a town of the country ("Orlo al-Balad"), it is taken for a part of it.
    """
    spoken = one.level is not None or one.cue in (Cue.AT, Cue.NEAR)
    if len(one.text) < 3 or not spoken or one.text.isupper():
        return None
    town = next((r for r in one.stem if r.kind is PlaceKind.PLACE and _is_here(r, context)), None)
    town = town if town is not None and town.match is Match.EXACT and context.country else None
    precision = _LEVEL_PRECISION[one.level] if one.level else 1
    vague = one.cue is Cue.NEAR or town is not None
    return _Found(
        candidate=one, record=town, name=one.text, named=True,
        country=town.country if town else None, admin1=town.admin1 if town else None,
        precision=max(precision, 2) if vague else precision,
        start=one.whole_start, end=one.whole_end, weak=one.level is None and town is None,
    )  # fmt: skip


def _choose(one: Candidate, context: PlaceContext) -> PlaceRecord | None:
    """The best record of the kind that the words, or else the document, call it."""
    records = [r for r in one.records if _is_here(r, context)] or list(one.records)
    kinds: tuple[PlaceKind, ...] = ()
    if one.level is not None:
        kinds = _OF_LEVEL[one.level]
    elif name_key(one.text) in context.provinces:
        kinds = (PlaceKind.PROVINCE,)
    for kind in kinds:
        fitting = [record for record in records if record.kind is kind]
        if fitting:
            return _nearest(fitting, context)
    return _nearest(records, context) if records else None


def _nearest(records: Sequence[PlaceRecord], context: PlaceContext) -> PlaceRecord:
    """The first record, or a namesake of its kind at the document's home that is not far smaller."""
    best = records[0]
    if context.home is None or best.admin1 == context.home or best.own:
        return best
    return next(
        (
            record
            for record in records
            if record.admin1 == context.home
            and (record.kind, record.match, record.country) == (best.kind, best.match, best.country)
            and record.population * _FAR_SMALLER >= best.population
        ),
        best,
    )


def _is_here(record: PlaceRecord, context: PlaceContext) -> bool:
    """Whether a record is a country or lies in the document's."""
    at_home = context.country is None or record.country == context.country
    return at_home or record.kind is PlaceKind.COUNTRY


def _is_meant(one: Candidate, record: PlaceRecord, context: PlaceContext) -> bool:
    """Whether the words before and after, or its size and country, speak for a place."""
    spoken = one.cue is not Cue.NONE or one.level is not None
    here = context.country is None or record.country == context.country
    if record.kind is PlaceKind.COUNTRY:
        return one.cue in (Cue.AT, Cue.ABOUT) or one.part
    if record.match is Match.SKELETON:
        # Where no country is known, a likeness of consonants finds a namesake anywhere on earth.
        return record.country == context.country and (
            one.level is not None or one.cue in (Cue.AT, Cue.NEAR)
        )
    if not spoken:
        large = record.population >= _KNOWN_TOWN or record.own or record.kind is PlaceKind.PROVINCE
        return context.country is not None and here and large and not is_capital(one.text)
    return here or record.population >= _KNOWN_ABROAD


def _precision(one: Candidate, record: PlaceRecord) -> int:
    precision = _PRECISION[record.kind]
    if one.level is not None and record.kind is PlaceKind.PLACE:
        precision = _LEVEL_PRECISION[one.level]
    if one.cue is Cue.NEAR or one.part:
        if record.kind is PlaceKind.COUNTRY:
            return 5
        return max(precision, 2)
    return precision


def _name(one: Candidate, record: PlaceRecord) -> str:
    if one.direction is None or record.kind is PlaceKind.PROVINCE:
        return record.name
    city = " city" if one.level is Level.CITY and record.population >= _KNOWN_TOWN else ""
    return f"{one.direction} {record.name}{city}"


def _fold(words: PlaceText, settled: Sequence[_Found]) -> Iterator[_Found]:
    """The mentions, each area that only says where a finer place lies folded into it."""
    folded: list[_Found] = []
    for coarse in settled:
        while folded and _owns(words.text, folded[-1], coarse):
            folded.pop()
        if folded and (joined := _join(words, folded[-1], coarse)) is not None:
            folded[-1] = joined
        else:
            folded.append(coarse)
    yield from (found for found in folded if not found.weak)


def _owns(text: str, coarse: _Found, fine: _Found) -> bool:
    """Whether an area only says where the next place lies: "Syria's Idlib"."""
    between = text[coarse.candidate.end : fine.candidate.whole_start]
    return coarse.precision > fine.precision and bool(_OWNED.fullmatch(between))


def _join(words: PlaceText, fine: _Found, coarse: _Found) -> _Found | None:
    """`fine` placed inside `coarse`, `None` if the words between do not put it there."""
    tie = _tie(words, fine, coarse)
    inside = _inside(fine, coarse, tie) if tie is not None else None
    if inside is None:
        return None
    end = coarse.end if tie == "in" and not fine.candidate.part else fine.end
    reach = replace(fine.candidate, whole_end=coarse.candidate.whole_end)
    return replace(inside, end=end, candidate=reach, weak=False)


def _tie(words: PlaceText, fine: _Found, coarse: _Found) -> str | None:
    """`in` or `comma` if the words between two names say that one lies in the other."""
    start, end = fine.candidate.whole_end, coarse.candidate.start
    between = words.text[start:end]
    comma = _COMMA.match(between)
    rest = between[comma.end() :] if comma else between
    tied = rest.strip()
    if not tied:
        return "comma" if comma else None
    hit = words.after(start + (comma.end() if comma else 0), "link")
    if hit is None:
        return None
    # "in the western countryside of Orlo": the area's own words begin before its name.
    until = min(coarse.candidate.whole_start, coarse.candidate.start)
    nested = _BETWEEN.fullmatch(words.text[hit.end : max(hit.end, until)])
    if not nested:
        return None
    return "comma" if comma else "in"


def _inside(fine: _Found, coarse: _Found, tie: str) -> _Found | None:
    """The finer place read as lying in the coarser area."""
    same_level = fine.precision >= coarse.precision
    if fine.named:
        return _as_part(fine, coarse)
    if fine.record is None:
        return None if same_level else replace(fine, country=fine.country or coarse.country)
    if same_level and coarse.candidate.direction is None and tie != "in":
        return None
    for record in (fine.record, *fine.candidate.records):
        if record.kind is fine.record.kind and _lies_in(record, coarse):
            return replace(
                fine, record=record, name=_name(fine.candidate, record),
                country=record.country, admin1=record.admin1,
            )  # fmt: skip
    if tie == "in" and fine.record.match is Match.SKELETON:
        return _as_part(_by_own_name(fine), coarse)
    return None


def _by_own_name(fine: _Found) -> _Found:
    """A likeness of consonants given up: the name as the document has it."""
    return replace(
        fine, record=None, name=fine.candidate.text, named=True, country=None, admin1=None
    )


def _as_part(fine: _Found, coarse: _Found) -> _Found:
    """A name that no gazetteer has, in the area of the place around it.

    Inside a town it is a part of it (precision 2) and has the town's position.
    """
    around = coarse.precision <= 2 and not coarse.candidate.wide
    town = fine.record or (coarse.record if around else None)
    return replace(
        fine,
        country=fine.country or coarse.country,
        admin1=fine.admin1 or coarse.admin1,
        record=town,
        precision=max(fine.precision, 2) if town else fine.precision,
    )


def _lies_in(record: PlaceRecord, coarse: _Found) -> bool:
    if coarse.country is not None and record.country != coarse.country:
        return False
    return coarse.admin1 is None or record.admin1 is None or record.admin1 == coarse.admin1


def _mention(text: str, found: _Found, offset: int) -> PlaceMention:
    record = found.record
    others = [
        other.ref
        for other in found.candidate.records
        if record is not None and other.ref != record.ref and other.match is Match.EXACT
    ]
    return PlaceMention(
        text=text[found.start : found.end],
        start=found.start + offset,
        end=found.end + offset,
        name=found.name,
        country=found.country,
        admin1=found.admin1,
        precision=found.precision,
        gazetteer=record.ref if record else None,
        lat=record.lat if record else None,
        lon=record.lon if record else None,
        alternatives=tuple(others[:_MOST_ALTERNATIVES]),
    )
