"""One incident with its voices and replies: what the tests of its support look at."""

from dataclasses import dataclass

from onrecord.model.claim import Claim
from onrecord.model.incident import Cluster, Reply, Voice
from onrecord.model.vocabulary import Scope
from onrecord.weighing.scene import PERPETRATING, Scene

SPECIFIC = frozenset({Scope.INCIDENT, Scope.INCIDENT_UNNAMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """One incident: its claims, who speaks, and who answers."""

    cluster: Cluster
    voices: tuple[Voice, ...]
    replies: tuple[Reply, ...]
    scene: Scene

    def claims_of(self, voice: Voice) -> list[Claim]:
        """The claims of one voice, in order of saying."""
        return [self.scene.by_id[id] for id in voice.claims]

    def parties_of(self, voice: Voice) -> frozenset[str]:
        """The perpetrators that one voice names."""
        return frozenset(
            party.name
            for claim in self.claims_of(voice)
            for party in claim.parties
            if party.role in PERPETRATING
        )

    def owned_by(self, voice: Voice) -> frozenset[str]:
        """The parties for which a voice says that they themselves struck here."""
        return frozenset(
            party.name
            for claim in self.claims_of(voice)
            for party in claim.parties
            if party.role in PERPETRATING
            and self.scene.parties.are_one_side(
                claim.speaks_for or claim.originator or "", party.name
            )
        )

    def answers(self, *, specific: bool) -> list[Reply]:
        """The replies that respond: those that name the incident, or only what holds it."""
        return [
            reply
            for reply in self.replies
            if reply.relation == "responds_to" and (reply.scope in SPECIFIC) is specific
        ]
