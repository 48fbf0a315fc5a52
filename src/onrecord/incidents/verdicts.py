"""Evidence → verdict: one attack, one if nothing else fits, a question, or two."""

from enum import StrEnum

from onrecord.incidents.evidence import Stand, Weighed
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.places import COMPATIBLE, Level, Relation, relate_spots
from onrecord.incidents.traits import Traits


class Verdict(StrEnum):
    """What two accounts are to each other. `INFER`: one attack if only one fits, place supplied."""

    JOIN = "join"
    INFER = "infer"
    ASK = "ask"
    APART = "apart"


def judge(one: Traits, other: Traits, found: Weighed, *, method: LinkMethod) -> Verdict:
    """Whether two accounts tell of one attack.

    One attack: places compatible and dates meet, and target, weapon or party supports it. Parties
    or weapons that clash at one place and day do not split. A missing place is supplied when date,
    target and party agree; any other missing item is a question. Figures never decide.
    """
    if found.place is Relation.APART or found.two_told:
        return Verdict.APART
    if found.dates is Stand.CLASH:
        return _judge_other_day(found)
    if found.copied:
        placed = found.place in COMPATIBLE or found.dates is Stand.AGREE
        enough = found.bits >= method.at_least_bits
        return Verdict.JOIN if placed and enough else Verdict.ASK
    if found.dates is Stand.UNKNOWN:
        return _ask(when=found.supported and found.place is Relation.SAME)
    if is_long(one, method) or is_long(other, method):
        return _judge_long(found)
    if found.place in COMPATIBLE:
        return _judge_compatible(one, other, found, method)
    if found.place is Relation.UNKNOWN and found.target is found.party is Stand.AGREE:
        return Verdict.INFER
    return _ask(when=found.supported)


def is_ruled_out(one: Traits, other: Traits, *, method: LinkMethod) -> bool:
    """Whether places or days alone tell two attacks, however well all else agrees.

    Then `judge` finds them apart and the evidence excludes them. Most pairs that an index brings
    together end here, before anything else is compared.
    """
    if one.days is not None and other.days is not None:
        between = (max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])).days
        if between > 1:
            return True
    return relate_spots(one.spots, other.spots, method=method)[0] is Relation.APART


def is_long(traits: Traits, method: LinkMethod) -> bool:
    """Whether the dates of an account are too wide to date one attack."""
    lasts = traits.lasts()
    return lasts is not None and lasts > method.short_days


def _judge_other_day(found: Weighed) -> Verdict:
    """The next day at the same place is a question: reports of a night differ by one day."""
    return _ask(when=found.days_between == 1 and found.place is Relation.SAME and found.supported)


def _judge_long(found: Weighed) -> Verdict:
    strong = found.target is found.party is Stand.AGREE
    if strong and found.place is Relation.SAME:
        return Verdict.JOIN
    return _ask(when=found.supported and found.place in COMPATIBLE)


def _judge_compatible(one: Traits, other: Traits, found: Weighed, method: LinkMethod) -> Verdict:
    if Level.AREA in (one.level, other.level):
        enough = Stand.AGREE in (found.target, found.party)
    else:
        enough = found.supported or (found.contested and found.place is Relation.SAME)
    if enough and found.bits >= method.at_least_bits:
        return Verdict.JOIN
    return _ask(when=found.bits >= method.ask_bits)


def _ask(*, when: bool) -> Verdict:
    return Verdict.ASK if when else Verdict.APART
