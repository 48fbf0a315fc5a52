"""A step → what it came to: read = kept + known before + failed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

from onrecord.model.failure import Failed

Progress: TypeAlias = Callable[[str, int, int | None], None]
"""Told the step, how many items are done, and of how many (`None` if unknown)."""


def no_progress(step: str, done: int, total: int | None) -> None:
    """Tells nobody."""


def utc_now() -> str:
    """The time of entry: UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(slots=True)
class Report:
    """What one step came to. `kept` are new, `known` were done before, `failed` are not done.

    `again` are failures known from an earlier run whose bytes have not changed. `item` is the word
    for one of them. A step that makes everything anew, or nothing, does not `add_up`.
    """

    step: str
    item: str
    add_up: bool = True
    kept: int = 0
    known: int = 0
    failed: list[Failed] = field(default_factory=list)
    again: list[Failed] = field(default_factory=list)

    @property
    def read(self) -> int:
        """All items that were looked at."""
        return self.kept + self.known + self.lost

    @property
    def lost(self) -> int:
        """Items that are not done: failed now or before."""
        return len(self.failed) + len(self.again)

    @property
    def changed(self) -> bool:
        """Whether anything was entered."""
        return bool(self.kept or self.failed)

    def words(self) -> str:
        """The sum of the step in one line."""
        if not self.changed and not self.lost:
            return f"{self.step}: already up to date ({self._count(self.known)})"
        if not self.add_up:
            return f"{self.step}: {self._count(self.kept)}"
        before = f" ({len(self.again)} known from before)" if self.again else ""
        return (
            f"{self.step}: {self._count(self.read)} = {self.kept} kept + {self.known} known before"
            f" + {self.lost} failed{before}"
        )

    def _count(self, number: int) -> str:
        return f"{number} {self.item}" + ("" if number == 1 else "s")
