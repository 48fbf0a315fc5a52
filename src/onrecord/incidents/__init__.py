"""Claims → incidents: candidate pairs, evidence, clusters; decisions by people win."""

from onrecord.incidents.comparing import Comparer
from onrecord.incidents.linking import link_claims
from onrecord.incidents.method import SHIPPED, LinkMethod

__all__ = ["SHIPPED", "Comparer", "LinkMethod", "link_claims"]
