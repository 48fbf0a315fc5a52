"""Clauses → unit: one attack, several, a period, a running total, a population, or nothing."""

from onrecord.claims.patterns import ClauseBooks
from onrecord.model.vocabulary import ClaimType, Unit

_OF_INCIDENTS = frozenset(
    {ClaimType.ATTACK, ClaimType.CASUALTY_COUNT, ClaimType.WEAPON_USE, ClaimType.TARGET_DAMAGE}
)


def find_unit(text: str, books: ClauseBooks, *, has_day: bool, counted: bool) -> Unit:
    """Over what a clause about harm or attacks speaks.

    A stated day makes it one attack, unless several are said. A stock is a war's total.
    """
    if books.aggregate.has("stock", text):
        return Unit.STOCK
    if books.aggregate.has("several", text):
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
