"""Numbers with relations → the narrowest spans in whole numbers: by propagation, then trying out.

Where no two relations are joined by a circle and all weights are one, propagation alone gives the
narrowest spans. Elsewhere each end is tried: a whole solution that reaches it proves it, and an
end that none reaches is moved to the first value that one does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

# Relations that narrow each other without end are broken off, and then tried out.
_ROUNDS = 60
# How many partial solutions one question may cost; a question left open moves no end.
_TRIES = 4000
Broken = tuple[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`least` <= sum of weight times number <= `most`; `None` is no such end."""

    weights: tuple[tuple[str, int], ...]
    least: int | None
    most: int | None


@dataclass(slots=True, kw_only=True)
class Spans:
    """The least and most (`None`: no ceiling) of each number; `settled` once nothing moves."""

    lows: dict[str, int]
    highs: dict[str, int | None]
    settled: bool = True

    def copy(self) -> "Spans":
        """The same spans, to be narrowed apart."""
        return Spans(lows=dict(self.lows), highs=dict(self.highs))


class Note(Protocol):
    """Is told each end that moves: of which number, to where, by the relation of which place."""

    def __call__(self, name: str, value: int, *, upper: bool, by: int | None) -> None:
        """Takes it down."""


def squeeze(spans: Spans, relations: Sequence[Relation], *, note: Note) -> Broken | None:
    """Narrows the spans in place until nothing moves; where one is empty, its name and relation.

    Every end is one that no solution lies beyond. Relations that go on narrowing each other
    without end leave `settled` false, or are broken if nothing solves them.
    """
    broken = _narrow(spans, relations, note)
    if broken is None and not spans.settled:
        return _find_endless(spans, relations)
    return broken


def sharpen(
    spans: Spans, relations: Sequence[Relation], asked: Sequence[str], *, note: Note
) -> Broken | None:
    """Moves each end of the asked numbers to the first value that a whole solution has.

    Where no solution exists, the name of a number; nothing moves where the question is too large.
    """
    for names, held in _split(spans, relations):
        if _is_plain(held):
            continue
        trial = _Trial(spans, names, held)
        if not trial.solve():
            if not trial.gave_up:
                return names[0], None
            continue
        for name in (one for one in asked if one in names):
            for upper in (False, True):
                value = trial.find_end(name, upper=upper)
                if value is not None:
                    _move(spans, name, value, upper=upper)
                    note(name, value, upper=upper, by=None)
    return None


def _narrow(spans: Spans, relations: Sequence[Relation], note: Note) -> Broken | None:
    for _ in range(_ROUNDS):
        moved = False
        for place, relation in enumerate(relations):
            for name, value, upper in _list_moves(spans, relation):
                moved = True
                _move(spans, name, value, upper=upper)
                note(name, value, upper=upper, by=place)
                high = spans.highs[name]
                if high is not None and spans.lows[name] > high:
                    return name, place
        if not moved:
            return None
    spans.settled = False
    return None


def _move(spans: Spans, name: str, value: int, *, upper: bool) -> None:
    if upper:
        spans.highs[name] = value
    else:
        spans.lows[name] = value


def _tell_nobody(name: str, value: int, *, upper: bool, by: int | None) -> None:
    """For spans that are only tried out."""


def _list_moves(spans: Spans, relation: Relation) -> Iterator[tuple[str, int, bool]]:
    """The ends that one relation moves: number, new value, whether it is the upper end."""
    if relation.most is not None:
        yield from _press(spans, relation.weights, relation.most)
    if relation.least is not None:
        turned = tuple((name, -weight) for name, weight in relation.weights)
        yield from _press(spans, turned, -relation.least)


def _press(
    spans: Spans, weights: tuple[tuple[str, int], ...], most: int
) -> Iterator[tuple[str, int, bool]]:
    """What a sum of at most `most` leaves to each term when the others are at their least."""
    leasts = [_least(spans, name, weight) for name, weight in weights]
    known = sum(one for one in leasts if one is not None)
    free = sum(one is None for one in leasts)
    if free > 1:
        return
    for (name, weight), own in zip(weights, leasts, strict=True):
        if free and own is not None:
            continue
        rest = most - known + (own or 0)
        if weight > 0:
            high, value = spans.highs[name], rest // weight
            if high is None or value < high:
                yield name, value, True
        elif -(-rest // weight) > spans.lows[name]:
            yield name, -(-rest // weight), False


def _least(spans: Spans, name: str, weight: int) -> int | None:
    if weight > 0:
        return weight * spans.lows[name]
    high = spans.highs[name]
    return None if high is None else weight * high


def _find_endless(spans: Spans, relations: Sequence[Relation]) -> Broken | None:
    """For relations that narrow without end: whether anything at all solves them."""
    for names, held in _split(spans, relations):
        trial = _Trial(spans, names, held)
        if not trial.solve() and not trial.gave_up:
            return names[0], None
    return None


def _split(
    spans: Spans, relations: Sequence[Relation]
) -> Iterator[tuple[list[str], list[Relation]]]:
    """The numbers and relations in groups that have nothing to do with each other."""
    groups: list[tuple[set[str], list[Relation]]] = []
    for relation in relations:
        names = {name for name, _ in relation.weights}
        touched = [group for group in groups if group[0] & names]
        for group in touched:
            groups.remove(group)
        held = [one for group in touched for one in group[1]]
        groups.append((names.union(*(group[0] for group in touched)), [*held, relation]))
    for found, held in groups:
        yield sorted(found), held


def _is_plain(relations: Sequence[Relation]) -> bool:
    """Whether propagation alone is exact: weights of one, and no circle of relations."""
    if any(abs(weight) != 1 for one in relations for _, weight in one.weights):
        return False
    names = {name for one in relations for name, _ in one.weights}
    ties = sum(len(one.weights) for one in relations)
    return ties == len(names) + len(relations) - 1


class _Trial:
    """Looks for whole solutions of one group of numbers, and remembers those that it has found."""

    def __init__(self, spans: Spans, names: Sequence[str], relations: Sequence[Relation]) -> None:
        self.relations = relations
        self.open = {name for name in names if spans.highs[name] is None}
        self.roof = _raise_roof(spans, names, relations)
        highs = {name: spans.highs[name] for name in names}
        self.spans = Spans(
            lows={name: spans.lows[name] for name in names},
            highs={name: self.roof if high is None else high for name, high in highs.items()},
        )
        self.found: list[dict[str, int]] = []
        self.gave_up = False
        self.left = 0

    def solve(self, name: str | None = None, value: int = 0, *, upper: bool = False) -> bool:
        """Whether a solution exists, with that number at least (`upper`) or at most `value`."""
        self.left, self.gave_up = _TRIES, False
        spans = self.spans.copy()
        if name is not None:
            _move(spans, name, value, upper=not upper)
        solution = self._search(spans)
        if solution is not None:
            self.found.append(solution)
        return solution is not None

    def find_end(self, name: str, *, upper: bool) -> int | None:
        """Where an end must move to so that a solution reaches it; `None` if it need not."""
        values = [solution[name] for solution in self.found]
        reached, step = (max(values), 1) if upper else (min(values), -1)
        end = (self.spans.highs if upper else self.spans.lows)[name] or 0
        tried, beyond = end, end + step
        while abs(beyond - reached) > 1:
            if self.solve(name, tried, upper=upper):
                reached = self.found[-1][name]
            elif self.gave_up:
                break
            else:
                beyond = tried
            tried = (beyond + reached) // 2
        endless = upper and name in self.open and beyond > self.roof // 2
        return None if endless or beyond - step == end else beyond - step

    def _search(self, spans: Spans) -> dict[str, int] | None:
        """The first solution, halving the narrowest open span; lower halves come first."""
        self.left -= 1
        self.gave_up = self.gave_up or self.left < 0
        if self.gave_up or _narrow(spans, self.relations, _tell_nobody) is not None:
            return None
        open_ = [
            (high - spans.lows[name], name)
            for name, high in spans.highs.items()
            if high is not None and high > spans.lows[name]
        ]
        if not open_:
            return dict(spans.lows)
        width, name = min(open_)
        middle = spans.lows[name] + width // 2
        lower, upper = spans.copy(), spans
        lower.highs[name] = middle
        upper.lows[name] = middle + 1
        return self._search(lower) or self._search(upper)


def _raise_roof(spans: Spans, names: Sequence[str], relations: Sequence[Relation]) -> int:
    """A number beyond all that the given ones can add up to: a ceiling for what has none."""
    given = sum(spans.lows[name] + (spans.highs[name] or 0) for name in names)
    given += sum(abs(one.least or 0) + abs(one.most or 0) for one in relations)
    heavy = max(abs(weight) for one in relations for _, weight in one.weights)
    return 8 * heavy * (given + len(names))
