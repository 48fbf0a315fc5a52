"""A claim and the decisions on it → what each changed, before and after."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision, DecisionKind
from onrecord.pipeline.views import CaseView
from onrecord.web.tags import limits, say

_OF_CLAIMS = (
    DecisionKind.AMEND_CLAIM,
    DecisionKind.ADD_CLAIM,
    DecisionKind.REJECT_CLAIM,
    DecisionKind.RETIRE_FIGURE,
    DecisionKind.NOTE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One decision on a claim, what it changed (name, before, after), and whether it was withdrawn."""

    decision: Decision
    changes: tuple[tuple[str, str, str], ...]
    withdrawn: bool


def tell_history(view: CaseView, id: str) -> list[Step]:
    """Every decision on a claim, oldest first."""
    entered = view.decisions()
    withdrawn = {one.supersedes for one in entered if one.kind is DecisionKind.WITHDRAW}
    steps = []
    before = view.claim_as_read(id)
    for decision in entered:
        about = id in decision.subjects or (decision.claim is not None and decision.claim.id == id)
        if not about or decision.kind not in _OF_CLAIMS:
            continue
        after = decision.claim
        steps.append(
            Step(
                decision=decision,
                changes=_compare(before, after) if before and after else (),
                withdrawn=decision.id in withdrawn,
            )
        )
        if after is not None and decision.id not in withdrawn:
            before = after
    return steps


def _compare(before: Claim, after: Claim) -> tuple[tuple[str, str, str], ...]:
    told = zip(_describe(before), _describe(after), strict=True)
    return tuple((name, was, now) for (name, was), (_name, now) in told if was != now)


def _describe(claim: Claim) -> list[tuple[str, str]]:
    figures = [
        f"{say(count.harm)}: {limits(count.min, count.max, count.max is None)}"
        for count in claim.counts
        if count.harm
    ]
    days = f"{claim.when.from_} – {claim.when.to}" if claim.when else ""
    return [
        (_("The exact words"), claim.quote),
        (_("About"), say(claim.type)),
        (_("First said by"), claim.originator or ""),
        (_("Happened from"), days),
        (_("Figures"), "; ".join(figures)),
    ]
