"""Promise: the workbench shows a case to one person on one machine, and keeps what they decide."""

import html
import json
import re
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Visitor, serve_case, serve_copy

PAGES = ("", "incidents", "d", "review", "t", "search?q=market", "add", "log")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with serve_copy(tmp_path_factory.mktemp("shown")) as visitor:
        visitor.enter()
        yield visitor


def a_first(visitor: Visitor, pattern: str, path: str = "") -> str:
    found = re.search(pattern, visitor.get(path).text)
    assert found is not None
    return found[1]


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
    before = shown.get("log").text

    fields = {"kind": "note", "subject": incident, "reason": "forged"}
    page = shown.post("decide", fields, token=False)

    assert page.status == 403
    assert shown.get("log").text == before


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


def test_a_decision_is_kept_with_its_reason_and_can_be_undone(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        incident = a_first(visitor, r"/i/(i-[0-9a-f]+)", "incidents?sort=killed")
        record = json.loads(visitor.get(f"i/{incident}?form=json").text)
        claim = a_first(visitor, r"/claim/(c-[0-9a-f]+)", f"i/{incident}")

        fields = {"kind": "reject", "subject": claim, "reason": "the words do not say this"}
        saved = visitor.post("decide", fields)
        assert saved.status == 200
        assert "Saved." in saved.text
        decision = re.findall(r"saved=(d-[0-9a-f]+)", saved.address)[0]
        assert "rejected or retired by a person" in saved.text

        undo = {"kind": "withdraw", "subject": decision, "reason": "read again"}
        assert visitor.post("decide", undo).status == 200
        again = json.loads(visitor.get(f"i/{incident}?form=json").text)

    assert again["killed"] == record["killed"]
    assert run_onrecord("verify", str(tmp_path / "demo.case")).code == 0


def test_a_decision_without_a_reason_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        incident = a_first(visitor, r"/i/(i-[0-9a-f]+)")

        page = visitor.post("decide", {"kind": "discount", "subject": incident, "reason": "  "})

    assert page.status == 400
    assert "needs its reason" in page.text


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


def test_a_corrected_claim_changes_the_number_and_keeps_its_old_version(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        line = json.loads(visitor.get("incidents?sort=killed&form=json").text)[0]
        before = json.loads(visitor.get(f"i/{line['id']}?form=json").text)
        claim = next(
            one
            for one in export(tmp_path, "claims")
            if one["id"] in before["claims"] and any(c["harm"] == "killed" for c in one["counts"])
        )
        place = next(n for n, one in enumerate(claim["counts"]) if one["harm"] == "killed")
        fields = {
            "words": claim["quote"],
            "type": claim["type"],
            f"least-{place}": "3",
            f"most-{place}": "",
            "reason": "the figure was misread",
        }

        saved = visitor.post(f"claim/{claim['id']}/correct", fields)
        after = json.loads(visitor.get(f"i/{line['id']}?form=json").text)
        decision = re.findall(r"saved=(d-[0-9a-f]+)", saved.address)[0]
        undo = {"kind": "withdraw", "subject": decision, "reason": "it was right"}
        visitor.post("decide", undo)
        restored = json.loads(visitor.get(f"i/{line['id']}?form=json").text)

    assert after["killed"]["min"] == 3
    assert restored["killed"] == before["killed"]
    assert run_onrecord("verify", str(tmp_path / "demo.case")).code == 0


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"words": "words that stand nowhere"}, "do not stand in the text"),
        ({"words": ""}, "words of the claim are missing"),
        ({"type": "nonsense"}, "choose what the claim is about"),
        ({"least-0": "many"}, "is no number of people"),
        ({"least-0": "9", "most-0": "2"}, "at most is below at least"),
        ({"first": "31 Feb"}, "is no day"),
        ({"reason": " "}, "needs its reason"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_with_what_to_do(
    shown: Visitor, changed: dict[str, str], problem: str
) -> None:
    path = shown.get("search?q=killed").text
    claim = re.findall(r"/claim/(c-[0-9a-f]+)", path)[0]
    text = shown.get(f"claim/{claim}/correct").text
    words = re.findall(r'id="words"[^>]*>([^<]*)</textarea>', text)[0]
    fields = {"words": html.unescape(words), "type": "casualty_count", "reason": "test", **changed}

    page = shown.post(f"claim/{claim}/correct", fields)

    assert page.status == 400
    assert problem in html.unescape(page.text)


def test_a_claim_that_the_machine_missed_is_added_at_its_words(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        line = json.loads(visitor.get("incidents?sort=killed&form=json").text)[0]
        incident = json.loads(visitor.get(f"i/{line['id']}?form=json").text)
        claim = next(one for one in export(tmp_path, "claims") if one["id"] in incident["claims"])
        words = claim["quote"][:40].strip()
        fields = {
            "document": claim["document"],
            "words": words,
            "type": "casualty_count",
            "originator": "A Ministry",
            "harm": "missing",
            "least-add": "2",
            "incident": line["id"],
            "reason": "these words count the missing",
        }

        saved = visitor.post("add-claim", fields)
        after = json.loads(visitor.get(f"i/{line['id']}?form=json").text)

    added = [one for one in export(tmp_path, "claims") if one["produced_by"]["method"] == "person"]
    assert "Saved." in saved.text
    assert [(one["quote"], one["speakers"][-1]) for one in added] == [(words, "A Ministry")]
    assert added[0]["id"] in after["claims"]
    assert run_onrecord("verify", str(tmp_path / "demo.case")).code == 0


def test_the_second_of_two_reviewers_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as first:
        first.enter()
        incident = a_first(first, r"/i/(i-[0-9a-f]+)")
        seen = a_first(first, r'name="seen" value="(\d+)"', f"i/{incident}")
        mine = {"kind": "note", "subject": incident, "reason": "read by the first", "seen": seen}
        yours = {"kind": "discount", "subject": incident, "reason": "by the second", "seen": seen}

        assert first.post("decide", mine).status == 200
        told = first.post("decide", yours)
        assert told.status == 409
        assert "read by the first" in told.text
        assert "by the second" in told.text
        assert [one["kind"] for one in export(tmp_path, "decisions")] == ["note"]

        again = re.findall(r'name="seen" value="(\d+)"', told.text)[0]
        assert first.post("decide", {**yours, "seen": again}).status == 200

    assert [one["kind"] for one in export(tmp_path, "decisions")] == ["note", "discount"]


def test_two_decisions_at_the_same_moment_are_both_kept(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        incident = a_first(visitor, r"/i/(i-[0-9a-f]+)")
        token = visitor.find_token()

        def send(number: int) -> int:
            fields = {"kind": "note", "subject": incident, "reason": f"note {number}"}
            given = {**fields, "csrfmiddlewaretoken": token}
            return visitor.post("decide", given, token=False).status

        with ThreadPoolExecutor(4) as pool:
            answered = list(pool.map(send, range(4)))

    assert answered == [200] * 4
    assert {one["reason"] for one in export(tmp_path, "decisions")} == {
        f"note {number}" for number in range(4)
    }


def test_what_was_acknowledged_is_there_after_the_server_is_killed(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        incident = a_first(visitor, r"/i/(i-[0-9a-f]+)")
        visitor.post("decide", {"kind": "note", "subject": incident, "reason": "kept for good"})
        visitor.kill()

    assert [one["reason"] for one in export(tmp_path, "decisions")] == ["kept for good"]
    assert run_onrecord("verify", str(tmp_path / "demo.case")).code == 0


def test_a_newcomer_begins_with_an_empty_case(tmp_path: Path) -> None:
    with serve_case(tmp_path / "new") as visitor:
        visitor.enter()
        pages = {path: visitor.get(path) for path in PAGES}

    assert all(page.status == 200 for page in pages.values())
    assert "Add a report" in pages["incidents"].text


def test_any_two_incidents_of_those_days_can_be_compared_and_merged(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        listed = json.loads(visitor.get("incidents?form=json").text)
        one, other = listed[0]["id"], listed[1]["id"]
        assert visitor.get(f"review/{one}/{other}").status == 200

        fields = {"kind": "same", "subject": [one, other], "reason": "one attack"}
        saved = visitor.post("decide", fields)
        after = json.loads(visitor.get("incidents?form=json").text)
        old = visitor.get(f"i/{other}")

    assert "Saved." in saved.text
    assert len(after) == len(listed) - 1
    assert old.status == 200


def export(folder: Path, what: str) -> list[dict[str, Any]]:
    case = str(folder / "demo.case")
    ran = run_onrecord("export", case, "--what", what, "--format", "jsonl")
    return [json.loads(line) for line in ran.out.split("\n") if line]
