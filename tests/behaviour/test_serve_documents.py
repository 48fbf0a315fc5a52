"""Promise: a document is read beside its page, with care, and each claim tells how it changed."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.paper import a_pdf
from tests.behaviour.served_case import Visitor, a_first, serve_case

FIRST = "The Quarrel Monitor keeps a list of what it hears from the valley."
SECOND = "A shell hit a house in Tarvel on 4 March 2021, killing two people, the monitor said."


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "paper.pdf").write_bytes(a_pdf([FIRST, SECOND]))
    (folder / "note.txt").write_text("Three people were killed in Tarvel on 5 March 2021.\n")
    run_onrecord("run", str(tmp_path / "case"), str(folder), "--jobs", "1")
    with serve_case(tmp_path / "case") as served:
        served.enter()
        yield served


def test_no_page_is_drawn_before_somebody_asks(visitor: Visitor) -> None:
    page = visitor.get("d/paper")

    assert "Show the PDF" in page.text
    assert "<img" not in page.text


def test_the_page_of_a_claim_stands_beside_its_words(visitor: Visitor) -> None:
    claim = a_first(visitor, r"claim/(c-[0-9a-f]+)/correct", "d/paper")

    page = visitor.get(f"d/paper?beside=claim&claim={claim}")

    assert "Page 2 of 2" in page.text
    picture = re.findall(r'<img src="([^"]+)"', page.text)[0]
    assert picture.endswith("/page/2/paper")
    drawn = visitor.get(picture)
    assert drawn.headers["Content-Type"] == "image/png"
    assert drawn.headers["Cache-Control"] == "no-store"


def test_a_page_is_a_picture_of_its_paper(tmp_path: Path) -> None:
    from onrecord.documents.pages import draw_page, find_page_starts

    pdf = a_pdf([FIRST, SECOND])
    picture = draw_page(pdf, 2)
    width, height = struct.unpack(">II", picture[16:24])

    assert picture.startswith(b"\x89PNG")
    assert (width, height) == (1000, 1416)
    assert find_page_starts(pdf, f"{FIRST}\n\n{SECOND}") == (0, len(FIRST) + 2)


def test_pages_under_one_running_head_begin_each_at_its_own(tmp_path: Path) -> None:
    from onrecord.documents.pages import find_page_starts

    head = "Monthly record of the Ostren Monitor, made from reports of its own people. "
    pages = [f"{head}{words}" for words in (FIRST, SECOND, FIRST)]
    text = "\n\n".join(pages)

    assert find_page_starts(a_pdf(pages), text) == (0, len(pages[0]) + 2, len(text) - len(pages[2]))


@pytest.mark.parametrize("path", ["page/3/paper", "page/0/paper", "page/1/note", "page/1/none"])
def test_what_is_no_page_is_said_to_be_missing(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status == 404


def test_a_graphic_document_is_shown_only_after_a_warning(visitor: Visitor) -> None:
    fields = {
        "kind": "graphic",
        "subject": "note",
        "words": "tells of the dead",
        "back": f"/c/{visitor.case}/d/note",
    }
    marked = visitor.post("remark", fields)
    shown = visitor.get("d/note?shown=1")

    assert "may be hard to read" in marked.text
    assert "tells of the dead" in marked.text
    assert "Three people" not in marked.text
    assert "Three people" in shown.text

    about = re.findall(r'name="about" value="(r-[0-9a-f]+)"', shown.text)[0]
    visitor.post("remark", {"kind": "withdrawal", "about": about})
    assert "Three people" in visitor.get("d/note").text


def test_a_claim_tells_what_people_changed_in_it(visitor: Visitor) -> None:
    claim = a_first(visitor, r"claim/(c-[0-9a-f]+)/correct", "d/note")
    form = visitor.get(f"claim/{claim}/correct").text
    words = re.findall(r'name="words"[^>]*>([^<]+)<', form)[0]
    place = re.findall(r'name="least-(\d+)"', form)[0]
    fields = {
        "words": words,
        "type": "casualty_count",
        f"least-{place}": "4",
        f"most-{place}": "4",
        "reason": "the original says four",
    }
    visitor.post(f"claim/{claim}/correct", fields)

    history = visitor.get(f"claim/{claim}/correct").text.split('id="history"')[1]

    assert "the original says four" in history
    assert re.search(r'class="was">[^<]*3<.*?<div>[^<]*4<', history, re.DOTALL)


def test_a_mistaken_correction_comes_back_as_it_was_typed(visitor: Visitor) -> None:
    claim = a_first(visitor, r"claim/(c-[0-9a-f]+)/correct", "d/note")
    form = visitor.get(f"claim/{claim}/correct").text
    place = re.findall(r'name="least-(\d+)"', form)[0]
    fields = {
        "words": "Three people were killed in Tarvel",
        "type": "casualty_count",
        f"least-{place}": "9",
        f"most-{place}": "2",
        "reason": "a slip of the hand",
    }

    page = visitor.post(f"claim/{claim}/correct", fields)

    assert page.status == 400
    assert "at most is below at least" in page.text
    assert "a slip of the hand" in page.text


def test_a_remark_from_nowhere_is_refused(visitor: Visitor) -> None:
    assert visitor.post("remark", {"kind": "rumour", "subject": "note"}).status == 400
    assert visitor.post("remark", {"kind": "graphic", "subject": "none"}).status == 400
    sent = visitor.post("remark", {"kind": "graphic", "subject": "note", "back": "//evil.example"})
    assert sent.address.endswith(f"/c/{visitor.case}/")


def test_a_case_with_remarks_verifies(visitor: Visitor, tmp_path: Path) -> None:
    visitor.post("remark", {"kind": "graphic", "subject": "note"})

    assert run_onrecord("verify", str(tmp_path / "case")).code == 0
