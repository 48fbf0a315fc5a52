"""Codes of several coders → how far they agree, beyond what chance would give.

Percent agreement; kappa of two coders (Cohen 1960, "A coefficient of agreement for nominal
scales", Educational and Psychological Measurement 20, 37-46); alpha of any number of coders with
gaps (Krippendorff 2011, "Computing Krippendorff's alpha-reliability", University of Pennsylvania).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Final

_TWO: Final = 2


def measure_percent(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """The share (0 to 1) of pairs that are equal; `None` where there is no pair."""
    coded = list(pairs)
    return sum(one == other for one, other in coded) / len(coded) if coded else None


def measure_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa: agreement of two coders beyond chance, 1 at most, 0 as by chance.

    `None` where it is not defined: no pair, or both always gave one and the same code.
    """
    coded = list(pairs)
    observed = measure_percent(coded)
    if observed is None:
        return None
    first, second = Counter(one for one, _ in coded), Counter(other for _, other in coded)
    expected = sum(first[code] * second[code] for code in first) / len(coded) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def measure_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for codes without order; each unit holds the codes that were given.

    Units with fewer than two codes say nothing. `None` where it is not defined: fewer than two
    codes to compare, or one and the same code everywhere.
    """
    paired = [tuple(unit) for unit in units if len(unit) >= _TWO]
    number = sum(map(len, paired))
    totals = Counter(code for unit in paired for code in unit)
    expected = number**2 - sum(count**2 for count in totals.values())
    if not expected:
        return None
    observed = sum(
        (len(unit) ** 2 - sum(count**2 for count in Counter(unit).values())) / (len(unit) - 1)
        for unit in paired
    )
    return 1 - (number - 1) * observed / expected


def measure_alpha_of_numbers(units: Iterable[Sequence[float]]) -> float | None:
    """Krippendorff's alpha for numbers, where being further apart is worse (interval scale).

    `None` where it is not defined: fewer than two numbers to compare, or all are the same.
    """
    paired = [tuple(unit) for unit in units if len(unit) >= _TWO]
    values = [value for unit in paired for value in unit]
    expected = _square_apart(values)
    if not expected:
        return None
    observed = sum(_square_apart(unit) / (len(unit) - 1) for unit in paired)
    return 1 - (len(values) - 1) * observed / expected


def _square_apart(values: Sequence[float]) -> float:
    """The sum of squared differences over all ordered pairs."""
    total = sum(values)
    return 2 * (len(values) * sum(value * value for value in values) - total * total)
