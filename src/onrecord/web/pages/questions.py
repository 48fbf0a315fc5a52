"""Pairs that may be one attack → questions in plain words, first what a decision changes most."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from onrecord.model.decision import DecisionKind
from onrecord.model.identity import IncidentId
from onrecord.pipeline.views import CaseView
from onrecord.publications.effects import Stake, rank_by_effect
from onrecord.store.searching import Catalogue
from onrecord.web.said import say_title

_SETTLED = {DecisionKind.SAME_INCIDENT, DecisionKind.DIFFERENT_INCIDENT, DecisionKind.UNSURE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether two incidents are one attack, and the strongest reason to think so.

    `killed` and `injured` are what the sums would lose if they are.
    """

    one: str
    other: str
    words: str
    because: str
    bits: float
    titles: tuple[str, str]
    killed: int
    injured: int


def list_questions(view: CaseView, kept: Catalogue) -> list[Question]:
    """Every open question; doubted decisions, then those whose answer would change most, first."""
    entered = view.decisions()
    replaced = {decision.supersedes for decision in entered}
    settled = {
        frozenset(decision.subjects)
        for decision in entered
        if decision.kind in _SETTLED and decision.id not in replaced
    }
    open_ = [pair for pair in view.candidates() if frozenset({pair.one, pair.other}) not in settled]
    asked = {id for pair in open_ for id in (pair.one, pair.other)}
    titles = kept.name_incidents(asked)
    tolls = {IncidentId(id): toll for id, toll in kept.list_tolls(asked).items()}
    ranked = rank_by_effect(open_, tolls)
    return [_ask(one, titles) for one in ranked if {one.pair.one, one.pair.other} <= titles.keys()]


def _ask(stake: Stake, titles: dict[str, str]) -> Question:
    pair = stake.pair
    one, other = titles[pair.one], titles[pair.other]
    return Question(
        one=pair.one,
        other=pair.other,
        words=_("One attack or two: %(one)s and %(other)s?")
        % {"one": say_title(one), "other": say_title(other)},
        because=pair.because[0] if pair.because else "",
        bits=pair.bits,
        titles=(one, other),
        killed=stake.killed,
        injured=stake.injured,
    )
