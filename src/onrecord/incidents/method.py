"""The linking method: every weight and limit that can move an incident, in one versioned place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMethod:
    """Weights in bits, log2 of how much likelier an agreement is in one attack than in two.

    The form is that of Fellegi and Sunter, "A theory for record linkage", JASA 64 (1969); the
    weights are fixed by judgement and shipped. A case lowers them as it shows what is common in it
    (`commonness.py`) and asks for more evidence the more attacks it holds. Unknown is always 0 bits.
    Distances are in kilometres.
    """

    version: str = "links/4"

    at_least_bits: float = 6.0
    usual_size: int = 4
    """Scenes of a case up to which `at_least_bits` holds; each doubling asks one bit more."""
    many_scenes: int = 64
    """From so many scenes on a case is large: what is rare in it is known well enough that evidence
    alone may place an account without a day or a place, which stays a question in a smaller one."""
    large: bool = False
    caution_bits: float = 4.0
    """How many of `at_least_bits` are caution: so much likelier must one attack be than two."""
    ask_bits: float = 3.0
    doubt_bits: float = 5.0
    """What lacks more than this of `at_least_bits` is no question, however large the case."""
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
    figure_apart: tuple[float, ...] = (0.0, -0.5, -1.0)
    """For figures of one harm of which the smaller is three quarters of the larger, half, or less."""
    voice_repeats: tuple[float, ...] = (1.5, 2.5, 3.0)
    voice_differs: float = -0.5
    voice_shared: float = 3.0
    """For a voice quoted in both: with the same figures, with others, about places not known as one."""
    hours_same: float = 0.7
    hours_other: float = -0.5
    words_shared: float = 1.5
    name_shared: float = 3.0
    copied: float = 6.0
    two_attacks: float = -12.0

    story_cosine: float = 2.0
    """Bits for a cosine of 1 between the names of two documents."""
    story_share: float = 2.7
    """Bits if all rare names of the shorter one stand in the other."""
    story_full_name: float = 0.09
    story_place: float = 0.24
    story_name: float = 0.03
    """For each bit of rarity of the full names, words of places and other names that are shared."""
    story_most: float = 60.0
    """So many bits of rarity are counted, of places half as many."""
    story_nothing: float = -0.8
    story_person: float = 2.5
    story_age: float = 1.5
    story_ages: float = -1.8
    story_strangers: float = -2.4
    """For a person of the same name and age; a shared age; other ages; people none of whom is shared."""

    retold_prior: float = -2.0
    """Against two groups that the rules for places and dates have left apart."""
    retold_days: float = -0.8
    """For each doubling of the days between two publications."""
    undated_days: int = 30
    """Days taken to lie between two documents of which one has no date."""
    retold_place: float = 0.3
    """What is left of the weight of a place, a date, a figure, when their names tell of one story."""
    retold_date: float = 0.65
    retold_figures: float = 0.5
    retold_unplaced: float = 1.0
    retold_undated: float = 0.3
    retold_week: float = -1.0
    retold_later: float = -2.0
    """Dates up to a week apart, and further: follow-ups often date the later news."""
    retold_other_figures: float = -2.3
    retold_other_target: float = -1.2
    retold_least: float = 0.0
    rare_names: int = 40
    """A name in more documents than this brings none together by itself."""
    few_documents: int = 8
    """In a case of so few documents every name is rare: stories weigh nothing."""
    many_documents: int = 256
    """From here on stories have their full weight."""

    keeps_unplaced: bool = False
    """For one document by itself: people counted there are an incident without place or date.

    In a case they stay aside, as another document may count the same people.
    """

    learns: bool = True
    """Whether the weights of target, weapon, party, figures, words and people are learned."""
    prior_pairs: float = 200.0
    """For how many pairs of accounts the shipped weights stand when the case's own are learned."""
    learned_pairs: int = 8_000
    """On so many pairs at most."""

    copied_words: int = 8
    copied_share: float = 0.6

    candidates_for_each: int = 5
    candidates_in_all: int = 500


SHIPPED = LinkMethod()
