"""A line of documents: its text as it is, and what the line says about it."""

import json
from typing import Any

import pytest
from tests.unit.documents.captured import REPORT, a_capture, words_of_kind

from onrecord.documents import read_document
from onrecord.model.document import Document
from onrecord.model.failure import Unreadable
from onrecord.model.source import Told
from onrecord.model.vocabulary import SegmentKind

LINE = "application/x-onrecord-document+json"


def _read(told: Told | None = None, **record: Any) -> Document:
    line = json.dumps({"id": "one", "text": REPORT, **record})
    return read_document(a_capture(line, LINE, told=told))


def test_the_words_of_the_line_are_the_users() -> None:
    document = _read(
        publisher="Tarvel Post", published_date="2021-03-05", lang="en", url="http://x.example"
    )

    assert document.text == REPORT
    assert (document.publisher, document.lang, document.url) == (
        "Tarvel Post",
        "en",
        "http://x.example",
    )
    assert document.published is not None
    assert (str(document.published.from_), document.published.how) == ("2021-03-05", "user")
    assert document.how_known["publisher"] == "user"


def test_a_title_is_a_segment_of_its_own() -> None:
    document = _read(title="Rocket kills seven in Tarvel")

    first = document.segments[0]
    assert (first.kind, first.in_, first.order) == (SegmentKind.TITLE, "title", 0)
    assert document.words_of(first) == "Rocket kills seven in Tarvel"
    assert document.title == "Rocket kills seven in Tarvel"


@pytest.mark.parametrize(
    "start",
    [
        "Rocket kills seven in Tarvel\n\n",
        "text size\n\n× Rocket kills seven in  Tarvel\n",
        "Rocket kills seven in …\n\n",
    ],
)
def test_a_title_said_again_is_read_once(start: str) -> None:
    document = _read(title="Rocket kills seven in Tarvel", text=start + REPORT)

    assert words_of_kind(document, SegmentKind.TITLE) == ["Rocket kills seven in Tarvel"]
    assert words_of_kind(document, SegmentKind.BODY) == REPORT.split("\n\n")
    assert [part.rule for part in document.segments if part.rule == "repeated_title"]


def test_a_title_with_the_name_of_its_site_is_known_again() -> None:
    text = f"Rocket kills seven in Tarvel\n\n{REPORT}"

    document = _read(
        title="Rocket kills seven in Tarvel - Tarvel Post | News and Weather", text=text
    )

    assert words_of_kind(document, SegmentKind.BODY) == REPORT.split("\n\n")


def test_a_report_that_begins_with_the_words_of_its_title_is_kept() -> None:
    text = "Rocket kills seven in Tarvel market, and the army is silent about it, rescuers said."

    document = _read(title="Rocket kills seven in Tarvel", text=text)

    assert words_of_kind(document, SegmentKind.BODY) == [text]


def test_what_we_do_not_know_is_left_aside() -> None:
    one, other = _read(), _read(gold={"killed": 7}, mood=1, publisher=None, title="", lang=3)

    assert one.publisher is None
    assert (one.segments, one.defects, one.how_known) == (
        other.segments,
        other.defects,
        other.how_known,
    )


def test_the_lines_own_word_stays_before_the_tables() -> None:
    told = Told(publisher="Other Post", published="2020-01-01", lang="en")

    document = _read(told, publisher="Tarvel Post", published_date="2021-03-05")

    assert document.publisher == "Tarvel Post"
    assert document.published is not None
    assert document.published.from_.year == 2021


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b'{"id": "a"}',
        b'{"id": "a", "text": 3}',
        b'{"text": "\\ud800 a"}',
        b"\xff",
    ],
)
def test_a_line_that_is_no_document_is_refused(line: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_document(a_capture(line, LINE))

    assert refusal.value.kind == "bad_line"
