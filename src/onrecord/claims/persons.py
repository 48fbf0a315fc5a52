"""Sentences → single persons with what is said of them: kinship, age and name as one count.

"His wife, 35-year-old Mara Dorn, and their daughter Ila (7)" are a woman and a girl. Broken lists
of names lose their syntax, so that persons are read by the words beside a name; what happened to
them is what the sentence says of all whom it counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.claims.ages import BEFORE, BEHIND, read_age
from onrecord.claims.harm_words import HarmLexicon, VictimKind, load_harm
from onrecord.claims.singles import Victims
from onrecord.claims.syntax import Sentence
from onrecord.model.claim import Count
from onrecord.model.vocabulary import Age, Basis, Harm, Sex

_NO_NAMES = frozenset({"NORP", "GPE", "ORG", "DATE", "LOC", "FAC", "TIME", "LANGUAGE", "EVENT"})
_DOING = frozenset(
    {"by", "for", "from", "to", "with", "against", "when", "while", "after", "before"}
)
_BODILY = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED, Harm.MISSING})
_LONGEST = 900
# A person who speaks, mourns or lives on is nobody's victim.
_ALIVE = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:said|says|wrote|posted|told|added|mourn\w*|shared|survived|surviving|escaped|was pulled"
    r"|remember\w*|announced|confirmed|reported|lost|described|recalled|announc\w*|published|paid|named|listed)\b"
)
_OTHER_HARM = re.compile(
    r"\b(?:injur\w+|wound\w*|surviv\w+|unharmed|unhurt|escaped|orphan\w*)\b", re.IGNORECASE
)
_NAME = r"(?:[A-Z][\w']*|[Aa]l|[Ee]l)(?:(?:\.? |-| ?- ?)(?:[A-Z][\w']*|al|el|abu|bin|ibn|bint|de|van|von|da|der)){0,9}"


@dataclass(frozen=True, slots=True)
class _Person:
    """One person's words in a sentence: offsets of the text, and the class that they give."""

    start: int
    end: int
    kind: VictimKind
    owned: bool


def with_persons(sentence: Sentence, known: Sequence[Victims], words: HarmLexicon) -> list[Victims]:
    """The counts of a sentence, its single persons with their class, each counted once."""
    if not known or sentence.end - sentence.start > _LONGEST * 4:
        return list(known)
    made = list(known)
    lone = _only_license(sentence, known)
    for person in _find_persons(sentence):
        over = [v for v in made if _meets(v.count, person)]
        if any(not _is_single(v.count) for v in over):
            continue
        if over:
            made = [v for v in made if not any(v is one for one in over)]
            made.append(_enriched(over[0], person))
        elif lone is not None and _may_be_harmed(sentence, person, lone):
            made.append(_counted(lone, person))
    return made


def _may_be_harmed(sentence: Sentence, person: _Person, lone: Victims) -> bool:
    """Whether a person stands in the list of those harmed: behind the first, and doing nothing.

    Not "a boy, 12, killed his friend" nor "a woman was killed by her six-year-old son".
    """
    if not (person.owned or person.kind.age is Age.CHILD):
        return False
    if person.start < (lone.count.start or 0):
        return False
    before = [token.lower for token in sentence.tokens if token.end <= person.start][-2:]
    return not _DOING & set(before)


def _only_license(sentence: Sentence, known: Sequence[Victims]) -> Victims | None:
    """A count whose word of harm holds for all of the sentence: it says no other harm."""
    harms = {v.count.harm for v in known} & _BODILY
    said = " ".join(token.text for token in sentence.tokens)
    if harms != {Harm.KILLED} or _OTHER_HARM.search(said) is not None:
        return None
    return next(v for v in known if v.count.harm is Harm.KILLED)


def _is_single(count: Count) -> bool:
    return count.min == 1 and count.max == 1 and count.series != "total"


def _meets(count: Count, person: _Person) -> bool:
    return (count.start or 0) < person.end and person.start < (count.end or 0)


def _enriched(victims: Victims, person: _Person) -> Victims:
    count, kind = victims.count, person.kind
    age = kind.age if kind.age is not Age.UNKNOWN else count.age
    made = replace(
        count,
        sex=kind.sex if kind.sex is not Sex.UNKNOWN else count.sex,
        age=age,
        start=min(count.start or 0, person.start),
        end=max(count.end or 0, person.end),
    )
    return Victims(made, victims.anchor, victims.license, victims.whole)


def _counted(lone: Victims, person: _Person) -> Victims:
    count = Count(
        harm=lone.count.harm, min=1, max=1, basis=Basis.EXACT, stated=1,
        sex=person.kind.sex, age=person.kind.age, status=person.kind.status,
        series="part", text="", start=person.start, end=person.end,
    )  # fmt: skip
    whole = lone.whole
    if whole is None and not _is_single(lone.count):
        whole = lone.anchor
    return Victims(count, lone.anchor, lone.license, whole)


def with_apposed(sentence: Sentence, found: Sequence[Victims]) -> list[Victims]:
    """For "two nurses, Mara Dorn and Ila Venn": persons named behind a comma are those counted."""
    ordered = sorted(found, key=lambda v: (v.count.start or 0, v.count.end or 0))
    made: list[Victims] = []
    group: Victims | None = None
    for place, victims in enumerate(ordered):
        if victims.whole is not None:
            made.append(victims)
            continue
        if group is not None and victims.license.word is group.license.word:
            part = replace(victims.count, series="part")
            made.append(Victims(part, victims.anchor, victims.license, group.anchor))
            continue
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        group = victims if _opens_names(sentence, victims, following) else None
        made.append(victims)
    return made


def _opens_names(sentence: Sentence, group: Victims, following: Victims | None) -> bool:
    if following is None or group.count.min < 2 or not _is_single(following.count):
        return False
    gap = sentence.between(group.count.end or 0, following.count.start or 0)
    first = next((t for t in sentence.tokens if t.start == following.count.start), None)
    named = first is not None and first.text[:1].isupper() and first.tag.startswith("NNP")
    return named and bool(gap) and all(token.lower in _MARKS for token in gap)


_MARKS = frozenset({",", ":", "-", "--", "("})


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a name, and persons without one ("6-year-old daughter")."""
    kin = "|".join(sorted(_kinships(), key=lambda word: (-len(word), word)))
    aged = rf"(?:{BEFORE}),?"
    before = re.compile(
        rf"(?:(?P<own>\b(?:his|her|their|'s)) )?(?:(?P<age>{aged}) )?(?:(?P<kin>\b(?:{kin})),? (?:named |called )?)?"
        rf"(?:(?P<age2>{aged}) )?(?:(?P<kin2>\b(?:{kin})),? )?$",
        re.IGNORECASE,
    )
    alone = re.compile(
        rf"(?:(?P<own>\b(?:his|her|their|'s)) )?\b(?P<age>{aged}) (?P<kin>{kin})\b", re.IGNORECASE
    )
    return before, alone


@cache
def _kinships() -> frozenset[str]:
    """The words that tell a person's sex or age."""
    kinds = load_harm().victims
    told = {w for w, k in kinds.items() if (k.sex, k.age) != (Sex.UNKNOWN, Age.UNKNOWN)}
    return frozenset(word for word in told if word.isalpha()) | {
        "daughter-in-law", "son-in-law", "mother-in-law", "father-in-law", "sister-in-law",
        "brother-in-law",
    }  # fmt: skip


_NAMES = re.compile(rf"(?<![\w-]){_NAME}")
_BEHIND = re.compile(rf"(?P<age>{BEHIND})|(?P<told> ?\([^()]{{1,60}}\))", re.IGNORECASE)


def _find_persons(sentence: Sentence) -> Iterator[_Person]:
    text, offset = _plain(sentence), sentence.start
    by_start = {token.start: token for token in sentence.tokens}
    before, alone = _patterns()
    end = 0
    found: list[_Person] = []
    for match in _NAMES.finditer(text):
        token = by_start.get(offset + match.start())
        if match.start() < end or token is None or token.entity in _NO_NAMES:
            continue
        lead = before.search(text, max(end, match.start() - 90), match.start())
        behind = _BEHIND.match(text, match.end())
        person = _read_person(text, match, lead, behind)
        if person is not None and _ALIVE.match(text, person.end) is None:
            found.append(person)
            end = person.end
    for match in alone.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            kind = _kind_of([match["kin"]], [match["age"]])
            found.append(_Person(match.start(), match.end(), kind, bool(match["own"])))
    for one in sorted(found, key=lambda person: person.start):
        yield replace(one, start=one.start + offset, end=one.end + offset)


def _read_person(
    text: str, name: re.Match[str], lead: re.Match[str] | None, behind: re.Match[str] | None
) -> _Person | None:
    kin = [word for word in (lead["kin"], lead["kin2"]) if word] if lead is not None else []
    ages = [word for word in (lead["age"], lead["age2"]) if word] if lead is not None else []
    if behind is not None:
        told = behind["told"] or ""
        ages += [behind["age"]] if behind["age"] else re.findall(BEFORE, told, re.IGNORECASE)
        kin += [word for word in re.findall(r"[a-z-]+", told.lower()) if word in _kinships()][:1]
    if not kin and not ages:
        return None
    owned = lead is not None and bool(lead["own"]) and bool(kin)
    start = lead.start() if lead is not None else name.start()
    start += len(text[start : name.start()]) - len(text[start : name.start()].lstrip())
    ending = behind.end() if behind is not None and behind["age"] else name.end()
    return _Person(start, ending, _kind_of(kin, ages), owned)


def _kind_of(kin: Sequence[str], ages: Sequence[str]) -> VictimKind:
    """The class by kinship and age; a number of years goes before a word such as "girl"."""
    kinds = [_kinship(word.lower()) for word in kin]
    sex = next((kind.sex for kind in kinds if kind.sex is not Sex.UNKNOWN), Sex.UNKNOWN)
    said = next((age for word in ages if (age := read_age(word)) is not Age.UNKNOWN), None)
    told = next((kind.age for kind in kinds if kind.age is not Age.UNKNOWN), Age.UNKNOWN)
    return VictimKind(sex, said if said is not None else told)


def _kinship(word: str) -> VictimKind:
    return load_harm().victims.get(word.split("-")[0], VictimKind())


def _plain(sentence: Sentence) -> str:
    """The sentence's words at their offsets, with blanks between them."""
    letters = [" "] * (sentence.end - sentence.start)
    for token in sentence.tokens:
        start = token.start - sentence.start
        letters[start : start + len(token.text)] = token.text
    return "".join(letters)
