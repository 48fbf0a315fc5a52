"""Claims → incidents: copies, utterances, accounts, groups; decisions by people win."""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.incidents.accounts import make_account, tells_of_attack
from onrecord.incidents.clusters import Clustering, Group
from onrecord.incidents.copies import find_copies, match_passages
from onrecord.incidents.method import SHIPPED, LinkMethod
from onrecord.incidents.piles import Settlement
from onrecord.incidents.prominence import name_main_incidents
from onrecord.incidents.questions import list_candidates
from onrecord.incidents.ready import Ready, make_ready
from onrecord.incidents.relations import relate_incidents
from onrecord.incidents.retelling import join_retold
from onrecord.incidents.sharing import Spread, in_turn
from onrecord.incidents.summaries import Case, stands_alone, summarise
from onrecord.incidents.utterances import join_utterances
from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Linking
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


def link_ready(
    ready: Ready, documents: Mapping[DocumentId, Document], *, spread: Spread = in_turn
) -> Linking:
    """Everything that linking finds in a case made ready; `spread` may share work out."""
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
    clusters = sorted((summarise(pile, case) for pile in piles), key=lambda cluster: cluster.id)
    placed = {claim for pile in piles for claim in pile.ids}
    matches = match_passages(documents)
    return Linking(
        clusters=name_main_incidents(clusters, documents),
        asides=tuple(claim for claim in ready.claims if claim.id not in placed),
        utterances=join_utterances(ready.claims, documents, matches=matches, sides=ready.sides),
        copies=find_copies(matches),
        candidates=list_candidates(
            clustering.questions, clusters, rulings, doubts=settled.doubts, method=method
        ),
        weights=clustering.learned.table,
        relations=relate_incidents(clusters, ready.traits, method),
    )


def _group_called_in(ready: Ready) -> list[Group]:
    """Groups of one for claims that tell of no attack but that a person calls in."""
    return [
        Group(
            accounts=[make_account([claim], ready.traits[claim.id])], traits=ready.traits[claim.id]
        )
        for claim in ready.claims
        if claim.id in ready.traits and not tells_of_attack(claim)
    ]
