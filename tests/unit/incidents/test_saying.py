"""Promise: numbers and the voices that give them weigh for and against, and never split by themselves."""

import pytest
from tests.builders import a_claim, a_count
from tests.unit.incidents.test_linking_rules import claim, groups, hit, link

from onrecord.incidents.commonness import NOTHING_COMMON
from onrecord.incidents.ground import Evidence
from onrecord.incidents.method import SHIPPED
from onrecord.incidents.saying import weigh_figures, weigh_voices
from onrecord.incidents.sides import Sides
from onrecord.incidents.traits import Traits, read_traits
from onrecord.model.party import PartyBook
from onrecord.model.vocabulary import Harm


def said(killed: int, *, by: str = "Tarvel Infirmary", injured: int | None = None) -> Traits:
    counts = (a_count(killed), *([a_count(injured, harm=Harm.INJURED)] if injured else []))
    return read_traits(
        a_claim(counts=counts, speakers=("The Varnian Post", by)), Sides(PartyBook(()))
    )


def levels(one: Traits, other: Traits) -> dict[str, str]:
    return {each.matter: each.level for each in weigh_figures(one, other, SHIPPED)}


def voice(one: Traits, other: Traits, *, placed: bool = True) -> Evidence | None:
    return weigh_voices(one, other, SHIPPED, NOTHING_COMMON, placed=placed)


def test_each_harm_is_a_ground_of_its_own() -> None:
    assert levels(said(12, injured=40), said(12, injured=7)) == {
        "killed": "same many",
        "injured": "far",
    }
    assert levels(said(12, injured=40), said(12)) == {"killed": "same many"}


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (12, 12, "same many"),
        (4, 4, "same some"),
        (1, 1, "same few"),
        (9, 12, "near"),
        (6, 12, "half"),
        (5, 12, "far"),
    ],
)
def test_the_further_apart_two_tolls_lie_the_more_they_say(
    one: int, other: int, level: str
) -> None:
    assert levels(said(one), said(other)) == {"killed": level}


def test_a_voice_that_repeats_its_figure_speaks_for_one_attack() -> None:
    same = voice(said(12), said(12))
    other = voice(said(12), said(30))

    assert same is not None
    assert same.bits > 0
    assert other is not None
    assert other.bits < 0


def test_where_the_place_is_known_a_voice_without_its_figure_says_nothing() -> None:
    quoted = voice(said(12), said(0))
    elsewhere = voice(said(12), said(0), placed=False)

    assert quoted is not None
    assert quoted.bits == 0
    assert elsewhere is not None
    assert elsewhere.bits > 0


def test_who_publishes_is_no_voice_that_is_quoted() -> None:
    own = read_traits(a_claim(speakers=("The Varnian Post",)), Sides(PartyBook(())))

    assert voice(own, said(12)) is None


def test_tolls_far_apart_at_one_place_and_day_stay_one_attack() -> None:
    linking = link(
        claim("c1", objects=hit(), counts=(a_count(2),)),
        claim("c2", objects=hit(), counts=(a_count(60),)),
    )

    assert groups(linking) == {frozenset({"c1", "c2"})}
