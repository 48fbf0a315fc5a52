"""Many small entries → few transactions: at most a second's work is lost in a crash."""

import time
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Final

from onrecord.store.protocol import Store

_MOST: Final = 50
_LONGEST_S: Final = 1.0


class Batches:
    """Keeps a transaction open over several items: at most 50 of them or one second.

    Call `step` before each item. What is open at the end is committed; on an error it is not.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._open: AbstractContextManager[None] | None = None
        self._count = 0
        self._since = 0.0

    def __enter__(self) -> "Batches":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if (current := self._open) is not None:
            self._open = None
            current.__exit__(kind, error, trace)

    def step(self) -> None:
        """Makes sure that a transaction is open which is neither full nor old."""
        if self._open is not None and self._is_full():
            self.__exit__(None, None, None)
        if self._open is None:
            opening = self._store.transaction()
            opening.__enter__()
            self._open = opening
            self._count, self._since = 0, time.monotonic()
        self._count += 1

    def _is_full(self) -> bool:
        return self._count >= _MOST or time.monotonic() - self._since >= _LONGEST_S
