"""Plain text is the file, character for character, in whatever encoding it came."""

import pytest
from tests.unit.documents.captured import a_capture, read_text

from onrecord.documents import read_document
from onrecord.documents.decoding import decode_bytes
from onrecord.model.failure import Unreadable

RUSSIAN = "Семь человек погибли при обстреле рынка в городе, сообщили спасатели в четверг."
ARABIC = "قتل سبعة أشخاص في غارة على سوق في المدينة، حسبما قال مصدر محلي اليوم الخميس"
WESTERN = "Le maire dit que “sept” personnes ont été tuées près du marché — à Brask"


def test_no_newline_or_space_is_changed() -> None:
    content = b"\xef\xbb\xbfTitle here\r\n\r\n  Tarvel\xc2\xa0was hit.\x0b\tSeven\xe2\x80\xa8people died.\n\n"

    document = read_document(a_capture(content))

    assert document.text == content.decode("utf-8")
    assert document.how_known["encoding"] == "utf-8: valid UTF-8"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (ARABIC, "cp1256"),
        (WESTERN, "cp1252"),
        ("Shelling of Tarvel", "utf-16-le"),
    ],
)
def test_older_encodings_are_read_and_recorded(text: str, encoding: str) -> None:
    document = read_document(a_capture(text.encode(encoding)))

    assert document.text == text
    assert document.how_known["encoding"].startswith(encoding)
    assert not any(defect.kind == "broken_encoding" for defect in document.defects)


def test_utf_16_with_a_mark_is_read() -> None:
    assert read_document(a_capture(RUSSIAN.encode("utf-16"))).text == RUSSIAN


def test_broken_places_stay_in_the_text_as_defects() -> None:
    content = RUSSIAN.encode() + b"\xff\xfe" + RUSSIAN.encode()

    document = read_document(a_capture(content))

    (defect,) = [defect for defect in document.defects if defect.kind == "broken_encoding"]
    assert document.text[defect.start : defect.end] == "\ufffd\ufffd"
    assert document.text.replace("\ufffd", "") == RUSSIAN + RUSSIAN


def test_text_misread_before_it_reached_us_is_a_defect() -> None:
    document = read_text("Seven people â€œwere killedâ€\x9d in Tarvel on Thursday, rescuers said.")

    broken = [d for d in document.defects if d.kind == "broken_encoding"]
    assert [document.text[defect.start] for defect in broken] == ["â", "â"]


def test_what_is_mostly_no_text_is_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_document(a_capture(b"\xef\xbb\xbf" + bytes(range(128, 256)) * 20))

    assert refusal.value.kind == "broken_encoding"
    assert refusal.value.remedy


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="no text"):
        read_document(a_capture(b" \n\xc2\xa0\n"))


def test_a_declared_encoding_is_used_where_the_bytes_are_no_utf_8() -> None:
    assert decode_bytes(b"caf\xe9", declared="latin-1").text == "café"
    assert decode_bytes("café".encode(), declared="latin-1").text == "café"
    assert decode_bytes("Zürich ist weit".encode("cp1252"), declared="no-such").text.startswith("Z")
