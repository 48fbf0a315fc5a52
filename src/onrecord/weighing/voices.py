"""Claims of one incident → voices: one for each originator, relays and copies stripped."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model.claim import Claim, Count, Said
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Cluster, Voice
from onrecord.weighing.evidence import Methods, class_evidence
from onrecord.weighing.figures import read_figures
from onrecord.weighing.scene import Saying, Scene, accuse, is_assertion, list_sayings


def gather_voices(cluster: Cluster, scene: Scene, methods: Methods) -> tuple[Voice, ...]:
    """One voice for each originator who says something of the incident, by name.

    Claims that are rejected, denied or only asked give no voice.
    """
    claims = [
        claim
        for claim in sorted(cluster.claims, key=lambda claim: claim.id)
        if claim.id not in scene.rejected and is_assertion(claim)
    ]
    accused = accuse(cluster)
    voices = {
        key: _make_voice(sayings, accused, scene, methods)
        for key, sayings in _group(claims, scene).items()
    }
    counting = _find_counting(voices, scene)
    return tuple(
        replace(voices[key], counts_as_source=voices[key].certain or key == counting)
        for key in sorted(voices)
    )


def _group(claims: Sequence[Claim], scene: Scene) -> dict[str, list[Saying]]:
    groups: dict[str, list[Saying]] = {}
    by_id = {claim.id: claim for claim in claims}
    told: dict[DocumentId, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.document, []).append(claim)
    originals = {claim.id: _find_original(claim, told, scene) for claim in claims}
    utterers = _join_utterances(by_id, scene)
    for claim in claims:
        origin = _follow(claim.id, originals)
        for saying in list_sayings(claim, scene.kinds):
            if saying.named:
                key = utterers.get(claim.id, saying.key)
            elif origin == claim.id:
                key = _key_of(saying, scene)
            else:
                first = list_sayings(by_id[origin], scene.kinds)[0]
                key = utterers.get(origin, _key_of(first, scene))
                saying = _credit(saying, first)
            groups.setdefault(key, []).append(saying)
    return groups


def _key_of(saying: Saying, scene: Scene) -> str:
    """One key for all outlets of one owner that say something on their own word."""
    owner = scene.owner_of(saying)
    return f"owner {owner}" if owner else saying.key


def _credit(saying: Saying, first: Saying) -> Saying:
    """A copied saying under the name of the one it copies; who copied it is a relay."""
    relays = (*saying.relays, *((saying.name,) if saying.name else ()))
    return replace(saying, name=first.name, relays=relays)


def _find_original(
    claim: Claim, told: Mapping[DocumentId, Sequence[Claim]], scene: Scene
) -> ClaimId | None:
    """The earlier document's claim that this one copies, its figures unchanged."""
    for copy in scene.copied.get(claim.document, ()):
        if claim.in_ != "text" or claim.start < copy.start or claim.end > copy.end:
            continue
        for other in told.get(copy.earlier, ()):
            if _figures(other) == _figures(claim):
                return other.id
    return None


def _follow(id: ClaimId, originals: Mapping[ClaimId, ClaimId | None]) -> ClaimId:
    seen = {id}
    while (origin := originals.get(id)) is not None and origin not in seen:
        seen.add(origin)
        id = origin
    return id


def _join_utterances(claims: Mapping[ClaimId, Claim], scene: Scene) -> dict[ClaimId, str]:
    """One key for all single-voiced named claims of one utterance, however they spell the name."""
    joined: dict[ClaimId, str] = {}
    utterances: dict[int, list[Claim]] = {}
    for id in sorted(claims):
        for place in scene.uttered.get(id, ()):
            utterances.setdefault(place, []).append(claims[id])
    for _, members in sorted(utterances.items()):
        sayings = [
            list_sayings(claim, scene.kinds)[0] for claim in members if not claim.co_speakers
        ]
        keys = sorted(saying.key for saying in sayings if saying.named)
        joined.update({saying.claim.id: keys[0] for saying in sayings if saying.named})
    return joined


def _figures(claim: Claim) -> list[tuple[str, ...]]:
    return sorted(_spell(count) for count in claim.counts if count.harm is not None)


def _spell(count: Count) -> tuple[str, ...]:
    fields = (count.harm, count.min, count.max, count.basis, count.status, count.sex, count.age)
    return tuple(map(str, fields))


def _make_voice(
    sayings: Sequence[Saying], accused: frozenset[str], scene: Scene, methods: Methods
) -> Voice:
    claims = sorted(
        {saying.claim.id: saying.claim for saying in sayings}.values(),
        key=lambda claim: _order(claim, scene),
    )
    figures = read_figures(
        claims,
        said=scene.said,
        stamps={claim.id: scene.stamp_of(claim) for claim in claims},
        retired=scene.retired,
    )
    told = {figure.claim for figure in figures}
    standing = {figure.claim for figure in figures if figure.live}
    named = any(saying.named for saying in sayings)
    return Voice(
        originator=_name(sayings, named=named),
        certain=named,
        counts_as_source=named,
        credible=not any(_is_accused(saying, accused, scene) for saying in sayings),
        claims=tuple(claim.id for claim in claims),
        live=tuple(one.id for one in claims if one.id in standing or one.id not in told),
        relayed_by=tuple(sorted({relay for saying in sayings for relay in saying.relays})),
        figures=figures,
        evidence=class_evidence(sayings, methods),
        owner=None if named else next(filter(None, map(scene.owner_of, sayings)), None),
    )


def _order(claim: Claim, scene: Scene) -> tuple[date, str, int, int, str]:
    said = scene.said.get(claim.id)
    day = said.to if said is not None else date.max
    stamp = scene.stamp_of(claim)
    return (day, claim.document, -1 if stamp is None else stamp, claim.start, claim.id)


def _name(sayings: Sequence[Saying], *, named: bool) -> str | None:
    """The name most used for the voice; the first in the alphabet of those used equally."""
    names = Counter(saying.name for saying in sayings if saying.named is named and saying.name)
    return min(names, key=lambda name: (-names[name], name), default=None)


def _is_accused(saying: Saying, accused: frozenset[str], scene: Scene) -> bool:
    party = saying.claim.speaks_for if saying.name == saying.claim.originator else None
    return scene.stands_with(party or scene.owner_of(saying) or saying.name, accused)


def _find_counting(voices: Mapping[str, Voice], scene: Scene) -> str | None:
    """The one unresolved voice that may be a source of its own.

    The oldest, if it is surely older than the first named one or if nobody is named. Several
    unsourced figures may have one unnamed source, so that never more than one counts.
    """
    credible = {key: voice for key, voice in voices.items() if voice.credible}
    loose = {
        key: min((one.to for one in _said(voice, scene)), default=date.max)
        for key, voice in credible.items()
        if not voice.certain
    }
    if not loose:
        return None
    oldest = min(loose, key=lambda key: (loose[key], key))
    starts = [
        min((one.from_ for one in _said(voice, scene)), default=date.min)
        for voice in credible.values()
        if voice.certain
    ]
    return oldest if not starts or loose[oldest] < min(starts) else None


def _said(voice: Voice, scene: Scene) -> list[Said]:
    return [scene.said[id] for id in voice.claims if id in scene.said]
