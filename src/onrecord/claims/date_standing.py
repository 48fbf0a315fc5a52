"""A date in its sentence → whether it is the day of what happened, of words about it, or of neither.

"Police arrested two men on Friday over Monday's attack": Monday is the day of the attack, Friday
that of an arrest. Only the words right beside a date are asked.
"""

import re
from enum import IntEnum

from onrecord.claims.number_lexicon import any_of, read_toml
from onrecord.claims.patterns import make_plain

_WORDS = read_toml("en_dates")["standing"]
_BEFORE, _AFTER = 90, 70


class Standing(IntEnum):
    """How near a date is to the deed of its clause, nearest first.

    `NAMED`: part of a name for the attack ("Monday's strike"). `PLAIN`: nothing else is said.
    `ASIDE`: the day of words, arrests or tolls ("said on Friday"). `OTHER`: of another event, or
    one compared with ("than in May").
    """

    NAMED = 0
    PLAIN = 1
    ASIDE = 2
    OTHER = 3


# A word between a date and the noun that it names: no preposition, verb of being or conjunction.
_LOOSE = rf"(?:(?!(?:{any_of(_WORDS['breaking'])})\b)[\w'-]+\s+){{0,3}}?"
_ATTACK = re.compile(rf"(?:'s)?\s+{_LOOSE}(?:{any_of(_WORDS['attacks'])})(?:e?s)?\b")
_EVENT = re.compile(rf"(?:'s)?\s+{_LOOSE}(?:{any_of(_WORDS['events'])})(?:e?s)?\b")
_OWNER = re.compile(r"\b(?:the|a|an|last|this|its|their|his|her|since|after|before)\s+$")
_LED = re.compile(r"(?:the|before|after|since|until|till|by)\s")
_LEAN = r"(?:(?:on|in|late|early|earlier|later|by|since|at|as of|from|here|again|also|the|last|this)\s+)*"
_COMPARED = re.compile(
    rf"\b(?:than|compared (?:to|with)|versus|vs\.?|unlike|as against|relative to|as (?:it was )?in|(?:up|down) from(?: \S+)?)\s+"
    rf"(?:(?:in|on|during|for|the|whole|all|of|same|period|month|year|week|that|a|any)\s+)*{_LEAN}$"
)
_SAID = re.compile(
    rf"\b(?:{any_of(_WORDS['saying'])}|(?<!was )(?<!were )(?<!been )report(?:s|ed|ing))\s+(?:(?:{any_of(_WORDS['hearers'])})\s+)?{_LEAN}$"
)
_TOLL = re.compile(
    rf"\b(?:{any_of(_WORDS['rising'])})\s+(?:further\s+|sharply\s+)?(?:to|at|by)\s+(?:\w+\s+){{0,2}}?[\w,-]+\s+{_LEAN}$"
)
# "Arrested two men in Vell on Friday": no word of a deed stands between the court's word and the date.
_DEED = any_of([word for word in _WORDS["attacks"] if word not in _WORDS["crimes"]])
_OTHER_DEED = (
    rf"(?:{_DEED}|killed|shot|wounded|injured|died|dead|after|who|that|when|where|since|over)"
)
_TRIED = re.compile(
    rf"\b(?:{any_of(_WORDS['court'])})\b(?:(?!\b{_OTHER_DEED}\b)[^.;:]){{0,60}}?\s{_LEAN}$"
)
_TRIED_NEXT = re.compile(
    rf",?\s+(?:(?!(?:{_OTHER_DEED})\b)[\w'-]+\s+){{1,4}}?(?:(?:was|were|has been|have been)\s+(?:\w+ly\s+)?)?(?:{any_of(_WORDS['court'])})\b"
    r"(?!\s+and\s)"
)
_SAYS_NEXT = re.compile(
    rf"(?:\s+(?:morning|afternoon|evening|night))?\s+(?:also |formally |officially )?(?:{any_of(_WORDS['saying'])})\b"
)


def standing_of(text: str, start: int, end: int) -> Standing:
    """How the date at `[start, end)` of a text stands to the deed of its clause."""
    before = make_plain(text[max(0, start - _BEFORE) : start])
    after = make_plain(text[end : end + _AFTER])
    if _COMPARED.search(before):
        return Standing.OTHER
    led = _LED.match(make_plain(text[start:end])) is not None
    owning = led or after.startswith("'s") or _OWNER.search(before) is not None
    if owning and _ATTACK.match(after):
        return Standing.NAMED
    if owning and _EVENT.match(after):
        return Standing.OTHER
    if _SAID.search(before) or _TOLL.search(before) or _SAYS_NEXT.match(after):
        return Standing.ASIDE
    if _TRIED.search(before) or _TRIED_NEXT.match(after):
        return Standing.ASIDE
    return Standing.PLAIN
