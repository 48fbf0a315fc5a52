"""Who may do what: every address stands in the one table, and the table names no other."""

from pathlib import Path

import django
import pytest
from django.conf import settings
from django.urls import URLPattern

from onrecord.web.people.opening import people_settings
from onrecord.web.permissions import ADDRESSES, DECISIONS, ROLES, Action, Role, find_action


def routes() -> list[URLPattern]:
    if not settings.configured:
        settings.configure(**people_settings(Path("no case")), USE_I18N=False)
        django.setup()
    from onrecord.web.addresses import urlpatterns

    return urlpatterns


def test_every_address_stands_in_the_table_and_no_other() -> None:
    assert {route.name for route in routes()} == set(ADDRESSES)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_what_does_not_stand_in_the_table_is_open_to_nobody(method: str) -> None:
    assert find_action("nowhere", method) is None
    assert find_action(None, method) is None


def test_reading_and_looking_at_the_head_ask_for_the_same() -> None:
    assert all(methods.get("GET") == methods.get("HEAD") for methods in ADDRESSES.values())


def test_roles_grow_and_only_administrators_manage_people() -> None:
    sizes = [sum(role in roles for roles in ROLES.values()) for role in Role]

    assert set(ROLES) == set(Action)
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == len(sizes)
    assert ROLES[Action.MANAGE] == {Role.ADMINISTRATOR}


def test_every_kind_of_decision_but_withdrawing_has_its_action() -> None:
    from onrecord.model.decision import DecisionKind

    assert set(DECISIONS) == set(DecisionKind) - {DecisionKind.WITHDRAW}
