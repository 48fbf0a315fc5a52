"""What pages do, for programs: decisions, corrections, documents brought in."""

from collections.abc import Sequence
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import File, Query
from ninja.files import UploadedFile

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.record import to_record
from onrecord.model.remark import RemarkKind
from onrecord.pipeline.amending import Addition, Bounds, Correction, add_claim, amend_claim
from onrecord.pipeline.deciding import CannotDecide
from onrecord.pipeline.remarking import Draft
from onrecord.store.searching import PAGE
from onrecord.web.api.reading import MISSING, REFUSED
from onrecord.web.api.reading import router as router
from onrecord.web.api.shapes import (
    Adding,
    Correcting,
    Deciding,
    Entered,
    Page,
    Paging,
    People,
    Problem,
    Reading,
    Record,
    Remarking,
    Text,
    Withdrawing,
)
from onrecord.web.desk import Desk, Seen
from onrecord.web.pages.folders import MOST_FILES, keep_files, keep_text
from onrecord.web.pages.remarks import OFFERED, find_problem, find_remark
from onrecord.web.people.audit import note
from onrecord.web.people.person import person_of
from onrecord.web.permissions import find_decision_action, find_remark_action
from onrecord.web.rendering import find_decision, the_desk

_HELD_BACK: Final[dict[int, Any]] = {**MISSING, 409: Entered, 503: Problem}


@router.get("/decisions", response={200: Page, **REFUSED}, url_name="decisions")
def list_decisions(request: HttpRequest, asked: Query[Paging]) -> Record:
    """What people decided, newest first, 50 a page."""
    with the_desk().view() as view:
        entered = list(reversed(view.decisions()))
    start = (asked.page - 1) * PAGE
    return {
        "items": to_record(entered[start : start + PAGE]),
        "number": len(entered),
        "page": asked.page,
        "pages": max(1, -(-len(entered) // PAGE)),
    }


@router.post("/decisions", response={201: Record, **_HELD_BACK}, url_name="decisions")
def decide(request: HttpRequest, given: Deciding) -> tuple[int, Record]:
    """Enters a decision; 409 if it cannot be, or if somebody decided on this meanwhile."""
    desk, kind = _desk_of(request), DecisionKind(given.kind)
    _allow(request, kind, None)
    unless = _read_seen(given.seen, given.subjects)
    decision = desk.decide(kind, given.subjects, reason=given.reason, unless=unless)
    return 201, _tell(request, decision)


@router.post("/decisions/{id}/withdraw", response={201: Record, **_HELD_BACK}, url_name="withdraw")
def withdraw(request: HttpRequest, id: str, given: Withdrawing) -> tuple[int, Record]:
    """Takes a decision out of force; both stay in the ledger."""
    desk = _desk_of(request)
    with desk.view() as view:
        earlier = find_decision(view, id)
    if earlier is None:
        raise Http404(id)
    _allow(request, DecisionKind.WITHDRAW, earlier)
    unless = _read_seen(given.seen, [id])
    decision = desk.decide(DecisionKind.WITHDRAW, [id], reason=given.reason, unless=unless)
    return 201, _tell(request, decision)


@router.get("/remarks", response={200: list[Record], **REFUSED}, url_name="remarks")
def list_remarks(request: HttpRequest) -> list[Record]:
    """Comments, assignments, namings and warnings that stand; codings stay blind."""
    with the_desk().view() as view:
        return [to_record(one) for one in view.remarks() if one.kind in OFFERED]


@router.post("/remarks", response={201: Record, **_HELD_BACK}, url_name="remarks")
def remark(request: HttpRequest, given: Remarking) -> tuple[int, Record]:
    """Says something to others; no claim and no figure changes."""
    desk, person = _desk_of(request), person_of(request)
    draft = Draft(
        kind=RemarkKind(given.kind),
        subjects=tuple(given.subjects),
        words=given.words,
        to=tuple(given.to),
        about=given.about,
    )
    with desk.view() as view, desk.catalogue() as kept:
        problem = find_problem(view, kept, draft)
        earlier = find_remark(view, draft.about)
    if problem:
        raise CannotDecide(problem)
    if not person.may(find_remark_action(draft.kind, earlier, person.name)):
        raise PermissionDenied
    entered: Record = to_record(desk.remark(draft))
    return 201, entered


@router.post("/claims/{id}/corrections", response={201: Record, **_HELD_BACK}, url_name="correct")
def correct(request: HttpRequest, id: str, given: Correcting) -> tuple[int, Record]:
    """Enters a claim as a person corrected it; its old version stays in the ledger."""
    desk = _desk_of(request)
    with desk.view() as view:
        if view.claim(ClaimId(id)) is None:
            raise Http404(id)
    figures = {_read_place(key): _read_people(people) for key, people in given.figures.items()}
    correction = _read(given, figures)
    decision = desk.enter(
        lambda store: amend_claim(store, ClaimId(id), correction, reason=given.reason, by=desk.by),
        unless=_read_seen(given.seen, [id]),
    )
    return 201, _tell(request, decision)


@router.post("/claims", response={201: Record, **_HELD_BACK}, url_name="claims")
def add(request: HttpRequest, given: Adding) -> tuple[int, Record]:
    """Enters a claim that the machine missed, at its words in a document."""
    desk = _desk_of(request)
    with desk.view() as view:
        if view.document(DocumentId(given.document)) is None:
            raise Http404(given.document)
    people = _read_people(given.people) if given.people else None
    if given.harm is not None and people is None:
        raise CannotDecide("people: at least how many people: a number is missing")
    addition = Addition(
        correction=_read(given, {}),
        harm=given.harm,
        status=given.status,
        bounds=people if given.harm is not None else None,
    )
    decision = desk.enter(
        lambda store: add_claim(
            store, DocumentId(given.document), addition, reason=given.reason, by=desk.by
        )
    )
    return 201, _tell(request, decision)


@router.post("/texts", response={202: Record, **_HELD_BACK}, url_name="texts")
def bring_text(request: HttpRequest, given: Text) -> tuple[int, Record]:
    """Begins to read a report given as text; `reading` tells how far it is."""
    told = {
        "publisher": given.publisher,
        "published": given.published.isoformat() if given.published else "",
        "title": given.title,
    }
    if not given.text.strip():
        raise CannotDecide("text: holds no words")
    desk = _find_idle(request)
    note(request, "brought_in", "1")
    desk.bring(keep_text(keep_files([]), given.text, told))
    return 202, _describe(desk)


@router.post("/files", response={202: Record, **_HELD_BACK}, url_name="files",
             openapi_extra={"requestBody": {"content": {"multipart/form-data": {"schema": {
                 "properties": {"files": {"minItems": 1}}}}}}})  # fmt: skip
def bring_files(request: HttpRequest, files: File[list[UploadedFile]]) -> tuple[int, Record]:
    """Begins to read files, at most 200 at once; `reading` tells how far it is."""
    if len(files) > MOST_FILES:
        raise CannotDecide(f"files: at most {MOST_FILES} at once")
    desk = _find_idle(request)
    note(request, "brought_in", str(len(files)))
    desk.bring(keep_files(files))
    return 202, _describe(desk)


@router.get("/reading", response={200: Record, **REFUSED}, url_name="reading")
def show_reading(request: HttpRequest) -> Record:
    """How far the reading is, or what the last one came to and what failed."""
    return _describe(the_desk())


def _desk_of(request: HttpRequest) -> Desk:
    return the_desk().taken_by(person_of(request).name)


def _find_idle(request: HttpRequest) -> Desk:
    desk = _desk_of(request)
    if desk.work.busy:
        raise CannotDecide("something is being read: wait until it is done")
    return desk


def _allow(request: HttpRequest, kind: DecisionKind, earlier: Decision | None) -> None:
    person = person_of(request)
    if not person.may(find_decision_action(kind, earlier, person.name)):
        raise PermissionDenied


def _read_seen(seen: int | None, subjects: Sequence[str]) -> Seen | None:
    return None if seen is None else Seen(seen, frozenset(subjects))


def _read(given: Reading, figures: dict[int, Bounds]) -> Correction:
    if given.first is None and given.last is not None:
        raise CannotDecide("last: a first day is missing")
    return Correction(
        type=given.type,
        start=given.start,
        end=given.end,
        originator=(given.originator or "").strip() or None,
        first=given.first,
        last=given.last or given.first,
        figures=figures,
    )


def _read_place(key: str) -> int:
    if not (key.isascii() and key.isdecimal() and len(key) <= 3):
        raise CannotDecide(f"figures: {key[:20]!r} is no place of a count")
    return int(key)


def _read_people(people: People) -> Bounds:
    return Bounds(least=people.least, most=people.most)


def _tell(request: HttpRequest, decision: Decision) -> Record:
    note(request, "decided", decision.id)
    record: Record = to_record(decision)
    return record


def _describe(desk: Desk) -> Record:
    work = desk.work
    return {
        "busy": work.busy,
        "step": work.step,
        "done": work.done,
        "total": work.total,
        "problem": work.problem,
        "reports": [
            {
                "step": report.step,
                "words": report.words(),
                "failed": to_record(report.failed),
            }
            for report in work.reports
        ],
    }
