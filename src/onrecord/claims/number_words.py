"""Number words and digits → values: what stands at one place of a folded text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from onrecord.claims.number_lexicon import GAP, any_of, table

_VALUES: Mapping[str, int] = {
    **table("units"),
    **table("teens"),
    **table("tens"),
    "hundred": 100,
    **table("scales"),
    **table("groups"),
}
_TEENS = frozenset(table("teens"))
_TENS: Mapping[str, int] = table("tens")
_UNITS = frozenset(table("units"))
_SCALES: Mapping[str, int] = table("scales")
_GROUPS: Mapping[str, int] = table("groups")
_VAGUE: Mapping[str, int] = table("vague")
_FRACTIONS: Mapping[str, int] = table("fractions")
_SHORT: Mapping[str, int] = table("short_scales")
_MULTIPLIERS: Mapping[str, int] = {"hundred": 100, **_SCALES, **_GROUPS}

_JOIN = rf"(?:{GAP}|-[^\S\n]{{0,2}}\n?)"
_WORD = any_of(_VALUES)
_FIRST = re.compile(
    rf"(?:(an?){GAP}(?=(?:hundred|{any_of(_SCALES)}|{any_of(_GROUPS)})\b))?({_WORD})(?!\w)"
)
_NEXT = re.compile(rf"{_JOIN}(?:(and){GAP})?({_WORD})(?!\w)")
_AND_A_HALF = re.compile(rf"{GAP}and{GAP}a{GAP}half(?!\w)")
_SCALE = re.compile(rf"{_JOIN}({any_of(_MULTIPLIERS)})(?!\w)")
_SCALE_NOW = re.compile(rf"({any_of(_MULTIPLIERS)})(?!\w)")
_OF_A = rf"(?:{GAP}of)?{GAP}an?{GAP}"
_HALF = re.compile(
    rf"(?:a{GAP})?half(?:(?:{_JOIN}an?)?{_JOIN}|{_OF_A})(?={any_of(_MULTIPLIERS)}\b)"
)
_PART = re.compile(rf"(?:(an?|{any_of(_UNITS)}|[1-9])(?:{GAP}|-))?({any_of(_FRACTIONS)})(?!\w)")
_PART_OF = re.compile(rf"{GAP}of(?:{GAP}an?{GAP}({any_of(_SCALES)})\b)?")
_VAGUE_WORD = any_of(_VAGUE)
_SEVERAL = rf"(?:several|many|(?:quite{GAP})?a{GAP}few|a{GAP}couple(?:{GAP}of)?)"
_VAGUE_CHAIN = re.compile(
    rf"(?:({_SEVERAL}){GAP})?({_VAGUE_WORD})(?:{GAP}of{GAP}({_VAGUE_WORD}))?(?!\w)"
    rf"(?:,?{GAP}(?:if{GAP}not|or|or{GAP}even|or{GAP}perhaps|or{GAP}possibly|and{GAP}possibly|to){GAP}"
    rf"{_VAGUE_WORD}(?:{GAP}of{GAP}{_VAGUE_WORD})?(?!\w))?"
)
_SEVERAL_SCALE = re.compile(
    rf"({_SEVERAL}){GAP}({any_of(_MULTIPLIERS)}(?:{GAP}{any_of(_SCALES)})?)(?!\w)"
)
_DIGITS = re.compile(
    r"[0-9]{1,3}(?:[,'\u00a0\u202f\u2009]\n?[0-9]{3}){1,9}(?![0-9])(?:\.[0-9]+(?![0-9.]))?"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?![0-9])"
    r"|[0-9]{1,40}(?:\.[0-9]{1,20}(?!\.?[0-9]))?"
)
_GLUED_SCALE = re.compile(rf"({any_of(_SHORT)})(?!\w)")
_NOT_DIGITS = re.compile(r"[^0-9.]")
_MOST_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Core:
    """A bare number at `[start, end)`; `value` in percent where `kind` is `share`.

    `word` is the word itself where it is vague or counts by groups; `open` if it sets no ceiling;
    `scale` is the scale word that the number before it may share ("two to three million").
    """

    start: int
    end: int
    value: Fraction | int
    kind: str = "number"
    word: str | None = None
    open: bool = False
    scale: int = 1


def read_core(folded: str, at: int) -> Core | None:
    """The bare number that begins at `at`, `None` if none does."""
    if folded[at : at + 1] in set("0123456789"):
        return _read_part(folded, at) or _read_digits(folded, at)
    return (
        _read_several(folded, at)
        or _read_half(folded, at)
        or _read_part(folded, at)
        or _read_vague(folded, at)
        or _read_words(folded, at)
    )


def _read_digits(folded: str, at: int) -> Core | None:
    match = _DIGITS.match(folded, at)
    if match is None or match.end() - at > _MOST_DIGITS:
        return None
    plain = _NOT_DIGITS.sub("", match[0])
    value = Fraction(plain) if "." in plain else int(plain)
    glued = _GLUED_SCALE.match(folded, match.end())
    if glued is not None:
        return Core(at, glued.end(), value * _SHORT[glued[1]])
    half = _AND_A_HALF.match(folded, match.end())
    end = half.end() if half is not None else match.end()
    return _scaled(folded, Core(at, end, value + (Fraction(1, 2) if half else 0)))


def _scaled(folded: str, core: Core) -> Core:
    """The core with the scale words behind it: "1.5" with " million"."""
    value, end, word, scale = core.value, core.end, core.word, core.scale
    for _ in range(2):
        match = _SCALE.match(folded, end)
        if match is None:
            break
        value, end = value * _MULTIPLIERS[match[1]], match.end()
        scale *= _MULTIPLIERS[match[1]]
        word = match[1] if match[1] in _GROUPS else word
    return Core(core.start, end, value, core.kind, word, core.open, scale)


def _read_words(folded: str, at: int) -> Core | None:
    match = _FIRST.match(folded, at)
    if match is None:
        return None
    total, current, last, end = 0, 0, "", at
    smallest: int | None = None
    while match is not None:
        token, joined = match[2], match[1] == "and"
        if last and not _may_follow(last, token, current=current, joined=joined, limit=smallest):
            break
        if token in _SCALES:
            total, current, smallest = total + max(current, 1) * _SCALES[token], 0, _SCALES[token]
        elif token in _MULTIPLIERS:
            current = max(current, 1) * _MULTIPLIERS[token]
        else:
            current += _VALUES[token]
        last, end = token, match.end()
        match = _NEXT.match(folded, end)
    scale = _MULTIPLIERS.get(last, 1)
    word = last if last in _GROUPS else None
    return _and_a_half(folded, Core(at, end, total + current, word=word, scale=scale))


def _may_follow(last: str, word: str, *, current: int, joined: bool, limit: int | None) -> bool:
    """Whether a number word continues the number that ends in `last`."""
    if last in _GROUPS:
        return False
    if word in _SCALES:
        return not joined and current > 0 and (limit is None or _SCALES[word] < limit)
    if word in _GROUPS:
        return not joined and 0 < current < 100
    if word == "hundred":
        return not joined and 0 < current < 100
    if last in _TENS:
        return not joined and word in _UNITS
    return last == "hundred" or last in _SCALES


def _and_a_half(folded: str, core: Core) -> Core:
    """The core with "and a half" and its scale: "one and a half million", "a million and a half"."""
    match = _AND_A_HALF.match(folded, core.end)
    if match is None:
        return core
    last = re.split(r"[\s-]", folded[core.start : core.end])[-1]
    half = Fraction(_MULTIPLIERS.get(last, 1), 2)
    grown = Core(core.start, match.end(), core.value + half, core.kind, core.word)
    return grown if last in _MULTIPLIERS else _scaled(folded, grown)


def _read_half(folded: str, at: int) -> Core | None:
    match = _HALF.match(folded, at)
    scale = _SCALE_NOW.match(folded, match.end()) if match else None
    if match is None or scale is None:
        return None
    word = scale[1] if scale[1] in _GROUPS else None
    core = Core(at, scale.end(), Fraction(_MULTIPLIERS[scale[1]], 2), word=word)
    return _scaled(folded, core)


def _read_part(folded: str, at: int) -> Core | None:
    """A share in percent ("two-thirds", "half of"), or a part of a scale word."""
    match = _PART.match(folded, at)
    if match is None:
        return None
    parts, of = _numerator(match[1]), _PART_OF.match(folded, match.end())
    below, plural = _FRACTIONS[match[2]], match[2].endswith("s")
    if not _is_share(folded, match, of):
        return None
    if (parts >= below and below != 1) or (parts > 1) != plural:
        return None
    share = Fraction(parts, below)
    if of is not None and of[1] is not None:
        return Core(at, of.end(), share * _SCALES[of[1]])
    return Core(at, match.end(), share * 100, "share")


_HALF_OWNER = re.compile(
    rf"{GAP}(?:the|its|their|his|her|our|all|these|those|were|was|are|have|had)(?!\w)"
)


def _is_share(folded: str, match: re.Match[str], of: re.Match[str] | None) -> bool:
    """Whether the words are a share and no ordinal ("a third man") or piece ("half-brother")."""
    if of is not None:
        return match[1] is not None or match[2] in ("half", "quarter")
    if match[2] == "half" and match[1] is None:
        return _HALF_OWNER.match(folded, match.end()) is not None
    return match[1] not in (None, "a", "an") and match[2] != "half"


def _numerator(word: str | None) -> int:
    if word is None or word in ("a", "an"):
        return 1
    return int(word) if word.isdigit() else _VALUES[word]


def _read_vague(folded: str, at: int) -> Core | None:
    match = _VAGUE_CHAIN.match(folded, at)
    if match is None:
        return None
    value = _VAGUE[match[2]] * (_VAGUE[match[3]] if match[3] else 1)
    value *= 2 if match[1] else 1
    return Core(at, match.end(), value, word=_plain(match[0]), open=True)


def _read_several(folded: str, at: int) -> Core | None:
    match = _SEVERAL_SCALE.match(folded, at)
    if match is None:
        return None
    value = 2
    for word in match[2].split():
        value *= _MULTIPLIERS[word]
    return Core(at, match.end(), value, word=_plain(match[0]), open=True)


def _plain(words: str) -> str:
    return " ".join(words.split())


ANCHOR = re.compile(
    "[0-9]+|"
    rf"(?<!\w)(?:an?(?={GAP}(?:hundred|{any_of(_SCALES)}|{any_of(_GROUPS)}|few{GAP}|couple{GAP}|half|{any_of(_FRACTIONS)})\b)"
    rf"|{any_of([*_VALUES, *_VAGUE, *table('ordinals'), 'several', 'many', 'half', 'quarter'])}(?!\w))"
)
_ORDINALS: Mapping[str, int] = table("ordinals")
_ORDINAL = re.compile(
    rf"(?:({any_of(_TENS)}|(?:(?:an?|one){GAP})?hundred{GAP}and)(?:-|{GAP}))?({any_of(_ORDINALS)})(?!\w)"
)


def read_ordinal(folded: str, at: int) -> tuple[int, int] | None:
    """Where the ordinal word at `at` ends, and its value ("twenty-first": 21)."""
    match = _ORDINAL.match(folded, at)
    if match is None:
        return None
    return match.end(), _ORDINALS[match[2]] + (_TENS.get(match[1], 100) if match[1] else 0)


_RATIO = re.compile(rf"{GAP}(in(?:{GAP}every)?|out{GAP}of(?:{GAP}every)?){GAP}(?=[0-9a-z])")
_OF_MANY = frozenset({10, 100, 1000})


def read_ratio(folded: str, core: Core) -> Core | None:
    """A share said as "one in five", "two out of every three", "nine out of 10"."""
    match = _RATIO.match(folded, core.end)
    if match is None or core.kind != "number" or core.open:
        return None
    other = read_core(folded, match.end()) if ANCHOR.match(folded, match.end()) else None
    if other is None or other.kind != "number" or not 0 < core.value < other.value <= 1000:
        return None
    sure = match[1].endswith("every") or core.value == 1
    if not sure and not (match[1].startswith("out") and other.value in _OF_MANY):
        return None
    return Core(core.start, other.end, Fraction(100 * core.value) / other.value, "share")
