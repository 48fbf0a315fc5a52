"""Files and pasted text → documents of the case, read, linked and counted; and what failed."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onrecord.web.pages.folders import MOST_FILES, keep_files, keep_text
from onrecord.web.pages.working import tell_work
from onrecord.web.people.audit import note
from onrecord.web.rendering import desk_of

_LONGEST_PASTE: Final = 2_000_000
_FIELDS: Final = ("publisher", "published", "title")


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest, case: str) -> HttpResponse:
    """The form; and on POST the reading of what it holds."""
    desk = desk_of(request, case)
    if request.method != "POST":
        part = request.headers.get("X-Part") == "work"
        return render(request, "work.html" if part else "add.html", tell_work(desk))
    files = request.FILES.getlist("files")
    pasted = request.POST.get("text", "").strip()[:_LONGEST_PASTE]
    if not files and not pasted:
        problem = _("Choose at least one file, or paste a text.")
        context = {"problem": problem, "given": request.POST, **tell_work(desk)}
        return render(request, "add.html", context, status=400)
    if len(files) > MOST_FILES:
        problem = _("At most %(number)s files at once: nothing was taken in.") % {
            "number": MOST_FILES
        }
        context = {"problem": problem, "given": request.POST, **tell_work(desk)}
        return render(request, "add.html", context, status=400)
    folder = keep_files(files)
    if pasted:
        told = {field: request.POST.get(field, "").strip()[:300] for field in _FIELDS}
        keep_text(folder, pasted, told)
    note(request, "brought_in", str(len(files) + bool(pasted)))
    desk.bring(folder)
    return redirect(reverse("add", args=[case]))
