"""Two people at one question: the second is told what the first decided, and loses nothing."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onrecord.web.desk import Meanwhile, Seen

_LONGEST = 9


def read_seen(form: Mapping[str, str], subjects: Sequence[str]) -> Seen | None:
    """How many decisions there were when the form was shown; `None` where it does not say."""
    number = form.get("seen", "")
    if not (number.isdecimal() and len(number) <= _LONGEST):
        return None
    return Seen(int(number), frozenset(subjects))


def say_meanwhile(request: HttpRequest, found: Meanwhile) -> HttpResponse:
    """What was decided meanwhile, and the form again as it was filled in."""
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", "seen", "reason")
        for value in values
    ]
    context = {
        "decisions": found.decisions,
        "seen": found.seen,
        "kept": kept,
        "reason": request.POST.get("reason", ""),
        "there": request.get_full_path(),
    }
    return render(request, "meanwhile.html", context, status=409)
