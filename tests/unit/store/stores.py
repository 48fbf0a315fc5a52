"""Every store that there is, opened on an empty place; the conformance suite runs on each."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path

from onrecord.store.case import open_case
from onrecord.store.protocol import Store

OpenStore = Callable[[Path], AbstractContextManager[Store]]


def ticking() -> Callable[[], str]:
    """A clock that gives another second at each look."""
    seconds = count()
    return lambda: f"2024-01-01T00:{next(seconds) % 3600 // 60:02d}:00Z"


@contextmanager
def open_sqlite(folder: Path) -> Iterator[Store]:
    with open_case(folder / "case", by="tester", clock=ticking(), create=True) as store:
        yield store


STORES: dict[str, OpenStore] = {"sqlite": open_sqlite}
