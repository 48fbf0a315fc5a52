"""A whole document → the family names of the people it names, which are no places.

"Robert Senn Darlow, 19, was charged" names a person, so that "Darlow" below is no town of that name.
"""

import re
from collections.abc import Iterator

from onrecord.claims.name_keys import name_key

_WORD = r"[A-Z][a-zà-ÿ]+(?:['’-][A-Za-z]?[a-zà-ÿ]+)?"
_INITIAL = r"(?: [A-Z]\.?| [“\"'‘(][A-Z][\w ]{1,20}[”\"'’)])?"
_FULL = rf"(?P<name>{_WORD}{_INITIAL}(?: {_WORD}){{1,2}})(?:,? (?:Jr|Sr|II|III)\b\.?)?"
_DONE = (
    r"(?:(?:was|is|has been|had been|were) (?:\w+ly )?(?:shot|killed|stabbed|arrested|charged|pronounced"
    r"|taken|identified|booked|convicted|sentenced|wounded|injured|hit|struck|found|airlifted|rushed)"
    r"|died|said|says|told|pleaded|pled|faces|suffered)"
)
_ROLE = (
    r"(?:suspect|victim|gunman|shooter|detective|officer|deputy|sergeant|captain|lieutenant|sheriff"
    r"|coroner|spokes(?:man|woman|person)|judge|attorney|prosecutor|chief|Mr\.|Mrs\.|Ms\.|Sgt\.|Lt\."
    r"|Cpl\.|Capt\.|Det\.|Dr\.|Officer|Deputy|Sheriff|Detective|Chief|Judge|Coroner|Sergeant|Captain"
    r"|Lieutenant|Spokesman|Spokeswoman|identified as|named|called)"
)
_FORMS = (
    re.compile(rf"\b{_FULL},? (?:aged? )?\d{{1,3}}(?=[,.;)]| of\b| was\b)"),
    re.compile(rf"\b\d{{1,3}}-year-old (?:[a-z]+ )?{_FULL}"),
    re.compile(rf"\b{_FULL} {_DONE}\b"),
    re.compile(rf"\b{_ROLE} {_FULL}"),
)
# What two capital words also name: streets, offices, teams.
_NO_FAMILY = frozenset(
    {"county", "city", "police", "department", "street", "avenue", "road", "drive", "park", "school",
     "hospital", "center", "centre", "office", "court", "university", "college", "news", "state",
     "station", "council", "river", "island", "beach", "lake", "ministry", "army", "village", "town"}
)  # fmt: skip


def find_family_names(text: str) -> Iterator[tuple[str, str]]:
    """The full name of each person named with an age, an office or a deed, and the key of its last word."""
    for form in _FORMS:
        for match in form.finditer(text):
            full = match["name"]
            last = full.split()[-1]
            if last.lower() not in _NO_FAMILY:
                yield full, name_key(last)
