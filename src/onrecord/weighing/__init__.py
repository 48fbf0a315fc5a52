"""Incidents → support: how many independent sources, how direct, how they disagree."""

from onrecord.weighing.matrix import build_matrix
from onrecord.weighing.weigh import METHOD, weigh_incidents

__all__ = ["METHOD", "build_matrix", "weigh_incidents"]
