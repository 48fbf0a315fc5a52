"""Answers of the accused → replies: which answer meets or bears on which incident.

An answer responds if the accused or an ally speaks, topics meet, and it is said after the
allegation. Earlier and general statements only bear on the incident.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from onrecord.model.claim import Answer, Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Cluster, Reply
from onrecord.model.vocabulary import Argument, ClaimType, Scope, Unit
from onrecord.weighing.answers import Answering, list_allegations, name_voices
from onrecord.weighing.conceding import find_concessions
from onrecord.weighing.hearing import SPECIFIC
from onrecord.weighing.nearness import Blocks, list_answer_keys, list_incident_keys
from onrecord.weighing.scene import Scene, accuse, days_between
from onrecord.weighing.topics import Topic, find_topic, lie_apart, meet_closely

# How long one report stays the talk: its claims and the answers to it lie within a week.
REPORT_WEEK = timedelta(days=7)
# How long after an attack a general statement is still taken to speak of those days.
SEASON = timedelta(days=92)
_ARGUED = {
    ClaimType.DEFERRAL: Argument.DEFERRAL,
    ClaimType.NO_COMMENT: Argument.NO_COMMENT,
    ClaimType.COUNTER_ACCUSATION: Argument.COUNTER_ACCUSATION,
    ClaimType.JUSTIFICATION: Argument.LAWFUL_TARGET,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One incident as answers meet it: where and when, what is alleged, and whose claims."""

    cluster: Cluster
    topic: Topic
    allegations: tuple[Claim, ...]
    voices: Mapping[ClaimId, frozenset[str]]


def index_answers(answers: Sequence[Answering], scene: Scene) -> Blocks:
    """The answers by what they can share with an incident."""
    return Blocks(_list_keys(answering, scene) for answering in answers)


def _list_keys(answering: Answering, scene: Scene) -> Iterable[Hashable]:
    if answering.subject is not None:
        return [("incident", answering.meant)]
    claim = answering.claim
    return list_answer_keys(claim, answering.answer, answering.accusers, scene.said.get(claim.id))


def find_replies(
    cluster: Cluster, answers: Sequence[Answering], blocks: Blocks, scene: Scene
) -> tuple[Reply, ...]:
    """The answers that respond to the incident or bear on it, in the order of `answers`."""
    if not answers:
        return ()
    accused = accuse(cluster)
    matter = Matter(
        cluster=cluster,
        topic=find_topic(cluster),
        allegations=tuple(list_allegations(cluster, scene)),
        voices={claim.id: name_voices(claim, scene) for claim in cluster.claims},
    )
    keys = list_incident_keys(cluster, matter.topic, matter.voices, scene.said)
    near = blocks.list_near([("incident", cluster.id), *keys])
    replies = [
        _relate(answers[place], matter, scene)
        for place in near
        if _may_answer(answers[place], accused, scene)
    ]
    return tuple(reply for reply in replies if reply is not None)


def _may_answer(answering: Answering, accused: frozenset[str], scene: Scene) -> bool:
    named = answering.answerers or (answering.claim.originator,)
    if any(scene.stands_with(name, accused) for name in named):
        return True
    linked = answering.answer.responds_to or answering.answer.bears_on
    return bool(linked) and not answering.answerers


def _relate(answering: Answering, matter: Matter, scene: Scene) -> Reply | None:
    claim, answer = answering.claim, answering.answer
    met = _find_met(answering, matter, scene)
    after = [one for one in met if _follows(answering, one, scene)]
    if not met and (answering.subject is not None or not _bears_on(claim, answer, matter)):
        return None
    typical = (_ARGUED[claim.type],) if claim.type in _ARGUED else ()
    return Reply(
        claim=claim.id,
        document=claim.document,
        originator=claim.originator,
        relation="responds_to" if after else "bears_on",
        arguments=tuple(argument.value for argument in answer.arguments or typical),
        scope=answer.scope.value,
        allegations=tuple(one.id for one in after),
        party=answering.answerers[0] if answering.answerers else None,
        conceded=find_concessions(claim) if after and _is_specific(answering) else (),
    )


def _is_specific(answering: Answering) -> bool:
    """Whether an answer is to one attack: what it accepts of many is conceded of none."""
    return answering.answer.scope in SPECIFIC or answering.meant is not None


def _find_met(answering: Answering, matter: Matter, scene: Scene) -> list[Claim]:
    """The claims of the incident that an answer meets: those it names, or its topic's."""
    claim, answer = answering.claim, answering.answer
    if answering.subject is not None:
        return list(matter.allegations) if answering.meant == matter.cluster.id else []
    if answer.scope is Scope.BLANKET:
        return []
    named = [one for one in matter.cluster.claims if one.id in answer.responds_to]
    if answer.scope in SPECIFIC:
        return named or (list(matter.allegations) if _is_meant(claim, matter, scene) else [])
    if any(scene.by_id[id].unit is Unit.INCIDENT for id in answer.responds_to if id in scene.by_id):
        # It stands beside single attacks in its own text: it answers those, not all of a recorder.
        return named
    reported = [
        one
        for one in matter.allegations
        if matter.voices[one.id] & answering.accusers and _is_of_report(one, claim, scene)
    ]
    return sorted({one.id: one for one in (*named, *reported)}.values(), key=lambda one: one.id)


def _is_meant(claim: Claim, matter: Matter, scene: Scene) -> bool:
    """Whether an answer to one attack is about this one: it says so, or nothing else fits."""
    if meet_closely(claim, matter.topic):
        return True
    holding = scene.holding.get(claim.document, ())
    if matter.cluster.id not in holding or lie_apart(claim, matter.topic):
        return False
    return claim.document in matter.cluster.main_of or len(holding) == 1


def _is_of_report(one: Claim, answering: Claim, scene: Scene) -> bool:
    """Whether a claim belongs to what the answer speaks of: same text, or the same week."""
    if one.document == answering.document:
        return True
    said, replied = scene.said.get(one.id), scene.said.get(answering.id)
    return said is not None and replied is not None and days_between(said, replied) <= REPORT_WEEK


def _follows(answering: Answering, allegation: Claim, scene: Scene) -> bool:
    """Whether an answer was said after an allegation; at one time, whether it reacts to it.

    What a reader says only bears on a report responds to nothing in it. An answer to a report is
    by its nature a reaction; others are where the text says so, or where they come later in it.
    """
    claim, answer = answering.claim, answering.answer
    said, alleged = scene.said.get(claim.id), scene.said.get(allegation.id)
    if answering.meant is not None and claim.said is not None:
        # Its words may be those of an earlier statement on another attack: denials are formulas.
        said = claim.said
    if answer.bears_on and not answer.responds_to:
        return False
    if said is not None and alleged is not None:
        if said.from_ > alleged.to:
            return True
        if said.to < alleged.from_:
            return False
    if answer.responds_to or answer.scope is Scope.REPORT or answering.meant is not None:
        return True
    return claim.document == allegation.document and claim.start > allegation.start


def _bears_on(claim: Claim, answer: Answer, matter: Matter) -> bool:
    """Whether an earlier or general statement still speaks of attacks such as this one."""
    linked = {*answer.bears_on, *answer.responds_to}
    if any(one.id in linked for one in matter.cluster.claims):
        return True
    if answer.scope in SPECIFIC or answer.scope is Scope.REPORT:
        return False
    if lie_apart(claim, matter.topic):
        return False
    if claim.document in matter.cluster.documents:
        return True
    when = matter.cluster.when
    if claim.said is None or when is None:
        return False
    return when.from_ <= claim.said.to and claim.said.from_ <= when.to + SEASON
