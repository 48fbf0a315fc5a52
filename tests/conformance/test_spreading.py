"""One engine for few items and for many: forked processes give what one process gives."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pipeline.spreading import beside, in_one_process, spread, telling, without_pauses

FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")


@FORKS
@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(), max_size=20), st.integers(1, 4))
def test_shared_out_work_comes_back_in_order(items: list[int], processes: int) -> None:
    assert spread(str, items, processes=processes) == [str(item) for item in items]


@FORKS
def test_work_of_a_lost_process_is_done_again() -> None:
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here:
            os._exit(1)
        return item + 1

    assert spread(work, [1, 2, 3], processes=2) == [2, 3, 4]


@FORKS
def test_an_error_in_a_forked_process_is_raised_here() -> None:
    def work(item: int) -> float:
        return 1 / item

    with pytest.raises(ZeroDivisionError):
        spread(work, [1, 0], processes=2)


@FORKS
@pytest.mark.parametrize("size", [1, 1_000_000])
def test_work_done_beside_gives_what_it_gives_here(size: int) -> None:
    here = os.getpid()

    def lose() -> str:
        if os.getpid() != here:
            os._exit(1)
        return "found"

    assert beside(lambda: "found", size=size)() == "found"
    assert beside(lose, size=size)() == "found"


def test_it_is_told_how_far_the_work_is() -> None:
    told: list[tuple[int, int]] = []

    with telling(lambda done, total: told.append((done, total))):
        spread(str, range(250), processes=1)

    assert told == [(0, 250), (100, 250), (200, 250), (250, 250)]


def test_the_collector_of_cycles_is_as_before_afterwards() -> None:
    import gc

    with without_pauses():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_nothing_is_forked_where_one_process_is_to_do_all() -> None:
    with in_one_process():
        assert set(spread(lambda _: os.getpid(), range(5000), processes=3)) == {os.getpid()}
        assert beside(os.getpid, size=1_000_000)() == os.getpid()
