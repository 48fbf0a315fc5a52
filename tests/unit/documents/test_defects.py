"""What was lost or bent on the way to us is logged with its place. All texts are invented."""

import pytest
from tests.unit.documents.captured import REPORT, a_capture, read_text

from onrecord.documents import read_document
from onrecord.documents.language import tell_language


def _defects(text: str) -> list[tuple[str, str]]:
    document = read_text(text)
    return [(defect.kind, document.text[defect.start : defect.end]) for defect in document.defects]


def test_an_announcement_that_nothing_follows_is_a_lost_embed() -> None:
    assert _defects(f"{REPORT}\n\nThe army wrote on its page:") == [("lost_embed", ":")]
    assert _defects("The army wrote on its page:\n\n\n\nNine people died in Brask.") == [
        ("lost_embed", ":\n\n\n\n")
    ]
    assert _defects("The army wrote on its page:\n\nWe hit no market in Brask.") == []


@pytest.mark.parametrize(
    "text",
    [
        "at least  people were killed in Brask.",
        "A shell killed  civilians in Brask.",
        "at least people",
    ],
)
def test_a_number_that_is_missing_is_logged(text: str) -> None:
    assert [kind for kind, _ in _defects(text)] == ["missing_figure"]


def test_a_word_torn_behind_a_quotation_mark_is_logged() -> None:
    assert _defects("He called the videos “cinema,”aying that they were staged.") == [
        ("dropped_letter", ",”aying")
    ]
    assert _defects("“We hit no market,”said the army.") == []
    assert _defects('He said "it was cinema,"aying that they lied.') == [
        ("dropped_letter", ',"aying')
    ]


def test_wraps_and_hard_spaces_are_logged_once_a_paragraph() -> None:
    text = "The army rejected what the monitors of Ostren had\xa0said\nin\xa0their report."

    assert [kind for kind, _ in _defects(text)] == ["nbsp", "hard_wrap"]


def test_a_wrong_name_is_logged() -> None:
    document = read_document(a_capture(REPORT, named_as="application/pdf"))

    assert [defect.kind for defect in document.defects] == ["wrong_name"]
    assert document.how_known["media_type"] == "bytes; the name says application/pdf"


def test_the_language_is_told_of_longer_texts_only() -> None:
    assert tell_language(REPORT) == "en"
    assert tell_language("Семь человек погибли при обстреле рынка, сообщили спасатели.") == "ru"
    assert tell_language("قتل سبعة أشخاص في غارة على سوق في المدينة، حسبما قال مصدر محلي") == "ar"
    assert tell_language("Tarvel") is None
    assert tell_language("12345 " * 50) is None
