"""Claims of one voice → the strongest sort of evidence that it brings."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from onrecord.model.claim import Claim
from onrecord.model.identity import DocumentId
from onrecord.model.vocabulary import ClaimType, EvidenceClass, Mode, SpeakerKind
from onrecord.weighing.scene import Saying, list_sayings

Methods = Mapping[tuple[str, DocumentId], frozenset[EvidenceClass]]

_BY_KIND = {
    SpeakerKind.RESPONDER: EvidenceClass.RESPONDER,
    SpeakerKind.MEDICAL: EvidenceClass.RESPONDER,
    SpeakerKind.RECORDER: EvidenceClass.MONITOR_NOTICE,
    SpeakerKind.INTERGOVERNMENTAL: EvidenceClass.MONITOR_NOTICE,
    SpeakerKind.BELLIGERENT: EvidenceClass.OFFICIAL,
    SpeakerKind.OFFICIAL: EvidenceClass.OFFICIAL,
    SpeakerKind.LOCAL_AUTHORITY: EvidenceClass.OFFICIAL,
}
_SHOWN = {
    "named_list": EvidenceClass.NAMED_LIST,
    "field": EvidenceClass.FIELD_INVESTIGATION,
    "remote": EvidenceClass.REMOTE_INVESTIGATION,
}
_INVESTIGATORS = frozenset({SpeakerKind.RECORDER, SpeakerKind.INTERGOVERNMENTAL})
_STRENGTH = {kind: rank for rank, kind in enumerate(EvidenceClass)}


def learn_methods(claims: Iterable[Claim], kinds: Mapping[str, SpeakerKind]) -> Methods:
    """How each voice worked in each document, from its own method statements there."""
    methods: dict[tuple[str, DocumentId], frozenset[EvidenceClass]] = {}
    for claim in claims:
        if ClaimType.METHOD_STATEMENT not in (claim.type, *claim.also):
            continue
        shown = _shown_by(claim.quote, claim.lang)
        for saying in list_sayings(claim, kinds) if shown else ():
            key = (saying.key, claim.document)
            methods[key] = methods.get(key, frozenset()) | shown
    return methods


def class_evidence(sayings: Iterable[Saying], methods: Methods) -> EvidenceClass:
    """The strongest evidence over what one voice says; strongest first in `EvidenceClass`."""
    return strongest(_class_saying(saying, methods) for saying in sayings)


def strongest(classes: Iterable[EvidenceClass]) -> EvidenceClass:
    """The strongest of several; social posts alone where there is nothing."""
    return min(classes, key=_STRENGTH.__getitem__, default=EvidenceClass.SOCIAL_ONLY)


def _class_saying(saying: Saying, methods: Methods) -> EvidenceClass:
    claim = saying.claim
    by_kind = _BY_KIND.get(saying.kind)
    if saying.kind in _INVESTIGATORS:
        words = " ".join(piece.text or "" for piece in claim.attribution)
        shown = methods.get((saying.key, claim.document), frozenset())
        found = [*shown, *_shown_by(words, claim.lang)]
        return strongest([*found, EvidenceClass.MONITOR_NOTICE])
    if by_kind is None and claim.mode is Mode.SOCIAL_POST:
        return EvidenceClass.SOCIAL_ONLY
    return by_kind or EvidenceClass.PRESS_ONLY


def _shown_by(words: str, lang: str | None) -> frozenset[EvidenceClass]:
    plain = words.casefold()
    return frozenset(
        _SHOWN[kind]
        for kind, stems in _load_words(lang or "en").items()
        if any(stem in plain for stem in stems)
    )


@cache
def _load_words(lang: str) -> dict[str, tuple[str, ...]]:
    source = files("onrecord.weighing").joinpath("lexicons", f"{lang}.toml")
    if not source.is_file():
        return {}
    return {kind: tuple(stems) for kind, stems in tomllib.loads(source.read_text("utf-8")).items()}
