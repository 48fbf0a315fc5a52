"""Promise: a text without a break is read like any other, every word at its place."""

from tests.builders import a_document

from onrecord.claims import make_reader
from onrecord.model.document import Document, Segment
from onrecord.model.vocabulary import SegmentKind

NOTE = (
    "Two farmers were killed when a shell hit the village of Vell on 4 March 2024, doctors said. "
)


def one_paragraph(text: str) -> Document:
    return a_document(text=text, segments=(Segment(kind=SegmentKind.BODY, start=0, end=len(text)),))


def test_a_paragraph_of_immense_length_is_read_in_parts() -> None:
    text = NOTE * 400

    claims = make_reader().read(one_paragraph(text))

    counted = [claim for claim in claims if claim.counts]
    assert len(counted) == 400
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)


def test_a_text_without_a_space_is_cut_all_the_same() -> None:
    text = "x" * 30_000 + " " + NOTE

    claims = make_reader().read(one_paragraph(text))

    assert [claim.counts[0].min for claim in claims if claim.counts] == [2]
