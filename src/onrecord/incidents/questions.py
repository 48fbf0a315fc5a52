"""Questions → candidates: pairs of incidents for a person to settle, likeliest first."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.incidents.clusters import Question
from onrecord.incidents.doubts import Doubt
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.rulings import Rulings
from onrecord.model.comparison import Candidate
from onrecord.model.decision import DecisionKind
from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Cluster

_DECIDED = "a person decided that these are two; later reports tell of one attack"

Pair = tuple[IncidentId, IncidentId]


def list_candidates(
    questions: Iterable[Question],
    clusters: Sequence[Cluster],
    rulings: Rulings,
    *,
    doubts: Iterable[Doubt] = (),
    method: LinkMethod,
) -> tuple[Candidate, ...]:
    """The questions between two incidents that nobody has answered, ranked by bits and bounded.

    Decisions that later reports speak against come first.
    """
    home = {claim.id: cluster.id for cluster in clusters for claim in cluster.claims}
    settled = _list_settled(rulings, home)
    best: dict[Pair, Candidate] = {}
    for question in questions:
        pair = _find_pair(question.one.claims[0].id, question.other.claims[0].id, home)
        if pair is None or pair in settled:
            continue
        bits = round(question.found.bits, 2)
        made = Candidate(
            one=pair[0],
            other=pair[1],
            bits=bits,
            because=question.found.because,
            needed=method.at_least_bits,
        )
        if pair not in best or _rank(made) < _rank(best[pair]):
            best[pair] = made
    asked = _bound(sorted(best.values(), key=_rank), method)
    again = {_ask_again(doubt, home, method) for doubt in doubts}
    return (*sorted((each for each in again if each is not None), key=_rank), *asked)


def _ask_again(
    doubt: Doubt, home: dict[ClaimId, IncidentId], method: LinkMethod
) -> Candidate | None:
    pair = _find_pair(doubt.ruling.one, doubt.ruling.other, home)
    if pair is None:
        return None
    return Candidate(
        one=pair[0],
        other=pair[1],
        bits=round(doubt.found.bits, 2),
        because=(_DECIDED, *doubt.found.because),
        needed=method.at_least_bits,
        doubted=True,
    )


def _rank(candidate: Candidate) -> tuple[float, str, str, tuple[str, ...]]:
    return -candidate.bits, candidate.one, candidate.other, candidate.because


def _find_pair(one: ClaimId, other: ClaimId, home: dict[ClaimId, IncidentId]) -> Pair | None:
    here, there = home.get(one), home.get(other)
    if here is None or there is None or here == there:
        return None
    return (here, there) if here < there else (there, here)


def _list_settled(rulings: Rulings, home: dict[ClaimId, IncidentId]) -> set[Pair]:
    apart = rulings.list_pairs(DecisionKind.DIFFERENT_INCIDENT)
    pairs = (_find_pair(ruling.one, ruling.other, home) for ruling in apart)
    return {pair for pair in pairs if pair is not None}


def _bound(ranked: Sequence[Candidate], method: LinkMethod) -> tuple[Candidate, ...]:
    """The best few of each incident, and so many in all."""
    asked: Counter[IncidentId] = Counter()
    kept = []
    for candidate in ranked:
        busiest = max(asked[candidate.one], asked[candidate.other])
        if candidate.bits >= method.ask_bits and busiest < method.candidates_for_each:
            asked.update((candidate.one, candidate.other))
            kept.append(candidate)
    return tuple(kept[: method.candidates_in_all])
