"""Claims → answers of the accused: who answers, whom, and for which day and place; allegations."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model.claim import Answer, Claim
from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Cluster, Reply
from onrecord.model.vocabulary import ClaimType
from onrecord.weighing.hearing import SPECIFIC
from onrecord.weighing.matching import Matcher, Question
from onrecord.weighing.scene import (
    PERPETRATING,
    Scene,
    accuse,
    is_assertion,
    list_sayings,
    name_voice,
)
from onrecord.weighing.subjects import Course, Subject


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


def list_answers(scene: Scene) -> list[Answering]:
    """All answering claims of the case, by document and position."""
    course = Course(scene.by_document)
    found = [
        Answering(
            claim=claim,
            answer=claim.answer,
            answerers=find_answerers(claim, scene),
            accusers=_find_accusers(claim, claim.answer, scene),
            subject=_find_subject(claim, claim.answer, course),
        )
        for claim in scene.by_id.values()
        if claim.answer is not None and claim.id not in scene.rejected
    ]
    ordered = sorted(found, key=lambda one: (one.claim.document, one.claim.start, one.claim.id))
    return _find_meant(ordered, scene)


def _find_subject(claim: Claim, answer: Answer, course: Course) -> Subject | None:
    """The day and place of an answer that meets no allegation in its own text.

    Where the accused themselves publish, what they tell first is no allegation by others.
    """
    if claim.resolved and (answer.responds_to or answer.bears_on):
        return None
    return course.find_subject(claim)


def _find_meant(answers: Sequence[Answering], scene: Scene) -> list[Answering]:
    """The answers, each with the incident of its side that its subject fits best."""
    if all(answering.subject is None for answering in answers):
        return list(answers)
    clusters = scene.linking.clusters
    accused = {
        cluster.id: accuse(cluster) for cluster in clusters if list_allegations(cluster, scene)
    }
    tellers = {
        cluster.id: frozenset(claim.speaks_for for claim in cluster.claims if is_assertion(claim))
        for cluster in clusters
    }
    questions = [
        Question(
            answer=answering.claim.id,
            subject=answering.subject,
            is_told=_told_by_others(answering, tellers, scene),
            may_mean=_open_to(answering, accused, scene),
        )
        for answering in answers
        if answering.subject is not None
    ]
    meant = Matcher(clusters).match(questions)
    return [replace(answering, meant=meant.get(answering.claim.id)) for answering in answers]


def _open_to(
    answering: Answering, accused: Mapping[IncidentId, frozenset[str]], scene: Scene
) -> Callable[[IncidentId], bool]:
    named = answering.answerers or (answering.claim.originator or "",)

    def may_mean(incident: IncidentId) -> bool:
        parties = accused.get(incident, frozenset())
        return any(scene.stands_with(name, parties) for name in named)

    return may_mean


def _told_by_others(
    answering: Answering, tellers: Mapping[IncidentId, frozenset[str | None]], scene: Scene
) -> Callable[[IncidentId], bool]:
    side = frozenset(answering.answerers or (answering.claim.originator or "",))

    def is_told(incident: IncidentId) -> bool:
        return any(not scene.stands_with(teller, side) for teller in tellers[incident])

    return is_told


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
        for voice in name_voices(one, scene)
        if voice != name_voice(claim.originator, claim.speaks_for)
    )


def name_voices(claim: Claim, scene: Scene) -> frozenset[str]:
    """The named voices that say a claim, by their keys."""
    return frozenset(saying.key for saying in list_sayings(claim, scene.kinds) if saying.named)
