"""A document → what it calls its parties: unlisted states and groups, and the state it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from onrecord.claims.countries import Country, load_countries
from onrecord.claims.groups import JOINING, find_groups
from onrecord.claims.lexicon import PhraseMatcher
from onrecord.claims.party_words import Name, NameKind, country_names, name_matcher
from onrecord.claims.states import find_states


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a document: `home` is the code of the country it is about.

    `states` holds listed and unlisted countries by code; `own` finds the names that no list has;
    `alone` says that no other state is named, so that "soldiers" are those of `home`.
    """

    home: str | None = None
    states: Mapping[str, Country] = field(default_factory=load_countries)
    own: PhraseMatcher[Name] = field(default_factory=lambda: PhraseMatcher({}))
    alone: bool = False


@lru_cache(maxsize=64)
def naming_of(country: str | None) -> Naming:
    """What a text is read with when nothing but its country is known."""
    return Naming(home=country)


def read_naming(text: str, country: str | None, known: Mapping[str, str] | None = None) -> Naming:
    """The names of a whole document, whose gazetteer says that it is about `country`.

    `known` are names of further countries by code, as a user's gazetteer has them.
    """
    listed = load_countries()
    named = {code: name for code, name in (known or {}).items() if code not in listed}
    about = named.get(country or "")
    states = find_states(text, tuple(named.values()), about)
    phrases: dict[str, Name] = {}
    for state in states:
        phrases.update(country_names(state))
    groups = find_groups(text)
    phrases |= {alias: Name(NameKind.PARTY, party=full) for alias, full in groups.items()}
    phrases |= _rebels(text, set(groups.values()))
    home = country
    if states and not _is_named(text, country):
        home = next((state.code for state in states if about in state.names), states[0].code)
    everyone = listed | {state.code: state for state in states}
    joined = any(name.endswith(JOINING) for name in groups.values())
    others = (_countries_in(text) | {state.code for state in states}) - {home}
    return Naming(
        home=home,
        states=everyone,
        own=PhraseMatcher(phrases),
        alone=home is not None and not others and not joined,
    )


_REBELS = ("rebel", "rebels", "insurgents", "militants", "guerrillas", "terrorists", "rebel forces")


def _rebels(text: str, groups: set[str]) -> dict[str, Name]:
    """What a document that names one armed group calls it: "the rebels", "militants"."""
    fighting = [name for name in groups if not name.endswith(JOINING)]
    if len(fighting) != 1 or any(_is_group(hit.payload) for hit in name_matcher().find(text)):
        return {}
    return dict.fromkeys(_REBELS, Name(NameKind.BAND, party=fighting[0]))


def _is_group(name: Name) -> bool:
    return name.kind is NameKind.PARTY and name.party not in _state_names()


@cache
def _state_names() -> frozenset[str]:
    return frozenset(
        name for state in load_countries().values() for name in (state.forces, state.government)
    )


def _countries_in(text: str) -> set[str]:
    kinds = (NameKind.ADJECTIVE, NameKind.BOTH, NameKind.COUNTRY)
    hits = name_matcher().find(text)
    return {hit.payload.country or "" for hit in hits if hit.payload.kind in kinds}


def _is_named(text: str, country: str | None) -> bool:
    return country in load_countries() and any(
        hit.payload.country == country for hit in name_matcher().find(text)
    )
