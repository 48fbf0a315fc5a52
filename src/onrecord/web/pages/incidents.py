"""Incidents: the list with its filters, and the page of one."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Incident, Range
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.pipeline.cataloguing import MOST_RECALLED, CannotRecall
from onrecord.pipeline.views import CaseView, Looking
from onrecord.publications.matrix import build_questions
from onrecord.publications.origins import grow_tree
from onrecord.publications.records import incident_record
from onrecord.publications.wording import (
    ATTRIBUTION_MEANING,
    CLASS_NAMES,
    GRADE_MEANING,
    RESPONSE_MEANING,
    STRIKE_MEANING,
)
from onrecord.store.searching import Catalogue, IncidentLine, IncidentQuery
from onrecord.web.drawing.bars import Bar, choose_scale, draw_dots, draw_range
from onrecord.web.pages.exchanges import list_general, pair_up
from onrecord.web.pages.knowing import read_known_on, say_known_on_refused
from onrecord.web.pages.listing import list_rows, read_page, read_query
from onrecord.web.pages.questions import list_questions
from onrecord.web.pages.sending import FORMS, send_rows
from onrecord.web.pages.talk import list_namings, tell_talk
from onrecord.web.people.audit import note
from onrecord.web.rendering import find_decision, list_claims_of, list_decisions, the_desk
from onrecord.web.wording import say, say_limits

_WIDEST_MATRIX: Final = 5
_NEAR: Final = timedelta(days=3)
_MOST_BESIDE: Final = 8


@require_safe
def list_incidents(request: HttpRequest, case: str) -> HttpResponse:
    """The incidents that the address asks for, 50 a page; with `form` all of them as data."""
    fields, form = request.GET.dict(), request.GET.get("form", "")
    until = read_known_on(fields)
    try:
        with the_desk(case).catalogue(until) as kept:
            query = read_query(fields, find_place=kept.find_place)
            if form in FORMS:
                lines = map(asdict, kept.iterate_incidents(query))
                return send_rows(request, form, lines, subject="incidents")
            context = list_rows(kept, query, page=read_page(fields))
    except CannotRecall as error:
        return say_known_on_refused(request, error)
    context |= {"near": fields.get("near", "")[:100], "km": fields.get("km", ""), "known_on": until}
    return render(request, "incidents.html", context)


def _list_claim_rows(incident: Incident, claims: dict[ClaimId, Claim]) -> Iterator[dict[str, Any]]:
    """The claims of an incident, a count a row."""
    for claim in (claims[id] for id in incident.claims if id in claims):
        said = {
            "incident": incident.id,
            "claim": claim.id,
            "document": claim.document,
            "type": claim.type,
            "originator": claim.originator,
            "polarity": claim.polarity,
            "quote": claim.quote,
        }
        for count in claim.counts or (None,):
            yield said | {
                "harm": count and count.harm,
                "min": count and count.min,
                "max": count and count.max,
                "status": count and count.status,
            }


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row under "how many": what is counted, its range, its bar and where it comes from."""

    name: str
    found: Range | None
    bar: Bar
    indent: bool
    claims: tuple[Claim, ...]
    meaning: str = ""


@require_safe
def show_incident(request: HttpRequest, case: str, id: str) -> HttpResponse:
    """One incident; an identifier that it had before leads to it."""
    desk, until = the_desk(case), read_known_on(request.GET.dict())
    with desk.view(Looking(until=until)) as view, desk.catalogue() as kept:
        if until and len(view.store.document_hashes()) > MOST_RECALLED:
            return say_known_on_refused(request, CannotRecall())
        incident = _find(view, kept.find_alias(id) or id)
        if incident.id != id:
            there = reverse("incident", args=[case, incident.id])
            asked = request.META.get("QUERY_STRING", "")
            return redirect(f"{there}?{asked}" if asked else there)
        if request.GET.get("form") == "json":
            note(request, "exported", incident.id)
            record = json.dumps(incident_record(incident), ensure_ascii=False, indent=1)
            return HttpResponse(record, content_type="application/json")
        claims = list_claims_of(view, incident)
        if request.GET.get("form") == "csv":
            rows = _list_claim_rows(incident, claims)
            return send_rows(request, "csv", rows, subject=incident.id)
        names = _name_documents(view, incident, claims)
        near = [pair for pair in view.candidates() if incident.id in (pair.one, pair.other)]
        titles = kept.name_incidents({x for pair in near for x in (pair.one, pair.other)})
        decisions, in_force = list_decisions(view, incident)
        context = _describe(incident, claims)
        context |= {
            "known_on": until,
            **({"may": {}} if until else {}),
            "namings": list_namings(view, incident),
            **tell_talk(view, [incident.id], back=request.path, formerly=incident.aliases),
            "documents": names,
            "beside": _list_beside(kept, incident),
            "near": [
                (pair, titles.get(pair.other if pair.one == incident.id else pair.one, ""))
                for pair in near
            ],
            "decisions": decisions,
            "in_force": in_force,
            "seen": len(view.decisions()),
            "saved": find_decision(view, request.GET.get("saved", "")),
        }
        if context["saved"]:
            context["waiting"] = next(iter(list_questions(view, kept)), None)
    return render(request, "incident.html", context)


def _list_beside(kept: Catalogue, incident: Incident) -> list[IncidentLine]:
    """Other incidents of about those days, the nearest to be compared by a person."""
    if incident.when is None:
        return []
    first, last = incident.when.from_ - _NEAR, incident.when.to + _NEAR
    query = IncidentQuery(first=first.isoformat(), last=last.isoformat())
    return [one for one in kept.list_incidents(query) if one.id != incident.id][:_MOST_BESIDE]


def _find(view: CaseView, id: str) -> Incident:
    incident = view.incident_by_id(IncidentId(id))
    if incident is None:
        raise Http404(id)
    return incident


def _name_documents(
    view: CaseView, incident: Incident, claims: dict[ClaimId, Claim]
) -> dict[DocumentId, Document]:
    wanted = {*incident.documents, *(claim.document for claim in claims.values())}
    found = ((id, view.document(id)) for id in sorted(wanted))
    return {id: document for id, document in found if document is not None}


def _describe(incident: Incident, claims: dict[ClaimId, Claim]) -> dict[str, Any]:
    support = incident.support
    questions = build_questions(incident, claims)
    figures = _list_figures(incident, claims)
    return {
        "incident": incident,
        "figures": figures,
        "scale": figures[0].bar.scale,
        "killed": incident.counting.by_harm.get(Harm.KILLED),
        "killed_claims": _list_dots(incident, claims, figures[0]),
        "grade_meaning": _(GRADE_MEANING[support.grade]),
        "strike_meaning": _(STRIKE_MEANING[support.strike_status]) if support.strike_status else "",
        "attribution_meaning": _(ATTRIBUTION_MEANING[support.attribution_status]),
        "response_meaning": _(RESPONSE_MEANING[support.official_response]),
        "questions": questions,
        "wide": len(support.voices) > _WIDEST_MATRIX,
        "rows_turned": [
            (voice, [question.cells[place] for question in questions])
            for place, voice in enumerate(support.voices)
        ],
        "agreements": _count_agreements([question.agreement for question in questions]),
        "trees": [(voice, grow_tree(voice, claims)) for voice in support.voices],
        "exchanges": pair_up(incident, claims),
        "general": list_general(incident, claims),
        "differences": [
            (one, [claims[id] for id in one.claims if id in claims])
            for one in support.contradictions
        ],
        "clashes": [
            (one, [[claims[id] for id in side if id in claims] for side in one.sides])
            for one in incident.counting.clashes
        ],
        "claims": claims,
    }


def _list_figures(incident: Incident, claims: dict[ClaimId, Claim]) -> list[Figure]:
    counting = incident.counting
    rows: list[tuple[str, Range | None, bool]] = []
    for harm in Harm:
        classes = counting.by_class.get(harm, {})
        if harm not in counting.by_harm and harm not in (Harm.KILLED, Harm.INJURED):
            continue
        rows.append((say(harm), counting.by_harm.get(harm), False))
        rows += [
            (_(CLASS_NAMES[victims]), classes[victims], True)
            for victims in VictimClass
            if victims in classes
        ]
    scale = choose_scale(
        most for _, found, _ in rows if found for most in (found.max or found.min,)
    )
    return [
        Figure(
            name=name,
            found=found,
            bar=draw_range(found, scale),
            indent=indent,
            claims=tuple(claims[id] for id in (found.claims if found else ()) if id in claims),
        )
        for name, found, indent in rows
    ]


def _list_dots(
    incident: Incident, claims: dict[ClaimId, Claim], first: Figure
) -> list[tuple[str, Claim, str, Bar]]:
    """Each live figure of people killed: who gives it, in which claim, in words, as a ring."""
    rows = []
    for voice in incident.support.voices:
        for figure in voice.figures:
            whole = figure.harm is Harm.KILLED and not figure.part and figure.live
            if whole and figure.claim in claims and figure.claim in {c.id for c in first.claims}:
                number = figure.stated if figure.stated is not None else figure.min
                floor = figure.max is None
                said = say_limits(
                    figure.min if floor else number, None if floor else number, is_open=floor
                )
                rows.append(
                    (voice.originator or _("origin not named"), claims[figure.claim], said,
                     draw_dots([number], first.bar.scale))
                )  # fmt: skip
    return rows


def _count_agreements(found: list[str]) -> str:
    numbers = {key: found.count(key) for key in ("agree", "differ", "one", "nobody")}
    said = {
        "agree": ngettext("%(number)d agrees", "%(number)d agree", numbers["agree"]),
        "differ": ngettext("%(number)d differs", "%(number)d differ", numbers["differ"]),
        "one": ngettext("%(number)d one voice", "%(number)d one voice", numbers["one"]),
        "nobody": ngettext("%(number)d nobody says", "%(number)d nobody says", numbers["nobody"]),
    }
    parts = [words % {"number": numbers[key]} for key, words in said.items() if numbers[key]]
    whole = ngettext("%(number)d question:", "%(number)d questions:", len(found))
    return f"{whole % {'number': len(found)}} {_(', ').join(parts)}."
