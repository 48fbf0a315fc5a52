"""Sentences → people told behind "including" or "among them", where the parser lost the tie.

"… killing up to nine civilians from one family, including two women and a boy, when …": whatever
the parser hangs the list on, its people are parts of those counted right before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.counted import Counted, find_counted
from onrecord.claims.harm_words import HarmLexicon, VictimKind
from onrecord.claims.license import License
from onrecord.claims.numbers import Quantity
from onrecord.claims.singles import Victims
from onrecord.claims.syntax import Sentence, Token
from onrecord.model.claim import Count
from onrecord.model.vocabulary import Basis, Harm

_OPENING = frozenset({"including", "comprising", "incl", "incl.", "namely"})
_LEADING = frozenset({"among", "amongst", "of", "including"})
_STANDING_FOR = frozenset({"them", "whom", "those", "these", "which"})
_COUNTING = frozenset({"number", "determiner", "article", "kin", "vague", "another"})
_BODILY = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED, Harm.MISSING})
_JOINING = frozenset({",", "and", "or", "as", "well", "also", "plus", "&", ";", "both"})
# "Two women from one family, and a child": as many words may describe one of a list.
_DESCRIBED = 6
# "Nine members of the Orlan family, including": as many words may stand behind the whole.
_NEAR = 8
_AFTER_ITEM = ("IN", "DT", "JJ", "NN", "PRP$", "POS", "HYPH", "CD", "VBN", "RB")


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list: the quantity and the people that it counts."""

    quantity: Quantity
    counted: Counted


def find_listed_parts(
    sentence: Sentence,
    found: Sequence[Victims],
    quantities: Sequence[Quantity],
    words: HarmLexicon,
) -> list[Victims]:
    """All counts of a sentence, those behind "including" made parts of the whole before it."""
    made = list(found)
    for first, last in find_openings(sentence.tokens):
        items = list(read_list(sentence, last.end, quantities, words))
        if not items:
            continue
        whole = _whole_before(sentence, first, made)
        if whole is not None:
            items = list(_up_to_another_harm(items, made, whole))
        listed = [v for v in made if any(overlaps(v.count, item.counted) for item in items)]
        if whole is None:
            whole = _whole_by_items(sentence, first, quantities, listed, words)
            if whole is None:
                continue
            made.append(whole)
        tied = [_as_part(v, whole) for v in listed if v.whole is None]
        made = [v for v in made if all(v.anchor is not one.anchor for one in tied)] + tied
        made += [
            make_part(item, whole)
            for item in items
            if _fits(item, whole.count) and not any(overlaps(v.count, item.counted) for v in made)
        ]
    return made


def find_openings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """The first and the last word of each "including", "of whom", "among them"."""
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.lower in _LEADING and following is not None and following.lower in _STANDING_FOR:
            yield token, following
        elif token.lower in _OPENING:
            yield token, token


def read_list(
    sentence: Sentence, start: int, quantities: Sequence[Quantity], words: HarmLexicon
) -> Iterator[Item]:
    """The people counted one after another behind an opening, up to the first break."""
    end = start
    for quantity in quantities:
        if quantity.start < end or quantity.kind == "age":
            continue
        if quantity.end > sentence.end or quantity.kind not in _COUNTING:
            return
        if not _goes_on(sentence.between(end, quantity.start), first=end == start):
            return
        counted = find_counted(sentence, quantity, words)
        if counted is None or counted.noun is None:
            return
        single = quantity.kind in ("article", "another")
        if counted.kind is not None and not (single and counted.noun.lemma in words.groups):
            yield Item(quantity, counted)
        elif not single:
            return
        end = counted.end


def _up_to_another_harm(
    items: Sequence[Item], found: Sequence[Victims], whole: Victims
) -> Iterator[Item]:
    """The items before one to whom something else is said to have happened."""
    for item in items:
        known = [v for v in found if overlaps(v.count, item.counted)]
        if any(v.count.harm is not whole.count.harm for v in known):
            return
        yield item


def _goes_on(gap: Sequence[Token], *, first: bool) -> bool:
    """Whether a list goes on over these words: a joint, behind a few words on the last of it."""
    if first:
        return all(token.tag.startswith("RB") or token.lower in ("both", ":") for token in gap)
    if len(gap) > _DESCRIBED or not any(token.lower in _JOINING for token in gap):
        return False
    return all(
        token.lower in _JOINING or (token.tag.startswith(_AFTER_ITEM) and token.tag != "VBD")
        for token in gap
    )


def _whole_before(sentence: Sentence, opening: Token, found: Sequence[Victims]) -> Victims | None:
    """The last count of a whole before an opening, unless it counts one alone."""
    before = [
        victims
        for victims in found
        if victims.whole is None
        and (victims.count.end or 0) <= opening.start
        and victims.count.harm in _BODILY
        and victims.count.max != 1
    ]
    return max(before, key=lambda victims: victims.count.end or 0, default=None)


def _whole_by_items(
    sentence: Sentence,
    opening: Token,
    quantities: Sequence[Quantity],
    listed: Sequence[Victims],
    words: HarmLexicon,
) -> Victims | None:
    """A whole that its list tells to be harmed: "nine members, including two boys, were killed"."""
    if not listed:
        return None
    for quantity in reversed(quantities):
        if quantity.end > opening.start or quantity.kind not in ("number", "vague", "kin"):
            continue
        counted = find_counted(sentence, quantity, words)
        if counted is None or counted.kind is None or counted.noun is None:
            return None
        if len(sentence.between(counted.end, opening.start)) > _NEAR:
            return None
        count = _count(quantity, counted, listed[0].license, series=None)
        return Victims(count, counted.anchor, listed[0].license, None)
    return None


def _as_part(victims: Victims, whole: Victims) -> Victims:
    count = replace(victims.count, series="part")
    return Victims(count, victims.anchor, victims.license, whole.anchor)


def make_part(item: Item, whole: Victims) -> Victims:
    """The victims of one item of a list, as part of those whom it lists."""
    count = _count(item.quantity, item.counted, whole.license, series="part")
    return Victims(count, item.counted.anchor, whole.license, whole.anchor)


def _fits(item: Item, whole: Count) -> bool:
    return whole.max is None or item.quantity.min <= whole.max


def _count(quantity: Quantity, counted: Counted, license: License, series: str | None) -> Count:
    kind = counted.kind or VictimKind()
    low = quantity.min
    if quantity.basis is Basis.AT_MOST and low == 0 and license.harm is Harm.KILLED:
        low = min(1, quantity.max or 0)
    return Count(
        harm=license.harm, min=low, max=quantity.max, basis=quantity.basis, stated=quantity.stated,
        sex=kind.sex, age=kind.age, status=kind.status, series=series,
        text="", start=counted.start, end=counted.end,
    )  # fmt: skip


def overlaps(count: Count, counted: Counted) -> bool:
    """Whether a count and what is counted share words."""
    return (count.start or 0) < counted.end and counted.start < (count.end or 0)
