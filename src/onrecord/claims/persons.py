"""Sentences → single persons as counts, each counted once, with the class that its words give.

What happened to the persons of a list is what the sentence says of all whom it counts, or what it
calls them: "the victims were identified as …".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.license import License
from onrecord.claims.rosters import LIST_JOINT, find_roster
from onrecord.claims.singles import Victims
from onrecord.claims.syntax import Sentence, Token
from onrecord.claims.told_persons import ToldPerson, find_told, plain_words
from onrecord.model.claim import Count
from onrecord.model.vocabulary import Age, Basis, Harm, Sex

_DOING = frozenset(
    {"by", "for", "from", "to", "against", "when", "while", "after", "before", "than"}
)
_BODILY = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED, Harm.MISSING})
_LONGEST = 4000
# A person who speaks, mourns or lives on is nobody's victim.
_ALIVE = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:said|says|wrote|posted|told|added|mourn\w*|shared|survived|surviving|escaped|was pulled"
    r"|remember\w*|announced|confirmed|reported|lost|described|recalled|announc\w*|published|paid|named|listed)\b"
)
_OTHER_HARM = re.compile(
    r"\b(?:injur\w+|wound(?!s? after)\w*|surviv\w+|unharmed|unhurt|escaped|orphan\w*|missing)\b",
    re.IGNORECASE,
)
_TURN = re.compile(r";|\b(?:while|whilst|whereas|but)\b", re.IGNORECASE)
_MARKS = frozenset({",", ":", "-", "--", "("})


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where all who are told one by one suffered one harm, and the count that says which."""

    lone: Victims
    start: int
    end: int
    named: bool
    names: bool


def with_persons(
    sentence: Sentence, known: Sequence[Victims], *, before: Token | None = None
) -> list[Victims]:
    """The counts of a sentence, its single persons with their class, each counted once.

    `before` is the word that called those of the last sentence dead.
    """
    if sentence.end - sentence.start > _LONGEST:
        return list(known)
    told = find_told(sentence)
    stretch = _stretch_of(sentence, known, told, before)
    if not known and stretch is None:
        return []
    made = list(known)
    text, offset = plain_words(sentence), sentence.start
    last = stretch.start - offset if stretch is not None and stretch.named else 0
    for person in told:
        over = [v for v in made if _meets(v.count, person)]
        if any(not _is_single(v.count) for v in over):
            continue
        listed = LIST_JOINT.fullmatch(text, last, person.start - offset) is not None
        if over and not person.plain:
            made = [v for v in made if not any(v is one for one in over)]
            made.append(_enriched(over[0], person, made))
        elif (
            not over
            and stretch is not None
            and _is_harmed(sentence, person, stretch, listed=listed)
        ):
            made.append(_counted(stretch.lone, person, made))
        else:
            continue
        last = max(last, person.through - offset)
        made = [v for v in made if not (_is_single(v.count) and _is_told_behind(v.count, person))]
    return _with_ages_of_members(made, told)


def _is_harmed(sentence: Sentence, person: ToldPerson, stretch: _Stretch, *, listed: bool) -> bool:
    """Whether a person stands in the list of those harmed, doing nothing else.

    Not "a boy, 12, killed his friend" nor "a woman was killed by her six-year-old son".
    """
    if not stretch.start <= person.start < stretch.end:
        return False
    if _ALIVE.match(plain_words(sentence), person.end - sentence.start) is not None:
        return False
    if person.plain:
        return stretch.names and listed and person.words > 1
    sure = person.owned or person.kind.age is Age.CHILD or person.group is not None
    if not (sure or listed or stretch.named):
        return False
    before = [token.lower for token in sentence.tokens if token.end <= person.start][-2:]
    return not _DOING & set(before)


def _stretch_of(
    sentence: Sentence,
    known: Sequence[Victims],
    told: Sequence[ToldPerson],
    before: Token | None,
) -> _Stretch | None:
    harms = {v.count.harm for v in known} & _BODILY
    dead = next((v for v in known if v.count.harm is Harm.KILLED), None)
    roster = find_roster(sentence, told, before=before)
    if roster is not None and harms <= {Harm.KILLED} and (roster.names or dead is None):
        lone = dead or _of_roster(roster.word)
        stretch = _Stretch(lone, roster.start, roster.end, named=True, names=roster.names)
    elif dead is not None:
        stretch = _Stretch(dead, dead.count.start or 0, sentence.end, named=False, names=False)
    else:
        return None
    return _up_to_other_harm(sentence, stretch, known)


def _up_to_other_harm(
    sentence: Sentence, stretch: _Stretch, known: Sequence[Victims]
) -> _Stretch | None:
    """The stretch up to where somebody is told to be hurt, or to live."""
    text, offset = plain_words(sentence), sentence.start
    other = _OTHER_HARM.search(text)
    starts = [v.count.start or 0 for v in known if v.count.harm in _BODILY - {Harm.KILLED}]
    starts += [other.start() + offset] if other is not None else []
    if not starts:
        return stretch
    first = min(starts)
    if first <= stretch.start:
        return None
    turns = [turn.start() + offset for turn in _TURN.finditer(text, 0, first - offset)]
    dead = stretch.lone.license.word.end
    ends = [turn for turn in turns if turn > stretch.start] or [dead if dead < first else 0]
    return replace(stretch, end=ends[-1])


def _of_roster(word: Token) -> Victims:
    """Nobody yet, with the license of the word that calls all of a list dead."""
    count = Count(
        harm=Harm.KILLED, min=1, max=1, basis=Basis.EXACT, stated=1,
        series="part", text="", start=word.start, end=word.end,
    )  # fmt: skip
    return Victims(count, word, License(Harm.KILLED, word), None)


def _is_single(count: Count) -> bool:
    return count.min == 1 and count.max == 1 and count.series != "total"


def _meets(count: Count, person: ToldPerson) -> bool:
    return (count.start or 0) < person.end and person.start < (count.end or 0)


def _is_told_behind(count: Count, person: ToldPerson) -> bool:
    """Whether a name only says more of a person, in brackets: "Mara Dorn (Umm Tel)"."""
    return person.end <= (count.start or 0) and (count.end or 0) <= person.through


def _enriched(victims: Victims, person: ToldPerson, made: Sequence[Victims]) -> Victims:
    count, kind = victims.count, person.kind
    own = person.start <= victims.anchor.start < person.end
    age = kind.age if kind.age is not Age.UNKNOWN or not own else count.age
    group = _group_of(person, made)
    whole = victims.whole or (group.anchor if group is not None else None)
    count = replace(
        count,
        sex=kind.sex if kind.sex is not Sex.UNKNOWN else count.sex,
        age=age,
        series="part" if whole is not None else count.series,
        start=min(count.start or 0, person.start) if own else person.start,
        end=person.end,
    )
    return Victims(count, victims.anchor, victims.license, whole)


def _counted(lone: Victims, person: ToldPerson, made: Sequence[Victims]) -> Victims:
    count = Count(
        harm=lone.count.harm, min=1, max=1, basis=Basis.EXACT, stated=1,
        sex=person.kind.sex, age=person.kind.age, status=person.kind.status,
        series="part", text="", start=person.start, end=person.end,
    )  # fmt: skip
    whole = lone.whole
    group = _group_of(person, made)
    if group is not None:
        whole = group.anchor
    elif whole is None and not _is_single(lone.count):
        whole = lone.anchor
    return Victims(count, lone.anchor, lone.license, whole)


def _group_of(person: ToldPerson, made: Sequence[Victims]) -> Victims | None:
    """The count of the plural that a person is one of: "two sons, Tel and Odo"."""
    if person.group is None:
        return None
    return next((v for v in made if not _is_single(v.count) and _begins(v.count, person)), None)


def _begins(count: Count, person: ToldPerson) -> bool:
    start, end = count.start or 0, count.end or 0
    return (
        person.group is not None
        and person.group <= end
        and start <= person.start
        and (start <= person.group + _NEAR and person.group < end)
    )


_NEAR = 24


def _with_ages_of_members(made: Sequence[Victims], told: Sequence[ToldPerson]) -> list[Victims]:
    """Groups told by kinship, children or grown where all of their members are told to be so.

    Somebody's "two children" may be thirty: where ages differ, the group's is left open.
    """
    result = []
    for victims in made:
        members = [one for one in told if _group_of(one, [victims]) is victims]
        ages = {one.kind.age for one in members}
        count = victims.count
        if members and Age.UNKNOWN not in ages and len(members) >= count.min:
            age = next(iter(ages)) if len(ages) == 1 else Age.UNKNOWN
            count = replace(count, age=age)
        elif len(ages) == 1 and Age.UNKNOWN not in ages and count.age is Age.UNKNOWN:
            count = replace(count, age=next(iter(ages)))
        result.append(Victims(count, victims.anchor, victims.license, victims.whole))
    return result


def with_apposed(sentence: Sentence, found: Sequence[Victims]) -> list[Victims]:
    """For "two nurses, Mara Dorn and Ila Venn": persons named behind a comma are those counted."""
    ordered = sorted(found, key=lambda v: (v.count.start or 0, v.count.end or 0))
    made: list[Victims] = []
    group: Victims | None = None
    for place, victims in enumerate(ordered):
        if victims.whole is not None:
            made.append(victims)
            continue
        if group is not None and _is_of_one_list(group, victims):
            part = replace(victims.count, series="part")
            made.append(Victims(part, victims.anchor, victims.license, group.anchor))
            continue
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        group = victims if _opens_names(sentence, victims, following) else None
        made.append(victims)
    return made


def _is_of_one_list(group: Victims, victims: Victims) -> bool:
    """Whether one word of harm holds for both, and does not stand between them."""
    word = group.license.word
    between = (group.count.end or 0) <= word.start < (victims.count.start or 0)
    return victims.license.word is word and not between


def _opens_names(sentence: Sentence, group: Victims, following: Victims | None) -> bool:
    if following is None or group.count.min < 2 or not _is_single(following.count):
        return False
    gap = sentence.between(group.count.end or 0, following.count.start or 0)
    first = next((t for t in sentence.tokens if t.start == following.count.start), None)
    named = first is not None and first.text[:1].isupper() and first.tag.startswith("NNP")
    return named and bool(gap) and all(token.lower in _MARKS for token in gap)
