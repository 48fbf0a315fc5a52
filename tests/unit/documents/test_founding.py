"""The founding documents are segmented as their annotators did. Read from outside the project."""

import json
from pathlib import Path

import pytest

from onrecord.documents import read_document
from onrecord.model.document import Document
from onrecord.model.source import Captured
from onrecord.model.vocabulary import SegmentKind
from onrecord.sources import find_material

SHARED = Path(__file__).parents[4] / "shared"
SPOKEN = (SegmentKind.BODY, SegmentKind.UPDATE, SegmentKind.CAPTION, SegmentKind.TITLE)


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    if not (SHARED / "founding").is_dir():
        pytest.skip(f"no founding documents at {SHARED}")
    items = find_material([SHARED / "founding"])
    read = [read_document(item) for item in items if isinstance(item, Captured)]
    return {document.id: document for document in read}


def test_all_are_read_with_the_users_dates(documents: dict[str, Document]) -> None:
    assert len(documents) == 5
    assert all(d.published and d.published.how == "user" for d in documents.values())
    assert {document.lang for document in documents.values()} == {"en"}


def test_annotated_boilerplate_is_outside_what_is_read(documents: dict[str, Document]) -> None:
    for path in sorted((SHARED / "gold").glob("*.document.json")):
        gold = json.loads(path.read_text())
        document = documents[gold["document"]]
        for marked in gold["boilerplate"]:
            inside = [
                part
                for part in document.segments
                if part.kind in SPOKEN and part.start < marked["end"] and marked["start"] < part.end
            ]
            assert not inside, marked["kind"]


def test_annotated_claims_are_never_in_boilerplate(documents: dict[str, Document]) -> None:
    for path in sorted((SHARED / "gold").glob("*.claims.jsonl")):
        document = documents[path.name.removesuffix(".claims.jsonl")]
        for line in path.read_text().splitlines():
            claim = json.loads(line)
            holding = [
                part
                for part in document.segments
                if part.start < claim["end"] and claim["start"] < part.end
            ]
            assert [part.kind for part in holding if part.kind is SegmentKind.BOILERPLATE] == []
            assert holding


def test_the_update_comes_after_the_entry_that_it_updates(documents: dict[str, Document]) -> None:
    stamped = [
        (document, part)
        for document in documents.values()
        for part in document.segments
        if part.stamp is not None
    ]

    assert len(stamped) == 1
    document, update = stamped[0]
    bodies = [part.order for part in document.segments if part.kind is SegmentKind.BODY]
    assert update.order > max(bodies)
