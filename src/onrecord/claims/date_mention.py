"""A date as written: where it stands and its parsed parts, before any year or day is worked out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Parts:
    """What a date names of year, month and day; `None` is what it leaves out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, period or clock time at `[start, end)` of a text.

    `kind` is one of: `day`, `days` (a range of days), `numeric` (order of day and month open),
    `month`, `months`, `year`, `years`, `season`, `weekday`, `weekdays`, `relative` (days from
    publication), `overnight`, `ago`, `period` (a calendar unit from publication), `window` (up to
    publication), `anchored` (relative to the context), `time` (a clock time, never a date).
    `first` and `last` hold the named parts; `weekday` and `last_weekday` count from Monday, 0.
    `amount` and `unit` measure shifts: negative is earlier. `part` narrows a period (`early`,
    `mid`, `late`, `earlier`, `half1`, `quarter3`, …). `edge` is `since`, `until`, … before it.
    `readings` are the days that a numeric date can mean. `last_word` is set for "last Thursday".
    """

    start: int
    end: int
    kind: str
    text: str
    first: Parts = Parts()
    last: Parts | None = None
    weekday: int | None = None
    last_weekday: int | None = None
    amount: int | None = None
    unit: str | None = None
    part: str | None = None
    edge: str | None = None
    readings: tuple[date, ...] = ()
    last_word: bool = False
    vague: bool = False
