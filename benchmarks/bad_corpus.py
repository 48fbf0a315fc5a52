"""A folder of invented reports in every format, with files that are wrong in every known way.

Everything in it is made up: Varnia, its towns, its people and its attacks do not exist. The same
arguments write the same bytes. Run as a script: `python benchmarks/bad_corpus.py FOLDER`.
"""

import argparse
import csv
import io
import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

LARGE_BYTES = 2_000_000
BOMB_BYTES = 64_000_000
_LINES_PER_FILE = 20
_DISTRICTS = ("Ostren", "Lower Marrow", "Kelvash", "Pirin Gate", "Sarnmoor")
_TOWNS = (
    "Tarvel",
    "Brask",
    "Old Venn",
    "Dolmera",
    "Hask",
    "Ulmsted",
    "Corrin",
    "Vey",
    "Narrowford",
)
_PAPERS = ("Tarvel Post", "Varnia Daily", "The Marrow Gazette", "Ostren Radio", "Kelvash Herald")
_VOICES = ("the Ostren Monitor", "rescue workers", "a hospital doctor", "the Varnian health office")
_OBJECTS = ("a market", "a house", "a school", "the central mosque", "a bakery", "a bus station")
_ATTACKS = ("an air strike", "shelling", "a rocket attack", "a drone strike", "mortar fire")
_MONTHS = {"January": 1, "March": 3, "April": 4, "June": 6, "August": 8, "October": 10}


@dataclass(frozen=True, slots=True)
class Bad:
    """One thing that is wrong: the item's name, the kind of failure or defect, and which it is.

    `fails` is true for a failed item, false for a document that is read with a defect noted.
    """

    item: str
    kind: str
    fails: bool


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was written: how many items in all, and what is wrong with which."""

    items: int
    bad: tuple[Bad, ...]

    @property
    def failing(self) -> tuple[Bad, ...]:
        """The items that must be reported as failed."""
        return tuple(bad for bad in self.bad if bad.fails)


@dataclass(frozen=True, slots=True)
class Report:
    """An invented report."""

    title: str
    publisher: str
    published: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Title and paragraphs as plain text."""
        return "\n\n".join((self.title, *self.paragraphs)) + "\n"


def write_corpus(
    folder: Path,
    documents: int = 1000,
    bad: int = 25,
    *,
    large_bytes: int = LARGE_BYTES,
    seed: int = 7,
) -> Corpus:
    """Write `documents` items into the folder, `bad` of them wrong in turn in each known way.

    `large_bytes` is the size of the large text (50_000_000 for the real trial). The system's
    administrator may read everything, so for that user a named pipe stands for the file without
    permission.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it
    folder.mkdir(parents=True, exist_ok=True)
    found = tuple(_write_bad(folder / "bad", number, large_bytes) for number in range(bad))
    _write_good(folder, documents - bad, chance)
    return Corpus(items=documents, bad=found)


def invent_report(chance: random.Random, number: int) -> Report:
    """A report about an attack that never was, in a country that does not exist."""
    town, district = chance.choice(_TOWNS), chance.choice(_DISTRICTS)
    killed, injured = chance.randint(1, 40), chance.randint(2, 60)
    attack, target = chance.choice(_ATTACKS), chance.choice(_OBJECTS)
    month, day, year = (
        chance.choice(tuple(_MONTHS)),
        chance.randint(1, 28),
        chance.randint(2016, 2023),
    )
    voice, other = chance.sample(_VOICES, 2)
    return Report(
        title=f"At least {killed} killed in {attack} on {town}, report {number}",
        publisher=chance.choice(_PAPERS),
        published=f"{year}-{_MONTHS[month]:02d}-{day:02d}",
        paragraphs=(
            f"At least {killed} people were killed and {injured} others injured when {attack} hit "
            f"{target} in the town of {town}, in {district} province, on {month} {day}, {year}, "
            f"{voice} said.",
            f"{other.capitalize()} said the dead included {max(1, killed // 3)} children. The "
            f"Varnian army did not comment on the attack.",
            f"Residents of {town} said that there was no military position near {target}. "
            f"A week earlier, shelling of a village in the same province had left two people dead.",
        ),
    )


def _write_good(folder: Path, count: int, chance: random.Random) -> None:
    rows = [("file", "publisher", "published")]
    writers = list(_WRITERS.items())
    lines: list[str] = []
    for number in range(count):
        report = invent_report(chance, number)
        suffix, write = writers[number % len(writers)]
        if suffix == ".jsonl":
            lines.append(_json_line(report, number))
            continue
        name = f"part-{number % 7}/report-{number:05d}{suffix}"
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(write(report))
        if number % 3 == 0:
            rows.append((name, report.publisher, report.published))
    for start in range(0, len(lines), _LINES_PER_FILE):
        name = f"lines-{start // _LINES_PER_FILE:03d}.jsonl"
        (folder / name).write_text("".join(lines[start : start + _LINES_PER_FILE]), "utf-8")
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(rows)
    (folder / "documents.csv").write_text(table.getvalue(), "utf-8")


def _json_line(report: Report, number: int) -> str:
    record = {
        "id": f"line-{number:05d}",
        "title": report.title,
        "text": "\n\n".join(report.paragraphs),
        "publisher": report.publisher,
        "published_date": report.published,
    }
    return json.dumps(record) + "\n"


def text_bytes(report: Report) -> bytes:
    """The report as plain text."""
    return report.text.encode()


def markdown_bytes(report: Report) -> bytes:
    """The report as Markdown."""
    return f"# {report.text}".encode()


def html_bytes(report: Report) -> bytes:
    """The report as a page with navigation and metadata."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in report.paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{report.title}</title>"
        f"<meta property='og:title' content='{report.title}'>"
        f"<meta property='og:site_name' content='{report.publisher}'>"
        f"<meta property='article:published_time' content='{report.published}T08:00:00Z'></head>"
        f"<body><nav><a href='/'>Home</a> <a href='/war'>War</a></nav><article><h1>{report.title}"
        f"</h1>{body}</article><footer>Copyright {report.publisher}</footer></body></html>"
    ).encode()


def pdf_bytes(report: Report, *, locked: bool = False, empty: bool = False) -> bytes:
    """The report as a PDF of one page, made by hand; locked with an unknown password if asked."""
    lines = [line for part in (report.title, *report.paragraphs) for line in _wrap(part)]
    shown = "" if empty else " ".join(f"({_escape(line)}) Tj T*" for line in lines)
    stream = f"BT /F1 10 Tf 40 780 Td 12 TL {shown} ET".encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    lock = b""
    if locked:
        key = b"<" + b"5a" * 32 + b">"
        parts.append(b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -44 >>" % (key, key))
        lock = (
            b" /Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff>"
            b" <00112233445566778899aabbccddeeff>]"
        )
    return _pdf_file(parts, lock)


def word_bytes(report: Report) -> bytes:
    """The report as a Word document, made by hand."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{part}</w:t></w:r></w:p>"
        for part in (report.title, *report.paragraphs)
    )
    return _zip(
        {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": _RELATIONS,
            "word/document.xml": f"<?xml version='1.0'?><w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>",
        }
    )


def mail_bytes(report: Report) -> bytes:
    """The report as a mail."""
    message = EmailMessage()
    message["Subject"] = report.title
    message["From"] = "desk@varnia.example"
    message["Date"] = (
        f"{report.published.split('-')[2]} {_month(report)} {report.published[:4]} 09:00:00 +0000"
    )
    message.set_content("\n\n".join(report.paragraphs))
    return message.as_bytes()


_WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".txt": text_bytes,
    ".html": html_bytes,
    ".jsonl": text_bytes,
    ".md": markdown_bytes,
    ".pdf": pdf_bytes,
    ".docx": word_bytes,
    ".eml": mail_bytes,
}
_CONTENT_TYPES = (
    "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
    "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
    "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument"
    ".wordprocessingml.document.main+xml'/></Types>"
)
_RELATIONS = (
    "<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "officeDocument' Target='word/document.xml'/></Relationships>"
)


def _month(report: Report) -> str:
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return names[int(report.published[5:7]) - 1]


def _zip(members: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED
            )
    return packed.getvalue()


def _wrap(text: str, width: int = 90) -> Iterator[str]:
    line = ""
    for word in text.split():
        if len(line) + len(word) + 1 > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _escape(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(parts: list[bytes], lock: bytes) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + table + tail % (len(parts) + 1, lock, len(out))


def _misread(report: Report) -> bytes:
    return text_bytes(report) + "Zürich\n".encode("cp1252") + "Жук… ёж\n".encode()


def _locked_word(_: Report) -> bytes:
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + name + b"\x00" * 500


def _bomb(_: Report) -> bytes:
    return _zip({"[Content_Types].xml": _CONTENT_TYPES, "word/document.xml": " " * BOMB_BYTES})


_BAD_FILES: tuple[tuple[str, str, Callable[[Report], bytes]], ...] = (
    ("empty.txt", "empty", lambda _: b""),
    ("binary.txt", "binary", lambda _: bytes(range(256)) * 20),
    ("wrong-name.txt", "wrong_name", pdf_bytes),
    ("locked.pdf", "encrypted", lambda report: pdf_bytes(report, locked=True)),
    ("cut.pdf", "truncated", lambda report: pdf_bytes(report)[:120]),
    ("images.pdf", "no_text", lambda report: pdf_bytes(report, empty=True)),
    ("cut.docx", "truncated", lambda report: word_bytes(report)[:700]),
    ("locked.docx", "encrypted", _locked_word),
    ("large.txt", "large", text_bytes),
    ("mixed.txt", "broken_encoding", _misread),
    ("garbled.txt", "broken_encoding", lambda _: b"\xef\xbb\xbf" + bytes(range(128, 256)) * 40),
    ("bomb.docx", "zip_bomb", _bomb),
    ("archive.zip", "unsupported", lambda _: _zip({"note.txt": "Varnia"})),
    ("lines.jsonl", "bad_line", lambda _: b'{"id": "cut", "text": "Seven people were\n'),
)
_NOTED = ("wrong-name.txt", "large.txt", "mixed.txt")


def _write_bad(folder: Path, number: int, large_bytes: int) -> Bad:
    folder.mkdir(exist_ok=True)
    kinds = len(_BAD_FILES) + len(_BAD_PATHS)
    at = number % kinds
    if at >= len(_BAD_FILES):
        return _BAD_PATHS[at - len(_BAD_FILES)](folder, number)
    name, kind, make = _BAD_FILES[at]
    report = invent_report(random.Random(10_000 + number), 10_000 + number)  # noqa: S311 - as above
    content = make(report)
    if name == "large.txt":
        content *= large_bytes // len(content) + 1
    (folder / f"{number:02d}-{name}").write_bytes(content)
    line = ":1" if kind == "bad_line" else ""
    return Bad(item=f"bad/{number:02d}-{name}{line}", kind=kind, fails=name not in _NOTED)


def _write_loop(folder: Path, number: int) -> Bad:
    (folder / f"{number:02d}-loop").symlink_to("..", target_is_directory=True)
    return Bad(item=f"bad/{number:02d}-loop", kind="folder_loop", fails=True)


def _write_forbidden(folder: Path, number: int) -> Bad:
    name = f"{number:02d}-forbidden.txt"
    if os.geteuid() == 0:
        os.mkfifo(folder / name)
        return Bad(item=f"bad/{name}", kind="not_a_file", fails=True)
    (folder / name).write_text("Varnia")
    (folder / name).chmod(0)
    return Bad(item=f"bad/{name}", kind="no_permission", fails=True)


def _write_dangling(folder: Path, number: int) -> Bad:
    (folder / f"{number:02d}-dangling.txt").symlink_to("nowhere.txt")
    return Bad(item=f"bad/{number:02d}-dangling.txt", kind="dangling_link", fails=True)


_BAD_PATHS: tuple[Callable[[Path, int], Bad], ...] = (
    _write_loop,
    _write_forbidden,
    _write_dangling,
)


def main() -> None:
    """Write a corpus and print what is wrong in it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--bad", type=int, default=25)
    options.add_argument("--large-bytes", type=int, default=LARGE_BYTES)
    given = options.parse_args()
    corpus = write_corpus(given.folder, given.documents, given.bad, large_bytes=given.large_bytes)
    print(f"{corpus.items} items, {len(corpus.bad)} bad, {len(corpus.failing)} of them must fail")
    for bad in corpus.bad:
        print(f"{'fails' if bad.fails else 'noted'}  {bad.kind:16} {bad.item}")


if __name__ == "__main__":
    main()
