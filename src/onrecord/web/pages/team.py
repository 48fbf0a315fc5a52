"""The people of a case, for its administrators, and the audit of what was done."""

from collections.abc import Callable, Mapping
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from onrecord.store.searching import PAGE
from onrecord.web.pages.listing import read_page
from onrecord.web.people.accounts import (
    CannotChangePeople,
    add_person,
    change_role,
    close_account,
    end_sittings,
    forget_factor,
    invite,
    list_people,
)
from onrecord.web.people.audit import WORDS, record
from onrecord.web.people.factors import has_factor
from onrecord.web.people.models import Account, Event
from onrecord.web.people.person import person_of
from onrecord.web.permissions import Role


@require_http_methods(["GET", "HEAD", "POST"])
def show_people(request: HttpRequest) -> HttpResponse:
    """Everybody, with their roles; on POST a new person with an invitation to hand over."""
    if request.method != "POST":
        return _show(request)
    by = person_of(request).name
    try:
        role = read_role(request.POST.get("role", ""))
        account = add_person(request.POST.get("name", "")[:200], role, by=by)
    except CannotChangePeople as error:
        return _show(request, problem=str(error))
    return _show_invitation(request, account, by)


@require_POST
def change_person(request: HttpRequest, number: int) -> HttpResponse:
    """Changes one person: role, new invitation, second factor, sessions, or closes the account."""
    account, by = Account.objects.filter(pk=number).first(), person_of(request).name
    if account is None:
        raise Http404(number)
    wanted = request.POST.get("do", "")
    if wanted == "invite":
        return _show_invitation(request, account, by)
    if wanted not in {"role", *_DOING}:
        return _show(request, problem=gettext("Choose what to change."))
    try:
        if wanted == "role":
            change_role(account, read_role(request.POST.get("role", "")), by=by)
        else:
            _DOING[wanted](account, by)
    except CannotChangePeople as error:
        return _show(request, problem=str(error))
    return redirect("people")


@require_safe
def show_audit(request: HttpRequest) -> HttpResponse:
    """What people did, newest first, 50 lines a page."""
    page = read_page(request.GET.dict())
    events = Event.objects.order_by("-pk")
    context = {
        "lines": [
            (one, WORDS.get(one.kind, one.kind)) for one in events[(page - 1) * PAGE : page * PAGE]
        ],
        "page": page,
        "pages": max(1, -(-events.count() // PAGE)),
        "page_before": page - 1,
        "page_after": page + 1,
    }
    return render(request, "audit.html", context)


def read_role(words: str) -> Role:
    """The role of that name.

    Raises:
        CannotChangePeople: there is none.
    """
    if words not in {*Role}:
        raise CannotChangePeople(gettext("Choose a role."))
    return Role(words)


def _end(account: Account, by: str) -> None:
    end_sittings(account)
    record(by, "sessions_ended", account.name)


_DOING: Final[Mapping[str, Callable[[Account, str], None]]] = {
    "close": lambda account, by: close_account(account, by=by),
    "forget": lambda account, by: forget_factor(account, by=by),
    "end": _end,
}


def _show_invitation(request: HttpRequest, account: Account, by: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("join", args=[invite(account, by=by)]))
    return render(request, "invitation.html", {"invited": account, "address": address})


def _show(request: HttpRequest, *, problem: str = "") -> HttpResponse:
    context = {
        "people": [(one, has_factor(one)) for one in list_people()],
        "roles": list(Role),
        "problem": problem,
        "given": request.POST,
    }
    return render(request, "people.html", context, status=400 if problem else 200)
