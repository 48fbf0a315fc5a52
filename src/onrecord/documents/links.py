"""Related links: headlines of other articles that stand between the paragraphs of this one."""

import re
from dataclasses import replace

from onrecord.documents.cutting import Cutting
from onrecord.documents.datewords import MONTHS
from onrecord.documents.piece import BODY, BOILERPLATE, LINK, Piece

_MARKS = r"[►▶▸»>+*•·\-–—\[( ]*"
_STRONG = (
    r"read (?:more|also|next|this|it)|also read|also see|see also|must[- ]read|don[’']t miss"
    r"|related(?: (?:story|stories|articles?|coverage|news|content|links?|videos?|posts?|topics?))?"
    r"|more (?:on|from|in|coverage|stories|news|headlines)\b[^:\n]{0,40}|further reading|recommended(?: for you)?"
    r"|previous (?:story|coverage)|past coverage|you (?:may|might) also like|trending(?: stories| now)?"
    r"|read [^:\n]{0,20}(?:stories|coverage)[^:\n]{0,30}|most (?:read|popular|viewed)|top (?:stories|videos)"
    r"|in other news|latest (?:stories|headlines|news)|more (?:top )?\w+ (?:news|stories|headlines|videos)\b[^:\n]{0,20}|more top [^:\n]{0,40}|you may be interested in"
)
_WEAK = r"read|watch(?: live| video| more| now)?|more|(?:raw )?video|photos|gallery|slideshow|listen|flashback"
_STRONG_LABEL = re.compile(rf"{_MARKS}(?:{_STRONG})\s?(?:[:|»>]+|\s[–—-]+\s)\s*", re.IGNORECASE)
_WEAK_LABEL = re.compile(rf"{_MARKS}(?:{_WEAK})\s?(?:[:|»>]+|\s[–—-]+\s)\s*", re.IGNORECASE)
_HEADING = re.compile(rf"[*(\[ ]*(?:{_STRONG})\s*[:.)\]*»>]*", re.IGNORECASE)
_BULLET = re.compile(r"[+►▶▸»]\s*(?=[A-Z\"“‘'\d])")
_DURATION = re.compile(r"\d{1,2}:\d\d\s+(?=[A-Z\"“‘'\d])")
_DATED = re.compile(
    rf"(?P<site>[A-Z][\w’'&.]*(?: [\w’'&.-]+){{0,5}}), (?P<date>(?:{MONTHS} \d{{1,2}}|\d{{1,2}} {MONTHS})(?:,? \d{{4}})?)"
    r"\s?[:–—-]\s+(?P<headline>\S.*)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;,:][\"”’')\]]*$")
_BRACKETED = re.compile(r"\[[A-Z\"“‘'\d][^\[\]]{12,200}[^.\]]\]")
_SPOKEN_END = ('."', ".”")
_MOST_WORDS = 26


def take_link(cutting: Cutting) -> None:
    """Know a link by its label, its dated site name, its bullet or its running time.

    The first line of a text has no link label: `VIDEO:` there stands before the title.
    """
    words = cutting.words
    if len(words.split()) > _MOST_WORDS:
        return
    dated = _DATED.fullmatch(words)
    if dated and is_headline(dated["headline"]) and _in_title_case(dated["headline"]):
        cutting.settle(LINK, "dated_link", dated=dated["date"])
        return
    if cutting.whole and len(words) < 60 and _HEADING.fullmatch(words):
        cutting.settle(BOILERPLATE, "related_heading")
        return
    label = None if cutting.first and cutting.whole else _label(words)
    if label is not None and words[label.end() :].strip():
        cutting.take_front(label.end(), "link_label")
        cutting.settle(LINK, "labelled_link")
    elif _is_listed(words):
        cutting.settle(LINK, "listed_link")


def mark_listed(text: str, pieces: list[Piece]) -> list[Piece]:
    """Turn the headlines that follow a heading such as `RELATED STORIES` into links."""
    listing = False
    marked: list[Piece] = []
    for piece in pieces:
        words = text[piece.start : piece.end]
        if piece.rule == "related_heading":
            listing = True
        elif listing and piece.kind is BODY and is_headline(words) and not piece.inline:
            piece = replace(piece, kind=LINK, rule="listed_link")
        elif piece.kind is not LINK:
            listing = False
        marked.append(piece)
    return marked


def is_headline(words: str) -> bool:
    """Whether words could be a headline: few, and no full stop at the end."""
    return 2 <= len(words.split()) <= _MOST_WORDS and _STOP.search(words) is None


def _is_listed(words: str) -> bool:
    """Whether a line is marked as one of a list of headlines or videos."""
    if len(words.split()) >= 4 and _BRACKETED.fullmatch(words):
        return True
    if _DURATION.match(words) and words.endswith(_SPOKEN_END):
        return True
    return bool(_BULLET.match(words) or _DURATION.match(words)) and is_headline(words)


def _label(words: str) -> re.Match[str] | None:
    strong = _STRONG_LABEL.match(words)
    if strong is not None:
        return strong
    weak = _WEAK_LABEL.match(words)
    return weak if weak is not None and is_headline(words[weak.end() :]) else None


def _in_title_case(words: str) -> bool:
    long = [word for word in re.findall(r"[A-Za-z][\w’'-]*", words) if len(word) > 3]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)
