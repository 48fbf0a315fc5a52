"""Values → words in the language of the reader: codes, numbers, bounds, days.

The other rooms say everything in English; here the same words are looked up in the catalogue.
Digits are European in every language: so do the Arabic news pages of the United Nations, and so a
figure looks as it does in identifiers, files and most originals.
"""

from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from onrecord.model.incident import Happened, Place
from onrecord.model.tally import Bounds, SliceBy, Sum
from onrecord.publications.wording import PRESUMED_MARK, say_code, say_place

_ANSWERS = {
    "denied_generic": "denied in general",
    "denied_specific": "denied specifically",
    "partly_acknowledged": "acknowledged in part",
}


def say(code: str | None) -> str:
    """A code as words."""
    return _(say_code(code))


def say_answer(code: str | None) -> str:
    """A response or an attribution status as words."""
    return _(_ANSWERS.get(code or "", say_code(code)))


def hold(words: str) -> str:
    """Words that run left to right and keep doing so on a page that runs right to left."""
    return f"\u2066{words}\u2069" if get_language_bidi() else words


def say_number(number: int) -> str:
    """A number with its thousands told apart."""
    return number_format(number, decimal_pos=0, force_grouping=True)


def say_limits(least: int, most: int | None, is_open: bool) -> str:  # noqa: FBT001 - a bound
    """Bounds as prose says them, never with a bare plus sign."""
    if most is None or (is_open and most == least):
        return _("%(number)s or more") % {"number": say_number(least)}
    if least == most:
        return say_number(least)
    words = hold(f"{say_number(least)}–{say_number(most)}")
    return _("%(number)s or more") % {"number": words} if is_open else words


def say_bounds(bounds: Bounds | None) -> str:
    """Bounds of a tally; `at most 563` where the floor is nought."""
    if bounds is None:
        return _("unknown")
    if bounds.min == 0 and bounds.max:
        return _("at most %(number)s") % {"number": say_number(bounds.max)}
    return say_limits(bounds.min, bounds.max, False)  # noqa: FBT003 - not open


def say_sum(sum: Sum) -> str:
    """A sum of bounds: an open one gives its floor alone; `unknown` where nothing was added."""
    if not set(sum.incidents) - set(sum.without):
        return _("unknown")
    words = say_limits(sum.min, None if sum.open else sum.max, sum.open)
    return f"{words}{PRESUMED_MARK if sum.presumed else ''}"


def say_day(day: str | date | None) -> str:
    """A day, or an ISO day, as `4 March 2021`."""
    if not day:
        return _("date unknown")
    value = day if isinstance(day, date) else date.fromisoformat(day)
    # Translators: how a day is written, in the letters of Django's date format.
    return date_format(value, _("j F Y"))


def say_days(first: str | date | None, last: str | date | None) -> str:
    """An interval of ISO days in words."""
    if not first or not last:
        return _("date unknown")
    if first == last:
        return say_day(first)
    return _("%(first)s to %(last)s") % {"first": say_day(first), "last": say_day(last)}


def say_when(when: Happened | None) -> str:
    """When it happened, in words."""
    if when is None or when.from_ == when.to:
        return say_day(when.from_ if when else None)
    days = {"first": say_day(when.from_), "last": say_day(when.to)}
    return _("between %(first)s and %(last)s") % days


def say_where(place: Place | None) -> str:
    """A place from fine to coarse."""
    return _("not located") if place is None else say_place(place)


def name_way(way: SliceBy) -> tuple[str, str]:
    """A way of telling sums apart: what its link says, and what its table shows."""
    match way:
        case SliceBy.PLACE:
            return _("By place"), _("People killed by place")
        case SliceBy.COUNTRY:
            return _("By country"), _("People killed by country")
        case SliceBy.MONTH:
            return _("By month"), _("People killed by month")
        case SliceBy.PARTY:
            return _("By party"), _("People killed by party")
        case SliceBy.WEAPON:
            return _("By weapon"), _("People killed by weapon")
        case SliceBy.OBJECT:
            return _("By what was hit"), _("People killed by what was hit")
        case SliceBy.CLASS:
            return _("By who was harmed"), _("People killed by who was harmed")
