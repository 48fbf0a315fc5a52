"""The linking method: every weight and limit that can move an incident, in one versioned place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMethod:
    """Weights in bits, log2 of how much likelier an agreement is in one attack than in two.

    The form is that of Fellegi and Sunter, "A theory for record linkage", JASA 64 (1969); the
    weights are fixed by judgement and shipped, not learned from the case, so that the same two
    accounts weigh the same in every case. Unknown is always 0 bits. Distances are in kilometres.
    """

    version: str = "links/1"

    at_least_bits: float = 6.0
    ask_bits: float = 3.0
    short_days: int = 7
    """An interval longer than this dates nothing by itself."""

    day_base: int = 64
    """Days in the window within which two reports of one case are compared: log2(64) = 6 bits."""
    dates_next: float = -4.0
    dates_apart: float = -12.0

    place_same: tuple[float, ...] = (8.0, 8.0, 7.0, 4.0, 2.0, 1.0)
    """By the coarser precision of the two, 0 unused."""
    place_near: float = 4.0
    place_within: float = 2.0
    place_apart: float = -12.0
    reach_km: tuple[float, ...] = (0.0, 2.5, 20.0, 30.0)
    vague_km: float = 40.0

    target_shared: float = 3.0
    target_clash: float = -1.0
    weapon_shared: float = 1.5
    weapon_clash: float = -1.0
    party_shared: float = 2.0
    party_allied: float = 0.5
    party_clash: float = -1.0
    figure_shared: tuple[float, ...] = (0.7, 1.5, 3.0)
    """For a shared figure of 1-2, 3-9, and 10 or more people."""
    figure_clash: float = -0.5
    words_shared: float = 1.5
    name_shared: float = 3.0
    copied: float = 6.0
    two_attacks: float = -12.0

    keeps_unplaced: bool = False
    """For one document by itself: people counted there are an incident without place or date.

    In a case they stay aside, as another document may count the same people.
    """

    copied_words: int = 8
    copied_share: float = 0.6

    candidates_for_each: int = 5
    candidates_in_all: int = 500


SHIPPED = LinkMethod()
