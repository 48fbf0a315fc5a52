"""Answers of the accused → replies: which answer meets or bears on which incident.

An answer responds if the accused or an ally speaks, topics meet, and it is said after the
allegation. Earlier and general statements only bear on the incident.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.model.claim import Answer, Claim
from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Cluster, Reply
from onrecord.model.vocabulary import Argument, ClaimType, Scope, Unit
from onrecord.weighing.hearing import SPECIFIC
from onrecord.weighing.matching import Matcher, Subject, find_subject
from onrecord.weighing.nearness import Blocks, list_answer_keys, list_incident_keys
from onrecord.weighing.scene import (
    PERPETRATING,
    Scene,
    accuse,
    days_between,
    is_assertion,
    list_sayings,
    name_voice,
)
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
class Answering:
    """One answering claim: the parties that answer in it, and the voices whose report it meets.

    `subject` is the day and place that it speaks of, `meant` the one incident that these fit.
    """

    claim: Claim
    answer: Answer
    answerers: tuple[str, ...]
    accusers: frozenset[str]
    subject: Subject | None = None
    meant: IncidentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One incident as answers meet it: where and when, what is alleged, and whose claims."""

    cluster: Cluster
    topic: Topic
    allegations: tuple[Claim, ...]
    voices: Mapping[ClaimId, frozenset[str]]


def list_answers(scene: Scene) -> list[Answering]:
    """All answering claims of the case, by document and position."""
    found = [
        Answering(
            claim=claim,
            answer=claim.answer,
            answerers=find_answerers(claim, scene),
            accusers=_find_accusers(claim, claim.answer, scene),
            subject=_find_subject(claim, claim.answer, scene),
        )
        for claim in scene.by_id.values()
        if claim.answer is not None and claim.id not in scene.rejected
    ]
    ordered = sorted(found, key=lambda one: (one.claim.document, one.claim.start, one.claim.id))
    return _find_meant(ordered, scene)


def _find_subject(claim: Claim, answer: Answer, scene: Scene) -> Subject | None:
    """The day and place of an answer that meets no allegation in its own text.

    Where the accused themselves publish, what they tell first is no allegation by others.
    """
    if claim.resolved and (answer.responds_to or answer.bears_on):
        return None
    beside = [one for one in scene.by_document.get(claim.document, ()) if one.in_ == claim.in_]
    before = sorted(
        (one for one in beside if one.start < claim.start), key=lambda one: (one.start, one.id)
    )
    return find_subject(claim, before)


def _find_meant(answers: Sequence[Answering], scene: Scene) -> list[Answering]:
    """The answers, each with the incident of its side that its subject fits best."""
    if all(answering.subject is None for answering in answers):
        return list(answers)
    clusters = scene.linking.clusters
    matcher = Matcher(clusters)
    accused = {
        cluster.id: accuse(cluster) for cluster in clusters if list_allegations(cluster, scene)
    }
    open_to: dict[tuple[str, ...], dict[IncidentId, bool]] = {}
    made = []
    for answering in answers:
        if answering.subject is None:
            made.append(answering)
            continue
        named = answering.answerers or (answering.claim.originator or "",)
        if named not in open_to:
            open_to[named] = {
                id: any(scene.stands_with(name, parties) for name in named)
                for id, parties in accused.items()
            }
        meant = matcher.find(answering.subject, open_to[named])
        made.append(replace(answering, meant=meant))
    return made


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
        voices={claim.id: _voices(claim, scene) for claim in cluster.claims},
    )
    keys = list_incident_keys(cluster, matter.topic, matter.voices, scene.said)
    near = blocks.list_near([("incident", cluster.id), *keys])
    replies = [
        _relate(answers[place], matter, scene)
        for place in near
        if _may_answer(answers[place], accused, scene)
    ]
    return tuple(reply for reply in replies if reply is not None)


def list_allegations(cluster: Cluster, scene: Scene) -> list[Claim]:
    """The claims that accuse somebody of the incident, not those of the accused themselves."""
    accused = accuse(cluster)
    return [
        claim
        for claim in sorted(cluster.claims, key=lambda claim: claim.id)
        if is_assertion(claim)
        and claim.id not in scene.rejected
        and any(party.role in PERPETRATING for party in claim.parties)
        and not scene.stands_with(claim.speaks_for, accused)
    ]


def list_unanswered(
    cluster: Cluster, replies: Iterable[Reply], scene: Scene
) -> tuple[ClaimId, ...]:
    """The allegations of the incident to which nothing responds specifically."""
    met = {
        id
        for reply in replies
        if reply.relation == "responds_to" and reply.scope in SPECIFIC
        for id in reply.allegations
    }
    return tuple(claim.id for claim in list_allegations(cluster, scene) if claim.id not in met)


def find_answerers(claim: Claim, scene: Scene) -> tuple[str, ...]:
    """The listed parties that answer in this claim; none where the text does not say."""
    if claim.speaks_for is not None:
        return (claim.speaks_for,)
    if claim.originator in scene.parties.parties:
        return (claim.originator or "",)
    if claim.resolved and claim.type is not ClaimType.NO_COMMENT:
        return ()
    return tuple(sorted({party.name for party in claim.parties}))


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
    )


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


def _find_accusers(claim: Claim, answer: Answer, scene: Scene) -> frozenset[str]:
    """The recorders whose report, pattern or campaign an answer speaks of."""
    named = [scene.by_id[id] for id in answer.responds_to if id in scene.by_id]
    beside = [
        one
        for one in scene.by_document.get(claim.document, ())
        if one.resolved and is_assertion(one)
    ]
    answerers = frozenset(find_answerers(claim, scene))
    return frozenset(
        voice
        for one in named or beside
        if one.answer is None and not scene.stands_with(one.speaks_for, answerers)
        for voice in _voices(one, scene)
        if voice != name_voice(claim.originator, claim.speaks_for)
    )


def _voices(claim: Claim, scene: Scene) -> frozenset[str]:
    return frozenset(saying.key for saying in list_sayings(claim, scene.kinds) if saying.named)


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
