"""Accounts of a case → how common each place, day, party, weapon and target is among them.

That two accounts agree on a place says much where the place is rare in the case, and little where a
third of all attacks are there (frequency-based matching, W. E. Winkler, U.S. Census Bureau 1989).
The shipped weights hold in a small case; each is lowered as the case shows what is common.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from itertools import product
from math import log2

from onrecord.incidents.method import LinkMethod
from onrecord.incidents.traits import Traits
from onrecord.incidents.wording import Shingle, Wording

_LONGEST = 31
# A formula is short ("all sources named the army"), and stands in several scenes.
_SHORT, _FORMULA = 16, 5


@dataclass(frozen=True, slots=True)
class Commonness:
    """In how many of `size` scenes each value stands, by matter: place, day, party, weapon, target."""

    size: int
    often: dict[str, int]
    formulas: Wording = frozenset()
    """Pairs of words that stand in so many scenes that a wording made of them is no copy."""

    def lower(self, bits: float, values: Iterable[str]) -> float:
        """A shipped weight, lowered where even the rarest of the shared values is common.

        With nothing known of the case a value is as rare as its shipped weight says.
        """
        rarest = min([self.often.get(value, 0) for value in values], default=0)
        return _lower(bits, self.size, rarest)


@lru_cache(maxsize=65536)
def _lower(bits: float, size: int, rarest: int) -> float:
    prior = 2.0**bits
    return min(bits, max(0.0, round(log2((size + prior) / (rarest + 1)), 2)))


NOTHING_COMMON = Commonness(0, {})


def count_common(accounts: Iterable[Traits]) -> Commonness:
    """How common each value is among the scenes of a case: its pairs of a place and a first day.

    A thousand reports of one attack are one scene, so that they make nothing common.
    """
    scenes: dict[tuple[str, str], set[str]] = {}
    said: dict[tuple[str, str], set[Shingle]] = {}
    for traits in accounts:
        values = _values(traits)
        short = [words for words in traits.wordings if len(words) <= _SHORT]
        for scene in product(_places(traits) or [""], _first_day(traits)):
            scenes.setdefault(scene, set()).update(values)
            said.setdefault(scene, set()).update(*short)
    often = Counter(value for values in scenes.values() for value in values)
    spoken = Counter(pair for pairs in said.values() for pair in pairs)
    formulas = frozenset(pair for pair, many in spoken.items() if many >= _FORMULA)
    return Commonness(len(scenes), dict(often), formulas)


def fit_to_size(method: LinkMethod, size: int) -> LinkMethod:
    """The method with more evidence asked for the more attacks there are to mistake one for."""
    more = max(0.0, round(log2(max(size, 1) / method.usual_size), 2))
    least = method.at_least_bits + more
    asks = max(method.ask_bits, least - method.doubt_bits)
    large = size >= method.many_scenes
    return replace(method, at_least_bits=least, ask_bits=asks, large=large)


def name_place(name: str) -> str:
    """The key of a place."""
    return f"place {name}"


def name_voice(voice: str) -> str:
    """The key of a voice."""
    return f"voice {voice}"


def name_figure(voice: str, harm: str, number: int) -> str:
    """The key of a figure that a voice gives."""
    return f"told {number} {harm} {voice}"


def _places(traits: Traits) -> list[str]:
    return sorted({name_place(spot.name) for spot in traits.spots})


def _first_day(traits: Traits) -> list[str]:
    return [f"day {traits.days[0]}"] if traits.days is not None else [""]


def _values(traits: Traits) -> set[str]:
    values = set(_places(traits))
    values |= {f"party {side}" for side in traits.sides}
    values |= {f"weapon {family}" for family in traits.families}
    values |= {f"target {target}" for target in traits.targets}
    values |= {f"name {name}" for name in traits.names}
    values |= {name_voice(voice) for voice in traits.voices}
    values |= {name_figure(*told) for told in traits.told}
    if traits.days is not None and (traits.days[1] - traits.days[0]).days < _LONGEST:
        first, last = traits.days
        values |= {f"day {first + timedelta(days=n)}" for n in range((last - first).days + 1)}
    return values
