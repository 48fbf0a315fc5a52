"""Promise: `onrecord extract -` gives one reading a line, in the order of the documents."""

import json
from typing import Any

import pytest
from tests.behaviour.demo_case import Ran, run_onrecord
from tests.behaviour.invented import invented_note


def a_line(number: int, **more: object) -> str:
    record = {"id": f"d{number}", "text": invented_note(number), "published_date": "2021-03-30"}
    return json.dumps({**record, **more})


def readings(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.splitlines()]


def test_each_document_gets_its_line_in_order() -> None:
    ran = run_onrecord("extract", "-", "--jobs", "1", given="\n".join(map(a_line, range(5))))

    assert ran.code == 0
    read = readings(ran)
    assert [one["document"] for one in read] == [f"d{n}" for n in range(5)]
    assert all(set(one) == {"document", "claims", "incidents", "failed"} for one in read)
    assert all(one["failed"] is None and one["claims"] and one["incidents"] for one in read)
    assert read[0]["claims"][0]["schema"] == "onrecord.claim/1"
    assert read[0]["incidents"][0]["schema"] == "onrecord.incident/1"


def test_every_quote_is_the_documents_words() -> None:
    ran = run_onrecord(
        "extract", "-", "--jobs", "1", given=a_line(3, title="Seven killed in Tarvel")
    )

    for claim in readings(ran)[0]["claims"]:
        source = "Seven killed in Tarvel" if claim["in"] == "title" else invented_note(3)
        assert source[claim["start"] : claim["end"]] == claim["quote"]
        for count in claim["counts"]:
            if count["start"] is not None:
                assert source[count["start"] : count["end"]] == count["text"]


@pytest.mark.parametrize(
    "bad", ["no json at all", '{"id": "x"}', '{"text": "no id"}', "[1, 2]", '{"id": 3, "text": ""}']
)
def test_a_bad_line_gets_its_line_and_the_rest_goes_on(bad: str) -> None:
    given = "\n".join([a_line(1), bad, a_line(2)])
    ran = run_onrecord("extract", "-", "--jobs", "1", given=given)

    assert ran.code == 1
    first, failed, last = readings(ran)
    assert (first["failed"], last["failed"]) == (None, None)
    assert failed["document"] is None
    assert failed["failed"]
    assert failed["claims"] == failed["incidents"] == []


def test_an_empty_text_and_a_text_about_nothing_have_no_claims() -> None:
    given = "\n".join([a_line(1, text="The weather was fine."), a_line(2)])
    about_nothing, _ = readings(run_onrecord("extract", "-", "--jobs", "1", given=given))

    assert about_nothing["claims"] == about_nothing["incidents"] == []
    assert about_nothing["failed"] is None


def test_one_process_or_two_give_the_same_bytes() -> None:
    given = "\n".join([*map(a_line, range(8)), "bad", *map(a_line, range(8, 12))])
    one = run_onrecord("extract", "-", "--jobs", "1", given=given)
    two = run_onrecord("extract", "-", "--jobs", "2", given=given)

    assert one.out == two.out
    assert one.code == two.code == 1


def test_half_a_character_pair_leaves_as_an_escape() -> None:
    given = '{"id": "d", "text": "Broken \\ud83d. At least 3 people were killed in Tarvel."}'
    ran = run_onrecord("extract", "-", "--jobs", "1", given=given)

    assert readings(ran)[0]["document"] == "d"


def test_nothing_in_gives_nothing_out() -> None:
    ran = run_onrecord("extract", "-", "--jobs", "1", given="")

    assert (ran.code, ran.out) == (0, "")
