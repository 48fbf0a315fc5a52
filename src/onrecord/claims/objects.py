"""Text → object mentions: what was hit, and what the words say it was."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.claims.lexicon import Hit, PhraseMatcher, load_lexicon, with_plurals
from onrecord.model.claim import ObjectMention
from onrecord.model.vocabulary import ObjectKind, ObjectStatus

# How far back an anchor may begin: its longest phrase and a name between.
_REACH = 80
_FROM = re.compile(r"\bfrom\s+(?:an?\s+|the\s+)?$")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a phrase means; a trap has no kind."""

    kind: ObjectKind | None
    status: ObjectStatus = ObjectStatus.UNKNOWN


def find_objects(text: str, *, offset: int = 0) -> list[ObjectMention]:
    """The objects that a text names as places of harm, in order; `offset` is added to offsets.

    Landmarks and destinations ("near the mosque", "taken to hospital") are left to
    `find_anchors`. The kind `unknown` marks vehicles, crowds and buildings of no stated use.
    """
    return [_mention(text, hit, offset) for hit in _objects_of(text) if not _is_beside(text, hit)]


def find_anchors(text: str, *, offset: int = 0) -> list[ObjectMention]:
    """The objects that a text names only to say where something is, or where people went."""
    return [_mention(text, hit, offset) for hit in _objects_of(text) if _is_beside(text, hit)]


def _is_beside(text: str, hit: Hit[_Meaning]) -> bool:
    """Whether an object only says where; a base that attackers come from is one of the attack."""
    military = hit.payload.kind is ObjectKind.MILITARY_POSITION
    if military and _FROM.search(text, max(0, hit.start - 12), hit.start) is not None:
        return False
    return _is_anchor(text, hit.start)


def _objects_of(text: str) -> list[Hit[_Meaning]]:
    return [hit for hit in _matcher().find(text) if hit.payload.kind is not None]


def _mention(text: str, hit: Hit[_Meaning], offset: int) -> ObjectMention:
    return ObjectMention(
        text=text[hit.start : hit.end],
        start=hit.start + offset,
        end=hit.end + offset,
        object=hit.payload.kind or ObjectKind.UNKNOWN,
        status=hit.payload.status,
    )


def _is_anchor(text: str, start: int) -> bool:
    """Whether the words just before (names in capitals passed over) make a landmark of it."""
    words = text[max(0, start - _REACH) : start].split()
    while words and words[-1][:1].isupper():
        words.pop()
    stretch = " ".join(words[-6:])
    readings = {hit.payload for hit in _anchors().find_all(stretch) if hit.end == len(stretch)}
    return readings == {True}


@cache
def _matcher() -> PhraseMatcher[_Meaning]:
    lexicon = load_lexicon("en_objects")
    phrases: dict[str, _Meaning] = {}
    for entry in lexicon["object"]:
        try:
            kind = ObjectKind(entry.text("kind"))
            status = ObjectStatus(entry.text("status", "unknown"))
        except ValueError as error:
            raise ValueError(f"{entry.where}: {error}") from error
        listed = entry.texts("phrases")
        forms = with_plurals(listed) if entry.says("plurals", default=True) else listed
        phrases.update(dict.fromkeys(forms, _Meaning(kind, status)))
    for entry in lexicon["trap"]:
        phrases.update(dict.fromkeys(entry.texts("phrases"), _Meaning(None)))
    return PhraseMatcher(phrases)


@cache
def _anchors() -> PhraseMatcher[bool]:
    lexicon = load_lexicon("en_objects")
    return PhraseMatcher(
        {
            phrase: key == "anchor"
            for key in ("anchor", "struck")
            for entry in lexicon[key]
            for phrase in entry.texts("phrases")
        }
    )
