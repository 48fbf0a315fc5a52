"""Linked claims → support: for each incident who speaks, who answers, and how far that carries."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId, IncidentId
from onrecord.model.incident import Linking, Support
from onrecord.model.party import PartyBook
from onrecord.weighing.answers import list_answers, list_unanswered
from onrecord.weighing.attribution import attribute, find_parties
from onrecord.weighing.backing import back_figures, count_independent
from onrecord.weighing.contradictions import find_contradictions
from onrecord.weighing.evidence import learn_methods, strongest
from onrecord.weighing.hearing import Hearing
from onrecord.weighing.replies import find_replies, index_answers
from onrecord.weighing.scene import Scene, set_scene
from onrecord.weighing.status import (
    find_flags,
    judge_corroboration,
    judge_grade,
    judge_response,
    judge_strike,
)
from onrecord.weighing.voices import gather_voices

METHOD = "weighing/3"


def weigh_incidents(
    linking: Linking,
    documents: Mapping[DocumentId, Document],
    *,
    parties: PartyBook,
    decisions: Sequence[Decision] = (),
) -> Mapping[IncidentId, Support]:
    """The support of every incident, by identifier; the order of claims does not matter.

    Each is worked out when it is asked for, so that incidents can be shared out among processes.
    """
    return _Supports(set_scene(linking, documents, parties=parties, decisions=decisions))


class _Supports(Mapping[IncidentId, Support]):
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._clusters = {cluster.id: cluster for cluster in scene.linking.clusters}
        self._methods = learn_methods(scene.by_id.values(), scene.kinds)
        self._answers = list_answers(scene)
        self._blocks = index_answers(self._answers, scene)

    def __getitem__(self, id: IncidentId) -> Support:
        cluster, scene = self._clusters[id], self._scene
        voices = gather_voices(cluster, scene, self._methods)
        replies = find_replies(cluster, self._answers, self._blocks, scene)
        return weigh(Hearing(cluster=cluster, voices=voices, replies=replies, scene=scene))

    def __iter__(self) -> Iterator[IncidentId]:
        return iter(self._clusters)

    def __len__(self) -> int:
        return len(self._clusters)


def weigh(hearing: Hearing) -> Support:
    """The support of one incident."""
    independent = count_independent(hearing.voices)
    parties = find_parties(hearing)
    contradictions = find_contradictions(hearing)
    strike = judge_strike(hearing, independent, contradictions)
    credible = [voice.evidence for voice in hearing.voices if voice.credible]
    return Support(
        voices=hearing.voices,
        independent=independent,
        parties=parties,
        grade=judge_grade(hearing, independent, strike),
        strike_status=strike,
        attribution_status=attribute(parties),
        official_response=judge_response(hearing),
        evidence_class=strongest(one for one in credible if one is not None),
        corroboration=judge_corroboration(hearing, independent),
        replies=hearing.replies,
        unanswered=list_unanswered(hearing.cluster, hearing.replies, hearing.scene),
        contradictions=contradictions,
        backings=back_figures(hearing.voices),
        flags=find_flags(parties, contradictions),
    )
