"""Promise: every reason points to words that stand where it says, and no claim lacks reasons."""

import pytest
from benchmarks.golden import load_notes
from tests.builders import a_document

from onrecord.claims import explain_claim, make_reader
from onrecord.claims.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader()


@pytest.mark.parametrize("genre", ["agency", "ministry", "monitor"])
def test_every_deciding_word_stands_where_the_reason_says(reader: Reader, genre: str) -> None:
    for note in load_notes(genre, "open"):
        document = a_document(id=note["id"], text=note["text"])
        for claim in reader.read(document):
            reasons = explain_claim(claim)
            assert {"type", "unit", "speaker"} <= {reason.about for reason in reasons}
            deciding = [words for reason in reasons for words in reason.words]
            assert all(
                words.text == note["text"][words.start : words.end]
                for words in deciding
                if words.start is not None
            )


def test_a_counted_person_is_explained_by_the_word_that_harms(reader: Reader) -> None:
    text = "Four herders were wounded when a shell landed near Tarvel."
    (claim,) = reader.read(a_document(text=text))

    (number,) = [reason for reason in explain_claim(claim) if reason.about == "number 1"]
    assert [words.text for words in number.words] == ["Four herders", "wounded"]
    assert number.says == "4 injured"
