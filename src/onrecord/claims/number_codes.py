"""Digits that are no counts: dates, times, telephone numbers, models, references, ordinals, scores."""

import re

from onrecord.claims.number_lexicon import GAP, any_of, table

_DATE = re.compile(
    r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])(?:t[0-9:.]+(?:z|[+-][0-9:]+)?(?!\w))?(?![\w-])"
    r"|[0-9]{1,2}([-/.])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})(?![\w-])"
)
_TIME = re.compile(
    r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
    r"|(?:[01]?[0-9]|2[0-4])[.h][0-5][0-9](?=\s?[ap]\.?m\b|h|\s?(?:gmt|utc)\b)"
    r"|(?:[01]?[0-9]|2[0-4])h[0-5][0-9](?!\w)"
    r"|(?:[01][0-9]|2[0-4])[0-5][0-9](?=\s?(?:gmt|utc|hrs|hours|local|z|est|edt|msk|cet|bst)\b)"
    r"|0[0-9][0-5][0-9](?![\w,.-])"
    r"|[0-9]{1,2}(?=\s?(?:[ap]\.m\b|[ap]m\b))"
)
_PHONE = re.compile(r"[0-9]{1,4}(?:[-. ()]{1,2}[0-9]{2,4}){2,6}(?![\w-])")
_GROUPED_PHONE = re.compile(r"[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}(?![\w-])")
_COUNTED = rf"(?!{GAP}{any_of(table('after')['count_nouns'])}(?!\w))"
_SHORT_PHONE = re.compile(rf"[0-9]{{3}}-[0-9]{{4}}(?![\w-]){_COUNTED}")
_HEIGHT = re.compile(r"[4-7]'[01]?[0-9](?![0-9])\"?")
_LONG = re.compile(r"[0-9]{8,}")
_ORDINAL = re.compile(r"[0-9]{1,4}(?:st|nd|rd|th)s?(?!\w)")
_DECADE = re.compile(r"(?:[0-9]{3})?[0-9]0's(?!\w)|(?:(?:18|19|20)[0-9]0|[0-9]0)s(?!\w)")
_SCORE = re.compile(rf"([0-9]{{1,3}})[-:]([0-9]{{1,3}})(?![\w:/-]|[.,][0-9]){_COUNTED}")
_YEARS = re.compile(r"((?:19|20)[0-9]{2})[-/]((?:19|20)?[0-9]{2})(?![\w-])")
_RANGE = re.compile(
    r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,9})?(?:k|m|bn)?-[0-9][0-9,]{0,20}(?:\.[0-9]{1,9})?(?:k|m|bn|%)?"
    r"(?!\w)(?!-[a-z0-9]{1,20}-?[0-9])(?!-[0-9])"
)
_CODE = re.compile(r"\w+(?:[-/.:_]\w+)*")
_LETTERS = re.compile(r"[^\W\d_]+(?!\w)")
_LATER_DIGITS = re.compile(r"-\w{0,40}?[0-9]")
_NUMBER_END = re.compile(r"[0-9]+(?:[,'\u00a0\u202f\u2009][0-9]{3}(?![0-9])){0,9}(?:\.[0-9]+)?")
_GLUED = frozenset(
    word for words in (*table("glued").values(), list(table("short_scales"))) for word in words
)
_YEAR_PREFIX = re.compile(rf"(?<!\w){any_of(table('years')['prefixes'])}-$")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.(?:com|org|net|html?|php)\b)\S*")
_ADDRESS_END = re.compile(r"\S*")
_LOOK_BACK = 200
_TELLTALE = frozenset("/=_%&?@.-~")


def read_code(folded: str, at: int) -> tuple[int, int, str] | None:
    """Start, end and kind of the digits at `at` where their very shape says that they count nothing."""
    return (
        _read_address(folded, at)
        or _read_glued_left(folded, at)
        or _read_shape(folded, at)
        or _read_glued_right(folded, at)
    )


def _read_address(folded: str, at: int) -> tuple[int, int, str] | None:
    if not at or (folded[at - 1] not in _TELLTALE and not folded[at - 1].isalpha()):
        return None
    start = at
    while start and at - start < _LOOK_BACK and not folded[start - 1].isspace():
        start -= 1
    end = at
    while end < len(folded) and end - at < _LOOK_BACK and not folded[end].isspace():
        end += 1
    chunk = folded[start:end]
    return (start, end, "code") if _is_address(chunk) else None


def _is_address(chunk: str) -> bool:
    return "://" in chunk or chunk.startswith("www.") or "@" in chunk or ".com/" in chunk


def _read_glued_left(folded: str, at: int) -> tuple[int, int, str] | None:
    """Digits behind letters or a letter and a hyphen: "AK-47", "CJTF-101", "MH17"."""
    if not at:
        return None
    before = folded[at - 1]
    if before == "+" and (phone := _PHONE.match(folded, at)):
        return at - 1, phone.end(), "phone"
    if before == "." and not folded[max(at - 2, 0)].isalnum():
        match = _CODE.match(folded, at)
        return at - 1, match.end() if match else at + 1, "model"
    glued = before.isalnum() or before == "_"
    hyphened = before in "-/" and at > 1 and folded[at - 2].isalnum()
    if not glued and not hyphened:
        return None
    if hyphened and _YEAR_PREFIX.search(folded[max(at - 6, 0) : at]):
        return None
    start = at - 1
    while start and at - start < 40 and (folded[start - 1].isalnum() or folded[start - 1] in "-/_"):
        start -= 1
    match = _CODE.match(folded, at)
    return start, match.end() if match else at + 1, "model"


_SHAPES = (
    (_DATE, "date"),
    (_GROUPED_PHONE, "phone"),
    (_SHORT_PHONE, "phone"),
    (_HEIGHT, "measure"),
    (_LONG, "code"),
    (_TIME, "time"),
    (_ORDINAL, "ordinal"),
    (_DECADE, "year"),
    (_YEARS, "year"),
)


def _read_shape(folded: str, at: int) -> tuple[int, int, str] | None:
    for pattern, kind in _SHAPES:
        match = pattern.match(folded, at)
        if match is not None:
            return at, match.end(), kind
    score = _SCORE.match(folded, at)
    if score is not None and (int(score[1]) >= int(score[2]) or ":" in score[0]):
        return at, score.end(), "score"
    return None


def _read_glued_right(folded: str, at: int) -> tuple[int, int, str] | None:
    """Digits before letters, slashes or more groups: "9M79", "2013-01-S-025", "3341/CS1996"."""
    number = _NUMBER_END.match(folded, at)
    if number is None:
        return None
    end = number.end()
    after = folded[end : end + 1]
    following = folded[end + 1 : end + 2]
    if after.isalpha() or after == "_":
        letters = _LETTERS.match(folded, end)
        if letters is not None and (letters[0] in _GLUED or len(letters[0]) > 3):
            return None
        return _whole(folded, at, "model")
    if after in ("/", ".", ":") and after and following.isalnum():
        return _whole(folded, at, "code")
    if after == "-" and following.isalnum():
        if _RANGE.match(folded, at) or (
            not following.isdigit() and not _LATER_DIGITS.match(folded, end)
        ):
            return None
        return _whole(folded, at, "code")
    return None


def _whole(folded: str, at: int, kind: str) -> tuple[int, int, str]:
    match = _CODE.match(folded, at)
    return at, match.end() if match else at + 1, kind
