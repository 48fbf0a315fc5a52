"""A person's word → a decision in the ledger; the next linking goes by it."""

from collections.abc import Sequence
from typing import Final

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.failure import OnrecordError
from onrecord.model.identity import ClaimId, DecisionId, name_by_content
from onrecord.model.incident import Incident
from onrecord.pipeline.keeping import read_rows
from onrecord.pipeline.report import utc_now
from onrecord.store.protocol import Store

_PAIRS: Final = {
    DecisionKind.SAME_INCIDENT,
    DecisionKind.DIFFERENT_INCIDENT,
    DecisionKind.UNSURE,
}
_OF_CLAIMS: Final = {DecisionKind.RETIRE_FIGURE, DecisionKind.REJECT_CLAIM}


class CannotDecide(OnrecordError):
    """A decision on things that are not there, or not of the kind that it settles."""


def decide(
    store: Store, kind: DecisionKind, subjects: Sequence[str], *, reason: str, by: str
) -> Decision:
    """Enters a decision; `subjects` are identifiers of claims or incidents of the case.

    Raises:
        CannotDecide: a subject is unknown or of the wrong kind, or there are too few or too many.
    """
    _check_subjects(store, kind, subjects)
    if not reason.strip():
        raise CannotDecide("a decision needs its reason: give it with --reason")
    at = utc_now()
    number = len(store.decisions()) + 1
    decision = Decision(
        id=DecisionId(name_by_content("d", kind, *subjects, reason, by, at, number)),
        kind=kind,
        subjects=tuple(subjects),
        reason=reason,
        by=by,
        at=at,
    )
    with store.transaction():
        store.add_decision(decision)
    return decision


def _check_subjects(store: Store, kind: DecisionKind, subjects: Sequence[str]) -> None:
    wanted = 2 if kind in _PAIRS else 1
    if len(set(subjects)) != wanted or len(subjects) != wanted:
        raise CannotDecide(f"{kind}: takes {wanted} different identifiers, not {len(subjects)}")
    incidents = {
        id for one in read_rows(store, "incidents", Incident) for id in (one.id, *one.aliases)
    }
    for subject in subjects:
        is_claim = store.claim(ClaimId(subject)) is not None
        if not is_claim and subject not in incidents:
            raise CannotDecide(
                f"{subject}: neither a claim nor an incident of this case: "
                "`onrecord show` lists them"
            )
        if kind in _OF_CLAIMS and not is_claim:
            raise CannotDecide(f"{subject}: {kind} is about a claim, and this is an incident")
        if kind is DecisionKind.DISCOUNT and is_claim:
            raise CannotDecide(f"{subject}: {kind} is about an incident, and this is a claim")
