"""One suite for every store: what is put in comes out, once, and can be proved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import a_claim, a_document
from tests.unit.store.stores import STORES

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.model.identity import (
    ClaimId,
    DecisionId,
    DocumentId,
    RemarkId,
    Sha256,
    hash_bytes,
)
from onrecord.model.remark import Code, Remark, RemarkKind
from onrecord.model.source import Told
from onrecord.model.vocabulary import ClaimType, Harm
from onrecord.store.protocol import Arrival, FailureKept, Reading, Row, Store

TEXT = "Seven people were killed in Tarvel, an invented place."


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with STORES[request.param](tmp_path) as opened:
        yield opened


def put(store: Store, text: str = TEXT, id: str = "note", told: Told | None = None) -> Document:
    content = text.encode("utf-8", "surrogatepass")
    document = a_document(text, id=DocumentId(id), original=hash_bytes(content))
    arrival = Arrival(path=f"{id}.txt", original=document.original, told=told)
    with store.transaction():
        store.add_document(document, content, arrival=arrival)
    return document


def read(store: Store, document: Document, *ids: str) -> Reading:
    claims = tuple(
        a_claim(id=ClaimId(id), document=document.id, quote=document.text[:5], start=0, end=5,
                counts=())
        for id in ids
    )  # fmt: skip
    sha256 = store.document_hashes()[document.id]
    reading = Reading(document=document.id, document_sha256=sha256, method="m/1", claims=claims)
    with store.transaction():
        store.add_reading(reading)
    return reading


def test_a_document_comes_out_as_it_went_in(store: Store) -> None:
    document = put(store)

    assert store.document(document.id) == document
    assert list(store.documents()) == [document]
    assert store.original(document.original) == TEXT.encode()
    assert store.documents_of(document.original) == [document]


def test_half_a_character_pair_survives(store: Store) -> None:
    document = put(store, "broken \ud83d here")
    reading = read(store, document, "c-1")

    assert store.document(document.id) == document
    assert list(store.claims()) == list(reading.claims)
    assert store.verify() == []


def test_an_unknown_identifier_is_none(store: Store) -> None:
    assert store.document(DocumentId("nowhere")) is None
    assert store.claim(ClaimId("nowhere")) is None
    assert store.view_inputs("linking") is None


def test_two_documents_of_one_original_keep_it_and_its_text_once(store: Store) -> None:
    put(store, id="one")
    put(store, id="other")

    kinds = [entry.kind for entry in store.ledger()]
    assert kinds.count("original") == kinds.count("text") == 1
    assert kinds.count("document") == 2


def test_a_corrected_document_takes_the_place_of_the_earlier_record(store: Store) -> None:
    first = put(store)
    put(store, told=Told(publisher="Ostren Post"))
    with store.transaction():
        corrected = a_document(TEXT, original=first.original, publisher="Ostren Post")
        store.add_document(
            corrected,
            TEXT.encode(),
            arrival=Arrival(path="note.txt", original=first.original, told=None),
        )

    assert list(store.documents()) == [corrected]
    assert store.verify() == []


def test_custody_tells_each_arrival_in_order(store: Store) -> None:
    document = put(store, told=Told(publisher="Tarvel Post"))
    with store.transaction():
        store.add_custody(
            document.id, Arrival(path="copy/note.txt", original=document.original, told=None)
        )

    arrivals = list(store.custody(document.id))
    assert [arrival.path for arrival in arrivals] == ["note.txt", "copy/note.txt"]
    assert arrivals[0].told == Told(publisher="Tarvel Post")
    assert arrivals[0].by == "tester"


def test_a_new_reading_takes_the_place_of_the_old(store: Store) -> None:
    document = put(store)
    read(store, document, "c-1", "c-2")
    again = read(store, document, "c-2", "c-3")

    assert list(store.claims(document.id)) == list(again.claims)
    assert store.claim(ClaimId("c-1")) is None
    assert store.readings()[document.id].method == "m/1"
    assert store.verify() == []


def test_claims_stand_by_document_and_then_as_read(store: Store) -> None:
    other, one = put(store, id="b"), put(store, text="Nine were hurt.", id="a")
    read(store, other, "c-9", "c-1")
    read(store, one, "c-5")

    assert [claim.id for claim in store.claims()] == ["c-5", "c-9", "c-1"]


def test_a_failed_reading_takes_away_what_was_read_before(store: Store) -> None:
    document = put(store)
    read(store, document, "c-1")
    fail(store, "extract", document.id)

    assert list(store.claims()) == []
    assert store.verify() == []


def test_a_failure_is_live_until_the_item_is_done(store: Store) -> None:
    fail(store, "ingest", "note.txt")
    assert [kept.failed.item for kept in store.failures()] == ["note.txt"]

    put(store)
    assert store.failures() == []


def test_the_last_failure_of_an_item_counts(store: Store) -> None:
    fail(store, "ingest", "note.txt", kind="empty")
    fail(store, "ingest", "note.txt", kind="binary")

    assert [kept.failed.kind for kept in store.failures()] == ["binary"]


def test_a_decision_comes_out_as_it_went_in(store: Store) -> None:
    decision = a_decision()
    with store.transaction():
        store.add_decision(decision)

    assert store.decisions() == [decision]


def test_a_remark_comes_out_as_it_went_in_and_changes_no_fact(store: Store) -> None:
    facts = store.head_of_facts()
    remark = Remark(
        id=RemarkId("r-1"),
        kind=RemarkKind.CODING,
        subjects=("note",),
        by="ana",
        at="2023-06-08T10:00:00Z",
        about=RemarkId("r-0"),
        codes=(Code(start=0, end=9, type=ClaimType.CASUALTY_COUNT, harm=Harm.KILLED, min=2),),
    )
    with store.transaction():
        store.add_remark(remark)

    assert store.remarks() == [remark]
    assert store.head_of_facts() == facts != store.head()
    assert store.verify() == []


def test_the_same_gazetteer_twice_is_one(store: Store) -> None:
    for _ in range(2):
        with store.transaction():
            store.add_gazetteer("villages.csv", b"name,lat,lon\n")

    assert store.gazetteers() == [("villages.csv", hash_bytes(b"name,lat,lon\n"))]


def test_a_view_is_put_in_place_of_the_one_before(store: Store) -> None:
    for inputs, name in (("a" * 64, "old"), ("b" * 64, "new")):
        with store.transaction():
            rows = {"incidents": [Row(id=name, record=f'{{"id":"{name}"}}')]}
            store.put_view("tallying", Sha256(inputs), rows)

    assert store.view_inputs("tallying") == "b" * 64
    assert store.rows("incidents") == ['{"id":"new"}']
    assert store.rows("incidents", "old") == []
    assert store.verify() == []


def test_nothing_of_a_broken_transaction_is_kept(store: Store) -> None:
    head = store.head()
    document = a_document(TEXT)
    arrival = Arrival(path="note.txt", original=document.original, told=None)

    def break_off() -> None:
        with store.transaction():
            store.add_document(document, TEXT.encode(), arrival=arrival)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert store.head() == head
    assert list(store.documents()) == []
    assert store.verify() == []


def test_each_entry_holds_the_hash_of_the_one_before(store: Store) -> None:
    put(store)
    entries = list(store.ledger())

    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert entries[0].previous == "0" * 64
    assert [entry.hash for entry in entries[:-1]] == [entry.previous for entry in entries[1:]]
    assert store.head() == entries[-1].hash


def test_the_ledger_is_read_backwards_from_any_entry(store: Store) -> None:
    for _ in range(60):
        put(store)
    entries = list(store.ledger())

    assert list(store.ledger_backwards()) == entries[::-1]
    assert list(store.ledger_backwards(2)) == entries[1::-1]
    assert list(store.ledger_backwards(0)) == []


def test_an_earlier_head_is_in_the_chain_and_a_foreign_one_is_not(store: Store) -> None:
    early = store.head()
    put(store)

    assert store.verify(early) == []
    assert [fault.item for fault in store.verify(Sha256("f" * 64))] == ["ledger"]


def a_decision(subject: str = "c-1") -> Decision:
    return Decision(
        id=DecisionId("d-1"),
        kind=DecisionKind.REJECT_CLAIM,
        subjects=(subject,),
        reason="misread",
        by="reviewer",
        at="2024-01-01T00:00:00Z",
    )


def fail(store: Store, stage: str, item: str, kind: str = "broken") -> None:
    failed = Failed(item=item, kind=kind, reason="is broken", remedy="mend it")
    with store.transaction():
        store.add_failure(FailureKept(stage=stage, failed=failed, method="m/1"))
