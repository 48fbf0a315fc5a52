"""All steps over small rooms: counted, kept once, and the same whatever happens on the way."""

from pathlib import Path

import pytest
from tests.unit.pipeline.cases import NOTES, opened, run_case, write_notes
from tests.unit.pipeline.fakes import METHODS, fake_rooms

from onrecord.model.decision import DecisionKind
from onrecord.model.failure import OnrecordError
from onrecord.model.identity import DocumentId
from onrecord.pipeline.deciding import CannotDecide, decide
from onrecord.pipeline.linking import link
from onrecord.pipeline.report import Report
from onrecord.pipeline.tallying import LinkFirst, tally
from onrecord.store.protocol import Store


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notes", NOTES)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "case"


def numbers(report: Report) -> tuple[int, int, int]:
    return report.kept, report.known, report.lost


def facts(store: Store) -> list[str]:
    return [
        *(claim.id for claim in store.claims()),
        *store.rows("incidents"),
        *store.rows("sums"),
    ]


def test_a_run_keeps_documents_claims_and_incidents(case: Path, notes: Path) -> None:
    ingested, extracted, linked, tallied = run_case(case, notes)

    assert numbers(ingested) == numbers(extracted) == (3, 0, 0)
    assert numbers(linked) == numbers(tallied) == (2, 0, 0)
    with opened(case) as store:
        assert [document.id for document in store.documents()] == ["one", "three", "two"]
        assert store.verify() == []


def test_a_second_run_adds_nothing_and_says_so(case: Path, notes: Path) -> None:
    run_case(case, notes)
    with opened(case) as store:
        head = store.head()

    reports = run_case(case, notes)

    assert [report.changed for report in reports] == [False] * 4
    assert all("already up to date" in report.words() for report in reports)
    with opened(case) as store:
        assert store.head() == head


def test_read_is_kept_and_known_and_failed(case: Path, notes: Path) -> None:
    run_case(case, notes)
    write_notes(notes, {"four.txt": "9 killed in Varn.", "bad.txt": "\0", "empty.txt": ""})

    ingested = run_case(case, notes)[0]

    assert numbers(ingested) == (1, 3, 2)
    assert ingested.words() == "ingest: 6 items = 1 kept + 3 known before + 2 failed"


def test_a_failure_is_known_the_second_time_and_still_not_done(case: Path, notes: Path) -> None:
    write_notes(notes, {"bad.txt": "\0", "empty.txt": "", "broken.txt": "BREAK THE PARSER"})
    run_case(case, notes)
    with opened(case) as store:
        head = store.head()
        assert len(store.failures()) == 3

    ingested = run_case(case, notes)[0]

    assert (len(ingested.failed), len(ingested.again)) == (0, 3)
    with opened(case) as store:
        assert store.head() == head


def test_a_mended_file_is_tried_again(case: Path, notes: Path) -> None:
    write_notes(notes, {"bad.txt": "\0"})
    run_case(case, notes)
    write_notes(notes, {"bad.txt": "2 killed in Varn."})

    assert numbers(run_case(case, notes)[0]) == (1, 3, 0)
    with opened(case) as store:
        assert store.failures() == []


def test_a_better_parser_tries_failed_files_again(case: Path, notes: Path) -> None:
    write_notes(notes, {"bad.txt": "\0"})
    run_case(case, notes)
    better = METHODS.__class__(
        documents="plain/2", reading="fake/1", linking="l", weighing="w", counting="c"
    )

    ingested = run_case(case, notes, rooms=fake_rooms(methods=better))[0]

    assert (len(ingested.failed), len(ingested.again)) == (1, 0)


def test_same_bytes_under_another_path_are_one_document(case: Path, notes: Path) -> None:
    write_notes(notes, {"zcopy.txt": NOTES["one.txt"]})

    assert numbers(run_case(case, notes)[0]) == (3, 1, 0)
    with opened(case) as store:
        arrivals = store.custody(DocumentId("one"))
        assert [arrival.path for arrival in arrivals] == ["one.txt", "zcopy.txt"]


def test_same_bytes_by_another_publisher_are_another_document(case: Path, notes: Path) -> None:
    write_notes(
        notes,
        {"one.told": "Tarvel Post", "zcopy.txt": NOTES["one.txt"], "zcopy.told": "Ostren Herald"},
    )

    assert numbers(run_case(case, notes)[0]) == (4, 0, 0)
    with opened(case) as store:
        assert store.verify() == []
        publishers = {document.id: document.publisher for document in store.documents()}
    assert publishers[DocumentId("one")] == "Tarvel Post"
    assert publishers[DocumentId("zcopy")] == "Ostren Herald"


def test_a_corrected_word_of_the_user_corrects_the_document(case: Path, notes: Path) -> None:
    run_case(case, notes)
    write_notes(notes, {"one.told": "Tarvel Post"})

    ingested, extracted, *_ = run_case(case, notes)

    assert numbers(ingested) == (1, 2, 0)
    assert numbers(extracted) == (1, 2, 0)
    with opened(case) as store:
        assert {document.publisher for document in store.documents()} == {None, "Tarvel Post"}
        assert len(list(store.documents())) == 3
        assert store.verify() == []


def test_other_bytes_of_the_same_name_get_a_name_of_their_own(case: Path, notes: Path) -> None:
    run_case(case, notes)
    write_notes(notes, {"one.txt": "6 killed in Tarvel."})
    run_case(case, notes)

    with opened(case) as store:
        ids = [document.id for document in store.documents()]
    assert len(ids) == 4
    assert sum(id.startswith("one-") for id in ids) == 1


def test_a_reader_that_breaks_fails_one_document_only(case: Path, notes: Path) -> None:
    write_notes(notes, {"x.txt": "BREAK THE READER", "y.txt": "1 killed in Varn. MISQUOTE"})

    extracted = run_case(case, notes)[1]

    assert numbers(extracted) == (3, 0, 2)
    assert [failed.kind for failed in extracted.failed] == ["reader_broke", "broken_reading"]
    assert numbers(run_case(case, notes)[1]) == (0, 3, 2)


def test_a_process_that_dies_fails_one_document_only(case: Path, notes: Path) -> None:
    write_notes(notes, {"x.txt": "DIE"})

    extracted = run_case(case, notes, jobs=2)[1]

    assert numbers(extracted) == (3, 0, 1)
    assert extracted.failed[0].item == "x"
    assert extracted.failed[0].kind == "reader_lost"


def test_one_process_or_two_give_the_same(tmp_path: Path) -> None:
    notes = write_notes(
        tmp_path / "notes", {f"n{n}.txt": f"{n} killed in Tarvel." for n in range(30)}
    )
    run_case(tmp_path / "one", notes, jobs=1)
    run_case(tmp_path / "two", notes, jobs=2)

    with opened(tmp_path / "one") as one, opened(tmp_path / "two") as two:
        assert facts(one) == facts(two)


def test_a_new_reader_reads_everything_again(case: Path, notes: Path) -> None:
    run_case(case, notes)
    newer = METHODS.__class__(
        documents="plain/1", reading="fake/2", linking="l", weighing="w", counting="c"
    )

    assert numbers(run_case(case, notes, rooms=fake_rooms(methods=newer))[1]) == (3, 0, 0)


def test_a_gazetteer_of_the_case_makes_a_new_reading(case: Path, notes: Path) -> None:
    run_case(case, notes)
    with opened(case) as store, store.transaction():
        store.add_gazetteer("villages.csv", b"name\nVarn\n")

    assert numbers(run_case(case, notes)[1]) == (3, 0, 0)
    assert numbers(run_case(case, notes)[1]) == (0, 3, 0)


def test_a_decision_makes_a_new_linking(case: Path, notes: Path) -> None:
    run_case(case, notes)
    with opened(case) as store:
        claim = next(store.claims(DocumentId("two")))
        decide(store, DecisionKind.REJECT_CLAIM, [claim.id], reason="misread", by="reviewer")

        with pytest.raises(LinkFirst):
            tally(store, rooms=fake_rooms())
        assert link(store, rooms=fake_rooms()).changed
        tally(store, rooms=fake_rooms())
        assert claim.id not in "".join(store.rows("incidents"))
        assert store.verify() == []


@pytest.mark.parametrize(
    ("kind", "subjects"),
    [
        (DecisionKind.REJECT_CLAIM, ["c-nowhere"]),
        (DecisionKind.SAME_INCIDENT, ["i-nowhere"]),
        (DecisionKind.DISCOUNT, ["claim"]),
        (DecisionKind.RETIRE_FIGURE, ["incident"]),
        (DecisionKind.SAME_INCIDENT, ["incident", "incident"]),
    ],
)
def test_a_decision_on_the_wrong_things_is_refused(
    case: Path, notes: Path, kind: DecisionKind, subjects: list[str]
) -> None:
    run_case(case, notes)
    with opened(case) as store:
        named = {
            "claim": next(store.claims()).id,
            "incident": store.rows("incidents")[0].split('"id":"')[1].split('"')[0],
        }
        with pytest.raises(CannotDecide):
            decide(store, kind, [named.get(one, one) for one in subjects], reason="x", by="y")


def test_a_later_word_on_the_same_question_supersedes_the_earlier(case: Path, notes: Path) -> None:
    run_case(case, notes)
    with opened(case) as store:
        one, other = (claim.id for claim in store.claims(DocumentId("one")))
        same = decide(store, DecisionKind.SAME_INCIDENT, [one, other], reason="x", by="y")
        not_same = decide(store, DecisionKind.DIFFERENT_INCIDENT, [other, one], reason="x", by="y")
        note = decide(store, DecisionKind.NOTE, [one], reason="x", by="y")

    assert (same.supersedes, not_same.supersedes, note.supersedes) == (None, same.id, None)


def test_a_decision_without_a_reason_is_refused(case: Path, notes: Path) -> None:
    run_case(case, notes)
    with opened(case) as store:
        claim = next(store.claims())
        with pytest.raises(OnrecordError, match="reason"):
            decide(store, DecisionKind.NOTE, [claim.id], reason=" ", by="y")


def test_the_order_of_input_does_not_matter(tmp_path: Path) -> None:
    one = write_notes(tmp_path / "one", {"one.txt": NOTES["one.txt"]})
    two = write_notes(tmp_path / "two", {"two.txt": NOTES["two.txt"]})
    for case, order in (("a", (one, two)), ("b", (two, one))):
        for folder in order:
            run_case(tmp_path / case, folder)

    with opened(tmp_path / "a") as a, opened(tmp_path / "b") as b:
        assert facts(a) == facts(b)
