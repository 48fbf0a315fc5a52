"""A table of somebody's incidents → a preview, a meaning for each column, and its rows in the case."""

import re
import secrets
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from onrecord.model.failure import Failed, Unreadable
from onrecord.model.table import FIELDS, MAPPINGS, TableOrder
from onrecord.pipeline.ingesting import read_safely
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.sources.tabular import Row, list_rows
from onrecord.web.desk import Desk
from onrecord.web.people.audit import note
from onrecord.web.rendering import desk_of

_UNSAFE: Final = re.compile(r"[^\w.\- ]+")
_TOKEN: Final = re.compile(r"[\w-]{8,40}")
_TAKEN: Final = "taken."
_SHOWN: Final = 5
_MOST_WAITING: Final = 20
_MOST_COLUMNS: Final = 200
_OWN: Final = "own"
_WAYS: Final[dict[str, str | Promise]] = {
    "recorder": gettext_lazy("a recorder’s own table"),
    "ucdp": "UCDP GED",
    "acled": "ACLED",
    "hxl": "HXL",
    _OWN: gettext_lazy("column by column, below"),
}
_FIELD_WORDS: Final[dict[str, Promise]] = {
    "code": gettext_lazy("its identifier"),
    "date": gettext_lazy("day, or first day"),
    "date_end": gettext_lazy("last day"),
    "published": gettext_lazy("published on"),
    "place": gettext_lazy("place"),
    "place_other": gettext_lazy("place in another script"),
    "admin1": gettext_lazy("province"),
    "country": gettext_lazy("country"),
    "latitude": gettext_lazy("latitude"),
    "longitude": gettext_lazy("longitude"),
    "killed": gettext_lazy("killed"),
    "killed_min": gettext_lazy("killed, at least"),
    "killed_max": gettext_lazy("killed, at most"),
    "injured": gettext_lazy("injured"),
    "injured_min": gettext_lazy("injured, at least"),
    "injured_max": gettext_lazy("injured, at most"),
    "civilians_killed": gettext_lazy("civilians killed"),
    "party": gettext_lazy("party accused"),
    "party_other": gettext_lazy("another party"),
    "weapon": gettext_lazy("weapon"),
    "recorder": gettext_lazy("recorder"),
    "url": gettext_lazy("address"),
    "notes": gettext_lazy("notes"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table: its place, its name, what it means, and cells of the first rows."""

    place: int
    name: str
    field: str
    cells: tuple[str, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, case: str) -> HttpResponse:
    """The form for a table; on POST the table waits in the case's folder for its mapping."""
    desk = desk_of(request, case)
    file = request.FILES.get("table")
    if request.method != "POST" or not isinstance(file, UploadedFile):
        problem = _("Choose a table.") if request.method == "POST" else ""
        context = {"problem": problem, "waiting": _list_waiting(desk)}
        return render(request, "tables.html", context, status=400 if problem else 200)
    token = secrets.token_urlsafe(9)
    folder = _folder(desk) / token
    folder.mkdir(parents=True)
    name = _UNSAFE.sub("_", Path(file.name or "").name).lstrip(".") or "table.csv"
    with (folder / name).open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    for path, _name in _list_waiting(desk)[_MOST_WAITING:]:
        shutil.rmtree(_folder(desk) / path, ignore_errors=True)
    return redirect(reverse("table", args=[case, token]))


@require_http_methods(["GET", "HEAD", "POST"])
def map_table(request: HttpRequest, case: str, token: str) -> HttpResponse:
    """The first rows of a table and how they would be read; on POST they are taken in."""
    desk = desk_of(request, case)
    path = _find_table(desk, token)
    form = (request.POST if request.method == "POST" else request.GET).dict()
    if request.method == "POST" and form.get("do") == "drop":
        shutil.rmtree(path.parent, ignore_errors=True)
        return redirect(reverse("tables", args=[case]))
    try:
        rows = _read_first(path, form)
        order = _choose_order(form, [name for name, _cell in rows[0]] if rows else [])
    except Unreadable as error:
        context: dict[str, Any] = {
            "problem": f"{error.reason}: {error.remedy}",
            "name": path.name,
            "token": token,
        }
        return render(request, "table_mapping.html", context, status=400)
    if request.method == "POST":
        taken = _take(path.parent)
        note(request, "brought_in", "1")
        desk.bring_table(taken, order)
        return redirect(reverse("add", args=[case]))
    read, failed = _preview(path, order)
    context = {
        "name": path.name,
        "token": token,
        "ways": _WAYS.items(),
        "way": form.get("as", MAPPINGS[0]),
        "fields": _FIELD_WORDS.items(),
        "columns": _list_columns(rows, order),
        "recorder": form.get("recorder", ""),
        "accused": form.get("accused", ""),
        "sheet": form.get("sheet", ""),
        "read": read,
        "failed": failed,
    }
    return render(request, "table_mapping.html", context)


def _folder(desk: Desk) -> Path:
    return desk.case / "workbench" / "tables"


def _list_waiting(desk: Desk) -> list[tuple[str, str]]:
    """Tables that wait for their mapping, the latest first: token and name."""
    there = [one for one in _folder(desk).glob("*") if one.is_dir()]
    folders = [one for one in there if not one.name.startswith(_TAKEN)]
    latest = sorted(folders, key=lambda one: -one.stat().st_mtime)
    return [(one.name, next((file.name for file in one.iterdir()), "")) for one in latest]


def _find_table(desk: Desk, token: str) -> Path:
    folder = _folder(desk) / token
    if not _TOKEN.fullmatch(token) or not folder.is_dir():
        raise Http404(token)
    files = [one for one in folder.iterdir() if one.is_file()]
    if not files:
        raise Http404(token)
    return files[0]


def _take(folder: Path) -> Path:
    """The folder under a name that no page finds, so that no second request takes it as well.

    Raises:
        Http404: another request took it before.
    """
    taken = folder.with_name(f"{_TAKEN}{folder.name}")
    try:
        return folder.rename(taken)
    except OSError as error:
        raise Http404(folder.name) from error


def _read_first(path: Path, form: Mapping[str, str]) -> list[Row]:
    order = TableOrder(columns={}, sheet=form.get("sheet") or None)
    return list(islice(list_rows(path.read_bytes(), path.suffix.lower(), order), _SHOWN))


def _choose_order(form: Mapping[str, str], names: Sequence[str]) -> TableOrder:
    """The order that a form asks for: a shipped mapping, or a meaning for each column."""
    way = form.get("as", MAPPINGS[0])
    if way in MAPPINGS:
        order = real_rooms().read_mapping(way)
    else:
        meant: dict[str, tuple[str, ...]] = {}
        for place, name in enumerate(names[:_MOST_COLUMNS]):
            field = form.get(f"col-{place}", "")
            if field in FIELDS:
                meant[field] = (*meant.get(field, ()), name)
        order = TableOrder(columns=meant)
    accused = tuple(one.strip() for one in form.get("accused", "").split(";") if one.strip())
    return replace(
        order,
        recorder=form.get("recorder", "").strip()[:200] or None,
        accused=accused[:20],
        sheet=form.get("sheet") or None,
    )


def _list_columns(rows: Sequence[Row], order: TableOrder) -> list[Column]:
    if not rows:
        return []
    known = {
        name.casefold(): field for field, names in order.columns.items() for name in reversed(names)
    }
    return [
        Column(
            place=place,
            name=name,
            field=known.get(name.casefold(), ""),
            cells=tuple(row[place][1][:120] if place < len(row) else "" for row in rows),
        )
        for place, (name, _cell) in enumerate(rows[0][:_MOST_COLUMNS])
    ]


def _preview(path: Path, order: TableOrder) -> tuple[list[dict[str, Any]], list[Failed]]:
    """The first rows as they would be read, and what cannot be."""
    rooms, read, failed = real_rooms(), list[dict[str, Any]](), list[Failed]()
    for item in islice(rooms.find_rows(path, order, shown=path.name), _SHOWN):
        document = item if isinstance(item, Failed) else read_safely(item, rooms.read_document)
        if isinstance(document, Failed):
            failed.append(document)
        elif document.row is not None:
            cells = [
                (_FIELD_WORDS.get(cell.field, cell.field), document.text[cell.start : cell.end])
                for cell in document.row.cells
            ]
            read.append({"number": document.row.number, "code": document.row.code, "cells": cells})
    return read, failed
