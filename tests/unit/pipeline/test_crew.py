"""Several processes give results in order, and one that dies or dawdles costs its item only."""

import os
import time
from collections.abc import Callable, Iterator

import pytest

from onrecord.model.failure import OnrecordError
from onrecord.pipeline.crew import CrewError, Work, work_in_order


def begin() -> Callable[[str], str]:
    def do(item: str) -> str:
        if item == "die":
            os._exit(9)
        if item == "dawdle":
            while True:
                pass
        if item == "hang":
            time.sleep(60)
        if item == "slow":
            time.sleep(0.3)
        return item.upper()

    return do


def begin_badly() -> Callable[[str], str]:
    raise OnrecordError("the model is missing")


def give_up(item: str, reason: str) -> str:
    return f"{item}: {reason}"


WORK = Work(begin=begin, give_up=give_up, limit_s=lambda _: 30)


@pytest.mark.parametrize("processes", [0, 1, 2, 3])
def test_results_come_in_the_order_of_the_items(processes: int) -> None:
    items = ["slow", *(f"item {n}" for n in range(40)), "slow", "last"]

    assert list(work_in_order(items, WORK, processes=processes)) == [s.upper() for s in items]


def test_nothing_to_do_is_done_at_once() -> None:
    assert list(work_in_order([], WORK, processes=2)) == []


def test_an_item_that_kills_its_process_twice_is_given_up() -> None:
    results = list(work_in_order(["a", "die", "b", "c"], WORK, processes=2))

    assert results == ["A", "die: ended its process twice (out of memory?)", "B", "C"]


@pytest.mark.parametrize("item", ["dawdle", "hang"])
def test_an_item_that_takes_too_long_is_given_up(item: str) -> None:
    work = Work(begin=begin, give_up=give_up, limit_s=lambda _: 0.1)

    results = list(work_in_order(["a", item, "b"], work, processes=1))

    assert results == ["A", f"{item}: took too long", "B"]


def test_a_process_that_cannot_begin_is_named() -> None:
    work = Work(begin=begin_badly, give_up=give_up)

    with pytest.raises(CrewError, match="the model is missing"):
        list(work_in_order(["a"], work, processes=1))


def test_a_stream_is_taken_only_a_little_ahead() -> None:
    taken = 0

    def stream() -> Iterator[str]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield str(number)

    results = work_in_order(stream(), WORK, processes=2)
    assert next(results) == "0"
    assert taken < 200
    results.close()  # type: ignore[attr-defined]
