"""Incidents → tallies: ranges, sums that cannot double count, checks of recorders' totals."""

from onrecord.tallies.asides import list_asides
from onrecord.tallies.estimates import refuse_estimates
from onrecord.tallies.partition import check_tallies
from onrecord.tallies.ranges import METHOD, count_incident
from onrecord.tallies.selecting import select_incidents
from onrecord.tallies.slices import slice_sums
from onrecord.tallies.sums import sum_incidents

__all__ = [
    "METHOD",
    "check_tallies",
    "count_incident",
    "list_asides",
    "refuse_estimates",
    "select_incidents",
    "slice_sums",
    "sum_incidents",
]
