"""Whether an answer and an incident speak of one place and day."""

from datetime import timedelta

from onrecord.model.claim import Claim
from onrecord.model.incident import Cluster

# An answer may date an attack by the day on which it was reported.
_ONE_DAY = timedelta(days=1)
_DISTRICT = 3
_PROVINCE = 4


def meet_closely(claim: Claim, cluster: Cluster) -> bool:
    """Whether place and day of an answer both agree with those of an incident."""
    return _share_place(claim, cluster) and _share_day(claim, cluster)


def lie_apart(claim: Claim, cluster: Cluster) -> bool:
    """Whether place or day of an answer rules the incident out; what is unsaid never does."""
    return _differ_in_place(claim, cluster) or _differ_in_day(claim, cluster)


def _share_place(claim: Claim, cluster: Cluster) -> bool:
    mine = {place.name.casefold() for place in claim.places if place.precision <= _DISTRICT}
    theirs = {
        place.name.casefold()
        for one in cluster.claims
        for place in one.places
        if place.precision <= _DISTRICT
    }
    return bool(mine & theirs)


def _share_day(claim: Claim, cluster: Cluster) -> bool:
    when, happened = claim.when, cluster.when
    if when is None or happened is None:
        return False
    return when.from_ <= happened.to + _ONE_DAY and happened.from_ <= when.to + _ONE_DAY


def _differ_in_day(claim: Claim, cluster: Cluster) -> bool:
    """Whether an answer dates another day; the day on which it was spoken rules nothing out."""
    when, said = claim.when, claim.said
    if when is None or cluster.when is None or _share_day(claim, cluster):
        return False
    return said is None or when.to < said.from_ or said.to < when.from_


def _differ_in_place(claim: Claim, cluster: Cluster) -> bool:
    place = cluster.place
    if place is None or not claim.places or _share_place(claim, cluster):
        return False
    named = [one for one in claim.places if one.precision <= _PROVINCE]
    if named:
        areas = {one.name if one.precision == _PROVINCE else one.admin1 for one in named}
        return place.admin1 is not None and None not in areas and place.admin1 not in areas
    countries = {one.country for one in claim.places} - {None}
    return bool(countries) and place.country is not None and place.country not in countries
