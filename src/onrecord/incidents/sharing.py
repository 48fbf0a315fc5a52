"""Many like tasks → their results: in turn here, or by whatever the pipeline shares them out to."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Spread(Protocol):
    """Does one thing to many items; the results are the same however it is shared out."""

    def __call__(self, work: Callable[[Item], Result], items: Sequence[Item], /) -> list[Result]:
        """The result of each item, in order."""


def in_turn(work: Callable[[Item], Result], items: Sequence[Item], /) -> list[Result]:
    """One item after the other, in this process."""
    return [work(item) for item in items]
