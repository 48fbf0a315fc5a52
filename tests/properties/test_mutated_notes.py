"""The law of reading holds for damaged texts too: nothing is raised, nothing is made up.

`ONRECORD_FUZZ=10000` reads ten thousand texts (a quarter of an hour); else a quick share.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.mutations import mutate

from onrecord.claims import Reader, make_reader
from onrecord.documents import read_document
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import hash_bytes
from onrecord.model.record import to_record
from onrecord.model.source import Captured
from onrecord.pipeline.lawful import find_breaches

NOTES = Path(__file__).parents[1] / "golden" / "english"
TEXTS = [
    json.loads(line)["text"]
    for path in sorted(NOTES.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").split("\n")
    if line
]
SCRAPS = st.sampled_from(
    [
        "Seven people were killed", "a mother and her two sons", "the army said", "denied", "“", "”", '"',
        "at least", "including", "12", "dozens of", "wounded", "on Tuesday", "in Tarvel", ",", ".", ":", "\n",
        "\n\n", "between", "and", "of them", "the toll rose to", "no", "3,000", "aged 7", "—", "(", ")", "said",
    ]
)  # fmt: skip
MUTATED = int(os.environ.get("ONRECORD_FUZZ", "200"))
SHARE = 100


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader([NOTES / "PLACES.csv"])


def document_of(text: str, title: str | None = None) -> Document:
    kept = {"id": "damaged", "text": text, "published_date": "2023-05-09", "title": title}
    content = json.dumps(kept).encode()
    return read_document(
        Captured(
            name="damaged",
            hint="damaged",
            content=content,
            sha256=hash_bytes(content),
            media_type="application/x-onrecord-document+json",
        )
    )


def lawless(document: Document, claims: tuple[Claim, ...]) -> Iterator[str]:
    """Each law that a reading breaks."""
    yield from find_breaches(document, claims)
    known = {claim.id for claim in claims}
    for claim in claims:
        source = document.title if claim.in_ == "title" else document.text
        if not 0 <= claim.start < claim.end <= len(source or ""):
            yield f"{claim.id}: its span is not inside"
        for count in claim.counts:
            if count.min < 0 or (count.max is not None and count.max < count.min):
                yield f"{claim.id}: at least {count.min}, at most {count.max}"
            if count.subset_of is not None and not 0 <= count.subset_of < len(claim.counts):
                yield f"{claim.id}: part of no count"
        if claim.answer is not None and not {*claim.answer.responds_to} <= known:
            yield f"{claim.id}: answers a claim that is not there"


@pytest.mark.parametrize("first", range(0, MUTATED, SHARE))
def test_a_mutated_note_breaks_no_law(reader: Reader, first: int) -> None:
    for seed in range(first, min(first + SHARE, MUTATED)):
        text = f"{mutate(TEXTS[seed % len(TEXTS)], seed)}\nEnd."
        title = text[:60] if seed % 5 == 0 else None
        document = document_of(text, title)
        claims = reader.read(document)

        assert list(lawless(document, claims)) == [], f"seed {seed}"
        if seed % 10 == 0:
            again = [to_record(claim) for claim in reader.read(document)]
            assert again == [to_record(claim) for claim in claims], f"seed {seed}"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SCRAPS | st.text(max_size=8), max_size=40))
def test_scraps_of_reports_break_no_law(scraps: list[str]) -> None:
    document = document_of(" ".join(["A note.", *scraps]))

    assert list(lawless(document, _reader().read(document))) == []


def _reader() -> Reader:
    return _READERS.setdefault("one", make_reader([NOTES / "PLACES.csv"]))


_READERS: dict[str, Reader] = {}
