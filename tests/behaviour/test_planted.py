"""Promise: planted attacks, copies, answers and numbers come out of the rooms again."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.planted import Planted, plant
from benchmarks.planted.keeping import put_into_case
from benchmarks.planted.planting import plant_parts
from benchmarks.planted.scoring import run_rooms, score_answers, score_copies, score_linking
from benchmarks.planted.sums import count_planted, score_ranges

from onrecord.model.claim import Claim
from onrecord.store.case import open_case_for_reading

SEEDS = (1, 2, 3)
CLAIMS = 400


@pytest.fixture(scope="module", params=SEEDS)
def scored(request: pytest.FixtureRequest) -> dict[str, Any]:
    run = run_rooms(plant(CLAIMS, seed=request.param))
    numbered = count_planted(run)
    supports = {number: incident.support for number, incident in numbered.items()}
    return {
        "linking": score_linking(run),
        "copies": score_copies(run),
        "answers": score_answers(run, supports),
        "ranges": score_ranges(run, numbered),
    }


def test_the_claims_of_an_attack_come_together_and_others_stay_apart(
    scored: dict[str, Any],
) -> None:
    assert scored["linking"]["b_cubed"]["f1"] >= 0.8


def test_copies_are_known_up_to_thirty_percent_rewriting(scored: dict[str, Any]) -> None:
    assert scored["copies"]["found"] >= 0.98


def test_answers_meet_the_attack_that_they_answer(scored: dict[str, Any]) -> None:
    assert scored["answers"]["right_given_groups"] >= 0.9
    assert scored["answers"]["right"] >= 0.8


def test_ranges_and_sums_are_the_true_ones_wherever_the_claims_determine_them(
    scored: dict[str, Any],
) -> None:
    assert scored["ranges"]["right"] == 1.0
    assert scored["ranges"]["sums_given_groups"]["right"] == 1.0


@pytest.mark.parametrize("kind", ["ordinary", "hard"])
def test_every_planted_quote_and_mention_stands_in_its_text(kind: str) -> None:
    planted = plant(CLAIMS, seed=4, hard=kind == "hard")

    assert [claim.id for claim in planted.claims if not _stands(claim, planted)] == []


def test_the_same_seed_plants_the_same_and_another_one_something_else() -> None:
    one, again, other = (plant(200, seed=seed) for seed in (5, 5, 6))

    assert (one.claims, one.documents) == (again.claims, again.documents)
    assert one.claims != other.claims


def test_parts_make_up_the_whole() -> None:
    parts = list(plant_parts(200, seed=5))

    assert [claim for part in parts for claim in part.claims] == plant(200, seed=5).claims


def test_a_planted_corpus_can_be_put_into_a_case(tmp_path: Path) -> None:
    entered = put_into_case(plant_parts(100, seed=7), tmp_path / "case")
    with open_case_for_reading(tmp_path / "case") as store:
        claims = list(store.claims())
        faults = store.verify()

    assert len(claims) == entered >= 100
    assert faults == []


def _stands(claim: Claim, planted: Planted) -> bool:
    document = planted.documents[claim.document]
    text = (document.title or "") if claim.in_ == "title" else document.text
    mentions = (
        *claim.attribution,
        *claim.counts,
        *claim.places,
        *claim.parties,
        *claim.weapons,
        *claim.objects,
        *((claim.when,) if claim.when else ()),
    )
    return text[claim.start : claim.end] == claim.quote and all(
        one.start is None or text[one.start : one.end] == one.text for one in mentions
    )
