"""The case at a glance: what waits, what is new, its incidents, where and when."""

from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from onrecord.store.searching import Catalogue, IncidentQuery
from onrecord.web.desk import Desk
from onrecord.web.pages.entries import list_news
from onrecord.web.pages.listing import list_rows
from onrecord.web.pages.questions import list_questions
from onrecord.web.rendering import the_desk

_SHOWN = 4
_ENTRIES = 6


@require_safe
def go_to_case(request: HttpRequest) -> HttpResponse:
    """The one case on the desk."""
    return redirect("overview", the_desk().name)


@require_safe
def show_overview(request: HttpRequest, case: str) -> HttpResponse:
    """The overview of the case."""
    desk = the_desk(case)
    with desk.view() as view, desk.catalogue() as kept:
        questions = list_questions(view, kept)
        context = _describe(kept) | {
            "failures": len(view.failures()),
            "questions": questions[:_SHOWN],
            "waiting": len(questions),
            "entries": list(islice(list_news(view, case), _ENTRIES)),
        }
    return render(request, "overview.html", context)


def prepare(desk: Desk) -> None:
    """Asks once what the overview says of all incidents, so that the first visitor need not wait."""
    with desk.catalogue() as kept:
        _describe(kept)


def _describe(kept: Catalogue) -> dict[str, Any]:
    return {
        **list_rows(kept, IncidentQuery(), page=1),
        "documents": kept.count_documents(),
        "claims": kept.count_claims(),
        **{
            state: kept.add_up(IncidentQuery(state=state)).incidents
            for state in ("asked", "differ", "unanswered", "unlocated")
        },
    }
