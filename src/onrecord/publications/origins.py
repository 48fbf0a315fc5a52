"""A voice and its claims → the way of its words: originator, relays, document, as a tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One relay, or at the end the document, with how many claims came this way."""

    name: str | None
    document: DocumentId | None = None
    claims: int = 0
    branches: tuple["Branch", ...] = ()


def grow_tree(voice: Voice, claims: Mapping[ClaimId, Claim]) -> tuple[Branch, ...]:
    """The branches below an originator, from the one who first relayed it to the document."""
    ways = [_list_way(claims[id], voice) for id in voice.claims if id in claims]
    return _grow(ways)


def _list_way(claim: Claim, voice: Voice) -> tuple[tuple[str | None, ...], DocumentId]:
    chains = (claim.speakers, *claim.co_speakers)
    mine = next(
        (chain for chain in chains if chain and chain[-1] == voice.originator), claim.speakers
    )
    return tuple(reversed(mine[:-1])), claim.document


def _grow(ways: Iterable[tuple[tuple[str | None, ...], DocumentId]]) -> tuple[Branch, ...]:
    ended: dict[DocumentId, int] = {}
    further: dict[str | None, list[tuple[tuple[str | None, ...], DocumentId]]] = {}
    for relays, document in ways:
        if relays:
            further.setdefault(relays[0], []).append((relays[1:], document))
        else:
            ended[document] = ended.get(document, 0) + 1
    relayed = [
        Branch(name=name, claims=len(rest), branches=_grow(rest))
        for name, rest in sorted(further.items(), key=lambda one: one[0] or "")
    ]
    read = [
        Branch(name=None, document=document, claims=number)
        for document, number in sorted(ended.items())
    ]
    return (*relayed, *read)
