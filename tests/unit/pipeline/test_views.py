"""A view reads what many of its answers need once, and no more than an answer needs."""

from pathlib import Path

import pytest
from tests.unit.pipeline.cases import NOTES, opened, run_case, write_notes

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.identity import IncidentId
from onrecord.pipeline.deciding import decide
from onrecord.pipeline.views import CaseView, open_view
from onrecord.store.sql import SqlStore


@pytest.fixture
def case(tmp_path: Path) -> Path:
    run_case(tmp_path / "case", write_notes(tmp_path / "in", NOTES))
    with opened(tmp_path / "case") as store:
        claim = next(iter(store.claims())).id
        decide(store, DecisionKind.NOTE, [claim], reason="seen", by="tester")
    return tmp_path / "case"


def test_decisions_are_read_once_however_many_claims_are_asked_for(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, asked = SqlStore.decisions, list[int]()

    def count(store: SqlStore) -> list[Decision]:
        asked.append(1)
        return read(store)

    with open_view(case) as view:
        claims = view.claims()
        monkeypatch.setattr(SqlStore, "decisions", count)

        assert [view.claim(one.id) for one in claims] == list(claims)
        assert len(view.decisions()) == len(view.decisions()) == 1
    assert len(asked) == 1


def test_an_identifier_that_nothing_has_is_not_sought_in_every_incident(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_view(case) as view:
        known = view.incidents()
        monkeypatch.setattr(CaseView, "incidents", None)

        assert known
        assert [view.incident_by_id(one.id) for one in known] == list(known)
        assert view.incident_by_id(IncidentId("i-none")) is None
