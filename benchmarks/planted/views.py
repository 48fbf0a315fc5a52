"""An attack → how one document sees it: place, day, party, weapon and target, blurred or left out."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.planted.attacks import Attack
from benchmarks.planted.drafts import Dated, Piece, Where
from benchmarks.planted.habits import Habits
from benchmarks.planted.world import PARTIES, Town

from onrecord.model.vocabulary import DatePrecision, Delivery, ObjectKind, Weapon

_ADJECTIVES = (
    (("Varnian forces", "the Varnian army", "Varnian troops"), "Varnian"),
    (("Kestrian forces", "the Kestrian military", "Kestrian aircraft"), "Kestrian"),
    (("Toralese forces", "the Toralese army", "Toralese units"), "Toralese"),
    (("the Ostren Front", "fighters of the Ostren Front"), "Ostren Front"),
)
_WEAPON_WORDS = {
    Weapon.AIR_STRIKE: ("an air strike", "an airstrike", "warplanes", "an air raid", "a bombing raid"),
    Weapon.BARREL_BOMB: ("a barrel bomb", "barrel bombs", "helicopters with barrel bombs"),
    Weapon.CLUSTER_MUNITION: ("cluster bombs", "cluster munitions"),
    Weapon.CRUISE_MISSILE: ("a cruise missile", "cruise missiles"),
    Weapon.BALLISTIC_MISSILE: ("a ballistic missile", "ballistic missiles"),
    Weapon.ARTILLERY_SHELL: ("artillery fire", "shelling", "artillery shells", "a barrage of shells"),
    Weapon.DRONE: ("a drone strike", "a drone", "an armed drone"),
    Weapon.ROCKET: ("rocket fire", "rockets", "a volley of rockets"),
    Weapon.MORTAR: ("mortar fire", "mortar rounds", "mortars"),
    Weapon.IED: ("a roadside bomb", "an explosive device", "a car bomb"),
}  # fmt: skip
_LIKE_WEAPON = {
    Weapon.AIR_STRIKE: (Weapon.BARREL_BOMB, Weapon.CRUISE_MISSILE, Weapon.DRONE),
    Weapon.BARREL_BOMB: (Weapon.AIR_STRIKE, Weapon.AIR_STRIKE, Weapon.CLUSTER_MUNITION),
    Weapon.CLUSTER_MUNITION: (Weapon.AIR_STRIKE, Weapon.ROCKET),
    Weapon.CRUISE_MISSILE: (Weapon.AIR_STRIKE, Weapon.BALLISTIC_MISSILE),
    Weapon.ARTILLERY_SHELL: (Weapon.MORTAR, Weapon.ROCKET),
    Weapon.DRONE: (Weapon.AIR_STRIKE,),
    Weapon.ROCKET: (Weapon.ARTILLERY_SHELL, Weapon.MORTAR, Weapon.BALLISTIC_MISSILE),
    Weapon.MORTAR: (Weapon.ARTILLERY_SHELL, Weapon.ROCKET),
    Weapon.IED: (Weapon.MORTAR, Weapon.ROCKET),
}
_DELIVERY = {
    **dict.fromkeys(
        (Weapon.AIR_STRIKE, Weapon.BARREL_BOMB, Weapon.CLUSTER_MUNITION, Weapon.DRONE), Delivery.AIR
    ),
    **dict.fromkeys((Weapon.ARTILLERY_SHELL, Weapon.MORTAR, Weapon.ROCKET), Delivery.GROUND),
    Weapon.IED: Delivery.EMPLACED,
}
_OBJECT_WORDS = {
    ObjectKind.RESIDENTIAL_AREA: (
        "a residential area", "an apartment block", "a housing estate", "a residential quarter",
    ),
    ObjectKind.HOME: ("a family home", "a house", "two houses", "the house of a teacher"),
    ObjectKind.MARKET: ("a market", "a vegetable market", "the central market", "a crowded market"),
    ObjectKind.SCHOOL: ("a school", "a primary school", "a girls' school"),
    ObjectKind.HOSPITAL: ("a hospital", "the town hospital", "a maternity hospital"),
    ObjectKind.MEDICAL_FACILITY: ("a clinic", "a field clinic", "a health centre"),
    ObjectKind.MOSQUE: ("a mosque", "the old mosque"),
    ObjectKind.CAMP: ("a camp for displaced families", "a tented camp"),
    ObjectKind.BAKERY: ("a bakery", "the queue at a bakery"),
    ObjectKind.FARM: ("a farm", "an olive farm"),
    ObjectKind.ROAD: ("a road", "a main road"),
    ObjectKind.INFRASTRUCTURE: ("several buildings", "civilian buildings"),
}  # fmt: skip
_LIKE_OBJECT = {
    ObjectKind.RESIDENTIAL_AREA: ObjectKind.HOME,
    ObjectKind.HOME: ObjectKind.RESIDENTIAL_AREA,
    ObjectKind.HOSPITAL: ObjectKind.MEDICAL_FACILITY,
    ObjectKind.MARKET: ObjectKind.RESIDENTIAL_AREA,
    ObjectKind.SCHOOL: ObjectKind.INFRASTRUCTURE,
    ObjectKind.FARM: ObjectKind.ROAD,
}
_OTHER_OBJECTS = (ObjectKind.ROAD, ObjectKind.MARKET, ObjectKind.SCHOOL, ObjectKind.HOME)
_PART_WORDS = (
    ("in the morning", "at dawn"),
    ("in the afternoon", "around noon"),
    ("in the evening", "at dusk"),
    ("overnight", "before midnight"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What one document says of an attack; each phrase is ready to stand in a sentence.

    Phrases of place and day begin with a blank; an empty phrase is a silent field.
    """

    place: tuple[Piece, ...]
    places: tuple[Where, ...]
    day: tuple[Piece, ...]
    when: Dated | None
    by: tuple[Piece, ...]
    parties: tuple[str, ...]
    weapon: tuple[Piece, ...]
    weapons: tuple[tuple[Weapon, Delivery], ...]
    object: tuple[Piece, ...]
    objects: tuple[ObjectKind, ...]


def see(attack: Attack, published: date, habits: Habits, rng: Random) -> View:
    """How a document of that day tells of the attack."""
    place, places = _see_place(attack.town, habits, rng)
    day, when = _see_day(attack, published, habits, rng)
    by, parties = _see_parties(attack, habits, rng)
    weapon, weapons = _see_weapon(attack.weapon, habits, rng)
    object, objects = _see_object(attack.object, habits, rng)
    return View(place, places, day, when, by, parties, weapon, weapons, object, objects)


def _see_place(
    town: Town, habits: Habits, rng: Random
) -> tuple[tuple[Piece, ...], tuple[Where, ...]]:
    share = rng.random()
    if share < habits.no_place:
        return (), ()
    share -= habits.no_place
    if share < habits.only_province:
        return (("in ", None), (f"{town.province} province", "place")), (name_province(town),)
    share -= habits.only_province
    if share < habits.only_district:
        phrase = ("in ", None), (f"{town.district} district", "place")
        return phrase, (name_district(town),)
    share -= habits.only_district
    words = rng.choice(town.spellings) if rng.random() < habits.respelled else town.name
    near = share < habits.near_a_town
    phrase = (rng.choice(("near ", "outside ")) if near else _lead(rng), None), (words, "place")
    named = (name_town(town, words, precision=2 if near else 1),)
    if rng.random() < 0.2:
        return (*phrase, (" in ", None), (f"{town.district} district", "holder")), (
            *named,
            name_district(town, slot="holder"),
        )
    return phrase, named


def _lead(rng: Random) -> str:
    return rng.choice(("in ", "in ", "in the town of ", "in the village of "))


def name_town(town: Town, words: str, *, precision: int = 1) -> Where:
    """A town as a reader finds it: by the gazetteer if that has it, else as written.

    A gazetteer knows most other spellings; what it does not know stays without coordinates.
    """
    found = town.gazetteer is not None and (words == town.name or words == town.spellings[0])
    return Where(
        slot="place",
        name=town.name if found else words,
        province=town.province if found else None,
        precision=precision,
        gazetteer=town.gazetteer if found else None,
        lat=town.lat if found else None,
        lon=town.lon if found else None,
    )


def name_district(town: Town, *, slot: str = "place") -> Where:
    """The district of a town, as the gazetteer has it."""
    gazetteer = f"planted:{town.district}"
    return Where(slot, town.district, town.province, 3, gazetteer, None, None)


def name_province(town: Town) -> Where:
    """The province of a town, as the gazetteer has it."""
    return Where("place", town.province, town.province, 4, f"planted:{town.province}", None, None)


def _see_day(
    attack: Attack, published: date, habits: Habits, rng: Random
) -> tuple[tuple[Piece, ...], Dated | None]:
    part = rng.choice(_PART_WORDS[attack.part]) if rng.random() < habits.day_part else ""
    late = f" {part}" if part else ""
    share = rng.random()
    if share < habits.no_day:
        return ((part, None),) if part else (), None
    share -= habits.no_day
    if share < habits.a_week and (published - attack.day).days < 7:
        dated = Dated(published - timedelta(days=7), published, DatePrecision.WEEK)
        return (("in the past week", "when"),), dated
    share -= habits.a_week
    day = attack.day
    if share < habits.two_days:
        first = day - timedelta(days=rng.randrange(2))
        last = first + timedelta(days=1)
        words = f"between {say_day(first, published)} and {say_day(last, published)}"
        return ((words, "when"),), Dated(first, last, DatePrecision.SPAN)
    share -= habits.two_days
    if share < habits.wrong_day:
        day += timedelta(days=rng.choice((-1, 1)))
        day = min(day, published)
    words = say_day(day, published)
    written = words if words in ("today", "yesterday") else f"on {words}"
    pieces = (("on ", None), (words, "when")) if written != words else ((words, "when"),)
    return (*pieces, (late, None)) if late else pieces, Dated(day, day, DatePrecision.DAY)


def say_day(day: date, published: date) -> str:
    """A day as a text of another day names it: by weekday within a week, else by its date."""
    if 0 <= (published - day).days < 7:
        return _DAYS[day.weekday()]
    return f"{day.day} {day:%B}"


def _see_parties(
    attack: Attack, habits: Habits, rng: Random
) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    share = rng.random()
    if share < habits.no_party:
        return (), ()
    share -= habits.no_party
    party = attack.party
    if share < habits.wrong_party:
        party = rng.choice([other for other in range(len(PARTIES)) if other != party])
    share -= habits.wrong_party
    names = [party]
    if 0 <= share < habits.two_parties:
        names.append(0 if party != 0 else 1)
    pieces: list[Piece] = [(" by ", None)]
    for place, number in enumerate(names):
        pieces += [(" or ", None)] if place else []
        pieces.append((rng.choice(_ADJECTIVES[number][0]), f"party{place}"))
    return tuple(pieces), tuple(PARTIES[number] for number in names)


def _see_weapon(
    weapon: Weapon, habits: Habits, rng: Random
) -> tuple[tuple[Piece, ...], tuple[tuple[Weapon, Delivery], ...]]:
    share = rng.random()
    if share < habits.no_weapon:
        return ((rng.choice(("an attack", "an explosion", "a blast")), None),), ()
    share -= habits.no_weapon
    if share < habits.like_weapon:
        weapon = rng.choice(_LIKE_WEAPON[weapon])
    elif share < habits.like_weapon + habits.wrong_weapon:
        weapon = rng.choice(list(_LIKE_WEAPON))
    delivery = _DELIVERY.get(weapon, Delivery.UNSPECIFIED)
    return ((rng.choice(_WEAPON_WORDS[weapon]), "weapon"),), ((weapon, delivery),)


def _see_object(
    object: ObjectKind, habits: Habits, rng: Random
) -> tuple[tuple[Piece, ...], tuple[ObjectKind, ...]]:
    share = rng.random()
    if share < habits.no_object:
        return (), ()
    share -= habits.no_object
    if share < habits.like_object:
        object = _LIKE_OBJECT.get(object, object)
    elif share < habits.like_object + habits.wrong_object:
        object = rng.choice(_OTHER_OBJECTS)
    return ((rng.choice(_OBJECT_WORDS[object]), "object"),), (object,)
