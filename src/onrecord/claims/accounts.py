"""Claims read so far → whether a text gives an account of a period, so that its figures are tallies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.patterns import ClauseBooks, make_plain
from onrecord.model.claim import Claim
from onrecord.model.document import Document, Segment
from onrecord.model.vocabulary import ClaimType, Mode, SegmentKind, Unit

_COUNTING = frozenset({ClaimType.CASUALTY_COUNT, ClaimType.TALLY, ClaimType.STOCK_FIGURE})
_OWN = frozenset({SegmentKind.TITLE, SegmentKind.BODY, SegmentKind.UPDATE})
_PERIODS = frozenset({Unit.AGGREGATE_PERIOD})
_TOTALS = re.compile(
    r"\b(deaths?|casualt\w+|toll|victims|killings|massacres|numbers|figures|bulletin|attacks|breaches"
    r"|violations|incidents|tally|statistics|overview|review|civilians|children|losses)\b"
)


@dataclass(slots=True)
class Account:
    """The course of one document: `whole` if its title or its first figure is one of a period.

    Inside such an account an attack that is told with its day keeps the figures beside it, until
    its paragraph ends.
    """

    books: ClauseBooks
    whole: bool | None = None
    segment: Segment | None = None
    told: bool = False

    def holds(self, segment: Segment) -> bool:
        """Whether a figure at this place, without a date of its own, is one of the period."""
        if segment is not self.segment:
            self.segment, self.told = segment, False
        return bool(self.whole) and not self.told and segment.kind in _OWN

    def learn(self, claims: Sequence[Claim]) -> None:
        """Takes note of the claims of one sentence."""
        for claim in claims:
            if self.whole is None and (claim.type in _COUNTING or claim.unit in _PERIODS):
                self.whole = self._is_of_period(claim)
            if claim.unit is Unit.INCIDENT and claim.type is ClaimType.CASUALTY_COUNT:
                self.told = True

    def _is_of_period(self, claim: Claim) -> bool:
        """Whether a first figure is one of a calendar period that the publisher itself counts."""
        own = claim.mode is Mode.OWN_VOICE or claim.mode is Mode.HEADLINE or len(claim.speakers) < 2
        periodic = self.books.aggregate.has("period", claim.quote)
        return own and periodic and claim.unit in _PERIODS


def open_account(document: Document, books: ClauseBooks) -> Account:
    """The account of a document; its title may say already that it is one of a period."""
    title = make_plain(document.title or "")
    period = books.aggregate.has("period", title) or _PERIOD_TITLE.search(title) is not None
    return Account(books, True if period and _TOTALS.search(title) is not None else None)


_PERIOD_TITLE = re.compile(
    r"\b(weekly|monthly|annual|quarterly|yearly|quarter|january|february|april|june|july|august"
    r"|september|october|november|december|(19|20)\d\d)\b"
)
