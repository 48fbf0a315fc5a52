"""Text → weapon mentions: kind, delivery and make, as the words and their surroundings say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.claims.lexicon import Entry, Hit, PhraseMatcher, load_lexicon, with_plurals
from onrecord.model.claim import WeaponMention
from onrecord.model.vocabulary import Delivery, Weapon

_JOINT = re.compile(r"[\s\-]*", re.UNICODE)
_OPENING = re.compile(r"\s*[(\[]\s*[\"'“«]?", re.UNICODE)
_CLOSING = re.compile(r"[\"'”»]?\s*[)\]]", re.UNICODE)
_OPENED = re.compile(r"[(\[]\s*[\"'“«]?$", re.UNICODE)


@dataclass(frozen=True, slots=True)
class WeaponContext:
    """What a whole text is about: attacks from the air, planted bombs; either decides kinds."""

    air: bool = False
    emplaced: bool = False


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a phrase means; a trap has no kind."""

    kind: Weapon | None
    delivery: Delivery = Delivery.UNSPECIFIED
    model: str | None = None
    air_kind: Weapon | None = None
    air_delivery: Delivery | None = None
    ied_kind: Weapon | None = None
    needs_air: bool = False
    alone: bool = True


def find_weapons(
    text: str, *, offset: int = 0, context: WeaponContext | None = None
) -> list[WeaponMention]:
    """The weapons that a text names, in order; `offset` is added to the offsets.

    `context` is what the whole document says (see `read_weapon_context`); without it the text
    speaks for itself. A make beside or in brackets after its kind is one mention with `model`.
    """
    known = read_weapon_context(text) if context is None else context
    found = [Hit(hit.start, hit.end, _resolve(hit.payload, known)) for hit in _matcher().find(text)]
    return [
        WeaponMention(
            text=text[hit.start : hit.end],
            start=hit.start + offset,
            end=hit.end + offset,
            weapon=hit.payload.kind,
            delivery=hit.payload.delivery,
            model=hit.payload.model,
        )
        for hit in _join_makes(text, found)
        if hit.payload.kind is not None
    ]


def read_weapon_context(text: str) -> WeaponContext:
    """What a text is about, so that "strikes" and "bombing" can be read in its parts."""
    kinds = {hit.payload for hit in _context_matcher().find_all(text)}
    return WeaponContext(air="air" in kinds, emplaced="emplaced" in kinds)


def _resolve(meaning: _Meaning, context: WeaponContext) -> _Meaning:
    if context.air:
        return _Meaning(
            kind=meaning.air_kind or meaning.kind,
            delivery=meaning.air_delivery or meaning.delivery,
            model=meaning.model,
            alone=meaning.alone,
        )
    if meaning.needs_air:
        return _Meaning(None)
    if context.emplaced and meaning.ied_kind is not None:
        return _Meaning(meaning.ied_kind, Delivery.EMPLACED)
    return meaning


def _join_makes(text: str, found: list[Hit[_Meaning]]) -> Iterator[Hit[_Meaning]]:
    """The hits, each make joined with the kind that stands beside it."""
    at = 0
    while at < len(found):
        joined = _join(text, found[at], found[at + 1]) if at + 1 < len(found) else None
        if joined or found[at].payload.alone:
            yield joined or found[at]
        at += 2 if joined else 1


def _join(text: str, one: Hit[_Meaning], other: Hit[_Meaning]) -> Hit[_Meaning] | None:
    if one.payload.kind is None or other.payload.kind is None:
        return None
    if one.payload.model is None and other.payload.model is not None:
        return _kind_then_make(text, one, other)
    if one.payload.model is not None and other.payload.model is None:
        return _make_then_kind(text, one, other)
    return None


def _kind_then_make(text: str, kind: Hit[_Meaning], make: Hit[_Meaning]) -> Hit[_Meaning] | None:
    between = text[kind.end : make.start]
    closing = _CLOSING.match(text, make.end)
    if closing and _OPENING.fullmatch(between):
        return Hit(kind.start, closing.end(), make.payload)
    return None


def _make_then_kind(text: str, make: Hit[_Meaning], kind: Hit[_Meaning]) -> Hit[_Meaning] | None:
    between = text[make.end : kind.start]
    if _JOINT.fullmatch(between):
        return Hit(make.start, kind.end, make.payload)
    opened = _OPENED.search(text, max(0, make.start - 4), make.start)
    closing = _CLOSING.match(between)
    if opened and closing and not between[closing.end() :].strip():
        return Hit(opened.start(), kind.end, make.payload)
    return None


@cache
def _matcher() -> PhraseMatcher[_Meaning]:
    lexicon = load_lexicon("en_weapons")
    phrases: dict[str, _Meaning] = {}
    for entry in (*lexicon["weapon"], *lexicon["model"]):
        meaning = _meaning_of(entry)
        listed = entry.texts("phrases")
        forms = with_plurals(listed) if entry.says("plurals", default=True) else listed
        phrases.update(dict.fromkeys(forms, meaning))
    for entry in lexicon["trap"]:
        phrases.update(dict.fromkeys(entry.texts("phrases"), _Meaning(None)))
    return PhraseMatcher(phrases)


@cache
def _context_matcher() -> PhraseMatcher[str]:
    lexicon = load_lexicon("en_weapons")
    return PhraseMatcher(
        {
            phrase: kind
            for kind in ("air", "emplaced")
            for entry in lexicon[kind]
            for phrase in entry.texts("phrases")
        }
    )


def _meaning_of(entry: Entry) -> _Meaning:
    air_kind, ied_kind = entry.maybe("air_kind"), entry.maybe("ied_kind")
    air_delivery = entry.maybe("air_delivery")
    try:
        return _Meaning(
            kind=Weapon(entry.text("kind")),
            delivery=Delivery(entry.text("delivery")),
            model=entry.maybe("model"),
            air_kind=Weapon(air_kind) if air_kind else None,
            air_delivery=Delivery(air_delivery) if air_delivery else None,
            ied_kind=Weapon(ied_kind) if ied_kind else None,
            needs_air=entry.maybe("needs") == "air",
            alone=entry.says("alone", default=True),
        )
    except ValueError as error:
        raise ValueError(f"{entry.where}: {error}") from error
