"""One document alone: its claims, and the attacks it describes, the most prominent first."""

from tests.builders import a_document
from tests.unit.pipeline.fakes import FakeReader, fake_rooms

from onrecord.model.document import Document
from onrecord.pipeline.reading import read_alone, read_lines


def document(text: str) -> Document:
    return a_document(text)


def test_the_main_attack_comes_first_then_the_one_with_more_claims() -> None:
    text = "2 killed in Amreth. 5 killed in Tarvel. 6 killed in Tarvel. 1 killed in Belmar."

    reading = read_alone(document(text), reader=FakeReader(), rooms=fake_rooms())

    places = [incident.title.split(" · ")[0] for incident in reading.incidents]
    assert len(reading.claims) == 4
    assert len(places) == 3
    assert reading.failed is None


def test_a_broken_reader_is_said_and_nothing_else() -> None:
    reading = read_alone(document("BREAK THE READER"), reader=FakeReader(), rooms=fake_rooms())

    assert (reading.claims, reading.incidents) == ((), ())
    assert reading.failed is not None
    assert "RuntimeError" in reading.failed


def test_a_misquote_is_refused() -> None:
    reading = read_alone(
        document("1 killed in Varn. MISQUOTE"), reader=FakeReader(), rooms=fake_rooms()
    )

    assert reading.claims == ()
    assert reading.failed is not None
    assert "its quote is not there" in reading.failed


def test_lines_are_read_in_order_and_a_dying_one_is_given_up() -> None:
    lines = [b"a:3 killed in Tarvel.", b"", b"x:DIE", b"\xff", b"b:4 killed in Ostren."]

    records = list(read_lines(lines, rooms=fake_rooms(), jobs=2))

    assert [record["document"] for record in records] == ["a", "x", None, "b"]
    assert [record["failed"] is None for record in records] == [True, False, False, True]
