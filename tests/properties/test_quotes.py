"""The law of quotes: every claim's words, and every span inside it, stand in its document."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.claims import Reader, make_reader
from onrecord.documents import read_document
from onrecord.model.document import Document
from onrecord.model.identity import hash_bytes
from onrecord.model.source import Captured
from onrecord.pipeline.lawful import find_breaches

NOTES = Path(__file__).parents[1] / "golden" / "english"
DEMO = Path(__file__).parents[2] / "src" / "onrecord" / "demo_notes" / "notes"
LINES = [
    line
    for path in sorted(NOTES.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").split("\n")
    if line
]
MANGLES: dict[str, Callable[[str], str]] = {
    "as written": lambda text: text,
    "upper case": str.upper,
    "hard wraps": lambda text: text.replace(" ", "\n", 40),
    "right-to-left marks and emoji": lambda text: text.replace(", ", ",\u200f \U0001f54a "),
    "no punctuation": lambda text: text.replace(".", "").replace(",", ""),
    "broken quotes": lambda text: text.replace("”", "“").replace('"', "“"),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader([NOTES / "PLACES.csv"])


def document_of(line: str, mangle: Callable[[str], str]) -> Document:
    note = json.loads(line)
    kept = {"id": note["id"], "text": mangle(note["text"]), "published_date": note.get("published")}
    content = json.dumps(kept, ensure_ascii=False).encode()
    media_type = "application/x-onrecord-document+json"
    return read_document(
        Captured(
            name=note["id"],
            hint=note["id"],
            content=content,
            sha256=hash_bytes(content),
            media_type=media_type,
        )
    )


@pytest.mark.parametrize("mangle", MANGLES.values(), ids=MANGLES.keys())
def test_every_span_of_every_claim_stands_in_its_note(
    reader: Reader, mangle: Callable[[str], str]
) -> None:
    read = 0
    for line in LINES[:: 1 if mangle is MANGLES["as written"] else 6]:
        document = document_of(line, mangle)
        claims = reader.read(document)
        read += len(claims)
        assert find_breaches(document, claims) == []
    assert read > 0


def test_every_span_of_every_claim_stands_in_its_demonstration_note(reader: Reader) -> None:
    for path in sorted(DEMO.glob("*.txt")):
        content = path.read_bytes()
        document = read_document(
            Captured(
                name=path.name,
                hint=path.stem,
                content=content,
                sha256=hash_bytes(content),
                media_type="text/plain",
            )
        )
        assert document.text == content.decode()
        assert find_breaches(document, reader.read(document)) == []
