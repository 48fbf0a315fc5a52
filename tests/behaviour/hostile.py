"""Files that were made to harm whoever opens them; every one is invented here."""

import io
import struct
import zipfile
import zlib

SENTENCE = "Two people were killed in Lower Anvarra on 9 June 2023, the Quarrel Monitor said."
_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{_ENTITIES}]>'


def a_page() -> bytes:
    """HTML that would run in a browser."""
    return (
        "<html><head><title><script>alert(1)</script>Report</title>"
        "<meta http-equiv='refresh' content='0;url=https://evil.example'></head>"
        f"<body onload=alert(2)><p>{SENTENCE}</p><img src=x onerror=alert(3)>"
        "<svg onload=alert(4)></svg><iframe src=javascript:alert(5)></iframe></body></html>"
    ).encode()


def a_drawing() -> bytes:
    """SVG with a script, and an entity that asks for a file of this machine."""
    return (
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><text>&x;</text></svg>'
    )


def a_document(body: str) -> bytes:
    """A Word file with this body, as XML."""
    return _pack(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="'
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            "</Types>",
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            'relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/document.xml": body,
        }
    )


def a_document_of_entities() -> bytes:
    """A Word file whose XML unfolds to a billion words."""
    return a_document(
        f'{BOMB}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    )


def a_document_that_swells() -> bytes:
    """A Word file of a few hundred kilobytes that unpacks to 300 MB."""
    return a_document(" " * 300_000_000)


def a_sheet_that_swells() -> bytes:
    """A workbook that unpacks to 300 MB."""
    return _pack({"xl/workbook.xml": " " * 300_000_000, "[Content_Types].xml": "<Types/>"})


def a_huge_image() -> bytes:
    """A PNG of a few kilobytes that claims 60,000 × 60,000 points."""

    def part(kind: bytes, content: bytes) -> bytes:
        packed = kind + content
        return struct.pack(">I", len(content)) + packed + struct.pack(">I", zlib.crc32(packed))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 2_000_000)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", body) + part(b"IEND", b"")


def an_archive_that_climbs() -> bytes:
    """An archive whose members would be written outside the folder."""
    return _pack({"../../climbed.txt": SENTENCE, "/tmp/onrecord-climbed.txt": SENTENCE})  # noqa: S108


def _pack(members: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()
