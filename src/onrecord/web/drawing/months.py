"""Months with their bounds → columns with breaks where nothing is recorded for long."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.dates import MONTHS_3

from onrecord.store.searching import Month
from onrecord.web.drawing.bars import Scale, choose_scale

_LONGEST_SHOWN: Final = 6
_HEIGHT_PX: Final = 130
_TOP_PX: Final = 20
_WIDEST: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One month, or a break of `gap` months without an incident. Heights are pixels from the top."""

    at: str
    month: Month | None = None
    gap: int = 0
    low: int = 0
    high: int = 0
    year: str = ""
    label: str = ""
    left: str = ""
    wide: str = ""

    @property
    def first(self) -> str:
        """The first day of the month."""
        return f"{self.month.month}-01" if self.month else ""

    @property
    def last(self) -> str:
        """The last day of the month."""
        if self.month is None:
            return ""
        year, month = int(self.month.month[:4]), int(self.month.month[5:7])
        return f"{self.month.month}-{monthrange(year, month)[1]:02d}"


@dataclass(frozen=True, slots=True)
class MonthChart:
    """Columns in order, the lines of the scale in pixels, and the height of the whole."""

    columns: tuple[Column, ...]
    lines: tuple[tuple[int, int], ...]
    base: int
    named: bool


def draw_months(months: Sequence[Month]) -> MonthChart | None:
    """The chart of people killed by month; `None` where there is no month."""
    shown = list(months)[-_WIDEST:]
    if not shown:
        return None
    scale = choose_scale(month.killed_max for month in shown)
    slots = list(_fill(shown))
    width = 92 / len(slots)
    columns = []
    year = ""
    for number, (month, gap) in enumerate(slots):
        at = f"{7 + width * (number + 0.5):.2f}%"
        if month is None:
            columns.append(Column(at=at, gap=gap))
            continue
        new = month.month[:4] if month.month[:4] != year else ""
        year = month.month[:4]
        columns.append(
            Column(
                at=at,
                month=month,
                low=_height(month.killed_min, scale),
                high=_height(month.killed_max, scale),
                year=new,
                left=f"{7 + width * number:.2f}%",
                wide=f"{width:.2f}%",
                label=str(MONTHS_3[int(month.month[5:7])]).capitalize(),
            )
        )
    lines = tuple((tick.value, _height(tick.value, scale)) for tick in scale.ticks)
    return MonthChart(tuple(columns), lines, _TOP_PX + _HEIGHT_PX, len(slots) <= 18)


def _height(value: int, scale: Scale) -> int:
    return _TOP_PX + _HEIGHT_PX - round(_HEIGHT_PX * value / scale.top)


def _fill(months: Sequence[Month]) -> Iterator[tuple[Month | None, int]]:
    """Every month from the first to the last; long gaps as one break."""
    before: int | None = None
    for month in months:
        here = int(month.month[:4]) * 12 + int(month.month[5:7]) - 1
        gap = 0 if before is None else here - before - 1
        if gap > _LONGEST_SHOWN:
            yield None, gap
        else:
            for missing in range(gap):
                index = (before or 0) + 1 + missing
                name = f"{index // 12}-{index % 12 + 1:02d}"
                yield _empty(name), 0
        yield month, 0
        before = here


def _empty(name: str) -> Month:
    return Month(
        month=name, incidents=0, killed_with=0, killed_min=0, killed_max=0, killed_open=False
    )
