"""Questions for a person, and decisions: who, when, why; each undone by another."""

from collections.abc import Sequence
from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Incident
from onrecord.pipeline.deciding import CannotDecide
from onrecord.pipeline.views import CaseView
from onrecord.publications.matrix import Cell, build_questions
from onrecord.web.desk import Meanwhile
from onrecord.web.pages.meanwhile import read_seen, say_meanwhile
from onrecord.web.pages.questions import list_questions
from onrecord.web.pages.talk import tell_talk
from onrecord.web.people.audit import note
from onrecord.web.people.person import person_of
from onrecord.web.permissions import find_decision_action
from onrecord.web.rendering import desk_of, find_decision, the_desk

_OFFERED: Final = {
    "same": DecisionKind.SAME_INCIDENT,
    "different": DecisionKind.DIFFERENT_INCIDENT,
    "unsure": DecisionKind.UNSURE,
    "reject": DecisionKind.REJECT_CLAIM,
    "retire": DecisionKind.RETIRE_FIGURE,
    "discount": DecisionKind.DISCOUNT,
    "note": DecisionKind.NOTE,
    "withdraw": DecisionKind.WITHDRAW,
}
_SHOWN: Final = 50


@require_safe
def show_queue(request: HttpRequest, case: str) -> HttpResponse:
    """Every open question, the weightiest first."""
    desk = the_desk(case)
    with desk.view() as view, desk.catalogue() as kept:
        questions = list_questions(view, kept)
    context = {"questions": questions[:_SHOWN], "number": len(questions)}
    return render(request, "review.html", context)


@require_safe
def show_question(request: HttpRequest, case: str, one: str, other: str) -> HttpResponse:
    """One question: what both sides say, the evidence, and what each answer would do."""
    desk = the_desk(case)
    with desk.view() as view, desk.catalogue() as kept:
        pair = next(
            (pair for pair in view.candidates() if {pair.one, pair.other} == {one, other}), None
        )
        ids = [IncidentId(kept.find_alias(id) or id) for id in (one, other)]
        incidents = [view.incident_by_id(id) for id in ids]
        if None in incidents:
            raise Http404(f"{one} {other}")
        sides = [(each, _list_cells(view, each)) for each in incidents if each is not None]
        seen = len(view.decisions())
        talk = tell_talk(view, [one, other], back=request.path)
        questions = list_questions(view, kept)
        places = [
            place for place, each in enumerate(questions) if {each.one, each.other} == {one, other}
        ]
        following = questions[places[0] + 1] if places and places[0] + 1 < len(questions) else None
    context = {
        "pair": pair,
        "sides": sides,
        "rows": _put_side_by_side([cells for _, cells in sides]),
        "seen": seen,
        **talk,
        "following": following,
        "saved": request.GET.get("saved", ""),
    }
    return render(request, "question.html", context)


@require_POST
def enter_decision(request: HttpRequest, case: str) -> HttpResponse:
    """Enters what a person decided and leads back to where its effect is seen.

    Raises:
        PermissionDenied: the role of the person does not allow this kind of decision.
    """
    desk = desk_of(request, case)
    kind = _OFFERED.get(request.POST.get("kind", ""))
    subjects = [each for each in request.POST.getlist("subject") if each][:2]
    reason = request.POST.get("reason", "")[:5000]
    if kind is None or not subjects:
        return render(
            request,
            "refused.html",
            {"problem": _("Choose what you decide."), "reason": reason},
            status=400,
        )
    with desk.view() as view:
        earlier = find_decision(view, subjects[0])
    person = person_of(request)
    if not person.may(find_decision_action(kind, earlier, person.name)):
        raise PermissionDenied
    try:
        seen = read_seen(request.POST.dict(), subjects)
        decision = desk.decide(kind, subjects, reason=reason, unless=seen)
    except Meanwhile as error:
        return say_meanwhile(request, error)
    except CannotDecide as error:
        return render(
            request, "refused.html", {"problem": str(error), "reason": reason}, status=400
        )
    note(request, "decided", decision.id)
    return redirect(_choose_way(case, subjects, decision))


def _choose_way(case: str, subjects: Sequence[str], decision: Decision) -> str:
    """The page that shows the effect: the document of a claim, else the incident."""
    desk = the_desk(case)
    with desk.view() as view, desk.catalogue() as kept:
        if decision.kind is DecisionKind.WITHDRAW:
            earlier = [one for one in view.decisions() if one.id == decision.supersedes]
            subjects = earlier[0].subjects if earlier else subjects
        claim = view.claim(ClaimId(subjects[0]))
        if claim is not None:
            return (
                f"{reverse('document', args=[case, claim.document])}?saved={decision.id}#{claim.id}"
            )
        id = kept.find_alias(subjects[0]) or subjects[0]
    return f"{reverse('incident', args=[case, id])}?saved={decision.id}"


def _list_cells(view: CaseView, incident: Incident) -> dict[str, list[Cell]]:
    claims: dict[ClaimId, Claim] = {
        id: claim for id in incident.claims if (claim := view.claim(id)) is not None
    }
    questions = build_questions(incident, claims)
    return {one.name: [cell for cell in one.cells if cell is not None] for one in questions}


def _put_side_by_side(
    sides: list[dict[str, list[Cell]]],
) -> list[tuple[str, list[list[Cell]]]]:
    names = list(dict.fromkeys(name for side in sides for name in side))
    rows = [(name, [side.get(name, []) for side in sides]) for name in names]
    return [(name, cells) for name, cells in rows if any(cells)]
