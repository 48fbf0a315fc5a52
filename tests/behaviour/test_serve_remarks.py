"""Promise: people give each other work, talk, name nobody alone, and code blindly."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Visitor, a_first, serve_case
from tests.behaviour.test_api import Client, find_token

from onrecord.model.remark import Remark, RemarkKind
from onrecord.store.case import open_case_for_reading

REPORT = (
    "A shell hit a house in Tarvel on 4 March 2021, killing two people, the Quarrel Monitor said. "
    "The monitor accused the army of Vostria of firing it. The road was closed for a day.\n"
)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Visitor, Visitor]]:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "note.txt").write_text(REPORT)
    run_onrecord("run", str(tmp_path / "case"), str(folder), "--jobs", "1")
    with (
        serve_case(tmp_path / "case", by="ana") as ana,
        serve_case(tmp_path / "case", by="ben") as ben,
    ):
        ana.enter()
        ben.enter()
        yield ana, ben


def find_incident(visitor: Visitor) -> str:
    return a_first(visitor, r"/i/(i-[0-9a-f]+)", "incidents")


def test_work_that_is_given_stands_on_the_page_of_who_is_to_do_it(
    pair: tuple[Visitor, Visitor],
) -> None:
    ana, ben = pair
    incident = find_incident(ana)
    given = {"kind": "assignment", "subject": incident, "to": "ben", "words": "find the street"}
    ana.post("remark", given)

    first = ben.get("mine").text
    assert "find the street" in first
    assert "new</span>" in first
    assert "new</span>" not in ben.get("mine").text

    about = a_first(ben, r'name="about" value="(r-[0-9a-f]+)"', f"i/{incident}")
    ben.post("remark", {"kind": "done", "about": about, "subject": incident, "words": "Mill Road"})
    assert "Nothing is given to you" in ben.get("mine").text
    assert "Mill Road" in ana.get("mine").text


def test_a_comment_is_shown_and_no_figure_is_computed_anew(pair: tuple[Visitor, Visitor]) -> None:
    ana, ben = pair
    incident = find_incident(ana)
    before = ana.get(f"i/{incident}?form=json").text

    ana.post("remark", {"kind": "comment", "subject": incident, "words": "<b>Which</b> house?"})

    page = ben.get(f"i/{incident}").text
    assert "&lt;b&gt;Which&lt;/b&gt; house?" in page
    assert ben.get(f"i/{incident}?form=json").text == before


def test_nobody_is_named_by_one_person_alone(pair: tuple[Visitor, Visitor]) -> None:
    ana, ben = pair
    incident = find_incident(ana)
    ana.post("remark", {"kind": "naming", "subject": incident, "words": "army of Vostria"})
    alone = ana.get(f"i/{incident}").text
    about = re.findall(r'name="about" value="(r-[0-9a-f]+)"', ben.get(f"i/{incident}").text)[0]
    agreement = {"kind": "agreement", "about": about, "subject": incident, "words": "two sources"}

    assert "A second person has to agree" in alone
    assert ana.post("remark", agreement).status == 400
    assert 'appr">decided' not in ana.get(f"i/{incident}").text
    ben.post("remark", agreement)
    decided = ana.get(f"i/{incident}").text
    assert 'appr">decided' in decided
    assert "agreed by <bdi>ben</bdi>" in decided


def test_a_refusal_leaves_a_name_undecided(pair: tuple[Visitor, Visitor]) -> None:
    ana, ben = pair
    incident = find_incident(ana)
    ana.post("remark", {"kind": "naming", "subject": incident, "words": "army of Vostria"})
    about = re.findall(r'name="about" value="(r-[0-9a-f]+)"', ben.get(f"i/{incident}").text)[0]

    ben.post("remark", {"kind": "refusal", "about": about, "subject": incident})

    assert 'flag">refused' in ana.get(f"i/{incident}").text


def test_a_name_that_is_proposed_is_not_proposed_again(pair: tuple[Visitor, Visitor]) -> None:
    ana, ben = pair
    incident = find_incident(ana)
    naming = {"kind": "naming", "subject": incident, "words": "army of Vostria"}
    ana.post("remark", naming)

    again = ben.post("remark", naming)

    assert again.status == 400
    assert "answer that proposal" in again.text


def begin(ana: Visitor) -> str:
    fields = {"words": "trial", "one": "ana", "other": "ben", "document": "note"}
    found = re.search(r"/rounds/(r-[0-9a-f]+)", ana.post("rounds", fields).address)
    assert found is not None
    return found[1]


def hand_in(visitor: Visitor, round_: str, least: str) -> str:
    fields = {
        "type-0": "casualty_count",
        "harm-0": "killed",
        "least-0": least,
        "most-0": least,
        "type-1": "attack" if least == "2" else "",
    }
    return visitor.post(f"rounds/{round_}/note", fields).text


def test_two_people_code_without_seeing_each_other_or_the_machine(
    pair: tuple[Visitor, Visitor],
) -> None:
    ana, ben = pair
    round_ = begin(ana)
    sheet = ben.get("d/note")

    assert f"/rounds/{round_}/note" in sheet.address
    assert "Casualty count</span>" not in sheet.text
    assert "Sentence 3" in sheet.text

    hand_in(ana, round_, "2")
    waiting = ben.get(f"rounds/{round_}").text
    assert "when everybody has handed in" in waiting
    assert "killed: 2" not in waiting

    hand_in(ben, round_, "3")
    compared = ana.get(f"rounds/{round_}").text
    assert "67 %" in compared
    assert compared.count("<article") == 2
    assert "killed: 2" in compared
    assert "killed: 3" in compared
    assert "/d/note" in ben.get("d/note").address


def test_a_reviewer_settles_where_coders_differ(pair: tuple[Visitor, Visitor]) -> None:
    ana, ben = pair
    round_ = begin(ana)
    hand_in(ana, round_, "2")
    hand_in(ben, round_, "3")
    page = ana.get(f"rounds/{round_}").text
    places = re.findall(r'name="start" value="(\d+)"><input[^>]*name="end" value="(\d+)"', page)
    fields = {"document": "note", "start": places[0][0], "end": places[0][1], "as": "ana"}

    settled = ana.post(f"rounds/{round_}", fields).text

    assert 'appr">settled' in settled
    assert ana.post(f"rounds/{round_}", {**fields, "as": "eve"}).status == 400
    assert ana.post(f"rounds/{round_}", {**fields, "start": "9999"}).status == 400


def test_a_coding_is_handed_in_once_and_only_by_its_coders(pair: tuple[Visitor, Visitor]) -> None:
    ana, _ = pair
    round_ = begin(ana)
    hand_in(ana, round_, "2")

    assert f"/rounds/{round_}" in ana.get(f"rounds/{round_}/note").address
    alone = {"words": "x", "one": "ana", "other": "ana", "document": "note"}
    assert ana.post("rounds", alone).status == 400
    assert ana.get("rounds/r-none").status == 404


def test_a_mistyped_number_comes_back_with_the_sheet(pair: tuple[Visitor, Visitor]) -> None:
    ana, _ = pair
    round_ = begin(ana)

    page = ana.post(f"rounds/{round_}/note", {"type-0": "attack", "least-0": "many"})

    assert page.status == 400
    assert "sentence 1" in page.text
    assert 'value="many"' in page.text


def test_a_case_with_all_of_this_verifies(pair: tuple[Visitor, Visitor], tmp_path: Path) -> None:
    ana, ben = pair
    round_ = begin(ana)
    hand_in(ana, round_, "2")
    hand_in(ben, round_, "3")

    assert run_onrecord("verify", str(tmp_path / "case")).code == 0
    assert json.loads(ana.get("incidents?form=json").text)


def test_what_was_handed_in_cannot_be_taken_back_to_look_at_the_other_sheet(
    pair: tuple[Visitor, Visitor], tmp_path: Path
) -> None:
    ana, ben = pair
    round_ = begin(ana)
    hand_in(ana, round_, "2")
    remarks = list_remarks(tmp_path / "case")
    coding = next(one.id for one in remarks if one.kind is RemarkKind.CODING)

    assert ana.post("remark", {"kind": "withdrawal", "about": coding}).status == 400
    assert ana.post("remark", {"kind": "withdrawal", "about": round_}).status == 400
    assert list_remarks(tmp_path / "case") == remarks

    hand_in(ben, round_, "2")
    assert f"/rounds/{round_}" in ana.get(f"rounds/{round_}/note").address


def test_a_round_can_be_taken_back_before_anybody_has_handed_in(
    pair: tuple[Visitor, Visitor],
) -> None:
    ana, _ = pair
    round_ = begin(ana)

    assert ana.post("remark", {"kind": "withdrawal", "about": round_}).status == 200
    assert ana.get(f"rounds/{round_}").status == 404


def test_no_way_leads_a_coder_to_the_reading_of_the_machine(
    pair: tuple[Visitor, Visitor], tmp_path: Path
) -> None:
    _, ben = pair
    with open_case_for_reading(tmp_path / "case") as store:
        claim = next(store.claims()).id
    incident, client = find_incident(ben), Client(ben, find_token(ben))
    ways = (f"claims/{claim}", "claims?document=note")
    before = [client.ask(way)[0] for way in ways]
    held = client.get(f"incidents/{incident}/claims")
    round_ = begin(ben)

    assert before == [200, 200]
    assert held
    for way in (f"claim/{claim}", f"claim/{claim}/correct"):
        assert f"/rounds/{round_}/note" in ben.get(way).address
    assert [client.ask(way)[0] for way in ways] == [403, 403]
    assert client.get(f"incidents/{incident}/claims") == []

    hand_in(ben, round_, "2")
    assert [client.ask(way)[0] for way in ways] == [200, 200]
    assert client.get(f"incidents/{incident}/claims") == held


def list_remarks(case: Path) -> list[Remark]:
    with open_case_for_reading(case) as store:
        return store.remarks()
