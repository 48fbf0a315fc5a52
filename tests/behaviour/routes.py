"""The addresses of the workbench, as the framework lists them."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import django
from django.conf import settings
from django.urls import URLPattern, URLResolver

from onrecord.web.people.opening import people_settings


def list_routes() -> dict[str, str]:
    """The name of each address → its pattern, such as `c/<str:case>/i/<str:id>`."""
    if not settings.configured:
        settings.configure(**people_settings(Path("no case")), USE_I18N=False)
        django.setup()
    from onrecord.web.addresses import urlpatterns

    return dict(_walk(cast("list[URLPattern | URLResolver]", urlpatterns)))


def _walk(
    patterns: Sequence[URLPattern | URLResolver], before: str = "", names: str = ""
) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{names}{one.namespace}:" if one.namespace else names
            found += _walk(one.url_patterns, f"{before}{one.pattern}", inner)
        else:
            found.append((f"{names}{one.name}", f"{before}{one.pattern}"))
    return found


def fill_in(pattern: str, values: Mapping[str, str]) -> str:
    """A path: each part of a pattern replaced by the value of that name."""
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: values[part[1]], pattern)
