"""Speakers and publishers → whether they speak for somebody who can be accused.

An answer is an answer only in the mouth of a side: a force, a ministry, a government, an armed
group, or whoever says "our troops". Rescuers, monitors, witnesses and papers only report.
"""

import re

from onrecord.claims.lookups import look_up_publisher, unlisted_name
from onrecord.claims.naming import Naming
from onrecord.claims.patterns import make_plain
from onrecord.claims.speaker_names import lookup_speaker
from onrecord.claims.voice_kinds import Speaker
from onrecord.model.vocabulary import SpeakerKind

SIDES = frozenset({SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL})
# Kinds of which nothing is known but the name: its words decide.
_OPEN = frozenset(
    {SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION, SpeakerKind.PUBLISHER}
)
_OF_SIDE = re.compile(
    r"\b(army|military|armed forces|air ?force|navy|forces|command|coalition|front|brigades?|battalion"
    r"|regiment|militia|border guard|ministry of (defen[cs]e|the interior|interior|foreign affairs)"
    r"|(defen[cs]e|foreign|interior) ministry|defen[cs]e department|department of defen[cs]e|mod|government"
    r"|regime|junta|general staff|chiefs? of staff|joint staff|task force|cabinet|presidency"
    r"|kremlin|rebels?|militants?|insurgents?|separatists?|fighters?|movement|resistance|liberation|spokes\w+"
    r"|commander|garrison|minister|president|general|colonel|brigadier|admiral|delegate"
    r"|delegation|ambassador|embassy|mercenar\w+)\b"
)
_OF_PRESS = re.compile(
    r"\b(news|times|post|herald|tribune|journal|gazette|courier|ledger|daily|weekly|paper|magazine|review"
    r"|tv|television|radio|broadcasting|channel|online|today|voice|watch|monitor|observatory|rights|relief"
    r"|rescue|health|civil|hospital|medical|humanitarian|charity|foundation|institute|university|press agency"
    r"|salvation army|peace)\b"
)
_OFFICIAL = re.compile(
    r"\b(ministry|government|cabinet|president|presidency|embassy|foreign (affairs|ministry|office)|official account)\b"
)
_MINISTRY = re.compile(r"MoD|MOD(?![a-z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_@]")
# Whoever says "our pilots" speaks for those who fly, whatever else is known of the voice.
_OURS = re.compile(
    r"\bour (own )?(\w+ )?(forces|pilots|army|aircraft|planes|air ?force|troops|soldiers|military|navy|jets"
    r"|drones|artillery|missiles|rockets?|guns|batter(y|ies)|fighters|units|gunners|officers|weapons|strikes?)\b"
    r"|\bwe (do|did|have|would|will|had) ?(not|n't|never|no) (ever )?(strike|bomb|target|shell|use|attack|hit"
    r"|fired?|bombed|shelled|struck|targeted|mortars|rockets|artillery|drones|aircraft)\b"
)


def can_be_accused(speaker: Speaker | None, publisher: SpeakerKind, text: str) -> bool:
    """Whether the words of a clause can be an answer: their speaker is, or speaks for, a side."""
    kind = speaker.kind if speaker is not None else publisher
    if kind in SIDES or (speaker is not None and speaker.speaks_for is not None):
        return True
    if speaker is not None and kind in _OPEN and _names_side(speaker.name):
        return True
    return kind in _OPEN and _OURS.search(make_plain(text)) is not None


def publisher_voice(name: str | None, naming: Naming) -> tuple[SpeakerKind, str | None]:
    """A publisher's kind and whose mouth it is: a ministry's own page speaks for the ministry."""
    found = look_up_publisher(name, naming)
    if name is None or found[0] is not SpeakerKind.PUBLISHER:
        return found
    entry = lookup_speaker(name)
    if entry is not None and entry.kind is SpeakerKind.INTERGOVERNMENTAL:
        return entry.kind, None
    words = " ".join(_CAMEL.sub(" ", _MINISTRY.sub(" mod ", name)).split())
    plain = make_plain(words)
    official = _OFFICIAL.search(plain) is not None
    if _OF_PRESS.search(plain) is not None or not (official or _names_side(words)):
        return SpeakerKind.PUBLISHER, None
    party = unlisted_name(words, naming) or (entry.speaks_for if entry is not None else None)
    return SpeakerKind.OFFICIAL if official else SpeakerKind.BELLIGERENT, party


def _names_side(name: str) -> bool:
    plain = make_plain(name)
    return _OF_SIDE.search(plain) is not None and _OF_PRESS.search(plain) is None
