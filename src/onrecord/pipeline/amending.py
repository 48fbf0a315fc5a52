"""A person's reading of some words → a decision that corrects a claim, or adds one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from onrecord.model.claim import Claim, Count, ProducedBy, When
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DecisionId, DocumentId, name_by_content
from onrecord.model.vocabulary import (
    Basis,
    ClaimType,
    DatePrecision,
    Harm,
    Mode,
    SegmentKind,
    Status,
    Unit,
)
from onrecord.pipeline.deciding import CannotDecide
from onrecord.pipeline.lawful import find_breaches
from onrecord.pipeline.report import utc_now
from onrecord.store.protocol import Store

BY_PERSON: Final = ProducedBy(method="person", version="1", rule="person")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """At least `least` and at most `most` people; `None` is no ceiling."""

    least: int
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person reads in the words `[start, end)` of a document's text.

    `figures` gives the bounds of counts by their place in the claim. `first` and `last` are the
    days on which it happened, `None` where the claim keeps its own. `originator` is who first says
    it, `None` where that stays.
    """

    type: ClaimType
    start: int
    end: int
    originator: str | None = None
    first: date | None = None
    last: date | None = None
    figures: Mapping[int, Bounds] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A claim that the machine missed: who says it and, where people are counted, what befell them."""

    correction: Correction
    harm: Harm | None = None
    status: Status = Status.UNKNOWN
    bounds: Bounds | None = None


def amend_claim(
    store: Store, id: ClaimId, correction: Correction, *, reason: str, by: str
) -> Decision:
    """Enters a claim as a person corrected it; the old version stays in the ledger.

    Raises:
        CannotDecide: there is no such claim, the words are not there, or the reason is missing.
    """
    claim = store.claim(id)
    if claim is None:
        raise CannotDecide(f"{id}: no claim of this case")
    document = _find_document(store, claim.document)
    corrected = replace(
        _place(claim, correction, document),
        counts=tuple(
            _rebound(count, correction.figures[place]) if place in correction.figures else count
            for place, count in enumerate(claim.counts)
        ),
    )
    return _enter(store, DecisionKind.AMEND_CLAIM, (id, corrected), reason=reason, by=by)


def add_claim(
    store: Store, document_id: DocumentId, addition: Addition, *, reason: str, by: str
) -> Decision:
    """Enters a claim that a person found in a document.

    Raises:
        CannotDecide: there is no such document, the words are not there, or the reason is missing.
    """
    document = _find_document(store, document_id)
    correction = addition.correction
    blank = Claim(
        id=ClaimId(""),
        document=document.id,
        segment=SegmentKind.BODY,
        type=correction.type,
        quote="",
        start=correction.start,
        end=correction.end,
        speakers=(document.publisher,),
        mode=Mode.OWN_VOICE,
        unit=Unit.INCIDENT if addition.bounds else Unit.NONE,
        confidence=1.0,
        produced_by=BY_PERSON,
        lang=document.lang,
    )
    claim = _place(blank, correction, document)
    if addition.bounds is not None and addition.harm is not None:
        claim = replace(claim, counts=(_count(claim, addition),))
    name = name_by_content("c", document.id, claim.start, claim.end, claim.type, by, reason)
    claim = replace(claim, id=ClaimId(name))
    return _enter(store, DecisionKind.ADD_CLAIM, (document.id, claim), reason=reason, by=by)


def _find_document(store: Store, id: DocumentId) -> Document:
    document = store.document(id)
    if document is None:
        raise CannotDecide(f"{id}: no document of this case")
    return document


def _place(claim: Claim, correction: Correction, document: Document) -> Claim:
    source = (document.title if claim.in_ == "title" else document.text) or ""
    if not 0 <= correction.start < correction.end <= len(source):
        raise CannotDecide(
            f"characters {correction.start} to {correction.end} are not in the text, "
            f"which has {len(source)}"
        )
    speakers = claim.speakers
    if correction.originator and correction.originator != claim.originator:
        speakers = (*claim.speakers[:1], correction.originator)
    return replace(
        claim,
        type=correction.type,
        start=correction.start,
        end=correction.end,
        quote=source[correction.start : correction.end],
        speakers=speakers,
        when=_date(claim, correction),
        confidence=1.0,
        produced_by=BY_PERSON,
    )


def _date(claim: Claim, correction: Correction) -> When | None:
    if correction.first is None or correction.last is None:
        return claim.when
    if correction.last < correction.first:
        raise CannotDecide("the last day is before the first")
    days = (correction.first, correction.last)
    if claim.when is not None and (claim.when.from_, claim.when.to) == days:
        return claim.when
    precision = DatePrecision.DAY if days[0] == days[1] else DatePrecision.INTERVAL
    return When(from_=days[0], to=days[1], precision=precision, how="a person read it so")


def _rebound(count: Count, bounds: Bounds) -> Count:
    if (count.min, count.max) == (bounds.least, bounds.most):
        return count
    if bounds.most is not None and bounds.most < bounds.least:
        raise CannotDecide("at most is below at least")
    basis, stated = _name_basis(bounds)
    return replace(count, min=bounds.least, max=bounds.most, basis=basis, stated=stated)


def _name_basis(bounds: Bounds) -> tuple[Basis, int | None]:
    if bounds.most is None:
        return Basis.AT_LEAST, bounds.least
    if bounds.most == bounds.least:
        return Basis.EXACT, bounds.least
    return Basis.RANGE, None


def _count(claim: Claim, addition: Addition) -> Count:
    bounds = addition.bounds or Bounds(least=0, most=None)
    if bounds.most is not None and bounds.most < bounds.least:
        raise CannotDecide("at most is below at least")
    basis, stated = _name_basis(bounds)
    return Count(
        harm=addition.harm,
        min=bounds.least,
        max=bounds.most,
        basis=basis,
        stated=stated,
        status=addition.status,
        text=claim.quote,
        start=claim.start,
        end=claim.end,
    )


def _enter(
    store: Store, kind: DecisionKind, change: tuple[str, Claim], *, reason: str, by: str
) -> Decision:
    subject, claim = change
    if not reason.strip():
        raise CannotDecide("a decision needs its reason")
    document = store.document(claim.document)
    if document is None or find_breaches(document, [claim]):
        raise CannotDecide("the words of the claim are not those of its document")
    at, earlier = utc_now(), store.decisions()
    replaced = {decision.supersedes for decision in earlier}
    before = [
        decision.id
        for decision in earlier
        if decision.claim is not None
        and decision.claim.id == claim.id
        and decision.id not in replaced
    ]
    decision = Decision(
        id=DecisionId(name_by_content("d", kind, subject, claim, reason, by, at, len(earlier))),
        kind=kind,
        subjects=(subject,),
        reason=reason,
        by=by,
        at=at,
        supersedes=before[-1] if before else None,
        claim=claim,
    )
    with store.transaction():
        store.add_decision(decision)
    return decision
