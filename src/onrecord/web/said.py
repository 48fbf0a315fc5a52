"""English sentences of the other rooms → the same in the language of the reader.

A case holds its reasons, findings and titles in English, since they are part of the record. Each
kind of sentence is a message of the catalogue whose slots take numbers, days, names or further
sentences; what fits none stays as it is, and the page marks it as English.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Final

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from onrecord.web.sentences import CODES, SENTENCES
from onrecord.web.wording import hold, say_day

_Say = Callable[[str], str]

_BITS: Final = re.compile(r"(.+) \(([+-]\d+\.\d)\)")
_MORE: Final = re.compile(r"(\d+) more")
_SIDE: Final = re.compile(r"(?P<value>[^()]+) \((?P<names>(?:[^()]|\([^()]*\))+)\)(?:, | or |$)")
_SLOT: Final = re.compile(r"%\((\w+)\)s")
_LONGEST: Final = 1000
_DEEPEST: Final = 6
_DAY: Final = r"\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+ \d{4}"
_SHAPES: Final[Mapping[str, str]] = {
    "number": r"\d+(?:\.\d+)?",
    "day": _DAY,
    "range": r"(?:at least |at most )?\d+(?:[-–]\d+| to \d+|\+)?",
    "names": r".+?",
    "name": r".+?",
    "codes": r"[a-z ,]+",
    "said": r".+?",
    "sides": r".+\)",
    "formula": r".+",
}


def translate(text: str) -> str | None:
    """A sentence of ours in the language of the reader; `None` where the catalogue has none."""
    return _translate(text, _DEEPEST) if len(text) <= _LONGEST else None


def _translate(text: str, depth: int) -> str | None:
    if text in CODES:
        return _(text)
    if depth == 0:
        return None
    if weighed := _BITS.fullmatch(text):
        told = _translate(weighed[1], depth - 1)
        return None if told is None else f"{told} ({hold(weighed[2])})"
    for message, shape in _list_shapes():
        if found := shape.fullmatch(text):
            slots = {name: _fill(name, words, depth) for name, words in found.groupdict().items()}
            filled = {name: words for name, words in slots.items() if words is not None}
            if len(filled) == len(slots):
                return _(message) % filled
    if "(" in text and "".join(side[0] for side in _SIDE.finditer(text)) == text:
        return _say_sides(text)
    return _translate_list(text, depth)


def _translate_list(text: str, depth: int) -> str | None:
    for mark, joined in (
        ("; ", _("; ")), (" plus ", _(" plus ")), (" and ", _(" and ")), (", ", _(", ")),
    ):  # fmt: skip
        if mark in text:
            told = [_translate(part, depth - 1) for part in text.split(mark)]
            parts = [part for part in told if part is not None]
            return joined.join(parts) if len(parts) == len(told) else None
    return None


def _fill(name: str, words: str, depth: int) -> str | None:
    kind = name.rstrip("1234")
    if kind in ("said", "codes"):
        return _say_all(words) if kind == "codes" else _translate(words, depth - 1)
    return _FILLED[kind](words)


def _say_all(words: str) -> str | None:
    codes = words.split(", ")
    return _(", ").join(map(_, codes)) if all(code in CODES for code in codes) else None


def isolate(words: str) -> str:
    """Words of unknown direction that turn nothing around them."""
    return f"\u2068{words}\u2069" if get_language_bidi() else words


def _say_names(words: str) -> str:
    return _(", ").join(_say_name(name) for name in words.split(", "))


def _say_name(name: str) -> str:
    if more := _MORE.fullmatch(name):
        return _("%(number)s more") % {"number": more[1]}
    return _(name) if name in CODES else isolate(name)


def _read_day(words: str) -> str:
    if words[4:5] == "-":
        return say_day(date.fromisoformat(words))
    return say_day(datetime.strptime(words, "%d %B %Y").date())  # noqa: DTZ007 - a day has no zone


def _say_range(words: str) -> str:
    for lead, said in (
        ("at least ", _("at least %(number)s")),
        ("at most ", _("at most %(number)s")),
    ):
        if words.startswith(lead):
            return said % {"number": words.removeprefix(lead)}
    if words.endswith("+"):
        return _("%(number)s or more") % {"number": words[:-1]}
    return hold(re.sub(r"-| to ", "–", words))


def _say_sides(words: str) -> str:
    """`1 (Ostren Monitor) or 2 (police)`: each value with those who give it."""
    sides = [
        f"{_say_value(side['value'])} ({_say_names(side['names'])})"
        for side in _SIDE.finditer(words)
    ]
    return _(" or ").join(part for part in (_(", ").join(sides[:-1]), sides[-1]) if part)


def _say_value(words: str) -> str:
    for shape, say in ((_SHAPES["day"], _read_day), (_SHAPES["range"], _say_range)):
        if re.fullmatch(shape, words):
            return say(words)
    return _translate(words, 2) or isolate(words)


_FILLED: Final[Mapping[str, _Say]] = {
    "number": str,
    "day": _read_day,
    "range": _say_range,
    "names": _say_names,
    "name": _say_name,
    "sides": _say_sides,
    "formula": hold,
}


@cache
def _list_shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every message with the expression that reads its English back."""
    return tuple((message, re.compile(_shape(message))) for message in SENTENCES)


def _shape(message: str) -> str:
    parts = _SLOT.split(message)
    return "".join(
        f"(?P<{part}>{_SHAPES[part.rstrip('1234')]})" if place % 2 else re.escape(part)
        for place, part in enumerate(parts)
    )


def say_title(title: str) -> str:
    """The title of an incident: its place, what was hit, and when."""
    return " · ".join(_say_part(part) for part in title.split(" · "))


def _say_part(part: str) -> str:
    if " to " in part and re.fullmatch(r"\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d", part):
        first, _to, last = part.partition(" to ")
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    return _(part) if part in CODES else isolate(part)


def say_reading(value: str) -> str:
    """What a cell of the matrix holds: a range, days, codes or a name."""
    if found := re.fullmatch(r"(\d+)(?: or more|–(\d+))?", value):
        return _say_range(value) if found[2] or value.isdecimal() else _say_range(f"{found[1]}+")
    if found := re.fullmatch(rf"({_DAY})(?: to ({_DAY}))?", value):
        days = [_read_day(day) for day in found.groups() if day]
        return (
            _("%(first)s to %(last)s") % {"first": days[0], "last": days[-1]}
            if days[1:]
            else days[0]
        )
    return _say_all(value) or isolate(value)
