"""A stretch of text on its way to becoming a segment."""

from dataclasses import dataclass, replace

from onrecord.model.document import Segment
from onrecord.model.vocabulary import SegmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one paragraph; `rule` says what made it other than body.

    `inline` tells that it stands in the same paragraph as the piece before it.
    """

    start: int
    end: int
    kind: SegmentKind = SegmentKind.BODY
    rule: str | None = None
    label: str | None = None
    dated: str | None = None
    stamp: int | None = None
    inline: bool = False

    def turned(self, kind: SegmentKind, rule: str) -> "Piece":
        """The same stretch as another kind, by that rule."""
        return replace(self, kind=kind, rule=rule)

    def segment(self, order: int) -> Segment:
        """The segment at that place in reading order."""
        return Segment(
            kind=self.kind,
            start=self.start,
            end=self.end,
            order=order,
            stamp=self.stamp,
            dated=self.dated,
            label=self.label,
            rule=self.rule,
        )


BODY = SegmentKind.BODY
BOILERPLATE = SegmentKind.BOILERPLATE
CAPTION = SegmentKind.CAPTION
LINK = SegmentKind.RELATED_LINK
TITLE = SegmentKind.TITLE
UPDATE = SegmentKind.UPDATE
