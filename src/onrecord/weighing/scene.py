"""What weighing looks things up in: who speaks, when, copied from whom; built once for a case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.model.claim import Claim, Said
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Cluster, Copy, Linking, Utterance
from onrecord.model.party import PartyBook
from onrecord.model.vocabulary import (
    ClaimType,
    HedgeKind,
    Mode,
    PartyRole,
    Polarity,
    SegmentKind,
    SpeakerKind,
)
from onrecord.weighing.owners import Owners, learn_owners, name_publisher

PERPETRATING = frozenset({PartyRole.ALLEGED_PERPETRATOR, PartyRole.PERPETRATOR})
INSTITUTIONS = frozenset(
    {
        SpeakerKind.RECORDER,
        SpeakerKind.RESPONDER,
        SpeakerKind.MEDICAL,
        SpeakerKind.INTERGOVERNMENTAL,
        SpeakerKind.BELLIGERENT,
        SpeakerKind.OFFICIAL,
        SpeakerKind.LOCAL_AUTHORITY,
    }
)
OUTLETS = frozenset({SpeakerKind.AGENCY, SpeakerKind.MEDIA})
# Words up to this length ("of", "for", "and") need no capital in a proper name.
SHORT_WORD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One originator saying one claim. `key` is the same for all who speak with one voice."""

    claim: Claim
    key: str
    name: str | None
    kind: SpeakerKind
    named: bool
    relays: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The case around the clusters. `said` is when each claim's utterance was first made.

    `holding` gives the incidents of each document, `uttered` the places of each claim's utterances
    in the linking; `ties` remembers who stands with whom.
    """

    linking: Linking
    documents: Mapping[DocumentId, Document]
    parties: PartyBook
    said: Mapping[ClaimId, Said]
    copied: Mapping[DocumentId, tuple[Copy, ...]]
    kinds: Mapping[str, SpeakerKind]
    retired: frozenset[str]
    rejected: frozenset[str]
    discounted: frozenset[str]
    by_id: Mapping[ClaimId, Claim]
    by_document: Mapping[DocumentId, tuple[Claim, ...]]
    holding: Mapping[DocumentId, tuple[IncidentId, ...]]
    uttered: Mapping[ClaimId, tuple[int, ...]]
    owners: Owners
    ties: dict[tuple[str, frozenset[str]], bool]

    def owner_of(self, saying: Saying) -> str | None:
        """Who owns the outlet that says something on its own word, if anybody is known to."""
        return (
            None
            if saying.named or not saying.name
            else self.owners.get(name_publisher(saying.name))
        )

    def stamp_of(self, claim: Claim) -> int | None:
        """Minutes since the document's first midnight, `None` outside stamped segments."""
        document = self.documents.get(claim.document)
        for segment in document.segments if document is not None else ():
            inside = segment.in_ == claim.in_ and segment.start <= claim.start < segment.end
            if inside and segment.stamp is not None:
                return segment.stamp
        return None

    def sides(self, names: Iterable[str]) -> frozenset[str]:
        """The listed names that speak for one of these parties."""
        return frozenset(one for name in names for one in self.parties.side_of(name))

    def stands_with(self, name: str | None, accused: frozenset[str]) -> bool:
        """Whether a listed party is, or is allied to, one of the accused."""
        if name is None or not accused:
            return False
        if (name, accused) not in self.ties:
            self.ties[name, accused] = any(
                self.parties.are_one_side(name, one) or self.parties.are_allied(name, one)
                for one in accused
            )
        return self.ties[name, accused]


def set_scene(
    linking: Linking,
    documents: Mapping[DocumentId, Document],
    *,
    parties: PartyBook,
    decisions: Sequence[Decision] = (),
) -> Scene:
    """The scene of one case; decisions that another one supersedes have no force."""
    linking = _put_in_order(linking)
    claims = [claim for cluster in linking.clusters for claim in cluster.claims]
    claims = sorted([*claims, *linking.asides], key=lambda claim: claim.id)
    settled = _settle(decisions)
    return Scene(
        linking=linking,
        documents=documents,
        parties=parties,
        said=_date_claims(claims, linking),
        copied=_list_copies(linking.copies),
        kinds=_learn_kinds(claims),
        retired=settled[DecisionKind.RETIRE_FIGURE],
        rejected=settled[DecisionKind.REJECT_CLAIM],
        discounted=settled[DecisionKind.DISCOUNT],
        by_id={claim.id: claim for claim in claims},
        by_document=_index_documents(claims),
        holding=_index_clusters(linking.clusters),
        uttered=_index_utterances(linking.utterances),
        owners=learn_owners(documents.values()),
        ties={},
    )


def name_voice(name: str | None, speaks_for: str | None = None) -> str:
    """The key of a voice: the party it speaks for, else its own name without the article."""
    plain = " ".join((speaks_for or name or "").casefold().split())
    return plain.removeprefix("the ")


def list_sayings(claim: Claim, kinds: Mapping[str, SpeakerKind]) -> tuple[Saying, ...]:
    """Who says this claim: its originator and each co-speaker, relays stripped."""
    main = _saying(claim, claim.speakers, claim.originator_kind, claim.speaks_for)
    others = [
        _saying(claim, chain, kinds.get(name_voice(chain[-1]), claim.originator_kind), None)
        for chain in claim.co_speakers
        if chain
    ]
    return (main, *others)


def accuse(cluster: Cluster) -> frozenset[str]:
    """The parties that the claims of a cluster name as perpetrators."""
    return frozenset(
        party.name
        for claim in cluster.claims
        if is_assertion(claim)
        for party in claim.parties
        if party.role in PERPETRATING
    )


def is_assertion(claim: Claim) -> bool:
    """Whether a claim says that something happened: no answer, no denial, no question."""
    answering = {ClaimType.DENIAL, ClaimType.NO_COMMENT, ClaimType.DEFERRAL}
    return (
        claim.polarity is Polarity.ASSERTS
        and claim.hedge.kind is not HedgeKind.QUESTION
        and claim.type not in answering
    )


def days_between(one: Said, other: Said) -> timedelta:
    """The gap between two intervals, nothing if they meet."""
    gap = max(one.from_, other.from_) - min(one.to, other.to)
    return max(gap, timedelta(0))


def _saying(
    claim: Claim, chain: tuple[str | None, ...], kind: SpeakerKind, speaks_for: str | None
) -> Saying:
    name = chain[-1] if chain else None
    key = name_voice(name, speaks_for) or f"unknown publisher of {claim.document}"
    named = kind in INSTITUTIONS or (len(chain) > 1 and _is_named(name, kind))
    relays = tuple(one for one in chain[:-1] if one)
    return Saying(claim=claim, key=key, name=name, kind=kind, named=named, relays=relays)


def _is_named(name: str | None, kind: SpeakerKind) -> bool:
    """Whether a relayed originator has a name: not an outlet, nor a description such as sources.

    A reader that knows no kind for a proper name ("Tarvel Rescue Corps") leaves it unnamed.
    """
    if not name or kind in OUTLETS:
        return False
    words = [word for word in name.split() if len(word) > SHORT_WORD]
    return kind is not SpeakerKind.UNNAMED or (
        len(words) > 1 and all(word[0].isupper() for word in words)
    )


def _learn_kinds(claims: Iterable[Claim]) -> dict[str, SpeakerKind]:
    kinds: dict[str, SpeakerKind] = {}
    for claim in claims:
        if claim.resolved or claim.originator_kind in INSTITUTIONS:
            kinds.setdefault(name_voice(claim.originator), claim.originator_kind)
    return kinds


def _date_claims(claims: Iterable[Claim], linking: Linking) -> dict[ClaimId, Said]:
    said = {claim.id: claim.said for claim in claims if claim.said is not None}
    for utterance in linking.utterances:
        known = [said[id] for id in utterance.claims if id in said]
        if known:
            first = min(known, key=lambda one: (one.to, one.from_))
            said.update(dict.fromkeys(utterance.claims, first))
    return said


def _put_in_order(linking: Linking) -> Linking:
    """The same linking, so ordered that no result depends on how it came."""
    clusters = [
        replace(cluster, claims=tuple(sorted(cluster.claims, key=lambda claim: claim.id)))
        for cluster in sorted(linking.clusters, key=lambda cluster: cluster.id)
    ]
    return replace(linking, clusters=tuple(clusters))


def _index_clusters(clusters: Iterable[Cluster]) -> dict[DocumentId, tuple[IncidentId, ...]]:
    index: dict[DocumentId, list[IncidentId]] = {}
    for cluster in clusters:
        for document in cluster.documents:
            index.setdefault(document, []).append(cluster.id)
    return {document: tuple(held) for document, held in index.items()}


def _index_utterances(utterances: Iterable[Utterance]) -> dict[ClaimId, tuple[int, ...]]:
    index: dict[ClaimId, list[int]] = {}
    for place, utterance in enumerate(utterances):
        for claim in utterance.claims:
            index.setdefault(claim, []).append(place)
    return {claim: tuple(places) for claim, places in index.items()}


def _index_documents(claims: Iterable[Claim]) -> dict[DocumentId, tuple[Claim, ...]]:
    index: dict[DocumentId, list[Claim]] = {}
    for claim in claims:
        index.setdefault(claim.document, []).append(claim)
    return {document: tuple(held) for document, held in index.items()}


def _list_copies(copies: Iterable[Copy]) -> dict[DocumentId, tuple[Copy, ...]]:
    listed: dict[DocumentId, tuple[Copy, ...]] = {}
    for copy in sorted(copies, key=lambda one: (one.later, one.start, one.end, one.earlier)):
        if copy.earlier != copy.later:
            listed[copy.later] = (*listed.get(copy.later, ()), copy)
    return listed


def _settle(decisions: Sequence[Decision]) -> dict[DecisionKind, frozenset[str]]:
    replaced = {decision.supersedes for decision in decisions}
    return {
        kind: frozenset(
            subject
            for decision in decisions
            if decision.kind is kind and decision.id not in replaced
            for subject in decision.subjects
        )
        for kind in DecisionKind
    }


def headlined(claim: Claim) -> bool:
    """Whether a claim stands in a headline, which has lost its "at least"."""
    return claim.mode in {Mode.HEADLINE, Mode.RELATED_HEADLINE} or claim.segment in {
        SegmentKind.TITLE,
        SegmentKind.RELATED_LINK,
    }
