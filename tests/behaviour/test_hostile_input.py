"""Promise: nothing that is uploaded, typed or asked for runs, escapes, or brings the server down."""

import csv
import html
import io
import json
import re
import secrets
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.behaviour import hostile
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Visitor, a_first, serve_case, serve_copy

PAGES = ("", "incidents", "d", "review", "t", "add", "log")
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
CLIMBING = ("../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%00", "....//x", "C:\\x", "%2e%2e/")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def shown(folder: Path) -> Iterator[Visitor]:
    with serve_copy(folder) as visitor:
        visitor.enter()
        yield visitor


def test_hostile_files_are_read_or_refused_and_nothing_runs(shown: Visitor, folder: Path) -> None:
    files = [
        ("page.html", hostile.a_page()),
        ("drawing.svg", hostile.a_drawing()),
        ("unfolding.docx", hostile.a_document_of_entities()),
        ("swelling.docx", hostile.a_document_that_swells()),
        ("swelling.xlsx", hostile.a_sheet_that_swells()),
        ("unfolding.xml", f"{hostile.BOMB}<x>&e9;</x>".encode()),
        ("huge.png", hostile.a_huge_image()),
        ("climbing.zip", hostile.an_archive_that_climbs()),
        ("../../up.txt", hostile.SENTENCE.encode()),
        ("..\\..\\down.txt", b"Nobody was harmed."),
        (f"{SCRIPT}.txt".replace('"', ""), b"Three people were hurt in Tarvel on 1 May 2021."),
        ("x" * 300 + ".txt", b"Four people were hurt in Tarvel on 2 May 2021."),
        ("con\u202etxt.exe", b"MZ\0\0"),
        (".hidden", b"Five people were hurt in Tarvel on 3 May 2021."),
        ("empty.txt", b""),
        ("broken.pdf", b"%PDF-1.7\n" + b"\xff" * 5000),
    ]

    assert shown.upload("add", "files", files).status == 200
    report = shown.wait_until_read()

    assert "The last reading stopped" not in report
    for name in ("swelling.docx", "unfolding.docx"):
        assert name in report
    pages = [shown.get(path).text for path in PAGES]
    found = re.findall(r'href="(/c/[^"]+/d/[^"]+)"', shown.get("d").text)
    pages += [shown.get(html.unescape(path)).text for path in found]
    for text in (report, *pages):
        assert "<script>alert" not in text
        assert not re.search(r"<(?:img|iframe|meta http-equiv)", text)
        assert "root:" not in text
    outside = [*folder.parent.glob("climbed.txt"), *folder.glob("*.txt"), *folder.glob("*/*.txt")]
    assert outside == []
    assert not Path("/tmp/onrecord-climbed.txt").exists()  # noqa: S108
    assert run_onrecord("verify", str(folder / "demo.case")).code == 0


def test_an_original_is_only_ever_sent_as_a_download(shown: Visitor) -> None:
    documents = re.findall(r'href="(/c/[^"]+/d/[^"]+)"', shown.get("d").text)[:5]

    assert documents
    for path in documents:
        original = re.findall(r'href="(/c/[^"]+/original/[^"]+)"', shown.get(path).text)
        page = shown.get(original[0])
        assert page.headers["Content-Type"] == "application/octet-stream"
        assert page.headers["Content-Disposition"].startswith("attachment")
        assert page.headers["Content-Security-Policy"].startswith("sandbox")


@pytest.mark.parametrize("kind", ["note", "discount", "reject", SCRIPT])
def test_script_in_reasons_is_shown_as_words(shown: Visitor, kind: str) -> None:
    incident = a_first(shown, r"/i/(i-[0-9a-f]+)")
    claim = a_first(shown, r"/claim/(c-[0-9a-f]+)", f"i/{incident}")
    subject = claim if kind == "reject" else incident

    answer = shown.post("decide", {"kind": kind, "subject": subject, "reason": SCRIPT})

    for text in (answer.text, shown.get("log").text, shown.get(f"i/{incident}").text):
        assert "<script>alert" not in text
        assert "<img" not in text


@pytest.mark.parametrize(
    "field",
    ["words", "originator", "least-0", "most-0", "first", "last", "type", "reason", "seen"],
)
def test_script_in_a_correction_is_shown_as_words(shown: Visitor, field: str) -> None:
    claim = a_first(shown, r"/claim/(c-[0-9a-f]+)", "search?q=killed")
    words = re.findall(r'id="words"[^>]*>([^<]*)<', shown.get(f"claim/{claim}/correct").text)[0]
    fields = {"words": html.unescape(words), "type": "casualty_count", "reason": "read again"}

    answer = shown.post(f"claim/{claim}/correct", {**fields, field: SCRIPT})

    document = shown.get(f"claim/{claim}").text
    for text in (answer.text, document):
        assert "<script>alert" not in text
        assert "<img" not in text


@pytest.mark.parametrize("field", ["publisher", "published", "title", "text"])
def test_script_in_a_pasted_report_is_shown_as_words(shown: Visitor, field: str) -> None:
    shown.wait_until_read()
    fields = {"text": hostile.SENTENCE + secrets.token_hex(4), field: SCRIPT + hostile.SENTENCE}
    answer = shown.post("add", fields)
    shown.wait_until_read()

    for text in (answer.text, *(shown.get(path).text for path in PAGES)):
        assert "<script>alert" not in text
        assert "<img" not in text


@pytest.mark.parametrize(
    "query",
    ["q", "from", "to", "grade", "response", "party", "country", "admin1", "state", "document",
     "sort", "page", "form", "by", "saved", "next"],
)  # fmt: skip
def test_script_in_an_address_is_shown_as_words(shown: Visitor, query: str) -> None:
    wanted = urllib.parse.urlencode({query: SCRIPT})
    for path in ("", "incidents", "d", "t", "search", "log", "review", "i/x", "d/x"):
        text = shown.get(f"{path}?{wanted}").text
        assert "<script>alert" not in text
        assert "<img" not in text


@pytest.mark.parametrize("climbing", CLIMBING)
@pytest.mark.parametrize("before", ["i/", "d/", "claim/", "original/", "review/x/", "/static/"])
def test_no_identifier_climbs_out_of_the_case(shown: Visitor, before: str, climbing: str) -> None:
    page = shown.get(f"{before}{urllib.parse.quote(climbing, safe='/%.')}")

    assert page.status in {400, 404}
    assert "root:" not in page.text


def test_identifiers_of_another_case_lead_nowhere(shown: Visitor, tmp_path: Path) -> None:
    report = tmp_path / "r.txt"
    report.write_text("Nine people were killed in Brevna on 4 May 2022, said the Quarrel Monitor.")
    run_onrecord("run", str(tmp_path / "other"), str(report), "--jobs", "1")
    ran = run_onrecord(
        "export", str(tmp_path / "other"), "--what", "incidents", "--format", "jsonl"
    )
    incident = json.loads(ran.out.split("\n")[0])

    assert shown.get(f"i/{incident['id']}").status == 404
    assert shown.get(f"claim/{incident['claims'][0]}").status == 404
    assert shown.get(f"d/{incident['documents'][0]}").status == 404
    assert shown.get(f"/c/other/i/{incident['id']}").status == 404
    fields = {"kind": "note", "subject": incident["id"], "reason": "foreign"}
    assert shown.post("decide", fields).status == 400


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "a b", "[::1"])
def test_a_name_that_is_not_ours_is_not_answered(shown: Visitor, host: str) -> None:
    page = shown.get("", headers={"Host": host, "X-Forwarded-Host": "127.0.0.1"})

    assert page.status in {400, 403}
    assert shown.case not in page.text


def test_cells_that_begin_like_formulas_leave_as_text_in_every_table(tmp_path: Path) -> None:
    rows = ["code,date,place,killed_min,killed_max,party"]
    rows += [f"x{n},2021-03-0{n},{sign}cmd|'/c calc'!A1,2,2,{sign}evil" for n, sign in
             enumerate("=+-@", start=1)]  # fmt: skip
    (tmp_path / "t.csv").write_text("\n".join(rows) + "\n")
    case = tmp_path / "case"
    assert run_onrecord("import", str(case), str(tmp_path / "t.csv"), "--jobs", "1").code == 0
    with serve_case(case) as visitor:
        visitor.enter()
        tables = [visitor.get("incidents?form=csv").text]
    tables += [
        run_onrecord("export", str(case), "--what", what, "--format", "csv").out
        for what in ("claims", "incidents", "decisions", "documents")
    ]

    arrived = list[str]()
    for table in tables:
        cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
        arrived += cells
        risky = [cell for cell in cells if cell[:1] in set("=+-@\t\r") and not _is_number(cell)]
        assert risky == []
    assert any(cell.startswith("'=cmd") for cell in arrived)


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[+-]?\d+(?:\.\d+)?", cell) is not None
