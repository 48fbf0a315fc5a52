"""Tallies of recorders, our sums, and every number that is in neither, with the reason."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onrecord.web.drawing.bars import choose_scale, draw_bounds
from onrecord.web.rendering import the_desk


@require_safe
def show_tallies(request: HttpRequest, case: str) -> HttpResponse:
    """All tallies, sums and asides of the case."""
    with the_desk(case).view() as view:
        tallies, sums, asides = view.tallies(), view.sums(), view.asides()
        refusal = view.refusal()
    scale = choose_scale(one.max or one.min for one in sums)
    rows = [(one, draw_bounds((one.min, one.max, one.open), scale)) for one in sums]
    context = {
        "tallies": tallies,
        "sums": rows,
        "scale": scale,
        "asides": asides,
        "refusal": refusal,
    }
    return render(request, "tallies.html", context)
