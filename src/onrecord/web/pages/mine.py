"""Remarks → what is for one person: given to them, said to them, and what is new since they looked."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from onrecord.model.remark import Remark, RemarkKind
from onrecord.pipeline.views import CaseView
from onrecord.store.searching import Catalogue
from onrecord.web.pages.rounds import list_open_codings
from onrecord.web.pages.talk import list_assignments
from onrecord.web.people.person import person_of
from onrecord.web.rendering import desk_of

_LOOKED: Final = "onrecord-looked"
_YEAR_S: Final = 365 * 24 * 3600
_MOST: Final = 100
_WORDS: Final[dict[RemarkKind, str | Promise]] = {
    RemarkKind.COMMENT: _("commented"),
    RemarkKind.ASSIGNMENT: _("asked you to look at this"),
    RemarkKind.DONE: _("has done what you asked"),
    RemarkKind.NAMING: _("asks for a second person on a name"),
    RemarkKind.AGREEMENT: _("agreed to a name that you proposed"),
    RemarkKind.REFUSAL: _("did not agree to a name that you proposed"),
    RemarkKind.ROUND: _("asked you to code documents"),
    RemarkKind.CODING: _("handed in a coding"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One remark that concerns a person: in words, where it leads, and whether it is new."""

    remark: Remark
    words: str
    link: str
    title: str
    new: bool


@require_safe
def show_mine(request: HttpRequest, case: str) -> HttpResponse:
    """What was given to the person, what was said to them, and what is new since they last looked."""
    desk, person = desk_of(request, case), person_of(request)
    looked = request.COOKIES.get(_LOOKED, "")
    seen = int(looked) if looked.isdecimal() and len(looked) < 9 else 0
    with desk.view() as view, desk.catalogue() as kept:
        remarks = view.remarks()
        number = len(view.store.remarks())
        given = [
            one
            for one in list_assignments(remarks)
            if person.name in one.remark.to and one.done is None
        ]
        context = {
            "given": [(one, *find_target(kept, case, one.remark.subjects)) for one in given],
            "codings": list_open_codings(remarks, person.name),
            "news": list_news(view, kept, case, person.name, seen=seen)[:_MOST],
            "me": person.name,
        }
    response = render(request, "mine.html", context)
    response.set_cookie(_LOOKED, str(number), max_age=_YEAR_S, httponly=True, samesite="Strict")
    return response


def list_news(view: CaseView, kept: Catalogue, case: str, name: str, *, seen: int) -> list[News]:
    """What others said that concerns somebody, the latest first."""
    entered = view.store.remarks()
    places = {one.id: place for place, one in enumerate(entered)}
    standing = view.remarks()
    by_id = {str(one.id): one for one in standing}
    mine = {
        subject for one in standing if one.by == name or name in one.to for subject in one.subjects
    }
    found = []
    for one in reversed(standing):
        if one.by == name or one.kind not in _WORDS or not _concerns(one, by_id, mine, name):
            continue
        link, title = find_target(kept, case, one.subjects)
        if one.kind is RemarkKind.ROUND:
            link, title = reverse("round", args=[case, one.id]), one.words
        words = str(_WORDS[one.kind])
        new = places[one.id] >= seen
        found.append(News(remark=one, words=words, link=link, title=title, new=new))
    return found


def find_target(kept: Catalogue, case: str, subjects: tuple[str, ...]) -> tuple[str, str]:
    """Where the subjects of a remark are shown, and what stands there."""
    titles = kept.name_incidents(subjects)
    if len(subjects) > 1 and len(titles) > 1:
        return reverse("question", args=[case, *subjects[:2]]), " – ".join(titles.values())
    subject = subjects[0] if subjects else ""
    if subject.startswith("c-"):
        return reverse("claim", args=[case, subject]), subject
    incident = kept.find_alias(subject) or subject
    title = kept.name_incidents([incident]).get(incident)
    if title:
        return reverse("incident", args=[case, incident]), title
    return reverse("document", args=[case, subject]) if subject else "", subject


def _concerns(one: Remark, by_id: dict[str, Remark], mine: set[str], name: str) -> bool:
    parent = by_id.get(one.about or "")
    if name in one.to or (parent is not None and parent.by == name):
        return True
    shared = bool(mine.intersection(one.subjects))
    return shared if one.kind is RemarkKind.COMMENT else one.kind is RemarkKind.NAMING and shared
