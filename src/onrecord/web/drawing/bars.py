"""Ranges → bars on one scale from zero, positions in percent so that nothing shrinks on a phone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.model.incident import Range

_STEPS: Final = (1, 2, 5)
_MOST_TICKS: Final = 4


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale: its value, and its place in percent."""

    value: int
    at: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What all bars of one table are drawn on."""

    top: int
    ticks: tuple[Tick, ...]

    def place(self, value: int) -> str:
        """Where a number stands on it, in percent."""
        return f"{100 * min(value, self.top) / self.top:.2f}%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One range on a scale; what is `None` is not drawn. `open` draws an arrow beyond `high`."""

    scale: Scale
    low: str | None = None
    high: str | None = None
    open: bool = False
    best: str | None = None
    strict: str | None = None
    dots: tuple[str, ...] = ()


def choose_scale(values: Iterable[int]) -> Scale:
    """A scale from zero with two to four round ticks, that holds all values."""
    most = max([1, *values])
    step = next(step for step in _list_steps() if -(-most // step) <= _MOST_TICKS)
    top = -(-most // step) * step
    ticks = [Tick(value, f"{100 * value / top:.2f}%") for value in range(0, top + 1, step)]
    return Scale(top, tuple(ticks))


def draw_range(found: Range | None, scale: Scale) -> Bar:
    """A range as a bar; the empty scale where nobody gave a number."""
    if found is None:
        return Bar(scale=scale)
    strict = found.strict_min is not None and found.strict_min < found.min
    return draw_bounds(
        (found.min, found.max, found.open),
        scale,
        best=found.best,
        strict=found.strict_min if strict else None,
    )


def draw_bounds(
    bounds: tuple[int, int | None, bool],
    scale: Scale,
    *,
    best: int | None = None,
    strict: int | None = None,
) -> Bar:
    """Bounds as a bar: least, most (`None`: no number) and whether a floor states the most."""
    least, most, is_open = bounds
    return Bar(
        scale=scale,
        low=scale.place(least),
        high=scale.place(most if most is not None else least),
        open=is_open or most is None,
        best=None if best is None else scale.place(best),
        strict=None if strict is None else scale.place(strict),
    )


def draw_dots(numbers: Sequence[int], scale: Scale) -> Bar:
    """Single claims as rings."""
    return Bar(scale=scale, dots=tuple(scale.place(number) for number in numbers))


def _list_steps() -> Iterable[int]:
    power = 1
    while True:
        yield from (step * power for step in _STEPS)
        power *= 10
