"""Forms at the words of a document → claims as a person reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.vocabulary import ClaimType, Harm, Status
from onrecord.pipeline.amending import Addition, Bounds, Correction, add_claim, amend_claim
from onrecord.pipeline.deciding import CannotDecide, decide, is_incident
from onrecord.store.protocol import Store
from onrecord.web.desk import Meanwhile
from onrecord.web.pages.histories import tell_history
from onrecord.web.pages.meanwhile import read_seen, say_meanwhile
from onrecord.web.pages.rounds import find_open_coding
from onrecord.web.pages.talk import tell_talk
from onrecord.web.people.audit import note
from onrecord.web.people.person import person_of
from onrecord.web.permissions import DECISIONS
from onrecord.web.rendering import desk_of

_LARGEST = 9
_AROUND = 400
_LONGEST_REASON = 5000


@require_http_methods(["GET", "HEAD", "POST"])
def correct_claim(request: HttpRequest, case: str, id: str) -> HttpResponse:
    """The form at the words of a claim; on POST a new version, beside which the old one stays."""
    desk, form = desk_of(request, case), request.POST.dict()
    with desk.view() as view:
        claim = view.claim(ClaimId(id))
        document = view.document(claim.document) if claim else None
        seen = len(view.decisions())
        history = tell_history(view, id)
        talk = tell_talk(view, [id], back=request.path)
        blind = find_open_coding(view, desk.by, claim.document) if claim else None
    if claim is None or document is None:
        raise Http404(id)
    if blind:
        return redirect(reverse("coding", args=[case, blind.id, document.id]))
    source = (document.title if claim.in_ == "title" else document.text) or ""
    context = {
        "claim": claim,
        "document": document,
        "before": source[_begin(source, claim.start) : claim.start],
        "after": source[claim.end : _finish(source, claim.end)],
        "types": list(ClaimType),
        "seen": seen,
        "history": history,
        **talk,
    }
    if request.method != "POST":
        return render(request, "correct.html", context | {"given": _fill_in(claim, {})})
    try:
        correction = _read_correction(form, source, near=claim.start)
        decision = desk.enter(
            lambda store: amend_claim(
                store, claim.id, correction, reason=_read_reason(form), by=desk.by
            ),
            unless=read_seen(form, [claim.id]),
        )
    except Meanwhile as error:
        return say_meanwhile(request, error)
    except CannotDecide as error:
        context |= {"given": _fill_in(claim, form), "problem": str(error)}
        return render(request, "correct.html", context, status=400)
    note(request, "decided", decision.id)
    return _go_back(case, claim.document, decision)


def _fill_in(claim: Claim, form: Mapping[str, str]) -> dict[str, object]:
    """The fields of the form: as typed, else as the claim stands."""
    when = claim.when
    stands = {
        "words": claim.quote,
        "type": str(claim.type),
        "originator": claim.originator or "",
        "first": when.from_.isoformat() if when else "",
        "last": when.to.isoformat() if when else "",
        "reason": "",
    }
    figures = [
        (
            place,
            count,
            form.get(f"least-{place}", count.min),
            form.get(f"most-{place}", "" if count.max is None else count.max),
        )
        for place, count in enumerate(claim.counts)
        if count.harm
    ]
    return {name: form.get(name, value) for name, value in stands.items()} | {"figures": figures}


def _begin(source: str, at: int) -> int:
    """Where the paragraph before a place begins, or a while before it in a long one."""
    return max(source.rfind("\n\n", 0, at) + 2 if "\n\n" in source[:at] else 0, at - _AROUND)


def _finish(source: str, at: int) -> int:
    """Where the paragraph after a place ends, or a while after it in a long one."""
    end = source.find("\n\n", at)
    return min(len(source) if end < 0 else end, at + _AROUND)


@require_POST
def add_missing(request: HttpRequest, case: str) -> HttpResponse:
    """Saves a claim that the machine missed.

    Raises:
        PermissionDenied: the role of the person does not allow to say where it belongs.
    """
    desk, form = desk_of(request, case), request.POST.dict()
    with desk.view() as view:
        document = view.document(DocumentId(form.get("document", "")))
    if document is None:
        raise Http404
    if form.get("incident") and not person_of(request).may(DECISIONS[DecisionKind.SAME_INCIDENT]):
        raise PermissionDenied
    try:
        correction = _read_correction(form, document.text, near=0)
        harm = form.get("harm", "")
        addition = Addition(
            correction=correction,
            harm=Harm(harm) if harm in {*Harm} else None,
            status=Status(form["status"]) if form.get("status") in {*Status} else Status.UNKNOWN,
            bounds=_read_bounds(form, "add") if harm else None,
        )
        decision = desk.enter(_Adding(document.id, addition, form, desk.by))
    except CannotDecide as error:
        return _refuse(request, error)
    note(request, "decided", decision.id)
    return _go_back(case, document.id, decision)


@dataclass(frozen=True)
class _Adding:
    """Enters a claim and, where the person names its incident, that it belongs there."""

    document: DocumentId
    addition: Addition
    form: Mapping[str, str]
    by: str

    def __call__(self, store: Store) -> Decision:
        """The decision that added the claim."""
        reason, incident = _read_reason(self.form), self.form.get("incident", "")
        if incident and not is_incident(store, incident):
            raise CannotDecide(_("%(id)s is not in this case") % {"id": incident})
        decision = add_claim(store, self.document, self.addition, reason=reason, by=self.by)
        if incident and decision.claim is not None:
            pair = (decision.claim.id, incident)
            decide(store, DecisionKind.SAME_INCIDENT, pair, reason=reason, by=self.by)
        return decision


def _read_correction(form: Mapping[str, str], source: str, *, near: int) -> Correction:
    kind = form.get("type", "")
    if kind not in {*ClaimType}:
        raise CannotDecide(_("choose what the claim is about"))
    start, end = _find_words(form.get("words", ""), source, near)
    places = (key.removeprefix("least-") for key in form if key.startswith("least-"))
    return Correction(
        type=ClaimType(kind),
        start=start,
        end=end,
        originator=form.get("originator", "").strip()[:300] or None,
        first=_read_day(form.get("first", "")),
        last=_read_day(form.get("last", "") or form.get("first", "")),
        figures={
            int(place): _read_bounds(form, place)
            for place in places
            if place.isdecimal() and form.get(f"least-{place}", "").strip()
        },
    )


def _find_words(words: str, source: str, near: int) -> tuple[int, int]:
    """Where the words stand in a text, nearest to a place; lines may end as browsers end them."""
    wanted = words.replace("\r\n", "\n").strip()
    if not wanted:
        raise CannotDecide(_("the words of the claim are missing: copy them from the text"))
    starts: list[int] = []
    at = source.find(wanted)
    while at >= 0 and len(starts) < 1000:
        starts.append(at)
        at = source.find(wanted, at + 1)
    if not starts:
        raise CannotDecide(_("these words do not stand in the text: copy them exactly"))
    start = min(starts, key=lambda one: (abs(one - near), one))
    return start, start + len(wanted)


def _read_bounds(form: Mapping[str, str], place: str) -> Bounds:
    least, most = form.get(f"least-{place}", "").strip(), form.get(f"most-{place}", "").strip()
    for number in (least, most):
        if number and not (number.isdecimal() and len(number) <= _LARGEST):
            raise CannotDecide(_("“%(words)s” is no number of people") % {"words": number})
    if not least:
        raise CannotDecide(_("at least how many people: a number is missing"))
    return Bounds(least=int(least), most=int(most) if most else None)


def _read_day(words: str) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise CannotDecide(_("“%(words)s” is no day") % {"words": words}) from error


def _read_reason(form: Mapping[str, str]) -> str:
    return form.get("reason", "")[:_LONGEST_REASON]


def _refuse(request: HttpRequest, error: CannotDecide) -> HttpResponse:
    context = {"problem": str(error), "reason": _read_reason(request.POST.dict())}
    return render(request, "refused.html", context, status=400)


def _go_back(case: str, document: str, decision: Decision) -> HttpResponse:
    there = reverse("document", args=[case, document])
    claim = decision.claim.id if decision.claim else ""
    return redirect(f"{there}?saved={decision.id}#{claim}")
