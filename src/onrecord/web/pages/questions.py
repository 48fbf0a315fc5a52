"""Pairs that may be one attack → questions in plain words, the weightiest first."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from onrecord.model.decision import DecisionKind
from onrecord.model.incident import Candidate
from onrecord.pipeline.views import CaseView
from onrecord.store.searching import Catalogue
from onrecord.web.said import say_title

_SETTLED = {DecisionKind.SAME_INCIDENT, DecisionKind.DIFFERENT_INCIDENT, DecisionKind.UNSURE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether two incidents are one attack, and the strongest reason to think so."""

    one: str
    other: str
    words: str
    because: str
    bits: float
    titles: tuple[str, str]


def list_questions(view: CaseView, kept: Catalogue) -> list[Question]:
    """Every open question, most likely one attack first."""
    entered = view.decisions()
    replaced = {decision.supersedes for decision in entered}
    settled = {
        frozenset(decision.subjects)
        for decision in entered
        if decision.kind in _SETTLED and decision.id not in replaced
    }
    open_ = [pair for pair in view.candidates() if frozenset({pair.one, pair.other}) not in settled]
    titles = kept.name_incidents({id for pair in open_ for id in (pair.one, pair.other)})
    ranked = sorted(open_, key=lambda pair: (-pair.bits, pair.one, pair.other))
    return [_ask(pair, titles) for pair in ranked if {pair.one, pair.other} <= titles.keys()]


def _ask(pair: Candidate, titles: dict[str, str]) -> Question:
    one, other = titles[pair.one], titles[pair.other]
    return Question(
        one=pair.one,
        other=pair.other,
        words=_("One attack or two: %(one)s and %(other)s?")
        % {"one": say_title(one), "other": say_title(other)},
        because=pair.because[0] if pair.because else "",
        bits=pair.bits,
        titles=(one, other),
    )
