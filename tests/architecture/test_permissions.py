"""Who may do what: every address stands in the one table, and the table names no other."""

import pytest
from tests.behaviour.routes import list_routes

from onrecord.model.decision import DecisionKind
from onrecord.model.remark import RemarkKind
from onrecord.web.permissions import (
    ADDRESSES,
    DECISIONS,
    REMARKS,
    ROLES,
    Action,
    Role,
    find_action,
)


def test_every_address_stands_in_the_table_and_no_other() -> None:
    assert set(list_routes()) == set(ADDRESSES)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_what_does_not_stand_in_the_table_is_open_to_nobody(method: str) -> None:
    assert find_action("nowhere", method) is None
    assert find_action(None, method) is None


def test_reading_and_looking_at_the_head_ask_for_the_same() -> None:
    assert all(
        methods.get("GET") == methods.get("HEAD")
        for name, methods in ADDRESSES.items()
        if not name.startswith("api-")
    )


def test_roles_grow_and_only_administrators_manage_people() -> None:
    sizes = [sum(role in roles for roles in ROLES.values()) for role in Role]

    assert set(ROLES) == set(Action)
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == len(sizes)
    assert ROLES[Action.MANAGE] == {Role.ADMINISTRATOR}


def test_strangers_reach_nothing_but_the_ways_in() -> None:
    ways = {name for name, methods in ADDRESSES.items() if Action.ENTER in methods.values()}

    assert ways == {"sign-in", "code", "factor", "join", "sign-out"}


def test_every_kind_of_decision_but_withdrawing_has_its_action() -> None:
    assert set(DECISIONS) == set(DecisionKind) - {DecisionKind.WITHDRAW}


def test_every_kind_of_remark_but_withdrawing_has_its_action() -> None:
    assert set(REMARKS) == set(RemarkKind) - {RemarkKind.WITHDRAWAL}
