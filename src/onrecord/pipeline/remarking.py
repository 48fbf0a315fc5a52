"""A person's word to others → a remark in the ledger; nothing is linked or counted anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.model.identity import RemarkId, name_by_content
from onrecord.model.remark import Code, Remark, RemarkKind
from onrecord.pipeline.deciding import CannotDecide
from onrecord.pipeline.report import utc_now
from onrecord.store.protocol import Store

_LONGEST: Final = 5000
_WORDY: Final = {
    RemarkKind.COMMENT: "a comment needs words",
    RemarkKind.NAMING: "say who is to be named",
    RemarkKind.SEARCH: "a search needs a name",
}
# Who could take a coding back could look at the other's and code again.
_LASTING: Final = {RemarkKind.CODING, RemarkKind.SETTLEMENT}
_PARENTS: Final = {
    RemarkKind.DONE: {RemarkKind.ASSIGNMENT},
    RemarkKind.AGREEMENT: {RemarkKind.NAMING},
    RemarkKind.REFUSAL: {RemarkKind.NAMING},
    RemarkKind.CODING: {RemarkKind.ROUND},
    RemarkKind.SETTLEMENT: {RemarkKind.ROUND},
    RemarkKind.WITHDRAWAL: {*RemarkKind} - {RemarkKind.WITHDRAWAL} - _LASTING,
}
_ADDRESSED: Final = {
    RemarkKind.ASSIGNMENT: (1, "name the person who is to look at it"),
    RemarkKind.ROUND: (2, "name two different coders"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A remark before it is entered."""

    kind: RemarkKind
    subjects: tuple[str, ...] = ()
    words: str = ""
    to: tuple[str, ...] = ()
    about: str = ""
    codes: tuple[Code, ...] = ()


def enter_remark(store: Store, draft: Draft, *, by: str) -> Remark:
    """Enters a remark.

    Raises:
        CannotDecide: words, people or the remark that it answers are missing, or the same person
            would agree with themselves or code twice, or it stands already or has to stay.
    """
    earlier = store.remarks()
    standing = {one.id: one for one in list_standing(earlier)}
    _check_standing(draft, standing)
    _check_form(draft, standing)
    _check_people(draft, standing, by=by)
    at = utc_now()
    remark = Remark(
        id=RemarkId(
            name_by_content("r", draft.kind, *draft.subjects, draft.words, by, at, len(earlier))
        ),
        kind=draft.kind,
        subjects=draft.subjects,
        words=draft.words.strip()[:_LONGEST],
        to=draft.to,
        about=RemarkId(draft.about) if draft.about else None,
        codes=draft.codes,
        by=by,
        at=at,
    )
    with store.transaction():
        store.add_remark(remark)
    return remark


def list_standing(remarks: Iterable[Remark]) -> list[Remark]:
    """The remarks that nobody withdrew, in their order; withdrawals are left out."""
    entered = list(remarks)
    gone = {one.about for one in entered if one.kind is RemarkKind.WITHDRAWAL}
    return [one for one in entered if one.kind is not RemarkKind.WITHDRAWAL and one.id not in gone]


def _check_standing(draft: Draft, standing: Mapping[RemarkId, Remark]) -> None:
    """Refuses to take back what has to stay, and to propose a name that is proposed already."""
    parent = standing.get(RemarkId(draft.about))
    if draft.kind is RemarkKind.WITHDRAWAL and parent is not None:
        if parent.kind in _LASTING:
            raise CannotDecide("what was handed in stays")
        if any(one.about == parent.id and one.kind in _LASTING for one in standing.values()):
            raise CannotDecide("somebody has handed in a document of this round: it stays")
    if draft.kind is RemarkKind.NAMING and any(
        one.kind is RemarkKind.NAMING
        and one.words == draft.words.strip()
        and {*one.subjects}.intersection(draft.subjects)
        for one in standing.values()
    ):
        raise CannotDecide("this name is proposed here already: answer that proposal")


def _check_form(draft: Draft, standing: Mapping[RemarkId, Remark]) -> None:
    if draft.kind in _WORDY and not draft.words.strip():
        raise CannotDecide(_WORDY[draft.kind])
    least, problem = _ADDRESSED.get(draft.kind, (0, ""))
    if len(set(draft.to)) < least or len(set(draft.to)) != len(draft.to):
        raise CannotDecide(problem or "nobody is named twice")
    if draft.kind not in _PARENTS:
        if not draft.subjects:
            raise CannotDecide("choose what it is about")
        return
    parent = standing.get(RemarkId(draft.about))
    if parent is None or parent.kind not in _PARENTS[draft.kind]:
        raise CannotDecide(f"{draft.about}: what it answers does not stand any more")


def _check_people(draft: Draft, standing: Mapping[RemarkId, Remark], *, by: str) -> None:
    parent = standing.get(RemarkId(draft.about))
    if parent is None:
        return
    answers = [one for one in standing.values() if one.about == parent.id]
    if draft.kind in (RemarkKind.AGREEMENT, RemarkKind.REFUSAL):
        if parent.by == by:
            raise CannotDecide("a second person has to agree: this was proposed by you")
        if any(one.by == by for one in answers):
            raise CannotDecide("you have answered this already")
    if draft.kind is RemarkKind.CODING:
        if by not in parent.to or not set(draft.subjects) <= set(parent.subjects):
            raise CannotDecide("this document is not given to you to code")
        if any(one.by == by and one.subjects == draft.subjects for one in answers):
            raise CannotDecide("you have handed in this document already")
