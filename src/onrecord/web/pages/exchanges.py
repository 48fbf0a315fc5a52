"""Replies of an incident → allegations beside what the accused said to them, one entry a speaker."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident, Reply
from onrecord.model.vocabulary import Argument, ClaimType
from onrecord.publications.arguments import ARGUMENT_WORDS, RELATION_WORDS, SCOPE_WORDS
from onrecord.web.wording import say

_SILENT = (ClaimType.NO_COMMENT, ClaimType.DEFERRAL)
_JUST = (ClaimType.JUSTIFICATION, ClaimType.COUNTER_ACCUSATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one speaker said to the same things: its words, and what they argue, in words."""

    who: str | None
    what: str
    stance: str
    relation: str
    scope: str
    said: date | None
    claims: tuple[Claim, ...]
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Allegations that met the same answers; none where nobody answered."""

    allegations: tuple[Claim, ...]
    answers: tuple[Answer, ...]


def pair_up(incident: Incident, claims: Mapping[ClaimId, Claim]) -> list[Exchange]:
    """Every allegation that was answered, then those that nobody answered."""
    met: dict[ClaimId, list[Reply]] = {}
    for reply in incident.support.replies:
        if reply.relation == "responds_to" and reply.claim in claims:
            for id in reply.allegations:
                met.setdefault(id, []).append(reply)
    together: dict[tuple[ClaimId, ...], list[Claim]] = {}
    for id, replies in met.items():
        if id in claims:
            together.setdefault(tuple(reply.claim for reply in replies), []).append(claims[id])
    answered = [
        Exchange(
            allegations=tuple(alleged),
            answers=tuple(_gather(met[alleged[0].id], claims)),
        )
        for alleged in together.values()
    ]
    silent = [claims[id] for id in incident.support.unanswered if id in claims and id not in met]
    return [*answered, *(Exchange(allegations=(one,), answers=()) for one in silent)]


def list_general(incident: Incident, claims: Mapping[ClaimId, Claim]) -> list[Answer]:
    """Answers that bear on the incident without answering it."""
    loose = [
        reply
        for reply in incident.support.replies
        if reply.claim in claims and not (reply.relation == "responds_to" and reply.allegations)
    ]
    return list(_gather(loose, claims))


def _gather(replies: Iterable[Reply], claims: Mapping[ClaimId, Claim]) -> Iterable[Answer]:
    groups: dict[tuple[str | None, str, str, str, ClaimType], list[Reply]] = {}
    for reply in replies:
        claim = claims[reply.claim]
        day = str(claim.said.from_) if claim.said else ""
        key = (reply.originator, reply.relation, reply.scope, day, claim.type)
        groups.setdefault(key, []).append(reply)
    for (who, relation, scope, _day, type), members in groups.items():
        told = [claims[reply.claim] for reply in members]
        codes = dict.fromkeys(code for reply in members for code in reply.arguments)
        yield Answer(
            who=who,
            what=say(type),
            stance="silent" if type in _SILENT else "just" if type in _JUST else "deny",
            relation=_(RELATION_WORDS.get(relation, relation)),
            scope=_(SCOPE_WORDS.get(scope, scope)),
            said=told[0].said.from_ if told[0].said else None,
            claims=tuple(told),
            arguments=tuple(_(ARGUMENT_WORDS[Argument(code)][0]) for code in codes),
        )
