"""Two groupings of the same things → how far they agree: B-cubed and pairwise."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, 0 to 1, and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 if both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def round(self) -> dict[str, float]:
        """The three numbers, to four places."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
        }


def compare_b_cubed(true: Mapping[Thing, Hashable], found: Mapping[Thing, Hashable]) -> Agreement:
    """B-cubed (Bagga and Baldwin 1998): the mean over things of how pure and whole their group is.

    What `found` does not hold stands alone.
    """
    cells = _count_cells(true, found)
    sizes, truths = _count_groups(cells)
    many = sum(cells.values())
    precision = sum(n * n / sizes[group] for (_, group), n in cells.items()) / many
    recall = sum(n * n / truths[truth] for (truth, _), n in cells.items()) / many
    return Agreement(precision, recall)


def compare_pairs(true: Mapping[Thing, Hashable], found: Mapping[Thing, Hashable]) -> Agreement:
    """Pairwise: of the pairs put together, how many belong; of those that belong, how many are."""
    cells = _count_cells(true, found)
    sizes, truths = _count_groups(cells)
    right = _count_pairs(cells.values())
    together, belonging = _count_pairs(sizes.values()), _count_pairs(truths.values())
    return Agreement(right / together if together else 1.0, right / belonging if belonging else 1.0)


def _count_cells(
    true: Mapping[Thing, Hashable], found: Mapping[Thing, Hashable]
) -> Counter[tuple[Hashable, Hashable]]:
    return Counter((truth, found.get(id, ("alone", id))) for id, truth in true.items())


def _count_groups(
    cells: Mapping[tuple[Hashable, Hashable], int],
) -> tuple[Counter[Hashable], Counter[Hashable]]:
    sizes: Counter[Hashable] = Counter()
    truths: Counter[Hashable] = Counter()
    for (truth, group), n in cells.items():
        sizes[group] += n
        truths[truth] += n
    return sizes, truths


def _count_pairs(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)
