"""Voices of one incident → for each figure, who gives it, and how many of them are independent."""

from collections.abc import Iterable
from enum import StrEnum

from onrecord.model.incident import Backing, Figure, Independent, Voice
from onrecord.model.vocabulary import Age, Harm, Sex, Status


def back_figures(voices: Iterable[Voice]) -> tuple[Backing, ...]:
    """Each number that a voice still stands by, with all who give it: totals before parts.

    Single persons told one by one are no figures of their own. A voice that adds no independent
    source is named, and not counted.
    """
    groups: dict[tuple[object, ...], list[tuple[Voice, Figure]]] = {}
    for voice in voices:
        for figure in voice.figures:
            if figure.live and not figure.item and figure.individual is None:
                groups.setdefault(_cell(figure), []).append((voice, figure))
    made = [_back(group) for group in groups.values()]
    return tuple(sorted(made, key=_order))


def count_independent(voices: Iterable[Voice]) -> Independent:
    """Credible originators: certain (named), and possible with the unresolved one that counts."""
    credible = [voice for voice in voices if voice.credible]
    certain = sum(voice.certain for voice in credible)
    return Independent(certain=certain, possible=sum(voice.counts_as_source for voice in credible))


def _cell(figure: Figure) -> tuple[object, ...]:
    return (figure.harm, figure.status, figure.sex, figure.age, figure.min, figure.max)


def _back(group: list[tuple[Voice, Figure]]) -> Backing:
    figure = group[0][1]
    voices = list({voice.claims: voice for voice, _ in group}.values())
    return Backing(
        harm=figure.harm,
        status=figure.status,
        sex=figure.sex,
        age=figure.age,
        min=figure.min,
        max=figure.max,
        voices=tuple(voice.originator for voice in voices),
        independent=count_independent(voices),
        claims=tuple(sorted({one.claim for _, one in group})),
    )


def _order(backing: Backing) -> tuple[object, ...]:
    kinds = (
        _place(Status, backing.status),
        _place(Sex, backing.sex),
        _place(Age, backing.age),
    )
    size = max(backing.min, backing.max or 0)
    return (list(Harm).index(backing.harm), kinds, -size, -backing.min, backing.claims)


def _place(kinds: type[StrEnum], kind: StrEnum) -> int:
    """Where a kind stands in its list; unknown, which means all people, comes first."""
    return -1 if kind == "unknown" else list(kinds).index(kind)
