"""Promise: `onrecord extract --explain` says of each claim which rule and which words made it."""

import json

import pytest
from tests.behaviour.demo_case import demo_folder, in_folder, run_onrecord

TEXT = (
    "Two farmers were killed on Monday when a drone struck a market in Tarvel, doctors said. "
    "The Dravonian army denied any strike, saying its planes do not target civilians. "
    "Some 30 people have been killed in the district since January."
)
LINE = json.dumps({"id": "d1", "text": TEXT, "published_date": "2025-03-05"})


@pytest.fixture(scope="module")
def told() -> str:
    ran = run_onrecord("extract", "-", "--explain", "--jobs", "1", given=LINE)
    assert ran.code == 0, ran.err
    return " ".join(ran.out.split())


@pytest.mark.parametrize(
    "words",
    [
        "rule victims/licensed",
        f"“killed” at {TEXT.index('killed')}",
        f"“Two farmers” at {TEXT.index('Two')}",
        f"“Monday” at {TEXT.index('Monday')}",
        "argument policy_precludes words of that argument",
        "argument event_denied the verb that reports the answer",
        f"“since January” at {TEXT.index('since January')}",
    ],
)
def test_each_part_of_a_claim_names_its_rule_and_its_words(told: str, words: str) -> None:
    assert words in told


def test_a_line_that_is_no_document_is_said_aloud() -> None:
    ran = run_onrecord("extract", "-", "--explain", "--jobs", "1", given="{}\n" + LINE)

    assert ran.code == 1
    assert "failed" in ran.err
    assert "casualty count" in ran.out


def test_the_claims_of_one_document_of_a_case_are_explained_alone() -> None:
    with in_folder(demo_folder()):
        every = run_onrecord("extract", "demo.case", "--explain")
        listed = run_onrecord("export", "demo.case", "--what", "claims", "--format", "jsonl")
        claims = [json.loads(line) for line in listed.out.split("\n") if line]
        one = claims[0]["document"]
        alone = run_onrecord("extract", "demo.case", "--explain", "--document", one)

    assert every.code == alone.code == 0
    assert all(claim["id"] in every.out for claim in claims)
    assert all((claim["id"] in alone.out) == (claim["document"] == one) for claim in claims)


def test_naming_a_document_without_asking_why_is_refused() -> None:
    ran = run_onrecord("extract", "demo.case", "--document", "x")

    assert ran.code == 2
    assert "--explain" in ran.err
