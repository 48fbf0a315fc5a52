"""Open pairs → in what order to ask: first what a decision would change most.

If two incidents turn out to be one, the sums stop counting the same people twice. How much that is, times
how likely it is, is what the answer is worth before it is known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model.comparison import Candidate
from onrecord.model.identity import IncidentId
from onrecord.model.incident import Incident
from onrecord.model.vocabulary import Harm

Toll = tuple[int, int]
"""The least number of people killed and injured at an incident, 0 where nobody gives one."""
_HALF_LIKELY = -3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """A pair, and by how much the least numbers of the sums would fall if it is one attack."""

    pair: Candidate
    killed: int
    injured: int

    @property
    def weight(self) -> float:
        """The change to be expected: an incident less, and the people, if it is one attack."""
        return _likelihood(self.pair) * (1 + self.killed + self.injured / 2)


def rank_by_effect(
    pairs: Iterable[Candidate], tolls: Mapping[IncidentId, Toll]
) -> tuple[Stake, ...]:
    """The pairs, doubted decisions first, then by what an answer would change most."""
    stakes = [_weigh(pair, tolls) for pair in pairs]
    return tuple(
        sorted(
            stakes,
            key=lambda one: (
                not one.pair.doubted,
                -one.weight,
                -one.pair.bits,
                one.pair.one,
                one.pair.other,
            ),
        )
    )


def read_toll(incident: Incident) -> Toll:
    """What an incident adds to the least numbers of the sums."""
    ranges = incident.counting.by_harm
    killed, injured = (ranges.get(harm) for harm in (Harm.KILLED, Harm.INJURED))
    return (killed.min if killed else 0), (injured.min if injured else 0)


def _weigh(pair: Candidate, tolls: Mapping[IncidentId, Toll]) -> Stake:
    """One incident keeps the lower of two least numbers, so that the sum falls by the higher."""
    ones, others = tolls.get(pair.one, (0, 0)), tolls.get(pair.other, (0, 0))
    both = [max(one, other) for one, other in zip(ones, others, strict=True)]
    return Stake(pair=pair, killed=both[0], injured=both[1])


def _likelihood(pair: Candidate) -> float:
    """How likely a pair is one attack: of those three bits short of what is asked for, half are.

    Measured on coded articles (docs/methods/linking.md); each two bits double the odds.
    """
    return float(1.0 / (1.0 + 2.0 ** -((pair.bits - pair.needed - _HALF_LIKELY) / 2)))
