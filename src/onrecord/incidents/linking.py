"""Claims → incidents: copies, utterances, accounts, groups; decisions by people win."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.incidents.accounts import make_account, tells_of_attack
from onrecord.incidents.clusters import Clustering, Group
from onrecord.incidents.copies import find_copies, match_passages
from onrecord.incidents.method import SHIPPED, LinkMethod
from onrecord.incidents.piles import Pile, Settlement
from onrecord.incidents.prominence import name_main_incidents
from onrecord.incidents.questions import list_candidates
from onrecord.incidents.ready import Ready, make_ready
from onrecord.incidents.relations import relate_incidents
from onrecord.incidents.retelling import join_retold
from onrecord.incidents.sharing import Spread, in_turn
from onrecord.incidents.sides import Sides
from onrecord.incidents.summaries import Case, sort_claims, stands_alone, summarise
from onrecord.incidents.utterances import join_utterances
from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Cluster, Copy, Linking, Utterance
from onrecord.model.party import PartyBook


def link_claims(
    claims: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
    *,
    parties: PartyBook,
    decisions: Sequence[Decision] = (),
    method: LinkMethod = SHIPPED,
) -> Linking:
    """Everything that linking finds; each claim is in exactly one cluster or aside.

    The order of claims, documents and decisions does not matter.
    """
    ready = make_ready(claims, documents, parties=parties, decisions=decisions, method=method)
    return link_ready(ready, documents)


class Voices(NamedTuple):
    """Who speaks in the documents of a case: what is one utterance, and which text is a copy."""

    utterances: tuple[Utterance, ...]
    copies: tuple[Copy, ...]


def find_voices(
    claims: Iterable[Claim], documents: Mapping[DocumentId, Document], sides: Sides
) -> Voices:
    """The utterances and copies of a case; needs nothing of its incidents, nor they of it."""
    matches = match_passages(documents)
    return Voices(
        join_utterances(claims, documents, matches=matches, sides=sides), find_copies(matches)
    )


def link_ready(
    ready: Ready,
    documents: Mapping[DocumentId, Document],
    *,
    spread: Spread = in_turn,
    voices: Callable[[], Voices] | None = None,
) -> Linking:
    """Everything that linking finds in a case made ready.

    `spread` may share work out; `voices` gives what somebody has found out meanwhile.
    """
    method, weigh, rulings = ready.method, ready.weigh, ready.rulings
    clustering = Clustering(
        ready.accounts, weigh=weigh, telling=ready.telling, method=method, spread=spread
    )
    groups = join_retold(
        clustering.groups, ready.telling, weigh=weigh, method=method, spread=spread
    )
    groups += _group_called_in(ready)
    settled = Settlement(groups, rulings, traits=ready.traits, weigh=weigh, method=method)
    case = Case(
        documents=documents,
        traits=ready.traits,
        rulings=rulings,
        weigh=weigh,
        method=method,
    )
    piles = [pile for pile in settled.piles if pile.decided or stands_alone(pile.claims, method)]
    clusters = _summarise_all(piles, case, spread)
    placed = {claim for pile in piles for claim in pile.ids}
    heard = voices() if voices else find_voices(ready.claims, documents, ready.sides)
    return Linking(
        clusters=name_main_incidents(clusters, documents),
        asides=tuple(claim for claim in ready.claims if claim.id not in placed),
        utterances=heard.utterances,
        copies=heard.copies,
        candidates=list_candidates(
            clustering.questions, clusters, rulings, doubts=settled.doubts, method=method
        ),
        weights=clustering.learned.table,
        relations=relate_incidents(clusters, ready.traits, method),
    )


def _summarise_all(piles: Sequence[Pile], case: Case, spread: Spread) -> list[Cluster]:
    """The clusters by identifier. Claims are put in here, as they are known here already."""
    made = spread(lambda pile: replace(summarise(pile, case), claims=()), piles)
    whole = [
        replace(cluster, claims=tuple(sort_claims(pile.claims)))
        for pile, cluster in zip(piles, made, strict=True)
    ]
    return sorted(whole, key=lambda cluster: cluster.id)


def _group_called_in(ready: Ready) -> list[Group]:
    """Groups of one for claims that tell of no attack but that a person calls in."""
    return [
        Group(
            accounts=[make_account([claim], ready.traits[claim.id])], traits=ready.traits[claim.id]
        )
        for claim in ready.claims
        if claim.id in ready.traits and not tells_of_attack(claim)
    ]
