"""Names and roles → accounts, invitations that work once, and their ends."""

import hashlib
import secrets
import unicodedata
from datetime import timedelta
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django_otp import devices_for_user

from onrecord.model.failure import OnrecordError
from onrecord.web.people.audit import record
from onrecord.web.people.models import Account, Invitation, Sitting, Token, fold_name
from onrecord.web.permissions import Role

INVITED_FOR: Final = timedelta(days=7)
_LONGEST: Final = 80


class CannotChangePeople(OnrecordError):
    """A change of people that cannot be, and what to do."""


def list_people() -> list[Account]:
    """Everybody who has or had an account, by name."""
    return list(Account.objects.order_by("folded"))


def find_account(name: str) -> Account:
    """The account of that name, in any case.

    Raises:
        CannotChangePeople: nobody has that name.
    """
    found = Account.objects.filter(folded=fold_name(name)).first()
    if found is None:
        raise CannotChangePeople(
            gettext("%(name)s: nobody of that name has an account") % {"name": name}
        )
    return found


def add_person(name: str, role: Role, *, by: str) -> Account:
    """A new account, closed until its invitation is taken up or a password is set.

    Raises:
        CannotChangePeople: the name is taken, empty, too long, or not one line of text.
    """
    shown = " ".join(unicodedata.normalize("NFC", name).split())
    if not shown or len(shown) > _LONGEST or any(map(_is_hidden, shown)):
        raise CannotChangePeople(gettext("a name is one line of 1 to 80 characters"))
    if Account.objects.filter(folded=fold_name(shown)).exists():
        raise CannotChangePeople(
            gettext("%(name)s: the name is taken, and names are never used again") % {"name": shown}
        )
    account = Account(name=shown, folded=fold_name(shown), role=role.value)
    account.set_unusable_password()
    with transaction.atomic():
        account.save()
        record(by, "added", f"{shown}: {role}")
    return account


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def invite(account: Account, *, by: str) -> str:
    """The token of a way in that works once and for seven days; earlier ones stop working."""
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        Invitation.objects.filter(account=account).delete()
        until = timezone.now() + INVITED_FOR
        Invitation.objects.create(digest=digest(token), account=account, until=until)
        record(by, "invited", account.name)
    return token


def find_invited(token: str) -> Account | None:
    """Whom an invitation is for; `None` if it was used, replaced, or is too old."""
    found = Invitation.objects.filter(digest=digest(token), until__gt=timezone.now())
    first = found.select_related("account").first()
    return first.account if first else None


def take_up(token: str, password: str) -> Account | None:
    """Opens the account of an invitation with a password; `None` if it does not work any more.

    Raises:
        ValidationError: the password is too weak, and why.
    """
    with transaction.atomic():
        account = find_invited(token)
        if account is None:
            return None
        set_password(account, password)
        account.is_active = True
        account.save()
        Invitation.objects.filter(account=account).delete()
        record(account.name, "joined")
    return account


def set_password(account: Account, password: str, *, but: str | None = None) -> None:
    """Sets a password and ends the sessions of the account, but one where given.

    Raises:
        ValidationError: the password is too weak, and why.
    """
    if len(password) > 1000:
        raise ValidationError([gettext("This password is too long.")])
    validate_password(password, account)
    account.set_password(password)
    account.save()
    end_sittings(account, but=but)


def change_role(account: Account, role: Role, *, by: str) -> None:
    """Gives a person another role, from the next page on.

    Raises:
        CannotChangePeople: nobody would be left to manage people.
    """
    with transaction.atomic():
        if role is not Role.ADMINISTRATOR:
            _keep_administrator(account)
        record(by, "role_changed", f"{account.name}: {account.role} → {role}")
        account.role = role.value
        account.save()


def close_account(account: Account, *, by: str) -> None:
    """Lets a person in no more: sessions, invitations and tokens end at once.

    Raises:
        CannotChangePeople: nobody would be left to manage people.
    """
    with transaction.atomic():
        _keep_administrator(account)
        account.is_active = False
        account.set_unusable_password()
        account.save()
        end_sittings(account)
        Invitation.objects.filter(account=account).delete()
        Token.objects.filter(account=account).delete()
        record(by, "closed", account.name)


def forget_factor(account: Account, *, by: str) -> None:
    """Lets a person set up a second factor anew, after the old one was lost."""
    with transaction.atomic():
        for device in devices_for_user(account, confirmed=None):
            device.delete()
        end_sittings(account)
        record(by, "factor_forgotten", account.name)


def end_sittings(account: Account, *, but: str | None = None) -> int:
    """Ends the sessions of a person, but one where given; how many."""
    found = Sitting.objects.filter(account=account.pk)
    ended, _ = (found.exclude(pk=but) if but else found).delete()
    return ended


def digest(token: str) -> str:
    """What is kept of a secret token: its SHA-256."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _keep_administrator(account: Account) -> None:
    held = Account.objects.filter(role=Role.ADMINISTRATOR.value, is_active=True)
    if held.filter(pk=account.pk).exists() and not held.exclude(pk=account.pk).exists():
        raise CannotChangePeople(
            gettext("%(name)s is the last administrator: make another one first")
            % {"name": account.name}
        )
