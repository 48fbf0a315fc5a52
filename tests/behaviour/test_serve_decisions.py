"""Promise: what people decide in the workbench is kept, told to the next, and can be undone."""

import html
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Visitor, a_first, serve_copy


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


def test_a_claim_added_to_an_incident_that_is_not_there_is_not_half_kept(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        before = export(tmp_path, "decisions")
        claim = export(tmp_path, "claims")[0]
        fields = {
            "document": claim["document"],
            "words": claim["quote"],
            "type": "attack",
            "incident": "i-none",
            "reason": "the machine missed it",
        }
        page = visitor.post("add-claim", fields)

    assert page.status == 400
    assert "i-none" in page.text
    assert export(tmp_path, "decisions") == before


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
