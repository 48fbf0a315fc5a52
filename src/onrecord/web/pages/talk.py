"""Remarks about a thing → its comments, who is to look at it, and who may be named there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from onrecord.model.incident import Incident
from onrecord.model.remark import Remark, RemarkKind
from onrecord.pipeline.views import CaseView

_ANSWERS: Final = (RemarkKind.AGREEMENT, RemarkKind.REFUSAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who is to look at something; `done` is the remark that says it is done."""

    remark: Remark
    done: Remark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Whether somebody may be named at an incident: decided only by two different people.

    `state` is `open` (nobody proposed it), `proposed`, `decided` or `refused`.
    """

    name: str
    state: str = "open"
    proposal: Remark | None = None
    answers: tuple[Remark, ...] = ()


def tell_talk(
    view: CaseView, subjects: Sequence[str], *, back: str, formerly: Iterable[str] = ()
) -> dict[str, Any]:
    """What was said about a thing, for the template `talk`; `formerly` are older identifiers."""
    remarks, wanted = view.remarks(), {*subjects, *formerly}
    return {
        "talk_subjects": list(subjects),
        "talk_back": back,
        "comments": [
            one
            for one in remarks
            if one.kind is RemarkKind.COMMENT and wanted.intersection(one.subjects)
        ],
        "assignments": [
            one for one in list_assignments(remarks) if wanted.intersection(one.remark.subjects)
        ],
        "people_known": list_people(view),
    }


def list_assignments(remarks: Iterable[Remark]) -> list[Assignment]:
    """Every assignment, and whether it is done."""
    entered = list(remarks)
    done = {one.about: one for one in entered if one.kind is RemarkKind.DONE}
    return [
        Assignment(remark=one, done=done.get(one.id))
        for one in entered
        if one.kind is RemarkKind.ASSIGNMENT
    ]


def list_people(view: CaseView) -> list[str]:
    """Everybody who decided, remarked or was named in a remark."""
    named = {decision.by for decision in view.decisions()}
    for one in view.remarks():
        named |= {one.by, *one.to}
    return sorted(named)


def list_namings(view: CaseView, incident: Incident) -> list[Naming]:
    """The parties of an incident and everybody else proposed there, each with how it stands."""
    ids = {incident.id, *incident.aliases}
    remarks = view.remarks()
    proposals: dict[str, list[Remark]] = {}
    for one in remarks:
        if one.kind is RemarkKind.NAMING and ids.intersection(one.subjects):
            proposals.setdefault(one.words, []).append(one)
    names = dict.fromkeys([*(party.name for party in incident.support.parties), *proposals])
    return [_judge(name, proposals.get(name, ()), remarks) for name in names]


def _judge(name: str, proposals: Sequence[Remark], remarks: Iterable[Remark]) -> Naming:
    """How a name stands by all its proposals: incidents that became one bring several."""
    if not proposals:
        return Naming(name=name)
    proposed = {one.id for one in proposals}
    answers = tuple(one for one in remarks if one.about in proposed and one.kind in _ANSWERS)
    state = "proposed"
    if any(one.kind is RemarkKind.REFUSAL for one in answers):
        state = "refused"
    elif answers:
        state = "decided"
    return Naming(name=name, state=state, proposal=proposals[-1], answers=answers)
