"""Reading that goes on, or ended → how far it is and what it came to, in plain words."""

from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onrecord.pipeline.report import Report
from onrecord.web.desk import Desk, Work
from onrecord.web.pages.questions import list_questions

_STEPS: Final[dict[str, tuple[Promise | str, Promise | str]]] = {
    "": (gettext_lazy("beginning"), ""),
    "ingest": (gettext_lazy("files taken in"), gettext_lazy("Taking in the files")),
    "import": (gettext_lazy("tables taken in"), gettext_lazy("Taking in the tables")),
    "extract": (gettext_lazy("documents read"), gettext_lazy("Reading the documents")),
    "link": (gettext_lazy("brought together"), gettext_lazy("Bringing claims together")),
    "tally": ("", gettext_lazy("Counting")),
}


def tell_work(desk: Desk) -> dict[str, Any]:
    """What the page of adding says about the reading on the desk and what waits after it."""
    work = desk.work
    context: dict[str, Any] = {"work": work, "doing": say_step(work)}
    if work.reports and not work.busy:
        with desk.view() as view, desk.catalogue() as kept:
            context["waiting"] = list_questions(view, kept)
        context["outcome"] = [
            (_STEPS[one.step][0], say_outcome(one)) for one in work.reports if one.step != "tally"
        ]
    return context


def say_step(work: Work) -> str:
    """What is being done, as a sentence begins."""
    return str(_STEPS.get(work.step, ("", ""))[1] or _("Beginning"))


def say_outcome(report: Report) -> str:
    """What one step came to."""
    if report.step == "link":
        number = report.kept or report.known
        return ngettext("%(n)s incident", "%(n)s incidents", number) % {"n": number}
    parts = [_("%(n)s new") % {"n": report.kept}]
    if report.known:
        parts.append(_("%(n)s known before") % {"n": report.known})
    if report.lost:
        parts.append(_("%(n)s failed") % {"n": report.lost})
    return ", ".join(parts)
