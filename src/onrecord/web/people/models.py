"""Tables of people.db: accounts, sessions, invitations, attempts, tokens, and the audit."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

from onrecord.web.permissions import Role

_NAME = 80
_DIGEST = 64


def fold_name(name: str) -> str:
    """A name as it is compared: two that differ in case or space alone are the same."""
    return " ".join(name.split()).casefold()


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by name."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """The account of that name, in any case."""
        return self.get(folded=fold_name(username or ""))


class Account(AbstractBaseUser):
    """One person of a team. It is closed, never deleted: the ledger names it for ever.

    `password` holds a salted hash (scrypt); `is_active` is false until an invitation is taken up
    and after the account was closed.
    """

    name: models.CharField[str, str] = models.CharField(max_length=_NAME)
    folded: models.CharField[str, str] = models.CharField(max_length=2 * _NAME, unique=True)
    role: models.CharField[str, str] = models.CharField(max_length=20)
    is_active: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    made: models.DateTimeField[datetime, datetime] = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "folded"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def get_username(self) -> str:
        """The name as an authenticator app shows it."""
        return self.name

    def get_role(self) -> Role:
        """What the person does."""
        return Role(self.role)


class Sitting(AbstractBaseSession):
    """One session: whose, since when, in which browser. Deleting it ends it."""

    account: models.BigIntegerField[int | None, int | None] = models.BigIntegerField(
        null=True, db_index=True
    )
    begun: models.DateTimeField[datetime, datetime] = models.DateTimeField(default=timezone.now)
    seen: models.DateTimeField[datetime, datetime] = models.DateTimeField(default=timezone.now)
    browser: models.CharField[str, str] = models.CharField(max_length=60, default="")


class Invitation(models.Model):
    """A way in that works once; the SHA-256 of its token, `until` when."""

    digest: models.CharField[str, str] = models.CharField(max_length=_DIGEST, unique=True)
    account: models.ForeignKey[Account, Account] = models.ForeignKey(
        Account, on_delete=models.CASCADE
    )
    until: models.DateTimeField[datetime, datetime] = models.DateTimeField()


class Attempt(models.Model):
    """One failed attempt to sign in, under a keyed hash of a name or an address."""

    key: models.CharField[str, str] = models.CharField(max_length=_DIGEST, db_index=True)
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField(db_index=True)


class Token(models.Model):
    """A token of the API: the SHA-256 of it, whose, what for, until when; revoked by deleting."""

    digest: models.CharField[str, str] = models.CharField(max_length=_DIGEST, unique=True)
    account: models.ForeignKey[Account, Account] = models.ForeignKey(
        Account, on_delete=models.CASCADE
    )
    name: models.CharField[str, str] = models.CharField(max_length=_NAME)
    made: models.DateTimeField[datetime, datetime] = models.DateTimeField(default=timezone.now)
    until: models.DateTimeField[datetime, datetime] = models.DateTimeField()


class Event(models.Model):
    """One line of the audit; the database refuses to change or delete it."""

    at: models.DateTimeField[datetime, datetime] = models.DateTimeField(default=timezone.now)
    who: models.CharField[str, str] = models.CharField(max_length=_NAME)
    kind: models.CharField[str, str] = models.CharField(max_length=30)
    subject: models.CharField[str, str] = models.CharField(max_length=200, default="")


def make_key() -> str:
    """A new secret."""
    return secrets.token_urlsafe(48)


class Key(models.Model):
    """The one key that signs sessions."""

    key: models.CharField[str, str] = models.CharField(max_length=100, default=make_key)
