"""Tokens → persons: who sent a request to the API; sessions of browsers count for nothing there."""

import secrets
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja.security import HttpBearer

from onrecord.web.people.accounts import digest
from onrecord.web.people.models import Token
from onrecord.web.people.person import Person, find_person, seat
from onrecord.web.permissions import Role

UNDER: Final = "/api/"
_SCHEME: Final = "bearer "


class Bearer:
    """Lets in requests to the API that carry a token, and no others."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of what comes after, or 401."""
        if not request.path.startswith(UNDER):
            return self._respond(request)
        given = request.headers.get("Authorization", "")
        token = given[len(_SCHEME) :].strip() if given.lower().startswith(_SCHEME) else ""
        person = _find_owner(token)
        if person is None:
            problem = {"problem": "a token is needed: Authorization: Bearer …"}
            return JsonResponse(problem, status=401, headers={"WWW-Authenticate": "Bearer"})
        seat(request, person)
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        return self._respond(request)


class Owner(HttpBearer):
    """What the description of the API says about tokens; the gate has looked at them before."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        """Whose token it is."""
        return find_person(request)


def _find_owner(token: str) -> Person | None:
    if not token:
        return None
    if not settings.ONRECORD_TEAM:
        right = secrets.compare_digest(
            token.encode("utf-8", "surrogatepass"), settings.ONRECORD_API_TOKEN.encode()
        )
        return Person(settings.ONRECORD_DESK.by, Role.ADMINISTRATOR) if right else None
    found = (
        Token.objects.filter(
            digest=digest(token), until__gt=timezone.now(), account__is_active=True
        )
        .select_related("account")
        .first()
    )
    if found is None:
        return None
    return Person(found.account.name, found.account.get_role(), found.account.pk)
