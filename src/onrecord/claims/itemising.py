"""Claims of one document → the same, smaller figures told below a total marked as parts of it.

A lead gives the toll; the paragraphs below tell who the dead were, and what was first heard. "A
mother", "two daughters" are among the twenty of the lead, not a second and smaller toll; and an
author who writes twenty and relays an agency's eight has heard both.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model.claim import Claim, Count
from onrecord.model.vocabulary import Age, Basis, Harm, Mode, Sex, SpeakerKind, Unit

PART, ITEM, MORE = "part", "item", "more"
_SINGLE = ("a ", "an ", "one ")
_LOOSE = frozenset({Basis.VAGUE, Basis.AT_MOST, Basis.FEWER_THAN})
# Whoever fights, or speaks for those who do, has a count of their own: theirs is a rival account.
_RIVALS = frozenset({SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL})
_HEADS = frozenset({Mode.HEADLINE, Mode.RELATED_HEADLINE})

_CLASS_NOUN = re.compile(
    r"\b(?:wom[ae]n|m[ae]n|child(?:ren)?|girls?|boys?|infants?|bab(?:y|ies)|minors?|females?|males?"
    r"|toddlers?|newborns?|kids?|people)\W*$",
    re.IGNORECASE,
)

# "A six-year-old boy", "a girl called Ila" are persons, not all of their class.
_PERSONAL = re.compile(r"\bold\b|\d|\b(?:called|named|aged)\b|\b[A-Z][a-z]+ [A-Z]")

# Whoever counts bodies has not yet counted the dead.
_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\b", re.IGNORECASE)
# "Another body" in a picture is one of those told.
_SEEN = re.compile(r"\b(?:videos?|photo\w*|images?|pictures?|footage|clips?)\b", re.IGNORECASE)
# "Another son of hers", "another victim", "another nurse, Ila Dorn": one more is brought in by name.
_ONE_MORE = re.compile(
    r"(?:[Aa]nother|[Oo]ne other|[Aa] (?:further|second|third|fourth)) (?:[\w'’-]+ ){0,4}?"
    r"(?:(?:member|victim|relative|death|fatality|casualty|body|corpse|son|daughter|brother|sister|mother"
    r"|father|wife|husband|child|cousin|uncle|aunt|nephew|niece|grand\w+|\w+-in-law)\b"
    r"|[a-z'’-]+,? (?:named |called )?(?:\d{1,3}[- ]year[- ]old )?[A-Z][\w'’-]+ [A-Z])"
)
_LATER = re.compile(
    r"\b(?:later|elsewhere|separate(?:ly)?|overnight|since|hospital|succumbed|died of|died from|injuries"
    r"|second (?:strike|attack|raid|shooting|explosion))\b",
    re.IGNORECASE,
)

_Class = tuple[Sex, Age] | None
_Key = tuple[object, Harm | None, _Class]


@dataclass(frozen=True, slots=True)
class _Total:
    """The largest number told so far of one attack, harm and class, and whose voice tells it."""

    size: int
    voice: str


# By key, and whether it is the author's own total or the largest of any voice.
_Told = dict[tuple[object, Harm | None, _Class, bool], _Total]


def mark_items(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with `series` set on counts that itemise a total told before them.

    A `part` is no total of its own: a single person ("a woman") below any toll of two or more, a
    smaller figure in the voice that gave the toll, and any smaller one below the author's own
    toll. An `item` is a part whose class ("children") the total itself has counted.
    """
    told: _Told = {}
    made = []
    for claim in claims:
        if claim.unit is not Unit.INCIDENT:
            made.append(claim)
            continue
        counts = _mark(claim, told)
        made.append(replace(claim, counts=counts))
        _remember(claim, counts, told)
    return made


def _mark(claim: Claim, told: _Told) -> tuple[Count, ...]:
    made: list[Count] = []
    sizes = list(_sizes(claim.counts))
    for count, size in zip(claim.counts, sizes, strict=True):
        if count.harm is not None and (
            _is_told(count, claim, told) or _is_of_same_class(count, claim.counts)
        ):
            count = replace(count, series=ITEM)
        elif _is_one_of_those(count, size, claim, told):
            count = replace(count, series=PART)
        made.append(count)
    return tuple(_with_those_beside(claim.counts, made))


def _with_those_beside(counts: Sequence[Count], made: Sequence[Count]) -> Iterator[Count]:
    """Of people joined under one verb, where some are told again, all are."""
    again = {
        one.harm
        for before, one in zip(counts, made, strict=True)
        if before is not one and before.series in (None, "joined")
    }
    joined = {count.harm for count in counts if count.series == "joined"}
    for count in made:
        beside = count.harm in again & joined and _is_whole(count) and count.series != "total"
        yield replace(count, series=PART) if beside else count


def _sizes(counts: Sequence[Count]) -> Iterator[int]:
    """How many each count is; of counts joined under one verb, how many they are together."""
    for count in counts:
        group = [one for one in counts if _is_top(one) and one.harm is count.harm]
        joined = [one for one in group if one.series == "joined"]
        first = next((one for one in group if one.series is None), None)
        beside = [*joined, first] if first is not None and joined else joined
        together = any(one is count for one in beside)
        yield sum(_size(one) for one in beside) if together else _size(count)


def _size(count: Count) -> int:
    return count.min if count.max is None else count.max


def _is_top(count: Count) -> bool:
    return count.harm is not None and count.subset_of is None


def _is_whole(count: Count) -> bool:
    return _is_top(count) and count.series in (None, "joined", "total")


def _is_one_of_those(count: Count, size: int, claim: Claim, told: _Told) -> bool:
    if _is_whole(count) and _is_part(count, size, claim, told):
        return True
    return _is_of_bodies(count, claim, told) or _is_one_more_told(count, claim, told)


def _is_part(count: Count, size: int, claim: Claim, told: _Told) -> bool:
    key = _key(claim, count, whole=True)
    if count.max == 0:
        return False
    if _is_below(size, told.get((*key, True))) and _may_be_below_author(claim):
        return True
    total = told.get((*key, False))
    if total is None or not _is_below(size, total) or count.series == "total":
        return False
    single = count.max == 1 and count.text.lower().startswith(_SINGLE)
    return single or (total.voice == _voice(claim) and count.basis is Basis.EXACT)


def _is_of_bodies(count: Count, claim: Claim, told: _Told) -> bool:
    """For "two bodies were found" where any voice has told as many dead or more."""
    seen = count.series == MORE and _SEEN.search(claim.quote) is not None
    if not (_is_whole(count) or seen) or not _BODIES.search(count.text):
        return False
    total = told.get((*_key(claim, count, whole=True), False))
    return total is not None and 2 <= total.size >= _size(count)


def _is_one_more_told(count: Count, claim: Claim, told: _Told) -> bool:
    """Whether "another" tells one more of those counted, by name or kin, not one beyond them."""
    author = told.get((*_key(claim, count, whole=True), True))
    words = claim.quote[max((count.start or 0) - claim.start, 0) :]
    one = count.series == MORE and count.max == 1 and _is_below(1, author)
    one = one and count.harm is Harm.KILLED
    return one and _ONE_MORE.match(words) is not None and _LATER.search(claim.quote) is None


def _is_told(count: Count, claim: Claim, told: _Told) -> bool:
    """Whether the class that a count gives was counted before, by the author or the same voice."""
    if _class_of(count) is None:
        return False
    key = _key(claim, count, whole=False)
    author, total = told.get((*key, True)), told.get((*key, False))
    if author is not None and _is_of_kin(count):
        return True
    if author is not None and _size(count) <= author.size and _may_be_below_author(claim):
        return True
    same = total is not None and total.voice == _voice(claim)
    return same and total is not None and _size(count) <= total.size


def _is_of_same_class(count: Count, counts: Sequence[Count]) -> bool:
    """Whether the whole that a count is a part of has counted its class: "five children, … one infant"."""
    if count.subset_of is None or count.subset_of >= len(counts) or _class_of(count) is None:
        return False
    if _PERSONAL.search(count.text) is not None:
        return False
    return _class_of(counts[count.subset_of]) == _class_of(count)


def _is_of_kin(count: Count) -> bool:
    """Whether it counts kin of somebody ("two sisters"): whatever their age, the class is told."""
    grown = count.sex is not Sex.UNKNOWN and count.age is Age.UNKNOWN
    return grown and count.min > 1 and bool(count.text) and not _CLASS_NOUN.search(count.text)


def _is_below(size: int, total: _Total | None) -> bool:
    return total is not None and total.size >= 2 and size < total.size


def _may_be_below_author(claim: Claim) -> bool:
    return claim.originator_kind not in _RIVALS and claim.mode not in _HEADS


def _remember(claim: Claim, counts: Sequence[Count], told: _Told) -> None:
    for count in counts:
        if count.harm is None or not _may_found(count):
            continue
        key = _key(claim, count, whole=_class_of(count) is None)
        total = _Total(_size(count), _voice(claim))
        for place in (
            ((*key, True), (*key, False)) if _is_author(claim, count) else ((*key, False),)
        ):
            known = told.get(place)
            if known is None or total.size > known.size:
                told[place] = total


def _may_found(count: Count) -> bool:
    """Whether a count is a total: of all people one that is no part, of a class one of several.

    "Two daughters" are those of one family: only words for the class itself count all of it, and
    none that tell of one person.
    """
    if _class_of(count) is None:
        return count.series not in (PART, ITEM) and count.subset_of is None
    if count.series == ITEM or (count.text and _CLASS_NOUN.search(count.text) is None):
        return False
    if _size(count) == 1 and _PERSONAL.search(count.text) is not None:
        return False
    return count.series != PART or _size(count) > 1


def _is_author(claim: Claim, count: Count) -> bool:
    """Whether the author says the total in the body, with a number that has a lower end."""
    own = not claim.resolved or claim.originator == claim.speakers[0]
    return own and claim.mode not in _HEADS and count.basis not in _LOOSE


def _voice(claim: Claim) -> str:
    return claim.originator or ""


def _class_of(count: Count) -> _Class:
    if count.age is Age.CHILD:
        return (Sex.UNKNOWN, Age.CHILD)
    return (count.sex, Age.ADULT) if count.sex is not Sex.UNKNOWN else None


def _key(claim: Claim, count: Count, *, whole: bool) -> _Key:
    """One attack is told from another within a document by its day."""
    day = (claim.when.from_, claim.when.to) if claim.when is not None else None
    return (day, count.harm, None if whole else _class_of(count))
