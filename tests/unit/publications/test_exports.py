"""Exports: asserted headers, empty for unknown, no formulas, the same bytes every time."""

import csv
import json

import pytest
from tests.unit.publications.published import (
    AKeptCase,
    a_counting,
    a_kept_case,
    a_range,
    a_reply,
    a_support,
    an_incident,
)

from onrecord.model.comparison import Candidate
from onrecord.model.identity import ClaimId, DocumentId, IncidentId, UtteranceId
from onrecord.model.incident import Cluster, Copy, Join, Linking, Utterance
from onrecord.publications.exports import (
    EXPORTS,
    FORMATS,
    describe_export,
    report_loss,
    write_export,
)
from onrecord.publications.exports.columns import Column
from onrecord.publications.exports.formats import cell_of, write_csv

INCIDENT_HEADER = (
    "code,permalink,title,country,admin1,place,date,date_to,grading,latitude,longitude,"
    "strike_status,geolocation_accuracy,killed_min,killed_max,killed_open,injured_min,injured_max,"
    "injured_open,civilians_killed_min,civilians_killed_max,civilians_killed_open,"
    "civilians_killed_presumed,civilians_injured_min,civilians_injured_max,civilians_injured_open,"
    "militants_killed_min,militants_killed_max,militants_killed_open,children_killed_min,"
    "children_killed_max,children_killed_open,women_killed_min,women_killed_max,women_killed_open,"
    "men_killed_min,men_killed_max,men_killed_open,killed_best,belligerents,attribution_status,"
    "official_response,independent_sources,independent_sources_possible,flags,method,sources,claims"
)


def export(case: AKeptCase, what: str, format: str = "jsonl", **more: bool) -> str:
    return "".join(write_export(case, what, format=format, version="0", **more))


def rows(case: AKeptCase, what: str, **more: bool) -> list[dict[str, str]]:
    return list(csv.DictReader(export(case, what, "csv", **more).splitlines()))


@pytest.mark.parametrize("what", sorted(EXPORTS))
@pytest.mark.parametrize("format", FORMATS)
def test_every_kind_comes_in_every_format_with_equal_bytes(what, format):
    case = a_kept_case()

    assert export(case, what, format) == export(case, what, format)


@pytest.mark.parametrize("what", sorted(EXPORTS))
def test_a_row_for_every_record(what):
    case = a_kept_case()

    assert len(rows(case, what)) == len(export(case, what).splitlines())


def test_the_columns_of_incidents_are_those_of_strike_recorders():
    assert export(a_kept_case(), "incidents", "csv").splitlines()[0] == INCIDENT_HEADER


def test_unknown_is_empty_and_never_nought():
    row = rows(a_kept_case(), "incidents")[0]

    assert (row["killed_min"], row["killed_max"], row["killed_open"]) == ("46", "46", "true")
    assert (row["injured_min"], row["injured_max"], row["injured_open"]) == ("", "", "")
    assert row["latitude"] == ""


def test_a_stated_none_is_nought():
    case = a_kept_case(incidents=(an_incident(counting=a_counting(a_range(0, 0))),))

    assert rows(case, "incidents")[0]["killed_max"] == "0"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1+2", "@sum", "\t=1"])
def test_words_that_a_spreadsheet_would_run_are_disarmed(words):
    assert cell_of(words) == f"'{words}"
    assert cell_of([words, "b"]) == f"'{words}; b"


def test_numbers_below_nought_stay_numbers():
    assert cell_of(-12.5) == "-12.5"


def test_quotes_with_line_breaks_and_commas_come_back_whole():
    columns = (Column("quote", "quote"),)
    lines = "".join(write_csv(columns, [{"quote": 'a, "b"\nc'}]))

    assert list(csv.reader(lines.splitlines(keepends=True))) == [["quote"], ['a, "b"\nc']]


def test_who_entered_what_stands_only_in_exports_that_ask_for_it():
    case = a_kept_case()

    assert "ana" not in export(case, "documents") + export(case, "decisions")
    assert "ana" in export(case, "documents", with_custody=True)
    assert "ana" in export(case, "decisions", with_custody=True)
    assert rows(case, "claims", with_custody=True)[0]["custody_by"] == "ana"


def test_the_text_of_documents_stays_in_the_case():
    assert "text" not in json.loads(export(a_kept_case(), "documents"))


def test_json_says_version_date_method_caveat_and_loss():
    about = json.loads(export(a_kept_case(), "incidents", "json"))

    assert about["version"] == "0"
    assert about["as_of"] == "2021-03-05"
    assert about["methods"] == ["link/1 weigh/1 count/1", "test 1"]
    assert "bounds on what was reported" in about["caveat"]
    assert set(about["loss"]) == {"exact", "close", "caveat", "cannot_be_said"}
    assert len(about["records"]) == 1


def test_nothing_dated_gives_no_as_of_date():
    assert (
        describe_export(a_kept_case(documents=()), "sums", format="csv", version="0")["as_of"]
        is None
    )


@pytest.mark.parametrize("what", sorted(EXPORTS))
def test_every_column_of_a_table_stands_in_its_loss_report(what):
    report = report_loss(EXPORTS[what], "csv")
    told = [entry.split(":")[0] for key in ("exact", "close", "caveat") for entry in report[key]]

    assert sorted(told) == sorted(column.name for column in EXPORTS[what].columns)


def test_records_lose_nothing():
    assert report_loss(EXPORTS["incidents"], "jsonl")["cannot_be_said"] == []


def test_answers_are_told_by_claim_and_incident():
    case = a_kept_case(incidents=(an_incident(support=a_support(replies=(a_reply(),))),))

    assert rows(case, "answers")[0] | {"originator": ""} == {
        "document": "note",
        "claim": "c-9",
        "incident": "i-0a1b2c",
        "codes": "",
        "relation": "responds_to",
        "arguments": "no_evidence",
        "scope": "report",
        "originator": "",
        "conceded_harm": "",
        "conceded_min": "",
        "conceded_max": "",
    }


def test_linking_tells_joins_utterances_copies_and_open_questions():
    one, other, first = ClaimId("c-1"), ClaimId("c-2"), IncidentId("i-1")
    linking = Linking(
        clusters=(
            Cluster(
                id=first,
                claims=(),
                documents=(),
                joins=(Join(one=one, other=other, bits=4.5, because=("same place",)),),
            ),
        ),
        utterances=(
            Utterance(
                id=UtteranceId("u-1"), originator="X", claims=(one, other), because="briefing"
            ),
        ),
        copies=(
            Copy(earlier=DocumentId("a"), later=DocumentId("b"), start=0, end=9, containment=0.9),
        ),
        candidates=(Candidate(one=first, other=IncidentId("i-2"), bits=1.0, because=("day",)),),
    )
    told = rows(a_kept_case(linking=linking), "linking")

    assert [row["kind"] for row in told] == ["join", "utterance", "copy", "candidate"]
    assert [row["weight"] for row in told] == ["4.5", "", "0.9", "1.0"]
