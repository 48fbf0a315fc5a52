"""The generated corpus of bad files: each one is named as what it is, and the rest is read."""

from pathlib import Path

from benchmarks.bad_corpus import write_corpus

from onrecord.documents import read_document
from onrecord.model.failure import Failed, Unreadable
from onrecord.model.source import Captured
from onrecord.sources import find_material


def _kind_of(item: Captured | Failed) -> tuple[str, str | None, tuple[str, ...]]:
    """The item's name, its kind of failure, and its defects."""
    if isinstance(item, Failed):
        return item.item, item.kind, ()
    try:
        document = read_document(item)
    except Unreadable as refusal:
        return item.name, refusal.kind, ()
    return item.name, None, tuple(defect.kind for defect in document.defects)


def test_every_bad_file_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path, documents=80, bad=17, large_bytes=100_000)

    found = [_kind_of(item) for item in find_material([tmp_path])]

    assert len(found) == corpus.items
    assert {(name, kind) for name, kind, _ in found if kind} == {
        (bad.item, bad.kind) for bad in corpus.failing
    }
    noted = {name: kinds for name, _, kinds in found}
    for bad in corpus.bad:
        assert bad.fails or bad.kind == "large" or bad.kind in noted[bad.item]


def test_the_same_arguments_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_corpus(tmp_path / name, documents=30, bad=0)

    one, other = (
        {
            str(path.relative_to(tmp_path / name)): path.read_bytes()
            for path in (tmp_path / name).rglob("*.*")
        }
        for name in ("one", "other")
    )
    assert one == other
