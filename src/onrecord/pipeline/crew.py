"""Items → results in their order: several processes that may die without stopping the rest."""

import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Final, Generic, TypeVar

from onrecord.model.failure import OnrecordError

Item = TypeVar("Item")
Result = TypeVar("Result")

# Results that may wait for an earlier one: a long text must not keep the other processes idle.
_AHEAD: Final = 64
_ATTEMPTS: Final = 2
_START_S: Final = 300.0
# A process that shares its processor with others needs more time by the clock than its own.
_CLOCK_PER_PROCESSOR: Final = 10.0


class CrewError(OnrecordError):
    """A working process could not begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Generic[Item, Result]):
    """What to do with each item.

    `begin` is called once in every process and gives the function for one item; both must be
    importable by name. `give_up` makes the result of an item on which two processes were lost,
    from the item and the reason. `limit_s` is the longest an item may take, in seconds of the
    processor, so that a busy machine fails no more items than an idle one.
    """

    begin: Callable[[], Callable[[Item], Result]]
    give_up: Callable[[Item, str], Result]
    limit_s: Callable[[Item], float] = lambda _: 300.0


def work_in_order(
    items: Iterable[Item], work: Work[Item, Result], *, processes: int
) -> Iterator[Result]:
    """The result of every item, in the order of the items; none processes works in this one.

    Takes only a few items more than have been given back, so that a stream stays a stream.

    Raises:
        CrewError: a process could not begin its work.
    """
    if processes == 0:
        yield from _work_here(items, work)
        return
    crew = _Crew(work, iter(items), processes)
    try:
        yield from crew.run()
    finally:
        crew.dismiss()


def _work_here(items: Iterable[Item], work: Work[Item, Result]) -> Iterator[Result]:
    """Begins only when there is something to do: a reader takes seconds to make."""
    do: Callable[[Item], Result] | None = None
    for item in items:
        do = do or work.begin()
        yield do(item)


@dataclass(slots=True)
class _Task(Generic[Item]):
    number: int
    item: Item
    attempts: int = 0


@dataclass(slots=True)
class _Hand(Generic[Item]):
    process: SpawnProcess
    pipe: Connection
    until: float
    ready: bool = False
    task: _Task[Item] | None = None


@dataclass(slots=True)
class _Crew(Generic[Item, Result]):
    work: Work[Item, Result]
    items: Iterator[Item]
    size: int
    hands: list[_Hand[Item]] = field(default_factory=list)
    again: deque[_Task[Item]] = field(default_factory=deque)
    done: dict[int, Result] = field(default_factory=dict)
    taken: int = 0
    given: int = 0

    def run(self) -> Iterator[Result]:
        self.hands = [self._hire() for _ in range(self.size)]
        more = True
        while more or self.given < self.taken:
            more = self._hand_out(more=more)
            if self.given in self.done:
                yield self.done.pop(self.given)
                self.given += 1
            elif more or self.given < self.taken:
                self._wait()

    def dismiss(self) -> None:
        for hand in self.hands:
            hand.process.kill()
        for hand in self.hands:
            hand.process.join()
            hand.pipe.close()

    def _hire(self) -> _Hand[Item]:
        context = get_context("spawn")
        mine, theirs = context.Pipe()
        process = context.Process(target=_labour, args=(theirs, self.work.begin), daemon=True)
        process.start()
        theirs.close()
        return _Hand(process, mine, until=time.monotonic() + _START_S)

    def _hand_out(self, *, more: bool) -> bool:
        for hand in self.hands:
            if not hand.ready or hand.task is not None:
                continue
            task = self.again.popleft() if self.again else None
            if task is None and more and self.taken - self.given < self.size * _AHEAD:
                task, more = self._take()
            if task is not None:
                self._give(hand, task)
        return more

    def _take(self) -> tuple[_Task[Item] | None, bool]:
        for item in self.items:
            task = _Task(self.taken, item)
            self.taken += 1
            return task, True
        return None, False

    def _give(self, hand: _Hand[Item], task: _Task[Item]) -> None:
        task.attempts += 1
        limit_s = self.work.limit_s(task.item)
        hand.task, hand.until = task, time.monotonic() + limit_s * _CLOCK_PER_PROCESSOR
        with suppress(OSError):
            hand.pipe.send((limit_s, task.item))

    def _wait(self) -> None:
        busy = [hand for hand in self.hands if hand.task is not None or not hand.ready]
        patience = max(0.0, min(hand.until for hand in busy) - time.monotonic())
        heard = wait([hand.pipe for hand in busy], timeout=patience)
        for hand in busy:
            if hand.pipe in heard:
                self._hear(hand)
            elif time.monotonic() >= hand.until:
                self._replace(hand)

    def _hear(self, hand: _Hand[Item]) -> None:
        try:
            good, answer = hand.pipe.recv()
        except (EOFError, OSError):
            self._replace(hand)
            return
        if not good:
            raise CrewError(f"a reading process could not begin: {answer}")
        if hand.task is None:
            hand.ready = True
            return
        self.done[hand.task.number] = answer
        hand.task = None

    def _replace(self, hand: _Hand[Item]) -> None:
        """A new process for one that died or ran out of time; a slow item is not tried again."""
        hand.process.join(timeout=0 if time.monotonic() >= hand.until else _START_S)
        slow = hand.process.exitcode in (None, -signal.SIGPROF)
        hand.process.kill()
        hand.process.join()
        hand.pipe.close()
        if not hand.ready:
            raise CrewError("a reading process could not begin: it died or took too long")
        self.hands[self.hands.index(hand)] = self._hire()
        if (task := hand.task) is None:
            return
        if slow or task.attempts == _ATTEMPTS:
            reason = "took too long" if slow else "ended its process twice (out of memory?)"
            self.done[task.number] = self.work.give_up(task.item, reason)
        else:
            self.again.append(task)


def _labour(pipe: Connection, begin: Callable[[], Callable[[Item], Result]]) -> None:
    """The life of a process: begin, then one item after another until the pipe is closed.

    The timer ends the process, even inside foreign code, when an item has used up its time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        do = begin()
    except (OnrecordError, ImportError, OSError) as error:
        pipe.send((False, str(error)))
        return
    pipe.send((True, None))
    with suppress(EOFError, OSError):
        while True:
            limit_s, item = pipe.recv()
            signal.setitimer(signal.ITIMER_PROF, limit_s)
            result = do(item)
            signal.setitimer(signal.ITIMER_PROF, 0)
            pipe.send((True, result))
