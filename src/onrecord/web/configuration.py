"""A desk → the web framework, configured to serve it and nothing else."""

import secrets
from pathlib import Path
from typing import Any, Final

import django
from django.conf import settings

from onrecord.web.desk import Desk

_HERE: Final = Path(__file__).parent
_HOSTS: Final = ["127.0.0.1", "localhost", "[::1]"]


def configure(desk: Desk, *, token: str, hosts: list[str] | None = None) -> None:
    """Configures Django once for this process; `token` opens the private address."""
    values: dict[str, Any] = {
        "ALLOWED_HOSTS": [*_HOSTS, *(hosts or [])],
        "ROOT_URLCONF": "onrecord.web.addresses",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "ONRECORD_DESK": desk,
        "ONRECORD_TOKEN": token,
        "ONRECORD_KEY": secrets.token_urlsafe(32),
        "MIDDLEWARE": [
            "onrecord.web.gate.Headers",
            "django.middleware.security.SecurityMiddleware",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.locale.LocaleMiddleware",
            "django.middleware.common.CommonMiddleware",
            "onrecord.web.gate.Gate",
            "django.middleware.csrf.CsrfViewMiddleware",
            "onrecord.web.gate.Permission",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [str(_HERE / "templates")],
                "OPTIONS": {
                    "context_processors": ["onrecord.web.rendering.frame"],
                    "libraries": {"onrecord": "onrecord.web.tags"},
                    "builtins": ["onrecord.web.tags", "django.templatetags.i18n"],
                },
            }
        ],
        "WHITENOISE_USE_FINDERS": False,
        "STATIC_URL": "/static/",
        "STATIC_ROOT": str(_HERE / "static"),
        "USE_TZ": True,
        "USE_I18N": True,
        "LANGUAGE_CODE": "en",
        "LANGUAGES": [("en", "English")],
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "onrecord.web.pages.problems.refuse_forgery",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 10_000_000,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": 2_500_000,
        "LOGGING_CONFIG": None,
        "DEBUG": False,
    }
    settings.configure(**values)
    django.setup()
