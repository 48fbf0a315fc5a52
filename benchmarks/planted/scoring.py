"""A planted corpus through the real rooms → how much of the planted truth comes out again."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.planted.answering import EARLIER
from benchmarks.planted.grouping import compare_b_cubed, compare_pairs
from benchmarks.planted.planting import Planted
from benchmarks.planted.truth import Truth

from onrecord.claims import load_party_book
from onrecord.incidents import link_claims
from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Counting, Linking, Support
from onrecord.model.party import PartyBook
from onrecord.tallies import count_incident
from onrecord.weighing import weigh_incidents

Report = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What the rooms made of a planted corpus, and the seconds that each took."""

    planted: Planted
    parties: PartyBook
    linking: Linking
    supports: Mapping[IncidentId, Support]
    countings: Mapping[IncidentId, Counting]
    seconds: Mapping[str, float]


def run_rooms(planted: Planted) -> Run:
    """Links, weighs and counts the planted claims."""
    parties = load_party_book()
    began = time.perf_counter()
    linking = link_claims(planted.claims, planted.documents, parties=parties)
    linked = time.perf_counter()
    supports = weigh_incidents(linking, planted.documents, parties=parties)
    weighed = time.perf_counter()
    countings = {one.id: count_incident(one, supports[one.id]) for one in linking.clusters}
    counted = time.perf_counter()
    return Run(
        planted=planted,
        parties=parties,
        linking=linking,
        supports=supports,
        countings=countings,
        seconds={
            "link": round(linked - began, 2),
            "weigh": round(weighed - linked, 2),
            "count": round(counted - weighed, 2),
        },
    )


def group_found(linking: Linking) -> dict[ClaimId, IncidentId]:
    """The incident that each linked claim was put into."""
    return {claim.id: cluster.id for cluster in linking.clusters for claim in cluster.claims}


def score_linking(run: Run) -> Report:
    """How well the claims of each attack came together, B-cubed and pairwise."""
    true, found = run.planted.truth.incident_of, group_found(run.linking)
    return {
        "incidents": len(run.linking.clusters),
        "attacks": len(set(true.values())),
        "b_cubed": compare_b_cubed(true, found).round(),
        "pairwise": compare_pairs(true, found).round(),
    }


def score_copies(run: Run) -> Report:
    """Of the copied texts how many are known as copies, by the share of words rewritten.

    A copy is found if one of its paragraphs is joined with a text of its family, or both with the
    same third text (papers that quote one statement of one voice are joined too).
    `between_attacks` counts joined texts that tell of no attack in common.
    """
    truth = run.planted.truth
    told = _list_attacks_told(run.planted)
    joined: defaultdict[DocumentId, set[DocumentId]] = defaultdict(set)
    wrong = 0
    for copy in run.linking.copies:
        joined[copy.later] |= {copy.later, copy.earlier}
        joined[copy.earlier].add(copy.earlier)
        wrong += not told[copy.earlier] & told[copy.later]
    families: dict[DocumentId, list[DocumentId]] = {}
    for id, planted in truth.copies.items():
        families.setdefault(planted.original, [planted.original]).append(id)
    by_share: defaultdict[float, list[bool]] = defaultdict(list)
    for id, planted in truth.copies.items():
        others = (other for other in families[planted.original] if other != id)
        by_share[planted.rewritten].append(any(joined[id] & joined[other] for other in others))
    return {
        "copies": len(truth.copies),
        "found": _share(hit for hits in by_share.values() for hit in hits),
        "found_by_share_rewritten": {
            f"{share:.0%}": _share(hits) for share, hits in sorted(by_share.items())
        },
        "between_attacks": wrong,
    }


def score_answers(run: Run, given: Mapping[int, Support]) -> Report:
    """Of the planted answers how many respond to their attack alone, or to none if they must not.

    `given` are the supports of the planted groups, for the score of weighing alone.
    """
    main = name_main_attacks(run)
    found = _list_responding((main[id], support) for id, support in run.supports.items())
    outcomes = _judge_answers(run.planted, found)
    alone = _judge_answers(run.planted, _list_responding(given.items()))
    return {
        "answers": len(run.planted.truth.answers),
        "right": _share(outcome == "right" for _, outcome in outcomes.elements()),
        "right_given_groups": _share(outcome == "right" for _, outcome in alone.elements()),
        "by_kind": {
            f"{kind} {outcome}": many for (kind, outcome), many in sorted(outcomes.items())
        },
    }


def _list_responding(
    supports: Iterable[tuple[int | None, Support]],
) -> defaultdict[ClaimId, set[int | None]]:
    responding: defaultdict[ClaimId, set[int | None]] = defaultdict(set)
    for number, support in supports:
        for reply in support.replies:
            if reply.relation == "responds_to":
                responding[reply.claim].add(number)
    return responding


def _judge_answers(
    planted: Planted, responding: Mapping[ClaimId, set[int | None]]
) -> Counter[tuple[str, str]]:
    claims = {claim.id: claim for claim in planted.claims}
    return Counter(
        (answer.kind, _judge_answer(claims[id], planted.truth, responding.get(id, set())))
        for id, answer in planted.truth.answers.items()
    )


def _judge_answer(claim: Claim, truth: Truth, found: set[int | None]) -> str:
    planted = truth.answers[claim.id]
    if planted.attack is not None:
        if not found:
            return "not found"
        return "right" if found == {planted.attack} else "wrong"
    if planted.kind == EARLIER and claim.said is not None:
        said = claim.said.to
        days = [truth.attacks[number].day for number in found if number is not None]
        return "wrong" if any(day > said for day in days) else "right"
    return "wrong" if found else "right"


def name_main_attacks(run: Run) -> dict[IncidentId, int | None]:
    """The attack of most claims of each incident that was found."""
    truth = run.planted.truth
    return {
        cluster.id: _most_common(truth.incident_of.get(claim.id) for claim in cluster.claims)
        for cluster in run.linking.clusters
    }


def _list_attacks_told(planted: Planted) -> dict[DocumentId, set[int | str]]:
    told: dict[DocumentId, set[int | str]] = {id: {id} for id in planted.documents}
    truth = planted.truth
    for claim in planted.claims:
        if claim.id in truth.incident_of:
            told[claim.document].add(truth.incident_of[claim.id])
        elif claim.id in truth.answers:
            answered = truth.answers[claim.id].attack
            told[claim.document] |= {answered} if answered is not None else set()
    for id, copy in truth.copies.items():
        told[id].add(copy.original)
    return told


def _share(hits: Iterable[bool]) -> float:
    listed = list(hits)
    return round(sum(listed) / max(1, len(listed)), 4)


def _most_common(numbers: Iterable[int | None]) -> int | None:
    return Counter(numbers).most_common(1)[0][0]
