"""A day in an address → the case as known then; refused where that would take too long."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from onrecord.pipeline.cataloguing import CannotRecall


def read_known_on(fields: Mapping[str, str]) -> date | None:
    """The day at whose end the case is looked at; `None`: today."""
    try:
        return date.fromisoformat(fields.get("on", ""))
    except ValueError:
        return None


def say_known_on_refused(request: HttpRequest, error: CannotRecall) -> HttpResponse:
    """That a case is too large to be linked anew for a page, and what to do."""
    problem = _(
        "This case is too large to be shown here as known on a day: use `onrecord show --as-known-on`."
    )
    return render(request, "refused.html", {"problem": problem, "reason": ""}, status=400)
