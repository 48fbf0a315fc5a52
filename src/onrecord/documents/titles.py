"""Titles: the first line when it is one, and the title said again at the start of the text."""

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.documents.credits import only_credit
from onrecord.documents.datewords import find_dates
from onrecord.documents.piece import BODY, BOILERPLATE, CAPTION, TITLE, Piece

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[^.][.;,:][\"”’')\]]*$")
_STARTS = re.compile(r"[\"“‘'«(\[]?(?:[A-Z0-9]|[^\W\d_a-zA-Z])")
_MARKDOWN = re.compile(r"#{1,2}\s+(?=\S)")
_ISSUER = re.compile(
    r"(?:[A-Z][\w’'&.-]*[ ]?){0,6}\b(?:Command|Headquarters|Ministry|Department|Directorate|Task Force|Press Service"
    r"|Public Affairs(?: Office)?|Information (?:Center|Centre|Office)|Media Office|Press Office|Office|Agency|Mission)"
    r"(?: (?:of|for)(?: the)? [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,3})?(?: (?:North|South|East|West|Southwest|Capital))?(?:\s*[-–—,]\s*[A-Z]\w+(?: [A-Z]\w+)?)?"
)
_SITE_TAIL = re.compile(r"\s[-|–—:·»]\s[^-|–—]{2,80}$")
_MOST_WORDS, _MOST_CHARACTERS = 30, 220
_REPEATED_WITHIN = 8
_HEADERS = ("release", "dateline", "issuer")
_TWO_SENTENCES = re.compile(r"[a-z)]{2,}\.[\"”’]? [A-Z]")
_SHARED = 0.4


def mark_repeats(text: str, pieces: list[Piece], title: str | None) -> list[Piece]:
    """Turn a title said again near the top into boilerplate: it is read once."""
    told = _title_words(title) if title else None
    marked = list(pieces)
    for number, piece in enumerate(pieces[:_REPEATED_WITHIN]):
        words = text[piece.start : piece.end]
        if told and _says(told, words):
            marked[number] = piece.turned(BOILERPLATE, "repeated_title")
        elif told is None and piece.kind is TITLE:
            told = _title_words(words)
    return marked


def mark_title(text: str, pieces: list[Piece], title: str | None) -> list[Piece]:
    """Turn the first line into the title where it is one and a report follows.

    Where a title was given apart, only a line that shares much of it is another wording of it.
    """
    for number, piece in enumerate(pieces[:4]):
        if piece.kind is not BODY:
            continue
        following = [other for other in pieces[number + 1 :] if other.kind is BODY]
        told = _shares(title, text[piece.start : piece.end]) if title else True
        together = number + 1 < len(pieces) and pieces[number + 1].inline
        if not told or together or not _is_title(text, piece, following):
            return pieces
        heading = _MARKDOWN.match(text, piece.start, piece.end)
        start = heading.end() if heading else piece.start
        first = replace(piece, start=start, kind=TITLE, rule="first_line")
        mark = (
            [replace(piece, end=piece.start + 1, kind=BOILERPLATE, rule="separator")]
            if heading
            else []
        )
        return [*pieces[:number], *mark, first, *pieces[number + 1 :]]
    return pieces


def mark_issuer(text: str, pieces: list[Piece]) -> list[Piece]:
    """Turn the issuing office above a release number into boilerplate."""
    marked = list(pieces)
    for number in reversed(range(min(4, len(pieces) - 1))):
        piece, following = pieces[number], marked[number + 1]
        words = text[piece.start : piece.end]
        if following.rule in _HEADERS and piece.kind is BODY and _ISSUER.fullmatch(words):
            marked[number] = piece.turned(BOILERPLATE, "issuer")
    return marked


def mark_doubles(text: str, pieces: list[Piece]) -> list[Piece]:
    """Turn the text behind an image, which says a caption twice, into boilerplate."""
    marked = list(pieces)
    for number, (piece, following) in enumerate(pairwise(pieces)):
        words, again = text[piece.start : piece.end], text[following.start : following.end]
        if _is_alternative(words, again):
            marked[number] = piece.turned(BOILERPLATE, "alt_text")
            kind = BOILERPLATE if len(words.split()) <= 8 else CAPTION
            marked[number + 1] = following.turned(kind, "alt_text")
        elif piece.kind is BODY and marked[number] is piece and _says_twice(words):
            marked[number] = piece.turned(BOILERPLATE, "alt_text")
    return marked


def _is_title(text: str, piece: Piece, following: list[Piece]) -> bool:
    words = text[piece.start : piece.end]
    if not following or piece.inline:
        return False
    if _MARKDOWN.match(words):
        return True
    count = len(words.split())
    if not 3 <= count <= _MOST_WORDS or len(words) > _MOST_CHARACTERS or "\n" in words:
        return False
    if _TWO_SENTENCES.search(words):
        return False
    if _STOP.search(words) or not _STARTS.match(words) or any(f.on for f in find_dates(words[:20])):
        return False
    bodies = (text[other.start : other.end] for other in following)
    body = next((other for other in bodies if other != words), "")
    return len(body.split()) >= 8 or _STOP.search(body) is not None


def _shares(title: str, words: str) -> bool:
    """Whether a line shares much of its longer words with the title."""
    one = {word for word in _title_words(title) if len(word) > 3}
    other = {word for word in _title_words(words) if len(word) > 3}
    return len(one & other) >= max(2, _SHARED * min(len(one), len(other)))


def _title_words(title: str) -> list[str]:
    return _WORD.findall(title.casefold())


def _says(title: list[str], words: str) -> bool:
    """Whether a line says the title, whole, or cut off, or without the name of the site."""
    if len(words) > 400 or len(title) < 2:
        return False
    said = _WORD.findall(words.casefold())
    if said == title:
        return True
    shorter, longer = sorted((said, title), key=len)
    part = len(shorter) >= 4 and longer[: len(shorter)] == shorter
    if not part:
        return False
    cut_off = words.rstrip().endswith(("…", "...")) and shorter == said
    without_site = _SITE_TAIL.sub("", words) != words and len(said) - len(title) <= 8
    return (
        cut_off
        or without_site
        or (shorter == said and len(shorter) >= 0.6 * len(title) and _STOP.search(words) is None)
    )


def _is_alternative(words: str, again: str) -> bool:
    if len(words.split()) > 40 or not again.startswith(words) or words == again:
        return False
    rest = again[len(words) :].strip()
    return len(rest.split()) <= 5 and _STOP.search(words) is None and only_credit(rest)


def _says_twice(words: str) -> bool:
    """Whether a line is a name said twice, with a credit perhaps."""
    tokens = words.split()
    if not 4 <= len(tokens) <= 24 or _STOP.search(words):
        return False
    for count in range(2, min(7, len(tokens) // 2 + 1)):
        first, second, rest = tokens[:count], tokens[count : 2 * count], tokens[2 * count :]
        named = all(word[0].isupper() for word in first)
        if (
            first == second
            and named
            and all(word[0].isupper() or word[0] == "(" or word in ("and", "&") for word in rest)
        ):
            return True
    return False
