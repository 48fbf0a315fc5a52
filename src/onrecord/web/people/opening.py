"""A case folder → its people: whether there are any, and the framework's settings to read them."""

import secrets
import sqlite3
from pathlib import Path
from typing import Any, Final

from onrecord.model.failure import OnrecordError
from onrecord.pipeline.cataloguing import FOLDER

FILE: Final = "people.db"
_OWNER_ONLY: Final = 0o600
_DAY_S: Final = 12 * 3600


class UnreadablePeople(OnrecordError):
    """The file of people is there and cannot be read; nobody is let in without it."""


def has_people(case: Path) -> bool:
    """Whether the case belongs to a team, so that people have to sign in.

    Raises:
        UnreadablePeople: the file of people is damaged.
    """
    path = case / FOLDER / FILE
    if not path.is_file():
        return False
    try:
        return bool(_ask(path, "select count(*) from people_account")[0])
    except sqlite3.DatabaseError as error:
        raise UnreadablePeople(f"{path}: cannot be read: restore it from a backup") from error


def set_up_people(case: Path) -> None:
    """Makes the file of people, or brings an older one up to date; the framework is configured.

    Raises:
        UnreadablePeople: the file of people is damaged.
    """
    from django.core.management import call_command
    from django.db.utils import DatabaseError

    path = case / FOLDER / FILE
    path.parent.mkdir(exist_ok=True)
    path.touch(mode=_OWNER_ONLY)
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise UnreadablePeople(f"{path}: cannot be read: restore it from a backup") from error


def people_settings(case: Path) -> dict[str, Any]:
    """The part of the framework's settings that accounts and sessions need."""
    path = case / FOLDER / FILE
    return {
        "SECRET_KEY": _read_key(path),
        "INSTALLED_APPS": [
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django_otp",
            "django_otp.plugins.otp_totp",
            "django_otp.plugins.otp_static",
            "onrecord.web.people",
        ],
        "DATABASES": {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(path),
                "OPTIONS": {
                    "timeout": 20,
                    "transaction_mode": "IMMEDIATE",
                    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
                },
            }
        },
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "AUTH_USER_MODEL": "people.Account",
        "AUTH_PASSWORD_VALIDATORS": [
            {
                "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
                "OPTIONS": {"user_attributes": ("name",)},
            },
            {
                "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
                "OPTIONS": {"min_length": 12},
            },
            {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
            {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
        ],
        "PASSWORD_HASHERS": [
            "django.contrib.auth.hashers.ScryptPasswordHasher",
            "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        ],
        "OTP_TOTP_ISSUER": "onrecord",
        "OTP_TOTP_THROTTLE_FACTOR": 0,
        "OTP_STATIC_THROTTLE_FACTOR": 0,
        "SESSION_ENGINE": "onrecord.web.people.sittings",
        "SESSION_COOKIE_NAME": "onrecord_session",
        "SESSION_COOKIE_AGE": _DAY_S,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "LOGIN_URL": "sign-in",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
    }


def _read_key(path: Path) -> str:
    """The key that signs sessions: kept with the people, so that a restart signs nobody out."""
    try:
        kept = _ask(path, "select key from people_key")
    except sqlite3.DatabaseError:
        return secrets.token_urlsafe(48)
    return str(kept[0])


def _ask(path: Path, query: str) -> tuple[Any, ...]:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        row: tuple[Any, ...] | None = connection.execute(query).fetchone()
    finally:
        connection.close()
    if row is None:
        raise sqlite3.DatabaseError(query)
    return row
