"""Files that are brought in together stay apart."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from django.core.files.uploadedfile import UploadedFile

from onrecord.web.pages.folders import keep_files, keep_text


class Sent:
    """A file as a form sends it."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self.content = name, content

    def chunks(self) -> Iterator[bytes]:
        yield self.content


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def keep(*files: Sent) -> Path:
    return keep_files(cast("tuple[UploadedFile, ...]", files))


def list_held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_files_of_one_name_are_both_kept() -> None:
    folder = keep(Sent("note.txt", b"1"), Sent("a/note.txt", b"2"), Sent("note.txt", b"3"))

    assert list_held(folder) == {"note.txt": b"1", "note-2.txt": b"2", "note-3.txt": b"3"}


def test_what_is_told_about_a_pasted_text_overwrites_no_table() -> None:
    table = b"file,publisher\nnote.txt,Quarrel Monitor\n"
    folder = keep(Sent("note.txt", b"1"), Sent("documents.csv", table))

    keep_text(folder, "Two people were killed.", {"publisher": "Ostren Post"})

    held = list_held(folder)
    assert held["documents.csv"] == table
    own = [name for name in held if name.endswith("/documents.csv")]
    assert len(own) == 1
    assert b"Ostren Post" in held[own[0]]


def test_a_pasted_text_alone_stands_beside_its_table() -> None:
    folder = keep_text(keep(), "Two people were killed.", {"publisher": "Ostren Post"})

    assert "documents.csv" in list_held(folder)
