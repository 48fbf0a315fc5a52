"""Requests → those that may come in: one private address, headers that keep pages to themselves."""

import secrets
from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse

from onrecord.web.people.person import Person, find_person, seat
from onrecord.web.permissions import OF_STRANGERS, OF_TEAMS, Role, find_action, find_methods

Respond = Callable[[HttpRequest], HttpResponse]

COOKIE: Final = "onrecord"
_OPEN: Final = "/open/"
_FREE: Final = ("/static/",)
_MONTH_S: Final = 30 * 24 * 3600
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


class Headers:
    """Every response with what a browser must not do with it."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, its headers set."""
        response = self._respond(request)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        if not request.path.startswith(_FREE):
            response.headers["Cache-Control"] = "no-store"
        return response


class Gate:
    """Lets in whoever came by the private address that `onrecord serve` prints."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, the way in, or why there is none."""
        if request.path.startswith(_FREE) or find_person(request) is not None:
            return self._respond(request)
        if request.path.startswith(_OPEN):
            return self._open(request)
        key = request.COOKIES.get(COOKIE, "")
        if secrets.compare_digest(key.encode(), settings.ONRECORD_KEY.encode()):
            seat(request, Person(settings.ONRECORD_DESK.by, Role.ADMINISTRATOR))
            return self._respond(request)
        return render(request, "closed.html", status=403)

    def _open(self, request: HttpRequest) -> HttpResponse:
        token = request.path.removeprefix(_OPEN).strip("/")
        if not secrets.compare_digest(token.encode(), settings.ONRECORD_TOKEN.encode()):
            return render(request, "closed.html", status=403)
        response = HttpResponseRedirect("/")
        response.set_cookie(
            COOKIE, settings.ONRECORD_KEY, max_age=_MONTH_S, httponly=True, samesite="Strict"
        )
        return response


class Permission:
    """Refuses what the table of permissions does not give to the person."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of what comes after."""
        return self._respond(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Refusal of a method, `None` where the person may.

        Raises:
            PermissionDenied: the person may not, or nobody may.
        """
        found = request.resolver_match
        methods = find_methods(found.view_name if found else None)
        if methods and request.method not in methods:
            return HttpResponseNotAllowed(methods)
        action = find_action(found.view_name if found else None, request.method or "")
        if action in OF_TEAMS and not settings.ONRECORD_TEAM:
            raise Http404
        person = find_person(request)
        if person is None and action is not None and action not in OF_STRANGERS:
            return _send_to_sign_in(request)
        if action in OF_STRANGERS or (person is not None and person.may(action)):
            return None
        raise PermissionDenied


def _send_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The page to sign in on; a form that came too late is not sent on, and nothing is changed."""
    if request.method not in ("GET", "HEAD"):
        return render(request, "signed_out.html", status=403)
    return HttpResponseRedirect(
        f"{reverse('sign-in')}?{urlencode({'next': request.get_full_path()})}"
    )
