"""Rows → data to take away: CSV that no spreadsheet runs, and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from onrecord.web.people.audit import note

FORMS: Final = frozenset({"csv", "json"})


def send_rows(
    request: HttpRequest, form: str, lines: Iterable[Mapping[str, Any]], *, subject: str
) -> HttpResponse:
    """Rows in one of `FORMS`; the audit says who took them out."""
    note(request, "exported", subject)
    return _send_csv(lines) if form == "csv" else _send_json(lines)


def _send_csv(lines: Iterable[Mapping[str, Any]]) -> HttpResponse:
    """Rows as CSV with a heading; nothing where there is no row."""
    written = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for line in lines:
        row = {key: _plain(value) for key, value in line.items()}
        if writer is None:
            writer = csv.DictWriter(written, fieldnames=list(row))
            writer.writeheader()
        writer.writerow(row)
    return HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")


def _send_json(lines: Iterable[Mapping[str, Any]]) -> HttpResponse:
    """Rows as a JSON list."""
    content = json.dumps(list(lines), ensure_ascii=False, indent=1)
    return HttpResponse(content, content_type="application/json")


def _plain(value: object) -> object:
    """A value as a cell; text that a spreadsheet would take for a formula is kept as text."""
    text = "; ".join(map(str, value)) if isinstance(value, tuple | list) else value
    return f"'{text}" if isinstance(text, str) and text[:1] in set("=+-@\t\r") else text
