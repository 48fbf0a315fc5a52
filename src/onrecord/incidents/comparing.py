"""Two incidents → why they are one or two: the verdict, what decided it, and every ground in bits."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import fsum

from onrecord.incidents.accounts import Account
from onrecord.incidents.evidence import Stand, Weighed
from onrecord.incidents.learning import Learned
from onrecord.incidents.method import SHIPPED, LinkMethod
from onrecord.incidents.places import COMPATIBLE, Relation
from onrecord.incidents.ready import Ready, make_ready
from onrecord.incidents.retelling import soften
from onrecord.incidents.telling import weigh_gap
from onrecord.incidents.traits import Traits, merge_traits
from onrecord.incidents.verdicts import Verdict, judge
from onrecord.model.claim import Claim
from onrecord.model.comparison import Comparison, LearnedWeight
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.party import PartyBook

_DECIDED = {
    DecisionKind.SAME_INCIDENT: "a person decided that they are one",
    DecisionKind.DIFFERENT_INCIDENT: "a person decided that they are two",
    DecisionKind.UNSURE: "a person looked at them and was not sure",
}


class Comparer:
    """Compares any two sets of claims of one case."""

    def __init__(
        self,
        claims: Iterable[Claim],
        documents: Mapping[DocumentId, Document],
        *,
        parties: PartyBook,
        decisions: Sequence[Decision] = (),
        weights: Sequence[LearnedWeight] = (),
    ) -> None:
        self._ready = make_ready(
            claims, documents, parties=parties, decisions=decisions, method=SHIPPED
        )
        self._learned = Learned(table=tuple(weights))

    def compare(self, one: Collection[ClaimId], other: Collection[ClaimId]) -> Comparison:
        """Why the claims of two incidents tell of one attack or of two.

        Claims that tell of no attack say nothing. `needed` is the evidence asked for in a case of
        this size.
        """
        ready = self._ready
        here, there = _merge(one, ready), _merge(other, ready)
        if here is None or there is None:
            return Comparison(bits=0.0, needed=0.0, because=("one of them tells of no attack",))
        ours, theirs = _list_accounts(one, ready), _list_accounts(other, ready)
        found = ready.weigh(here, there)
        told = ready.telling.weigh(ours, theirs)
        found = self._learned.adjust(found.with_more(told))
        verdict = judge(here, there, found, method=ready.method)
        decided = _find_decision(one, other, ready)
        if decided is None and verdict is not Verdict.JOIN:
            decided = self._say_story(ours, theirs)
        return Comparison(
            bits=round(found.bits, 2),
            needed=ready.method.at_least_bits,
            because=found.because,
            decided_by=(
                *([decided] if decided else []),
                *_say_verdict(found, verdict, ready.method),
            ),
        )

    def _say_story(self, ours: Sequence[Account], theirs: Sequence[Account]) -> str | None:
        """What their documents say of one story, when place and date alone do not decide."""
        ready = self._ready
        if not ours or not theirs:
            return None
        days = ready.telling.count_days(ours, theirs)
        gap = weigh_gap(ready.method.undated_days if days is None else days, ready.method)
        plain = ready.weigh(
            merge_traits(account.traits for account in ours),
            merge_traits(account.traits for account in theirs),
        )
        told = ready.telling.weigh(ours, theirs)
        bits = fsum(each.bits for each in (*told, gap, *soften(plain, ready.method)))
        return (
            f"as one story told in both: {bits:+.1f} bits, {ready.method.retold_least:.1f} needed"
        )


def _say_verdict(found: Weighed, verdict: Verdict, method: LinkMethod) -> list[str]:
    """What decided, in words: what is missing for one attack, or that nothing is."""
    said = []
    if found.place is Relation.APART:
        said.append("the places exclude each other")
    elif found.place not in COMPATIBLE:
        said.append("it is not known whether the places are one")
    if found.dates is Stand.CLASH:
        said.append(f"the dates lie {found.days_between} day(s) apart")
    elif found.dates is Stand.UNKNOWN:
        said.append("one of them has no date")
    if found.two_told:
        said.append("words, times or targets tell of two attacks")
    if not found.supported and not found.copied:
        said.append("neither target nor weapon nor party supports one attack")
    if found.bits < method.at_least_bits:
        said.append(f"the evidence is {found.bits:.1f} bits, {method.at_least_bits:.1f} are needed")
    words = {
        Verdict.JOIN: "place, date and support agree: one attack",
        Verdict.INFER: "one attack if nothing else of the case fits",
        Verdict.ASK: "likely, not enough: a question for a person",
        Verdict.APART: "two attacks",
    }
    return [*said, words[verdict]]


def _find_decision(
    one: Collection[ClaimId], other: Collection[ClaimId], ready: Ready
) -> str | None:
    ours, theirs = frozenset(one), frozenset(other)
    for ruling in reversed(ready.rulings.pairs):
        if ruling.pair & ours and ruling.pair & theirs:
            return _DECIDED[ruling.kind]
    return None


def _merge(ids: Collection[ClaimId], ready: Ready) -> Traits | None:
    known = [ready.traits[id] for id in sorted(ids) if id in ready.traits]
    return merge_traits(known) if known else None


def _list_accounts(ids: Collection[ClaimId], ready: Ready) -> list[Account]:
    wanted = frozenset(ids)
    return [
        account for account in ready.accounts if any(claim.id in wanted for claim in account.claims)
    ]
