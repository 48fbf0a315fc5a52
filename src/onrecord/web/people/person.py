"""A request → the person at the other end, in a team or alone on their own machine."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest

from onrecord.web.permissions import ROLES, Action, Role

_KEPT: Final = "onrecord.person"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who came in; `name` is what decisions are entered under.

    `number` is that of the account, `None` for the one person of a case without accounts.
    """

    name: str
    role: Role
    number: int | None = None

    def may(self, action: Action | None) -> bool:
        """Whether this person may do something; `None` is what nobody may do."""
        return action is not None and self.role in ROLES[action]


def person_of(request: HttpRequest) -> Person:
    """Who sent a request that the gate let in.

    Raises:
        KeyError: nobody has come in; only pages for strangers are shown then.
    """
    found: Person = request.META[_KEPT]
    return found


def find_person(request: HttpRequest) -> Person | None:
    """Who sent a request; `None` for a stranger."""
    found: Person | None = request.META.get(_KEPT)
    return found


def seat(request: HttpRequest, person: Person) -> None:
    """Notes who sent a request; only the gate does."""
    request.META[_KEPT] = person
