"""Values → words: ranges, dates, places and the meaning of each answer, said the same everywhere."""

from datetime import date

from onrecord.model.incident import Happened, Place, Proof, Range
from onrecord.model.tally import Beside, Bounds, Sum
from onrecord.model.vocabulary import (
    AttributionStatus,
    EvidenceClass,
    Grade,
    OfficialResponse,
    StrikeStatus,
    VictimClass,
)

UNKNOWN = "unknown"
NOWHERE = "not located"
CAVEAT = "Figures are bounds on what was reported; unreported harm is not included."
PRESUMED_MARK = "*"
PRESUMED_NOTE = (
    "* Nobody stated the standing of some of these people; they are presumed civilian because a "
    "civilian object was hit and no source other than the accused mentions fighters there."
)

GRADE_MEANING = {
    Grade.CONFIRMED: "a belligerent accepts the harm",
    Grade.CONTESTED: "the voices name parties that exclude each other",
    Grade.FAIR: "two or more independent credible voices, and a strike likely or declared",
    Grade.WEAK: "one independent voice",
    Grade.UNGRADED: "not located below province level, or no harm stated",
    Grade.DISCOUNTED: "a person found that the victims were combatants or another party did it",
}
STRIKE_MEANING = {
    StrikeStatus.DECLARED: "a belligerent says that it struck there",
    StrikeStatus.CONTESTED: "a specific rival account of whether or where it was struck",
    StrikeStatus.LIKELY: "two or more independent voices report the strike",
    StrikeStatus.SINGLE_SOURCE: "one independent voice reports the strike",
}
ATTRIBUTION_MEANING = {
    AttributionStatus.ADMITTED: "the party says that it did it",
    AttributionStatus.CLAIMED: "a party claims it",
    AttributionStatus.CONTESTED: "rival parties are named",
    AttributionStatus.DENIED_SPECIFIC: "the accused denies having done this",
    AttributionStatus.DENIED_GENERIC: "the accused denies having done such things",
    AttributionStatus.SUSPECTED: "named by others, without its own admission",
}
RESPONSE_MEANING = {
    OfficialResponse.ACKNOWLEDGED: "the accused accepts it",
    OfficialResponse.PARTLY_ACKNOWLEDGED: "the accused accepts part of it",
    OfficialResponse.DENIED_SPECIFIC: "the accused denies this very incident",
    OfficialResponse.JUSTIFIED: "the accused says that it was lawful",
    OfficialResponse.DENIED_GENERIC: "denied only in general; this incident is not addressed",
    OfficialResponse.INVESTIGATING: "the accused says that it is looking into it",
    OfficialResponse.DEFERRED: "the accused refers to somebody else",
    OfficialResponse.NO_COMMENT: "the accused was asked and did not comment",
    OfficialResponse.NONE_FOUND: "no answer was found in these documents",
}
PLACE_PRECISION = {
    1: "named place",
    2: "near or part of the named place",
    3: "district",
    4: "province",
    5: "vague area",
    6: "country",
    7: "sea or air",
}
EVIDENCE_MEANING = {
    EvidenceClass.NAMED_LIST: "somebody lists the victims by name",
    EvidenceClass.FIELD_INVESTIGATION: "somebody investigated on the spot",
    EvidenceClass.REMOTE_INVESTIGATION: "somebody investigated from afar: interviews, images",
    EvidenceClass.RESPONDER: "told by those who rescued or treated the victims",
    EvidenceClass.MONITOR_NOTICE: "told by an organisation that records harm",
    EvidenceClass.OFFICIAL: "told by officials only",
    EvidenceClass.PRESS_ONLY: "told by the press only",
    EvidenceClass.SOCIAL_ONLY: "told in social media only",
}
CORROBORATION_MEANING = {
    "confirmed": "a second named source bears it out",
    "undetermined": "no second named source bears it out",
    "rejected": "a source that is not accused says that it was otherwise",
}
BEST_MEANING = {
    "investigated": "the latest count that somebody investigated or itemised",
    "most_recent": "the most recent figure",
    "majority": "the figure that most independent sources give",
    "lowest": "the lowest of the latest figures, none of which is better supported",
}
FLAG_MEANING = {
    "possible_two_attacks": "These reports may tell of two attacks, not of one.",
    "place_inferred": "Some reports name no place; they are taken to mean this one.",
    "dates_disagree": "The reports do not agree on the day.",
    "evidence_against_decision": "Later reports speak against what a person decided here.",
    "reviewer_unsure": "A person looked at it and was not sure.",
    "weapon_differs": "The reports do not agree on the weapon.",
    "date_differs": "The voices give different days.",
    "place_differs": "The voices give different places.",
    "no_common_party": "No party is named by all who name any.",
}
CLASS_NAMES = {
    VictimClass.CIVILIAN: "civilians",
    VictimClass.FIGHTER: "fighters",
    VictimClass.CHILD: "children",
    VictimClass.WOMAN: "women",
    VictimClass.MAN: "men",
    VictimClass.UNKNOWN: "of unknown standing",
}


def say_code(code: str | None) -> str:
    """A code of the vocabulary as words: `denied_generic` is "denied generic"."""
    return UNKNOWN if code is None else code.replace("_", " ")


def say_flag(flag: str) -> str:
    """What a flag asks a person to look at, as a sentence."""
    return FLAG_MEANING.get(flag, f"{say_code(flag)[:1].upper()}{say_code(flag)[1:]}.")


def say_best(reason: str) -> str:
    """Why a figure is taken as the best one, in words."""
    return BEST_MEANING.get(reason, say_code(reason))


def say_range(range: Range | None) -> str:
    """A range as `44–49 (best 49)`, `46+`, `7`, or `unknown` where nobody gave a number."""
    if range is None:
        return UNKNOWN
    words = say_span(range) + (PRESUMED_MARK if range.presumed else "")
    if range.best is None or range.min == range.max:
        return words
    return f"{words} (best {range.best})"


def say_span(range: Range) -> str:
    """The bounds alone: the largest number stated follows the dash, `+` says that it is a floor."""
    if range.max is None:
        return f"{range.min}+"
    floor = "+" if range.open else ""
    if range.min == range.max:
        return f"{range.min}{floor}"
    return f"{range.min}–{range.max}{floor}"


def say_proof(proof: Proof) -> str:
    """Proved bounds: `at least 3`, `at most 7`, `7`, `3 to 7`; no ceiling is no word."""
    if proof.max is None:
        return f"at least {proof.min}"
    if proof.min == proof.max:
        return str(proof.min)
    return f"at most {proof.max}" if proof.min == 0 else f"{proof.min} to {proof.max}"


def say_bounds(bounds: Bounds | None) -> str:
    """Bounds of a tally: `563`, `400–450`, `400+`, `at most 563` where the floor is nought."""
    if bounds is None:
        return UNKNOWN
    if bounds.max is None:
        return f"{bounds.min}+"
    if bounds.min == bounds.max:
        return str(bounds.min)
    return f"at most {bounds.max}" if bounds.min == 0 else f"{bounds.min}–{bounds.max}"


def say_sum(sum: Sum) -> str:
    """A sum of bounds: `97+` where it is open, `97–102` where closed, `unknown` where none."""
    if not set(sum.incidents) - set(sum.without):
        return UNKNOWN
    mark = PRESUMED_MARK if sum.presumed else ""
    if sum.open or sum.max is None:
        return f"{sum.min}+{mark}"
    return f"{sum.min}{mark}" if sum.min == sum.max else f"{sum.min}–{sum.max}{mark}"


def say_beside(ours: Beside) -> str:
    """Our incidents in a tally's cell: `8–78 in 3 incidents; 1 more may belong here`."""
    number = len(ours.incidents)
    ends = f"{ours.min}+" if ours.max is None else f"{ours.min}–{ours.max}"
    if ours.min == ours.max:
        ends = str(ours.min)
    words = f"{ends}{PRESUMED_MARK if ours.presumed else ''} in {number} incident"
    words += "" if number == 1 else "s"
    words += f"; {len(ours.perhaps)} more may belong here" if ours.perhaps else ""
    return words + (f"; {len(ours.without)} without a figure" if ours.without else "")


def say_day(day: date) -> str:
    """A day as `29 November 2015`."""
    return f"{day.day} {day:%B} {day.year}"


def say_span_of_days(from_: date, to: date) -> str:
    """One day as `29 November 2015`, several as `between … and …`."""
    return say_day(from_) if from_ == to else f"between {say_day(from_)} and {say_day(to)}"


def say_when(when: Happened | None) -> str:
    """When it happened, in words: a day, an interval, or `date unknown`."""
    if when is None:
        return "date unknown"
    return say_span_of_days(when.from_, when.to)


def say_interval(from_: date | None, to: date | None) -> str:
    """An interval in ISO days: `2015-11-29` or `2016-01-01/2016-01-31`."""
    if from_ is None or to is None:
        return UNKNOWN
    return from_.isoformat() if from_ == to else f"{from_.isoformat()}/{to.isoformat()}"


def say_place(place: Place | None) -> str:
    """A place from fine to coarse: `Ariha, Idleb, SY`; `not located` where nobody named one."""
    if place is None:
        return NOWHERE
    parts = [place.name, place.admin1, place.country]
    return ", ".join(dict.fromkeys(part for part in parts if part))
