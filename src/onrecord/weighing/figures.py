"""Claims of one voice → its figures: which still stand, which a later one replaced.

A later figure replaces an earlier one of the same harm and class; history stays. A figure
repeated later is the same figure, not a new one; a vague word never replaces a number it holds.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from onrecord.model.claim import Claim, Count, Said
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Figure
from onrecord.model.vocabulary import Age, Basis, Harm, Sex, Status, Unit
from onrecord.weighing.joined import add_joined
from onrecord.weighing.scene import headlined, is_assertion

Cell = tuple[Harm, Status, Sex, Age]
_STATED = frozenset({Basis.EXACT, Basis.AT_LEAST, Basis.NONE_SAID})
_PRONOUNS = frozenset({"he", "him", "she", "her"})
# Told as hurt, and elsewhere in the document as dead.
_DIED = "died"
_LOOSE = frozenset({Basis.VAGUE, Basis.MORE_THAN})
_PARTS = frozenset({"part", "item"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure with what orders it: when it was said, and the stamp of a live update."""

    figure: Figure
    said: Said | None
    document: DocumentId
    stamp: int
    start: int
    more: bool

    @property
    def cell(self) -> Cell:
        """The harm and the people that the figure counts."""
        return (self.figure.harm, self.figure.status, self.figure.sex, self.figure.age)

    @property
    def when(self) -> tuple[date, date]:
        """The key that orders entries in time; unknown times come last."""
        return (self.said.to, self.said.from_) if self.said else (date.max, date.max)

    @property
    def order(self) -> tuple[tuple[date, date], int, bool, DocumentId, int, ClaimId]:
        """The order of saying; at one moment by stamp, and "another n" after what it adds to."""
        return (self.when, self.stamp, self.more, self.document, self.start, self.figure.claim)


def read_figures(
    claims: Iterable[Claim],
    *,
    said: Mapping[ClaimId, Said],
    stamps: Mapping[ClaimId, int | None],
    retired: Collection[str],
) -> tuple[Figure, ...]:
    """Every figure of one voice, in order of saying, with `live` set."""
    entries = sorted(_list_entries(claims, said, stamps), key=lambda entry: entry.order)
    kept = [entry for entry in entries if entry.figure.claim not in retired]
    firsts = _add_more(_find_firsts(kept))
    made = [*firsts.values(), *_grow_whole(firsts.values())]
    live = _outgrow(_find_standing(made))
    repeats = [_repeat(entry, firsts, live) for entry in kept]
    grown = [replace(entry.figure, live=entry.figure in live) for entry in made[len(firsts) :]]
    gone = [replace(one.figure, live=False) for one in entries if one.figure.claim in retired]
    return (*repeats, *grown, *gone)


def holds(one: Figure, other: Figure) -> bool:
    """Whether the interval of one figure contains that of the other."""
    top = one.max is None or (other.max is not None and other.max <= one.max)
    return one.min <= other.min and top


def _list_entries(
    claims: Iterable[Claim],
    said: Mapping[ClaimId, Said],
    stamps: Mapping[ClaimId, int | None],
) -> list[Entry]:
    return [
        _enter(claim, count, harm=count.harm, said=said.get(claim.id), stamp=stamps.get(claim.id))
        for claim in claims
        if claim.unit is Unit.INCIDENT and is_assertion(claim)
        for count in add_joined(claim.counts)
        if count.harm is not None and count.series != _DIED
    ]


def _enter(
    claim: Claim, count: Count, *, harm: Harm, said: Said | None, stamp: int | None
) -> Entry:
    stated = count.min if count.stated is None and count.basis in _STATED else count.stated
    figure = Figure(
        claim=claim.id,
        harm=harm,
        status=count.status,
        sex=count.sex,
        age=count.age,
        min=count.min,
        max=count.max,
        stated=stated,
        basis=count.basis,
        part=count.subset_of is not None or count.series in _PARTS,
        among=_find_whole(claim, count),
        item=count.series == "item",
        person=_person(count),
        individual=count.person if count.series in _PARTS else None,
        headline=headlined(claim),
        said=said.to if said else None,
    )
    return Entry(
        figure=figure,
        said=said,
        document=claim.document,
        stamp=-1 if stamp is None else stamp,
        start=claim.start if count.start is None else count.start,
        more=count.series == "more",
    )


def _find_whole(claim: Claim, count: Count) -> Status:
    """The standing of those of whom the counted are a part, by their own claim's words."""
    if count.subset_of is None or count.subset_of >= len(claim.counts):
        return Status.UNKNOWN
    whole = claim.counts[count.subset_of]
    return whole.status if whole.harm is count.harm else Status.UNKNOWN


_PLAIN_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERED = re.compile(r"(?:one|1)\b", re.IGNORECASE)
_OF_AGE = frozenset(
    {"year", "years", "month", "months", "week", "weeks", "day", "days", "old", "aged"}
)


def _person(count: Count) -> str | None:
    """Who a count of one is: the words of the name, without one those of the kinship.

    "One child" is a number of children; "a child" is the one told of.
    """
    if count.series not in _PARTS and count.subset_of is None:
        return None
    if (count.min, count.max) != (1, 1):
        return None
    words = [word for word in _PLAIN_WORD.findall(count.text) if word not in _OF_AGE]
    names = [word for word in words if word[0].isupper() and word != "One"]
    if not names and _NUMBERED.match(count.text):
        return None
    return " ".join(word for word in names or words if word.casefold() not in _PRONOUNS)


Value = tuple[Cell, int, int | None, Basis, bool, str | None, str | None, bool]


def _value(entry: Entry) -> Value:
    figure = entry.figure
    return (
        entry.cell,
        figure.min,
        figure.max,
        figure.basis,
        entry.more,
        figure.person,
        figure.individual,
        figure.item,
    )


def _find_firsts(entries: Iterable[Entry]) -> dict[Value, Entry]:
    firsts: dict[Value, Entry] = {}
    for entry in entries:
        first = firsts.setdefault(_value(entry), entry)
        if first.figure.headline and not entry.figure.headline:
            body = replace(first.figure, headline=False)
            firsts[_value(entry)] = replace(first, figure=body)
    return firsts


def _add_more(firsts: Mapping[Value, Entry]) -> dict[Value, Entry]:
    last: dict[Cell, Figure] = {}
    grown: dict[Value, Entry] = {}
    for value, entry in firsts.items():
        figure = _add(last.get(entry.cell), entry.figure) if entry.more else entry.figure
        last[entry.cell] = figure
        grown[value] = replace(entry, figure=figure)
    return grown


def _add(base: Figure | None, more: Figure) -> Figure:
    if base is None:
        return replace(more, max=None, basis=Basis.AT_LEAST)
    stated = None if None in (base.stated, more.stated) else _sum(base.stated, more.stated)
    basis = base.basis if more.basis is Basis.EXACT else more.basis
    total = _sum(base.max, more.max)
    return replace(more, min=base.min + more.min, max=total, stated=stated, basis=basis)


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _grow_whole(entries: Iterable[Entry]) -> list[Entry]:
    """For "another n children died": the whole toll, as last given, grows by n too."""
    last: dict[Harm, Figure] = {}
    grown = []
    given: dict[Cell, int] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        whole = (entry.figure.harm, Status.UNKNOWN, Sex.UNKNOWN, Age.UNKNOWN)
        if entry.cell == whole:
            last[entry.figure.harm] = entry.figure
        elif entry.more and whole[0] in last:
            added = entry.figure.min - given.get(entry.cell, 0)
            plus = replace(entry.figure, min=added, max=added, stated=added, basis=Basis.EXACT)
            sum_ = _add(last[whole[0]], plus)
            figure = replace(sum_, status=whole[1], sex=whole[2], age=whole[3], part=False)
            grown.append(replace(entry, figure=figure))
            last[whole[0]] = figure
        given[entry.cell] = entry.figure.min
    return grown


def _find_standing(entries: Iterable[Entry]) -> list[Entry]:
    cells: dict[Cell, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        cells.setdefault(entry.cell, []).append(entry)
    return [one for cell in cells.values() for one in _last_standing(cell)]


def _last_standing(entries: Sequence[Entry]) -> list[Entry]:
    timeless = [entry for entry in entries if entry.said is None]
    dated = [entry for entry in entries if entry.said is not None]
    standing: list[Entry] = []
    for _, group in groupby(dated, key=lambda entry: entry.when):
        latest = _tighten(_latest_stamps(list(group)))
        if not standing or not all(_is_looser(one, standing) for one in latest):
            standing = latest
    return _tighten([*timeless, *standing])


def _latest_stamps(entries: Sequence[Entry]) -> list[Entry]:
    """Of one moment, the last update of each document; "another n" replaces what it adds to."""
    last = {entry.document: entry.stamp for entry in sorted(entries, key=lambda one: one.stamp)}
    kept = [entry for entry in entries if entry.stamp == last[entry.document]]
    adding = [place for place, entry in enumerate(kept) if entry.more]
    return kept[adding[-1] :] if adding else kept


def _tighten(entries: Sequence[Entry]) -> list[Entry]:
    stated = [entry for entry in entries if _names_number(entry.figure)]
    return [entry for entry in entries if not _is_looser(entry, stated)]


def _names_number(figure: Figure) -> bool:
    """Whether words give a number, be it only a floor: "more than 15", not "numerous"."""
    return figure.stated is not None or figure.basis is Basis.MORE_THAN


def _is_looser(entry: Entry, others: Sequence[Entry]) -> bool:
    loose = entry.figure.basis in _LOOSE and entry.figure.stated is None
    return loose and any(
        other is not entry and _is_tighter(other.figure, entry.figure) for other in others
    )


def _is_tighter(one: Figure, other: Figure) -> bool:
    """Whether a figure says more than a loose one; a floor does only beside a vague word."""
    if one.stated is None and other.basis is not Basis.VAGUE:
        return False
    return holds(other, one)


def _outgrow(entries: Sequence[Entry]) -> list[Figure]:
    """The figures that no later one of another class makes impossible."""
    return [
        entry.figure
        for entry in entries
        if not any(_outgrows(other, entry) for other in entries if _is_later(other, entry))
    ]


def _is_later(one: Entry, other: Entry) -> bool:
    return one.said is not None and other.said is not None and one.when > other.when


def _outgrows(later: Entry, earlier: Entry) -> bool:
    """Whether a later part is more than an earlier whole, or a later whole less than a part."""
    one, other = later.figure, earlier.figure
    if one.harm is not other.harm:
        return False
    if _counts_all(other) and not _counts_all(one):
        return other.max is not None and one.min > other.max
    if _counts_all(one) and not _counts_all(other):
        return one.max is not None and other.min > one.max
    return False


def _counts_all(figure: Figure) -> bool:
    known = figure.status is not Status.UNKNOWN or figure.sex is not Sex.UNKNOWN
    return not known and figure.age is Age.UNKNOWN


def _repeat(entry: Entry, firsts: Mapping[Value, Entry], live: Sequence[Figure]) -> Figure:
    first = firsts[_value(entry)].figure
    own = entry.figure
    return replace(first, claim=own.claim, part=own.part, among=own.among, live=first in live)
