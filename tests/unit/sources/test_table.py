"""What the user says about documents in `documents.csv`, and rows that cannot be used."""

from pathlib import Path

from onrecord.model.failure import Failed
from onrecord.model.source import Captured, Told
from onrecord.sources import find_material


def _told(folder: Path, table: str) -> tuple[dict[str, Told | None], list[Failed]]:
    (folder / "documents.csv").write_text(table)
    items = list(find_material([folder]))
    told = {item.name: item.told for item in items if isinstance(item, Captured)}
    return told, [item for item in items if isinstance(item, Failed)]


def test_rows_tell_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tarvel")
    (tmp_path / "b.txt").write_text("Tarvel")

    told, failed = _told(tmp_path, "file,publisher,published_date\na.txt,Tarvel Post,2021-03-05\n")

    assert told == {"a.txt": Told(publisher="Tarvel Post", published="2021-03-05"), "b.txt": None}
    assert not failed


def test_a_row_may_name_a_file_in_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Tarvel")

    told, failed = _told(tmp_path, "file;lang\nsub/a.txt;en\n")

    assert told == {"sub/a.txt": Told(lang="en")}
    assert not failed


def test_bad_rows_are_failures_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tarvel")

    told, failed = _told(
        tmp_path,
        "file,publisher,mood\na.txt,Post,sad\nnone.txt,Post,sad\na.txt\n,Post,x\na.txt,B,y\n",
    )

    assert told == {"a.txt": Told(publisher="Post")}
    assert sorted(item.kind for item in failed) == [
        "bad_row",
        "bad_row",
        "bad_row",
        "no_such_file",
        "unknown_column",
    ]
    assert "documents.csv:4" in {item.item for item in failed}


def test_a_row_cannot_reach_out_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.txt").write_text("Tarvel")

    _, failed = _told(tmp_path / "in", "file\n../out.txt\n")

    assert [item.kind for item in failed] == ["no_such_file"]


def test_a_table_without_files_or_in_no_encoding_is_one_failure(tmp_path: Path) -> None:
    _, failed = _told(tmp_path, "publisher\nPost\n")
    assert [item.kind for item in failed] == ["bad_table"]

    (tmp_path / "documents.csv").write_bytes(b"file,publisher\na.txt,Caf\xe9\n")
    assert [item.kind for item in find_material([tmp_path]) if isinstance(item, Failed)] == [
        "bad_table"
    ]


def test_a_file_given_alone_is_told_of_by_the_table_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tarvel")
    (tmp_path / "documents.csv").write_text("file,title\na.txt,Market hit\nnone.txt,x\n")

    (item,) = find_material([tmp_path / "a.txt"])

    assert isinstance(item, Captured)
    assert item.told == Told(title="Market hit")
