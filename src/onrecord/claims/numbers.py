"""Text → quantities: every number as an interval, with its words and what kind of number it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from onrecord.claims.number_bounds import Bounds, bound_again, bound_value
from onrecord.claims.number_codes import read_code
from onrecord.claims.number_context import (
    BETWEEN,
    FROM,
    Lead,
    is_change,
    read_join,
    read_lead,
    read_suffix,
)
from onrecord.claims.number_kinds import Place, is_metres, kind_of, says_more, share_end
from onrecord.claims.number_lexicon import Passage, fold
from onrecord.claims.number_phrases import find_phrases
from onrecord.claims.number_words import ANCHOR, Core, read_core, read_ordinal, read_ratio
from onrecord.model.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: at least `min`, at most `max` (`None` is open).

    `[start, end)` covers modifiers and number words, `[number_start, number_end)` the bare number.
    `stated` is the number as said, `None` for vague words, ranges and where a bound alone is said.
    `word` keeps a vague word, "dozen", "couple" or a determiner. Only the kinds `number`, `more`,
    `another`, `article`, `determiner`, `kin` and `none` can count people; the others are
    `share` (in percent), `ordinal`, `year`, `date`, `time`, `age`, `money`, `phone`, `model`,
    `code`, `measure`, `label`, `score`, `temperature`, `compound`, `decimal` and `idiom`.
    """

    start: int
    end: int
    min: int
    max: int | None
    basis: Basis
    stated: int | None
    word: str | None
    kind: str
    number_start: int
    number_end: int


_DIGITS = re.compile(r"[0-9]+")
_NO_ONE = re.compile(r"no[\s-]one(?!\w)")


def find_quantities(text: str, *, articles: bool = False) -> list[Quantity]:
    """Every quantity of a text, left to right, none overlapping another.

    `articles` adds "a" and "an" before a word as one, of kind `article`.
    """
    folded = fold(text)
    strong = list(_read_all(Passage(text, folded)))
    weak = [
        Quantity(start, end, low, high, basis, high, word, kind, start, end)
        for start, end, low, high, basis, word, kind in find_phrases(folded, articles=articles)
    ]
    return _without_overlaps(strong, weak)


def _without_overlaps(strong: list[Quantity], weak: list[Quantity]) -> list[Quantity]:
    """Both in order; a weak one gives way to any strong one that it touches."""
    kept: list[Quantity] = []
    at = 0
    for quantity in weak:
        while at < len(strong) and strong[at].end <= quantity.start:
            at += 1
        free = at == len(strong) or strong[at].start >= quantity.end
        if free and (not kept or kept[-1].end <= quantity.start):
            kept.append(quantity)
    return sorted([*strong, *kept], key=lambda quantity: quantity.start)


def _read_all(passage: Passage) -> Iterator[Quantity]:
    position, last_end = 0, 0
    while match := ANCHOR.search(passage.folded, position):
        found = _read_at(passage, match.start(), last_end=last_end)
        position = match.end()
        if found is not None:
            yield found
            last_end = found.end
            position = max(position, last_end)


def _read_at(passage: Passage, at: int, *, last_end: int) -> Quantity | None:
    if passage.folded[at] in "0123456789":
        code = read_code(passage.folded, at)
        if code is not None:
            start, end, kind = max(code[0], last_end), code[1], code[2]
            return _special(passage.folded, start, end, kind)
    if _NO_ONE.match(passage.folded, max(at - 3, 0)) and at > last_end + 2:
        return None
    ordinal = read_ordinal(passage.folded, at)
    if ordinal is not None:
        end, value = ordinal
        return Quantity(at, end, value, value, Basis.EXACT, value, None, "ordinal", at, end)
    core = read_core(passage.folded, at)
    if core is None:
        return None
    core = read_ratio(passage.folded, core) or core
    return _measure_metres(passage.folded, _with_context(passage, core, last_end=last_end))


def _special(folded: str, start: int, end: int, kind: str) -> Quantity:
    digits = _DIGITS.search(folded, start, end)
    value = int(digits[0][:18]) if digits is not None else 0
    return Quantity(start, end, value, value, Basis.EXACT, value, None, kind, start, end)


def _measure_metres(folded: str, found: Quantity) -> Quantity:
    if found.kind == "number" and folded[found.number_end - 1] == "m":
        digits = folded[found.number_end - 2 : found.number_end - 1]
        if digits.isdigit() and is_metres(folded, found.number_end):
            return replace(found, kind="measure")
    return found


def _with_context(passage: Passage, core: Core, *, last_end: int) -> Quantity:
    lead = _lead_after(read_lead(passage.folded, core.start), last_end)
    other = _other_end(passage.folded, core, lead)
    last = other if other is not None else core
    start, before = lead.start, lead.before
    if lead.range_word is not None and other is None:
        start = _inner_start(lead, core, passage.folded)
        before = ((lead.range_word.split()[-1], lead.start), *before)
    end, suffix = read_suffix(passage.folded, last.end)
    bounds = _bounds_of(core, other)
    for basis in (*reversed(lead.bases), *([suffix] if suffix is not None else [])):
        bounds = bound_again(bounds, basis)
    place = Place(
        passage.text, passage.folded, core.start, end, before, not lead.bases and not lead.more
    )
    kind = core.kind if core.kind != "number" else kind_of(place, last.value) or "number"
    whole = _Whole(start, end, core.start, last.end, bounds, core.word or last.word)
    if kind == "number" and core.value.denominator != 1:
        kind = "decimal"
    return _finish(passage.folded, whole, kind, more=lead.more)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A quantity before its kind is settled."""

    start: int
    end: int
    number_start: int
    number_end: int
    bounds: Bounds
    word: str | None


def _finish(folded: str, whole: _Whole, kind: str, *, more: bool) -> Quantity:
    end = whole.end
    if kind == "share":
        end = share_end(folded, end)
    elif kind == "number":
        more_end = says_more(folded, end)
        end = end if more_end is None else more_end
        kind = "more" if more or more_end is not None else "number"
    bounds = whole.bounds
    return Quantity(
        whole.start,
        end,
        bounds.min,
        bounds.max,
        bounds.basis,
        bounds.stated,
        whole.word,
        kind,
        whole.number_start,
        whole.number_end,
    )


def _lead_after(lead: Lead, last_end: int) -> Lead:
    """The lead, cut where an earlier quantity ends."""
    if lead.start >= last_end:
        return lead
    return Lead(last_end, (), more=False, range_word=None, before=lead.before)


def _inner_start(lead: Lead, core: Core, folded: str) -> int:
    """Where the modifiers begin without "between" or "from" that opened no range."""
    if not lead.bases and not lead.more:
        return core.start
    word = lead.range_word or ""
    after = lead.start + len(word)
    while after < core.start and folded[after].isspace():
        after += 1
    return min(after, core.start)


def _other_end(folded: str, core: Core, lead: Lead) -> Core | None:
    """The second number of a range: "10 to 15", "between five and eight", "two or three"."""
    if core.open and core.word is not None:
        return None
    between = lead.range_word in BETWEEN
    if lead.range_word in FROM and is_change(folded, lead):
        return None
    at = read_join(folded, core.end, between=between)
    if at is None or not ANCHOR.match(folded, at):
        return None
    hyphen = folded[at - 1] == "-"
    if hyphen and folded[core.end - 1].isdigit() != folded[at].isdigit():
        return None
    if folded[at].isdigit() and not hyphen and read_code(folded, at) is not None:
        return None
    other = read_core(folded, at)
    if other is None or other.open or other.kind != core.kind:
        return None
    low = _low_end(core, other)
    return other if low < other.value or (hyphen and low == other.value) else None


def _low_end(core: Core, other: Core) -> Fraction | int:
    """The first number, with the scale word that it shares: "two to three million"."""
    shared = core.value * other.scale
    return shared if core.scale == 1 and shared < other.value else core.value


def _bounds_of(core: Core, other: Core | None) -> Bounds:
    if core.open:
        return Bounds(int(core.value), None, Basis.VAGUE, None)
    if other is not None:
        return Bounds(floor(_low_end(core, other)), ceil(other.value), Basis.RANGE, None)
    return bound_value(core.value, Basis.EXACT)
