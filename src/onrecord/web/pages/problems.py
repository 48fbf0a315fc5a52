"""What went wrong → a page that says so, and what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from onrecord.store.errors import CaseBusy

BUSY = _("Somebody else is writing to the case just now. Nothing was changed: wait a little and send it again.")  # fmt: skip
_AGAIN_AFTER_S = "30"
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


class Busy:
    """Says so where a case stays in use for longer than a person waits for a page."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of what comes after."""
        return self._respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page that keeps what was typed; `None` where something else went wrong."""
        if not isinstance(error, CaseBusy):
            return None
        typed = request.POST.get("reason") or request.POST.get("words", "")
        context = {"problem": str(BUSY), "reason": typed}
        response = render(request, "refused.html", context, status=503)
        response.headers["Retry-After"] = _AGAIN_AFTER_S
        return response


def _say(request: HttpRequest, status: int, key: str) -> HttpResponse:
    heading, words = _SAID[key]
    if request.path.startswith("/api/"):
        return JsonResponse({"problem": f"{heading}. {words}", "where": []}, status=status)
    return render(request, "problem.html", {"heading": heading, "words": words}, status=status)
