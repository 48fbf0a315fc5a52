"""Claims → incidents: copies, utterances, accounts, groups; decisions by people win."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from onrecord.incidents.accounts import (
    Account,
    list_accounts,
    make_account,
    put_copies_together,
    tells_of_attack,
)
from onrecord.incidents.clusters import Clustering, Group
from onrecord.incidents.commonness import count_common, fit_to_size
from onrecord.incidents.copies import find_copies, match_passages
from onrecord.incidents.evidence import Weigh, weigh_accounts
from onrecord.incidents.method import SHIPPED, LinkMethod
from onrecord.incidents.piles import Settlement
from onrecord.incidents.prominence import name_main_incidents
from onrecord.incidents.questions import list_candidates
from onrecord.incidents.retelling import join_retold
from onrecord.incidents.rulings import Rulings, read_rulings
from onrecord.incidents.sides import Sides
from onrecord.incidents.stories import Stories
from onrecord.incidents.summaries import Case, stands_alone, summarise
from onrecord.incidents.telling import Telling
from onrecord.incidents.traits import Traits, read_traits
from onrecord.incidents.utterances import join_utterances
from onrecord.model.claim import Claim
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId
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
    by_id = {claim.id: claim for claim in claims}
    known = [by_id[id] for id in sorted(by_id)]
    sides = Sides(parties)
    rulings = read_rulings(decisions, known)
    kept = [claim for claim in known if claim.id not in rulings.rejected]
    traits = {claim.id: read_traits(claim, sides) for claim in _list_told(kept, rulings)}

    told = [claim for claim in kept if tells_of_attack(claim)]
    alone = partial(weigh_accounts, sides=sides, method=method)
    accounts = put_copies_together(_list_all_accounts(told, documents, traits, alone))
    common = count_common(account.traits for account in accounts)
    method = fit_to_size(method, common.size)
    weigh = partial(weigh_accounts, sides=sides, method=method, common=common)
    telling = Telling(
        accounts,
        documents,
        stories=Stories(documents, known, method=method),
        method=method,
    )
    clustering = Clustering(accounts, weigh=weigh, telling=telling, method=method)
    groups = join_retold(clustering.groups, telling, weigh=weigh, method=method)
    groups += _group_called_in(traits, told, by_id)
    settled = Settlement(groups, rulings, traits=traits, weigh=weigh, method=method)
    case = Case(
        documents=documents,
        traits=traits,
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
        asides=tuple(claim for claim in known if claim.id not in placed),
        utterances=join_utterances(known, documents, matches=matches, sides=sides),
        copies=find_copies(matches),
        candidates=list_candidates(clustering.questions, clusters, rulings, method=method),
    )


def _list_told(claims: Iterable[Claim], rulings: Rulings) -> list[Claim]:
    """Claims that tell of an attack, and those which a person says belong to one."""
    called = {
        claim for ruling in rulings.list_pairs(DecisionKind.SAME_INCIDENT) for claim in ruling.pair
    }
    return [claim for claim in claims if tells_of_attack(claim) or claim.id in called]


def _list_all_accounts(
    told: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
    traits: Mapping[ClaimId, Traits],
    weigh: Weigh,
) -> list[Account]:
    by_document: dict[DocumentId, list[Claim]] = {}
    for claim in told:
        by_document.setdefault(claim.document, []).append(claim)
    return [
        account
        for id in sorted(by_document)
        for account in list_accounts(by_document[id], documents.get(id), traits=traits, weigh=weigh)
    ]


def _group_called_in(
    traits: Mapping[ClaimId, Traits], told: Iterable[Claim], by_id: Mapping[ClaimId, Claim]
) -> list[Group]:
    """Groups of one for claims that tell of no attack but that a person calls in."""
    grouped = {claim.id for claim in told}
    return [
        Group(accounts=[make_account([by_id[id]], each)], traits=each)
        for id, each in sorted(traits.items())
        if id not in grouped
    ]
