"""A catalogue whose sums and facets are computed once for as long as the case does not change."""

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from onrecord.store.connecting import open_connection
from onrecord.store.searching import (
    Answer,
    Catalogue,
    IncidentQuery,
    Month,
    Spot,
    Totals,
)

_MOST: Final = 128


@dataclass(slots=True)
class Memory:
    """The latest answers about one state of a case; another state empties it."""

    _head: str = ""
    _answers: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def recall(self, head: str, key: Hashable, find: Callable[[], Answer]) -> Answer:
        """The answer to `key` in the state `head`, found now where it is not remembered."""
        with self._lock:
            if self._head != head:
                self._head = head
                self._answers.clear()
            if key in self._answers:
                self._answers.move_to_end(key)
                known: Answer = self._answers[key]
                return known
        found = find()
        with self._lock:
            if self._head == head:
                self._answers[key] = found
                if len(self._answers) > _MOST:
                    self._answers.popitem(last=False)
        return found


class RememberedCatalogue(Catalogue):
    """A catalogue that answers from a memory what takes a walk through all incidents."""

    def __init__(self, connection: sqlite3.Connection, memory: Memory) -> None:
        super().__init__(connection)
        self._memory = memory
        self._head = self.about()["head"]

    def add_up(self, query: IncidentQuery) -> Totals:
        """How many incidents a query finds and what their bounds add up to."""
        find = super().add_up
        return self.remember(("totals", query), lambda: find(query))

    def list_months(self, query: IncidentQuery) -> list[Month]:
        """The months in which the incidents of a query began, in order."""
        find = super().list_months
        return self.remember(("months", query), lambda: find(query))

    def list_spots(self, query: IncidentQuery, *, limit: int) -> list[Spot]:
        """The places of the located incidents of a query, most people killed first, at most `limit`."""
        find = super().list_spots
        return self.remember(("spots", query, limit), lambda: find(query, limit=limit))

    def list_values(self, column: str) -> list[tuple[str, int]]:
        """The values of `grade`, `response`, `country` or `party` with how many incidents each."""
        find = super().list_values
        return self.remember(("values", column), lambda: find(column))

    def count_documents(self, words: str = "") -> int:
        """How many documents there are, or hold the words."""
        find = super().count_documents
        return self.remember(("documents", words), lambda: find(words))

    def count_claims(self) -> int:
        """How many claims the case holds."""
        return self.remember(("claims",), super().count_claims)

    def remember(self, key: Hashable, find: Callable[[], Answer]) -> Answer:
        """What `find` gives, asked once for each state of the case."""
        return self._memory.recall(self._head, key, find)


@contextmanager
def open_remembered(path: Path, memory: Memory) -> Iterator[Catalogue]:
    """The catalogue in that file, for reading, with what was asked of it before."""
    with open_connection(path) as connection:
        yield RememberedCatalogue(connection, memory)
