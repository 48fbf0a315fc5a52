"""What pages show, as JSON: incidents, claims, documents, tallies, questions, the log."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router
from ninja.errors import HttpError

from onrecord.model.identity import ClaimId, DocumentId, IncidentId, Sha256
from onrecord.model.incident import Incident
from onrecord.model.record import to_record
from onrecord.model.tally import SliceBy
from onrecord.pipeline.views import CaseView, Looking
from onrecord.publications.matrix import build_questions
from onrecord.publications.records import claim_record, incident_record, tally_record
from onrecord.store.searching import PAGE, Catalogue, IncidentQuery
from onrecord.web.api.shapes import (
    Filters,
    Incidents,
    Page,
    Paging,
    Problem,
    Record,
    Sorting,
    Words,
)
from onrecord.web.pages.exchanges import list_general, pair_up
from onrecord.web.pages.questions import list_questions
from onrecord.web.pages.rounds import find_open_coding, list_open_codings
from onrecord.web.people.audit import note
from onrecord.web.people.person import person_of
from onrecord.web.rendering import list_claims_of, list_decisions, the_desk

router = Router()
REFUSED: Final[dict[int, type[Problem]]] = {400: Problem, 401: Problem, 403: Problem, 422: Problem}
MISSING: Final[dict[int, type[Problem]]] = {**REFUSED, 404: Problem}
_MOST_SLICES: Final = 200


@router.get("/case", response={200: Record, **REFUSED}, url_name="case")
def show_case(request: HttpRequest) -> Record:
    """The case at a glance: what it holds and what waits."""
    desk = the_desk()
    with desk.view() as view, desk.catalogue() as kept:
        totals = kept.add_up(IncidentQuery())
        return {
            "name": desk.name,
            "documents": kept.count_documents(),
            "claims": kept.count_claims(),
            "incidents": totals.incidents,
            "totals": asdict(totals),
            "failures": to_record(view.failures()),
            "questions": len(list_questions(view, kept)),
            "states": {
                state: kept.add_up(IncidentQuery(state=state)).incidents
                for state in ("asked", "differ", "unanswered", "unlocated", "no_number")
            },
            "decisions": len(view.decisions()),
            "counting": desk.reckoner.busy,
            "counting_problem": desk.reckoner.problem,
            "head": view.head(),
        }


@router.get("/incidents", response={200: Incidents, **REFUSED}, url_name="incidents")
def list_incidents(request: HttpRequest, filters: Query[Filters]) -> Record:
    """Incidents that match, 50 a page, with the range of people killed of each."""
    fields = filters.model_dump(exclude={"page"})
    days = {key: fields[key].isoformat() if fields[key] else "" for key in ("first", "last")}
    query = IncidentQuery(**{**fields, **days})
    note(request, "exported", "api incidents")
    with the_desk().catalogue() as kept:
        totals = kept.add_up(query)
        lines = kept.list_incidents(query, page=filters.page)
    items = [asdict(line) for line in lines]
    return {**_wrap(items, totals.incidents, filters.page), "totals": asdict(totals)}


@router.get("/incidents/{id}", response={200: Record, **MISSING}, url_name="incident")
def show_incident(request: HttpRequest, id: str) -> Record:
    """One incident with its ranges, as in the exports; an older identifier leads to it."""
    desk = the_desk()
    with desk.view() as view, desk.catalogue() as kept:
        incident = find_incident(view, kept, id)
        note(request, "exported", f"api {incident.id}")
        return incident_record(incident)


@router.get("/incidents/{id}/claims", response={200: list[Record], **MISSING}, url_name="held")
def list_held_claims(request: HttpRequest, id: str) -> list[Record]:
    """The claims of one incident, with their words; none of a document that you still have to code."""
    desk = the_desk()
    with desk.view() as view, desk.catalogue() as kept:
        incident = find_incident(view, kept, id)
        note(request, "exported", f"api {incident.id}")
        name, held = person_of(request).name, list_claims_of(view, incident).values()
        hidden = {document for _, document in list_open_codings(view.remarks(), name)}
        return [claim_record(one) for one in held if one.document not in hidden]


@router.get("/incidents/{id}/matrix", response={200: Record, **MISSING}, url_name="matrix")
def show_matrix(request: HttpRequest, id: str) -> Record:
    """Who says what: a question a row, an originator a column, the quoted words in the cells."""
    desk = the_desk()
    with desk.view() as view, desk.catalogue() as kept:
        incident = find_incident(view, kept, id)
        claims = list_claims_of(view, incident)
    rows = build_questions(incident, claims)
    return {
        "originators": [voice.originator for voice in incident.support.voices],
        "questions": [
            {
                "name": row.name,
                "agreement": row.agreement,
                "cells": [
                    None
                    if cell is None
                    else {
                        "value": cell.value,
                        "words": cell.words,
                        "claim": cell.claim,
                        "document": cell.document,
                        "letter": cell.letter,
                    }
                    for cell in row.cells
                ],
            }
            for row in rows
        ],
    }


@router.get("/incidents/{id}/answers", response={200: Record, **MISSING}, url_name="answers")
def show_answers(request: HttpRequest, id: str) -> Record:
    """Allegations beside what the accused said to them; no answers where nobody answered."""
    desk = the_desk()
    with desk.view() as view, desk.catalogue() as kept:
        incident = find_incident(view, kept, id)
        claims = list_claims_of(view, incident)
    return {
        "exchanges": [
            {
                "allegations": [one.id for one in exchange.allegations],
                "answers": [to_record(one) for one in exchange.answers],
            }
            for exchange in pair_up(incident, claims)
        ],
        "general": [to_record(one) for one in list_general(incident, claims)],
    }


@router.get("/incidents/{id}/decisions", response={200: Record, **MISSING}, url_name="decided")
def show_history(request: HttpRequest, id: str) -> Record:
    """What people decided about one incident, and why its reports were joined."""
    desk = the_desk()
    with desk.view() as view, desk.catalogue() as kept:
        incident = find_incident(view, kept, id)
        decisions, in_force = list_decisions(view, incident)
    return {
        "joins": to_record(incident.joins),
        "decisions": to_record(decisions),
        "in_force": sorted(in_force),
    }


@router.get("/documents", response={200: Page, **REFUSED}, url_name="documents")
def list_documents(request: HttpRequest, asked: Query[Words]) -> Record:
    """Documents, the latest first, 50 a page; those that hold the words where given."""
    note(request, "exported", "api documents")
    with the_desk().catalogue() as kept:
        lines = kept.list_documents(asked.words, page=asked.page)
        number = kept.count_documents(asked.words)
    return _wrap([asdict(line) for line in lines], number, asked.page)


@router.get("/originals/{sha256}", response={200: bytes, **MISSING}, url_name="original",
            openapi_extra={"responses": {200: {"content": {"application/octet-stream": {
                "schema": {"type": "string", "format": "binary"}}}}}})  # fmt: skip
def send_original(request: HttpRequest, sha256: str) -> HttpResponse:
    """The bytes of an original."""
    with the_desk().view() as view:
        if not view.documents_of(Sha256(sha256)):
            raise Http404(sha256)
        content = view.original(Sha256(sha256))
    note(request, "exported", sha256[:16])
    return HttpResponse(content, content_type="application/octet-stream")


@router.get("/documents/{path:id}", response={200: Record, **MISSING}, url_name="document")
def show_document(request: HttpRequest, id: str) -> Record:
    """One document with its text, how each fact is known, and how it arrived."""
    with the_desk().view() as view:
        document = view.document(DocumentId(id))
        if document is None:
            raise Http404(id)
        return {**to_record(document), "arrivals": to_record(view.custody(document.id))}


@router.get("/claims", response={200: list[Record], **MISSING}, url_name="claims")
def list_claims(request: HttpRequest, document: str) -> list[Record]:
    """The claims of one document, as read."""
    with the_desk().view() as view:
        if view.document(DocumentId(document)) is None:
            raise Http404(document)
        _keep_blind(request, view, document)
        return [claim_record(one) for one in view.claims(DocumentId(document))]


@router.get("/claims/{id}", response={200: Record, **MISSING}, url_name="claim")
def show_claim(request: HttpRequest, id: str) -> Record:
    """One claim with its words and where they stand, and the incident that it belongs to."""
    desk = the_desk()
    with desk.view() as view, desk.catalogue() as kept:
        claim = view.claim(ClaimId(id))
        if claim is None:
            raise Http404(id)
        _keep_blind(request, view, claim.document)
        return {**claim_record(claim), "incident": kept.find_incident_of(id)}


@router.get("/search", response={200: Record, **REFUSED}, url_name="search")
def search(request: HttpRequest, asked: Query[Words]) -> Record:
    """Incidents, claims and documents that hold the words, one page of each."""
    query = IncidentQuery(words=asked.words)
    if not asked.words.strip():
        return {"incidents": [], "claims": [], "documents": []}
    with the_desk().catalogue() as kept:
        return {
            "incidents": [asdict(one) for one in kept.list_incidents(query, page=asked.page)],
            "claims": [
                {"id": id, "document": document, "quote": quote}
                for id, document, quote in kept.find_claims(asked.words)
            ],
            "documents": [asdict(one) for one in kept.list_documents(asked.words, page=asked.page)],
        }


@router.get("/tallies", response={200: Record, **REFUSED}, url_name="tallies")
def show_tallies(request: HttpRequest, asked: Query[Sorting]) -> Record:
    """Tallies of recorders, our sums, told apart where asked, and what is in neither."""
    note(request, "exported", "api tallies")
    with the_desk().view(Looking(by=SliceBy(asked.by) if asked.by else None)) as view:
        return {
            "tallies": [tally_record(one) for one in view.tallies()],
            "sums": to_record(view.sums()),
            "slices": to_record(view.slices()[:_MOST_SLICES]) if asked.by else [],
            "asides": to_record(view.asides()),
            "refusal": list(view.refusal()),
        }


@router.get("/questions", response={200: Page, **REFUSED}, url_name="questions")
def show_questions(request: HttpRequest, asked: Query[Paging]) -> Record:
    """Pairs of incidents that may be one attack and wait for a decision, 50 a page."""
    desk = the_desk()
    with desk.view() as view, desk.catalogue() as kept:
        questions = list_questions(view, kept)
    start = (asked.page - 1) * PAGE
    return _wrap(
        [asdict(one) for one in questions[start : start + PAGE]], len(questions), asked.page
    )


@router.get("/log", response={200: Page, **REFUSED}, url_name="log")
def show_log(request: HttpRequest, asked: Query[Paging]) -> Record:
    """Entries of the ledger, newest first, 50 a page; identifiers and hashes, no testimony."""
    with the_desk().view() as view:
        last = next(view.ledger_backwards()).seq
        start = last - (asked.page - 1) * PAGE
        found = islice(view.ledger_backwards(start), PAGE) if start > 0 else ()
        items = [
            {"seq": one.seq, "at": one.at, "by": one.by, "kind": one.kind, "hash": one.hash}
            for one in found
        ]
    return _wrap(items, last, asked.page)


def find_incident(view: CaseView, kept: Catalogue, id: str) -> Incident:
    """The incident of that identifier, or that had it before.

    Raises:
        Http404: there is none.
    """
    incident = view.incident_by_id(IncidentId(kept.find_alias(id) or id))
    if incident is None:
        raise Http404(id)
    return incident


def _keep_blind(request: HttpRequest, view: CaseView, document: str) -> None:
    """Shows no reading of a document to somebody who still has to code it.

    Raises:
        HttpError: the sheet has to be handed in first.
    """
    if find_open_coding(view, person_of(request).name, document):
        raise HttpError(403, "you still have to code this document: hand in your sheet first")


def _wrap(items: Sequence[dict[str, Any]], number: int, page: int) -> Record:
    pages = max(1, -(-number // PAGE))
    return {"items": list(items), "number": number, "page": page, "pages": pages}
