"""Claims of one document → the same, later single victims told as parts of an earlier total.

A lead gives the toll; the paragraphs below tell who the dead were. "A mother", "two daughters"
there are among the twenty of the lead, not a second and smaller toll.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.claim import Claim, Count
from onrecord.model.vocabulary import Age, Basis, Harm, Sex, Status, Unit

_SINGLE = ("a ", "an ", "one ")
_WHOLE = (Status.UNKNOWN, Sex.UNKNOWN, Age.UNKNOWN)
_Told = dict[tuple[object, Harm], tuple[int, str | None]]


def mark_items(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with `series="part"` on counts that itemise a total told before.

    A single person ("a woman") is an item of any earlier toll of two or more of the same attack;
    a smaller figure is one if the same originator gave the larger toll in the same document.
    """
    told: _Told = {}
    made = []
    for claim in claims:
        if claim.unit is not Unit.INCIDENT:
            made.append(claim)
            continue
        counts = tuple(_marked(count, claim, told) for count in claim.counts)
        made.append(replace(claim, counts=counts))
        _remember(claim, counts, told)
    return made


def _marked(count: Count, claim: Claim, told: _Told) -> Count:
    if count.harm is None or count.subset_of is not None or count.series not in (None, "joined"):
        return count
    size, originator = told.get((_attack(claim), count.harm), (0, None))
    if size < 2 or count.max is None or count.max >= size or count.max == 0:
        return count
    single = count.max == 1 and count.text.lower().startswith(_SINGLE)
    same = originator == (claim.originator or "") and count.basis is Basis.EXACT
    return replace(count, series="part") if single or same else count


def _remember(claim: Claim, counts: Sequence[Count], told: _Told) -> None:
    for count in counts:
        if count.harm is None or count.series == "part" or count.subset_of is not None:
            continue
        if (count.sex, count.age) != _WHOLE[1:]:
            continue
        key = (_attack(claim), count.harm)
        size = count.min if count.max is None else count.max
        if size > told.get(key, (0, None))[0]:
            told[key] = (size, claim.originator or "")


def _attack(claim: Claim) -> object:
    """What tells one attack from another within a document: its day."""
    return (claim.when.from_, claim.when.to) if claim.when is not None else None
