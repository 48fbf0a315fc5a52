"""Files and folders become captured items, and everything else a named failure."""

import os
import zipfile
from pathlib import Path

import pytest

from onrecord.model.failure import Failed
from onrecord.model.source import Captured
from onrecord.sources import failing, find_material, opening
from onrecord.sources.sniffing import DOCX, HTML, LINE, MARKDOWN, PDF, PLAIN


def _found(*paths: Path) -> tuple[dict[str, Captured], dict[str, Failed]]:
    items = list(find_material(paths))
    captured = {item.name: item for item in items if isinstance(item, Captured)}
    failed = {item.item: item for item in items if isinstance(item, Failed)}
    assert len(captured) + len(failed) == len(items)
    return captured, failed


def test_files_of_a_folder_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Shelling of Tarvel.")

    names = [item.name for item in find_material([tmp_path]) if isinstance(item, Captured)]

    assert names == ["a.md", "b.txt", "sub/c.txt"]


def test_a_file_keeps_its_bytes_and_hints_at_its_stem(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(b"Shelling\r\nof Tarvel.")

    (item,) = find_material([tmp_path / "note.txt"])

    assert isinstance(item, Captured)
    assert (item.hint, item.content, item.media_type) == ("note", b"Shelling\r\nof Tarvel.", PLAIN)


def test_the_type_is_what_the_bytes_are(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("<!DOCTYPE html><html><body>Tarvel</body></html>")
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.4 ...")
    (tmp_path / "plain.pdf").write_text("Shelling of Tarvel.")
    (tmp_path / "note.md").write_text("# Shelling")
    with zipfile.ZipFile(tmp_path / "word.txt", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")

    captured, failed = _found(tmp_path)

    types = {name: (item.media_type, item.named_as) for name, item in captured.items()}
    assert types == {
        "page.txt": (HTML, PLAIN),
        "paper.txt": (PDF, PLAIN),
        "plain.pdf": (PLAIN, PDF),
        "note.md": (MARKDOWN, None),
        "word.txt": (DOCX, PLAIN),
    }
    assert not failed


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("rubbish.txt", bytes(range(256)), "binary"),
        ("picture.jpg", b"\xff\xd8\xff\xe0" + bytes(64), "binary"),
        ("table.csv", b"a,b\n1,2\n", "unsupported"),
        ("packed.gz", b"\x1f\x8b\x08" + bytes(20), "unsupported"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "unsupported"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)

    (item,) = find_material([tmp_path])

    assert isinstance(item, Failed)
    assert item.kind == kind
    assert item.remedy
    assert item.sha256 is not None


def test_utf_16_text_is_not_binary(tmp_path: Path) -> None:
    (tmp_path / "marked.txt").write_bytes("Shelling of Tarvel".encode("utf-16"))
    (tmp_path / "bare.txt").write_bytes("Shelling of Tarvel".encode("utf-16-le"))

    captured, failed = _found(tmp_path)

    assert set(captured) == {"bare.txt", "marked.txt"}
    assert not failed


def test_a_locked_word_file_is_kept_for_its_reader_to_refuse(tmp_path: Path) -> None:
    mark = "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + mark)

    captured, _ = _found(tmp_path)

    assert captured["a.docx"].media_type == DOCX


def test_hidden_files_sidecars_and_cases_are_passed_by(tmp_path: Path) -> None:
    (tmp_path / "war.case").mkdir()
    for name in (".hidden.txt", "~$note.docx", "Thumbs.db", "war.case/case.db", "war.case/a.txt"):
        (tmp_path / name).write_text("x")

    assert list(find_material([tmp_path])) == []


def test_a_link_back_is_a_folder_loop_and_ends(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "note.txt").write_text("Tarvel")
    (tmp_path / "sub" / "back").symlink_to(tmp_path, target_is_directory=True)

    captured, failed = _found(tmp_path)

    assert set(captured) == {"sub/note.txt"}
    assert failed["sub/back"].kind == "folder_loop"


def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "note.txt").write_text("Tarvel")
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "link").symlink_to(tmp_path / "far", target_is_directory=True)

    captured, failed = _found(tmp_path / "near")

    assert set(captured) == {"link/note.txt"}
    assert not failed


def test_links_cannot_multiply_a_folder_without_end(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"d{number}").mkdir()
        for copy in "ab":
            target = tmp_path / f"d{number + 1}"
            (tmp_path / f"d{number}" / copy).symlink_to(target, target_is_directory=True)
    (tmp_path / "d12").mkdir()
    (tmp_path / "d12" / "note.txt").write_text("Tarvel")

    assert len(list(find_material([tmp_path]))) < 40


def test_pipes_dangling_links_and_missing_paths_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")

    _, failed = _found(tmp_path, tmp_path / "none.txt")

    assert failed["gone.txt"].kind == "dangling_link"
    assert failed["self.txt"].kind == "folder_loop"
    assert failed["pipe.txt"].kind == "not_a_file"
    assert failed[str(tmp_path / "none.txt")].kind == "missing"


def test_no_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed.txt").write_text("Tarvel")

    def refuse(path: object, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    _, failed = _found(tmp_path)

    assert failed["closed.txt"].kind == "no_permission"


def test_a_folder_that_may_not_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    (item,) = find_material([tmp_path])

    assert isinstance(item, Failed)
    assert item.kind == "no_permission"


def test_a_file_over_the_limit_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST_BYTES", 10)
    monkeypatch.setattr(opening.open_file, "__kwdefaults__", {"limit": 10})
    (tmp_path / "long.txt").write_text("Shelling of Tarvel")

    (item,) = find_material([tmp_path])

    assert isinstance(item, Failed)
    assert item.kind == "too_large"


def test_a_name_that_is_no_utf_8_is_spelled_out(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Tarvel")

    (item,) = find_material([tmp_path])

    assert isinstance(item, Captured)
    assert item.name == "caf\\xe9.txt"


def test_every_failure_has_a_reason_and_a_remedy() -> None:
    for kind in failing._WORDS:
        failed = failing.fail("item", kind)

        assert failed.reason
        assert failed.remedy


def test_lines_of_a_file_are_items_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(
        '{"id": "one", "text": "Tarvel"}\n\nnot json\n{"id": "two"}\n[1]\n{"id": "three", "text": ""}'
    )

    captured, failed = _found(tmp_path)

    assert {name: item.hint for name, item in captured.items()} == {
        "many.jsonl:1": "one",
        "many.jsonl:6": "three",
    }
    assert captured["many.jsonl:1"].content == b'{"id": "one", "text": "Tarvel"}'
    assert captured["many.jsonl:1"].media_type == LINE
    assert {name: item.kind for name, item in failed.items()} == dict.fromkeys(
        ("many.jsonl:3", "many.jsonl:4", "many.jsonl:5"), "bad_line"
    )


def test_a_binary_or_empty_file_of_lines_is_one_failure(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "b.jsonl").write_bytes(b"")

    _, failed = _found(tmp_path)

    assert {name: item.kind for name, item in failed.items()} == {
        "a.jsonl": "binary",
        "b.jsonl": "empty",
    }
