"""Laws of documents: spans hold their words, order is sound, rubbish is refused by name."""

import json

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from onrecord.documents import READERS, read_document
from onrecord.documents.blocks import BLANK
from onrecord.documents.datewords import read_days
from onrecord.model.document import Document
from onrecord.model.failure import Unreadable
from onrecord.model.identity import hash_bytes
from onrecord.model.source import Captured, Told
from onrecord.model.vocabulary import SegmentKind

LINE = "application/x-onrecord-document+json"
SCRAPS = st.sampled_from(
    [
        "Rocket kills seven in Tarvel",
        "Seven people were killed in Tarvel on Thursday, rescuers said.",
        "UPDATE 1900 GMT: The army denies it.",
        "ORIGINAL ENTRY: Nine died.",
        "14:35 GMT",
        "8:10 a.m.",
        "PHOTO: A burnt market (AFP Photo)",
        "Varnia Daily, Nov 30: Army Kills Nine in Market Bombing",
        "RELATED:",
        "Read more: Nine dead in Brask",
        "Copyright 2021 Varnia News. All rights reserved.",
        "TARVEL, Varnia (AP) — Nine people died.",
        "Posted: Thursday, March 4, 2021 8:18 PM",
        "Dear readers,",
        "Please donate to our work.",
        "Photo: Ana Bel",
        "  ",
        "\ufeff",
        "x" * 90,
        "2011-08-S-042",
        "Mira Dahl Mira Dahl",
    ]
)
TEXTS = st.lists(SCRAPS | st.text(max_size=60), max_size=14).flatmap(
    lambda scraps: st.sampled_from(["\n", "\n\n", "\r\n", "   ", "\u2028", " "]).map(
        lambda gap: gap.join(scraps)
    )
)


def _capture(content: bytes, media_type: str, told: Told | None = None) -> Captured:
    sha256 = hash_bytes(content)
    return Captured(
        name="x", hint="x", content=content, sha256=sha256, media_type=media_type, told=told
    )


def _read(text: str, title: str | None = None) -> Document | None:
    record = {"id": "x", "text": text, "title": title}
    try:
        return read_document(_capture(json.dumps(record).encode(), LINE))
    except Unreadable:
        assert not text.strip(BLANK)
        return None


@given(TEXTS, st.none() | SCRAPS)
def test_segments_lie_within_bounds_and_never_overlap(text: str, title: str | None) -> None:
    document = _read(text, title)
    if document is None:
        return
    for source, words in (("text", document.text), ("title", document.title or "")):
        parts = [part for part in document.segments if part.in_ == source]
        ends = [0, *(part.end for part in parts)]
        assert all(part.start < part.end <= len(words) for part in parts)
        assert all(end <= part.start for end, part in zip(ends, parts, strict=False))


@given(TEXTS, st.none() | SCRAPS)
def test_everything_that_is_not_blank_is_in_a_segment(text: str, title: str | None) -> None:
    document = _read(text, title)
    if document is None:
        return
    held = list(text)
    for part in document.segments:
        if part.in_ == "text":
            held[part.start : part.end] = " " * (part.end - part.start)
    assert not "".join(held).strip(BLANK)


@given(TEXTS)
def test_every_segment_has_its_own_place_in_reading_order(text: str) -> None:
    document = _read(text)
    if document is None:
        return
    orders = sorted(part.order for part in document.segments)
    assert orders == list(range(len(orders)))
    stamps = [
        part.stamp
        for part in sorted(document.segments, key=lambda part: part.order)
        if part.kind is SegmentKind.UPDATE and part.stamp is not None
    ]
    assert stamps == sorted(stamps)


@given(TEXTS)
def test_defects_lie_within_the_text(text: str) -> None:
    document = _read(text)
    if document is not None:
        assert all(0 <= d.start <= d.end <= len(text) for d in document.defects)


@given(st.text(min_size=1))
def test_plain_text_is_the_decoded_bytes(text: str) -> None:
    # Zero bytes are how UTF-16 without a mark is known; no plain text holds them.
    assume("\x00" not in text)
    content = text.encode()
    try:
        document = read_document(_capture(content, "text/plain"))
    except Unreadable:
        return
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert document.text == content.decode()
    assert document.original == hash_bytes(content)


@pytest.mark.parametrize("media_type", sorted(READERS))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(content=st.binary(max_size=400))
def test_rubbish_is_read_or_refused_by_name(media_type: str, content: bytes) -> None:
    try:
        document = read_document(_capture(content, media_type))
    except Unreadable:
        return
    assert document.text.strip(BLANK)


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,4}[-/. ][0-9]{1,4}"))
def test_no_words_break_the_reading_of_a_date(words: str) -> None:
    found = read_days(words)

    assert found is None or found[0] <= found[1]


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert _read(text) == _read(text)
