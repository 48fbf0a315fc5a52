"""What goes wrong: the root of our named errors, and one item of many that failed."""

from dataclasses import dataclass


class OnrecordError(Exception):
    """Their mistake: says what, which item, and what to do. Doors show it without a traceback."""


class Unreadable(OnrecordError):
    """A file that no reader can turn into text; `kind`, `reason` and `remedy` as in `Failed`."""

    def __init__(self, kind: str, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}: {remedy}")
        self.kind = kind
        self.reason = reason
        self.remedy = remedy


class CaseError(OnrecordError):
    """A case folder that cannot be opened, or is not one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """One item that could not be done: kept, counted and shown; the rest goes on.

    `kind` is a short code (`empty`, `binary`, `encrypted`, …); `reason` says what is wrong;
    `remedy` says what the person can do.
    """

    item: str
    kind: str
    reason: str
    remedy: str
    sha256: str | None = None
