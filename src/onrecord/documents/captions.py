"""Captions: a label, a credit or a scene with its date says that words belong to a picture."""

import re

from onrecord.documents.credits import find_credit, is_agency, is_names, is_station
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
_CREDIT_LINE = re.compile(
    r"(?i:(?:photo(?:graph)?|image|picture|video)s? (?P<by>credit|courtesy|by)s?\b)[: ]\s*(?:of )?"
)
_MOST_CREDIT_LINE_WORDS = 9
_MOST_WORDS = 70
_MOST_SCENE_WORDS = 50
_SAME_CHARACTERS = 30
_MOST_CREDIT_WORDS = 6


def take_caption_label(cutting: Cutting) -> None:
    """Take `PHOTO:` and its like off; names alone after it are a credit."""
    words = cutting.words
    if _is_credit_line(words):
        cutting.settle(BOILERPLATE, "photo_credit")
        cutting.label = words
        return
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


def _is_credit_line(words: str) -> bool:
    """Whether a short line says nothing but whose picture it is."""
    label = _CREDIT_LINE.match(words)
    if label is None or len(words.split()) > _MOST_CREDIT_LINE_WORDS:
        return False
    rest = words[label.end() :].rstrip(".")
    return is_names(rest) or (label["by"].lower() != "by" and not words.endswith("."))


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
    if len(core.split()) > _MOST_WORDS or (
        not cutting.early and (is_agency(credit) or is_station(credit))
    ):
        return
    cutting.take_back(at, "photo_credit")
    cutting.label = cutting.label or credit
    cutting.mark(CAPTION, cutting.rule or "photo_credit")


def take_double(cutting: Cutting) -> None:
    """Take off a caption's second copy, which stood behind the image."""
    words = cutting.words
    again = words.find(words[:_SAME_CHARACTERS], 1) if len(words) > 2 * _SAME_CHARACTERS else -1
    if again < 0:
        return
    first, second = words[:again].rstrip(), words[again:]
    if second.startswith(first) and (cutting.kind is CAPTION or len(second) - len(first) <= 40):
        cutting.take_back(again, "alt_text")
        cutting.mark(CAPTION, cutting.rule or "alt_text")


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
