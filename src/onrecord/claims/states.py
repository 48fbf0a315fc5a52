"""A document → the states in it that no list has: their names, adjectives and capitals."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.claims.countries import Country
from onrecord.claims.harm_words import read_toml
from onrecord.claims.party_words import name_matcher

ADJECTIVE = r"[A-Z][a-z]{2,20}(?:an|ese|ish|i|egan|ovar)"
_SURE_ENDINGS = ("ian", "ean", "ese", "egan", "ovar")
_NAME = r"[A-Z][a-z]{3,20}"
_OWNING = (
    r"army|air force|military|navy|armed forces|government|regime|junta|troops|forces|warplanes|aircraft"
    r"|general staff|(?:defen[cs]e|foreign|interior) ministry|ministry of (?:defen[cs]e|foreign affairs)"
)
_NAMED = (
    re.compile(rf"(?m)^[A-Z][A-Z'’. -]{{2,30}},\s+(?P<name>{_NAME})\b"),
    re.compile(rf"\b(?P<name>{_NAME})['’]s\s+(?:[a-z-]+\s+)?(?:{_OWNING})\b"),
    re.compile(
        r"\b(?:Republic|Kingdom|Emirate|Federation|Government|Armed Forces|army|government|capital)"
        rf"\s+of\s+(?P<name>{_NAME})\b"
    ),
    re.compile(r"\b(?:[Oo]n|[Ii]n|[Aa]cross|[Ff]or)\s+(?P<name>[A-Z][a-z]{2,18}ia)\b"),
)
_CAPITALS = (
    re.compile(rf"\bcapital,?\s+(?:of\s+{_NAME},\s+)?(?:city\s+of\s+)?(?P<capital>{_NAME})\b"),
    re.compile(rf"\b(?P<capital>{_NAME}),\s+the\s+(?:{_NAME}|country['’]s|national)\s+capital\b"),
)
_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")
_ENDINGS = {"ese": ("", "a", "o"), "ish": ("", "land"), "egan": ("ega", "ey"), "i": ("", "a"), "n": ("",), "an": ("", "o", "e"), "ovar": ("ovo",)}  # fmt: skip


def find_states(text: str, known: Sequence[str] = (), about: str | None = None) -> list[Country]:
    """The unlisted states of a document, the one it is most about first.

    `known` are names of unlisted countries; `about` is the one in which its places lie.
    """
    words = Counter(_WORD.findall(text))
    sure = [name for name in known if name in words or name == about]
    names = dict.fromkeys([*sure, *(name for name in _names(text) if not is_listed(name))])
    pairs: dict[str, str | None] = {}
    for adjective, is_state in _adjectives(text):
        behind = next((n for n in _names_behind(adjective) if n in words or n in known), None)
        if is_state or behind or adjective.endswith(_SURE_ENDINGS):
            pairs[adjective] = behind
    for name in names:
        if name not in pairs.values() and name not in pairs:
            made = _adjective_of(name, words, sure=name in sure)
            if made is not None:
                pairs.setdefault(made, name)
    ranked = sorted(pairs, key=lambda adjective: (-_weight(adjective, pairs, words), adjective))
    capitals = _capitals(text)
    return [
        Country(
            code=f"?{adjective}",
            formal=pairs[adjective] or adjective,
            names=(country,) if (country := pairs[adjective]) else (),
            adjectives=(adjective,),
            capitals=capitals if adjective == ranked[0] else (),
            listed=False,
        )
        for adjective in ranked
    ]


def is_listed(name: str) -> bool:
    """Whether a name is one of a listed country, capital, leader or party."""
    return any(hit.end - hit.start == len(name) for hit in name_matcher().find(name))


def _weight(adjective: str, pairs: dict[str, str | None], words: Counter[str]) -> int:
    name = pairs[adjective]
    return words[adjective] + (2 * words[name] if name else 0)


def _adjectives(text: str) -> Iterator[tuple[str, bool]]:
    """Adjectives before forces, governments and attacks; whether such a noun is sure to be a state's."""
    stop, state, attack = _load()
    for pattern, sure in ((state, True), (attack, False)):
        for match in pattern.finditer(text):
            adjective = match["adjective"]
            if adjective not in stop and not is_listed(adjective):
                yield adjective, sure


def _names(text: str) -> Iterator[str]:
    stop, _, _ = _load()
    for pattern in _NAMED:
        yield from (match["name"] for match in pattern.finditer(text) if match["name"] not in stop)


def _names_behind(adjective: str) -> Iterator[str]:
    """The names of which an adjective may be made: Dravonia of Dravonian, Brun of Brunese."""
    for ending, endings in _ENDINGS.items():
        if adjective.endswith(ending):
            stem = adjective.removesuffix(ending)
            yield from (stem + other for other in endings if len(stem + other) > 2)


def _adjective_of(name: str, words: Counter[str], *, sure: bool) -> str | None:
    """The adjective of a name as the text has it, or as the rule makes it; `None` of a doubtful name."""
    stem = name.rstrip("aeiou")
    for word in words:
        if word != name and word.startswith(stem) and re.fullmatch(ADJECTIVE, word):
            return word
    if name.endswith("stan"):
        return f"{name}i"
    if not sure and not name.endswith("ia"):
        return None
    return f"{name}n" if name.endswith("a") else f"{name}ian"


def _capitals(text: str) -> tuple[str, ...]:
    found = [match["capital"] for pattern in _CAPITALS for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(name for name in found if not is_listed(name)))


@cache
def _load() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    raw = read_toml("en_unlisted.toml")
    state = [*raw["forces"], *raw["government"], *raw["defence"], *raw["offices"]]
    return frozenset(raw["stop"]), _before(state), _before(raw["attacks"])


def _before(nouns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<adjective>{ADJECTIVE})\s+(?:{any_of(nouns)})\b")


def any_of(words: Sequence[str]) -> str:
    """A pattern that matches any of the words, longer ones first, whatever space parts them."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
