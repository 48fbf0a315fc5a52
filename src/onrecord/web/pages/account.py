"""One's own account: password, second factor, sessions."""

import hashlib

from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from onrecord.web.people.accounts import CannotChangePeople, end_sittings, set_password
from onrecord.web.people.audit import record
from onrecord.web.people.entry import account_of
from onrecord.web.people.factors import (
    DEMANDED,
    count_recovery_codes,
    has_factor,
    make_recovery_codes,
)
from onrecord.web.people.models import Account, Sitting
from onrecord.web.people.tokens import DAYS, list_tokens, make_token, revoke_token


@require_safe
def show_account(request: HttpRequest) -> HttpResponse:
    """All that the person can see and change about their account."""
    return _show(request, _own(request))


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Ends one session, all others, or all of them with this one."""
    account, wanted = _own(request), request.POST.get("session", "")
    here = request.session.session_key
    if wanted == "others":
        end_sittings(account, but=here)
    elif wanted == "all":
        end_sittings(account)
    else:
        found = [one for one in _list_sittings(account) if name_sitting(one) == wanted]
        Sitting.objects.filter(pk__in=[one.pk for one in found]).delete()
    record(account.name, "sessions_ended", account.name)
    return redirect("account")


@require_POST
def change_password(request: HttpRequest) -> HttpResponse:
    """Sets a new password and ends all other sessions."""
    account, form = _own(request), request.POST
    if not account.check_password(form.get("old", "")[:1000]):
        return _refuse(request, account, gettext("The old password is not right."))
    if form.get("password", "") != form.get("again", ""):
        return _refuse(request, account, gettext("The two new passwords differ."))
    try:
        set_password(account, form.get("password", ""), but=request.session.session_key)
    except ValidationError as error:
        return _refuse(request, account, " ".join(error.messages))
    update_session_auth_hash(request, account)
    record(account.name, "password_changed")
    return redirect("account")


@require_POST
def renew_recovery(request: HttpRequest) -> HttpResponse:
    """New recovery codes, shown once; the old ones stop working."""
    account = _own(request)
    if not has_factor(account):
        return _refuse(request, account, gettext("Set up a second factor first."))
    if not account.check_password(request.POST.get("old", "")[:1000]):
        return _refuse(request, account, gettext("The password is not right."))
    codes = make_recovery_codes(account)
    record(account.name, "recovery_made")
    return render(request, "recovery.html", {"codes": codes, "next": "/account"})


@require_POST
def add_token(request: HttpRequest) -> HttpResponse:
    """A new token of the API, shown once."""
    account, form = _own(request), request.POST
    if not account.check_password(form.get("old", "")[:1000]):
        return _refuse(request, account, gettext("The password is not right."))
    days = form.get("days", "")
    try:
        token = make_token(
            account, form.get("name", "")[:200], int(days) if days in map(str, DAYS) else 0
        )
    except CannotChangePeople as error:
        return _refuse(request, account, str(error))
    return render(request, "token.html", {"token": token})


@require_POST
def end_token(request: HttpRequest, number: int) -> HttpResponse:
    """Revokes a token."""
    revoke_token(_own(request), number)
    return redirect("account")


def name_sitting(sitting: Sitting) -> str:
    """What a page calls a session: nothing that its key could be made from."""
    return hashlib.sha256(f"sitting {sitting.session_key}".encode()).hexdigest()[:16]


def _own(request: HttpRequest) -> Account:
    account = account_of(request)
    if account is None:
        raise PermissionDenied
    return account


def _list_sittings(account: Account) -> list[Sitting]:
    now = timezone.now()
    return list(
        Sitting.objects.filter(account=account.pk, expire_date__gt=now).order_by("-seen", "-begun")
    )


def _refuse(request: HttpRequest, account: Account, problem: str) -> HttpResponse:
    return _show(request, account, problem=problem)


def _show(request: HttpRequest, account: Account, *, problem: str = "") -> HttpResponse:
    here = request.session.session_key
    context = {
        "account": account,
        "problem": problem,
        "factor": has_factor(account),
        "demanded": account.get_role() in DEMANDED,
        "tokens": list_tokens(account),
        "days": DAYS,
        "recovery": count_recovery_codes(account),
        "sittings": [
            (one, name_sitting(one), one.session_key == here) for one in _list_sittings(account)
        ],
    }
    return render(request, "account.html", context, status=400 if problem else 200)
