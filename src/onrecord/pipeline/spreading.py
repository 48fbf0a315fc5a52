"""Items → results in their order: for many items shared out among forked processes.

A forked process sees all that was loaded before, so only results are sent. Where forking is not safe
or not worth it, or a process is lost, the same work is done in this one: the results are the same.
"""

import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from tempfile import TemporaryFile
from typing import BinaryIO, Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Told = Callable[[int, int], None]
"""Told how many items are done, and of how many."""

_FEW: Final = 2000
_MOST_PROCESSES: Final = 4
_STEP: Final = 100


def tell_nobody(done: int, total: int) -> None:
    """Keeps to itself how many items are done."""


_LISTENER: ContextVar[Told] = ContextVar("listener", default=tell_nobody)


@contextmanager
def telling(told: Told) -> Iterator[None]:
    """Lets somebody know how far all work is that is done or shared out in this block."""
    before = _LISTENER.set(told)
    try:
        yield
    finally:
        _LISTENER.reset(before)


_ALONE: ContextVar[bool] = ContextVar("alone", default=False)


@contextmanager
def in_one_process() -> Iterator[None]:
    """Does all work of this block in this process: one with several threads must not be forked."""
    before = _ALONE.set(True)
    try:
        yield
    finally:
        _ALONE.reset(before)


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], *, processes: int | None = None
) -> list[Result]:
    """The result of each item, in order.

    `work` keeps nothing between items and its results can be pickled. `processes` is by default
    one for each processor, at most four, and one alone for few items.
    """
    wanted = _count_processes(len(items)) if processes is None else processes
    shares = 1 if _ALONE.get() else wanted
    helpers = [_begin(partial(_do_all, work, items[share::shares])) for share in range(1, shares)]
    results: list[list[Result]] = [_work_here(work, items[::shares], of=len(items))]
    for share, helper in enumerate(helpers, 1):
        results.append(_receive(helper) or [work(item) for item in items[share::shares]])
    _LISTENER.get()(len(items), len(items))
    return [results[place % shares][place // shares] for place in range(len(items))]


def beside(work: Callable[[], Result], *, size: int) -> Callable[[], Result]:
    """Begins work on so many items beside what is done here, and gives what waits for its result.

    The result can be pickled. For few items, and when the forked process is lost, the work is done
    here when the result is asked for.
    """
    if _count_processes(size) == 1:
        return work
    helper = _begin(lambda: [work()])

    def wait() -> Result:
        found: list[Result] | None = _receive(helper)
        return found[0] if found else work()

    return wait


@contextmanager
def without_pauses() -> Iterator[None]:
    """Keeps Python from looking for cycles of references, which a million plain values have not."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _count_processes(items: int) -> int:
    if items < _FEW or sys.platform != "linux" or _ALONE.get():
        return 1
    return min(_MOST_PROCESSES, len(os.sched_getaffinity(0)))


def _work_here(work: Callable[[Item], Result], items: Sequence[Item], *, of: int) -> list[Result]:
    """The results of one share of all items; the others are taken to be as far."""
    told, results = _LISTENER.get(), []
    for number, item in enumerate(items):
        if number % _STEP == 0:
            told(number * of // len(items), of)
        results.append(work(item))
    return results


def _do_all(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [work(item) for item in items]


def _begin(work: Callable[[], list[Result]]) -> tuple[int, BinaryIO]:
    """A forked process at work, and where it will leave its results; its memory goes when it is done."""
    shelf = _open_shelf()
    process = os.fork()
    if process == 0:
        _work_as_child(work, shelf)
    return process, shelf


def _open_shelf() -> BinaryIO:
    """A file without a name, kept in memory where the system can."""
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("onrecord"), "w+b")
    return TemporaryFile()


def _work_as_child(work: Callable[[], list[Result]], shelf: BinaryIO) -> None:
    """Leaves the results, or nothing if anything went wrong, and never comes back."""
    with suppress(BaseException):
        pickle.dump(work(), shelf, pickle.HIGHEST_PROTOCOL)
        shelf.flush()
        os._exit(0)
    os._exit(1)


def _receive(helper: tuple[int, BinaryIO]) -> list[Result] | None:
    """The results of a forked process, `None` if it was lost."""
    process, shelf = helper
    _, status = os.waitpid(process, 0)
    with shelf:
        if status != 0:
            return None
        shelf.seek(0)
        found: list[Result] = pickle.load(shelf)  # noqa: S301 - our own process
        return found
