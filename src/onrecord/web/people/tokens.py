"""Tokens of the API: made for a person, named, with an end; only their hashes are kept."""

import secrets
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from onrecord.web.people.accounts import CannotChangePeople, digest
from onrecord.web.people.audit import record
from onrecord.web.people.models import Account, Token

DAYS: Final = (7, 30, 90, 365)
"""For how long a token can be made."""
_MOST: Final = 20
_LONGEST: Final = 80


def make_token(account: Account, name: str, days: int) -> str:
    """A new token, told this once.

    Raises:
        CannotChangePeople: it has no name or no end, or there are too many already.
    """
    shown = " ".join(name.split())
    if not shown or len(shown) > _LONGEST or not shown.isprintable():
        raise CannotChangePeople(gettext("Give the token a name of 1 to 80 characters."))
    if days not in DAYS:
        raise CannotChangePeople(gettext("Choose when the token ends."))
    if len(list_tokens(account)) >= _MOST:
        raise CannotChangePeople(gettext("There are twenty tokens: revoke one first."))
    token = secrets.token_urlsafe(32)
    until = timezone.now() + timedelta(days=days)
    with transaction.atomic():
        Token.objects.create(digest=digest(token), account=account, name=shown, until=until)
        record(account.name, "token_made", shown)
    return token


def list_tokens(account: Account) -> list[Token]:
    """The tokens of a person that still work, the newest first."""
    return list(
        Token.objects.filter(account=account, until__gt=timezone.now()).order_by("-made", "-pk")
    )


def revoke_token(account: Account, number: int) -> None:
    """Ends a token of this person; nothing if it is not theirs."""
    found = Token.objects.filter(account=account, pk=number).first()
    if found is not None:
        with transaction.atomic():
            found.delete()
            record(account.name, "token_revoked", found.name)
