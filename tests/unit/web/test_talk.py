"""Namings: a refusal or an agreement stands however often the name is proposed."""

import types
from dataclasses import dataclass
from typing import cast

import pytest

from onrecord.model.identity import RemarkId
from onrecord.model.incident import Incident
from onrecord.model.remark import Remark, RemarkKind
from onrecord.pipeline.views import CaseView
from onrecord.web.pages.talk import list_namings


@dataclass(frozen=True, slots=True)
class Said:
    """A view that holds remarks alone."""

    said: tuple[Remark, ...]

    def remarks(self) -> tuple[Remark, ...]:
        return self.said


def remark(id: str, kind: RemarkKind, *, by: str, about: str = "", subject: str = "i-1") -> Remark:
    return Remark(
        id=RemarkId(id),
        kind=kind,
        subjects=(subject,),
        words="army of Vostria" if kind is RemarkKind.NAMING else "",
        about=RemarkId(about) if about else None,
        by=by,
        at="2024-01-01T00:00:00Z",
    )


def judge(*said: Remark) -> list[str]:
    incident = types.SimpleNamespace(
        id="i-1", aliases=("i-0",), support=types.SimpleNamespace(parties=())
    )
    return [one.state for one in list_namings(cast(CaseView, Said(said)), cast(Incident, incident))]


FIRST = remark("r-1", RemarkKind.NAMING, by="ana")
OF_ALIAS = remark("r-2", RemarkKind.NAMING, by="ben", subject="i-0")


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), "proposed"),
        ((RemarkKind.REFUSAL,), "refused"),
        ((RemarkKind.AGREEMENT,), "decided"),
        ((RemarkKind.AGREEMENT, RemarkKind.REFUSAL), "refused"),
    ],
)
def test_a_name_proposed_twice_stands_as_it_was_answered(
    kinds: tuple[RemarkKind, ...], state: str
) -> None:
    answers = [
        remark(f"r-a{number}", kind, by=f"p{number}", about="r-1")
        for number, kind in enumerate(kinds)
    ]

    assert judge(FIRST, *answers, OF_ALIAS) == [state]
    assert judge(OF_ALIAS, FIRST, *answers) == [state]
