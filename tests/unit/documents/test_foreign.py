"""HTML, PDF, Word and mail: text and metadata through parsers that can be killed."""

import io
import zipfile
from email.message import EmailMessage

import docx
import pytest
from benchmarks.bad_corpus import (
    Report,
    html_bytes,
    mail_bytes,
    markdown_bytes,
    pdf_bytes,
    word_bytes,
)
from tests.unit.documents.captured import a_capture, words_of_kind

from onrecord.documents import read_document
from onrecord.documents.archive import check_archive
from onrecord.documents.parsing import PARSERS
from onrecord.documents.word import DOCX
from onrecord.documents.worker import ParserWorker
from onrecord.model.document import Document
from onrecord.model.failure import Unreadable
from onrecord.model.source import Told
from onrecord.model.vocabulary import SegmentKind

HTML, PDF, MAIL = "text/html", "application/pdf", "message/rfc822"
NOTE = Report(
    title="Rocket kills seven in Tarvel",
    publisher="Tarvel Post",
    published="2021-03-05",
    paragraphs=(
        "Seven people were killed on Thursday when a rocket hit a house in Tarvel, rescuers said, "
        "and fifteen others were injured in the strike on the eastern edge of the town.",
        "The Varnian army did not comment on the attack. It had said a day earlier that it would "
        "go on striking what it calls positions of armed groups in the province of Ostren.",
    ),
)


def _refused(content: bytes, media_type: str) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_document(a_capture(content, media_type))
    assert refusal.value.remedy
    return refusal.value.kind


def _body(document: Document) -> str:
    return " ".join(" ".join(words_of_kind(document, SegmentKind.BODY)).split())


def test_a_page_gives_its_text_and_what_its_metadata_says() -> None:
    document = read_document(a_capture(html_bytes(NOTE), HTML))

    assert (document.title, document.publisher, document.lang) == (NOTE.title, NOTE.publisher, "en")
    assert document.published is not None
    assert (str(document.published.from_), document.published.how) == (
        NOTE.published,
        "metadata of the page",
    )
    assert _body(document) == " ".join(NOTE.paragraphs)
    assert "Home" not in document.text
    assert document.how_known["title"] == "metadata"


def test_what_the_user_says_wins_over_metadata() -> None:
    told = Told(publisher="My Archive", published="2021-03-06", title="Mine", lang="de")

    document = read_document(a_capture(html_bytes(NOTE), HTML, told=told))

    assert (document.publisher, document.title, document.lang) == ("My Archive", "Mine", "de")
    assert document.published is not None
    assert (str(document.published.from_), document.published.how) == ("2021-03-06", "user")
    assert document.how_known["publisher"] == "user"


def test_a_page_without_text_is_refused() -> None:
    assert _refused(b"<html><body><img src='x'></body></html>", HTML) == "no_text"


def test_a_pdf_gives_its_lines_as_paragraphs() -> None:
    document = read_document(a_capture(pdf_bytes(NOTE), PDF))

    assert document.title is None
    assert words_of_kind(document, SegmentKind.TITLE) == [NOTE.title]
    assert " ".join(document.text.split()) == " ".join((NOTE.title, *NOTE.paragraphs))


def test_pdfs_that_cannot_be_read_say_why() -> None:
    assert _refused(pdf_bytes(NOTE, locked=True), PDF) == "encrypted"
    assert _refused(pdf_bytes(NOTE)[:150], PDF) == "truncated"
    assert _refused(pdf_bytes(NOTE, empty=True), PDF) == "no_text"


def test_a_pdf_that_lost_its_end_is_read_with_a_defect() -> None:
    document = read_document(a_capture(pdf_bytes(NOTE).replace(b"%%EOF", b""), PDF))

    assert "truncated" in {defect.kind for defect in document.defects}


def test_a_word_file_gives_paragraphs_and_tables_in_order() -> None:
    file = docx.Document()
    file.add_paragraph("Seven people were killed in Tarvel on Thursday.")
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Tarvel", "7"
    file.add_paragraph("Fifteen were injured.")
    packed = io.BytesIO()
    file.save(packed)

    document = read_document(a_capture(packed.getvalue(), DOCX))

    assert document.text == (
        "Seven people were killed in Tarvel on Thursday.\n\nTarvel\t7\n\nFifteen were injured."
    )


def test_word_files_that_cannot_be_read_say_why() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", " " * 30_000_000)

    assert _refused(packed.getvalue(), DOCX) == "zip_bomb"
    assert _refused(word_bytes(NOTE)[:600], DOCX) == "truncated"
    assert _refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), DOCX) == "encrypted"


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "x" * 100_000)
    content = packed.getvalue().replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    with pytest.raises(Unreadable):
        check_archive(content)


def test_a_mail_gives_its_body_with_subject_and_date() -> None:
    document = read_document(a_capture(mail_bytes(NOTE), MAIL))

    assert document.title == NOTE.title
    assert document.publisher is None
    assert document.published is not None
    assert (str(document.published.from_), document.published.how) == (
        NOTE.published,
        "date of the mail",
    )
    assert _body(document) == " ".join(NOTE.paragraphs)


def test_the_html_body_of_a_mail_is_read_where_there_is_no_other() -> None:
    message = EmailMessage()
    message.set_content(html_bytes(NOTE).decode(), subtype="html")

    assert NOTE.paragraphs[0] in read_document(a_capture(message.as_bytes(), MAIL)).text


def test_a_mail_without_a_body_is_refused() -> None:
    assert _refused(b"Subject: nothing\n\n", MAIL) == "bad_mail"


def test_the_first_heading_of_markdown_is_its_title() -> None:
    document = read_document(a_capture(markdown_bytes(NOTE), "text/markdown"))

    assert document.text.startswith("# ")
    assert words_of_kind(document, SegmentKind.TITLE) == [NOTE.title]


def test_a_type_without_reader_is_refused() -> None:
    assert _refused(b"x", "image/png") == "unsupported"


def test_a_parser_that_takes_too_long_is_killed_and_the_next_is_served() -> None:
    worker = ParserWorker(limit_s=0.05)
    try:
        with pytest.raises(Unreadable) as refusal:
            worker.parse(HTML, html_bytes(NOTE))
        worker._limit_s = 20.0
        parsed = worker.parse(HTML, html_bytes(NOTE))
    finally:
        worker.close()

    assert refusal.value.kind == "timeout"
    assert parsed["title"] == NOTE.title


def test_a_parser_that_dies_is_named_and_replaced() -> None:
    worker = ParserWorker()
    try:
        worker.parse(HTML, html_bytes(NOTE))
        process = worker._process
        assert process is not None
        process.kill()
        process.wait()
        assert worker.parse(HTML, html_bytes(NOTE))["title"] == NOTE.title
    finally:
        worker.close()


def test_the_worker_ends_when_its_input_ends() -> None:
    worker = ParserWorker()
    worker.parse(HTML, html_bytes(NOTE))
    process = worker._process
    assert process is not None
    assert process.stdin is not None

    process.stdin.close()
    code = process.wait(timeout=10)
    worker.close()

    assert code == 0


@pytest.mark.parametrize("media_type", sorted(PARSERS))
def test_a_parser_refuses_rubbish_by_name(media_type: str) -> None:
    with pytest.raises(Unreadable):
        PARSERS[media_type](bytes(range(128, 256)) * 3 + b"\x00\x01")
