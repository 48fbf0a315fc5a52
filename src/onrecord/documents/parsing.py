"""Inside the parser worker: foreign parsers turn bytes into plain values.

Runs in a process of its own that can be killed; see `worker`. Gives dictionaries of text only.
"""

import base64
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from onrecord.documents.archive import check_archive
from onrecord.documents.decoding import decode_bytes
from onrecord.documents.drawing import draw_page
from onrecord.model.failure import Unreadable

Parsed = dict[str, str | None]

_MOST_PAGES = 20_000
_MOST_CHARACTERS = 100_000_000
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
_SENTENCE_ENDS = tuple('.!?:;"”’)]»')


def parse_html(content: bytes) -> Parsed:
    """Text and metadata of a page; paragraphs are parted by single newlines."""
    import trafilatura

    decoded = decode_bytes(content, declared=_declared_charset(content[:4096]))
    page = decoded.text.removeprefix("\ufeff")
    found = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        text = trafilatura.html2txt(page)
        if not text.strip():
            raise Unreadable("no_text", "the page holds no text", "save the page from a browser")
        return {"text": text, "encoding": f"{decoded.encoding}: {decoded.how}"}
    return {
        "text": found.text,
        "title": found.title,
        "publisher": found.sitename or found.hostname,
        "published": found.date,
        "url": found.url,
        "lang": found.language,
        "encoding": f"{decoded.encoding}: {decoded.how}",
    }


def parse_pdf(content: bytes) -> Parsed:
    """The text layer, page after page."""
    file = _open_pdf(content)
    try:
        pages = list(_pdf_pages(file))
        made = file.get_metadata_dict().get("CreationDate")
    finally:
        file.close()
    text = _join_pages(pages)
    if not text.strip():
        raise Unreadable(
            "no_text",
            "the PDF holds no text, only images",
            "run OCR on it (for example `ocrmypdf in.pdf out.pdf`) and add the result",
        )
    cut_off = b"%%EOF" not in content[-2048:]
    return {"text": text, "not_after": made, "flaw": "truncated" if cut_off else None}


def list_pdf_pages(content: bytes) -> Parsed:
    """The text of each page, as a JSON list."""
    file = _open_pdf(content)
    try:
        return {"pages": json.dumps(list(_pdf_pages(file)))}
    finally:
        file.close()


def draw_pdf_page(content: bytes) -> Parsed:
    """The page named by the number before the first line break of `content`, as a PNG in base64."""
    number, _, pdf = content.partition(b"\n")
    file = _open_pdf(pdf)
    try:
        return {"png": base64.b64encode(draw_page(file, int(number))).decode()}
    finally:
        file.close()


def parse_word(content: bytes) -> Parsed:
    """Paragraphs, and rows of tables with cells parted by tabs, in the order of the document."""
    import docx
    from docx.table import Table

    check_archive(content)
    try:
        file = docx.Document(io.BytesIO(content))
        blocks = [
            _table_text(b) if isinstance(b, Table) else b.text for b in file.iter_inner_content()
        ]
        made = file.core_properties.created
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise _damaged("Word document") from error
    except (KeyError, ValueError, AttributeError, IndexError, SyntaxError, OSError) as error:
        raise _damaged("Word document") from error
    text = "\n\n".join(block for block in blocks if block.strip())
    if not text.strip():
        raise Unreadable(
            "no_text", "the Word document holds no text", "check that it is not images"
        )
    return {"text": text, "not_after": made.date().isoformat() if made else None}


PARSERS: dict[str, Callable[[bytes], Parsed]] = {
    "text/html": parse_html,
    "application/pdf": parse_pdf,
    "application/pdf#page": draw_pdf_page,
    "application/pdf#pages": list_pdf_pages,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": parse_word,
}


def _declared_charset(start: bytes) -> str | None:
    import re

    found = re.search(rb"(?i)charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:.]+)", start)
    return found.group(1).decode("ascii") if found else None


def _open_pdf(content: bytes) -> Any:  # noqa: ANN401 - of a foreign library without types
    import pypdfium2  # type: ignore[import-untyped]

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _pdf_refusal(str(error), content) from error


def _pdf_pages(file: Any) -> Iterator[str]:  # noqa: ANN401 - of a foreign library
    total = 0
    for number in range(min(len(file), _MOST_PAGES)):
        page = file[number]
        layer = page.get_textpage()
        text = layer.get_text_range().replace("\r\n", "\n").replace("\r", "\n")
        layer.close()
        page.close()
        total += len(text)
        if total > _MOST_CHARACTERS:
            raise Unreadable(
                "too_large", "the PDF holds too much text", "split it and add the parts"
            )
        yield text.replace("\ufffe", "-").replace("\x02", "-").replace("\x00", "\ufffd").strip("\n")


def _join_pages(pages: list[str]) -> str:
    """Pages joined by a blank line, or by a newline where a sentence runs on."""
    text = ""
    for page in pages:
        if not page.strip():
            continue
        runs_on = text and not text.rstrip().endswith(_SENTENCE_ENDS) and page.lstrip()[0].islower()
        text += ("\n" if runs_on else "\n\n" if text else "") + page
    return text


def _pdf_refusal(words: str, content: bytes) -> Unreadable:
    if "assword" in words or "ecurity" in words:
        return Unreadable(
            "encrypted", "the PDF is locked with a password", "unlock it and add the open copy"
        )
    if b"%%EOF" not in content[-2048:]:
        return Unreadable(
            "truncated", "the PDF is cut off", "get the file again from where it came from"
        )
    return _damaged("PDF")


def _damaged(what: str) -> Unreadable:
    return Unreadable(
        "truncated",
        f"the {what} is damaged or cut off",
        "get the file again from where it came from",
    )


def _table_text(table: object) -> str:
    rows = table.rows  # type: ignore[attr-defined]
    return "\n".join("\t".join(cell.text.replace("\n", " ") for cell in row.cells) for row in rows)
