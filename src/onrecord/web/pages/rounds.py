"""Blind double coding: documents given to coders, their sheets, and where they differ."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onrecord.model.identity import DocumentId
from onrecord.model.remark import Code, Remark, RemarkKind
from onrecord.model.vocabulary import ClaimType, Harm
from onrecord.pipeline.deciding import CannotDecide
from onrecord.pipeline.remarking import Draft
from onrecord.pipeline.views import CaseView
from onrecord.web.drawing.passages import split_passages
from onrecord.web.pages.comparing import gather, is_complete, list_differences, measure_round
from onrecord.web.pages.talk import list_people
from onrecord.web.people.person import person_of
from onrecord.web.permissions import REMARKS
from onrecord.web.rendering import desk_of

_MOST_DOCUMENTS = 500
_LARGEST = 9


@require_http_methods(["GET", "HEAD", "POST"])
def show_rounds(request: HttpRequest, case: str) -> HttpResponse:
    """All rounds of coding; on POST a new one."""
    desk, person = desk_of(request, case), person_of(request)
    problem = ""
    if request.method == "POST":
        if not person.may(REMARKS[RemarkKind.ROUND]):
            raise PermissionDenied
        try:
            return redirect(reverse("round", args=[case, desk.remark(_plan(request)).id]))
        except CannotDecide as error:
            problem = str(error)
    with desk.view() as view, desk.catalogue() as kept:
        remarks = view.remarks()
        context = {
            "rounds": [
                (one, is_complete(remarks, one)) for one in remarks if one.kind is RemarkKind.ROUND
            ],
            "codings": list_open_codings(remarks, person.name),
            "documents": kept.list_documents(request.GET.get("q", "")[:200]),
            "people_known": list_people(view),
            "problem": problem,
            "given": request.POST,
            "chosen": request.POST.getlist("document"),
        }
    return render(request, "rounds.html", context, status=400 if problem else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def show_round(request: HttpRequest, case: str, id: str) -> HttpResponse:
    """One round: who handed in what; once all did, agreement and differences. POST settles one."""
    desk, person = desk_of(request, case), person_of(request)
    with desk.view() as view:
        round_ = _find_round(view, id)
        remarks = view.remarks()
        context = _describe(view, round_, remarks)
    if request.method == "POST":
        if not person.may(REMARKS[RemarkKind.SETTLEMENT]):
            raise PermissionDenied
        try:
            desk.remark(_settle(request.POST.dict(), remarks, round_))
            return redirect(reverse("round", args=[case, id]) + "#differences")
        except CannotDecide as error:
            context["problem"] = str(error)
    return render(request, "round.html", context, status=400 if "problem" in context else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def code_document(request: HttpRequest, case: str, id: str, document: str) -> HttpResponse:
    """The sheet of one coder for one document, without the machine's claims or the other's codes."""
    desk, person, form = desk_of(request, case), person_of(request), request.POST.dict()
    with desk.view() as view:
        round_ = _find_round(view, id)
        found = view.document(DocumentId(document))
        open_ = list_open_codings(view.remarks(), person.name)
    if found is None or person.name not in round_.to or document not in round_.subjects:
        raise Http404(document)
    if (round_, document) not in open_:
        return redirect(reverse("round", args=[case, id]))
    passages = split_passages(found)
    problem = ""
    if request.method == "POST":
        try:
            codes = tuple(_read_code(form, n, span) for n, span in enumerate(passages))
            draft = Draft(kind=RemarkKind.CODING, subjects=(document,), about=id, codes=codes)
            desk.remark(draft)
            return redirect(reverse("round", args=[case, id]))
        except CannotDecide as error:
            problem = str(error)
    context = {
        "round": round_,
        "document": found,
        "passages": [_fill_in(form, n, found.text[a:b]) for n, (a, b) in enumerate(passages)],
        "types": list(ClaimType),
        "harms": list(Harm),
        "problem": problem,
    }
    return render(request, "coding.html", context, status=400 if problem else 200)


def list_open_codings(remarks: Iterable[Remark], name: str) -> list[tuple[Remark, str]]:
    """Each round and document that somebody still has to code."""
    entered = list(remarks)
    handed_in = {
        (one.about, one.subjects[0])
        for one in entered
        if one.kind is RemarkKind.CODING and one.by == name
    }
    return [
        (one, document)
        for one in entered
        if one.kind is RemarkKind.ROUND and name in one.to
        for document in one.subjects
        if (one.id, document) not in handed_in
    ]


def find_open_coding(view: CaseView, name: str, document: str) -> Remark | None:
    """The round for which somebody still has to code a document, and sees no reading of it before."""
    open_ = list_open_codings(view.remarks(), name)
    return next((one for one, asked in open_ if asked == document), None)


def _plan(request: HttpRequest) -> Draft:
    coders = [request.POST.get(name, "").strip()[:100] for name in ("one", "other")]
    return Draft(
        kind=RemarkKind.ROUND,
        subjects=tuple(request.POST.getlist("document"))[:_MOST_DOCUMENTS],
        to=tuple(name for name in coders if name),
        words=request.POST.get("words", ""),
    )


def _find_round(view: CaseView, id: str) -> Remark:
    for one in view.remarks():
        if one.id == id and one.kind is RemarkKind.ROUND:
            return one
    raise Http404(id)


def _describe(view: CaseView, round_: Remark, remarks: tuple[Remark, ...]) -> dict[str, Any]:
    handed_in = {
        (one.subjects[0], one.by)
        for one in remarks
        if one.kind is RemarkKind.CODING and one.about == round_.id
    }
    progress = [
        (id, [(name, (id, name) in handed_in) for name in round_.to]) for id in round_.subjects
    ]
    context: dict[str, Any] = {"round": round_, "progress": progress, "complete": False}
    if is_complete(remarks, round_):
        sentences = gather(remarks, round_)
        texts = {
            id: found.text for id in round_.subjects if (found := view.document(DocumentId(id)))
        }
        context |= {
            "complete": True,
            "measures": measure_round(sentences, round_.to),
            "sentences": len(sentences),
            "differences": [
                (one, texts.get(one.document, "")[one.start : one.end])
                for one in list_differences(sentences, remarks, round_)
            ],
        }
    return context


def _settle(form: Mapping[str, str], remarks: tuple[Remark, ...], round_: Remark) -> Draft:
    if not is_complete(remarks, round_):
        raise CannotDecide(_("not everybody has handed in"))
    place = (form.get("document", ""), form.get("start", ""), form.get("end", ""))
    codes = {
        (document, str(start), str(end)): given
        for (document, start, end), given in gather(remarks, round_).items()
    }.get(place)
    if codes is None:
        raise CannotDecide(_("choose what holds"))
    chosen, first = form.get("as", ""), next(iter(codes.values()))
    if chosen == "none":
        code = replace(first, type=None, harm=None, min=None, max=None)
    elif chosen in codes:
        code = codes[chosen]
    else:
        raise CannotDecide(_("choose what holds"))
    return Draft(
        kind=RemarkKind.SETTLEMENT,
        subjects=(place[0],),
        about=round_.id,
        words=form.get("words", ""),
        codes=(code,),
    )


def _read_code(form: Mapping[str, str], number: int, span: tuple[int, int]) -> Code:
    type_, harm = form.get(f"type-{number}", ""), form.get(f"harm-{number}", "")
    least = _read_number(form.get(f"least-{number}", ""), number)
    return Code(
        start=span[0],
        end=span[1],
        type=ClaimType(type_) if type_ in {*ClaimType} else None,
        harm=Harm(harm) if harm in {*Harm} else None,
        min=least,
        max=_read_number(form.get(f"most-{number}", ""), number),
    )


def _read_number(words: str, number: int) -> int | None:
    typed = words.strip()
    if not typed:
        return None
    if not (typed.isdecimal() and len(typed) <= _LARGEST):
        problem = _("sentence %(number)s: %(typed)s is no number of people")
        raise CannotDecide(problem % {"number": number + 1, "typed": typed})
    return int(typed)


def _fill_in(form: Mapping[str, str], number: int, words: str) -> dict[str, str]:
    fields = {name: form.get(f"{name}-{number}", "") for name in ("type", "harm", "least", "most")}
    return {**fields, "words": words}
