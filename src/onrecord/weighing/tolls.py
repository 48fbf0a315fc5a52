"""Live figures of the voices → the tolls that cannot all be right; growth of a toll is none.

Two figures contradict each other if their intervals do not meet: 44 and 49, 44 and "at least 46",
"between 40 and 45" and 49. An early "at least 44" under a later 49 meets it: the toll grew.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Contradiction, Figure, Voice
from onrecord.model.vocabulary import Age, Basis, Harm, Sex, Status
from onrecord.weighing.hearing import Hearing
from onrecord.weighing.sides import Side, contradict, make_side

_WORDS = {Sex.WOMAN: "women", Sex.MAN: "men"}


class Cell(NamedTuple):
    """The harm and the people that a figure counts."""

    harm: Harm
    sex: Sex
    age: Age
    status: Status

    @property
    def words(self) -> str:
        """The cell in words; all people are not named: "killed", "killed (civilian, children)"."""
        told = [
            self.status.value.replace("_", " ") if self.status is not Status.UNKNOWN else "",
            "children" if self.age is Age.CHILD else _WORDS.get(self.sex, ""),
        ]
        named = ", ".join(word for word in told if word)
        return self.harm.value.replace("_", " ") + (f" ({named})" if named else "")


class Span(NamedTuple):
    """The interval of a figure; `headline` has lost its "at least"."""

    min: int
    max: int | None
    headline: bool


def compare_tolls(hearing: Hearing) -> Iterator[Contradiction]:
    """For each harm and people the figures of different voices that cannot all be right.

    Where only headlines differ from the rest, that explains the difference.
    """
    for cell, sides in sorted(_gather(hearing).items()):
        opposed = _find_apart(sides)
        if opposed:
            body = _find_apart([side for side in opposed if not side.value.headline])
            status = "open" if body else "explained"
            yield contradict("count", opposed, about=f"{cell.words}: ", status=status)


def _gather(hearing: Hearing) -> dict[Cell, list[Side[Span]]]:
    held: dict[Cell, dict[Span, tuple[set[ClaimId], set[int]]]] = {}
    mixed = _find_mixed(hearing)
    for place, voice in enumerate(hearing.voices):
        for cell, figure in _list_stated(voice, mixed):
            span = Span(figure.min, figure.max, figure.headline)
            claims, voices = held.setdefault(cell, {}).setdefault(span, (set(), set()))
            claims.add(figure.claim)
            voices.add(place)
    return {
        cell: [
            make_side(hearing, _say(span), span, *spans[span])
            for span in sorted(spans, key=lambda one: (one.min, one.max is None, one.max or 0))
        ]
        for cell, spans in held.items()
    }


def _find_mixed(hearing: Hearing) -> set[Cell]:
    """The cells in which people of several standings are told: none of them is all people."""
    told: dict[Cell, set[Status]] = {}
    for voice in hearing.voices:
        for figure in voice.figures:
            if figure.live and figure.status is not Status.UNKNOWN:
                told.setdefault(_of_any(figure), set()).add(figure.status)
    return {cell for cell, statuses in told.items() if len(statuses) > 1}


def _list_stated(voice: Voice, mixed: Collection[Cell]) -> Iterator[tuple[Cell, Figure]]:
    """A voice's live figures but vague words, each with what it may be compared with.

    A figure of civilians or fighters alone is also the voice's word on all people, if it has no
    other and nobody tells of people of another standing.
    """
    plain = {_cell(one) for one in voice.figures if one.live and one.status is Status.UNKNOWN}
    for figure in voice.figures:
        if not figure.live or figure.basis is Basis.VAGUE:
            continue
        yield _cell(figure), figure
        whole = _of_any(figure)
        if figure.status is not Status.UNKNOWN and whole not in {*plain, *mixed}:
            yield whole, figure


def _cell(figure: Figure) -> Cell:
    return Cell(figure.harm, figure.sex, figure.age, figure.status)


def _of_any(figure: Figure) -> Cell:
    return _cell(figure)._replace(status=Status.UNKNOWN)


def _find_apart(sides: Sequence[Side[Span]]) -> list[Side[Span]]:
    """The sides whose interval misses that of some other voice."""
    return [side for side in sides if _is_missed(side, sides)]


def _is_missed(side: Side[Span], sides: Sequence[Side[Span]]) -> bool:
    return any(
        len(side.voices | other.voices) > 1 and miss(side.value, other.value) for other in sides
    )


def miss(one: Span, other: Span) -> bool:
    """Whether two intervals have no number in common."""
    below = one.max is not None and one.max < other.min
    return below or (other.max is not None and other.max < one.min)


def _say(span: Span) -> str:
    if span.max is None:
        return f"at least {span.min}"
    return str(span.min) if span.min == span.max else f"{span.min} to {span.max}"
