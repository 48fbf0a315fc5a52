"""Tallies of recorders, our sums, and every number that is in neither, with the reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onrecord.model.tally import SliceBy, Sum, SumSlice
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.pipeline.cataloguing import MOST_RECALLED, CannotRecall
from onrecord.pipeline.views import Looking
from onrecord.web.drawing.bars import Bar, Scale, choose_scale, draw_bounds
from onrecord.web.pages.knowing import read_known_on, say_known_on_refused
from onrecord.web.pages.sending import FORMS, send_rows
from onrecord.web.rendering import the_desk
from onrecord.web.wording import say

_WAYS: Final = tuple(way for way in SliceBy if way is not SliceBy.CLASS)
_CODED: Final = (SliceBy.WEAPON, SliceBy.OBJECT)
_MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place, month, party, weapon or object: its sums of people killed, and their bar."""

    slice: SumSlice
    name: str
    killed: Sum | None
    civilian: Sum | None
    without: int
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class SumLine:
    """A sum over the case without its incidents, which may be very many: only how many they are."""

    sum: Sum
    incidents: int
    without: int


def _shorten(one: Sum) -> SumLine:
    short = replace(one, incidents=(), without=())
    return SumLine(sum=short, incidents=len(one.incidents), without=len(one.without))


@require_safe
def show_tallies(request: HttpRequest, case: str) -> HttpResponse:
    """All tallies, sums and asides of the case; the sums told apart as the address asks."""
    asked = request.GET.get("by", "")
    by = SliceBy(asked) if asked in _WAYS else None
    until, form = read_known_on(request.GET.dict()), request.GET.get("form", "")
    desk = the_desk(case)
    # The catalogue first: what is remembered under its state is then never older than it.
    with desk.catalogue() as kept, desk.view(Looking(by=by, until=until)) as view:
        if until and len(view.store.document_hashes()) > MOST_RECALLED:
            return say_known_on_refused(request, CannotRecall())
        slices = view.slices() if by else ()
        if form in FORMS:
            lines = _list_sums(view.sums(), slices)
            return send_rows(request, form, lines, subject="tallies")
        slices = slices[:_MOST]
        tallies, asides, refusal = view.tallies(), view.asides(), view.refusal()
        if until:
            sums = [_shorten(one) for one in view.sums()]
        else:
            sums = kept.remember("sums", lambda: [_shorten(one) for one in view.sums()])
    scale = choose_scale(line.sum.max or line.sum.min for line in sums)
    found = [_find_sum(one, None) for one in slices]
    slice_scale = choose_scale(one.max or one.min for one in found if one is not None)
    context = {
        "known_on": until,
        "tallies": tallies,
        "sums": [
            (line, draw_bounds((line.sum.min, line.sum.max, line.sum.open), scale)) for line in sums
        ],
        "scale": scale,
        "asides": asides,
        "refusal": refusal,
        "ways": _WAYS,
        "by": by,
        "slices": _list_rows(slices, slice_scale),
        "slice_scale": slice_scale,
    }
    return render(request, "tallies.html", context)


def _list_sums(sums: Iterable[Sum], slices: Iterable[SumSlice]) -> Iterator[dict[str, object]]:
    """Every sum as a row of data: over all incidents first, then told apart."""
    told = [("", "", "", one) for one in sums]
    told += [
        (str(one.by or ""), one.key, one.scope or "", total) for one in slices for total in one.sums
    ]
    for by, key, scope, one in told:
        yield {
            "by": by,
            "key": key,
            "scope": scope,
            "harm": one.harm,
            "class": one.class_,
            "min": one.min,
            "max": one.max,
            "open": one.open,
            "incidents": len(one.incidents),
            "without_a_number": len(one.without),
        }


def _list_rows(slices: Sequence[SumSlice], scale: Scale) -> list[Row]:
    return [_make_row(one, scale) for one in slices]


def _make_row(one: SumSlice, scale: Scale) -> Row:
    killed = _find_sum(one, None)
    bar = Bar(scale=scale)
    if killed is not None:
        bar = draw_bounds((killed.min, killed.max, killed.open), scale)
    return Row(
        slice=one,
        name=say(one.key) if one.by in _CODED else one.key or _("not stated"),
        killed=killed,
        civilian=_find_sum(one, VictimClass.CIVILIAN),
        without=len(killed.without) if killed else len(one.incidents),
        bar=bar,
    )


def _find_sum(one: SumSlice, class_: VictimClass | None) -> Sum | None:
    """The sum of people killed, `None` where no incident gives a number."""
    found = (total for total in one.sums if total.harm is Harm.KILLED and total.class_ is class_)
    return next((total for total in found if set(total.incidents) - set(total.without)), None)
