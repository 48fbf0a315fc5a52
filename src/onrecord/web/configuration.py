"""A desk → the web framework, configured to serve it and nothing else."""

import secrets
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import django
from django.conf import settings

from onrecord.web.desk import Desk
from onrecord.web.people.opening import people_settings

_HERE: Final = Path(__file__).parent
_YEAR_S: Final = 365 * 24 * 3600
_OF_TEAMS: Final = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "onrecord.web.people.entry.SignedIn",
)
_HOSTS: Final = ["127.0.0.1", "localhost", "[::1]"]


def configure(desk: Desk, *, token: str, team: bool = False, public: str | None = None) -> None:
    """Configures Django once for this process.

    `token` opens the private address; with `team` people sign in instead. `public` is the address
    under which a proxy on this machine shows the workbench to others.
    """
    values: dict[str, Any] = {
        **people_settings(desk.case),
        **_name_hosts(public),
        "ROOT_URLCONF": "onrecord.web.addresses",
        "ONRECORD_DESK": desk,
        "ONRECORD_TEAM": team,
        "ONRECORD_TOKEN": token,
        "ONRECORD_API_TOKEN": secrets.token_urlsafe(32),
        "ONRECORD_KEY": secrets.token_urlsafe(32),
        "MIDDLEWARE": [
            "onrecord.web.gate.Headers",
            "django.middleware.security.SecurityMiddleware",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "onrecord.web.api.bearer.Bearer",
            *(_OF_TEAMS if team else ()),
            "django.middleware.locale.LocaleMiddleware",
            "django.middleware.common.CommonMiddleware",
            *(() if team else ("onrecord.web.gate.Gate",)),
            "django.middleware.csrf.CsrfViewMiddleware",
            "onrecord.web.gate.Permission",
            "onrecord.web.pages.problems.Busy",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [str(_HERE / "templates")],
                "OPTIONS": {
                    "context_processors": ["onrecord.web.rendering.frame"],
                    "libraries": {"onrecord": "onrecord.web.tags"},
                    "builtins": [
                        "onrecord.web.tags",
                        "django.templatetags.i18n",
                        "django.templatetags.l10n",
                    ],
                },
            }
        ],
        "WHITENOISE_USE_FINDERS": False,
        "STATIC_URL": "/static/",
        "STATIC_ROOT": str(_HERE / "static"),
        "USE_I18N": True,
        "LANGUAGE_CODE": "en",
        "LANGUAGES": [("en", "English"), ("ar", "العربية"), ("ru", "Русский")],
        "LOCALE_PATHS": [str(_HERE / "locale")],
        "FORMAT_MODULE_PATH": "onrecord.web.formats",
        "LANGUAGE_COOKIE_AGE": _YEAR_S,
        "LANGUAGE_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "onrecord.web.pages.problems.refuse_forgery",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 5_000,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 1_000,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 10_000_000,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": 2_500_000,
        "LOGGING_CONFIG": None,
        "DEBUG": False,
    }
    settings.configure(**values)
    django.setup()


def _name_hosts(public: str | None) -> dict[str, Any]:
    """The host names that are answered; a public address has to be reached by TLS."""
    if public is None:
        return {"ALLOWED_HOSTS": _HOSTS}
    split = urlsplit(public)
    return {
        "ALLOWED_HOSTS": [*_HOSTS, split.hostname or ""],
        "CSRF_TRUSTED_ORIGINS": [f"{split.scheme}://{split.netloc}"],
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
        "SECURE_HSTS_SECONDS": _YEAR_S,
    }
