"""Claims of one document → the same, each single person known by one name for all that is told.

"A man was shot on Mill Lane", "the victim, 34,", "Dov Arlen died at the hospital" tell of one person.
Two tellings are of two people if their sex, age or names differ, if one verb joins them, or if the
words say so ("another man", "a third victim").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.ages import BEFORE, BEHIND
from onrecord.claims.alike import Person, are_rivals, differ_in_standing, join_alike, meet
from onrecord.claims.harm_words import load_harm
from onrecord.model.claim import Claim, Count
from onrecord.model.vocabulary import Age, Harm, Mode, Sex, Status, Unit

# An injured count of a person who is told to have died: no survivor.
DIED = "died"
PART = "part"
_TOLD = frozenset({Harm.KILLED, Harm.INJURED})
_HEADS = frozenset({Mode.HEADLINE, Mode.RELATED_HEADLINE})
_PRONOUNS = frozenset({"he", "him", "she", "her", "himself", "herself"})
_YEARS = re.compile(r"\b(\d{1,3})[- ](year|month|week|day)s?[- ]old\b")
_AGE_BEHIND = re.compile(r"\W{1,3}(\d{1,3})(?=[,.;)])")
_FURTHER = re.compile(
    r"\b(another|others?|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|additional|else"
    r"|further)\b"
)
_NAME = re.compile(r"\b[A-Z][a-z'’]+(?:[-A-Z]\w+)?\b")
_NO_NAME = frozenset(
    {"The", "A", "An", "One", "Another", "He", "She", "His", "Her", "Him", "Police", "Man", "Woman",
     "Boy", "Girl", "Teen", "Mr", "Mrs", "Ms", "Jr", "Sr", "Officer", "Deputy", "Sgt", "Lt", "Second",
     "Third", "Old", "Victim", "Child", "Toddler", "Baby", "Mother", "Father", "Suspect", "Gunman", "Al", "El", "Abu", "Ibn",
     "Bin", "Van", "De", "Dr", "Sheikh", "Hajj", "Umm", "Um"}
)  # fmt: skip
_ROLES = frozenset(
    {"son", "daughter", "wife", "husband", "mother", "father", "brother", "sister", "girlfriend",
     "boyfriend", "grandmother", "grandfather", "grandson", "granddaughter", "uncle", "aunt",
     "nephew", "niece", "cousin", "stepson", "stepdaughter", "gunman", "shooter", "officer", "deputy",
     "driver", "passenger", "bystander", "baby", "infant", "toddler"}
)  # fmt: skip
_HURT = frozenset({"wounded", "injured", "hurt", "wounding", "injuring", "wounds", "injures"})
_CALLED = re.compile(
    r"\b(calls?|called|reports?|responded|responding|dispatched|received)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_YEARS_BEFORE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old (?:\w+ )?$")
# What stands between two ways to name one person: "a clerk named Dov Arlen", "his aunt, the late Mara".
_APPOSED = re.compile(
    r"|[,–—(-]|,? ?(also )?(named|called|known as|([^;]{0,60} )?identified( \w+){0,3} as)|, (\d+,|\d+-year-old|the \w+)"
    r"|(of|from|at|with|for|in) [^,;:()]{1,50}\b[A-Z]\w+"
)
# A second name behind the first: "Dov Arlen (Abu Mira)", "Dov Arlen, known as Abu Mira".
_ALIAS = re.compile(r"(\(|\b(known as|nicknamed|alias) )[\"“'‘]?$")
_BEHIND_PART = re.compile(r" (of|to|for|at|with|in) ")
# Who dies by their own hand is none of those whom they killed.
_BY_OWN_HAND = re.compile(r"\bown life$")
# Between any two words for one person: "her cousin is a martyr", "the victim – a man of 30".
_EQUATED = re.compile(r"is|was|[–—(-]|(is [^,.;]{1,20})?, (my|our)( \w+)?")
# "The victim, a girl of six": whoever is only called so is told again behind a comma.
_KNOWN_AS = re.compile(
    r"\b(?:victim|deceased|patient|suspect|gunman|shooter|attacker|assailant|child)$"
)
_NEW_WORDS = re.compile(r"(?:an?|identified as|described as) ", re.IGNORECASE)
_OWNED = ("his ", "her ", "their ", "its ")
# A count's words may hold the age beside a name: "Mara Dorn, 35", "six-year-old Odo Dorn".
_AGED = re.compile(
    rf"[\s,(]+(?:aged? )?\d{{1,3}}\)?,?$|(?:{BEHIND})\W*$|^{BEFORE} (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_NEW = ("a ", "an ", "one ")
# "A girl called Ila Dorn" is brought in by name.
_NAMED = re.compile(r"\b(?:called|named|known as|identified as) [A-Z]")
_NEAR = 26
_YOUNGEST_MAN = 13
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Telling:
    claim: Claim
    count: Count
    years: int | None
    names: frozenset[str]
    manner: str
    role: str
    roles_beside: frozenset[str]
    grouped: bool


@dataclass(frozen=True, slots=True)
class _Marks:
    """The harms that several persons suffered, and those with a toll of two or more."""

    many: frozenset[Harm]
    totalled: frozenset[Harm | None]

    def itemises(self, count: Count) -> bool:
        """Whether "another man" is one of those counted, not one beyond them.

        A death told after a toll may raise it; the hurt are told one by one below theirs.
        """
        late = count.harm is Harm.KILLED and count.harm in self.totalled
        return count.series == "more" and not late


def name_persons(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with `person` on every count of one killed or injured person.

    What is told of somebody as injured whom the document also tells as dead gets the series `died`.
    Of several persons none is the whole toll: each is a part.
    """
    people: list[Person] = []
    known: dict[tuple[str, int], Person] = {}
    grouped = _counts_a_group(claims)
    for claim in claims:
        for place, count in enumerate(claim.counts):
            if _is_single(claim, count):
                told = _tell(claim, count, grouped=grouped)
                known[claim.id, place] = _recognise(told, people)
    same = join_alike(people, alone=not grouped)
    known = {place: same.get(person.name, person) for place, person in known.items()}
    people = list({person.name: person for person in known.values()}.values())
    marks = _Marks(
        many=frozenset(h for h in _TOLD if sum(_stays(person, h) for person in people) > 1),
        totalled=frozenset(
            count.harm
            for claim in claims
            if claim.unit is Unit.INCIDENT
            for count in claim.counts
            if count.harm in _TOLD and count.min > 1 and count.series != PART
        ),
    )
    return [_with_persons(claim, known, marks) for claim in claims]


def _counts_a_group(claims: Sequence[Claim]) -> bool:
    """Whether several people together are told as killed or hurt."""
    hurt = (*_TOLD, Harm.KILLED_OR_INJURED)
    return any(count.harm in hurt and count.max != 1 for claim in claims for count in claim.counts)


def _is_single(claim: Claim, count: Count) -> bool:
    one = count.min == 1 and count.max == 1
    return claim.unit is Unit.INCIDENT and count.harm in _TOLD and one


def _tell(claim: Claim, count: Count, *, grouped: bool) -> _Telling:
    start, end = (count.start or 0) - claim.start, (count.end or 0) - claim.start
    before, words, behind = claim.quote[:start], count.text, claim.quote[end : end + _NEAR]
    age = (
        _YEARS.search(words.lower())
        or _AGE_BEHIND.match(behind)
        or _YEARS_BEFORE.search(before[-_NEAR:].lower())
    )
    known = load_harm().victims
    names = frozenset(w for w in _NAME.findall(words) if w.lower() not in known) - _NO_NAME
    manner = _manner_of(count, words, before)
    kept = names if manner == "name" else frozenset()
    beside = frozenset(_role_of(one) for one in claim.counts if one is not count) - {""}
    years = _years_of(age) if age else None
    return _Telling(claim, count, years, kept, manner, _role_of(count), beside, grouped)


def _years_of(age: re.Match[str]) -> int:
    """Whole years: a child of 20 months is one year old."""
    unit = age[2] if age.re is _YEARS else "year"
    number = int(age[1])
    return number if unit == "year" else number // _MONTHS if unit == "month" else 0


def _role_of(count: Count) -> str:
    """The kinship or office that tells one person from another: "son", "driver"."""
    words = [word.strip(",;:()") for word in count.text.split() if word[:1].islower()]
    return words[-1] if words and words[-1] in _ROLES else ""


def _manner_of(count: Count, words: str, before: str) -> str:
    """How a person is brought in: by name, pronoun, as known, as new, or as one more."""
    words = _AGED.sub("", words)
    if _ALIAS.search(before[-_NEAR:]):
        return "definite"
    low = words.lower()
    last = low.split()[-1] if low.split() else ""
    if low in _PRONOUNS:
        return "pronoun"
    beside_doer = re.search(rf"\b{re.escape(last)}\b", before.lower()) is not None
    if (_FURTHER.search(low) and not beside_doer) or before.lower().endswith("other "):
        return "further"
    new = low.startswith(_NEW) and _NAMED.search(words) is None
    if not new and words[:1].isupper() and last not in load_harm().victims and _is_name(words):
        return "name"
    known = (count.series == PART and not new) or _CALLED.search(before[-80:]) is not None
    return "definite" if known else "indefinite"


def _is_name(words: str) -> bool:
    """Whether words end as names do: "Mara Dorn", "Mara al-Dorn"."""
    return bool(words.split()) and words.split()[-1].rpartition("-")[2][:1].isupper()


def _recognise(told: _Telling, people: list[Person]) -> Person:
    """The person told of, known already or new."""
    person = _find(told, people) if told.manner != "further" else None
    if person is None:
        person = Person(f"{told.claim.document}#{len(people)}")
        people.append(person)
    elif people[-1] is not person:
        people.remove(person)
        people.append(person)
    count = told.count
    person.sex = count.sex if person.sex is Sex.UNKNOWN else person.sex
    person.age = count.age if person.age is Age.UNKNOWN else person.age
    person.status = count.status if person.status is Status.UNKNOWN else person.status
    person.years = told.years if person.years is None else person.years
    person.names |= told.names
    person.role = person.role or told.role
    person.apart = person.apart or told.manner == "further"
    person.harms.add(count.harm or Harm.KILLED)
    person.claims.add(told.claim.id)
    person.survived = person.survived or _is_contrasted(told)
    person.start, person.end = count.start or 0, count.end or 0
    person.named = told.manner == "name"
    person.when = told.claim.when if person.when is None else person.when
    person.headline = person.headline and told.claim.mode in _HEADS
    return person


def _is_contrasted(told: _Telling) -> bool:
    """Whether the claim sets this person, who was hurt, beside one who died: "1 dead, 1 wounded"."""
    word = (told.count.licensed_by.text or "").lower() if told.count.licensed_by else ""
    hurt = told.count.harm is Harm.INJURED and told.manner == "indefinite" and word in _HURT
    return hurt and any(one.harm is Harm.KILLED for one in told.claim.counts)


def _find(told: _Telling, people: Sequence[Person]) -> Person | None:
    fitting = [person for person in reversed(people) if _fits(told, person)]
    named = [person for person in fitting if _names_agree(told, person)]
    if named:
        return named[0]
    if told.manner == "pronoun":
        return fitting[0] if fitting else None
    nameless = [person for person in fitting if not (told.names and person.names)]
    same = [person for person in nameless if told.count.harm in person.harms]
    if told.manner == "indefinite":
        alike = [person for person in nameless if _is_alike(told, person)]
        return next(iter([*same, *alike]), None)
    if told.grouped and told.manner == "name" and told.count.harm is Harm.INJURED:
        nameless = [one for one in nameless if Harm.KILLED not in one.harms]
    return next(iter([*same, *nameless]), None)


def _fits(told: _Telling, person: Person) -> bool:
    """Whether nothing that is said of either tells them apart."""
    count = told.count
    if _names_agree(told, person):
        return True
    if told.names and person.names:
        return False
    if person.survived and count.harm is Harm.KILLED:
        return False
    if _differ_in_role(told, person) or differ_in_standing(count, person):
        return False
    if told.manner == "indefinite" and not meet(told.claim.when, person.when):
        return False
    if Sex.UNKNOWN not in (count.sex, person.sex) and count.sex is not person.sex:
        return False
    return _may_be_as_old(told, person) and not _stands_beside(told, person)


def _differ_in_role(told: _Telling, person: Person) -> bool:
    if not person.role or told.role == person.role:
        return False
    if not told.role and told.manner in ("pronoun", "definite"):
        return _is_joined(told, person)
    other = are_rivals(told.role, person.role) or person.role in told.roles_beside
    return other and not (told.claim.id in person.claims and _is_apposed(told, person))


def _may_be_as_old(told: _Telling, person: Person) -> bool:
    """Whether two ages may be one: "man" is said of a boy of seventeen, not of a child of six."""
    if told.years is not None and person.years is not None:
        return told.years == person.years
    ages = (told.count.age, person.age)
    if Age.UNKNOWN in ages or ages[0] is ages[1]:
        return True
    years = told.years if told.years is not None else person.years
    return years is not None and years >= _YOUNGEST_MAN


def _stands_beside(told: _Telling, person: Person) -> bool:
    """Whether the claim itself already counted that person: "a man and a woman" are two."""
    if told.claim.id not in person.claims:
        return False
    if _is_apposed(told, person):
        return False
    if told.manner in ("indefinite", "name") or _BY_OWN_HAND.search(told.count.text):
        return True
    return bool(told.role) and told.role != person.role


def _is_joined(told: _Telling, person: Person) -> bool:
    """Whether a claim puts a person beside another by "and": "his son and the boy"."""
    if told.claim.id not in person.claims:
        return False
    first, last = sorted(((told.count.start or 0, told.count.end or 0), (person.start, person.end)))
    offset = told.claim.start
    words = told.claim.quote[first[1] - offset : max(last[0], first[1]) - offset]
    return words.strip(" ,").removesuffix(" the") in ("and", "and the", "or", "&", "as well as")


def _is_apposed(told: _Telling, person: Person) -> bool:
    """Whether the claim's own words put both side by side as one: "his cousin Dov Arlen"."""
    words, quote, offset = told.count.text, told.claim.quote, told.claim.start
    start, end = (told.count.start or 0) - offset, (told.count.end or 0) - offset
    if _is_further_role(words, quote[:start], quote[end:]):
        return True
    first, last = sorted(((start, end), (person.start - offset, person.end - offset)))
    between = quote[first[1] : last[0]].strip()
    mixed = person.named is not (told.manner == "name")
    owned = quote[last[0] : last[1]].lower().startswith(_OWNED)
    if owned or first[1] > last[0]:
        return False
    if (
        between == ","
        and _KNOWN_AS.search(quote[: first[1]])
        and _NEW_WORDS.match(quote[last[0] :])
    ):
        return True
    return bool(_EQUATED.fullmatch(between) or (mixed and _APPOSED.fullmatch(between)))


def _is_further_role(words: str, before: str, behind: str) -> bool:
    """For "a lecturer and father of four": a bare noun that says more of who was just told."""
    bare = words.isalpha() and words.islower()
    return bare and before.endswith(" and ") and _BEHIND_PART.match(behind) is not None


def _names_agree(told: _Telling, person: Person) -> bool:
    """Whether names are of one person: of a family many share the last, and siblings two."""
    shared = told.names & person.names
    apart = told.claim.id in person.claims
    whole = shared in (told.names, person.names)
    return bool(shared) and (whole or (len(shared) > 1 and not apart))


def _is_alike(told: _Telling, person: Person) -> bool:
    """Whether one who was hurt may be one told to have died, or the other way round."""
    return (told.years is not None and told.years == person.years) or person.headline


def _with_persons(claim: Claim, known: dict[tuple[str, int], Person], marks: "_Marks") -> Claim:
    joined = {count.harm for count in claim.counts if count.series == "joined"}
    counts = []
    for place, count in enumerate(claim.counts):
        person = known.get((claim.id, place))
        if person is not None:
            series = count.series
            if count.harm is Harm.INJURED and Harm.KILLED in person.harms:
                series = DIED
            elif count.harm in marks.many - joined and count.subset_of is None:
                series = PART if series is None or marks.itemises(count) else series
            count = replace(count, person=person.name, series=series)
        counts.append(count)
    return replace(claim, counts=tuple(counts))


def _stays(person: Person, harm: Harm) -> bool:
    return harm in person.harms and (harm is Harm.KILLED or Harm.KILLED not in person.harms)
