"""What the number of a headline says of its incident."""

import pytest
from tests.unit.pipeline.conftest import ReadHarm


@pytest.mark.parametrize(
    ("headline", "killed"),
    [
        ("More than 50 border guards killed in Tarvel airstrike", 51),
        ("Three troops killed in worst ambush in weeks", 3),
        ("One soldier killed in Orlan amid 12 enemy attacks - HQ", 1),
        ("Two soldiers killed, four wounded in Orlan on May 6, 13 attacks recorded - HQ", 2),
        ("UPDATE 1-Thirty troops possibly killed in Orlan missile attack - adviser", 30),
        ("Tarvel: Orlan rebels say three militants killed", 3),
        ("Two Orlan republic's servicemen killed in shelling - militias", 2),
        ("Spokesperson confirms death of four soldiers of armed forces in Orlan region", 4),
        ("Troop withdrawal in doubt after 12 killed in Orlan", 12),
        ("Soldier wounded, farmer killed amid nine enemy raids in Orlan - HQ", 1),
        ("Two people killed in shellings of Orlan over last 24 hours", 2),
    ],
)
def test_a_headline_of_one_attack_counts_its_dead(
    count_harmed: ReadHarm, headline: str, killed: int
) -> None:
    assert count_harmed(headline) == killed


@pytest.mark.parametrize(
    "headline",
    [
        "Nine soldiers killed in 12 attacks across Orlan",
        "Seven people killed in various clashes in Orlan",
        "At least 40 people killed in rebel attacks in Orlan this month",
    ],
)
def test_a_headline_of_several_attacks_gives_none_of_them_a_figure(
    count_harmed: ReadHarm, headline: str
) -> None:
    assert count_harmed(headline) is None
