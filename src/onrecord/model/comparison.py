"""Comparisons of incidents: why two are one or two, and what each agreement is worth in a case."""

from dataclasses import dataclass

from onrecord.model.identity import IncidentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Why two incidents are one or two: `bits` of evidence, `needed` for one attack in this case.

    `because` holds every ground with its weight, `decided_by` what settled it, in words.
    """

    bits: float
    needed: float
    because: tuple[str, ...]
    decided_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """How one incident stands to another: `follows`, `part_of` or `covered_by` it, and why."""

    one: IncidentId
    other: IncidentId
    kind: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedWeight:
    """What one outcome of one comparison is worth in a case: "figures", "same".

    `m` is its share among the pairs of accounts taken for one attack, `u` among all others; `shipped`
    and `learned` are weights in bits, and `pairs` says on how many pairs the learned one rests.
    """

    matter: str
    level: str
    pairs: int
    m: float
    u: float
    shipped: float
    learned: float

    @property
    def shift(self) -> float:
        """What the case adds to the shipped weight, in bits."""
        return round(self.learned - self.shipped, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two incidents that may be one: a question for a person, never a forced merge.

    `needed` bits would have joined them; `doubted`: later reports speak against a decision.
    """

    one: IncidentId
    other: IncidentId
    bits: float
    because: tuple[str, ...]
    needed: float = 0.0
    doubted: bool = False
