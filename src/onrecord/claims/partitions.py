"""Sentences → people set behind a comma beside those told before, made parts of those.

"Six residents, four girls and two men, were killed", "five died – three women and two boys": no
word says that the list repeats the six, but its sum and its place do. "Five were killed, two of
them women" says so, whatever the parser makes of it.
"""

from collections.abc import Iterator, Sequence

from onrecord.claims.counted import find_counted
from onrecord.claims.harm_words import HarmLexicon, VictimKind
from onrecord.claims.numbers import Quantity
from onrecord.claims.parts import Item, make_part, overlaps, read_list
from onrecord.claims.singles import Victims
from onrecord.claims.syntax import Sentence, Token
from onrecord.model.claim import Count
from onrecord.model.vocabulary import Basis, Harm

_BODILY = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED, Harm.MISSING})
_WHOLE = frozenset({Basis.EXACT, Basis.AT_LEAST})
_BREAKS = frozenset({",", ":", "–", "—", "-", "--", "(", ";"})
_FEWEST = 2
# So many words may stand between the whole and its list: "of one family from the village of Vell".
_REACH = 30


def with_partitions(
    sentence: Sentence,
    found: Sequence[Victims],
    quantities: Sequence[Quantity],
    words: HarmLexicon,
) -> list[Victims]:
    """All counts of a sentence, those of a list that adds up to a whole before it made its parts."""
    made = list(found)
    for whole in found:
        if not any(one is whole for one in made) or not _may_be_divided(whole):
            continue
        items = _find_partition(sentence, whole.count, quantities, words)
        items = items or _find_some_of_them(sentence, made, whole.count, quantities, words)
        parts = [make_part(item, whole) for item in items]
        taken = {id(part.anchor) for part in parts}
        made = [
            one
            for one in made
            if id(one.anchor) not in taken
            and not any(overlaps(one.count, i.counted) for i in items)
        ]
        made += parts
    return made


def _may_be_divided(victims: Victims) -> bool:
    count = victims.count
    told = count.harm in _BODILY and count.basis in _WHOLE
    return told and victims.whole is None and count.min >= _FEWEST


def _find_partition(
    sentence: Sentence, whole: Count, quantities: Sequence[Quantity], words: HarmLexicon
) -> list[Item]:
    """The items of the first list behind a whole that adds up to it; none where no list does."""
    for break_ in _breaks_behind(sentence, whole.end or 0):
        items = list(read_list(sentence, break_.end, quantities, words))
        if len(items) >= _FEWEST and _adds_up(items, whole):
            return items
    return []


def _find_some_of_them(
    sentence: Sentence,
    found: Sequence[Victims],
    whole: Count,
    quantities: Sequence[Quantity],
    words: HarmLexicon,
) -> list[Item]:
    """The class told as "two of them women" behind a break, unless it is counted already."""
    starts = {mark.end + gap for mark in _breaks_behind(sentence, whole.end or 0) for gap in (0, 1)}
    quantity = next((q for q in quantities if q.start in starts), None)
    if quantity is None or quantity.kind != "number" or not _stands_for_them(sentence, quantity):
        return []
    counted = find_counted(sentence, quantity, words)
    if counted is None or counted.kind is None or counted.noun is None:
        return []
    between = [v for v in found if (whole.end or 0) <= (v.count.start or 0) <= counted.start]
    item = Item(quantity, counted)
    return [] if between or not _may_be_of(item, whole) else [item]


def _stands_for_them(sentence: Sentence, quantity: Quantity) -> bool:
    behind = [token.lower for token in sentence.tokens if token.start >= quantity.end][:2]
    return len(behind) == 2 and behind[0] == "of" and behind[1] in ("them", "whom")


def _breaks_behind(sentence: Sentence, end: int) -> Iterator[Token]:
    behind = [token for token in sentence.tokens if token.start >= end][:_REACH]
    return (token for token in behind if token.text in _BREAKS)


def _adds_up(items: Sequence[Item], whole: Count) -> bool:
    exact = all(item.quantity.basis is Basis.EXACT for item in items)
    total = sum(item.quantity.min for item in items)
    return exact and total == whole.min and all(_may_be_of(item, whole) for item in items)


def _may_be_of(item: Item, whole: Count) -> bool:
    """Whether people of this kind can be among those told before: no soldier is a civilian."""
    kind = item.counted.kind or VictimKind()
    return kind.may_be(VictimKind(whole.sex, whole.age, whole.status))
