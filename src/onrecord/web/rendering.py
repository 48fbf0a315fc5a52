"""Every page's frame: the case, where one is, and what waits."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import get_language_bidi

from onrecord import __version__
from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident
from onrecord.pipeline.views import CaseView
from onrecord.web.desk import Desk
from onrecord.web.people.person import find_person, person_of
from onrecord.web.permissions import Action


def the_desk(case: str | None = None) -> Desk:
    """The case on the desk.

    Raises:
        Http404: the address names another case.
    """
    desk: Desk = settings.ONRECORD_DESK
    if case is not None and case != desk.name:
        raise Http404(case)
    return desk


def desk_of(request: HttpRequest, case: str) -> Desk:
    """The case on the desk with the sender of a request sitting at it.

    Raises:
        Http404: the address names another case.
    """
    return the_desk(case).taken_by(person_of(request).name)


def find_decision(view: CaseView, id: str) -> Decision | None:
    """The decision of that identifier, `None` if there is none."""
    return next((one for one in view.decisions() if one.id == id), None)


def list_decisions(view: CaseView, incident: Incident) -> tuple[list[Decision], set[str]]:
    """The decisions about an incident or its claims, and which of them are in force."""
    entered = view.decisions()
    about = {incident.id, *incident.aliases, *incident.claims}
    found = [one for one in entered if about.intersection(one.subjects)]
    ids = {one.id for one in found}
    found += [one for one in entered if one.supersedes in ids and one not in found]
    replaced = {one.supersedes for one in entered}
    force = {one.id for one in found if one.id not in replaced}
    return found, {id for id in force if id in ids}


def list_claims_of(view: CaseView, incident: Incident) -> dict[ClaimId, Claim]:
    """The claims that the page of an incident quotes: its own, answers, what they meet, disputes."""
    support = incident.support
    said = [reply.claim for reply in support.replies]
    met = [id for reply in support.replies for id in reply.allegations]
    disputed = [id for one in support.contradictions for id in one.claims]
    wanted = dict.fromkeys((*incident.claims, *said, *met, *disputed))
    return {id: claim for id in wanted if (claim := view.claim(id)) is not None}


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the frame of a page shows."""
    found, person = request.resolver_match, find_person(request)
    return {
        "request": request,
        "case": the_desk().name,
        "counting": the_desk().reckoner.busy,
        "not_counted": the_desk().reckoner.problem,
        "here": found.url_name if found else "",
        "person": person,
        "may": {action.value: person is not None and person.may(action) for action in Action},
        "version": __version__,
        "dir": "rtl" if get_language_bidi() else "ltr",
        "languages": settings.LANGUAGES if request.method in ("GET", "HEAD") else (),
    }
