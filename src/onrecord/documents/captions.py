"""Captions: a label, a credit or a scene with its date says that words belong to a picture."""

import re

from onrecord.documents.credits import find_credit, is_agency, is_names
from onrecord.documents.cutting import Cutting
from onrecord.documents.datewords import find_dates
from onrecord.documents.piece import BOILERPLATE, CAPTION

_LABEL = re.compile(
    r"\[?(?:FILE PHOTO|File photo|PHOTOS?|Photos?|PICTURED?|Pictured?|IMAGES?|Images?|CAPTION|Caption"
    r"|Photo caption|FILE|File|Above|ABOVE|Left|Right|Top|Bottom)\s?(?:\((?:file|above|left|right)\))?"
    r"\s?(?::|--|[–—]|-(?=\s))\s*"
)
_COUNTER = re.compile(r"(?:Image|Photo|Picture) \d+ (?:of|/) ?/? ?\d+\s*(?:Photo: )?")
_TAKEN = re.compile(
    r"(?i:in this|this) [^.]{0,40}?\b(?:file )?(?i:photo(?:graph)?|image|picture|frame grab|video grab|screengrab)\b"
    r",? ?(?:taken|provided|released|made|posted|from|obtained|shared|[a-z]+ [a-z]+ (?:stand|walk|look|inspect))?"
)
_SCENE = re.compile(
    r"\b(?:rises?|billows?|stands?|inspects?|looks?|walks?|carry|carries|search(?:es)?|gathers?|sits?|holds?|mourns?"
    r"|reacts?|attends?|waits?|clears?|views?|runs?|flees?|passes|lies|remains?|(?:is|are) (?:seen|pictured|shown))\b"
)
_PUBLISHED = re.compile(r"published\s", re.IGNORECASE)
_MOST_WORDS = 70
_MOST_SCENE_WORDS = 50
_MOST_CREDIT_WORDS = 6


def take_caption_label(cutting: Cutting) -> None:
    """Take `PHOTO:` and its like off; names alone after it are a credit."""
    words = cutting.words
    label = _LABEL.match(words) or _COUNTER.match(words)
    if label is None or len(words.split()) > _MOST_WORDS:
        return
    rest = words[label.end() :].strip(" ])")
    if not rest or is_names(rest, at_most=_MOST_CREDIT_WORDS):
        cutting.settle(BOILERPLATE, "photo_credit")
        cutting.label = words
        return
    cutting.label = cutting.take_front(label.end(), "photo_label").rstrip(" :–—-")
    cutting.mark(CAPTION, "photo_label")


def take_credit(cutting: Cutting) -> None:
    """Take a credit off the end; what stands before it is a caption, or body with a source."""
    words = cutting.words
    found = find_credit(words)
    if found is None:
        return
    at, credit = found
    core = words[:at].strip()
    if not core:
        cutting.settle(BOILERPLATE, "photo_credit")
        cutting.label = credit
        return
    if len(core.split()) > _MOST_WORDS or (is_agency(credit) and not cutting.early):
        return
    published = _PUBLISHED.match(credit) is not None
    cutting.take_back(at, "posted" if published else "photo_credit")
    cutting.label = cutting.label or credit
    cutting.mark(CAPTION, cutting.rule or "photo_credit")


def spot_scene(cutting: Cutting) -> None:
    """Know a caption without a label: a photo's own words, or a dated scene near the top."""
    words = cutting.words
    if cutting.rule is not None or len(words.split()) > _MOST_SCENE_WORDS:
        return
    if _TAKEN.match(words) and cutting.early:
        cutting.mark(CAPTION, "photo_words")
    elif cutting.early and _ends_dated(words) and _SCENE.search(words) and words.count(". ") < 3:
        cutting.mark(CAPTION, "dated_scene")


def _ends_dated(words: str) -> bool:
    tail = len(words) - 34
    return any(
        found.on is not None and words[found.end :].strip(" .") == ""
        for found in find_dates(words, max(0, tail))
    )
