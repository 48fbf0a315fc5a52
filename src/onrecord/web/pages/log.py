"""The ledger: what was entered, by whom and when, newest first."""

from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onrecord.store.searching import PAGE
from onrecord.web.pages.entries import list_entries
from onrecord.web.pages.listing import read_page
from onrecord.web.rendering import the_desk


@require_safe
def show_log(request: HttpRequest, case: str) -> HttpResponse:
    """Entries and decisions, 50 a page."""
    page = read_page(request.GET.dict())
    with the_desk(case).view() as view:
        last = next(view.ledger_backwards()).seq
        entries = list_entries(view, case, last - (page - 1) * PAGE)
        context = {
            "entries": list(islice(entries, PAGE)),
            "decisions": list(reversed(view.decisions()))[:PAGE] if page == 1 else (),
            "head": view.head(),
            "page": page,
            "pages": max(1, -(-last // PAGE)),
            "page_before": page - 1,
            "page_after": page + 1,
        }
    return render(request, "log.html", context)
