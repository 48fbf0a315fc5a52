"""Appeals: a letter to readers that follows a report, from its salutation to its last button."""

import re

from onrecord.documents.chrome import reports_harm
from onrecord.documents.piece import BODY, BOILERPLATE, Piece

_OPENS = re.compile(
    r"(?i)(?:an? (?:important )?(?:message|note|appeal|letter|word) (?:from|to)\b.{0,60}"
    r"|dear (?:readers?|friends?|supporters?|subscribers?)\b.{0,20}|before you go\b.{0,80}"
    r"|(?:support|help|save|fund) (?:us|our|independent|free|quality)\b.{0,80}"
    r"|(?:we|this site|our newsroom) (?:need|rely|depend)s? (?:on )?(?:your|readers)\b.{0,160}"
    r"|why (?:we|support)\b.{0,60}|now more than ever\b.{0,160})"
)
_OURS = re.compile(
    r"(?i)\b(?:we|we[’']re|us|our|ours|you|you[’']re|your)\b|\bjournalis(?:m|ts?)\b|remind me later|no thanks"
)
_ASKS = re.compile(
    r"(?i)\b(?:support us|your (?:support|help|donation|contribution|subscription)|donat(?:e|ion|ions)|subscrib(?:e|ing)"
    r"|become a (?:member|supporter|patron)|every contribution|reader[- ](?:funded|supported)|by supporting|support our)\b"
)
_QUOTED = re.compile(r"^[\"“]")
_SHORT_WORDS = 4


def mark_appeals(text: str, pieces: list[Piece]) -> list[Piece]:
    """Turn a run of paragraphs that address the reader and ask for support into boilerplate."""
    marked = list(pieces)
    number = 0
    while number < len(pieces):
        end = _appeal_end(text, pieces, number)
        marked[number:end] = [
            piece.turned(BOILERPLATE, "appeal") if piece.kind is BODY else piece
            for piece in pieces[number:end]
        ]
        number = max(end, number + 1)
    return marked


def _appeal_end(text: str, pieces: list[Piece], number: int) -> int:
    """Where the appeal that opens here ends; the same number when none opens here."""
    opening = text[pieces[number].start : pieces[number].end]
    if pieces[number].kind is not BODY or len(opening) > 300 or not _OPENS.match(opening):
        return number
    end = number + 1
    while end < len(pieces) and _belongs(text, pieces[end]):
        end += 1
    words = text[pieces[number].start : pieces[end - 1].end]
    return end if _ASKS.search(words) else number


def _belongs(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end]
    if piece.kind is not BODY:
        return piece.kind is BOILERPLATE
    if reports_harm(words) or _QUOTED.match(words):
        return False
    return len(words.split()) <= _SHORT_WORDS or _OURS.search(words) is not None
