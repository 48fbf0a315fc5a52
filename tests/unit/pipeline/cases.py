"""A case on disk with the small rooms, and a corpus of a few invented notes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.unit.pipeline.fakes import fake_rooms
from tests.unit.store.stores import ticking

from onrecord.pipeline.report import Report
from onrecord.pipeline.rooms import Rooms
from onrecord.pipeline.running import Order, run
from onrecord.store.case import open_case
from onrecord.store.protocol import Store


@contextmanager
def opened(case: Path) -> Iterator[Store]:
    with open_case(case, by="tester", clock=ticking(), create=True) as store:
        yield store


def write_notes(folder: Path, notes: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    for name, text in notes.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run_case(
    case: Path, folder: Path, *, rooms: Rooms | None = None, jobs: int | None = None
) -> tuple[Report, ...]:
    with opened(case) as store:
        return run(store, Order(paths=[folder], jobs=jobs), rooms=rooms or fake_rooms())


NOTES = {
    "one.txt": "A monitor said 3 killed in Tarvel, and 4 killed in Ostren.",
    "two.txt": "Later it said 5 killed in Tarvel.",
    "three.txt": "Nothing happened.",
}
