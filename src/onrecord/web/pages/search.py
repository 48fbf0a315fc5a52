"""Words → the incidents, claims and documents that hold them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onrecord.model.remark import RemarkKind
from onrecord.store.searching import IncidentQuery
from onrecord.web.rendering import the_desk

_SHOWN = 10


@require_safe
def show_results(request: HttpRequest, case: str) -> HttpResponse:
    """The best of each kind."""
    words = request.GET.get("q", "").strip()[:200]
    context: dict[str, object] = {"words": words}
    with the_desk(case).view() as view:
        context["kept_searches"] = [
            one
            for one in view.remarks()
            if one.kind is RemarkKind.SEARCH and one.subjects[0][:1] == "?"
        ]
    if words:
        with the_desk(case).catalogue() as kept:
            context |= {
                "incidents": kept.list_incidents(IncidentQuery(words=words))[:_SHOWN],
                "incidents_number": kept.add_up(IncidentQuery(words=words)).incidents,
                "claims": kept.find_claims(words),
                "documents": kept.list_documents(words)[:_SHOWN],
                "documents_number": kept.count_documents(words),
            }
    return render(request, "search.html", context)
