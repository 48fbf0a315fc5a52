"""Who holds what → pairs that hold two things in common, for millions of pairs in little memory."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


def pair_holders(lists: Iterable[Sequence[int]], *, most: int) -> list[tuple[int, int]]:
    """Pairs of numbers, the lower first, that stand together in two lists or more, in order.

    Each list holds numbers from 0 in rising order, each once. Lists are taken as they come, and no
    further ones when all their pairs, counted with repetition, would be more than `most`.
    """
    taken: list[Numbers] = []
    looked_at = highest = 0
    for numbers in lists:
        looked_at += len(numbers) * (len(numbers) - 1) // 2
        if looked_at > most:
            break
        if len(numbers) > 1:
            taken.append(np.asarray(numbers, dtype=np.int64))
            highest = max(highest, numbers[-1])
    if not taken:
        return []
    codes = np.concatenate([_code(numbers, highest + 1) for numbers in taken])
    values, counts = np.unique(codes, return_counts=True)
    ones, others = np.divmod(values[counts > 1], highest + 1)
    return list(zip(ones.tolist(), others.tolist(), strict=True))


def _code(numbers: Numbers, many: int) -> Numbers:
    """One number for each pair."""
    ones, others = _list_places(len(numbers))
    return numbers[ones] * many + numbers[others]


@lru_cache(maxsize=256)
def _list_places(many: int) -> tuple[Numbers, Numbers]:
    ones, others = np.triu_indices(many, 1)
    return ones.astype(np.int64), others.astype(np.int64)
