"""`onrecord export`: the same bytes every time, whole files or none, losses told."""

import csv
import json

import pytest
from tests.behaviour.demo_case import demo_folder, in_folder, run_onrecord

from onrecord.publications.exports import EXPORTS, FORMATS


def export(*arguments: str) -> str:
    with in_folder(demo_folder()):
        ran = run_onrecord("export", "demo.case", *arguments)
    assert ran.code == 0, ran.err
    return ran.out


@pytest.mark.parametrize("what", sorted(EXPORTS))
def test_every_kind_leaves_in_every_form(what):
    jsonl, table, whole = (export("--what", what, "--format", format) for format in FORMATS)
    records = [json.loads(line) for line in jsonl.splitlines()]

    assert json.loads(whole)["records"] == records
    assert len(list(csv.DictReader(table.splitlines(keepends=True)))) == len(records)


def test_every_claim_leaves_with_the_words_at_its_offsets():
    documents = {
        path.stem: path.read_text(encoding="utf-8")
        for path in (demo_folder() / "reports").glob("*.txt")
    }
    claims = [json.loads(line) for line in export("--what", "claims").splitlines()]

    assert len(claims) > 30
    for claim in claims:
        text = documents[claim["document"]]
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        nested = [
            *claim["counts"], *claim["places"], *claim["parties"], *claim["weapons"],
            *claim["objects"], *claim["attribution"], *claim["hedge"]["spans"],
            *([claim["when"]] if claim["when"] else []),
        ]  # fmt: skip
        for words in nested:
            if words["start"] is not None:
                assert text[words["start"] : words["end"]] == words["text"]


def test_a_file_gets_its_description_beside_it(tmp_path):
    to = tmp_path / "incidents.csv"
    out = export("--what", "incidents", "--format", "csv", "--to", str(to))
    about = json.loads((tmp_path / "incidents.csv.meta.json").read_text(encoding="utf-8"))

    assert out == ""
    assert to.read_text(encoding="utf-8") == export("--what", "incidents", "--format", "csv")
    assert about["what"] == "incidents"
    assert about["loss"]["cannot_be_said"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "incidents.csv",
        "incidents.csv.meta.json",
    ]


def test_a_file_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path):
    with in_folder(demo_folder()):
        to = str(tmp_path / "no" / "incidents.csv")
        ran = run_onrecord("export", "demo.case", "--what", "incidents", "--to", to)

    assert ran.code in (2, 3)
    assert to in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_loss_report_is_told_without_any_record():
    out = export("--what", "incidents", "--format", "csv", "--loss")

    assert "cannot be said:" in out
    assert "Ariha" not in out


def test_who_entered_what_stays_inside_unless_asked_for():
    assert "onrecord demo" not in export("--what", "documents")
    assert "onrecord demo" in export("--what", "documents", "--with-custody")
