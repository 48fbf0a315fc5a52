"""One paragraph being cut: what was taken off its front and its end, and what is left."""

from dataclasses import replace

from onrecord.documents.blocks import BLANK, Block
from onrecord.documents.piece import BOILERPLATE, Piece
from onrecord.model.vocabulary import SegmentKind

_EARLY_BLOCKS = 6


class Cutting:
    """A paragraph between two knives; `number` is its place among the paragraphs, from 0."""

    def __init__(self, text: str, block: Block, *, number: int = 0) -> None:
        self.text = text
        self.start = block.start
        self.end = block.end
        self.first = number == 0
        self.early = number < _EARLY_BLOCKS
        self.kind = SegmentKind.BODY
        self.rule: str | None = None
        self.label: str | None = None
        self.dated: str | None = None
        self.settled = False
        self._front: list[Piece] = []
        self._back: list[Piece] = []

    @property
    def words(self) -> str:
        """What is left of the paragraph."""
        return self.text[self.start : self.end]

    @property
    def whole(self) -> bool:
        """Whether nothing was taken off yet."""
        return not self._front and not self._back

    def settle(self, kind: SegmentKind, rule: str, *, dated: str | None = None) -> None:
        """Say what the rest is; nothing more is cut."""
        self.kind, self.rule, self.dated, self.settled = kind, rule, dated, True

    def mark(self, kind: SegmentKind, rule: str) -> None:
        """Say what the rest is; its ends may still be cut."""
        self.kind, self.rule = kind, rule

    def take_front(self, characters: int, rule: str) -> str:
        """Take that many characters off the front as boilerplate; gives their words."""
        stop = self.start + characters
        words = self.text[self.start : stop].rstrip(BLANK)
        self._front.append(self._piece(self.start, self.start + len(words), rule))
        rest = self.text[stop : self.end]
        self.start = stop + len(rest) - len(rest.lstrip(BLANK))
        return words

    def take_back(self, characters: int, rule: str) -> str:
        """Take everything after that many characters off the end; gives its words."""
        at = self.start + characters
        words = self.text[at : self.end].lstrip(BLANK)
        self._back.insert(0, self._piece(self.end - len(words), self.end, rule))
        self.end = self.start + len(self.text[self.start : at].rstrip(BLANK))
        return words

    def pieces(self) -> list[Piece]:
        """Everything in order; the first piece stands alone, the others are inline."""
        rest = Piece(
            start=self.start,
            end=self.end,
            kind=self.kind,
            rule=self.rule,
            label=self.label,
            dated=self.dated,
        )
        cut = [*self._front, *([rest] if self.end > self.start else []), *self._back]
        return [replace(piece, inline=number > 0) for number, piece in enumerate(cut)]

    def _piece(self, start: int, end: int, rule: str) -> Piece:
        return Piece(start=start, end=end, kind=BOILERPLATE, rule=rule)
