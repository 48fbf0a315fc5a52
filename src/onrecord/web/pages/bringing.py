"""Files and pasted text → documents of the case, read, linked and counted; and what failed."""

import csv
import re
import tempfile
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Final

from django.core.files.uploadedfile import UploadedFile
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
    files = request.FILES.getlist("files")
    pasted = request.POST.get("text", "").strip()[:_LONGEST_PASTE]
    if not files and not pasted:
        problem = _("Choose at least one file, or paste a text.")
        context = {"problem": problem, "given": request.POST, **tell_work(desk)}
        return render(request, "add.html", context, status=400)
    folder = keep_files(files)
    if pasted:
        told = {field: request.POST.get(field, "").strip()[:300] for field in _FIELDS}
        keep_text(folder, pasted, told)
    note(request, "brought_in", str(len(files) + bool(pasted)))
    desk.bring(folder)
    return redirect(reverse("add", args=[case]))


def keep_files(files: "Iterable[UploadedFile[bytes]]") -> Path:
    """A new folder that holds the files, under names that stay inside it."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    for number, file in enumerate(islice(files, _MOST_FILES)):
        name = _UNSAFE.sub("_", Path(file.name or "").name).lstrip(".") or f"file-{number}"
        with (folder / name).open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    return folder


def keep_text(folder: Path, text: str, told: Mapping[str, str]) -> Path:
    """The folder, with a text in it and what is told about it as the table that folders have."""
    name = f"pasted-{hash_text(text)[:12]}.txt"
    (folder / name).write_text(text, encoding="utf-8")
    given = {field: value for field, value in told.items() if value}
    if given:
        with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as table:
            csv.writer(table).writerows([["file", *given], [name, *given.values()]])
    return folder
