"""A person's word → a decision in the ledger; the next linking goes by it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.failure import OnrecordError
from onrecord.model.identity import ClaimId, DecisionId, name_by_content
from onrecord.model.incident import Incident
from onrecord.model.record import to_json
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """Identifiers of claims, and of incidents under every name they had."""

    claims: frozenset[str]
    incidents: frozenset[str]


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
    at, earlier = utc_now(), store.decisions()
    decision = Decision(
        id=DecisionId(name_by_content("d", kind, *subjects, reason, by, at, len(earlier))),
        kind=kind,
        subjects=tuple(subjects),
        reason=reason,
        by=by,
        at=at,
        supersedes=_find_superseded(earlier, kind, subjects),
    )
    with store.transaction():
        store.add_decision(decision)
    return decision


def withdraw(store: Store, id: DecisionId, *, reason: str, by: str) -> Decision:
    """Enters that an earlier decision is no longer in force; both stay in the ledger.

    Raises:
        CannotDecide: there is no such decision in force, or the reason is missing.
    """
    if not reason.strip():
        raise CannotDecide("withdrawing a decision needs its reason: give it with --reason")
    at, earlier = utc_now(), store.decisions()
    replaced = {decision.supersedes for decision in earlier}
    found = next((one for one in earlier if one.id == id and one.id not in replaced), None)
    if found is None or found.kind is DecisionKind.WITHDRAW:
        raise CannotDecide(
            f"{id}: no decision in force: `onrecord export --what decisions` lists them"
        )
    kind = DecisionKind.WITHDRAW
    decision = Decision(
        id=DecisionId(name_by_content("d", kind, id, reason, by, at, len(earlier))),
        kind=kind,
        subjects=(id,),
        reason=reason,
        by=by,
        at=at,
        supersedes=id,
    )
    with store.transaction():
        store.add_decision(decision)
    return decision


def subjects_of(store: Store) -> Subjects:
    """What can be decided on in a case."""
    incidents = read_rows(store, "incidents", Incident)
    return Subjects(
        claims=frozenset(claim.id for claim in store.claims()),
        incidents=frozenset(id for one in incidents for id in (one.id, *one.aliases)),
    )


def _find_superseded(
    earlier: Sequence[Decision], kind: DecisionKind, subjects: Sequence[str]
) -> DecisionId | None:
    """The last word so far on the same question, which this one replaces."""
    if kind is DecisionKind.NOTE:
        return None
    question = _PAIRS if kind in _PAIRS else {kind}
    asked = (
        decision.id
        for decision in reversed(earlier)
        if decision.kind in question and set(decision.subjects) == set(subjects)
    )
    return next(asked, None)


def _check_subjects(store: Store, kind: DecisionKind, subjects: Sequence[str]) -> None:
    wanted = 2 if kind in _PAIRS else 1
    if len(set(subjects)) != wanted or len(subjects) != wanted:
        raise CannotDecide(f"{kind}: takes {wanted} different identifiers, not {len(subjects)}")
    for subject in subjects:
        is_claim = store.claim(ClaimId(subject)) is not None
        if not is_claim and not is_incident(store, subject):
            raise CannotDecide(
                f"{subject}: neither a claim nor an incident of this case: "
                "`onrecord show` lists them"
            )
        if kind in _OF_CLAIMS and not is_claim:
            raise CannotDecide(f"{subject}: {kind} is about a claim, and this is an incident")
        if kind is DecisionKind.DISCOUNT and is_claim:
            raise CannotDecide(f"{subject}: {kind} is about an incident, and this is a claim")


def is_incident(store: Store, subject: str) -> bool:
    """Whether an incident has this identifier, or had it; all are looked through only for the latter."""
    if store.rows("incidents", subject):
        return True
    quoted = to_json(subject)
    return any(
        subject in json.loads(record)["aliases"]
        for record in store.rows("incidents")
        if quoted in record
    )
