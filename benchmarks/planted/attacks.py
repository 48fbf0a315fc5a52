"""What really happened: the attacks of an invented war in order of day, some close to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from benchmarks.planted.names import invent_name, invent_person
from benchmarks.planted.world import PARTIES, Town, World

from onrecord.model.vocabulary import ObjectKind, Weapon

FIRST_DAY = date(2018, 1, 1)
_BASE_DAYS, _DAYS_FOR_THOUSAND, _MOST_DAYS = 60, 8, 1460
_CLAIMS_FOR_ATTACK = 9.0
_ATTACKERS = (0, 0, 0, 0, 0, 1, 1, 1, 2, 3)
_WEAPONS = (
    (Weapon.AIR_STRIKE,) * 5 + (Weapon.BARREL_BOMB,) * 2 + (Weapon.ARTILLERY_SHELL,) * 3,
    (Weapon.AIR_STRIKE,) * 7 + (Weapon.CRUISE_MISSILE,) + (Weapon.CLUSTER_MUNITION,) * 2,
    (Weapon.DRONE,) * 5 + (Weapon.ARTILLERY_SHELL,) * 4 + (Weapon.AIR_STRIKE,) * 2,
    (Weapon.ROCKET,) * 4 + (Weapon.MORTAR,) * 3 + (Weapon.IED,) * 3,
)
_OBJECTS = (
    (ObjectKind.RESIDENTIAL_AREA,) * 26 + (ObjectKind.HOME,) * 22 + (ObjectKind.MARKET,) * 12
    + (ObjectKind.SCHOOL,) * 8 + (ObjectKind.HOSPITAL,) * 7 + (ObjectKind.MOSQUE,) * 6
    + (ObjectKind.CAMP,) * 5 + (ObjectKind.BAKERY,) * 5 + (ObjectKind.FARM,) * 5
)  # fmt: skip
_SPREAD = (ObjectKind.HOME, ObjectKind.RESIDENTIAL_AREA)
_MIXED, _CIVILIANS = 0.06, 0.45


@dataclass(slots=True, eq=False)
class Attack:
    """One attack: `part` of the day from 0 (morning) to 3 (night), `party` as a place in PARTIES.

    `wording` says how reports count its victims: "civilians", "people", or "mixed" (civilians and
    fighters apart). `near` says how it was put close to another attack, `None` if it was not; `twin`
    that its town was hit at another target on the same day.
    """

    number: int
    town: Town
    day: date
    part: int
    object: ObjectKind
    weapon: Weapon
    party: int
    killed: int
    injured: int
    children: int
    women: int
    fighters: int
    wording: str
    people: tuple[str, ...]
    street: str
    near: str | None = None
    twin: bool = False


class War:
    """Attacks as they come: each random one may bring others near it."""

    def __init__(self, world: World, claims: int, rng: Random) -> None:
        self.world, self.rng = world, rng
        self.numbers = count()
        self.hit: dict[tuple[str, date], list[Attack]] = {}
        days = min(_MOST_DAYS, _BASE_DAYS + claims * _DAYS_FOR_THOUSAND // 1000)
        habits = world.habits
        self.fresh = claims / _CLAIMS_FOR_ATTACK / days
        self.fresh /= 1 + habits.near_misses + 3.5 * habits.barrages

    def list_attacks(self) -> Iterator[Attack]:
        """All attacks by day, without end."""
        day = FIRST_DAY
        coming: dict[date, list[Attack]] = {}
        owed = 0.0
        while True:
            owed += self.fresh * self.rng.uniform(0.3, 1.7)
            while owed >= 1:
                owed -= 1
                made = self._strike(day, self._choose_town())
                for attack in (made, *self._bring_others(made)):
                    self._keep_apart(attack)
                    coming.setdefault(attack.day, []).append(attack)
            yield from coming.pop(day, [])
            self.hit = {place: held for place, held in self.hit.items() if place[1] > day}
            day += timedelta(days=1)

    def _choose_town(self) -> Town:
        return self.rng.choices(self.world.towns, cum_weights=self.world.weights)[0]

    def _bring_others(self, attack: Attack) -> Iterator[Attack]:
        rng, habits = self.rng, self.world.habits
        if rng.random() < habits.near_misses:
            yield self._nearly_repeat(attack, rng.choice(("next day", "next town", "same day")))
        if rng.random() < habits.barrages:
            for _ in range(rng.randint(2, 5)):
                kind = rng.choice(("next day", "same day"))
                yield self._nearly_repeat(attack, kind, days=rng.randint(1, 3))

    def _nearly_repeat(self, attack: Attack, kind: str, *, days: int = 1) -> Attack:
        """Another attack by the same party: a day later, in the next town, or elsewhere in town."""
        town = self.world.neighbours[attack.town.name] if kind == "next town" else attack.town
        later = days if kind == "next day" else 0
        made = self._strike(attack.day + timedelta(days=later), town)
        made.party, made.near = attack.party, kind
        if self.rng.random() < 0.6:
            made.weapon = attack.weapon
        if kind == "same day":
            made.part = (attack.part + self.rng.choice((1, 2, 2, 3))) % 4
        elif self.rng.random() < 0.5:
            made.object = attack.object
        return made

    def _keep_apart(self, attack: Attack) -> None:
        """Attacks on one town on one day hit targets of different kinds, whatever brought them."""
        others = self.hit.setdefault((attack.town.name, attack.day), [])
        taken = {other.object for other in others}
        if others:
            taken |= set(_SPREAD)
            for twin in (attack, *others):
                twin.twin = True
        while attack.object in taken and len(taken) < len(set(_OBJECTS)):
            attack.object = self.rng.choice(_OBJECTS)
        others.append(attack)

    def _strike(self, day: date, town: Town) -> Attack:
        rng = self.rng
        party = rng.choice(_ATTACKERS)
        killed = 0 if rng.random() < 0.08 else min(140, int(rng.paretovariate(0.95)))
        children = int(killed * rng.random() * 0.5) if rng.random() < 0.5 else 0
        wording = "mixed" if rng.random() < _MIXED and killed > 3 else "people"
        if wording == "people" and rng.random() < _CIVILIANS:
            wording = "civilians"
        return Attack(
            number=next(self.numbers),
            town=town,
            day=day,
            part=rng.randrange(4),
            object=rng.choice(_OBJECTS),
            weapon=rng.choice(_WEAPONS[party]),
            party=party,
            killed=killed,
            injured=int(killed * rng.uniform(0.5, 3)) + rng.randrange(4),
            children=children,
            women=int((killed - children) * rng.random() * 0.6) if rng.random() < 0.3 else 0,
            fighters=rng.randint(1, killed // 2) if wording == "mixed" else 0,
            wording=wording,
            people=(invent_person(rng), invent_person(rng)),
            street=f"{invent_name(rng)} {rng.choice(('Street', 'Road', 'Square', 'Quarter'))}",
        )


def name_party(attack: Attack) -> str:
    """The listed name of who did it."""
    return PARTIES[attack.party]
