"""The query of an address → incidents as the table, the map and the months show them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onrecord.store.nearness import Near
from onrecord.store.searching import PAGE, Catalogue, IncidentLine, IncidentQuery
from onrecord.web.drawing.bars import Bar, Scale, choose_scale, draw_bounds
from onrecord.web.drawing.maps import MOST_SPOTS, draw_map
from onrecord.web.drawing.months import draw_months
from onrecord.web.wording import say, say_answer, say_day

FindPlace = Callable[[str], tuple[float, float] | None]
_COORDINATES: Final = re.compile(r"(-?\d{1,2}(?:\.\d{1,8})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,8})?)")
_USUAL_KM: Final = 25.0
# A point at which no incident is: in the ocean south of everybody.
_NOWHERE: Final = (-89.9, 0.0)
STATES: Final[tuple[tuple[str, Promise], ...]] = (
    ("differ", gettext_lazy("with contradictions")),
    ("unanswered", gettext_lazy("with unanswered allegations")),
    ("unlocated", gettext_lazy("not located")),
    ("no_number", gettext_lazy("without a number killed")),
    ("asked", gettext_lazy("unsure of place or of one attack")),
)
SORTS: Final[tuple[tuple[str, Promise], ...]] = (
    ("date", gettext_lazy("latest first")),
    ("oldest", gettext_lazy("earliest first")),
    ("killed", gettext_lazy("most killed first")),
    ("title", gettext_lazy("by name")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One incident of the table and its bar."""

    line: IncidentLine
    bar: Bar


def read_query(
    fields: Mapping[str, str], *, find_place: FindPlace = lambda name: None
) -> IncidentQuery:
    """The query in the fields of an address; what cannot be read asks for nothing."""
    return IncidentQuery(
        words=fields.get("q", "")[:200],
        first=_read_day(fields.get("from", "")),
        last=_read_day(fields.get("to", "")),
        grade=fields.get("grade", ""),
        response=fields.get("response", ""),
        party=fields.get("party", ""),
        country=fields.get("country", ""),
        admin1=fields.get("admin1", ""),
        state=fields.get("state", ""),
        document=fields.get("document", ""),
        near=_read_near(fields, find_place),
        sort=fields.get("sort", "date"),
    )


def read_page(fields: Mapping[str, str]) -> int:
    """The page asked for, from 1."""
    page = fields.get("page", "")
    return max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 9 else 1


def list_rows(kept: Catalogue, query: IncidentQuery, *, page: int) -> dict[str, Any]:
    """All that the templates of the table, its filters, map and months need."""
    lines = kept.list_incidents(query, page=page)
    totals = kept.add_up(query)
    everything = kept.add_up(IncidentQuery()).incidents if not lines else totals.incidents
    scale = choose_scale(line.killed_max or line.killed_min or 0 for line in lines)
    pages = max(1, -(-totals.incidents // PAGE))
    return {
        "query": query,
        "rows": [Row(line, _draw(line, scale)) for line in lines],
        "scale": scale,
        "totals": totals,
        "totals_all": everything,
        "without": totals.incidents - totals.killed_with,
        "named": _name(query),
        "page": page,
        "pages": pages,
        "page_before": page - 1,
        "page_after": page + 1,
        "grades": kept.list_values("grade"),
        "responses": kept.list_values("response"),
        "parties": kept.list_values("party"),
        "states": STATES,
        "sorts": SORTS,
        "chart": draw_months(kept.list_months(query)),
        "map": draw_map(kept.list_spots(query, limit=MOST_SPOTS), incidents=totals.incidents),
    }


def _draw(line: IncidentLine, scale: Scale) -> Bar:
    if line.killed_min is None:
        return Bar(scale=scale)
    bounds = (line.killed_min, line.killed_max, bool(line.killed_open))
    return draw_bounds(bounds, scale, best=line.killed_best)


def _read_near(fields: Mapping[str, str], find_place: FindPlace) -> Near | None:
    """A place of the case or coordinates, and a distance; a place that nobody knows finds nothing."""
    words = fields.get("near", "").strip()[:100]
    if not words:
        return None
    typed = _COORDINATES.fullmatch(words)
    place = (float(typed[1]), float(typed[2])) if typed else find_place(words)
    km = fields.get("km", "")
    within = float(km) if km.isdecimal() and len(km) < 6 else _USUAL_KM
    return (*place, within) if place else (*_NOWHERE, 0.0)


def _read_day(words: str) -> str:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return ""


def _name(query: IncidentQuery) -> str:
    """The filters of a query in words."""
    states = dict(STATES)
    told = [
        f"“{query.words}”" if query.words else "",
        _("from %(day)s") % {"day": say_day(query.first)} if query.first else "",
        _("to %(day)s") % {"day": say_day(query.last)} if query.last else "",
        _("grade %(grade)s") % {"grade": say(query.grade)} if query.grade else "",
        _("response %(response)s") % {"response": say_answer(query.response)}
        if query.response
        else "",
        query.party,
        _("within %(km)s km") % {"km": f"{query.near[2]:g}"} if query.near else "",
        str(states.get(query.state, "")),
        _("told by %(document)s") % {"document": query.document} if query.document else "",
    ]
    return _(", ").join(part for part in told if part)
