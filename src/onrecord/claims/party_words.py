"""Names of parties and the words around them, as matchers and as a scan of one text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from onrecord.claims.countries import Country, load_countries
from onrecord.claims.lexicon import Entry, Hit, PhraseMatcher, load_lexicon

HEADS = ("people", "attack", "force", "defence", "foreign", "government")
_GAP = re.compile(r"(?:['\u2019]s)?[\s\-\u2010-\u2013,]*")
_POSSESSIVE = re.compile(r"['\u2019]")
_BEFORE = 48
_SHORT_ACRONYM = 3
# Countries whose names are also people's names, other places or plain words.
_AMBIGUOUS = frozenset({"GE", "JO", "TD"})


class NameKind(StrEnum):
    """What a name in the text is a name of."""

    PARTY = "party"
    LOCAL = "local"
    BAND = "band"
    ADJECTIVE = "adjective"
    COUNTRY = "country"
    BOTH = "both"
    CAPITAL = "capital"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: of a listed `party`, or of something of the country with the code `country`.

    `within`: an alias that means the party only in texts about these countries. A `generic` one is a
    description that others bear elsewhere ("occupation army"): it means nobody where the country is
    unknown. `local` maps country codes to the party that an alias means in texts about that country.
    """

    kind: NameKind
    country: str | None = None
    party: str | None = None
    local: Mapping[str, str] | None = None
    within: frozenset[str] | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The noun that an adjective belongs to, and its role; `beside`: nothing stands between."""

    start: int
    end: int
    role: str
    beside: bool


@cache
def name_matcher() -> PhraseMatcher[Name]:
    """Finds names of parties, countries, capitals and leaders, and adjectives of countries."""
    phrases: dict[str, Name] = {}
    for country in load_countries().values():
        phrases.update(country_names(country))
    for entry in load_lexicon("parties")["leader"]:
        name = Name(NameKind.LEADER, country=entry.text("country"))
        phrases.update(dict.fromkeys(entry.texts("names"), name))
    phrases.update(_party_names())
    return PhraseMatcher(phrases)


def country_names(country: Country) -> dict[str, Name]:
    """A country's names, capitals and adjectives as names to be found in text."""
    names = {place: Name(NameKind.CAPITAL, country=country.code) for place in country.capitals}
    if country.code not in _AMBIGUOUS:
        names.update(dict.fromkeys(country.names, Name(NameKind.COUNTRY, country=country.code)))
    for adjective in country.adjectives:
        kind = NameKind.BOTH if adjective in country.names else NameKind.ADJECTIVE
        names[adjective] = Name(kind, country=country.code)
    return names


def _party_names() -> dict[str, Name]:
    names: dict[str, Name] = {}
    countries = load_countries()
    for entry in load_lexicon("parties")["state"]:
        country = countries[entry.text("country")]
        for key, party in (("forces", country.forces), ("government", country.government)):
            name = Name(NameKind.PARTY, country=country.code, party=party)
            names.update(_limited(entry, name, entry.texts(key)))
    local: dict[str, dict[str, str]] = {}
    for entry in load_lexicon("parties")["group"]:
        name = Name(NameKind.PARTY, country=entry.maybe("country"), party=entry.text("name"))
        names.update(_limited(entry, name, (entry.text("name"), *entry.texts("aliases"))))
        for here in entry.tables("here"):
            for alias in here.texts("aliases"):
                local.setdefault(alias, {}).update(
                    dict.fromkeys(here.texts("only_in"), entry.text("name"))
                )
    return {
        **{alias: Name(NameKind.LOCAL, local=by_country) for alias, by_country in local.items()},
        **names,
    }


def _limited(entry: Entry, name: Name, aliases: Iterable[str]) -> dict[str, Name]:
    """The aliases; short acronyms, and words that name nobody, bound to the countries of their use."""
    country = entry.maybe("country")
    if country is None:
        return dict.fromkeys(aliases, name)
    bound = replace(name, within=frozenset({country, *entry.texts("also_in")}))
    generic = replace(bound, generic=True)
    return {
        alias: generic
        if alias.islower()
        else bound
        if alias.isupper() and len(alias) <= _SHORT_ACRONYM
        else name
        for alias in aliases
    }


@cache
def _word_matcher() -> PhraseMatcher[frozenset[str]]:
    roles: dict[str, frozenset[str]] = {}
    for entry in load_lexicon("en_parties")["words"]:
        for phrase in entry.texts("phrases"):
            roles[phrase] = roles.get(phrase, frozenset()) | {entry.text("role")}
    return PhraseMatcher(roles)


class Surroundings:
    """One text with the role words in it, to be asked what stands before and after a name."""

    def __init__(self, text: str, names: Iterable[Hit[Name]]) -> None:
        self.text = text
        self.words = _word_matcher().find_all(text)
        self._after: dict[int, Hit[frozenset[str]]] = {}
        self._before: dict[int, list[Hit[frozenset[str]]]] = {}
        for hit in sorted(self.words, key=lambda hit: hit.end):
            self._after[hit.start] = hit
            self._before.setdefault(hit.end, []).append(hit)
        self._names = {hit.start: hit for hit in names}

    def next_start(self, at: int) -> int:
        """Where the next word begins; a possessive ending, blanks and a comma are passed over."""
        gap = _GAP.match(self.text, at)
        return gap.end() if gap else at

    def role_at(self, at: int) -> frozenset[str]:
        """The roles of the longest phrase that begins there."""
        hit = self._after.get(at)
        return hit.payload if hit else frozenset()

    def follows(self, at: int, role: str) -> bool:
        """Whether the next word after `at` plays that role."""
        return role in self.role_at(self.next_start(at))

    def precedes(self, at: int, role: str) -> bool:
        """Whether the word before `at` ("the" passed over) plays that role."""
        before = self.text[max(0, at - _BEFORE) : at].rstrip()
        if before.lower().endswith(" the"):
            before = before[:-4].rstrip()
        end = at - len(self.text[max(0, at - _BEFORE) : at]) + len(before)
        return any(role in hit.payload for hit in self._before.get(end, ()))

    def read_head(self, at: int, *, beside: bool = True, steps: int = 7) -> Head | None:
        """The noun that an adjective ending at `at` belongs to, modifiers passed over."""
        start = self.next_start(at)
        hit = self._after.get(start)
        if hit is not None:
            return self._read_hit(hit, beside=beside, steps=steps)
        other = self._names.get(start)
        if other is None or steps == 0:
            return None
        if other.payload.kind not in (NameKind.ADJECTIVE, NameKind.BOTH, NameKind.PARTY):
            return None
        return self.read_head(other.end, beside=False, steps=steps - 1)

    def _read_hit(self, hit: Hit[frozenset[str]], *, beside: bool, steps: int) -> Head | None:
        role = next((role for role in HEADS if role in hit.payload), None)
        owns = _POSSESSIVE.match(self.text, hit.end)
        if "modifier" in hit.payload and steps and not owns:
            later = self.read_head(hit.end, beside=False, steps=steps - 1)
            speaks = role == "force" and later and "tail" in self.role_at(later.start)
            if role is None or (later is not None and not speaks):
                return later
        return Head(hit.start, hit.end, role, beside) if role else None
