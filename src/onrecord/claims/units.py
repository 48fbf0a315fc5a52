"""Clauses → unit: one attack, several, a period, a running total, a population, or nothing."""

import re

from onrecord.claims.patterns import ClauseBooks, make_plain
from onrecord.model.vocabulary import ClaimType, Unit

_OF_INCIDENTS = frozenset(
    {ClaimType.ATTACK, ClaimType.CASUALTY_COUNT, ClaimType.WEAPON_USE, ClaimType.TARGET_DAMAGE}
)

# What somebody did or planned before: "killed a leader behind several attacks" is one attack.
_RECORD = re.compile(
    r"\b((responsible|wanted|blamed|known|sought|convicted) (for|of|in)|(linked|tied|connected) to"
    r"|(involved|implicated|suspected|engaged) (in|with|of)|accused of|behind|planning|plotting"
    r"|preparing|coordinating|facilitating|orchestrating"
    r"|who (had |has |have )?(planned|led|conducted|carried out|coordinated|organi[sz]ed|directed"
    r"|oversaw|facilitated|executed|participated in|took part in|staged|orchestrated|ordered))\b"
    r"(?:(?!\b(?:killed|killing)\b)[^.;]){0,90}?"
    r"\b(attacks|strikes|raids|bombings|operations|ambushes|assaults|killings|shootings)\b"
)


def find_unit(text: str, books: ClauseBooks, *, has_day: bool, counted: bool) -> Unit:
    """Over what a clause about harm or attacks speaks.

    A stated day makes it one attack, unless several are said. A stock is a war's total.
    """
    if books.aggregate.has("stock", text):
        return Unit.STOCK
    if books.aggregate.has("several", _RECORD.sub(" ", make_plain(text))):
        return (
            Unit.MULTI_INCIDENT
            if not books.aggregate.has("period", text)
            else Unit.AGGREGATE_PERIOD
        )
    if has_day:
        return Unit.INCIDENT
    if books.aggregate.has("campaign", text):
        return Unit.AGGREGATE_PERIOD
    if books.aggregate.has("period", text):
        return Unit.AGGREGATE_PERIOD
    return Unit.INCIDENT if counted or not books.aggregate.has("population", text) else Unit.NONE


def fits_incident(type: ClaimType) -> bool:
    """Whether a claim of this type can be about one attack."""
    return type in _OF_INCIDENTS
