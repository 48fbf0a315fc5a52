"""Voices of an incident → how independence is said: who counts, who depends on whom, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Backing, Independent, Utterance, Voice
from onrecord.model.vocabulary import Age, Sex, Status
from onrecord.publications.wording import say_span_of_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One occasion on which an originator spoke, with the claims that tell of it.

    `because` says why several documents are taken to tell of one occasion; empty where only one
    does.
    """

    said: str
    claims: tuple[ClaimId, ...]
    documents: int
    because: str


def list_occasions(
    voice: Voice, claims: Mapping[ClaimId, Claim], utterances: Iterable[Utterance]
) -> list[Occasion]:
    """The occasions of one voice, in order of its claims."""
    told = [claims[id] for id in voice.claims if id in claims]
    home: dict[ClaimId, Utterance] = {}
    mine = frozenset(voice.claims)
    for utterance in sorted(utterances, key=lambda one: (-len(mine & {*one.claims}), one.id)):
        for id in utterance.claims:
            if id in mine:
                home.setdefault(id, utterance)
    groups: dict[str, list[Claim]] = {}
    for claim in told:
        found = home.get(claim.id)
        groups.setdefault(found.id if found else f"alone {claim.id}", []).append(claim)
    return [_make_occasion(group, home.get(group[0].id)) for group in groups.values()]


def say_independent(independent: Independent) -> str:
    """How many independent sources, in words: `2 named, and 1 more that names no source`."""
    more = independent.possible - independent.certain
    if not independent.possible:
        return "no independent source"
    if not independent.certain:
        return f"none named, perhaps {more} that names no source"
    named = f"{independent.certain} named"
    return f"{named}, perhaps {more} more that names no source" if more > 0 else named


def say_standing(voice: Voice) -> str:
    """What a voice is worth as a source, in words."""
    notes = []
    if not voice.credible:
        notes.append("the accused or its ally, so no independent source")
    elif voice.certain:
        notes.append("a source of its own")
    elif voice.counts_as_source:
        notes.append("names no source; perhaps one of its own, for it spoke first")
    else:
        notes.append("names no source; adds none, for others spoke before it")
    if voice.owner:
        notes.append(f"belongs to {voice.owner}")
    return "; ".join(notes)


def say_backing(backing: Backing) -> str:
    """A figure in words: `17 killed`, `at least 4 injured, children`."""
    number = _say_number(backing)
    whom = [
        {Age.CHILD: "children", Age.ADULT: "adults"}.get(backing.age, "")
        if backing.sex is Sex.UNKNOWN or backing.age is Age.CHILD
        else {Sex.WOMAN: "women", Sex.MAN: "men"}[backing.sex],
        _STANDING.get(backing.status, ""),
    ]
    told = ", ".join(word for word in whom if word)
    return f"{number} {backing.harm.value.replace('_', ' ')}{f' ({told})' if told else ''}"


_STANDING = {
    Status.CIVILIAN: "civilians",
    Status.OTHER_PROTECTED: "protected persons",
    Status.ARMED_FORCES_MEMBER: "soldiers",
    Status.DIRECT_PARTICIPANT: "fighters",
}


def _say_number(backing: Backing) -> str:
    if backing.max is None:
        return f"at least {backing.min}"
    return str(backing.min) if backing.min == backing.max else f"{backing.min} to {backing.max}"


def _make_occasion(claims: list[Claim], utterance: Utterance | None) -> Occasion:
    documents = len({claim.document for claim in claims})
    days = sorted({claim.said for claim in claims if claim.said}, key=lambda one: one.from_)
    said = say_span_of_days(days[0].from_, days[0].to) if days else "on a day unknown"
    because = utterance.because if utterance is not None and documents > 1 else ""
    return Occasion(
        said=said,
        claims=tuple(claim.id for claim in claims),
        documents=documents,
        because=because,
    )
