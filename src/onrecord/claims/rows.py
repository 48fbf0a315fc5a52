"""A row of somebody's table → the one claim that its recorder makes in it."""

import re
from collections.abc import Mapping, Sequence

from onrecord.claims.countries import load_countries
from onrecord.claims.dates import find_dates, resolve_date
from onrecord.claims.parties import find_parties
from onrecord.claims.speaker_names import lookup_speaker
from onrecord.claims.weapons import find_weapons, read_weapon_context
from onrecord.model.claim import (
    Claim,
    Count,
    PartyMention,
    PlaceMention,
    ProducedBy,
    Said,
    WeaponMention,
    When,
    Words,
)
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, name_by_content
from onrecord.model.table import Cell, TableRow
from onrecord.model.vocabulary import (
    Basis,
    Certainty,
    ClaimType,
    DatePrecision,
    Harm,
    Mode,
    PartyRole,
    Polarity,
    SegmentKind,
    SpeakerKind,
    Status,
    Unit,
)

METHOD, VERSION = "rows", "1"
_NUMBER = re.compile(r"\d+(?:\.0+)?")
_COORDINATE = re.compile(r"[-+]?\d{1,3}(?:\.\d+)?")
_FARTHEST = {"latitude": 90.0, "longitude": 180.0}


def read_row_claims(document: Document, row: TableRow) -> tuple[Claim, ...]:
    """The claim of a row: an attack with its day, place, parties and figures, cell by cell.

    An empty cell is unknown; a zero is the recorder's zero.
    """
    cells: dict[str, list[Cell]] = {}
    for cell in row.cells:
        cells.setdefault(cell.field, []).append(cell)
    entry = lookup_speaker(row.recorder)
    counts = _counts(document, cells)
    type = ClaimType.CASUALTY_COUNT if counts else ClaimType.ATTACK
    published = document.published
    return (
        Claim(
            id=ClaimId(name_by_content("c", document.id, "row", row.table, str(row.number))),
            document=document.id,
            segment=SegmentKind.BODY,
            type=type,
            also=(ClaimType.ATTACK,) if counts else (),
            quote=document.text,
            start=0,
            end=len(document.text),
            speakers=(row.recorder,),
            mode=Mode.OWN_VOICE,
            polarity=Polarity.ASSERTS,
            unit=Unit.INCIDENT,
            counts=counts,
            places=_places(document, cells),
            when=_when(document, cells),
            parties=_parties(document, row, cells),
            weapons=_weapons(document, cells),
            confidence=1.0,
            produced_by=ProducedBy(method=METHOD, version=VERSION, rule="row"),
            originator_kind=entry.kind if entry is not None else SpeakerKind.RECORDER,
            said=Said(from_=published.from_, to=published.to) if published else None,
            lang=document.lang or "en",
        ),
    )


def _words(document: Document, cell: Cell) -> str:
    return document.text[cell.start : cell.end]


def _numbers(document: Document, cells: Mapping[str, Sequence[Cell]], field: str) -> list[int]:
    found = (_NUMBER.fullmatch(_words(document, cell)) for cell in cells.get(field, ()))
    return [int(float(match[0])) for match in found if match is not None]


def _counts(document: Document, cells: Mapping[str, Sequence[Cell]]) -> tuple[Count, ...]:
    killed = _count(document, cells, Harm.KILLED)
    injured = _count(document, cells, Harm.INJURED)
    found = [count for count in (killed, injured) if count is not None]
    civilians = _numbers(document, cells, "civilians_killed")
    if civilians:
        cell = cells["civilians_killed"][0]
        found.append(
            Count(
                harm=Harm.KILLED, min=civilians[0], max=civilians[0], basis=Basis.EXACT,
                stated=civilians[0], status=Status.CIVILIAN, subset_of=0 if killed else None,
                text=_words(document, cell), start=cell.start, end=cell.end,
            )
        )  # fmt: skip
    return tuple(found)


def _count(document: Document, cells: Mapping[str, Sequence[Cell]], harm: Harm) -> Count | None:
    """The figure of one harm: its lowest and highest number, its best one where there is one."""
    name = harm.value
    best = _numbers(document, cells, name)
    lows = _numbers(document, cells, f"{name}_min") or best
    highs = _numbers(document, cells, f"{name}_max") or best or lows
    if not lows and not highs:
        return None
    low, high = min(lows or highs), max(highs)
    field = next(field for field in (f"{name}_min", name, f"{name}_max") if field in cells)
    cell = cells[field][0]
    exact = low == high
    return Count(
        harm=harm, min=min(low, high), max=high, basis=Basis.EXACT if exact else Basis.RANGE,
        stated=best[0] if best else low if exact else None,
        text=_words(document, cell), start=cell.start, end=cell.end,
        licensed_by=Words(text=_words(document, cell), start=cell.start, end=cell.end),
    )  # fmt: skip


def _when(document: Document, cells: Mapping[str, Sequence[Cell]]) -> When | None:
    days = [
        (resolved, cell)
        for field in ("date", "date_end")
        for cell in cells.get(field, ())[:1]
        for mention in find_dates(_words(document, cell))[:1]
        if (resolved := resolve_date(mention, published=document.published)) is not None
    ]
    if not days:
        return None
    (first, cell), (last, _) = days[0], days[-1]
    one = first.from_ == last.to
    return When(
        from_=first.from_,
        to=max(first.to, last.to),
        precision=first.precision if len(days) == 1 or one else DatePrecision.INTERVAL,
        how="the table's own column",
        text=_words(document, cell),
        start=cell.start,
        end=cell.end,
    )


def _places(document: Document, cells: Mapping[str, Sequence[Cell]]) -> tuple[PlaceMention, ...]:
    named = [cell for field in ("place", "place_other") for cell in cells.get(field, ())]
    lat, lon = (_coordinate(document, cells, field) for field in ("latitude", "longitude"))
    if not named and (lat is None or lon is None):
        return ()
    cell = named[0] if named else cells["latitude"][0]
    located = lat is not None and lon is not None
    others = tuple(_words(document, other) for other in named[1:])
    return (
        PlaceMention(
            text=_words(document, cell),
            start=cell.start,
            end=cell.end,
            name=_words(document, cell) if named else f"{lat}, {lon}",
            country=_country(document, cells),
            admin1=next((_words(document, each) for each in cells.get("admin1", ())), None),
            precision=1,
            gazetteer=f"table:{document.row.table[:12]}:{document.row.number}"
            if located and document.row
            else None,
            lat=lat if located else None,
            lon=lon if located else None,
            alternatives=others,
        ),
    )


def _coordinate(
    document: Document, cells: Mapping[str, Sequence[Cell]], field: str
) -> float | None:
    for cell in cells.get(field, ()):
        match = _COORDINATE.fullmatch(_words(document, cell))
        if match is not None and abs(float(match[0])) <= _FARTHEST[field]:
            return float(match[0])
    return None


def _country(document: Document, cells: Mapping[str, Sequence[Cell]]) -> str | None:
    for cell in cells.get("country", ()):
        name = _words(document, cell)
        for code, country in load_countries().items():
            if name.casefold() in (code.casefold(), country.name.casefold()):
                return code
    return None


def _parties(
    document: Document, row: TableRow, cells: Mapping[str, Sequence[Cell]]
) -> tuple[PartyMention, ...]:
    made = [
        PartyMention(
            text=None, start=None, end=None, name=name_party(name),
            role=PartyRole.ALLEGED_PERPETRATOR, certainty=Certainty.ALLEGED,
        )
        for name in row.accused
    ]  # fmt: skip
    for field, role in (
        ("party", PartyRole.ALLEGED_PERPETRATOR),
        ("party_other", PartyRole.OTHER),
    ):
        made += [
            PartyMention(
                text=_words(document, cell), start=cell.start, end=cell.end,
                name=name_party(_words(document, cell)), role=role, certainty=Certainty.ALLEGED,
            )
            for cell in cells.get(field, ())
        ]  # fmt: skip
    return tuple(made)


def name_party(words: str) -> str:
    """The listed name of the one party that the words name; else the words themselves."""
    names = {hit.name for hit in find_parties(words)}
    return next(iter(names)) if len(names) == 1 else words


def _weapons(document: Document, cells: Mapping[str, Sequence[Cell]]) -> tuple[WeaponMention, ...]:
    found: list[WeaponMention] = []
    for cell in cells.get("weapon", ()):
        words = _words(document, cell)
        found += find_weapons(words, offset=cell.start, context=read_weapon_context(words))
    return tuple(found)
