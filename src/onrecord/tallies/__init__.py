"""Incidents → tallies: ranges, sums that cannot double count, checks of recorders' totals."""

from onrecord.tallies.asides import list_asides
from onrecord.tallies.estimates import refuse_estimates
from onrecord.tallies.partition import check_tallies
from onrecord.tallies.ranges import METHOD, count_incident
from onrecord.tallies.sums import Selection, select_incidents, sum_by_party, sum_incidents

__all__ = [
    "METHOD",
    "Selection",
    "check_tallies",
    "count_incident",
    "list_asides",
    "refuse_estimates",
    "select_incidents",
    "sum_by_party",
    "sum_incidents",
]
