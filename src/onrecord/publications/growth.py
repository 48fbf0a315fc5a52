"""Figures of one voice → the tolls that merely grew, which contradict nothing."""

from collections.abc import Iterable, Iterator

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Figure, Voice
from onrecord.model.vocabulary import Age, Sex, Status
from onrecord.publications.wording import say_day


def list_growth(voices: Iterable[Voice]) -> list[tuple[str, tuple[ClaimId, ...]]]:
    """For each toll that grew: in words, and the claims that give it, first to last."""
    return [told for voice in voices for told in _grow(voice)]


def _grow(voice: Voice) -> Iterator[tuple[str, tuple[ClaimId, ...]]]:
    series: dict[tuple[str, Status, Sex, Age], list[Figure]] = {}
    for figure in voice.figures:
        if figure.said is not None and not figure.item and figure.individual is None:
            cell = (figure.harm.value, figure.status, figure.sex, figure.age)
            series.setdefault(cell, []).append(figure)
    for (harm, *_), told in series.items():
        steps = _steps(told)
        if len(steps) > 1 and steps[-1].live and all(not one.live for one in steps[:-1]):
            words = ", then ".join(_say(step) for step in steps)
            name = voice.originator or "an unnamed voice"
            yield f"{name}: {harm.replace('_', ' ')} {words}", tuple(one.claim for one in steps)


def _steps(told: Iterable[Figure]) -> list[Figure]:
    """The figures in order of saying, only those that raise the toll or put it more firmly."""
    steps: list[Figure] = []
    for figure in sorted(told, key=lambda one: (str(one.said), one.min)):
        if not steps or figure.min > steps[-1].min:
            steps.append(figure)
    return steps


def _say(figure: Figure) -> str:
    number = f"at least {figure.min}" if figure.max is None else str(figure.min)
    day = f" ({say_day(figure.said)})" if figure.said else ""
    return f"{number}{day}"
