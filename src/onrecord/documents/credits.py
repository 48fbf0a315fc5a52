"""Photo credits: whether words name who made a picture, and where a caption ends and they begin."""

import re

_MAKERS = (
    r"(?:AFP|AP|EPA|UPI|Reuters|REUTERS|Getty(?: Images)?|Xinhua|Anadolu(?: Agency)?|AA|Shutterstock|Thinkstock"
    r"|iStock(?:photo)?|Flickr|Wikimedia(?: Commons)?|Wikipedia|Alamy|Corbis|Magnum(?: Photos)?|SOPA(?: Images)?"
    r"|NurPhoto|Zuma(?: Press)?|TASS|Sputnik|dpa|PA Wire|Bloomberg|Google(?: Maps)?|MGN Online)"
)
_PICTURE = r"(?:photos?|images?|pictures?|pics?|illustrations?|file photo|handout|screen ?(?:grab|shot)s?|video|archives?|courtesy|credits?)"
_NAME = re.compile(
    r"(?:[A-Z0-9@©][\w.’'&@/-]*|of|the|by|via|for|and|from|on|courtesy|photo|file|[/&|,—–-]+)"
)
_SLASHED = re.compile(r"[A-Z][\w.’' -]{1,40}\s?/\s?[A-Z][\w.’' -]{1,40}(?:/.{1,30})?")
_MAKER = re.compile(rf"(?:{_MAKERS})(?:[ /,]+(?:{_MAKERS}|{_PICTURE}))*", re.IGNORECASE)
_STARTS = re.compile(
    rf"(?:{_PICTURE})\b(?:\s*(?:by|courtesy(?: of)?|credit|from|:|—|–|-))?\s*[:—–-]?\s*",
    re.IGNORECASE,
)
_ENDS = re.compile(rf".{{1,60}}\b(?:{_PICTURE}|{_MAKERS})\.?$", re.IGNORECASE)
_STATION = re.compile(r"[Ss]ource:\s*[A-Z0-9/ -]{2,30}")
_YEARED = re.compile(r"(?:©|\(c\)|copyright)\s?.{2,60}", re.IGNORECASE)
_AGENCY = re.compile(_MAKERS)
_PAREN = re.compile(r"[(\[]([^()\[\]\n]{2,90})[)\]]\.?$")
_OPEN_TAIL = re.compile(
    r"\s(?:View Full Caption\s+\S.{0,60}|(?:Photo|Image|Picture|Photograph)s?(?: credit)?(?: by|:| courtesy of)\s?.{2,80}"
    r"|(?:Photo c|C)redits?: .{2,80}|Courtesy(?: of|:) .{2,80})$"
)
_TAIL_LABEL = re.compile(r"\s(?:View Full Caption|[\w ]{0,24}?(?:by|of|:))\s?")
_PUBLISHED = re.compile(r"published\s.{6,60}", re.IGNORECASE)


def is_names(words: str, *, at_most: int = 8) -> bool:
    """Whether words are nothing but names: of people, agencies, stations."""
    tokens = words.split()
    named = [token for token in tokens if _NAME.fullmatch(token.strip(".,;:()"))]
    return 0 < len(tokens) <= at_most and len(named) == len(tokens)


def is_agency(words: str) -> bool:
    """Whether words are the name of a picture or news agency alone."""
    return _AGENCY.fullmatch(words.strip()) is not None


def is_credit(words: str) -> bool:
    """Whether words in brackets credit a picture."""
    words = words.strip()
    if len(words.split()) > 12:
        return False
    if any(form.fullmatch(words) for form in (_MAKER, _STATION, _YEARED, _SLASHED)):
        return True
    started = _STARTS.match(words)
    if started and is_names(words[started.end() :] or "AP"):
        return True
    return _ENDS.match(words) is not None and is_names(words)


def find_credit(words: str) -> tuple[int, str] | None:
    """Where a credit at the end begins, and its words without brackets; `None` without one."""
    paren = _PAREN.search(words, max(0, len(words) - 100))
    if paren and (is_credit(paren[1]) or _PUBLISHED.fullmatch(paren[1])):
        return paren.start(), paren[1].strip()
    tail = _OPEN_TAIL.search(words, max(0, len(words) - 120))
    if tail is None:
        return None
    label = _TAIL_LABEL.match(tail[0])
    named = tail[0][label.end() :] if label else tail[0]
    return (tail.start(), tail[0].strip()) if is_names(named) else None


def is_station(words: str) -> bool:
    """Whether words are `Source: KXYZ`: a station's credit, or a monitor's source."""
    return _STATION.fullmatch(words.strip()) is not None


def only_credit(words: str) -> bool:
    """Whether few words are left over from pictures: makers' names and words for picture."""
    left = re.sub(rf"(?:{_MAKERS}|\b{_PICTURE}\b)", " ", words, flags=re.IGNORECASE)
    return not left.strip(" .,:;/()[]—–-©|")
