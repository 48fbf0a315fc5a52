"""Sentences → persons told one by one: kinship, age and name as one person, with the class they give.

"His wife, 35-year-old Mara Dorn, and their children Ila (7), Tel and Odo (six months)" are a woman
and three children. Lists of names lose their syntax in any parser, so that persons are read by the
words right before and behind a name; a kinship in the plural holds for the names that follow it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.claims.ages import BEFORE, BEHIND, read_age
from onrecord.claims.harm_words import VictimKind, load_harm
from onrecord.claims.named import names_no_person
from onrecord.claims.syntax import Sentence
from onrecord.model.vocabulary import Age, Sex

_NO_NAMES = frozenset({"NORP", "GPE", "ORG", "DATE", "LOC", "FAC", "TIME", "LANGUAGE", "EVENT"})
_NEVER_NAMES = frozenset({"NORP", "DATE", "TIME", "LANGUAGE"})
_WORD = r"[A-Z]\w*(?:['’](?!s\b)\w+)*['’]?(?=\W|$)"
_NAME = (
    rf"(?:{_WORD}|[ae]l(?=[- ]))"
    rf"(?:(?:\.? |-| ?- ?)(?:{_WORD}|(?:al|el|abu|bin|ibn|bint|de|van|von|da|der)\b)){{0,9}}"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_ADJECTIVE = (
    r"(?:(?:(?:heavily|eight|nine|seven|months?)[ -])*(?:pregnant|young|younger|youngest|little|elderly|older|elder|eldest|oldest"
    r"|infant|newborn|baby|toddler|teenage|teenaged|adult|unborn|twin|only|own|late|disabled|unnamed"
    r"|minor|small|other|first-born|middle-aged|adopted|beloved|married|orphaned))"
)
_CALLED = r"(?: (?:who (?:was|is) )?(?:named|called|identified as|known as))?"
# What stands between the persons of one list.
_JOINT = re.compile(
    r"[\s,;:–—\-(\"“”]*(?:(?:and|&|plus)\b[\s,:]*)?(?:(?:an?|the|both)\b\s*)?[\"“]?\s*",
    re.IGNORECASE,
)
# A name that only says whose kin somebody is: "Orrin and Mara's son".
_OWNER = re.compile(r"(?: and [A-Z][\w-]*(?: [A-Z][\w-]*){0,3})? ?['’]s?\b(?! [A-Z])")
# Behind these stands a place.
_PLACED = re.compile(r"\b(?:in|at|near|outside|inside|into|onto|around|across|towards?) (?:the )?$")
# "Mara Dorn and her husband": the pronoun tells the sex of whom it stands for.
_THEN_OWN = re.compile(
    r"(?:,? (?:and|as well as|along with|alongside|together with|with)|,)(?: (?P<own>his|her)) "
)
# "Odo Dorn, a 16-day-old infant": what an apposition tells.
_APPOSED = rf", an? (?:{BEFORE}) (?:{_ADJECTIVE} )*(?:KIN)(?=[,;.)])"
_TITLES = {
    "mrs": Sex.WOMAN, "ms": Sex.WOMAN, "miss": Sex.WOMAN, "hajja": Sex.WOMAN, "hajjah": Sex.WOMAN,
    "umm": Sex.WOMAN, "um": Sex.WOMAN, "mr": Sex.MAN, "hajj": Sex.MAN,
}  # fmt: skip
_SEXES = {"f": Sex.WOMAN, "female": Sex.WOMAN, "m": Sex.MAN, "male": Sex.MAN}
# Words with a capital, at the head of a sentence, that begin no name.
_NO_FIRST = re.compile(
    r"(?:(?:The|A|An|His|Her|Their|Its|Our|My|Those|These|This|That|Also|In|On|At|Among|Another|According"
    r"|Additionally|Including|Both|All|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Other|Others|Killed"
    r"|Victims|It|He|She|They|We|Who|When|While|After|Before|From|By|For|With|Of|As|And|Family|Local"
    r"|Posts?|Sources?)\b[ ,]*)+"
)


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """One person's words: offsets of the text, and the class that they give.

    `owned`: told by kinship to another ("his wife"). `plain`: a bare name, without class. `group`:
    where the words of the plural begin that the person is one of ("their children"). `words`: of
    how many words the name is. `through`: where the brackets behind the person end.
    """

    start: int
    end: int
    kind: VictimKind
    owned: bool = False
    plain: bool = False
    group: int | None = None
    words: int = 1
    through: int = 0


@dataclass(slots=True)
class _Plural:
    """The plural that a list stands behind, and how many of its names are still to come."""

    start: int
    kin: str
    kind: VictimKind
    left: int
    owned: bool


def find_told(sentence: Sentence) -> list[ToldPerson]:
    """The persons that a sentence tells one by one, in their order."""
    text, offset = plain_words(sentence), sentence.start
    entities = {token.start - offset: token.entity for token in sentence.tokens}
    found = _named(text, entities)
    found += [
        one
        for one in _nameless(text)
        if not any(one.start < other.end and other.start < one.end for other in found)
    ]
    return [
        replace(
            one,
            start=one.start + offset,
            end=one.end + offset,
            through=max(one.end, one.through) + offset,
            group=one.group + offset if one.group is not None else None,
        )
        for one in sorted(found, key=lambda person: person.start)
    ]


def _named(text: str, entities: dict[int, str]) -> list[ToldPerson]:
    """The persons with a name, each with what stands before and behind it."""
    found: list[ToldPerson] = []
    plurals = list(_plurals(text))
    plural: _Plural | None = None
    end = 0
    for match in _patterns().name.finditer(text):
        start = match.start() + _lead_of_name(match[0])
        if start < end or start >= match.end() or not _may_name(match[0], entities.get(start)):
            continue
        while plurals and plurals[0][1] <= start:
            plural, end = plurals[0][0], max(end, plurals[0][1])
            plurals.pop(0)
        lead = _patterns().before.search(text, max(end, start - 90), start)
        first = lead.start() if lead is not None else start
        if _OWNER.match(text, match.end()) is not None or _PLACED.search(text, 0, first):
            continue
        if plural is not None and not _JOINT.fullmatch(text, end, max(first, end)):
            plural = None
        person = _read_person(text, (start, match.end()), lead, plural)
        if entities[start] in (_NEVER_NAMES if not person.plain else _NO_NAMES):
            continue
        if plural is not None:
            plural.left -= 1
            plural = plural if plural.left and person.group is not None else None
        end = max(person.end, _end_of_told(text, match.end()))
        found.append(replace(person, through=end))
    return found


def _may_name(words: str, entity: str | None) -> bool:
    """Whether words with capitals begin with a token, and end in no hospital or station."""
    return entity is not None and not names_no_person(words.rsplit(" ", 1)[-1])


def _lead_of_name(name: str) -> int:
    """How many letters of a capital run are no part of a name: "Their", "Grandmother"."""
    first = _NO_FIRST.match(name)
    start = first.end() if first is not None else 0
    kin = re.match(r"[A-Z][a-z]+ ", name[start:])
    if kin is not None and kin[0].strip().lower() in _kinships():
        start += kin.end()
    return start


def _plurals(text: str) -> Iterator[tuple[_Plural, int]]:
    """Each plural of kinship, and where the names behind it begin."""
    for match in _patterns().plural.finditer(text):
        kind = _kind_of([_singular(match["kin"])], [])
        size = _size_of(match["size"])
        kin = _singular(match["kin"])
        yield _Plural(match.start(), kin, kind, size, bool(match["own"])), match.end()


def _size_of(words: str | None) -> int:
    if words is None:
        return 99
    return int(words) if words.isdigit() else _NUMBERS.index(words.lower())


_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def _read_person(
    text: str, name: tuple[int, int], lead: re.Match[str] | None, plural: _Plural | None
) -> ToldPerson:
    kin = [word for word in (lead["kin"], lead["kin2"]) if word] if lead is not None else []
    ages = [word for word in (lead["age"], lead["age2"]) if word] if lead is not None else []
    young = [lead["adjective"]] if lead is not None and lead["adjective"] else []
    owned = lead is not None and bool(lead["own"]) and bool(kin)
    told = text[name[1] : _end_of_told(text, name[1])]
    aged = _patterns().behind_age.match(text, name[1])
    inside = [*re.findall(r"[\w-]+", told.lower())]
    kin_told = [word for word in inside if word in _kinships()][:1]
    sexes = [_SEXES[word] for word in inside if word in _SEXES]
    ages += re.findall(rf"(?:{BEFORE})", told, re.IGNORECASE)
    ages += [aged[0]] if aged is not None else []
    ages += _loose_ages(told) if kin_told or sexes or "less than" in told else []
    kin += kin_told
    titles = re.findall(r"[a-z]+", text[slice(*name)].lower())[:1]
    sexes += [_TITLES[word] for word in [*titles, *inside] if word in _TITLES]
    kind = _kind_of(kin, ages, young)
    then = _THEN_OWN.match(text, name[1] + len(told))
    sexes += [Sex.MAN if then["own"] == "his" else Sex.WOMAN] if then is not None else []
    if kind.sex is Sex.UNKNOWN and sexes:
        kind = VictimKind(sexes[0], kind.age)
    start = lead.start() if lead is not None else name[0]
    start += len(text[start : name[0]]) - len(text[start : name[0]].lstrip())
    group = None
    own_kin = (lead["kin"] or lead["kin2"]) if lead is not None else None
    if plural is not None and (not own_kin or _is_one_of(own_kin, plural)):
        group = plural.start
        kind = VictimKind(
            kind.sex if kind.sex is not Sex.UNKNOWN else plural.kind.sex,
            kind.age if kind.age is not Age.UNKNOWN else plural.kind.age,
        )
        owned = owned or plural.owned
    end = aged.end() if aged is not None else name[1]
    plain = group is None and not (kin or ages or sexes)
    return ToldPerson(start, end, kind, owned, plain, group, len(text[slice(*name)].split()))


def _is_one_of(kin: str, plural: _Plural) -> bool:
    """Whether a kinship of its own leaves a person in a list: "their children, son Tel"."""
    return plural.kin in ("child", "kid") and kin.lower() in _OFFSPRING


_OFFSPRING = frozenset({"son", "daughter", "boy", "girl", "baby", "infant", "toddler"})


def _loose_ages(told: str) -> list[str]:
    """An age that a bracket holds beside other words: "(daughter, 20)", "(6, f)"."""
    bare = re.findall(r"(?<![\w.])\d{1,2}(?![\w.])", told)
    young = re.findall(r"less than (?:a|one|1) year|under (?:a|one|1) year|\d+ ?months?", told)
    return ["one week" for _ in young[:1]] or bare[:1]


def _end_of_told(text: str, start: int) -> int:
    """Where what is told behind a name ends: its age, and brackets."""
    end = start
    for _ in range(4):
        behind = _patterns().behind.match(text, end)
        if behind is None or behind.end() == end:
            break
        end = behind.end()
    return end


def _nameless(text: str) -> Iterator[ToldPerson]:
    """Persons told by kinship and age alone: "his 6-year-old daughter"."""
    for match in _patterns().alone.finditer(text):
        kind = _kind_of([match["kin"]], [match["age"]])
        yield ToldPerson(match.start(), match.end(), kind, bool(match["own"]))


def _kind_of(kin: Sequence[str], ages: Sequence[str], adjectives: Sequence[str] = ()) -> VictimKind:
    """The class by kinship and age; a number of years goes before a word such as "girl"."""
    kinds = [_kinship(word.lower()) for word in kin]
    sex = next((kind.sex for kind in kinds if kind.sex is not Sex.UNKNOWN), Sex.UNKNOWN)
    said = next((age for word in ages if (age := read_age(word)) is not Age.UNKNOWN), None)
    told = next((kind.age for kind in kinds if kind.age is not Age.UNKNOWN), Age.UNKNOWN)
    words = {word for phrase in adjectives for word in re.findall(r"[a-z]+", phrase.lower())}
    if said is None and told is Age.UNKNOWN and words & _YOUNG:
        told = Age.CHILD
    if said is None and told is Age.UNKNOWN and words & _GROWN:
        told = Age.ADULT
    return VictimKind(sex, said if said is not None else told)


_YOUNG = frozenset({"infant", "newborn", "baby", "toddler", "minor", "unborn"})
_GROWN = frozenset({"pregnant", "elderly", "adult", "married"})


def _kinship(word: str) -> VictimKind:
    return load_harm().victims.get(word.split("-")[0], VictimKind())


@cache
def _kinships() -> frozenset[str]:
    """The words that tell a person's sex or age."""
    kinds = load_harm().victims
    told = {w for w, k in kinds.items() if (k.sex, k.age) != (Sex.UNKNOWN, Age.UNKNOWN)}
    return frozenset(word for word in told if word.isalpha()) | {
        "daughter-in-law", "son-in-law", "mother-in-law", "father-in-law", "sister-in-law",
        "brother-in-law", "great-grandmother", "great-grandfather",
    }  # fmt: skip


@cache
def _many() -> dict[str, str]:
    """The plural of each kinship, with its singular."""
    odd = {"child": "children", "wife": "wives", "woman": "women", "man": "men", "baby": "babies"}
    made = {}
    for word in _kinships():
        head, _, tail = word.partition("-in-")
        if head.endswith(("man", "woman")) and head not in odd:
            head, plural = head, head[:-2] + "en"
        else:
            plural = (
                head.replace("child", "children")
                if head.endswith("child")
                else odd.get(head, head + "s")
            )
        made[plural + (f"-in-{tail}" if tail else "")] = word
    return made


def _singular(plural: str) -> str:
    return _many()[plural.lower()]


@dataclass(frozen=True, slots=True)
class _Patterns:
    name: re.Pattern[str]
    before: re.Pattern[str]
    alone: re.Pattern[str]
    plural: re.Pattern[str]
    behind: re.Pattern[str]
    behind_age: re.Pattern[str]


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _patterns() -> _Patterns:
    kin = _alternatives(list(_kinships()))
    many = _alternatives(list(_many()))
    aged = rf"(?:{BEFORE}),?"
    own = r"(?P<own>\b(?:his|her|their|my|our|['’]s|s['’]))"
    before = re.compile(
        rf"(?:{own} )?(?:(?P<age>{aged}) )?(?P<adjective>(?:{_ADJECTIVE} )*)(?:(?P<kin>\b(?:{kin})),?{_CALLED} )?"
        rf"(?:(?P<age2>{aged}) )?(?:(?P<kin2>\b(?:{kin})),?{_CALLED} )?$",
        re.IGNORECASE,
    )
    alone = re.compile(
        rf"(?:{own} )?\b(?P<age>{aged}) (?:{_ADJECTIVE} )*(?P<kin>{kin})\b", re.IGNORECASE
    )
    plural = re.compile(
        rf"(?:{own} )?(?:{_ADJECTIVE} )*(?:\b(?P<size>{_NUMBER}) )?(?:of (?:his|her|their|[A-Z]\w+ ?['’]s) )?"
        rf"(?:{_ADJECTIVE} )*\b(?P<kin>{many})\b",
        re.IGNORECASE,
    )
    apposed = _APPOSED.replace("KIN", kin)
    behind = re.compile(rf"{BEHIND}| ?\([^()]{{1,60}}\)|{apposed}", re.IGNORECASE)
    behind_age = re.compile(BEHIND, re.IGNORECASE)
    return _Patterns(re.compile(rf"(?<![\w-]){_NAME}"), before, alone, plural, behind, behind_age)


def plain_words(sentence: Sentence) -> str:
    """The sentence's words at their offsets, with blanks between them."""
    letters = [" "] * (sentence.end - sentence.start)
    for token in sentence.tokens:
        start = token.start - sentence.start
        letters[start : start + len(token.text)] = token.text
    return "".join(letters)
