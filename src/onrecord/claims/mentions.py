"""Paragraphs → mentions: everything in a paragraph that a claim may take as an attribute."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.claims.dates import DateMention, find_dates
from onrecord.claims.naming import Naming
from onrecord.claims.numbers import Quantity, find_quantities
from onrecord.claims.objects import find_objects
from onrecord.claims.parties import PartyHit, find_parties
from onrecord.claims.weapons import WeaponContext, find_weapons
from onrecord.model.claim import ObjectMention, PlaceMention, WeaponMention

PlaceFinder = Callable[[str, int], Sequence[PlaceMention]]
_Spanned = TypeVar(
    "_Spanned", DateMention, Quantity, PartyHit, WeaponMention, ObjectMention, PlaceMention
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole document says about how its words are to be read."""

    naming: Naming
    weapons: WeaponContext
    find_places: PlaceFinder


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a paragraph, each list in text order, offsets those of the document.

    Dates keep offsets within the paragraph's text, which begins at `offset`.
    """

    text: str
    offset: int
    quantities: Sequence[Quantity]
    dates: Sequence[DateMention]
    weapons: Sequence[WeaponMention]
    objects: Sequence[ObjectMention]
    parties: Sequence[PartyHit]
    places: Sequence[PlaceMention]

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """The dates whose words lie within [start, end) of the document."""
        return _within(self.dates, start - self.offset, end - self.offset)

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """The quantities whose words lie within [start, end) of the document."""
        return _within(self.quantities, start, end)

    def weapons_in(self, start: int, end: int) -> list[WeaponMention]:
        """The weapons named within [start, end) of the document."""
        return _within(self.weapons, start, end)

    def objects_in(self, start: int, end: int) -> list[ObjectMention]:
        """The objects named within [start, end) of the document."""
        return _within(self.objects, start, end)

    def parties_in(self, start: int, end: int) -> list[PartyHit]:
        """The parties named within [start, end) of the document."""
        return _within(self.parties, start, end)

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """The places named within [start, end) of the document."""
        return _within(self.places, start, end)


def read_mentions(text: str, offset: int, setting: Setting) -> Mentions:
    """All mentions of a paragraph that begins at `offset` of its document."""
    return Mentions(
        text=text,
        offset=offset,
        quantities=_shifted(text, offset),
        dates=find_dates(text),
        weapons=find_weapons(text, offset=offset, context=setting.weapons),
        objects=find_objects(text, offset=offset),
        parties=find_parties(text, naming=setting.naming, offset=offset),
        places=setting.find_places(text, offset),
    )


def _shifted(text: str, offset: int) -> Sequence[Quantity]:
    return [
        Quantity(
            quantity.start + offset, quantity.end + offset, quantity.min, quantity.max, quantity.basis,
            quantity.stated, quantity.word, quantity.kind,
            quantity.number_start + offset, quantity.number_end + offset,
        )
        for quantity in find_quantities(text, articles=True)
    ]  # fmt: skip


def _within(mentions: Sequence[_Spanned], start: int, end: int) -> list[_Spanned]:
    return [
        mention
        for mention in mentions
        if (mention.start or 0) >= start and (mention.end or 0) <= end
    ]
