"""Forms → what people say to each other: comments, assignments, warnings, namings, kept searches."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.remark import Remark, RemarkKind
from onrecord.pipeline.deciding import CannotDecide
from onrecord.pipeline.remarking import Draft
from onrecord.pipeline.views import CaseView
from onrecord.store.searching import Catalogue
from onrecord.web.people.person import person_of
from onrecord.web.permissions import find_remark_action
from onrecord.web.rendering import desk_of

OFFERED = frozenset(RemarkKind) - {RemarkKind.ROUND, RemarkKind.CODING, RemarkKind.SETTLEMENT}
_MOST_SUBJECTS = 2
_LONGEST = 2000


@require_POST
def enter(request: HttpRequest, case: str) -> HttpResponse:
    """Enters a remark and leads back to the page on which it was made."""
    desk, person, form = desk_of(request, case), person_of(request), request.POST
    kind = form.get("kind", "")
    if kind not in OFFERED:
        return _refuse(request, _("Choose what you want to say."))
    draft = Draft(
        kind=RemarkKind(kind),
        subjects=tuple(one[:_LONGEST] for one in form.getlist("subject") if one)[:_MOST_SUBJECTS],
        words=form.get("words", ""),
        to=tuple(one.strip()[:100] for one in form.getlist("to") if one.strip()),
        about=form.get("about", "")[:100],
    )
    with desk.view() as view, desk.catalogue() as kept:
        problem = find_problem(view, kept, draft)
        earlier = find_remark(view, draft.about)
    if problem:
        return _refuse(request, problem)
    if not person.may(find_remark_action(draft.kind, earlier, person.name)):
        raise PermissionDenied
    try:
        desk.remark(draft)
    except CannotDecide as error:
        return _refuse(request, str(error))
    return redirect(find_way_back(request, case))


def find_remark(view: CaseView, id: str) -> Remark | None:
    """The standing remark of that identifier."""
    return next((one for one in view.remarks() if one.id == id), None)


def find_way_back(request: HttpRequest, case: str) -> str:
    """The page of this case that a form names, else the overview."""
    back = request.POST.get("back", "")
    home = reverse("overview", args=[case])
    if back.startswith(home) and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return back
    return home


def find_problem(view: CaseView, kept: Catalogue, draft: Draft) -> str:
    """What is wrong with the subjects of a draft; `""` if nothing is."""
    if draft.kind is RemarkKind.SEARCH:
        return ""
    for subject in draft.subjects:
        is_document = view.document(DocumentId(subject)) is not None
        is_incident = bool(kept.find_alias(subject) or kept.name_incidents([subject]))
        if draft.kind is RemarkKind.GRAPHIC:
            known = is_document
        elif draft.kind is RemarkKind.NAMING:
            known = is_incident
        else:
            known = is_document or is_incident or view.claim(ClaimId(subject)) is not None
        if not known:
            return _("%(id)s is not in this case") % {"id": subject}
    return ""


def _refuse(request: HttpRequest, problem: str) -> HttpResponse:
    context = {"problem": problem, "reason": request.POST.get("words", "")}
    return render(request, "refused.html", context, status=400)
