"""Values → words and marks in templates."""

import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.incident import Happened, Place, Range
from onrecord.model.tally import Bounds, SliceBy, Sum
from onrecord.model.vocabulary import VictimClass
from onrecord.publications.arguments import name_arguments
from onrecord.publications.wording import CLASS_NAMES, PLACE_PRECISION
from onrecord.web import wording
from onrecord.web.people.person import Person
from onrecord.web.permissions import Role, find_decision_action
from onrecord.web.said import say_reading, say_title, translate

register = template.Library()

_DATED = re.compile(r" · (?:\d{4}-\d\d-\d\d(?: to \d{4}-\d\d-\d\d)?|date unknown)$")


@register.filter
def say(code: str | None) -> str:
    """A code as words."""
    return wording.say(code)


@register.filter
def answered(code: str | None) -> str:
    """A response or an attribution status as words."""
    return wording.say_answer(code)


@register.filter
def heading(title: str) -> str:
    """An incident's title without its day, for where the day stands beside it."""
    return say_title(_DATED.sub("", title))


@register.filter
def titled(title: str) -> str:
    """An incident's title."""
    return say_title(title)


@register.filter
def said(words: str | None) -> str:
    """A sentence of ours; in English, and marked so, where the catalogue has no other."""
    if not words:
        return ""
    told = translate(words.replace("_", " ") if words.isidentifier() else words)
    if told is not None or get_language() == "en":
        return told or words
    return format_html('<span lang="en" dir="ltr">{}</span>', words)


@register.filter
def reading(value: str) -> str:
    """What a cell of the matrix holds."""
    return say_reading(value)


@register.filter
def people(class_: str) -> str:
    """Those who are counted, as several."""
    return _(CLASS_NAMES[VictimClass(class_)])


@register.filter
def tongue(code: str | None) -> str:
    """The name of a language; its code where nobody here has a name for it."""
    try:
        return str(get_language_info(code)["name_translated"]) if code else ""
    except KeyError:
        return code or ""


@register.filter
def argued(code: str) -> str:
    """An argument of an answer, in words."""
    return _(name_arguments([code]))


@register.filter
def capital(words: str) -> str:
    """Words with a capital first letter."""
    return words[:1].upper() + words[1:]


@register.filter
def span(found: Range | None) -> str:
    """A range in words: `44–49`, `46 or more`, `no number`."""
    return _("no number") if found is None else wording.say_limits(found.min, found.max, found.open)


@register.simple_tag
def limits(least: int | None, most: int | None, is_open: object) -> str:
    """Bounds from a list in words; `no number` where nobody gave one."""
    return _("no number") if least is None else wording.say_limits(least, most, bool(is_open))


@register.simple_tag
def summed(least: int, most: int | None, is_open: object) -> str:
    """A sum of bounds in words: an open sum gives its floor alone."""
    return wording.say_limits(least, None if is_open else most, bool(is_open))


@register.filter
def bounds(found: Bounds | None) -> str:
    """Bounds of a tally in words."""
    return wording.say_bounds(found)


@register.filter
def total(found: Sum) -> str:
    """A sum in words."""
    return wording.say_sum(found)


@register.filter
def moment(when: Happened | None) -> str:
    """When it happened, in words."""
    return wording.say_when(when)


@register.filter
def day(value: str | date | None) -> str:
    """An ISO day as `4 March 2021`."""
    return wording.say_day(value)


@register.simple_tag
def days(first: str | date | None, last: str | date | None) -> str:
    """An interval of ISO days in words."""
    return wording.say_days(first, last)


@register.filter
def located(place: Place | None) -> str:
    """A place from fine to coarse."""
    return wording.say_where(place)


@register.filter
def precisely(place: Place | None) -> str:
    """How finely a place is known."""
    return _(PLACE_PRECISION[place.precision]) if place else ""


@register.filter
def by_what(way: SliceBy) -> str:
    """The way of telling sums apart, as a link says it."""
    return wording.name_way(way)[0]


@register.filter
def killed_by(way: SliceBy) -> str:
    """What a table of sums told apart shows."""
    return wording.name_way(way)[1]


@register.simple_tag
def words(text: str, lang: str | None = None) -> SafeString:
    """Somebody's exact words: in their own language, type and direction."""
    return format_html('<q lang="{}" dir="auto">{}</q>', lang or "und", text)


@register.simple_tag
def grade(code: str) -> SafeString:
    """A grade: its glyph, and the word that always follows."""
    return format_html(
        '<span class="nowrap"><svg class="g" aria-hidden="true"><use href="#g-{}"/></svg> {}</span>',
        code,
        capital(wording.say(code)),
    )


@register.simple_tag(takes_context=True)
def turned(context: dict[str, Any], **changes: object) -> str:
    """The query of this address with some fields changed; empty ones are left out."""
    fields = {**context["request"].GET.dict(), **changes}
    kept = {key: str(value) for key, value in fields.items() if value not in ("", None)}
    return f"?{urlencode(sorted(kept.items()))}" if kept else "?"


@register.filter
def withdrawn_by(decision: Decision, person: Person | None) -> bool:
    """Whether this person may withdraw a decision."""
    if person is None:
        return False
    return person.may(find_decision_action(DecisionKind.WITHDRAW, decision, person.name))


_ROLES = {
    Role.VIEWER: gettext_lazy("viewer"),
    Role.CODER: gettext_lazy("coder"),
    Role.REVIEWER: gettext_lazy("reviewer"),
    Role.EDITOR: gettext_lazy("editor"),
    Role.ADMINISTRATOR: gettext_lazy("administrator"),
}


@register.filter
def role(code: str) -> str:
    """A role as a word."""
    return str(_ROLES[Role(code)])


@register.filter
def percent(share: float) -> str:
    """A share from 0 to 1 as whole percent."""
    return f"{100 * share:.0f} %"
