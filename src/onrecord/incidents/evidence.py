"""Two accounts → evidence: how many bits each agreement is worth, and in words why."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from math import log2
from typing import NamedTuple

from onrecord.incidents.commonness import NOTHING_COMMON, Commonness, name_place
from onrecord.incidents.ground import Evidence
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.places import COMPATIBLE, RANK, Relation, Spot, relate_spots
from onrecord.incidents.saying import weigh_figures, weigh_voices
from onrecord.incidents.sides import Sides
from onrecord.incidents.traits import Traits, meet
from onrecord.incidents.wording import are_parts_opposed, list_shared_wordings, share_of_smaller

_SHARED_WORDS = 0.5
_FEWEST_STEMS = 3
_SAYS_SOMETHING = 0.05


class Stand(StrEnum):
    """How two accounts stand to each other on one matter."""

    AGREE = "agree"
    CLASH = "clash"
    UNKNOWN = "unknown"


class Weighed(NamedTuple):
    """All that two accounts say for and against being one attack.

    `dates` is `CLASH` when the intervals do not meet; then `days_between` counts the gap.
    `copied`: one wording. `two_told`: words and targets show two attacks.
    """

    place: Relation
    dates: Stand
    days_between: int
    target: Stand
    weapon: Stand
    party: Stand
    copied: bool
    two_told: bool
    evidence: tuple[Evidence, ...]

    def with_more(self, evidence: Iterable[Evidence]) -> "Weighed":
        """The same with further grounds."""
        return self._replace(evidence=(*self.evidence, *evidence))

    def without_words(self) -> "Weighed":
        """The same for those who only count."""
        return self._replace(evidence=tuple(item._replace(because="") for item in self.evidence))

    @property
    def bits(self) -> float:
        """The sum over all evidence."""
        return sum([item.bits for item in self.evidence])

    @property
    def because(self) -> tuple[str, ...]:
        """The reasons, strongest first."""
        told = [item for item in self.evidence if abs(item.bits) >= _SAYS_SOMETHING]
        ranked = sorted(told, key=lambda item: (-abs(item.bits), item.because))
        return tuple(f"{item.because} ({item.bits:+.1f})" for item in ranked)

    @property
    def excluded(self) -> bool:
        """Whether place, dates or words rule one attack out."""
        return self.place is Relation.APART or self.dates is Stand.CLASH or self.two_told

    @property
    def supported(self) -> bool:
        """Whether target, weapon or party supports one attack."""
        return Stand.AGREE in (self.target, self.weapon, self.party)

    @property
    def contested(self) -> bool:
        """Whether parties or weapons are named on both sides and cannot both be right."""
        return Stand.CLASH in (self.weapon, self.party)


Weigh = Callable[[Traits, Traits], Weighed]


def weigh_accounts(
    one: Traits,
    other: Traits,
    *,
    sides: Sides,
    method: LinkMethod,
    common: Commonness = NOTHING_COMMON,
) -> Weighed:
    """The evidence of two accounts about one another; symmetrical. `common`: what the case repeats."""
    place, here, there = relate_spots(one.spots, other.spots, method=method)
    dates, between, dated = _weigh_dates(one, other, method, common)
    target, hit = _weigh_targets(one, other, method, common)
    weapon, used = _weigh_weapons(one, other, method, common)
    party, named = _weigh_parties(one, other, (sides, common), method)
    copied, words = _weigh_words(one, other, method, common)
    two_told = not copied and _shows_two(one, other)
    split = (
        Evidence(method.two_attacks, "times or targets show two attacks", "words", "two")
        if two_told
        else None
    )
    placed = _weigh_place(place, (here, there), method, common)
    voiced = weigh_voices(one, other, method, common, placed=place in COMPATIBLE)
    timed = _weigh_hours(one, other, method)
    found = (placed, dated, timed, hit, used, named, voiced, split)
    return Weighed(
        place=place,
        dates=dates,
        days_between=between,
        target=target,
        weapon=weapon,
        party=party,
        copied=copied,
        two_told=two_told,
        evidence=(
            *(item for item in found if item is not None),
            *weigh_figures(one, other, method),
            *words,
        ),
    )


def _weigh_place(
    place: Relation,
    spots: tuple[Spot | None, Spot | None],
    method: LinkMethod,
    common: Commonness,
) -> Evidence | None:
    one, other = spots
    if (
        one is None
        or other is None
        or RANK[place] in (RANK[Relation.POSSIBLE], RANK[Relation.UNKNOWN])
    ):
        return None
    first, second = sorted((one.name, other.name))
    if place is Relation.SAME:
        coarser = min(max(one.precision, other.precision), len(method.place_same) - 1)
        keys = (name_place(first), name_place(second))
        bits = min(common.lower(method.place_same[coarser], [key]) for key in keys)
        return Evidence(bits, f"same place: {first}", "place", "same")
    if place is Relation.NEAR:
        words = f"places near each other: {first}, {second}"
        return Evidence(method.place_near, words, "place", "near")
    if place is Relation.WITHIN:
        words = f"one place can hold the other: {first}, {second}"
        return Evidence(method.place_within, words, "place", "within")
    return Evidence(method.place_apart, f"different places: {first}, {second}", "place", "apart")


def _weigh_dates(
    one: Traits, other: Traits, method: LinkMethod, common: Commonness
) -> tuple[Stand, int, Evidence | None]:
    if one.days is None or other.days is None:
        return Stand.UNKNOWN, 0, None
    shared = meet(one.days, other.days)
    if shared is None:
        between = (max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])).days
        if between == 1:
            return (
                Stand.CLASH,
                1,
                Evidence(method.dates_next, "dates one day apart", "date", "next"),
            )
        return (
            Stand.CLASH,
            between,
            Evidence(method.dates_apart, "dates do not meet", "date", "apart"),
        )
    longest = max(one.lasts() or 1, other.lasts() or 1)
    bits = max(0.0, round(log2(method.day_base / longest), 2))
    bits = common.lower(bits, [f"day {shared[0]}"])
    words = f"dates meet on {shared[0].isoformat()}"
    if shared[0] != shared[1]:
        words = f"dates meet from {shared[0].isoformat()} to {shared[1].isoformat()}"
    return Stand.AGREE, 0, Evidence(bits, words, "date", "meet")


def _weigh_hours(one: Traits, other: Traits, method: LinkMethod) -> Evidence | None:
    """Morning, afternoon, evening, night; a word for the hour is loose, and weighs little."""
    if not one.day_parts or not other.day_parts:
        return None
    if one.day_parts & other.day_parts:
        return Evidence(method.hours_same, "the same part of the day", "hours", "same")
    return Evidence(method.hours_other, "other parts of the day", "hours", "other")


def _weigh_targets(
    one: Traits, other: Traits, method: LinkMethod, common: Commonness
) -> tuple[Stand, Evidence | None]:
    if not one.targets or not other.targets:
        return Stand.UNKNOWN, None
    shared = one.targets & other.targets
    if shared:
        names = ", ".join(sorted(shared)).replace("_", " ")
        bits = common.lower(method.target_shared, [f"target {target}" for target in shared])
        return Stand.AGREE, Evidence(bits, f"same target: {names}", "target", "same")
    return Stand.CLASH, Evidence(method.target_clash, "different targets named", "target", "other")


def _weigh_weapons(
    one: Traits, other: Traits, method: LinkMethod, common: Commonness
) -> tuple[Stand, Evidence | None]:
    shared = one.families & other.families
    if shared:
        names = ", ".join(sorted(shared)).replace("_", " ")
        bits = common.lower(method.weapon_shared, [f"weapon {family}" for family in shared])
        return Stand.AGREE, Evidence(bits, f"same weapon: {names}", "weapon", "same")
    if one.deliveries and other.deliveries and not one.deliveries & other.deliveries:
        return Stand.CLASH, Evidence(method.weapon_clash, "weapons that clash", "weapon", "other")
    return Stand.UNKNOWN, None


def _weigh_parties(
    one: Traits, other: Traits, known: tuple[Sides, Commonness], method: LinkMethod
) -> tuple[Stand, Evidence | None]:
    sides, common = known
    if not one.sides or not other.sides:
        return Stand.UNKNOWN, None
    shared = sorted(side for side in one.sides if side in other.sides)
    if shared:
        names = ", ".join(min(one.sides[side], other.sides[side]) for side in shared)
        bits = common.lower(method.party_shared, [f"party {side}" for side in shared])
        return Stand.AGREE, Evidence(bits, f"same party: {names}", "party", "same")
    allied = any(
        sides.are_allied(mine, theirs)
        for mine in one.sides.values()
        for theirs in other.sides.values()
    )
    if allied:
        return Stand.CLASH, Evidence(method.party_allied, "allied parties named", "party", "allied")
    return Stand.CLASH, Evidence(method.party_clash, "different parties named", "party", "other")


def _weigh_words(
    one: Traits, other: Traits, method: LinkMethod, common: Commonness
) -> tuple[bool, tuple[Evidence, ...]]:
    if _is_copied(one, other, method, common):
        return True, (Evidence(method.copied, "the same wording", "words", "copied"),)
    found = []
    named = sorted(one.names & other.names)
    if named:
        bits = common.lower(method.name_shared, [f"name {name}" for name in named])
        words = f"the same name{'s' * (len(named) > 1)} in the words: {len(named)}"
        found.append(Evidence(bits, words, "names", "same"))
    fewest = min(len(one.stems), len(other.stems))
    if fewest >= _FEWEST_STEMS and share_of_smaller(one.stems, other.stems) >= _SHARED_WORDS:
        found.append(Evidence(method.words_shared, "similar words", "words", "alike"))
    return False, tuple(found)


def _is_copied(one: Traits, other: Traits, method: LinkMethod, common: Commonness) -> bool:
    """Whether a wording of some length stands in both; a formula of the case is nobody's own."""
    shared = list_shared_wordings(
        one.wordings, other.wordings, fewest=method.copied_words - 1, share=method.copied_share
    )
    return any(not mine & theirs <= common.formulas for mine, theirs in shared)


def _shows_two(one: Traits, other: Traits) -> bool:
    """Two attacks: different targets or opposed times, and wording that sets one apart."""
    targets_differ = bool(one.points and other.points and not one.points & other.points)
    times_differ = are_parts_opposed(one.day_parts, other.day_parts)
    told_apart = one.second != other.second or one.separate != other.separate
    return sum((targets_differ, times_differ, told_apart)) > 1
