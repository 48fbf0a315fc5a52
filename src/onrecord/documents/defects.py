"""Text → defects: what was lost or bent on the way to us. A lost embed is unknown, not empty."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.documents.blocks import Block
from onrecord.model.document import Defect, Segment
from onrecord.model.vocabulary import SegmentKind

_TOLD = (SegmentKind.BODY, SegmentKind.UPDATE)
_LOST_GAP = 2
_PEOPLE = r"(?:people|persons|civilians|others|children|women|men|residents|fighters|soldiers|bodies|dead|injured|wounded)"
_NO_FIGURE = re.compile(
    rf"(?:[ \xa0]{{2,}}|(?<=[Aa]t least)[ \xa0]|(?<=as many as)[ \xa0]|(?<=a total of)[ \xa0])(?={_PEOPLE}\b)"
)
_COUNTING = re.compile(
    r"\b(?:at least|more than|less than|fewer than|nearly|about|some|total of|as many as|up to|killed|killing|injured"
    r"|injuring|wounded|wounding|kills|wounds|left|including|and)$",
    re.IGNORECASE,
)
_TORN = re.compile(r"[,.!?]”(?P<rest>[a-z]{2,})|(?<=[a-z])[,.!?]\"(?P<straight>[a-z]{2,})")
_SPOKEN = re.compile(
    r"(?:said|says?|saying|told|telling|adding|added|adds|wrote|writes|writing|according|he|she|it|they|we|but|and|as|a|an"
    r"|the|in|on|at|to|by|while|when|which|who|insist(?:s|ed|ing)|claim(?:s|ed|ing)|stat(?:es|ed|ing)|warn(?:s|ed|ing)"
    r"|report(?:s|ed|ing)|note[ds]?|noting|read|reads|tweeted|posted|explain(?:s|ed|ing)|continued|asked|replied|one|police)"
)
_EMBED = re.compile(
    r"pic\.twitter\.com/\w+|\[(?:[Ee]mbed|[Tt]weet|[Vv]ideo|iframe)[^\]\n]{0,80}\]"
    r"|Please enable Java[Ss]cript to watch this video"
)
_MOST_OF_A_KIND = 1_000


def find_defects(
    text: str, blocks: Iterable[Block], segments: Iterable[Segment]
) -> tuple[Defect, ...]:
    """The flaws of a text in order; at most a thousand of a kind."""
    blocks = list(blocks)
    parts = [segment for segment in segments if segment.in_ == "text"]
    found = [
        *_bound(_find_lost_embeds(text, parts)),
        *_bound(_find_missing_figures(text)),
        *_bound(_find_torn_words(text)),
        *_bound(_find_wraps(blocks)),
        *_bound(_find_hard_spaces(text, blocks)),
    ]
    return tuple(sorted(found, key=lambda defect: (defect.start, defect.end, defect.kind)))


def _bound(found: Iterator[Defect]) -> list[Defect]:
    return [defect for _, defect in zip(range(_MOST_OF_A_KIND), found, strict=False)]


def _spans(text: str, pattern: re.Pattern[str], kind: str) -> Iterator[Defect]:
    for match in pattern.finditer(text):
        yield Defect(kind=kind, start=match.start(), end=match.end())


def _find_lost_embeds(text: str, parts: list[Segment]) -> Iterator[Defect]:
    """Paragraphs that announce something which does not come, and marks that embeds leave."""
    yield from _spans(text, _EMBED, "lost_embed")
    for part, following in pairwise([*parts, None]):
        if part is None or part.kind not in _TOLD or text[part.end - 1] != ":":
            continue
        gap = text[part.end : following.start if following else len(text)]
        cut_off = following is None or following.kind not in _TOLD
        if cut_off or gap.count("\n") > _LOST_GAP:
            yield Defect(kind="lost_embed", start=part.end - 1, end=part.end + len(gap))


def _find_missing_figures(text: str) -> Iterator[Defect]:
    """Places where words that announce a number are followed by people without one."""
    for match in _NO_FIGURE.finditer(text):
        if _COUNTING.search(text, max(0, match.start() - 14), match.start()):
            yield Defect(kind="missing_figure", start=match.start(), end=match.end())


def _find_torn_words(text: str) -> Iterator[Defect]:
    for match in _TORN.finditer(text):
        rest = match["rest"] or match["straight"]
        straight = match["straight"] is not None
        if _SPOKEN.fullmatch(rest) or (straight and not _closes_quote(text, match.start() + 1)):
            continue
        yield Defect(kind="dropped_letter", start=match.start(), end=match.end())


def _closes_quote(text: str, at: int) -> bool:
    """Whether a straight quotation mark is the second of a pair in its paragraph."""
    start = text.rfind("\n", 0, at) + 1
    return text.count('"', start, at) % 2 == 1


def _find_wraps(blocks: list[Block]) -> Iterator[Defect]:
    for block in blocks:
        if block.wraps:
            yield Defect(kind="hard_wrap", start=block.wraps[0], end=block.wraps[-1] + 1)


def _find_hard_spaces(text: str, blocks: list[Block]) -> Iterator[Defect]:
    if "\xa0" not in text:
        return
    for block in blocks:
        first = text.find("\xa0", block.start, block.end)
        if first >= 0:
            last = text.rfind("\xa0", block.start, block.end)
            yield Defect(kind="nbsp", start=first, end=last + 1)
