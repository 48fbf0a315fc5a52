"""Requests → those that may come in: one private address, headers that keep pages to themselves."""

import secrets
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

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
        if request.path.startswith(_FREE):
            return self._respond(request)
        if request.path.startswith(_OPEN):
            return self._open(request)
        key = request.COOKIES.get(COOKIE, "")
        if secrets.compare_digest(key.encode(), settings.ONRECORD_KEY.encode()):
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
