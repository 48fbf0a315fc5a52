"""Claims, documents and decisions → all that is needed to weigh any two accounts of a case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from onrecord.incidents.accounts import (
    Account,
    list_accounts,
    put_copies_together,
    tells_of_attack,
)
from onrecord.incidents.commonness import count_common, fit_to_size
from onrecord.incidents.evidence import Weigh, weigh_accounts
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.rulings import Rulings, read_rulings
from onrecord.incidents.sides import Sides
from onrecord.incidents.stories import Stories
from onrecord.incidents.telling import Telling
from onrecord.incidents.traits import Traits, read_traits
from onrecord.model.claim import Claim
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.party import PartyBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A case ready to be compared. `method` is fitted to its size, `traits` are of what is told."""

    claims: Sequence[Claim]
    sides: Sides
    rulings: Rulings
    traits: Mapping[ClaimId, Traits]
    accounts: Sequence[Account]
    weigh: Weigh
    telling: Telling
    method: LinkMethod


def make_ready(
    claims: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
    *,
    parties: PartyBook,
    decisions: Sequence[Decision],
    method: LinkMethod,
) -> Ready:
    """The accounts of a case, what it makes common, and how alike its stories are."""
    known = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    sides = Sides(parties)
    rulings = read_rulings(decisions, known)
    kept = [claim for claim in known if claim.id not in rulings.rejected]
    traits = {claim.id: read_traits(claim, sides) for claim in _list_told(kept, rulings)}
    told = [claim for claim in kept if tells_of_attack(claim)]
    alone = partial(weigh_accounts, sides=sides, method=method)
    accounts = put_copies_together(_list_all_accounts(told, documents, traits, alone))
    common = count_common(account.traits for account in accounts)
    fitted = fit_to_size(method, common.size)
    stories = Stories(documents, known, method=fitted)
    return Ready(
        claims=known,
        sides=sides,
        rulings=rulings,
        traits=traits,
        accounts=accounts,
        weigh=partial(weigh_accounts, sides=sides, method=fitted, common=common),
        telling=Telling(accounts, documents, stories=stories, method=fitted),
        method=fitted,
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
