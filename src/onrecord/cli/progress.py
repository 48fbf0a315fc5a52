"""Steps → a moving line on the terminal, for what takes longer than two seconds."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Final

from onrecord.pipeline.report import Progress, no_progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_PATIENCE_S: Final = 2.0


@contextmanager
def show_progress() -> Iterator[Progress]:
    """What to tell of each step; shown on standard error if that is a terminal, else nowhere."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    bar = _make_bar()
    timer = Timer(_PATIENCE_S, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield _Steps(bar).tell
    finally:
        timer.cancel()
        bar.stop()


def _make_bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )


class _Steps:
    def __init__(self, bar: "Bar") -> None:
        self._bar = bar
        self._tasks: dict[str, TaskID] = {}

    def tell(self, step: str, done: int, total: int | None) -> None:
        if step not in self._tasks:
            self._end_earlier()
            self._tasks[step] = self._bar.add_task(step, total=total)
        self._bar.update(self._tasks[step], completed=done, total=total)

    def _end_earlier(self) -> None:
        """Fills the bars of the steps before, whose number of items nobody knew ahead."""
        for task in self._bar.tasks:
            self._bar.update(task.id, total=task.completed)
