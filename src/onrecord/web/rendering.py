"""Every page's frame: the case, where one is, and what waits."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import get_language_bidi

from onrecord import __version__
from onrecord.web.desk import Desk


def the_desk(case: str | None = None) -> Desk:
    """The case on the desk.

    Raises:
        Http404: the address names another case.
    """
    desk: Desk = settings.ONRECORD_DESK
    if case is not None and case != desk.name:
        raise Http404(case)
    return desk


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the frame of a page shows."""
    found = request.resolver_match
    return {
        "request": request,
        "case": the_desk().name,
        "here": found.url_name if found else "",
        "version": __version__,
        "dir": "rtl" if get_language_bidi() else "ltr",
    }
