"""Claims → the same claims, if they keep the law: every word in them is the document's."""

from collections.abc import Sequence

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.record import to_record
from onrecord.store.spans import find_misquotes


def find_breaches(document: Document, claims: Sequence[Claim]) -> list[str]:
    """Each way in which a reading breaks the law, by claim; ids only, never words."""
    breaches = []
    if len({claim.id for claim in claims}) < len(claims):
        breaches.append("two claims have one identifier")
    for claim in claims:
        if claim.document != document.id:
            breaches.append(f"claim {claim.id} names another document")
        source = document.title if claim.in_ == "title" else document.text
        wrong = find_misquotes(to_record(claim), source or "")
        breaches.extend(f"claim {claim.id}: its {where} is not there" for where in wrong)
    return breaches
