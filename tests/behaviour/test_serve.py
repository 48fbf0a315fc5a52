"""Promise: the workbench shows a case to one person on one machine, and keeps what they decide."""

import json
import re
import sqlite3
import time
from pathlib import Path

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Visitor, a_first, serve_case, serve_copy

PAGES = (
    "mine",
    "rounds",
    "tables",
    "search",
    "",
    "incidents",
    "d",
    "review",
    "t",
    "search?q=market",
    "add",
    "log",
)
HEAD = r"<p class=\"cite\"><bdi dir=\"ltr\">([0-9a-f]+)"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens(shown: Visitor, path: str) -> None:
    page = shown.get(path)

    assert page.status == 200
    assert "<h1" in page.text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_loads_or_runs_anything_from_elsewhere(shown: Visitor, path: str) -> None:
    page = shown.get(path)

    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert not re.search(r"<[^>]+ (?:style|on\w+)=", page.text)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page.text)
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Frame-Options"] == "DENY"


def test_without_the_key_nothing_is_shown(shown: Visitor) -> None:
    stranger = Visitor(base=shown.base, case=shown.case, key="/open/guess")

    for path in (*PAGES, "/", "/open/guess", "claim/c-1", "original/00"):
        page = stranger.get(path)
        assert page.status == 403
        assert shown.case not in page.text


def test_another_host_name_is_refused(shown: Visitor) -> None:
    assert shown.get("", headers={"Host": "evil.example"}).status == 400


def test_a_form_without_its_token_changes_nothing(shown: Visitor) -> None:
    incident = a_first(shown, r"/i/(i-[0-9a-f]+)")
    before = a_first(shown, HEAD, "log")

    fields = {"kind": "note", "subject": incident, "reason": "forged"}
    page = shown.post("decide", fields, token=False)

    assert page.status == 403
    assert a_first(shown, HEAD, "log") == before


def test_numbers_of_the_pages_are_those_of_the_export(shown: Visitor, tmp_path: Path) -> None:
    listed = json.loads(shown.get("incidents?form=json").text)

    for line in listed:
        record = json.loads(shown.get(f"i/{line['id']}?form=json").text)
        killed = record["killed"] or {"min": None, "max": None}
        assert (killed["min"], killed["max"]) == (line["killed_min"], line["killed_max"])
        assert record["grade"] == line["grade"]


def test_a_number_leads_to_its_claim_and_the_claim_to_its_words(shown: Visitor) -> None:
    incident = a_first(shown, r"/i/(i-[0-9a-f]+)", "incidents?sort=killed")
    claim = a_first(shown, r"/claim/(c-[0-9a-f]+)", f"i/{incident}")

    page = shown.get(f"claim/{claim}")

    assert "/d/" in page.address
    assert f'id="{claim}"' in page.text


@pytest.mark.parametrize("by", ["place", "country", "month", "party", "weapon", "object"])
def test_sums_are_told_apart_as_the_address_asks(shown: Visitor, by: str) -> None:
    page = shown.get(f"t?by={by}")

    assert page.status == 200
    said = "what was hit" if by == "object" else by
    assert f"People killed by {said}" in page.text


@pytest.mark.parametrize(
    "query",
    [
        "q=%22%27%3B--&sort=killed", "q=NEAR(a+b)", "page=999999", "page=-1", "from=2021-13-45",
        "grade=x%27+or+1=1", "party=%00", "state=nonsense&sort=nonsense", "q=*", "q=%E2%80%AE",
    ],
)  # fmt: skip
def test_odd_queries_are_answered_calmly(shown: Visitor, query: str) -> None:
    for path in ("incidents", "d", "search"):
        assert shown.get(f"{path}?{query}").status == 200


@pytest.mark.parametrize(
    "path",
    ["i/i-none", "d/../../etc/passwd", "claim/none", "original/none", "/c/other/", "/nowhere"],
)
def test_what_is_not_there_is_said_to_be_missing(shown: Visitor, path: str) -> None:
    assert shown.get(path).status == 404


def test_filters_lead_to_the_incidents_that_match_and_no_others(shown: Visitor) -> None:
    everything = json.loads(shown.get("incidents?form=json").text)
    grade = everything[0]["grade"]

    found = json.loads(shown.get(f"incidents?grade={grade}&form=json").text)

    assert {line["id"] for line in found} == {
        line["id"] for line in everything if line["grade"] == grade
    }


def test_cells_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A shell hit a house in Tarvel on 4 March 2021, killing two.\n")
    table = "code,date,place,killed_min,killed_max,party\nx,2021-03-04,=cmd|calc,2,2,+evil\n"
    (tmp_path / "t.csv").write_text(table)
    run_onrecord("import", str(tmp_path / "case"), str(tmp_path / "t.csv"), "--jobs", "1")

    with serve_case(tmp_path / "case") as visitor:
        visitor.enter()
        content = visitor.get("incidents?form=csv").text

    assert "'=cmd" in content
    assert ",=cmd" not in content


def test_script_in_a_report_is_shown_as_words(tmp_path: Path) -> None:
    evil = '<script>alert(1)</script> "><img src=x onerror=alert(2)>'
    line = {
        "id": "x<script>1</script>",
        "title": evil,
        "publisher": evil,
        "text": f"Two people were killed in Tarvel on 4 March 2021, said {evil}. {evil}",
        "published_date": "2021-03-05",
    }
    (tmp_path / "r.jsonl").write_text(json.dumps(line) + "\n")
    run_onrecord("run", str(tmp_path / "case"), str(tmp_path / "r.jsonl"), "--jobs", "1")

    with serve_case(tmp_path / "case") as visitor:
        visitor.enter()
        pages = [visitor.get(path).text for path in PAGES]
        pages.append(visitor.get("d/x%3Cscript%3E1%3C/script%3E").text)
        pages.append(visitor.get("search?q=" + "%3Cscript%3Ealert(3)%3C/script%3E").text)

    for text in pages:
        assert "<script>alert" not in text
        assert "<img" not in text


def test_a_pasted_report_is_read_and_its_incident_listed(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        before = len(json.loads(visitor.get("incidents?form=json").text))
        report = (
            "Eleven people were killed on 7 June 2023 when a shell hit a school in Lower Anvarra, "
            "the Quarrel Monitor said."
        )
        fields = {"text": report, "publisher": "Exercise Gazette", "published": "2023-06-08"}

        assert visitor.post("add", fields).status == 200
        for _ in range(600):
            if "What the last reading came to" in visitor.get("add").text:
                break
            time.sleep(0.1)
        listed = json.loads(visitor.get("incidents?form=json").text)

    assert len(listed) == before + 1
    assert 11 in {line["killed_min"] for line in listed}


def test_a_lost_catalogue_is_made_again(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        before = visitor.get("incidents?form=json").text
        kept = tmp_path / "demo.case" / "workbench" / "catalogue.db"

        kept.write_bytes(b"no database")
        assert visitor.get("incidents?form=json").text == before

        with sqlite3.connect(kept) as damaged:
            damaged.execute("update about set value = 'older' where key = 'head'")
        assert visitor.get("incidents?form=json").text == before


def test_a_newcomer_begins_with_an_empty_case(tmp_path: Path) -> None:
    with serve_case(tmp_path / "new") as visitor:
        visitor.enter()
        pages = {path: visitor.get(path) for path in PAGES}

    assert all(page.status == 200 for page in pages.values())
    assert "Add a report" in pages["incidents"].text
