"""Bytes → media type: what a file is, whatever its name says."""

import io
import re
import zipfile
from pathlib import PurePath

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
LINE = "application/x-onrecord-document+json"

BY_SUFFIX = {
    "": PLAIN,
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".eml": MAIL,
    ".jsonl": LINE,
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 65_536
_MOST_CONTROLS = 0.03
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_HTML_START = re.compile(
    rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b"
)
_ANY_TAG = re.compile(rb"<[A-Za-z!/][^>]*>")
_MAIL_HEADER = re.compile(
    rb"(?i)(?:From |(?:Return-Path|Received|Delivered-To|From|To|Cc|Date|Subject|Message-ID"
    rb"|MIME-Version|Content-Type|Content-Transfer-Encoding|Reply-To|Sender|DKIM-Signature"
    rb"|ARC-[A-Za-z-]+|Authentication-Results|X-[A-Za-z-]+):)"
)


class Unusable(Exception):
    """Bytes of no type that we read; `kind` is a key of the failing words."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def promised_type(name: str) -> str | None:
    """The media type that a file name promises; `None` if it is none of ours."""
    return BY_SUFFIX.get(PurePath(name).suffix.lower())


def sniff_type(content: bytes, *, name: str) -> str:
    """The media type of bytes; the name decides only between kinds of text.

    Raises:
        Unusable: the bytes are empty, binary, or of a type that we do not read.
    """
    marked = _marked_type(content)
    if marked is not None:
        return marked
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unusable("empty")
    if is_binary(content):
        raise Unusable("binary")
    promised = promised_type(name)
    if promised is None:
        raise Unusable("unsupported")
    return _textual_type(content, promised)


def is_binary(content: bytes) -> bool:
    """Whether bytes can be no text in any encoding that we read."""
    sample = content[:_SAMPLE]
    if sample.startswith(_BOMS) or _looks_wide(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\x00" in sample or controls > _MOST_CONTROLS * len(sample)


def _marked_type(content: bytes) -> str | None:
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return DOCX
        raise Unusable("old_word")
    if content.startswith(_ARCHIVES):
        if content.startswith(b"PK") and _holds_word(content):
            return DOCX
        raise Unusable("archive")
    return None


def _holds_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(name.startswith("word/") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return b"word/" in content[:_SAMPLE] or b"[Content_Types].xml" in content[:_SAMPLE]


def _textual_type(content: bytes, promised: str) -> str:
    start = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if _HTML_START.match(start):
        return HTML
    if promised == HTML and (_ANY_TAG.search(content) or _looks_wide(content[:_SAMPLE])):
        return HTML
    if promised == MAIL and _MAIL_HEADER.match(start.lstrip()):
        return MAIL
    return promised if promised in (PLAIN, MARKDOWN, LINE) else PLAIN


def _looks_wide(sample: bytes) -> bool:
    """Whether it looks like UTF-16 without a mark: zero bytes on one side only."""
    even, odd = sample[0::2], sample[1::2]
    zeros = (even.count(0), odd.count(0))
    one_sided = max(zeros) > 0.4 * len(odd) and min(zeros) <= 0.02 * len(odd) and len(odd) > 1
    said = (odd if zeros[0] > zeros[1] else even).replace(b"\x00", b"")
    controls = len(said) - len(said.translate(None, _CONTROLS))
    return one_sided and controls <= _MOST_CONTROLS * len(said)
