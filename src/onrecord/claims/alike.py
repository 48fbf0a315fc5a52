"""Persons told of in one document → those who turn out to be one, by all that is told of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model.claim import Count, When
from onrecord.model.vocabulary import Age, Harm, Sex, Status

# A word for the very young names nobody else than the word for whose child it is.
_YOUNG = frozenset({"baby", "infant", "toddler"})
_FIGHTING = frozenset({Status.DIRECT_PARTICIPANT, Status.ARMED_FORCES_MEMBER})
_SOMEBODYS = frozenset(
    {"son", "daughter", "grandson", "granddaughter", "nephew", "niece", "cousin", "brother",
     "sister", "stepson", "stepdaughter"}
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Person:
    """One person of a document: what all tellings so far say, and the counts that tell it."""

    name: str
    sex: Sex = Sex.UNKNOWN
    age: Age = Age.UNKNOWN
    status: Status = Status.UNKNOWN
    years: int | None = None
    names: frozenset[str] = frozenset()
    role: str = ""
    apart: bool = False
    survived: bool = False
    harms: set[Harm] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    headline: bool = True
    when: When | None = None
    start: int = 0
    end: int = 0
    named: bool = False


def join_alike(people: Sequence[Person], *, alone: bool) -> dict[str, Person]:
    """Whom each person turned out to be: of two who fared alike and fit, only one is counted.

    "A woman was killed" in a lead, and below "a woman of 37 was hit; she died": told twice.
    `alone`: the document counts no group of people killed or hurt.
    """
    kept: list[Person] = []
    same: dict[str, Person] = {}
    for person in sorted(people, key=lambda one: int(one.name.rpartition("#")[2])):
        twin = next((one for one in kept if _are_one(one, person)), None)
        if twin is None:
            kept.append(person)
        else:
            twin.harms |= person.harms
            twin.claims |= person.claims
            same[person.name] = twin
    return same | _join_told_dead(kept) if alone else same


def _join_told_dead(people: Sequence[Person]) -> dict[str, Person]:
    """The only one who was shot as the only one who died: "a man was killed. Dov Arlen was shot …".

    Where several died, were hurt, or one is said to have lived, they stay two.
    """
    dead = [one for one in people if Harm.KILLED in one.harms]
    hurt = [one for one in people if Harm.KILLED not in one.harms]
    if len(dead) != 1 or len(hurt) != 1:
        return {}
    one, other = dead[0], hurt[0]
    lived = other.survived or one.survived or other.apart
    if lived or Harm.INJURED in one.harms or not other.names or not _may_be_one(one, other):
        return {}
    one.harms |= other.harms
    one.claims |= other.claims
    return {other.name: one}


def _are_one(one: Person, other: Person) -> bool:
    if other.apart or (Harm.KILLED in one.harms) is not (Harm.KILLED in other.harms):
        return False
    return _may_be_one(one, other)


def _may_be_one(one: Person, other: Person) -> bool:
    if one.claims & other.claims or (one.names and other.names):
        return False
    if differ_in_standing(one, other):
        return False
    if not meet(one.when, other.when) or are_rivals(one.role, other.role):
        return False
    for mine, theirs in ((one.sex, other.sex), (one.age, other.age)):
        if "unknown" not in (mine.value, theirs.value) and mine is not theirs:
            return False
    return None in (one.years, other.years) or one.years == other.years


def are_rivals(one: str, other: str) -> bool:
    """Whether two roles are of two persons: "son" and "driver", not "baby" and "daughter"."""
    if not one or not other or one == other:
        return False
    young = {one, other} & _YOUNG
    return not young or not {one, other} <= _YOUNG | _SOMEBODYS


def differ_in_standing(one: Count | Person, other: Person) -> bool:
    """Whether one fights and the other is a civilian or a child: "a leader", "a local child"."""
    sides = [(side.status in _FIGHTING, side.status, side.age) for side in (one, other)]
    (_, status, age), (fights, _, _) = sorted(sides, key=lambda side: side[0])
    return fights and (status is Status.CIVILIAN or age is Age.CHILD)


def meet(one: When | None, other: When | None) -> bool:
    """Whether two days can be one; an unknown one always can."""
    return one is None or other is None or (one.from_ <= other.to and other.from_ <= one.to)
