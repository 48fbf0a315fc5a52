"""The denial matrix: answers beside incidents, by argument and family, and what nobody met."""

from tests.builders import a_count
from tests.unit.tallies.scenes import saying, weigh
from tests.unit.weighing.answering import MONITOR, an_answer

from onrecord.model.identity import IncidentId
from onrecord.model.vocabulary import Argument, ClaimType, Scope
from onrecord.weighing import build_matrix
from onrecord.weighing.matrix import FAMILIES, name_families

ID = IncidentId("i-1")


def test_every_answer_stands_beside_its_incident_with_its_families() -> None:
    answer = an_answer(Argument.STALE, Argument.HUMAN_SHIELDS)
    matrix = build_matrix({ID: weigh([MONITOR], asides=[answer])})

    assert [(one.incident, one.reply.claim, one.families) for one in matrix.cells] == [
        (ID, answer.id, ("dismiss", "distract"))
    ]
    assert matrix.unanswered == ()


def test_what_nobody_answered_is_listed() -> None:
    generic = an_answer(Argument.STALE, scope=Scope.REPORT, links=(MONITOR,))
    matrix = build_matrix({ID: weigh([MONITOR], asides=[generic])})

    assert [(one.incident, one.claims) for one in matrix.unanswered] == [(ID, (MONITOR.id,))]


def test_threats_stand_apart_and_answer_nothing() -> None:
    threat = saying("Major Dren", a_count(1), type=ClaimType.INTIMIDATION)

    assert build_matrix({}, [threat]).threats == (threat.id,)


def test_procedure_and_acceptance_have_no_family() -> None:
    for argument in (Argument.DEFERRAL, Argument.NO_COMMENT, Argument.ACKNOWLEDGEMENT):
        assert name_families([argument]) == ()


def test_no_argument_has_two_families() -> None:
    held = [argument for members in FAMILIES.values() for argument in members]

    assert len(held) == len(set(held))
