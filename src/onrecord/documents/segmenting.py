"""Text → segments: title, captions, updates, body, related links, and what is no reporting."""

from collections.abc import Callable

from onrecord.documents.appeals import mark_appeals
from onrecord.documents.blocks import Block
from onrecord.documents.captions import spot_scene, take_caption_label, take_credit, take_double
from onrecord.documents.chrome import head_chrome, tail_chrome, whole_chrome
from onrecord.documents.cutting import Cutting
from onrecord.documents.datelines import take_dateline, take_posted
from onrecord.documents.links import mark_listed, take_link
from onrecord.documents.piece import BOILERPLATE, Piece
from onrecord.documents.titles import mark_doubles, mark_issuer, mark_repeats, mark_title
from onrecord.documents.updates import order_updates, take_update_label
from onrecord.model.document import Segment
from onrecord.model.vocabulary import SegmentKind


def segment_text(text: str, blocks: list[Block], *, title: str | None) -> tuple[Segment, ...]:
    """The segments of a document in the order of its text; `order` is the order of reading.

    Everything that is not blank lies in exactly one segment; labels and credits are boilerplate
    segments of their own, and their words are the `label` of the segment that they belong to.
    """
    pieces: list[Piece] = []
    for number, block in enumerate(blocks):
        pieces += cut_block(text, block, number=number)
    pieces = mark_doubles(text, pieces)
    pieces = mark_issuer(text, pieces)
    pieces = mark_repeats(text, pieces, title)
    pieces = mark_title(text, pieces, title)
    pieces = mark_repeats(text, pieces, title) if title is None else pieces
    pieces = mark_appeals(text, mark_listed(text, pieces))
    placed = order_updates(text, pieces)
    shift = 1 if title else 0
    head = [_title_segment(title)] if title else []
    return (*head, *(piece.segment(order + shift) for order, piece in placed))


def cut_block(text: str, block: Block, *, number: int) -> list[Piece]:
    """One paragraph as pieces: labels, chrome and credits off its ends, and what is left."""
    cutting = Cutting(text, block, number=number)
    for step in _STEPS:
        step(cutting)
        if cutting.settled:
            break
    return cutting.pieces()


def _drop_whole(cutting: Cutting) -> None:
    rule = whole_chrome(cutting.words)
    if rule is not None:
        cutting.settle(BOILERPLATE, rule)


def _take_heads(cutting: Cutting) -> None:
    found = head_chrome(cutting.words[:400])
    if found is not None:
        cutting.take_front(*found)
        if cutting.start >= cutting.end:
            cutting.settled = True


def _take_tails(cutting: Cutting) -> None:
    found = tail_chrome(cutting.words)
    if found is not None:
        at, rule = found
        words = cutting.take_back(at, rule)
        cutting.label = cutting.label or (words if rule == "credit" else None)


def _title_segment(title: str) -> Segment:
    return Segment(kind=SegmentKind.TITLE, start=0, end=len(title), in_="title")


_STEPS: tuple[Callable[[Cutting], None], ...] = (
    take_posted,
    _drop_whole,
    _take_heads,
    take_update_label,
    take_link,
    take_dateline,
    take_caption_label,
    _take_tails,
    take_credit,
    take_double,
    spot_scene,
)
