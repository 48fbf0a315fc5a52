"""Sessions → persons: who is signed in, and how far."""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from onrecord.web.people.factors import DEMANDED, has_factor
from onrecord.web.people.models import Account, Sitting
from onrecord.web.people.person import Person, find_person, seat

_NOTED_EVERY: Final = timedelta(minutes=5)


class Stage(StrEnum):
    """How far somebody has come in."""

    STRANGER = "stranger"
    CODE = "code"
    """The password was right; the code of the second factor is missing."""
    SET_UP = "set up"
    """The role demands a second factor, and there is none yet."""
    IN = "in"


def account_of(request: HttpRequest) -> Account | None:
    """Whose password was right in this session."""
    user = request.user
    return user if isinstance(user, Account) else None


def find_stage(request: HttpRequest) -> Stage:
    """How far the sender of a request has come in."""
    account = account_of(request)
    if account is None:
        return Stage.STRANGER
    is_verified: Callable[[], bool] = getattr(request.user, "is_verified", lambda: False)
    if is_verified():
        return Stage.IN
    if has_factor(account):
        return Stage.CODE
    return Stage.SET_UP if account.get_role() in DEMANDED else Stage.IN


class SignedIn:
    """Seats the person whose session it is, once they are wholly signed in."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of what comes after."""
        if find_person(request) is not None:
            return self._respond(request)
        account = account_of(request)
        if account is not None and find_stage(request) is Stage.IN:
            seat(request, Person(account.name, account.get_role(), account.pk))
            now = timezone.now()
            stale = Sitting.objects.filter(
                pk=request.session.session_key, seen__lt=now - _NOTED_EVERY
            )
            stale.update(seen=now)
        return self._respond(request)
