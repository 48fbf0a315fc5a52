"""Whether an answer and an incident speak of one place and day."""

from dataclasses import dataclass
from datetime import timedelta

from onrecord.model.claim import Claim
from onrecord.model.incident import Cluster, Happened, Place

# An answer may date an attack by the day on which it was reported.
_ONE_DAY = timedelta(days=1)
_DISTRICT = 3
_PROVINCE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The place and day of one incident; `names` are all its places down from the district."""

    names: frozenset[str]
    when: Happened | None
    place: Place | None


def find_topic(cluster: Cluster) -> Topic:
    """What an answer to this incident would name."""
    names = frozenset(name for claim in cluster.claims for name in list_names(claim))
    return Topic(names=names, when=cluster.when, place=cluster.place)


def meet_closely(claim: Claim, topic: Topic) -> bool:
    """Whether place and day of an answer both agree with those of an incident."""
    return _share_day(claim, topic) and _share_place(claim, topic)


def lie_apart(claim: Claim, topic: Topic) -> bool:
    """Whether place or day of an answer rules the incident out; what is unsaid never does."""
    return _differ_in_day(claim, topic) or _differ_in_place(claim, topic)


def list_names(claim: Claim) -> list[str]:
    """The places of a claim down from the district, folded."""
    return [place.name.casefold() for place in claim.places if place.precision <= _DISTRICT]


def _share_place(claim: Claim, topic: Topic) -> bool:
    return any(name in topic.names for name in list_names(claim))


def _share_day(claim: Claim, topic: Topic) -> bool:
    when, happened = claim.when, topic.when
    if when is None or happened is None:
        return False
    return when.from_ <= happened.to + _ONE_DAY and happened.from_ <= when.to + _ONE_DAY


def _differ_in_day(claim: Claim, topic: Topic) -> bool:
    """Whether an answer dates another day; the day on which it was spoken rules nothing out."""
    when, said = claim.when, claim.said
    if when is None or topic.when is None or _share_day(claim, topic):
        return False
    return said is None or when.to < said.from_ or said.to < when.from_


def _differ_in_place(claim: Claim, topic: Topic) -> bool:
    place = topic.place
    if place is None or not claim.places or _share_place(claim, topic):
        return False
    named = [one for one in claim.places if one.precision <= _PROVINCE]
    if named:
        areas = {one.name if one.precision == _PROVINCE else one.admin1 for one in named}
        return place.admin1 is not None and None not in areas and place.admin1 not in areas
    countries = {one.country for one in claim.places} - {None}
    return bool(countries) and place.country is not None and place.country not in countries
