"""Claims → incidents: candidate pairs, evidence, clusters; decisions by people win."""

from onrecord.incidents.comparing import Comparer
from onrecord.incidents.linking import find_voices, link_claims, link_ready
from onrecord.incidents.method import SHIPPED, LinkMethod
from onrecord.incidents.ready import make_ready
from onrecord.incidents.sides import Sides

__all__ = [
    "SHIPPED",
    "Comparer",
    "LinkMethod",
    "Sides",
    "find_voices",
    "link_claims",
    "link_ready",
    "make_ready",
]
