"""Addresses and methods → actions → roles: the one table of who may do what in the workbench."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.remark import Remark, RemarkKind


class Role(StrEnum):
    """What somebody does in a team; each may do what those before it may."""

    VIEWER = "viewer"
    CODER = "coder"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What can be done in a case."""

    ENTER = "enter"
    """Signing in and out: open to everybody, also to strangers."""
    LANGUAGE = "language"
    """Choosing the language of the pages: open to everybody."""
    ACCOUNT = "account"
    """One's own account: password, second factor, sessions, tokens."""
    READ = "read"
    CODE = "code"
    """Adding, correcting and rejecting claims, bringing documents in, notes."""
    DECIDE = "decide"
    """Deciding on incidents; assigning, naming, agreeing, settling."""
    OVERRULE = "overrule"
    """Withdrawing what others decided or said, and beginning rounds of double coding."""
    MANAGE = "manage"
    """People, their roles, and the audit."""


_LEAST: Final = {
    Action.ACCOUNT: Role.VIEWER,
    Action.READ: Role.VIEWER,
    Action.CODE: Role.CODER,
    Action.DECIDE: Role.REVIEWER,
    Action.OVERRULE: Role.EDITOR,
    Action.MANAGE: Role.ADMINISTRATOR,
}
_ORDER: Final = list(Role)
ROLES: Final[Mapping[Action, frozenset[Role]]] = {
    Action.ENTER: frozenset(Role),
    Action.LANGUAGE: frozenset(Role),
    **{action: frozenset(_ORDER[_ORDER.index(least) :]) for action, least in _LEAST.items()},
}

_READ: Final = {"GET": Action.READ, "HEAD": Action.READ}
_GET: Final = {"GET": Action.READ}
ADDRESSES: Final[Mapping[str, Mapping[str, Action]]] = {
    "home": _READ,
    "language": {"POST": Action.LANGUAGE},
    "overview": _READ,
    "page": _READ,
    "remark": {"POST": Action.CODE},
    "mine": _READ,
    "tables": {"GET": Action.CODE, "HEAD": Action.CODE, "POST": Action.CODE},
    "table": {"GET": Action.CODE, "HEAD": Action.CODE, "POST": Action.CODE},
    "rounds": {**_READ, "POST": Action.OVERRULE},
    "round": {**_READ, "POST": Action.DECIDE},
    "coding": {"GET": Action.CODE, "HEAD": Action.CODE, "POST": Action.CODE},
    "incidents": _READ,
    "incident": _READ,
    "documents": _READ,
    "document": _READ,
    "original": _READ,
    "claim": _READ,
    "correct": {"GET": Action.CODE, "HEAD": Action.CODE, "POST": Action.CODE},
    "add-claim": {"POST": Action.CODE},
    "review": _READ,
    "question": _READ,
    "decide": {"POST": Action.CODE},
    "tallies": _READ,
    "search": _READ,
    "add": {"GET": Action.CODE, "HEAD": Action.CODE, "POST": Action.CODE},
    "log": _READ,
    "api": _READ,
    "sign-in": {"GET": Action.ENTER, "HEAD": Action.ENTER, "POST": Action.ENTER},
    "code": {"GET": Action.ENTER, "HEAD": Action.ENTER, "POST": Action.ENTER},
    "factor": {"GET": Action.ENTER, "HEAD": Action.ENTER, "POST": Action.ENTER},
    "join": {"GET": Action.ENTER, "HEAD": Action.ENTER, "POST": Action.ENTER},
    "sign-out": {"POST": Action.ENTER},
    "account": {"GET": Action.ACCOUNT, "HEAD": Action.ACCOUNT},
    "end-sessions": {"POST": Action.ACCOUNT},
    "password": {"POST": Action.ACCOUNT},
    "recovery": {"POST": Action.ACCOUNT},
    "token": {"POST": Action.ACCOUNT},
    "revoke": {"POST": Action.ACCOUNT},
    "people": {"GET": Action.MANAGE, "HEAD": Action.MANAGE, "POST": Action.MANAGE},
    "person": {"POST": Action.MANAGE},
    "audit": {"GET": Action.MANAGE, "HEAD": Action.MANAGE},
    "api-1:openapi-json": _GET,
    "api-1:case": _GET,
    "api-1:incidents": _GET,
    "api-1:incident": _GET,
    "api-1:held": _GET,
    "api-1:matrix": _GET,
    "api-1:answers": _GET,
    "api-1:decided": _GET,
    "api-1:documents": _GET,
    "api-1:document": _GET,
    "api-1:original": _GET,
    "api-1:claim": _GET,
    "api-1:search": _GET,
    "api-1:tallies": _GET,
    "api-1:questions": _GET,
    "api-1:log": _GET,
    "api-1:reading": _GET,
    "api-1:claims": {**_GET, "POST": Action.CODE},
    "api-1:decisions": {**_GET, "POST": Action.CODE},
    "api-1:remarks": {**_GET, "POST": Action.CODE},
    "api-1:withdraw": {"POST": Action.CODE},
    "api-1:correct": {"POST": Action.CODE},
    "api-1:texts": {"POST": Action.CODE},
    "api-1:files": {"POST": Action.CODE},
    "api-1:api-root": {},
}
"""The name of each address → its methods → the action. What does not stand here is refused."""

OF_STRANGERS: Final = frozenset({Action.ENTER, Action.LANGUAGE})
"""What nobody needs to be known for."""

OF_TEAMS: Final = frozenset({Action.ENTER, Action.ACCOUNT, Action.MANAGE})
"""What there is only where a case belongs to a team."""

DECISIONS: Final[Mapping[DecisionKind, Action]] = {
    DecisionKind.SAME_INCIDENT: Action.DECIDE,
    DecisionKind.DIFFERENT_INCIDENT: Action.DECIDE,
    DecisionKind.UNSURE: Action.DECIDE,
    DecisionKind.DISCOUNT: Action.DECIDE,
    DecisionKind.REJECT_CLAIM: Action.CODE,
    DecisionKind.RETIRE_FIGURE: Action.CODE,
    DecisionKind.NOTE: Action.CODE,
    DecisionKind.AMEND_CLAIM: Action.CODE,
    DecisionKind.ADD_CLAIM: Action.CODE,
}
"""Kinds of decisions → the action; what one may enter, one may also withdraw as one's own."""


REMARKS: Final[Mapping[RemarkKind, Action]] = {
    RemarkKind.COMMENT: Action.CODE,
    RemarkKind.ASSIGNMENT: Action.DECIDE,
    RemarkKind.DONE: Action.CODE,
    RemarkKind.GRAPHIC: Action.CODE,
    RemarkKind.NAMING: Action.DECIDE,
    RemarkKind.AGREEMENT: Action.DECIDE,
    RemarkKind.REFUSAL: Action.DECIDE,
    RemarkKind.ROUND: Action.OVERRULE,
    RemarkKind.CODING: Action.CODE,
    RemarkKind.SETTLEMENT: Action.DECIDE,
    RemarkKind.SEARCH: Action.CODE,
}
"""Kinds of remarks → the action; what one said, one may also take back."""


def find_action(name: str | None, method: str) -> Action | None:
    """The action behind an address and a method; `None`: nobody may do it."""
    return ADDRESSES.get(name or "", {}).get(method)


def find_methods(name: str | None) -> list[str]:
    """The methods of an address; none where it does not stand in the table."""
    return list(ADDRESSES.get(name or "", ()))


def find_decision_action(kind: DecisionKind, earlier: Decision | None, name: str) -> Action:
    """The action behind a decision that `name` enters; `earlier` is the one it withdraws."""
    if kind is not DecisionKind.WITHDRAW:
        return DECISIONS[kind]
    if earlier is None or earlier.kind is DecisionKind.WITHDRAW:
        return Action.CODE
    return DECISIONS[earlier.kind] if earlier.by == name else Action.OVERRULE


def find_remark_action(kind: RemarkKind, earlier: Remark | None, name: str) -> Action:
    """The action behind a remark that `name` makes; `earlier` is the one it takes back."""
    if kind is not RemarkKind.WITHDRAWAL:
        return REMARKS[kind]
    return Action.CODE if earlier is None or earlier.by == name else Action.OVERRULE
