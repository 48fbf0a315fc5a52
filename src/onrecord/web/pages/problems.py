"""What went wrong → a page that says so, and what to do."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

_SAID = {
    "unreadable": (_("This cannot be read"), _("The address or the form is damaged. Go back and try again.")),
    "role": (_("Your role does not allow this"), _("Nothing was changed. An administrator of the case can change what you may do.")),
    "forgery": (_("This is not allowed"), _("The form was too old or came from elsewhere. Go back, load the page anew and send it again; what you typed is still there.")),
    "missing": (_("Nothing stands at this address"), _("It was mistyped, or it belongs to another case. Identifiers never vanish: search for it.")),
    "broken": (_("Something broke"), _("Nothing that was saved is lost. Please report what you did, without names or places.")),
}  # fmt: skip


def say_bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that cannot be read."""
    return _say(request, 400, "unreadable")


def say_forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request of somebody who may not make it."""
    return _say(request, 403, "role")


def refuse_forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from a page of ours."""
    return _say(request, 403, "forgery")


def say_missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address with nothing behind it."""
    return _say(request, 404, "missing")


def say_broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _say(request, 500, "broken")


def _say(request: HttpRequest, status: int, key: str) -> HttpResponse:
    heading, words = _SAID[key]
    if request.path.startswith("/api/"):
        return JsonResponse({"problem": f"{heading}. {words}", "where": []}, status=status)
    return render(request, "problem.html", {"heading": heading, "words": words}, status=status)
