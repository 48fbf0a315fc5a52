"""Files and pasted text → documents of the case, read, linked and counted; and what failed."""

import re
import tempfile
from pathlib import Path
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onrecord.model.identity import hash_text
from onrecord.web.pages.working import tell_work
from onrecord.web.people.audit import note
from onrecord.web.rendering import desk_of

_UNSAFE: Final = re.compile(r"[^\w.\- ]+")
_MOST_FILES: Final = 200
_LONGEST_PASTE: Final = 2_000_000
_FIELDS: Final = ("publisher", "published", "title")


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest, case: str) -> HttpResponse:
    """The form; and on POST the reading of what it holds."""
    desk = desk_of(request, case)
    if request.method != "POST":
        part = request.headers.get("X-Part") == "work"
        return render(request, "work.html" if part else "add.html", tell_work(desk))
    files = request.FILES.getlist("files")[:_MOST_FILES]
    pasted = request.POST.get("text", "").strip()[:_LONGEST_PASTE]
    if not files and not pasted:
        problem = _("Choose at least one file, or paste a text.")
        context = {"problem": problem, "given": request.POST, **tell_work(desk)}
        return render(request, "add.html", context, status=400)
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    for number, file in enumerate(files):
        name = _UNSAFE.sub("_", Path(file.name or "").name).lstrip(".") or f"file-{number}"
        with (folder / name).open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    if pasted:
        name = f"pasted-{hash_text(pasted)[:12]}.txt"
        (folder / name).write_text(pasted, encoding="utf-8")
        _tell(folder, name, request)
    note(request, "brought_in", str(len(files) + bool(pasted)))
    desk.bring(folder)
    return redirect(reverse("add", args=[case]))


def _tell(folder: Path, name: str, request: HttpRequest) -> None:
    """What the user says about a pasted text, as the table that folders have for it."""
    told = {field: request.POST.get(field, "").strip()[:300] for field in _FIELDS}
    given = {field: value for field, value in told.items() if value}
    if given:
        quoted = [f'"{value}"' for value in (v.replace('"', '""') for v in given.values())]
        lines = [",".join(["file", *given]), ",".join([name, *quoted])]
        (folder / "documents.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
