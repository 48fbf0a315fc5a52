"""Signing in, in one or two steps; invitations; signing out."""

from datetime import timedelta
from typing import Final
from urllib.parse import urlencode

from django.contrib.auth import authenticate, login, logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST
from django_otp import login as login_device

from onrecord.web.people.accounts import find_invited, take_up
from onrecord.web.people.attempts import begin_attempt, forgive, forgive_address
from onrecord.web.people.audit import UNKNOWN, record
from onrecord.web.people.browsers import name_browser
from onrecord.web.people.entry import Stage, account_of, find_stage
from onrecord.web.people.factors import (
    begin_factor,
    confirm_factor,
    draw_code,
    has_factor,
    is_recovery,
    make_recovery_codes,
    spell_key,
    verify_code,
)
from onrecord.web.people.models import Account, fold_name
from onrecord.web.people.sittings import BROWSER

_BACKEND: Final = "django.contrib.auth.backends.ModelBackend"
_HALF_WAY_S: Final = 600
_LONGEST: Final = 1000
_WAYS: Final = {Stage.CODE: "code", Stage.SET_UP: "factor"}


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; then the second factor where there is or has to be one."""
    if request.method != "POST":
        if find_stage(request) is Stage.IN:
            return redirect(_choose_way(request))
        return _show(request, "sign_in.html")
    name = request.POST.get("name", "")[:_LONGEST]
    address = request.META.get("REMOTE_ADDR", "")
    wait = begin_attempt(name, address)
    if wait is not None:
        return _hold_back(request, "sign_in.html", wait)
    password = request.POST.get("password", "")[:_LONGEST]
    account = authenticate(request, username=name, password=password)
    if not isinstance(account, Account):
        known = Account.objects.filter(folded=fold_name(name)).first()
        record(known.name if known else UNKNOWN, "sign_in_failed")
        problem = gettext("Name and password do not fit together.")
        return _show(request, "sign_in.html", problem=problem, status=403)
    return _let_in(request, account)


def _let_in(request: HttpRequest, account: Account) -> HttpResponse:
    """Begins a session under a new key, as far as the password alone leads."""
    login(request, account, backend=_BACKEND)
    request.session[BROWSER] = name_browser(request.headers.get("User-Agent", ""))
    stage, address = find_stage(request), request.META.get("REMOTE_ADDR", "")
    if stage is Stage.CODE:
        request.session.set_expiry(_HALF_WAY_S)
        forgive_address(account.name, address)
    else:
        forgive(account.name, address)
    if stage is Stage.IN:
        record(account.name, "signed_in")
    return _go_on(request, stage)


@require_http_methods(["GET", "HEAD", "POST"])
def enter_code(request: HttpRequest) -> HttpResponse:
    """The code of the authenticator app, or a recovery code."""
    stage, account = find_stage(request), account_of(request)
    if stage is not Stage.CODE or account is None:
        return _go_on(request, stage)
    if request.method != "POST":
        return _show(request, "second_step.html")
    address = request.META.get("REMOTE_ADDR", "")
    wait = begin_attempt(account.name, address)
    if wait is not None:
        return _hold_back(request, "second_step.html", wait)
    device = verify_code(account, request.POST.get("code", ""))
    if device is None:
        record(account.name, "sign_in_failed")
        problem = gettext("This code is not right, or was used before. Wait for the next one.")
        return _show(request, "second_step.html", problem=problem, status=403)
    forgive(account.name, address)
    _verify(request, account, device)
    if is_recovery(device):
        record(account.name, "recovery_used")
    return _go_on(request, Stage.IN)


def _verify(request: HttpRequest, account: Account, device: object) -> None:
    """Notes in the session, under a new key, that the second factor was given."""
    login_device(request, device)
    request.session.cycle_key()
    request.session.set_expiry(None)
    record(account.name, "signed_in")


@require_http_methods(["GET", "HEAD", "POST"])
def set_up_factor(request: HttpRequest) -> HttpResponse:
    """A QR code for an authenticator app; its first code, then recovery codes, shown once."""
    stage, account = find_stage(request), account_of(request)
    if stage not in (Stage.SET_UP, Stage.IN) or account is None:
        return _go_on(request, stage)
    replaces = has_factor(account)
    problem = ""
    if request.method == "POST":
        password = request.POST.get("password", "")[:_LONGEST]
        if replaces and not account.check_password(password):
            problem = gettext("This is not your password.")
        elif device := confirm_factor(account, request.POST.get("code", "")):
            record(account.name, "factor_set")
            _verify(request, account, device)
            codes = make_recovery_codes(account)
            return render(request, "recovery.html", {"codes": codes, "next": _choose_way(request)})
        else:
            problem = gettext("This code is not right. Wait for the next one and type that.")
    device = begin_factor(account)
    context = {
        "drawn": mark_safe(draw_code(device)),  # noqa: S308 - drawn by us from a key of ours
        "key": spell_key(device),
        "replaces": replaces,
        "demanded": stage is Stage.SET_UP,
        "problem": problem,
        "next": _choose_way(request),
    }
    return render(request, "factor.html", context, status=400 if problem else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Where an invitation leads: the person chooses a password."""
    account = find_invited(token)
    if account is None:
        return render(request, "not_invited.html", status=404)
    problems: list[str] = []
    if request.method == "POST":
        password = request.POST.get("password", "")
        if password != request.POST.get("again", ""):
            problems = [gettext("The two passwords differ.")]
        else:
            try:
                joined = take_up(token, password)
            except ValidationError as error:
                problems = list(error.messages)
            else:
                return _let_in(request, joined) if joined else redirect("sign-in")
    context = {"invited": account, "problems": problems}
    return render(request, "join.html", context, status=400 if problems else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends this session."""
    account = account_of(request)
    if account is not None:
        record(account.name, "signed_out")
    logout(request)
    return redirect("sign-in")


def _go_on(request: HttpRequest, stage: Stage) -> HttpResponse:
    """To the step that is missing, else to where the person wanted to go."""
    if stage is Stage.IN:
        return redirect(_choose_way(request))
    way = reverse(_WAYS.get(stage, "sign-in"))
    return HttpResponseRedirect(f"{way}?{_keep_way(request)}")


def _keep_way(request: HttpRequest) -> str:
    return urlencode({"next": _choose_way(request)})


def _choose_way(request: HttpRequest) -> str:
    """The address asked for at first, if it is one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours and wanted.startswith("/") and "\\" not in wanted else "/"


def _hold_back(request: HttpRequest, template: str, wait: timedelta) -> HttpResponse:
    minutes = max(1, -(-int(wait.total_seconds()) // 60))
    problem = gettext(
        "Too many attempts failed. Wait %(minutes)s min and try again; whoever is signed in stays so."
    ) % {"minutes": minutes}
    response = _show(request, template, problem=problem, status=429)
    response.headers["Retry-After"] = str(minutes * 60)
    return response


def _show(
    request: HttpRequest, template: str, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "problem": problem,
        "name": request.POST.get("name", "")[:_LONGEST],
        "next": _choose_way(request),
    }
    return render(request, template, context, status=status)
