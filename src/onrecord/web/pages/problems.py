"""What went wrong → a page that says so, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_SAID = {
    400: ("This cannot be read", "The address or the form is damaged. Go back and try again."),
    403: ("This is not allowed", "The form was too old or came from elsewhere. Go back, load the page anew and send it again; what you typed is still there."),
    404: ("Nothing stands at this address", "It was mistyped, or it belongs to another case. Identifiers never vanish: search for it."),
    500: ("Something broke", "Nothing that was saved is lost. Please report what you did, without names or places."),
}  # fmt: skip


def say_bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that cannot be read."""
    return _say(request, 400)


def say_forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that is not allowed."""
    return _say(request, 403)


def refuse_forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from a page of ours."""
    return _say(request, 403)


def say_missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address with nothing behind it."""
    return _say(request, 404)


def say_broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _say(request, 500)


def _say(request: HttpRequest, status: int) -> HttpResponse:
    heading, words = _SAID[status]
    return render(request, "problem.html", {"heading": heading, "words": words}, status=status)
