"""Words → how old a person is: "7-year-old", "(aged 7)", ", 7,", "three weeks old"."""

import re

from onrecord.model.vocabulary import Age

_UNITS = ("years?", "yrs?", "months?", "weeks?", "days?")
_SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ADULT = 18
# Not the last part of "thirty-five".
_NUMBER = rf"(?:(?<![\w-])(?:\d{{1,3}}|{'|'.join(_SMALL)})(?!\w))"
_OTHER = rf"(?:\d{{1,3}}|{'|'.join(_SMALL)})(?!\w)"
_SPAN = rf"{_NUMBER}(?:[ -]{{0,2}}(?:or|to|and|-)[ -]{{0,2}}{_OTHER})?"
_OLD = rf"{_SPAN}[ -]{{0,2}}(?:{'|'.join(_UNITS)})[ -]{{0,2}}old"

# An age before a person: "7-year-old", "aged seven".
BEFORE = rf"(?:{_OLD}|aged? {_SPAN})"
# An age right before a capital is that of the name that follows, whatever the case is read as.
_NO_NAME = r"(?![ -]{1,2}(?-i:[A-Z]))"
# An age behind a person: "(7)", "(aged 7 years)", ", 7,", ", aged 7".
BEHIND = (
    rf"(?: ?\((?:aged? )?(?:between )?{_SPAN}(?: ?(?:{'|'.join(_UNITS)}))?(?: old| of age)?\)"
    rf"|,? (?:who (?:was|is) )?(?:{_OLD}|aged? {_SPAN}){_NO_NAME}|, {_SPAN}(?=[,;.]| and | \())"
)
_FIRST = re.compile(_NUMBER)
_YOUNGER = re.compile(r"\b(?:months?|weeks?|days?)\b|\d(?:months?|weeks?|days?)")


def read_age(words: str) -> Age:
    """Child or adult by the words of an age; unknown if they hold no number."""
    lowered = words.lower()
    found = _FIRST.search(lowered)
    if found is None:
        return Age.UNKNOWN
    if _YOUNGER.search(lowered.replace("-", " ")) is not None:
        return Age.CHILD
    said = found[0]
    years = int(said) if said.isdigit() else _SMALL.index(said) + 1
    return Age.CHILD if years < _ADULT else Age.ADULT
