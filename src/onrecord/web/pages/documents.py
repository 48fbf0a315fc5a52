"""Documents: the list, and the text of one with its claims marked in it."""

from dataclasses import asdict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from onrecord.model.identity import ClaimId, DocumentId, Sha256
from onrecord.model.remark import RemarkKind
from onrecord.model.vocabulary import ClaimType, Harm, Status
from onrecord.store.searching import PAGE, IncidentQuery
from onrecord.web.drawing.marking import mark_text
from onrecord.web.pages.facsimiles import PDF, choose_page
from onrecord.web.pages.listing import read_page
from onrecord.web.pages.rounds import find_open_coding
from onrecord.web.pages.sending import FORMS, send_rows
from onrecord.web.people.audit import note
from onrecord.web.people.person import person_of
from onrecord.web.rendering import find_decision, the_desk


@require_safe
def list_documents(request: HttpRequest, case: str) -> HttpResponse:
    """The documents of the case, 50 a page, the latest first."""
    words = request.GET.get("q", "")[:200]
    page = read_page(request.GET.dict())
    desk = the_desk(case)
    form = request.GET.get("form", "")
    with desk.view() as view, desk.catalogue() as kept:
        if form in FORMS:
            lines = map(asdict, kept.iterate_documents(words))
            return send_rows(request, form, lines, subject="documents")
        number = kept.count_documents(words)
        context = {
            "lines": kept.list_documents(words, page=page),
            "number": number,
            "words": words,
            "failures": view.failures() if page == 1 and not words else (),
            "page": page,
            "pages": max(1, -(-number // PAGE)),
            "page_before": page - 1,
            "page_after": page + 1,
        }
    return render(request, "documents.html", context)


@require_safe
def show_document(request: HttpRequest, case: str, id: str) -> HttpResponse:
    """One document: what is known about it, then its text with the claims read in it."""
    desk, person = the_desk(case), person_of(request)
    with desk.view() as view, desk.catalogue() as kept:
        if blind := find_open_coding(view, person.name, id):
            return redirect(reverse("coding", args=[case, blind.id, id]))
        document = view.document(DocumentId(id))
        if document is None:
            raise Http404(id)
        claims = view.claims(document.id)
        replaced = {one.supersedes for one in view.decisions()}
        rejected = {
            subject
            for one in view.decisions()
            if one.kind in ("reject_claim", "retire_figure") and one.id not in replaced
            for subject in one.subjects
        }
        chosen = request.GET.get("claim", "")
        at = next((one.start for one in claims if one.id == chosen), 0)
        warnings = [
            one
            for one in view.remarks()
            if one.kind is RemarkKind.GRAPHIC and one.subjects == (document.id,)
        ]
        context = {
            "document": document,
            "claims": claims,
            "warnings": warnings,
            "hidden": bool(warnings) and request.GET.get("shown") != "1",
            "is_pdf": document.media_type == PDF,
            "facsimile": choose_page(view, document, request.GET.get("beside", ""), at=at),
            "paragraphs": mark_text(document, claims),
            "headings": [claim for claim in claims if claim.in_ == "title"],
            "incidents": kept.list_incidents(IncidentQuery(document=document.id)),
            "arrivals": view.custody(document.id),
            "rejected": rejected,
            "types": list(ClaimType),
            "harms": list(Harm),
            "statuses": list(Status),
            "saved": find_decision(view, request.GET.get("saved", "")),
        }
    return render(request, "document.html", context)


@require_safe
def go_to_claim(request: HttpRequest, case: str, id: str) -> HttpResponse:
    """The words of a claim in their document."""
    with the_desk(case).view() as view:
        claim = view.claim(ClaimId(id))
        if claim is None:
            raise Http404(id)
        if blind := find_open_coding(view, person_of(request).name, claim.document):
            return redirect(reverse("coding", args=[case, blind.id, claim.document]))
    return redirect(f"{reverse('document', args=[case, claim.document])}#{claim.id}")


@require_safe
def send_original(request: HttpRequest, case: str, sha256: str) -> HttpResponse:
    """The bytes of an original as a download; nothing in them runs in the browser."""
    with the_desk(case).view() as view:
        if not view.documents_of(Sha256(sha256)):
            raise Http404(sha256)
        content = view.original(Sha256(sha256))
    note(request, "exported", sha256[:16])
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{sha256[:16]}.original"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
