"""The fixed shapes: every named key present, unknown as null, nothing invented."""

import json
from pathlib import Path

import pytest
from tests.builders import a_claim
from tests.unit.publications.published import (
    a_counting,
    a_range,
    a_reply,
    a_support,
    a_tally,
    an_incident,
)

from onrecord.model.claim import Answer, Claim
from onrecord.model.identity import IncidentId
from onrecord.model.incident import Contradiction
from onrecord.model.record import from_record, to_json
from onrecord.model.vocabulary import Argument, Scope
from onrecord.publications.records import (
    answer_lines,
    claim_record,
    incident_record,
    tally_record,
)

CONTRACT = Path(__file__).parents[3].parent / "shared" / "CONTRACT.md"

CLAIM_KEYS = [
    "schema",
    "id",
    "document",
    "segment",
    "in",
    "type",
    "also",
    "quote",
    "start",
    "end",
    "speakers",
    "co_speakers",
    "attribution",
    "mode",
    "polarity",
    "hedge",
    "unit",
    "counts",
    "places",
    "when",
    "parties",
    "weapons",
    "objects",
    "answer",
    "confidence",
    "produced_by",
]
INCIDENT_KEYS = [
    "schema",
    "id",
    "title",
    "documents",
    "main_of",
    "claims",
    "when",
    "place",
    "parties",
    "weapons",
    "objects",
    "killed",
    "injured",
    "by_class",
    "grade",
    "strike_status",
    "attribution_status",
    "official_response",
    "independent_originators",
    "contradictions",
    "flags",
    "method",
    "best_reason",
    "aliases",
    "unanswered",
]
TALLY_KEYS = [
    "schema",
    "id",
    "recorder",
    "period",
    "place",
    "harm",
    "class",
    "total",
    "parts",
    "residual",
    "inequalities",
    "check",
    "claims",
]


def test_a_claim_has_every_named_key():
    assert set(CLAIM_KEYS) <= set(claim_record(a_claim()))


def test_a_claim_keeps_the_nested_names_of_the_contract():
    answer = Answer(arguments=(Argument.NO_EVIDENCE,), scope=Scope.REPORT)
    record = claim_record(a_claim(answer=answer))

    assert record["in"] == "text"
    assert set(record["when"]) >= {"from", "to", "precision", "how", "text", "start", "end"}
    assert record["answer"] == {
        "arguments": ["no_evidence"],
        "scope": "report",
        "responds_to": [],
        "bears_on": [],
    }
    assert record["hedge"] == {"kind": "none", "spans": []}


def test_a_claim_comes_back_from_its_record_unchanged():
    claim = a_claim()

    assert from_record(Claim, claim_record(claim)) == claim


def test_an_incident_has_every_named_key():
    assert set(INCIDENT_KEYS) <= set(incident_record(an_incident()))


def test_a_harm_nobody_mentioned_is_null_and_never_zero():
    record = incident_record(an_incident(counting=a_counting(a_range(7, 7))))

    assert record["killed"]["min"] == 7
    assert record["injured"] is None
    assert record["missing"] is None
    assert record["by_class"]["killed"]["child"] is None


def test_an_incident_without_any_number_says_so_with_null():
    record = incident_record(an_incident(counting=a_counting()))

    assert record["killed"] is None
    assert record["best_reason"] is None


def test_a_presumed_class_keeps_its_strict_minimum_and_its_status():
    civilian = a_range(44, 49, presumed=True, strict_min=0, status="contested")
    record = incident_record(an_incident(counting=a_counting(a_range(44, 49), civilian=civilian)))

    assert record["by_class"]["killed"]["civilian"] | {"claims": []} == {
        "min": 44,
        "max": 49,
        "open": False,
        "best": None,
        "best_reason": None,
        "presumed": True,
        "claims": [],
        "because": [],
        "min_claims": [],
        "max_claims": [],
        "capped": False,
        "strict_min": 0,
        "status": "contested",
    }


def test_contradictions_are_told_in_words():
    clash = Contradiction(kind="killed", claims=(), words="44 and 49 are both exact")
    record = incident_record(an_incident(support=a_support(contradictions=(clash,))))

    assert record["contradictions"] == ["44 and 49 are both exact"]


def test_a_tally_has_every_named_key_and_its_residual():
    record = tally_record(a_tally())

    assert set(TALLY_KEYS) <= set(record)
    assert record["residual"] == {"min": 27, "max": 27}
    assert record["parts"][0]["party"] == "Varnian Armed Forces"


def test_answers_come_one_line_for_each_claim_and_incident_with_the_codes_of_imported_rows():
    answered = an_incident(support=a_support(replies=(a_reply("c-9"), a_reply("c-8"))))
    lines = answer_lines([answered], codes={IncidentId("i-0a1b2c"): ["V17", "V18"]})

    assert [line["claim"] for line in lines] == ["c-8", "c-9"]
    assert lines[0]["codes"] == ["V17", "V18"]
    assert lines[0]["relation"] == "responds_to"


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract is not beside this checkout")
def test_the_example_incident_of_the_contract_has_no_key_that_ours_lacks():
    text = CONTRACT.read_text(encoding="utf-8")
    block = text.split("## INCIDENT", 1)[1].split("```json", 1)[1].split("```", 1)[0]

    assert set(json.loads(block)) <= set(incident_record(an_incident()))


def test_records_are_plain_values():
    for record in (
        claim_record(a_claim()),
        incident_record(an_incident()),
        tally_record(a_tally()),
    ):
        assert json.loads(to_json(record)) == record
