"""Words and claims → attacks that somebody killed or caught now had done before.

"Two insurgents were killed. Their leader had planned an ambush that killed four soldiers": the four
died in another attack, and are no part of what the document reports.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.lending import OTHER_ATTACK, tells_attack
from onrecord.claims.patterns import make_plain
from onrecord.model.claim import Claim
from onrecord.model.vocabulary import Harm, Polarity, Status, Unit

_ATTACK = (
    r"(?:attack|bombing|killing|death|assault|ambush|blast|explosion|shooting|murder|strike)s?\b"
)
_LINK = (
    r"\b(?:linked to|responsible for|involved in|involved with|behind|wanted (?:for|in)|suspected (?:of|in)"
    r"|accused of|convicted of|connection with|blamed for|took part in|participated in|planned|led)\b"
)
_LINKED = re.compile(rf"{_LINK}.{{0,80}}\b{_ATTACK}")
_NEW = (
    r"(?:an|a|another|one|(?:the |an? )?(?:previous|earlier|recent|past|prior|separate|different))"
)
_PREPOSITION = r"(?:of|in|on|at|by|with|from|that|which|who|to|for|after|during)\b"
_OTHER = re.compile(
    rf"{_LINK}(?:\W+\w+){{0,4}}?\W+{_NEW}\s(?:(?!{_PREPOSITION})[\w'’-]+,?\s){{0,4}}{_ATTACK}"
)
# "Prior to his arrest, the bomb-maker targeted an officer": the deed comes before what is reported.
_BEFORE_END = re.compile(
    r"^\W*(?:prior to|before|until) (?:his|her|their|being)(?: own)? (?:\w+ )?"
    r"(?:arrests?|captures?|deaths?|detentions?|detained|captured|killed|arrested|demise)\b"
)
_FIGHTERS = frozenset({Status.DIRECT_PARTICIPANT, Status.ARMED_FORCES_MEMBER})
_ENDS = frozenset({Harm.KILLED, Harm.DETAINED})


def is_past_deed(words: str) -> bool:
    """Whether a sentence up to a clause's end tells what somebody is linked to or did before."""
    plain = make_plain(words)
    return _LINKED.search(plain) is not None or _BEFORE_END.search(plain) is not None


def names_other_attack(words: str) -> bool:
    """Whether such words bring up an attack not told before: "planned a recent ambush"."""
    plain = make_plain(words)
    return _OTHER.search(plain) is not None or _BEFORE_END.search(plain) is not None


def set_apart(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those of earlier deeds of fighters told as killed or caught being of no attack told.

    Where nobody of a fighting side met an end before, an arrest for a killing may be the very news.
    """
    made = []
    ended = False
    for claim in claims:
        if ended and claim.produced_by.rule.endswith(OTHER_ATTACK):
            claim = replace(claim, unit=Unit.NONE)
        ended = ended or _tells_end(claim)
        made.append(claim)
    return made


def _tells_end(claim: Claim) -> bool:
    """Whether a claim tells that fighters were killed or caught in an attack of this document."""
    if claim.polarity is not Polarity.ASSERTS or not tells_attack(claim):
        return False
    return any(count.harm in _ENDS and count.status in _FIGHTERS for count in claim.counts)
