"""How reports of one attack differ from each other: every share that the generator draws by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Shares from 0 to 1 with which the accounts of an attack leave out, blur or mistake something.

    They were set by judgement after reading how local papers, agencies, recorders and ministries write
    of attacks; no figure of them was fitted to a data set, and none to what a linker finds easy.
    """

    name: str
    towns_for_thousand: int = 25
    """Towns for each thousand claims; a few towns are hit far more often than the others."""
    near_misses: float = 0.25
    """Of attacks, how many have one near them: next day, next town, or another target that day."""
    barrages: float = 0.02
    """Of attacks, how many open a series of three to six on one town within four days."""

    respelled: float = 0.2
    unlisted: float = 0.3
    """Of towns, how many no gazetteer has; each paper spells those as it likes."""
    near_a_town: float = 0.05
    only_district: float = 0.05
    only_province: float = 0.05
    no_place: float = 0.03

    no_day: float = 0.07
    two_days: float = 0.04
    a_week: float = 0.04
    wrong_day: float = 0.02

    no_party: float = 0.35
    wrong_party: float = 0.03
    two_parties: float = 0.05

    no_weapon: float = 0.2
    like_weapon: float = 0.15
    wrong_weapon: float = 0.05

    no_object: float = 0.2
    like_object: float = 0.1
    wrong_object: float = 0.02

    day_part: float = 0.3
    differing_count: float = 0.3
    rising_toll: float = 0.4
    copied: float = 0.3
    most_rewritten: float = 0.3
    """A copy changes from none to this share of its words."""
    denied: float = 0.2
    """Of attacks whose author is named, how many get an answer to that attack."""


ORDINARY = Habits(name="ordinary")
HARD = Habits(
    name="hard",
    towns_for_thousand=10,
    near_misses=0.4,
    barrages=0.05,
    only_district=0.14,
    only_province=0.14,
    no_place=0.04,
    no_day=0.08,
    wrong_day=0.12,
    no_party=0.55,
    wrong_party=0.06,
    no_weapon=0.3,
    wrong_weapon=0.08,
    no_object=0.35,
    wrong_object=0.05,
    differing_count=0.6,
    rising_toll=0.5,
)
